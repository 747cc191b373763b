package command_test

import (
	"context"
	"errors"
	"flag"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/verdict"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

var whole = flag.Bool("whole", false, "close a vote of a hundred thousand owners, and not of some thousands")

// A vote of a whole town's owners is closed, judged, counted again by the second
// counter and written down within seconds.
func TestClosingTheVoteOfATown(t *testing.T) {
	owners := 4_000
	if *whole {
		owners = 100_000
	}
	eachTown(t, func(w *town) {
		assembly := w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, w.estate)
		chair := w.officer("会长", assembly, schema.PostCategoryChair)
		v := w.ballotsOf(assembly, owners)
		begun := time.Now()
		p, err := w.do.CloseVote(chair, command.CloseVoteInput{VoteID: v})
		done(w, p, err)
		took := time.Since(begun)
		t.Logf("%d ballots: closed, judged, recounted and written in %v", owners, took.Round(time.Millisecond))
		row, err := w.store.Read().Verdict.Query().Where(verdict.VoteID(v.ID)).Only(ent.Unguarded(w.Context()))
		if err != nil {
			t.Fatal(err)
		}
		if row.Outcome != schema.VerdictOutcomeAdopted || row.Recount == nil || *row.Recount != schema.RecountResultAgrees {
			t.Errorf("%s, recount %v %v", row.Outcome, row.Recount, row.Differences)
		}
		if took > 20*time.Second {
			t.Errorf("closing took %v", took)
		}
	})
}

// ballotsOf is an open vote of so many owners, all of whom voted, two of three
// in favour.
func (w *town) ballotsOf(assembly ident.ID, owners int) ident.Vote {
	w.Helper()
	var roll, vote ident.ID
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		var err error
		roll, vote, err = w.votedOn(ctx, tx, assembly, owners)
		return vote, err
	})
	const some = 2_000
	for first := 0; first < owners; first += some {
		w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return vote, w.papers(ctx, tx, roll, vote, first, min(some, owners-first))
		})
	}
	return ident.Vote{ID: vote}
}

// votedOn writes an assembly held in writing with one item, its roll, still
// empty, and an open vote.
func (w *town) votedOn(ctx context.Context, tx *ent.Tx, assembly ident.ID, owners int) (roll, vote ident.ID, err error) {
	matter := "PROPERTY_COMPANY_SELECTION"
	proposal, err := tx.Proposal.Create().SetCommunityID(w.community).SetTitle("选聘物业").SetText("选聘物业").SetSource(schema.ProposalSourceOwner).
		SetMatter(matter).SetStatus(schema.ProposalStatusOnAgenda).SetAreaID(w.estate).Save(ctx)
	if err != nil {
		return roll, vote, err
	}
	m, err := tx.Meeting.Create().SetCommunityID(w.community).SetKind(schema.MeetingKindAssembly).SetForm(schema.MeetingFormWritten).
		SetTitle("业主大会").SetStartsAt(tx.Now).SetEndsAt(tx.Now.Add(time.Hour)).SetStatus(schema.MeetingStatusOpen).
		SetConvenedUnder(schema.ConvenedUnderRegular).SetOrganizationID(assembly).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).Save(ctx)
	if err != nil {
		return roll, vote, err
	}
	item, err := tx.AgendaItem.Create().SetCommunityID(w.community).SetPosition(1).SetTitle("选聘物业").
		SetAuthority(schema.DecisionAuthorityOwnersAssembly).SetDisposition(schema.AgendaItemDispositionPending).
		SetNoticedAt(tx.Now).SetMeetingID(m.ID).SetProposalID(proposal.ID).Save(ctx)
	if err != nil {
		return roll, vote, err
	}
	r, ok := rule.Preset("OWNERS_ORDINARY")
	if !ok {
		return roll, vote, errors.New("no preset")
	}
	document, err := r.Print()
	if err != nil {
		return roll, vote, err
	}
	frozen, err := tx.Roll.Create().SetCommunityID(w.community).SetMeetingID(m.ID).SetFrozenAt(tx.Now).SetSeats(owners).
		SetIncumbents(owners).SetHash("-").SetUnits(owners).SetHeads(owners).SetArea(schema.FloorArea(owners * 100_00)).SetHouseholds(0).Save(ctx)
	if err != nil {
		return roll, vote, err
	}
	v, err := tx.Vote.Create().SetCommunityID(w.community).SetKind(schema.VoteKindMotion).SetQuestion("是否同意？").
		SetRuleCode(r.Code).SetRuleEdition(1).SetRule(document).SetMethod(schema.VoteMethodNamed).SetExtensions(0).
		SetVisibility(schema.BallotVisibilityOpen).SetStatus(schema.VoteStatusOpen).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).
		SetAgendaItemID(item.ID).SetRollID(frozen.ID).Save(ctx)
	if err != nil {
		return roll, vote, err
	}
	return frozen.ID, v.ID, nil
}

// papers writes some owners, their places on the roll and their ballots.
func (w *town) papers(ctx context.Context, tx *ent.Tx, roll, vote ident.ID, first, n int) error {
	persons := make([]*db.PersonCreate, n)
	entries := make([]*db.RollEntryCreate, n)
	ballots := make([]*db.BallotCreate, n)
	for i := range n {
		choice := schema.BallotChoiceFor
		if (first+i)%3 == 0 {
			choice = schema.BallotChoiceAgainst
		}
		person, entry := ident.New(ident.KindPerson, tx.Now), ident.New(ident.KindRollEntry, tx.Now)
		persons[i] = tx.Person.Create().SetID(person).SetCommunityID(w.community).SetName("业主")
		entries[i] = tx.RollEntry.Create().SetID(entry).SetCommunityID(w.community).SetRollID(roll).SetPosition(first + i + 1).
			SetLabel("业主").SetPersonID(person).SetHeads(1).SetArea(100_00)
		ballots[i] = tx.Ballot.Create().SetCommunityID(w.community).SetChoice(choice).SetSettled(false).
			SetChannel(schema.BallotChannelOnline).SetStatus(schema.BallotStatusValid).SetCastAt(tx.Now).
			SetVoteID(vote).SetEntryID(entry).SetPersonID(person)
	}
	for _, write := range []func() error{
		func() error { return tx.Person.CreateBulk(persons...).Exec(ctx) },
		func() error { return tx.RollEntry.CreateBulk(entries...).Exec(ctx) },
		func() error { return tx.Ballot.CreateBulk(ballots...).Exec(ctx) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}
