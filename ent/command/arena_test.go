package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// arena is a body of many members in session, all of them there, and the
// processes through which they vote.
type arena struct {
	testing.TB
	store   *ent.Store
	doors   []*command.Do
	officer context.Context
	item    ident.AgendaItem
	members []context.Context
}

const crowd = 100

// newArena opens the database as often as there are doors: each is a process of
// its own, as far as the database can tell.
func newArena(t testing.TB, database string, doors int, open func(*ent.Store) *command.Do) *arena {
	t.Helper()
	a := &arena{TB: t}
	for range doors {
		store := enttest.Open(t, ent.Config{URL: database})
		do := open(store)
		t.Cleanup(do.Close)
		a.store, a.doors = store, append(a.doors, do)
	}
	operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
	_, err := ent.Work(operator, a.store, "createPost", bare{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[ident.ID], error) {
		grant, refused := mandate.Ask("createPost", tx.Viewer, mandate.Subject{})
		if refused != nil {
			return nil, refused
		}
		item, err := a.assemble(ctx, tx)
		return ent.Did(item, grant, item, nil, nil), err
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// assemble writes a committee of many seats, its members, and a meeting in
// session with one item.
func (a *arena) assemble(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
	since := *on("2020-01-01")
	community := ident.New(ident.KindArea, tx.Now)
	if err := tx.Area.Create().SetID(community).SetCommunityID(community).SetKind(schema.AreaKindCommunity).SetName("社区").
		SetPilot(false).SetFrom(since).Exec(ctx); err != nil {
		return ident.Nil, err
	}
	body, err := tx.Organization.Create().SetCommunityID(community).SetKind(schema.OrganizationKindOwnersCommittee).
		SetName("业委会").SetAreaID(community).SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	post, err := tx.Post.Create().SetCommunityID(community).SetOrganizationID(body.ID).SetCategory(schema.PostCategoryChair).
		SetTitle("委员").SetSeatKind(schema.SeatKindElected).SetVotingRight(schema.VotingRightFull).SetCapacity(crowd).
		SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	proposal, err := tx.Proposal.Create().SetCommunityID(community).SetTitle("议案").SetText("议案").SetSource(schema.ProposalSourceCommittee).
		SetMatter("OWNERS_COMMITTEE_BUSINESS").SetStatus(schema.ProposalStatusOnAgenda).SetAreaID(community).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	m, err := tx.Meeting.Create().SetCommunityID(community).SetKind(schema.MeetingKindCommittee).SetForm(schema.MeetingFormInPerson).
		SetTitle("会议").SetStartsAt(tx.Now).SetEndsAt(tx.Now.Add(time.Hour)).SetStatus(schema.MeetingStatusOpen).
		SetConvenedUnder(schema.ConvenedUnderRegular).SetOrganizationID(body.ID).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	item, err := tx.AgendaItem.Create().SetCommunityID(community).SetPosition(1).SetTitle("议题").
		SetAuthority(schema.DecisionAuthorityOwnersCommittee).SetDisposition(schema.AgendaItemDispositionPending).
		SetNoticedAt(tx.Now).SetMeetingID(m.ID).SetProposalID(proposal.ID).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	a.item = ident.AgendaItem{ID: item.ID}
	a.members = nil // this may run again
	for range crowd {
		member, err := a.seat(ctx, tx, post, m)
		if err != nil {
			return ident.Nil, err
		}
		a.members = append(a.members, ent.WithViewer(a.Context(), &ent.Viewer{Person: member}))
	}
	a.officer = a.members[0]
	return item.ID, nil
}

// seat gives a new person a seat, and checks them in.
func (a *arena) seat(ctx context.Context, tx *ent.Tx, post *db.Post, m *db.Meeting) (ident.ID, error) {
	p, err := tx.Person.Create().SetNillableCommunityID(post.CommunityID).SetName("委员").Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	if err := fill(ctx, tx, post, p.ID); err != nil {
		return ident.Nil, err
	}
	return p.ID, tx.Attendance.Create().SetNillableCommunityID(post.CommunityID).SetMode(schema.AttendanceModeInPerson).
		SetArrivedAt(tx.Now).SetVotes(true).SetMeetingID(m.ID).SetPersonID(p.ID).Exec(ctx)
}

// running is a vote that was just opened.
func (a *arena) running() ident.Vote {
	a.Helper()
	do := a.doors[0]
	drafted, err := do.DraftVote(a.officer, command.DraftVoteInput{
		AgendaItemID: a.item, Question: "是否同意？", RuleCode: new("OWNERS_COMMITTEE_HANGZHOU"),
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	})
	if err != nil {
		a.Fatal(err)
	}
	v := ident.Vote{ID: drafted.VoteID}
	if _, err := do.OpenVote(a.officer, command.OpenVoteInput{VoteID: v}); err != nil {
		a.Fatal(err)
	}
	return v
}
