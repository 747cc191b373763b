package timer_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// body is a committee of one that meets in writing.
type body struct {
	*testing.T
	database string
	store    *ent.Store
	do       *command.Do
	clock    *enttest.Clock
	chair    context.Context
	meeting  ident.ID
	item     ident.AgendaItem
}

// each runs the test with a committee in session on every engine.
func each(t *testing.T, test func(b *body)) {
	t.Helper()
	enttest.Each(t, func(t *testing.T, database string) {
		b := &body{T: t, database: database, clock: enttest.NewClock()}
		b.store, b.do = b.process()
		b.write(b.assemble)
		test(b)
	})
}

// process is a process of the service on the database, as far as that can tell.
func (b *body) process() (*ent.Store, *command.Do) {
	b.Helper()
	store := enttest.Open(b.T, ent.Config{URL: b.database, Now: b.clock.Now})
	do := command.New(store)
	b.Cleanup(do.Close)
	return store, do
}

// gone is a store whose database does not answer any more.
func (b *body) gone() *ent.Store {
	b.Helper()
	store, err := ent.Open(b.Context(), ent.Config{URL: b.database, Now: b.clock.Now})
	if err != nil {
		b.Fatal(err)
	}
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	return store
}

func (b *body) in(d time.Duration) time.Time { return b.store.Now().Add(d) }

// bare is an input that says nothing.
type bare struct{ ent.Order }

// write writes rows in the operator's name that no verb under test writes.
func (b *body) write(rows func(context.Context, *ent.Tx) (ident.ID, error)) ident.ID {
	b.Helper()
	operator := ent.WithViewer(b.Context(), &ent.Viewer{Operator: true})
	id, err := ent.Work(operator, b.store, "createPost", bare{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[ident.ID], error) {
		grant, refused := mandate.Ask("createPost", tx.Viewer, mandate.Subject{})
		if refused != nil {
			return nil, refused
		}
		id, err := rows(ctx, tx)
		return ent.Did(id, grant, id, nil, nil), err
	})
	if err != nil {
		b.Fatal(err)
	}
	return id
}

// assemble writes the committee, its only member, who presides, and a meeting in
// session with one item.
func (b *body) assemble(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
	since, _ := day.New(2020, time.January, 1)
	community := ident.New(ident.KindArea, tx.Now)
	if err := tx.Area.Create().SetID(community).SetCommunityID(community).SetKind(schema.AreaKindCommunity).SetName("社区").
		SetPilot(false).SetFrom(since).Exec(ctx); err != nil {
		return ident.Nil, err
	}
	committee, err := tx.Organization.Create().SetCommunityID(community).SetKind(schema.OrganizationKindOwnersCommittee).
		SetName("业委会").SetAreaID(community).SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	post, err := tx.Post.Create().SetCommunityID(community).SetOrganizationID(committee.ID).SetCategory(schema.PostCategoryChair).
		SetTitle("主任").SetSeatKind(schema.SeatKindElected).SetVotingRight(schema.VotingRightFull).SetCapacity(1).
		SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	chair, err := tx.Person.Create().SetCommunityID(community).SetName("主任").Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	b.chair = ent.WithViewer(b.Context(), &ent.Viewer{Person: chair.ID})
	if err := tx.Membership.Create().SetCommunityID(community).SetOrganizationID(committee.ID).SetPersonID(chair.ID).
		SetPostID(post.ID).SetKind(schema.MembershipKindPostHolder).SetMode(schema.MembershipModeElected).
		SetStatus(schema.MembershipStatusEffective).SetFrom(since).Exec(ctx); err != nil {
		return ident.Nil, err
	}
	return community, b.convene(ctx, tx, community, committee.ID)
}

func (b *body) convene(ctx context.Context, tx *ent.Tx, community, committee ident.ID) error {
	proposal, err := tx.Proposal.Create().SetCommunityID(community).SetTitle("议案").SetText("议案").
		SetSource(schema.ProposalSourceCommittee).SetMatter("OWNERS_COMMITTEE_BUSINESS").
		SetStatus(schema.ProposalStatusOnAgenda).SetAreaID(community).Save(ctx)
	if err != nil {
		return err
	}
	m, err := tx.Meeting.Create().SetCommunityID(community).SetKind(schema.MeetingKindCommittee).SetForm(schema.MeetingFormWritten).
		SetTitle("会议").SetStartsAt(tx.Now).SetEndsAt(tx.Now.AddDate(0, 1, 0)).SetStatus(schema.MeetingStatusOpen).
		SetConvenedUnder(schema.ConvenedUnderRegular).SetOrganizationID(committee).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).Save(ctx)
	if err != nil {
		return err
	}
	item, err := tx.AgendaItem.Create().SetCommunityID(community).SetPosition(1).SetTitle("议题").
		SetAuthority(schema.DecisionAuthorityOwnersCommittee).SetDisposition(schema.AgendaItemDispositionPending).
		SetNoticedAt(tx.Now).SetMeetingID(m.ID).SetProposalID(proposal.ID).Save(ctx)
	if err != nil {
		return err
	}
	b.meeting, b.item = m.ID, ident.AgendaItem{ID: item.ID}
	return nil
}

// meetingIs puts the meeting into a state.
func (b *body) meetingIs(status schema.MeetingStatus) {
	b.Helper()
	b.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return b.meeting, tx.Meeting.UpdateOneID(b.meeting).SetStatus(status).Exec(ctx)
	})
}

// drafted is a vote with its times, of which neither need be given.
func (b *body) drafted(opens, closes *time.Time) ident.Vote {
	b.Helper()
	p, err := b.do.DraftVote(b.chair, command.DraftVoteInput{
		AgendaItemID: b.item, Question: "是否同意？", RuleCode: new("OWNERS_COMMITTEE_HANGZHOU"), Method: schema.VoteMethodNamed,
		Visibility: schema.BallotVisibilityOpen, OpensAt: opens, ClosesAt: closes,
	})
	if err != nil {
		b.Fatal(err)
	}
	return ident.Vote{ID: p.VoteID}
}

// announced is a vote of which a notice told when it opens and closes.
func (b *body) announced(opens, closes time.Time) ident.Vote {
	b.Helper()
	v := b.drafted(&opens, &closes)
	b.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return v.ID, tx.Vote.UpdateOneID(v.ID).SetStatus(schema.VoteStatusNoticed).SetNoticedAt(tx.Now).Exec(ctx)
	})
	return v
}

// running is a vote that was just opened.
func (b *body) running(closes time.Time) ident.Vote {
	b.Helper()
	v := b.drafted(nil, nil)
	if _, err := b.do.OpenVote(b.chair, command.OpenVoteInput{VoteID: v, ClosesAt: &closes}); err != nil {
		b.Fatal(err)
	}
	return v
}
