package command_test

import (
	"context"
	"testing"

	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// TestVoteViews are what a meeting app shows of a vote, to its voters and to
// others, while it runs and after it.
func TestVoteViews(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES", [4]ident.ID{c.secretary, c.director, c.secretary, c.manager}, [4]bool{true, true, true, false})
		v := h.running("")
		r, err := view.VoteRule(get(c.town, c.store.Read().Vote.Get, v.ID))
		c.must(err)
		is(c, "the rule", r.Code, "JOINT_ALL_PARTIES")
		is(c, "who is absent", *r.AbsentParty, schema.AbsentPartyPolicyBlocks)
		is(c, "days to consent", *r.ConsentDays, 3)
		mine := func(as context.Context) []*view.ViewerEntry {
			c.Helper()
			entries, err := asked(as, view.Now(c.store).ViewerEntries, c.store.Read().Vote.Get, v.ID)
			c.must(err)
			return entries
		}
		is(c, "the secretary's places", len(mine(c.asSecretary)), 2)
		is(c, "the visitor's places", len(mine(c.visitor)), 0)
		is(c, "the manager's obstacle", mine(c.asM)[0].Reasons[0].Code, fault.NotPresent)
		h.may(c.asDirector, v, "castBallots", "")
		h.may(c.asM, v, "castBallots", fault.NotPresent)
		h.may(c.registrar, v, "castBallots", fault.NotOnRoll)
		h.may(c.asSecretary, v, "closeVote", "")
		h.may(c.asM, v, "closeVote", fault.NotMandated)
		h.may(c.asSecretary, v, "openVote", fault.WrongState)
		h.may(c.asSecretary, v, "correctVote", fault.WrongState)

		p, err := c.do.CastBallots(c.asDirector, onePaper(v))
		cast := done(c.town, p, err)
		turnout, err := asked(c.visitor, view.Now(c.store).Turnouts, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "turnout", *turnout, view.Turnout{Cast: 1, Of: 4})
		own, err := asked(c.asDirector, view.Now(c.store).ViewerBallots, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "the own ballot", *own, cast.BallotIDs[0])
		none, err := asked(c.asSecretary, view.Now(c.store).ViewerBallots, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "the ballot of another one", none, nil)
		h.may(c.asDirector, v, "castBallots", fault.AlreadyVoted)
		open, err := asked(c.asSecretary, view.Now(c.store).Verdicts, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "the verdict of an open vote", open, nil)

		h.votes(v, h.sent[:], "F-F-")
		h.closed(v)
		judged, err := asked(c.visitor, view.Now(c.store).Verdicts, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "the outcome", judged.Outcome, awaiting)
		is(c, "until", *judged.ConsentUntil, day.Of(c.store.Now()).AddDays(3).End().UTC())
		is(c, "in favour", judged.Options[0], view.OptionCount{Choice: schema.BallotChoiceFor, Ballots: 3})
		is(c, "clauses", len(judged.Clauses), 2)
		is(c, "the approval needs", judged.Clauses[1].Needed, "4")
		is(c, "and got", judged.Clauses[1].Got, "3")
		is(c, "of", *judged.Clauses[1].Of, "4")
		is(c, "asked", *judged.Clauses[1].Share, "≥ 1/1")
		is(c, "the first party", *judged.Parties[0].Position, schema.PartyPositionFor)
		is(c, "the last party", *judged.Parties[3].Position, schema.PartyPositionAbsent)
		is(c, "in words", judged.Explanation[0].Chinese, "表决结果：待缺席方表示意见。")
		h.may(c.asSecretary, v, "finalizeVote", fault.ConsentPending)
		c.clock.Set(*judged.ConsentUntil)
		later, err := asked(c.visitor, view.Now(c.store).Verdicts, c.store.Read().Vote.Get, v.ID)
		c.must(err)
		is(c, "when the time is over", later.Outcome, rejected)
		h.may(c.asSecretary, v, "finalizeVote", "")
		is(c, "though nobody wrote it", h.lastVerdict(v).Outcome, awaiting)
	})
}

// A vote that does not show voters' choices does not show those of parties
// either: with one delegate they are the same.
func TestSemiOpenVoteHidesPositions(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		p, err := h.do.DraftVote(h.officer, command.DraftVoteInput{
			AgendaItemID: h.item, Question: "是否同意?", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilitySemiOpen,
		})
		v := ident.Vote{ID: done(h.town, p, err).VoteID}
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		done(h.town, opened, err)
		h.votes(v, h.sent[:], "FFFG")
		h.closed(v)
		judged, err := asked(h.registrar, view.Now(h.store).Verdicts, h.store.Read().Vote.Get, v.ID)
		h.must(err)
		for _, party := range judged.Parties {
			if party.Position != nil {
				h.Errorf("%s is shown to be %s", party.Label, *party.Position)
			}
		}
		seen, err := h.store.Read().Ballot.Query().Count(h.registrar)
		h.must(err)
		is(h.council, "ballots that others see", seen, 0)
	})
}

// may asserts that a verb about a vote is shown as possible, or as refused with
// the code.
func (h *hall) may(as context.Context, v ident.Vote, verb string, code fault.Code) {
	h.Helper()
	permissions, err := asked(as, view.Now(h.store).VotesViewerCan, h.store.Read().Vote.Get, v.ID)
	h.must(err)
	for _, p := range permissions {
		if p.Verb != verb {
			continue
		}
		if p.Allowed != (code == "") {
			h.Errorf("%s is shown as %v: %v", verb, p.Allowed, p.Reasons)
		}
		if code != "" && (len(p.Reasons) == 0 || p.Reasons[0].Code != code) {
			h.Errorf("%s is shown as refused with %v, want %s", verb, p.Reasons, code)
		}
		return
	}
	h.Errorf("nothing is said about %s", verb)
}
