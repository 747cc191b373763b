package command_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// onePaper is a paper with a ballot in favour for each vote.
func onePaper(votes ...ident.Vote) command.CastBallotsInput {
	var in command.CastBallotsInput
	for _, v := range votes {
		in.Ballots = append(in.Ballots, command.BallotInput{VoteID: v, Choice: schema.BallotChoiceFor})
	}
	return in
}

func TestCastBallots(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		first, second := h.running(""), h.running("JOINT_MAJORITY_OF_PARTIES")
		h.minutes(1)
		cast := once(h.town, func(o ent.Order) (*command.CastBallotsPayload, error) {
			in := onePaper(first, second)
			in.Order = o
			return h.do.CastBallots(h.asM, in)
		})
		is(h.council, "ballots", len(cast.BallotIDs), 2)
		b := get(h.town, h.store.Read().Ballot.Get, cast.BallotIDs[1])
		is(h.council, "the vote", b.VoteID, second.ID)
		is(h.council, "the voter", b.PersonID, h.manager)
		is(h.council, "cast", b.CastAt, h.store.Now())
		is(h.council, "by", b.Channel, schema.BallotChannelOnline)
		other := onePaper(first)
		other.RequestID = new("请求-1")
		_, err := h.do.CastBallots(h.asM, other)
		refusedWith(h.T, err, fault.RequestIDReused)

		tried := onePaper(first)
		tried.DryRun = true
		before := h.tallied()
		p, err := h.do.CastBallots(h.asChair, tried)
		if len(done(h.town, p, err).BallotIDs) != 0 || h.tallied()["ballots"] != before["ballots"] {
			h.Error("a dry run cast a ballot")
		}
	})
}

func TestCastBallotsRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v, closed, draft := h.running(""), h.running(""), h.drafted("")
		h.closed(closed)
		voted, err := h.do.CastBallots(h.asM, onePaper(v))
		done(h.town, voted, err)
		unknown := ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}
		stranger := h.as(h.person("路人"))
		elsewhere := oneBallot(v, schema.BallotChoiceFor)
		elsewhere.Ballots[0].EntryID = &ident.RollEntry{ID: h.entries(v)[0].ID}
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"an empty paper", h.asChair, onePaper(), []fault.Code{fault.Blank}, "ballots"},
			{"too many motions", h.asChair, onePaper(make([]ident.Vote, 51)...), []fault.Code{fault.TooMany}, "ballots"},
			{"a second ballot", h.asM, onePaper(v), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"after the close", h.asChair, onePaper(closed), []fault.Code{fault.VoteNotOpen}, "ballots.0.voteId"},
			{"before the opening", h.asChair, onePaper(draft), []fault.Code{fault.VoteNotOpen}, "ballots.0.voteId"},
			{"by somebody not on the roll", stranger, onePaper(v), []fault.Code{fault.NotOnRoll}, "ballots.0.voteId"},
			{"under the place of another party", h.asChair, elsewhere, []fault.Code{fault.NotOnRoll}, "ballots.0.entryId"},
			{"in a vote that does not exist", h.asChair, onePaper(unknown), []fault.Code{fault.NotFound}, "ballots.0.voteId"},
			{"in a vote that the voter cannot see", stranger, onePaper(draft), []fault.Code{fault.NotFound}, "ballots.0.voteId"},
			{"by the operator", h.operator, onePaper(v), []fault.Code{fault.NotMandated}, ""},
			{"the same twice", h.asChair, onePaper(v, v), []fault.Code{fault.ListedTwice}, "ballots.1.voteId"},
			{"one good motion and two bad ones", h.asChair, onePaper(v, closed, unknown), []fault.Code{fault.VoteNotOpen, fault.NotFound}, "ballots.1.voteId"},
		})
		if _, err := h.do.CastBallots(h.visitor, onePaper(v)); !errors.Is(err, ent.ErrUnauthenticated) {
			h.Errorf("a visitor was answered %v", err)
		}
	})
}

// Who comes late, or has left, does not vote; unless the rule admits the late.
func TestWhoIsNotThere(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) { r.LateArrivalsVote = true })
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, false, false})
		strict, lenient := h.running(""), h.running("JOINT_MAJORITY_OF_PARTIES")
		h.minutes(1)
		h.comes(c.chair, &h.parties[2])
		out, err := c.do.CheckOut(c.asDirector, command.CheckOutInput{MeetingID: h.sitting})
		done(c.town, out, err)
		denied(h, c.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"came late", c.asChair, onePaper(strict), []fault.Code{fault.NotPresent}, "ballots.0.voteId"},
			{"has left", c.asDirector, onePaper(strict), []fault.Code{fault.NotPresent}, "ballots.0.voteId"},
			{"never came", c.asM, onePaper(lenient), []fault.Code{fault.NotPresent}, "ballots.0.voteId"},
		})
		late, err := c.do.CastBallots(c.asChair, onePaper(lenient))
		done(c.town, late, err)
		is(c, "who came late is counted", h.closed(lenient).Options.For.Entries, 1)
	})
}

// Two delegates of a party have one vote, and one delegate of two parties has
// two.
func TestPlacesOnTheRoll(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES", [4]ident.ID{c.secretary, c.director, c.secretary, c.manager}, [4]bool{true, true, true, true})
		h.sends(c.asM, 3, c.chair)
		h.comes(c.chair, &h.parties[3])
		v := h.running("")
		p, err := c.do.CastBallots(c.asM, onePaper(v))
		done(c.town, p, err)
		denied(h, c.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"the other delegate", c.asChair, onePaper(v), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"one of two places, but which", c.asSecretary, onePaper(v), []fault.Code{fault.EntryNeeded}, "ballots.0.entryId"},
		})
		both := onePaper(v, v)
		places := h.entries(v)
		both.Ballots[0].EntryID, both.Ballots[1].EntryID = &ident.RollEntry{ID: places[0].ID}, &ident.RollEntry{ID: places[2].ID}
		p, err = c.do.CastBallots(c.asSecretary, both)
		is(c, "ballots for two parties", len(done(c.town, p, err).BallotIDs), 2)
	})
}

func TestOnePaperIsOfOneMeeting(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		other := h.council.joined("JOINT_ALL_PARTIES", h.leaders(), [4]bool{true, true, true, true})
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{{
			"two meetings", h.asChair, onePaper(h.running(""), other.running("")),
			[]fault.Code{fault.OneMeetingAtATime}, "ballots.1.voteId",
		}})
	})
}

// Nobody is there in a written meeting, and everybody may vote.
func TestWrittenVote(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := &hall{council: c, officer: c.asSecretary}
		in := c.joint()
		in.Form, in.Venue, in.ChairID = schema.MeetingFormWritten, nil, nil
		p, err := c.do.AuthorizeDelegate(c.asM, command.AuthorizeDelegateInput{PartyID: c.companyParty, PersonID: ident.Person{ID: c.manager}})
		done(c.town, p, err)
		h.holds(in, "重划停车线", "PARKING_ORDER")
		v := h.running("")
		cast, err := c.do.CastBallots(c.asM, onePaper(v))
		done(c.town, cast, err)
		is(c, "the company", h.closed(v).Parties[3].Position, schema.PartyPositionFor)
	})
}

// A paper that cannot be written spoils none of those that came with it.
func TestOnePaperSpoilsNoOther(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		var first sync.Once
		entered, gate := make(chan struct{}), make(chan struct{})
		do := command.NewHolding(h.store, func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error) {
			first.Do(func() {
				close(entered)
				<-gate
			})
			return command.HeldVotes(ctx, tx, votes)
		})
		choices := []schema.BallotChoice{"FOR", "MAYBE", "FOR", "AGAINST"}
		errs := make([]error, len(choices))
		var everybody sync.WaitGroup
		for i, voter := range []context.Context{h.asSecretary, h.asDirector, h.asChair, h.asM} {
			everybody.Go(func() { _, errs[i] = do.CastBallots(voter, oneBallot(v, choices[i])) })
		}
		<-entered
		close(gate)
		everybody.Wait()
		do.Close()
		for i, err := range errs {
			if _, refused := fault.Of(err); (err != nil) != (i == 1) || refused {
				h.Errorf("paper %d was answered %v", i, err)
			}
		}
		is(h.council, "ballots", len(h.stored(v)), 3)
		if _, err := do.CastBallots(h.asChair, onePaper(v)); !errors.Is(err, ent.ErrClosed) {
			h.Errorf("after the end a paper was answered %v", err)
		}
	})
}
