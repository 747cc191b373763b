package command_test

import (
	"context"
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

// A motion takes a choice; among options and candidates some are marked.
func TestBallotsOfEveryKind(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		other, _ := e.owner("乙")
		motion := e.held(rule.Policies{})
		choosing := e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetKind(schema.VoteKindChoice).SetMostMarks(2) })
		options := e.options(choosing, 3)
		electing, _ := rule.Preset("OWNERS_COMMITTEE_ELECTION")
		election := e.heldUnder(electing, func(v *db.VoteCreate) { v.SetKind(schema.VoteKindElection).SetSeats(1) })
		first := e.runs(election, other, schema.CandidateStatusListed)
		gone := e.runs(election, e.person("丙"), schema.CandidateStatusWithdrawn)
		struck := e.runs(election, e.person("丁"), schema.CandidateStatusStruck)
		second := e.runs(election, e.person("戊"), schema.CandidateStatusListed)

		paper := oneBallot(motion, schema.BallotChoiceFor)
		paper.Ballots = append(paper.Ballots, marked(choosing, options[2], options[0]).Ballots[0], marked(election, first).Ballots[0])
		cast := once(e.town, func(o ent.Order) (*command.CastBallotsPayload, error) {
			in := paper
			in.Order = o
			return e.do.CastBallots(e.as(voter), in)
		})
		is(e.council, "ballots", len(cast.BallotIDs), 3)
		b := get(e.town, e.store.Read().Ballot.Get, cast.BallotIDs[1])
		is(e.council, "marks", len(b.Marks), 2)
		is(e.council, "choice", b.Choice, (*schema.BallotChoice)(nil))
		is(e.council, "place", b.EntryID, place.ID)

		both := marked(motion, options[0])
		both.Ballots[0].Choice = schema.BallotChoiceFor
		by := e.as(other)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"a motion without a choice", by, marked(motion), []fault.Code{fault.FieldNeeded}, "ballots.0.choice"},
			{"a motion with marks", by, both, []fault.Code{fault.FieldUnused}, "ballots.0.marks"},
			{"a choice in an election", by, oneBallot(election, schema.BallotChoiceFor), []fault.Code{fault.FieldUnused}, "ballots.0.choice"},
			{"no mark", by, marked(choosing), []fault.Code{fault.FieldNeeded}, "ballots.0.marks"},
			{"too many marks", by, marked(choosing, options[:3]...), []fault.Code{fault.TooManyMarks}, "ballots.0.marks"},
			{"more marks than seats", by, marked(election, first, second), []fault.Code{fault.TooManyMarks}, "ballots.0.marks"},
			{"one mark twice", by, marked(choosing, options[1], options[1]), []fault.Code{fault.ListedTwice}, "ballots.0.marks.1"},
			{"none and one of them", by, marked(choosing, options[3], options[1]), []fault.Code{fault.NoneStandsAlone}, "ballots.0.marks"},
			{"an option of another vote", by, marked(election, options[0]), []fault.Code{fault.NotAnOption}, "ballots.0.marks.0"},
			{"who has withdrawn", by, marked(election, gone), []fault.Code{fault.NoLongerStands}, "ballots.0.marks.0"},
			{"who was struck off", by, marked(election, struck), []fault.Code{fault.NoLongerStands}, "ballots.0.marks.0"},
		})
	})
}

// What was cast may be cast again only where the rule of the vote says so; the
// former ballot is kept.
func TestRecast(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, place := e.owner("甲")
		never, until := e.held(rule.Policies{}), e.held(rule.Policies{Recast: rule.UntilClose})
		for _, v := range []ident.Vote{never, until} {
			e.says(v, voter, schema.BallotChoiceFor)
		}
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"again", e.as(voter), oneBallot(never, schema.BallotChoiceAgainst), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
		})
		e.says(until, voter, schema.BallotChoiceAgainst)
		e.says(until, voter, schema.BallotChoiceFor)
		e.stand(never, place, standsValid)
		e.stand(until, place, standsSuperseded, standsSuperseded, standsValid)
		is(e.council, "counted once", e.closed(until).Options.For.Entries, 1)
	})
}

// Co-owners have one vote. Who says the same has nothing to add; who says
// something else holds the vote up, until they settle it.
func TestCoOwners(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, son := e.person("丈夫"), e.person("妻子"), e.person("儿子")
		place := e.place(husband, wife, son)
		v := e.held(rule.Policies{})
		e.says(v, husband, schema.BallotChoiceFor)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"the same", e.as(wife), oneBallot(v, schema.BallotChoiceFor), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
		})
		disputed := e.says(v, wife, schema.BallotChoiceAgainst)
		e.stand(v, place, standsConflicted, standsConflicted)
		e.says(v, son, schema.BallotChoiceFor)
		e.stand(v, place, standsConflicted, standsConflicted, standsConflicted)
		settle := command.SettleBallotConflictInput{
			VoteID: v, EntryID: place, PersonID: ident.Person{ID: wife}, DocumentID: *e.scan(e.officer),
		}
		settled := once(e.town, func(o ent.Order) (*command.SettleBallotConflictPayload, error) {
			in := settle
			in.Order = o
			return e.do.SettleBallotConflict(e.officer, in)
		})
		is(e.council, "the ballot settled upon", settled.BallotID, disputed)
		e.stand(v, place, standsSuperseded, standsValid, standsSuperseded)
		is(e.council, "agreed on", get(e.town, e.store.Read().Ballot.Get, disputed).Settled, true)
		judged := e.closed(v)
		is(e.council, "against", judged.Options.Against.Entries, 1)
		is(e.council, "in favour", judged.Options.For.Entries, 0)
	})
}

// A conflict that nobody settles leaves the flat out. It may still be settled
// after the close, and the vote is then judged anew.
func TestConflictsAfterTheClose(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, place := e.couple()
		v := e.held(rule.Policies{})
		e.says(v, husband, schema.BallotChoiceFor)
		e.says(v, wife, schema.BallotChoiceAgainst)
		is(e.council, "took part", e.closed(v).Options.NotCast.Entries, 1)
		in := command.SettleBallotConflictInput{
			VoteID: v, EntryID: place, PersonID: ident.Person{ID: husband}, DocumentID: *e.scan(e.officer),
		}
		before := e.lastVerdict(v).ID
		p, err := e.do.SettleBallotConflict(e.officer, in)
		done(e.town, p, err)
		if last := e.lastVerdict(v); last.ID == before {
			e.Error("the vote was not judged anew")
		}
		is(e.council, "in favour", e.verdictOf(e.lastVerdict(v).ID).Options.For.Entries, 1)
		in.PersonID.ID = wife
		p, err = e.do.SettleBallotConflict(e.officer, in)
		done(e.town, p, err)
		e.stand(v, place, standsSuperseded, standsValid)
		is(e.council, "against", e.verdictOf(e.lastVerdict(v).ID).Options.Against.Entries, 1)
	})
}

func TestSettleBallotConflictRefusals(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, place := e.couple()
		voter, single := e.owner("甲")
		v, final := e.held(rule.Policies{}), e.held(rule.Policies{})
		for _, one := range []ident.Vote{v, final} {
			e.says(one, husband, schema.BallotChoiceFor)
			e.says(one, wife, schema.BallotChoiceAgainst)
			e.says(one, voter, schema.BallotChoiceFor)
		}
		e.ends(final, e.clock.Now(), schema.VoteStatusFinal)
		abroad := newBallotEstate(e.council)
		_, elsewhere := abroad.owner("乙")
		document := *e.scan(e.officer)
		in := func(change func(*command.SettleBallotConflictInput)) command.SettleBallotConflictInput {
			ask := command.SettleBallotConflictInput{VoteID: v, EntryID: place, PersonID: ident.Person{ID: wife}, DocumentID: document}
			change(&ask)
			return ask
		}
		spurned(e, e.do.SettleBallotConflict, []refusal[command.SettleBallotConflictInput]{
			{"by one of them", e.as(wife), in(func(*command.SettleBallotConflictInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"for somebody who did not vote", e.officer, in(func(i *command.SettleBallotConflictInput) { i.PersonID.ID = voter }),
				[]fault.Code{fault.NotInConflict}, "personId"},
			{"where nobody disagrees", e.officer, in(func(i *command.SettleBallotConflictInput) { i.PersonID.ID, i.EntryID = voter, single }),
				[]fault.Code{fault.NotInConflict}, "personId"},
			{"a place of another meeting", e.officer, in(func(i *command.SettleBallotConflictInput) { i.EntryID = elsewhere }),
				[]fault.Code{fault.EntryOfOtherRoll}, "entryId"},
			{"no such place", e.officer, in(func(i *command.SettleBallotConflictInput) {
				i.EntryID.ID = ident.New(ident.KindRollEntry, e.store.Now())
			}), []fault.Code{fault.NotFound}, "entryId"},
			{"a paper that nobody has", e.officer, in(func(i *command.SettleBallotConflictInput) {
				i.DocumentID.ID = ident.New(ident.KindDocument, e.store.Now())
			}), []fault.Code{fault.NotFound}, "documentId"},
			{"when it is final", e.officer, in(func(i *command.SettleBallotConflictInput) { i.VoteID = final }),
				[]fault.Code{fault.WrongState}, "voteId"},
		})
	})
}

// Who has to step aside votes neither for themselves nor for anybody else.
func TestRecusedVoters(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		v := e.held(rule.Policies{})
		var cases []refusal[command.CastBallotsInput]
		for status, aside := range map[schema.RecusalStatus]bool{
			schema.RecusalStatusDeclared: true, schema.RecusalStatusUpheld: true,
			schema.RecusalStatusChallenged: false, schema.RecusalStatusDismissed: false,
		} {
			voter, place := e.owner(string(status))
			e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
				return v.ID, tx.Recusal.Create().SetCommunityID(e.community).SetAgendaItemID(e.item.ID).SetPersonID(voter).
					SetStatus(status).SetReason("亲属").SetFiledAt(tx.Now).Exec(ctx)
			})
			if aside {
				cases = append(cases, refusal[command.CastBallotsInput]{
					string(status), e.as(voter), oneBallot(v, schema.BallotChoiceFor), []fault.Code{fault.Recused}, "ballots.0.voteId",
				})
				continue
			}
			e.says(v, voter, schema.BallotChoiceFor)
			e.stand(v, place, standsValid)
		}
		spurned(e, e.do.CastBallots, cases)
	})
}

// After the announced close nothing comes in, whether the close is written down
// or not; and a vote that is counted by hand has no ballots.
func TestVotesThatTakeNoBallots(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		voter, _ := e.owner("甲")
		over, byHand := e.held(rule.Policies{}), e.held(rule.Policies{}, func(v *db.VoteCreate) { v.SetMethod(schema.VoteMethodShowOfHands) })
		e.ends(over, e.clock.Now(), schema.VoteStatusOpen)
		e.minutes(1)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"after its time", e.as(voter), oneBallot(over, schema.BallotChoiceFor), []fault.Code{fault.VoteNotOpen}, "ballots.0.voteId"},
			{"by hand", e.as(voter), oneBallot(byHand, schema.BallotChoiceFor), []fault.Code{fault.MethodNotSupported}, "ballots.0.voteId"},
		})
	})
}

// An alternate may attend and has no vote until seated (Hangzhou Property
// Management Regulation art. 28).
func TestAlternatesDoNotVote(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h, _ := c.seated(7, 5)
		alternate := c.person("候补委员")
		c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			post, err := tx.Post.Create().SetCommunityID(c.community).SetOrganizationID(h.owners).SetCategory(schema.PostCategoryAlternate).
				SetTitle("候补委员").SetSeatKind(schema.SeatKindAlternate).SetVotingRight(schema.VotingRightConsultative).SetCapacity(2).
				SetFrom(*on("2020-01-01")).Save(ctx)
			if err != nil {
				return ident.Nil, err
			}
			return post.ID, fill(ctx, tx, post, alternate)
		})
		h.comes(alternate, nil)
		v := h.running("OWNERS_COMMITTEE_HANGZHOU")
		denied(h, c.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"in the place of an absent member", c.as(alternate), oneBallot(v, schema.BallotChoiceFor), []fault.Code{fault.NotOnRoll}, "ballots.0.voteId"},
		})
	})
}

// Papers that share a transaction see each other: of a couple both are held up,
// of one voter's two papers the second is refused, and what is wrong with one
// spoils no other.
func TestPapersOfOneBatch(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, flat := e.couple()
		single, own := e.owner("甲")
		v := e.held(rule.Policies{})
		var first sync.Once
		entered, gate := make(chan struct{}), make(chan struct{})
		do := command.NewHolding(e.store, func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error) {
			first.Do(func() {
				close(entered)
				<-gate
			})
			return command.HeldVotes(ctx, tx, votes)
		})
		defer do.Close()
		papers := []struct {
			who    ident.ID
			choice schema.BallotChoice
		}{
			{single, schema.BallotChoiceFor}, {husband, schema.BallotChoiceFor}, {wife, schema.BallotChoiceAgainst},
			{single, schema.BallotChoiceAgainst}, {e.person("路人"), schema.BallotChoiceFor},
		}
		errs := make([]error, len(papers))
		var everybody sync.WaitGroup
		for i, paper := range papers {
			everybody.Go(func() { _, errs[i] = do.CastBallots(e.as(paper.who), oneBallot(v, paper.choice)) })
		}
		<-entered
		close(gate)
		everybody.Wait()
		refusedTwice := 0
		for _, i := range []int{0, 3} {
			if errs[i] != nil {
				refusedWith(e.T, errs[i], fault.AlreadyVoted)
				refusedTwice++
			}
		}
		is(e.council, "second papers refused", refusedTwice, 1)
		e.must(errs[1])
		e.must(errs[2])
		refusedWith(e.T, errs[4], fault.NotOnRoll)
		e.stand(v, own, standsValid)
		e.stand(v, flat, standsConflicted, standsConflicted)
	})
}
