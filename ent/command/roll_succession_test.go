package command_test

import (
	"context"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// heirs are the positions under which each of some persons may vote by
// succession today.
func (a *assembly) heirs(r *db.Roll, persons ...ident.ID) map[ident.ID][]int {
	a.Helper()
	found, err := poll.Successors(ent.Unguarded(a.Context()), a.store.Read(), r, day.Of(a.clock.Now()), persons...)
	a.must(err)
	positions := map[ident.ID][]int{}
	for who, entries := range found {
		for _, e := range entries {
			positions[who] = append(positions[who], e.Position)
		}
	}
	return positions
}

// Whoever buys all the units of an entry while a vote is open may vote under it,
// from the day of the transfer on.
func TestSuccessors(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		sellers, buyers := a.people(3), a.people(4)
		units := a.builds(
			lot{number: "1", owners: sellers[:1]},
			lot{number: "2", owners: sellers[1:2]}, lot{number: "3", owners: sellers[1:2]},
			lot{number: "4", owners: sellers[2:]})
		a.sells(units[3], buyers[3], "2026-05-30") // before the roll
		r := a.frozen(a.freezing())
		a.clock.Pass(10 * oneDay)
		a.sells(units[0], buyers[0], "2026-06-11")
		a.sells(units[1], buyers[1], "2026-06-11") // one of two
		is(a.council, "heirs", len(a.heirs(r, buyers...)), 1)
		is(a.council, "the first", a.heirs(r, buyers...)[buyers[0]][0], 1)
		a.sells(units[2], buyers[1], "2026-06-12")
		is(a.council, "before the second day", len(a.heirs(r, buyers[1])), 0)
		a.clock.Pass(oneDay)
		is(a.council, "on it", a.heirs(r, append(sellers, buyers...)...)[buyers[1]][0], 2)
		a.sells(units[0], buyers[2], "2026-06-12")
		is(a.council, "who sold it on", len(a.heirs(r, buyers[0])), 0)
		is(a.council, "who has it now", a.heirs(r, buyers[2])[buyers[2]][0], 1)
		is(a.council, "sellers", len(a.heirs(r, sellers...)), 0)
		// A struck entry votes no more, and a roll of residents has no units.
		a.amends(a.striking(r, 1))
		is(a.council, "of a struck entry", len(a.heirs(r, buyers[2])), 0)
		a.neighbours()
		is(a.council, "of residents", len(a.heirs(a.draws(a.resident(schema.MeetingKindResidents), ""), buyers...)), 0)
	})
}

// Of seller and buyer the first ballot counts: a seller who voted before the
// transfer has voted, and the buyer votes where the seller did not.
func TestBuyerVotesWhereTheSellerDidNot(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		sellers, buyers := a.people(3), a.people(2)
		units := a.builds(lot{number: "1", owners: sellers[:1]}, lot{number: "2", owners: sellers[1:2]}, lot{number: "3", owners: sellers[2:]})
		a.clock.Set(a.meeting(a.sitting).StartsAt)
		opened, err := a.do.OpenMeeting(a.asChair, command.OpenMeetingInput{MeetingID: a.sitting})
		done(a.town, opened, err)
		v := a.running()
		says := func(who ident.ID, choice schema.BallotChoice) error {
			_, err := a.do.CastBallots(a.as(who), oneBallot(v, choice))
			return err
		}
		a.must(says(sellers[0], schema.BallotChoiceFor))
		today := day.Of(a.clock.Now())
		a.sells(units[0], buyers[0], today.AddDays(1).String())
		a.sells(units[1], buyers[1], today.AddDays(1).String())
		refusedWith(a.T, says(buyers[1], schema.BallotChoiceAgainst), fault.NotOnRoll)
		a.clock.Pass(oneDay)
		refusedWith(a.T, says(buyers[0], schema.BallotChoiceAgainst), fault.AlreadyVoted)
		a.must(says(buyers[1], schema.BallotChoiceAgainst))
		refusedWith(a.T, says(sellers[1], schema.BallotChoiceFor), fault.AlreadyVoted)
		a.clock.Pass(20 * oneDay)
		p, err := a.do.CloseVote(a.asChair, command.CloseVoteInput{VoteID: v})
		verdict := (&hall{council: a.council}).verdictOf(done(a.town, p, err).VerdictID)
		is(a.council, "in favour", verdict.Options.For.Entries, 1)
		is(a.council, "against", verdict.Options.Against.Entries, 1)
		is(a.council, "set aside", len(verdict.SetAside), 0)
	})
}

// Due to attend are the heads of the roll: co-owners and buyers are not one each,
// and a struck entry has none.
func TestDueAreTheHeadsOfTheRoll(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		e.couple()
		buyer := e.person("买方")
		e.sold(e.person("卖方"), buyer)
		_, gone := e.owner("误列者")
		v := e.held(rule.Policies{})
		e.says(v, buyer, schema.BallotChoiceFor)
		e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return gone.ID, tx.RollEntry.UpdateOneID(gone.ID).SetStruck(true).Exec(ctx)
		})
		facts, err := poll.Gather(ent.Unguarded(e.Context()), e.store.Read(), e.voteRow(v), e.clock.Now())
		e.must(err)
		is(e.council, "due", facts.Count.Due, 2)
	})
}

// running is a vote of the assembly that was just opened.
func (a *assembly) running() ident.Vote {
	a.Helper()
	items, err := a.store.Read().AgendaItem.Query().All(ent.Unguarded(a.Context()))
	a.must(err)
	item := items[slices.IndexFunc(items, func(i *db.AgendaItem) bool { return i.MeetingID == a.sitting.ID })]
	drafted, err := a.do.DraftVote(a.asChair, command.DraftVoteInput{
		AgendaItemID: ident.AgendaItem{ID: item.ID}, Question: "是否同意？", RuleCode: new("OWNERS_ORDINARY"),
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	})
	v := ident.Vote{ID: done(a.town, drafted, err).VoteID}
	opened, err := a.do.OpenVote(a.asChair, command.OpenVoteInput{VoteID: v})
	done(a.town, opened, err)
	return v
}
