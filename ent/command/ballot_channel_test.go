package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/ownership"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Who voted online and on paper is counted once, as the rule says that was fixed
// before the vote opened; the other ballot is kept beside it.
func TestChannelPrecedence(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		online, paper := []schema.BallotStatus{standsValid, standsSuperseded}, []schema.BallotStatus{standsSuperseded, standsValid}
		for name, c := range map[string]struct {
			precedence rule.ChannelPrecedence
			paperFirst bool
			want       []schema.BallotStatus // of the first one taken in, and the second
		}{
			"nothing said, online first": {"", false, online},
			"nothing said, paper first":  {"", true, online},
			"first, online first":        {rule.FirstPrevails, false, online},
			"online, online first":       {rule.OnlinePrevails, false, online},
			"online, paper first":        {rule.OnlinePrevails, true, paper},
			"paper, online first":        {rule.PaperPrevails, false, paper},
			"paper, paper first":         {rule.PaperPrevails, true, online},
		} {
			voter, place := e.owner(name)
			v := e.held(rule.Policies{ChannelPrecedence: c.precedence})
			if !c.paperFirst {
				e.says(v, voter, schema.BallotChoiceAgainst)
			}
			e.minutes(1)
			e.read(e.paper(place, voter, command.PaperAnswerInput{VoteID: v, Choice: schema.BallotChoiceFor}))
			if c.paperFirst {
				e.says(v, voter, schema.BallotChoiceAgainst)
			}
			e.stand(v, place, c.want...)
			e.agrees(v)
		}
	})
}

// A paper that was handed in before the online ballot came first, whenever it
// is entered.
func TestAPaperCountsFromWhenItCameIn(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		v := e.held(rule.Policies{})
		received := e.clock.Now()
		e.says(v, voter, schema.BallotChoiceAgainst)
		e.minutes(1)
		paper := e.paper(place, voter, command.PaperAnswerInput{VoteID: v, Choice: schema.BallotChoiceFor})
		paper.ReceivedAt = received
		e.read(paper)
		e.stand(v, place, standsSuperseded, standsValid)
		e.agrees(v)
	})
}

// In the hall an officer enters what somebody says who is there.
func TestCastInTheHall(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.minutes(1)
		inHall := func(voter ident.ID, choice schema.BallotChoice) command.CastBallotsInput {
			in := oneBallot(v, choice)
			in.Channel, in.VoterID = schema.BallotChannelHall, person(voter)
			return in
		}
		nobody, alone, paper := inHall(h.manager, "FOR"), inHall(h.manager, "FOR"), inHall(h.manager, "FOR")
		nobody.VoterID = nil
		alone.Channel, paper.Channel = "", schema.BallotChannelPaper
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"for nobody", h.officer, nobody, []fault.Code{fault.FieldNeeded}, "voterId"},
			{"for another, online", h.officer, alone, []fault.Code{fault.FieldUnused}, "voterId"},
			{"a paper", h.officer, paper, []fault.Code{fault.WrongKind, fault.FieldUnused}, "channel"},
			{"by a delegate", h.asChair, inHall(h.manager, "FOR"), []fault.Code{fault.NotMandated}, "ballots.0"},
			{"for somebody not on the roll", h.officer, inHall(h.person("路人"), "FOR"), []fault.Code{fault.NotOnRoll}, "ballots.0.voteId"},
		})
		cast := once(h.town, func(o ent.Order) (*command.CastBallotsPayload, error) {
			in := inHall(h.manager, schema.BallotChoiceFor)
			in.Order = o
			return h.do.CastBallots(h.officer, in)
		})
		b := get(h.town, h.store.Read().Ballot.Get, cast.BallotIDs[0])
		is(h.council, "the voter", b.PersonID, h.manager)
		is(h.council, "in the hall", b.Channel, schema.BallotChannelHall)
		out, err := h.do.CheckOut(h.asDirector, command.CheckOutInput{MeetingID: h.sitting})
		done(h.town, out, err)
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"a second time", h.officer, inHall(h.manager, "FOR"), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"for somebody who has left", h.officer, inHall(h.director, "FOR"), []fault.Code{fault.NotPresent}, "ballots.0.voteId"},
		})
	})
}

func TestAWrittenVoteHasNoHall(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, _ := e.owner("甲")
		in := oneBallot(e.held(rule.Policies{}), schema.BallotChoiceFor)
		in.Channel, in.VoterID = schema.BallotChannelHall, person(voter)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"in the hall", e.officer, in, []fault.Code{fault.NoSitting}, "ballots.0.voteId"},
		})
	})
}

// A flat that is sold while the vote is open has one vote: the seller's, if it
// was given, and otherwise the buyer's.
func TestBallotsAndATransferOfTitle(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		v := e.held(rule.Policies{})
		sold := func() (ident.ID, ident.ID, ident.RollEntry) {
			seller, buyer := e.person("卖方"), e.person("买方")
			return seller, buyer, e.sold(seller, buyer)
		}
		early, late, place := sold()
		e.says(v, early, schema.BallotChoiceFor)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"the seller has voted", e.as(late), oneBallot(v, schema.BallotChoiceAgainst), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
		})
		e.stand(v, place, standsValid)

		seller, buyer, other := sold()
		e.says(v, buyer, schema.BallotChoiceAgainst)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"the buyer has voted", e.as(seller), oneBallot(v, schema.BallotChoiceFor), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"who never owned it", e.as(e.person("路人")), oneBallot(v, schema.BallotChoiceFor), []fault.Code{fault.NotOnRoll}, "ballots.0.voteId"},
		})
		e.stand(v, other, standsValid)

		// What the seller handed in on paper before is held against the buyer's.
		e.minutes(1)
		e.read(e.paper(place, late, command.PaperAnswerInput{VoteID: v, Choice: schema.BallotChoiceAgainst}))
		e.stand(v, place, standsValid, standsInvalid)
	})
}

// A flat that is sold twice has one vote too. Whoever owned it on the day of their
// ballot, or of their paper, has voted, whenever that is looked at.
func TestBallotsAndASecondTransferOfTitle(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		v := e.held(rule.Policies{Recast: rule.UntilClose})
		seller, buyer, last := e.person("卖方"), e.person("买方"), e.person("再买方")
		place := e.sold(seller, buyer)
		e.says(v, buyer, schema.BallotChoiceFor)
		slow, late := e.person("买方"), e.person("再买方")
		other := e.sold(e.person("卖方"), slow)
		paper := e.paper(other, slow, answer(v, schema.BallotChoiceFor))
		e.clock.Pass(oneDay)
		e.resold(buyer, last)
		e.resold(slow, late)
		against := oneBallot(v, schema.BallotChoiceAgainst)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"the buyer has voted", e.as(last), against, []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"and the seller did not", e.as(seller), against, []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"who has sold it on", e.as(buyer), against, []fault.Code{fault.NotOnRoll}, "ballots.0.voteId"},
		})
		e.minutes(1)
		e.read(e.paper(place, last, answer(v, schema.BallotChoiceAgainst)))
		e.stand(v, place, standsValid, standsInvalid)
		spurned(e, e.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"of who has sold it on", e.clerks[0], e.paper(other, slow, answer(v, schema.BallotChoiceFor)), []fault.Code{fault.VoterNotOfEntry}, "personId"},
		})
		e.read(paper)
		e.stand(v, other, standsValid)
		e.agrees(v)
		is(e.council, "in favour", e.closed(v).Options.For.Entries, 2)
	})
}

// resold lets the owner of a flat sell it today.
func (e *ballotEstate) resold(owner, to ident.ID) {
	e.Helper()
	row, err := e.store.Read().Ownership.Query().Where(ownership.PersonID(owner)).Only(ent.Unguarded(e.Context()))
	e.must(err)
	p, err := e.do.TransferOwnership(e.registrar, command.TransferOwnershipInput{
		OwnershipID: ident.Ownership{ID: row.ID}, PersonID: person(to), On: new(day.Of(e.clock.Now())),
	})
	done(e.town, p, err)
}

// sold puts a flat on the roll that was sold on the fifth of June.
func (e *ballotEstate) sold(seller, buyer ident.ID) ident.RollEntry {
	e.Helper()
	e.places++
	return ident.RollEntry{ID: e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		unit, err := tx.Unit.Create().SetCommunityID(e.community).SetAreaID(e.estate).SetNumber(seller.String()).SetExclusiveArea(90_00).
			SetUse(schema.UnitUseDwelling).SetAreaSource(schema.AreaSourceRegistered).SetDeliveryStatus(schema.DeliveryStatusDelivered).
			SetCountsForVoting(true).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		owns := tx.Ownership.Create().SetCommunityID(e.community).SetUnitID(unit.ID).SetDesignatedVoter(false)
		if err := owns.SetPersonID(seller).SetFrom(*on("2020-01-01")).SetTo(*on("2026-06-05")).Exec(ctx); err != nil {
			return ident.Nil, err
		}
		owns = tx.Ownership.Create().SetCommunityID(e.community).SetUnitID(unit.ID).SetDesignatedVoter(false)
		if err := owns.SetPersonID(buyer).SetFrom(*on("2026-06-05")).Exec(ctx); err != nil {
			return ident.Nil, err
		}
		entry, err := tx.RollEntry.Create().SetCommunityID(e.community).SetRollID(e.roll).SetPosition(e.places).SetLabel("卖方").
			SetHeads(1).SetArea(90_00).SetPersonID(seller).AddUnitIDs(unit.ID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return entry.ID, nil
	})}
}
