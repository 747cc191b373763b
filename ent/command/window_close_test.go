package command_test

import (
	"strings"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// A vote with an announced close ends then: not before, and as of that instant
// when somebody gets to it later, also to declare it void.
func TestCloseAtTheAnnouncedTime(t *testing.T) {
	eachCorrespondence(t, fiveToSixty, func(h *hall) {
		v, void := h.until(30), h.until(30)
		closes := *h.voteRow(v).ClosesAt
		h.votes(v, h.sent[:], "FF--")
		early := []refusal[command.CloseVoteInput]{
			{"before", h.officer, command.CloseVoteInput{VoteID: v}, []fault.Code{fault.ClosesLater}, "voteId"},
			{"before, by the clock", h.byClock(), command.CloseVoteInput{VoteID: v}, []fault.Code{fault.ClosesLater}, "voteId"},
		}
		denied(h, h.do.CloseVote, early)
		h.clock.Set(closes.Add(-time.Microsecond))
		denied(h, h.do.CloseVote, early)
		h.may(h.officer, v, "closeVote", fault.ClosesLater)
		h.clock.Set(closes)
		h.may(h.officer, v, "closeVote", "")
		h.votes(v, h.sent[:], "--F-") // at the very instant, and in time
		h.clock.Set(closes.Add(time.Microsecond))
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"after it, though nobody has closed it", h.asM, onePaper(v), []fault.Code{fault.VoteNotOpen}, "ballots.0.voteId"},
		})
		mine, err := view.Now(h.store).ViewerEntries(h.asM, []*db.Vote{h.voteRow(v)})
		h.must(err)
		is(h.council, "why nothing can be cast", mine[0][0].Reasons[0].Code, fault.VoteNotOpen)
		h.clock.Pass(oneDay)
		judged := h.closed(v)
		is(h.council, "counted", judged.Options.For.Entries, 3)
		is(h.council, "closed", *h.voteRow(v).ClosedAt, closes)

		p, err := h.do.VoidVote(h.officer, command.VoidVoteInput{VoteID: void, Reason: "名册有误"})
		done(h.town, p, err)
		is(h.council, "the other one ended", *h.voteRow(void).ClosedAt, closes)
		is(h.council, "the other one", h.voteRow(void).Status, schema.VoteStatusVoid)
	})
}

// Once everybody has voted there is nothing to wait for, unless somebody may
// still change their mind. The clock waits all the same.
func TestCloseWhenEverybodyHasVoted(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.correspondence(func(r *rule.Rule) { r.Window = &fiveToSixty })
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) { r.Recast = rule.UntilClose })
		v := h.until(30)
		h.votes(v, h.sent[:], "FFFF")
		denied(h, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"by the clock", h.byClock(), command.CloseVoteInput{VoteID: v}, []fault.Code{fault.ClosesLater}, "voteId"},
		})
		h.may(h.officer, v, "closeVote", "")
		h.minutes(1)
		is(c, "the outcome", h.closed(v).Outcome, adopted)
		is(c, "closed", *h.voteRow(v).ClosedAt, h.store.Now())

		changeable := h.drafted("JOINT_MAJORITY_OF_PARTIES")
		p, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: changeable, ClosesAt: h.days(30)})
		done(c.town, p, err)
		h.votes(changeable, h.sent[:], "FFFF")
		denied(h, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"ballots may be changed", h.officer, command.CloseVoteInput{VoteID: changeable}, []fault.Code{fault.ClosesLater}, "voteId"},
		})
	})
}

// Of two owners of a flat the second one may still disagree with the first, until
// it is settled whose ballot counts; and whoever sent somebody may still come.
func TestCoOwnersAreWaitedFor(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, place := e.couple()
		v := e.held(rule.Policies{}, func(row *db.VoteCreate) { row.SetClosesAt(evening(20)) })
		e.says(v, husband, schema.BallotChoiceFor)
		waiting := []refusal[command.CloseVoteInput]{
			{"while the other may disagree", e.officer, command.CloseVoteInput{VoteID: v}, []fault.Code{fault.ClosesLater}, "voteId"},
		}
		denied(e.hall, e.do.CloseVote, waiting)
		e.says(v, wife, schema.BallotChoiceAgainst)
		denied(e.hall, e.do.CloseVote, waiting)
		p, err := e.do.SettleBallotConflict(e.officer, command.SettleBallotConflictInput{
			VoteID: v, EntryID: place, PersonID: *person(wife), DocumentID: *e.scan(e.officer),
		})
		done(e.town, p, err)
		is(e.council, "against", e.closed(v).Options.Against.Entries, 1)
	})
}

// The service itself does what was announced and nothing else, and the record
// says so.
func TestTheClock(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_ALL_PARTIES", func(r *rule.Rule) { r.Window = &fiveToSixty })
		h := &hall{council: c, officer: c.asSecretary}
		opens, closes := evening(8), evening(20)
		v, _ := h.announced(opens, closes)
		h.clock.Set(opens)
		opened, err := h.do.OpenVote(h.byClock(), command.OpenVoteInput{VoteID: v})
		done(c.town, opened, err)
		is(c, "closes", *h.voteRow(v).ClosesAt, closes)
		h.clock.Set(closes.Add(time.Hour))
		closed, err := h.do.CloseVote(h.byClock(), command.CloseVoteInput{VoteID: v})
		done(c.town, closed, err)
		is(c, "closed", *h.voteRow(v).ClosedAt, closes)
		for _, verb := range []string{"openVote", "closeVote"} {
			leaves := h.record(verb, v.ID)
			if len(leaves) != 1 || !strings.Contains(leaves[0], `"clock":true`) || strings.Contains(leaves[0], `"actor"`) {
				c.Errorf("the record of %s is %v", verb, leaves)
			}
		}
		denied(h, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"a second time", h.byClock(), command.CloseVoteInput{VoteID: v}, []fault.Code{fault.WrongState}, "voteId"},
		})
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"any other verb", h.byClock(), command.FinalizeVoteInput{VoteID: v}, []fault.Code{fault.NotMandated}, ""},
		})
	})
}
