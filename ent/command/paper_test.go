package command_test

import (
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

func answer(v ident.Vote, choice schema.BallotChoice) command.PaperAnswerInput {
	return command.PaperAnswerInput{VoteID: v, Choice: choice}
}

// Two clerks read a paper, each by themselves; then its ballots are cast. Who
// collected it has no weight.
func TestPapersAreReadTwice(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		motion := e.held(rule.Policies{})
		choosing := e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetKind(schema.VoteKindChoice).SetMostMarks(2) })
		options := e.options(choosing, 3)
		in := e.paper(place, voter, answer(motion, schema.BallotChoiceFor), command.PaperAnswerInput{VoteID: choosing, Marks: options[:2]})
		in.Number, in.CourierID, in.DocumentID = " 0042 ", person(e.director), e.scan(e.officer)
		first := once(e.town, func(o ent.Order) (*command.EnterPaperBallotPayload, error) {
			again := in
			again.Order = o
			return e.do.EnterPaperBallot(e.clerks[0], again)
		})
		row := get(e.town, e.store.Read().PaperBallot.Get, first.PaperBallotID)
		is(e.council, "entered", row.Status, schema.PaperBallotStatusEntered)
		is(e.council, "its number", row.Number, "0042")
		is(e.council, "ballots of one reading", len(e.stored(motion)), 0)
		e.minutes(30)
		in.DocumentID = nil // the second clerk has the paper at hand
		in.Number, in.Ballots = "0042", []command.PaperAnswerInput{
			{VoteID: choosing, Marks: []ident.ID{options[1], options[0]}}, answer(motion, schema.BallotChoiceFor),
		}
		second := once(e.town, func(o ent.Order) (*command.EnterPaperBallotPayload, error) {
			again := in
			again.Order = o
			return e.do.EnterPaperBallot(e.clerks[1], again)
		})
		is(e.council, "one paper", second.PaperBallotID, first.PaperBallotID)
		is(e.council, "ballots", len(second.BallotIDs), 2)
		told := e.record("enterPaperBallot", first.PaperBallotID)
		row = get(e.town, e.store.Read().PaperBallot.Get, first.PaperBallotID)
		is(e.council, "told of the scan again", strings.Contains(told[1], row.DocumentID.String()), true)
		is(e.council, "matched", row.Status, schema.PaperBallotStatusMatched)
		b := e.stored(motion)[0]
		is(e.council, "on paper", b.Channel, schema.BallotChannelPaper)
		is(e.council, "cast when it came in", b.CastAt, in.ReceivedAt)
		is(e.council, "read from it", *b.PaperID, row.ID)
		e.stand(motion, place, standsValid)
		e.stand(choosing, place, standsValid)
		e.seen(func(c *db.Client) counted { return c.PaperBallot.Query() }, 0, 1)
	})
}

// Where two clerks read different things, a third person says what it is.
func TestPapersReadDifferently(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		v := e.held(rule.Policies{})
		in := e.paper(place, voter, answer(v, schema.BallotChoiceFor))
		paper := ident.PaperBallot{ID: e.enter(0, in).PaperBallotID}
		settle := command.SettlePaperBallotInput{PaperBallotID: paper, Ballots: []command.PaperAnswerInput{answer(v, schema.BallotChoiceAgainst)}}
		spurned(e, e.do.SettlePaperBallot, []refusal[command.SettlePaperBallotInput]{
			{"what was read once", e.clerks[2], settle, []fault.Code{fault.WrongState}, "paperBallotId"},
		})
		in.Ballots = []command.PaperAnswerInput{answer(v, schema.BallotChoiceAgainst)}
		e.enter(1, in)
		is(e.council, "read differently", get(e.town, e.store.Read().PaperBallot.Get, paper.ID).Status, schema.PaperBallotStatusMismatched)
		is(e.council, "ballots", len(e.stored(v)), 0)
		nothing, unknown := settle, settle
		nothing.Ballots = nil
		unknown.PaperBallotID.ID = ident.New(ident.KindPaperBallot, e.store.Now())
		spurned(e, e.do.SettlePaperBallot, []refusal[command.SettlePaperBallotInput]{
			{"by the first reader", e.clerks[0], settle, []fault.Code{fault.SamePerson}, "paperBallotId"},
			{"by the second", e.clerks[1], settle, []fault.Code{fault.SamePerson}, "paperBallotId"},
			{"by the voter", e.as(voter), settle, []fault.Code{fault.NotMandated}, ""},
			{"without an answer", e.clerks[2], nothing, []fault.Code{fault.Blank}, "ballots"},
			{"what there is not", e.clerks[2], unknown, []fault.Code{fault.NotFound}, "paperBallotId"},
		})
		settled := once(e.town, func(o ent.Order) (*command.SettlePaperBallotPayload, error) {
			again := settle
			again.Order = o
			return e.do.SettlePaperBallot(e.clerks[2], again)
		})
		is(e.council, "ballots", len(settled.BallotIDs), 1)
		is(e.council, "settled", get(e.town, e.store.Read().PaperBallot.Get, paper.ID).Status, schema.PaperBallotStatusSettled)
		is(e.council, "against", *e.stored(v)[0].Choice, schema.BallotChoiceAgainst)
		spurned(e, e.do.SettlePaperBallot, []refusal[command.SettlePaperBallotInput]{
			{"twice", e.clerks[2], settle, []fault.Code{fault.WrongState}, "paperBallotId"},
		})
		spurned(e, e.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"a third reading", e.clerks[2], in, []fault.Code{fault.WrongState}, "number"},
		})
	})
}

// Papers that do not count are kept with the reason, and take nobody's place.
func TestInvalidPapers(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		motion := e.held(rule.Policies{})
		choosing := e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetKind(schema.VoteKindChoice) })
		options := e.options(choosing, 3)
		for reason, read := range map[schema.InvalidReason]command.PaperAnswerInput{
			schema.InvalidReasonBlank:        {VoteID: motion, Invalid: new(schema.InvalidReasonBlank)},
			schema.InvalidReasonNotSigned:    {VoteID: motion, Invalid: new(schema.InvalidReasonNotSigned)},
			schema.InvalidReasonTooManyMarks: {VoteID: choosing, Marks: options[:2]},
		} {
			voter, place := e.owner(string(reason))
			ballots := e.read(e.paper(place, voter, read))
			b := get(e.town, e.store.Read().Ballot.Get, ballots[0])
			is(e.council, "kept", b.Status, standsInvalid)
			is(e.council, "because", *b.InvalidReason, reason)
			if read.VoteID == motion {
				e.says(motion, voter, schema.BallotChoiceFor)
				e.stand(motion, place, standsInvalid, standsValid)
			}
		}
		voter, place := e.owner("甲")
		ballots := e.read(e.paper(place, voter, command.PaperAnswerInput{VoteID: choosing, Marks: []ident.ID{options[3], options[0]}}))
		is(e.council, "none and one of them", get(e.town, e.store.Read().Ballot.Get, ballots[0]).Status, standsInvalid)
		judged := e.closed(motion)
		is(e.council, "in favour", judged.Options.For.Entries, 2)
	})
}

// A city lets one agent, of the roll, stand for three owners: the fourth paper
// does not count. Nor do those of who is no owner, has no authority, or works
// for the company.
func TestPapersOfAgents(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		v := e.held(weifang)
		agent, _ := e.owner("受托人")
		e.place(e.manager)
		signed := func(principal ident.ID, place ident.RollEntry, by ident.ID) *db.Ballot {
			in := e.paper(place, principal, answer(v, schema.BallotChoiceFor))
			in.AgentID = person(by)
			return get(e.town, e.store.Read().Ballot.Get, e.read(in)[0])
		}
		for i := range 4 {
			principal, place := e.owner("委托人")
			if i < 3 {
				e.granted(e.authority(principal, agent, v))
			}
			b := signed(principal, place, agent)
			is(e.council, "in whose name", b.PersonID, principal)
			if i < 3 {
				is(e.council, "of the first three", b.Status, standsValid)
				is(e.council, "under an authority", b.ProxyID != nil, true)
				continue
			}
			is(e.council, "the fourth", b.Status, standsInvalid)
			is(e.council, "because", *b.InvalidReason, schema.InvalidReasonProxyLimit)
		}
		bare, _ := e.owner("未持委托书者")
		for by, reason := range map[ident.ID]schema.InvalidReason{
			e.person("租户"): schema.InvalidReasonProxyInvalid, bare: schema.InvalidReasonProxyInvalid,
			e.manager: schema.InvalidReasonProxyBarred,
		} {
			principal, place := e.owner("委托人")
			b := signed(principal, place, by)
			is(e.council, "kept", b.Status, standsInvalid)
			is(e.council, "because", *b.InvalidReason, reason)
		}
		e.agrees(v)
	})
}

// A paper that was handed in in time may be entered after the close, and counts
// when the vote is judged anew; one that came too late is refused.
func TestPapersAfterTheClose(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		other, next := e.owner("乙")
		v := e.held(rule.Policies{})
		is(e.council, "in favour at the close", e.closed(v).Options.For.Entries, 0)
		ended := e.clock.Now()
		e.minutes(10)
		late := e.paper(place, voter, answer(v, schema.BallotChoiceFor))
		spurned(e, e.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"too late", e.clerks[0], late, []fault.Code{fault.LatePaper}, "ballots.0.voteId"},
		})
		late.ReceivedAt = ended
		e.read(late)
		e.stand(v, place, standsValid)
		e.agrees(v)
		is(e.council, "in favour", e.verdictOf(e.lastVerdict(v).ID).Options.For.Entries, 1)
		told := e.record("enterPaperBallot", *e.stored(v)[0].PaperID)
		is(e.council, "told of the verdict", strings.Contains(told[1], e.lastVerdict(v).ID.String()), true)

		disputed := e.paper(next, other, answer(v, schema.BallotChoiceFor))
		disputed.ReceivedAt = ended
		paper := ident.PaperBallot{ID: e.enter(0, disputed).PaperBallotID}
		disputed.Ballots = []command.PaperAnswerInput{answer(v, schema.BallotChoiceAgainst)}
		e.enter(1, disputed)
		is(e.council, "against, as long as it is disputed", e.verdictOf(e.lastVerdict(v).ID).Options.Against.Entries, 0)
		settled, err := e.do.SettlePaperBallot(e.clerks[2], command.SettlePaperBallotInput{PaperBallotID: paper, Ballots: disputed.Ballots})
		done(e.town, settled, err)
		is(e.council, "against", e.verdictOf(e.lastVerdict(v).ID).Options.Against.Entries, 1)

		e.ends(v, ended, schema.VoteStatusPreliminary)
		late.Number = "另一张"
		spurned(e, e.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"after the result was posted", e.clerks[0], late, []fault.Code{fault.WrongState}, "ballots.0.voteId"},
		})
	})
}

func TestEnterPaperBallotRefusals(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		other, next := e.owner("乙")
		agent, _ := e.owner("受托人")
		v, draft := e.held(rule.Policies{}), e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetStatus(schema.VoteStatusNoticed) })
		byHand := e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetMethod(schema.VoteMethodSecretPaper) })
		abroad := newBallotEstate(e.council)
		_, elsewhere := abroad.owner("丙")
		foreign := abroad.held(rule.Policies{})
		entered := e.paper(place, voter, answer(v, schema.BallotChoiceFor))
		e.enter(0, entered)
		in := func(change func(*command.EnterPaperBallotInput)) command.EnterPaperBallotInput {
			ask := e.paper(next, other, answer(v, schema.BallotChoiceFor))
			change(&ask)
			return ask
		}
		again := func(change func(*command.EnterPaperBallotInput)) command.EnterPaperBallotInput {
			ask := entered
			change(&ask)
			return ask
		}
		says := func(answers ...command.PaperAnswerInput) command.EnterPaperBallotInput {
			return in(func(i *command.EnterPaperBallotInput) { i.Ballots = answers })
		}
		plainly := func(*command.EnterPaperBallotInput) {}
		blank := new(schema.InvalidReasonBlank)
		option := ident.New(ident.KindVoteOption, e.store.Now())
		clerk := e.clerks[1]
		spurned(e, e.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"by the voter", e.as(other), in(plainly), []fault.Code{fault.NotMandated}, ""},
			{"without a number", clerk, in(func(i *command.EnterPaperBallotInput) { i.Number = " " }), []fault.Code{fault.Blank}, "number"},
			{"tomorrow", clerk, in(func(i *command.EnterPaperBallotInput) { i.ReceivedAt = i.ReceivedAt.Add(24 * time.Hour) }), []fault.Code{fault.ReceivedLater}, "receivedAt"},
			{"before it was opened", clerk, in(func(i *command.EnterPaperBallotInput) { i.ReceivedAt = evening(0) }), []fault.Code{fault.EarlyPaper}, "ballots.0.voteId"},
			{"for a place of another roll", clerk, in(func(i *command.EnterPaperBallotInput) { i.EntryID = elsewhere }), []fault.Code{fault.EntryOfOtherRoll}, "entryId"},
			{"of somebody else's flat", clerk, in(func(i *command.EnterPaperBallotInput) { i.PersonID.ID = voter }), []fault.Code{fault.VoterNotOfEntry}, "personId"},
			{"by an agent for themselves", clerk, in(func(i *command.EnterPaperBallotInput) { i.AgentID = person(other) }), []fault.Code{fault.SameThing}, "agentId"},
			{"collected by nobody known", clerk, in(func(i *command.EnterPaperBallotInput) {
				i.CourierID = &ident.Person{ID: ident.New(ident.KindPerson, e.store.Now())}
			}), []fault.Code{fault.NotFound}, "courierId"},
			{"without an answer", clerk, says(), []fault.Code{fault.Blank}, "ballots"},
			{"with two answers in one vote", clerk, says(answer(v, "FOR"), answer(v, "FOR")), []fault.Code{fault.ListedTwice}, "ballots.1.voteId"},
			{"that says nothing", clerk, says(command.PaperAnswerInput{VoteID: v}), []fault.Code{fault.FieldNeeded}, "ballots.0.choice"},
			{"that says two things", clerk, says(command.PaperAnswerInput{VoteID: v, Choice: "FOR", Invalid: blank}), []fault.Code{fault.OneOfNeeded}, "ballots.0.invalid"},
			{"with marks on a motion", clerk, says(command.PaperAnswerInput{VoteID: v, Marks: []ident.ID{option}}), []fault.Code{fault.FieldUnused}, "ballots.0.marks"},
			{"in a vote of another meeting", clerk, says(answer(foreign, "FOR")), []fault.Code{fault.VoteOfOtherMeeting}, "ballots.0.voteId"},
			{"in a vote that is not open", clerk, says(answer(draft, "FOR")), []fault.Code{fault.WrongState}, "ballots.0.voteId"},
			{"in a vote that is counted by hand", clerk, says(answer(byHand, "FOR")), []fault.Code{fault.MethodNotSupported}, "ballots.0.voteId"},
			{"in a vote that there is not", clerk, says(answer(ident.Vote{ID: ident.New(ident.KindVote, e.store.Now())}, "FOR")), []fault.Code{fault.NotFound}, "ballots.0.voteId"},
			{"read twice by one person", e.clerks[0], again(plainly), []fault.Code{fault.SamePerson}, "number"},
			{"under a number of another paper", clerk, again(func(i *command.EnterPaperBallotInput) { i.EntryID, i.PersonID.ID = next, other }),
				[]fault.Code{fault.PaperDiffers, fault.PaperDiffers}, "entryId"},
			{"signed by another", clerk, again(func(i *command.EnterPaperBallotInput) { i.AgentID = person(agent) }), []fault.Code{fault.PaperDiffers}, "agentId"},
			{"collected by another", clerk, again(func(i *command.EnterPaperBallotInput) { i.CourierID = person(agent) }), []fault.Code{fault.PaperDiffers}, "courierId"},
			{"scanned by the second reader alone", clerk, again(func(i *command.EnterPaperBallotInput) { i.DocumentID = e.scan(clerk) }), []fault.Code{fault.PaperDiffers}, "documentId"},
			{"received at another time", clerk, again(func(i *command.EnterPaperBallotInput) { i.ReceivedAt = evening(2) }), []fault.Code{fault.PaperDiffers}, "receivedAt"},
		})
	})
}

// A party casts one ballot among its delegates, on paper as online.
func TestPapersOfDelegates(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		h.sends(c.asM, 3, c.chair)
		h.comes(c.chair, &h.parties[3])
		v := h.running("")
		h.minutes(1)
		p, err := c.do.CastBallots(c.asM, onePaper(v))
		done(c.town, p, err)
		e := &ballotEstate{hall: h}
		in := e.paper(ident.RollEntry{ID: h.entries(v)[3].ID}, c.chair, answer(v, schema.BallotChoiceAgainst))
		absent := e.paper(ident.RollEntry{ID: h.entries(v)[0].ID}, c.secretary, answer(v, schema.BallotChoiceFor))
		denied(h, c.do.EnterPaperBallot, []refusal[command.EnterPaperBallotInput]{
			{"of the other delegate", h.officer, in, []fault.Code{fault.AlreadyVoted}, "personId"},
		})
		first, err := c.do.EnterPaperBallot(h.officer, absent)
		done(c.town, first, err)
	})
}
