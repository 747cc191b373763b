package command_test

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/ballot"
	"sifang/ent/enttest"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// agrees asserts that the counter, which sifts all ballots of a vote anew, finds
// what is written beside each of them.
func (e *ballotEstate) agrees(v ident.Vote) {
	e.Helper()
	ctx := ent.Unguarded(e.Context())
	facts, err := poll.Gather(ctx, e.store.Read(), e.voteRow(v), e.clock.Now())
	e.must(err)
	judged, err := tally.Judge(facts.Rule, facts.Count)
	e.must(err)
	aside := map[string]tally.Reason{}
	for _, one := range judged.SetAside {
		aside[one.ID] = one.Reason
	}
	lawful := map[schema.BallotStatus][]tally.Reason{
		standsValid: {""}, standsConflicted: {tally.Conflicting}, standsInvalid: {tally.Spoilt, tally.WasRecused},
		// Of several who say the same the counter sets nobody aside.
		standsSuperseded: {tally.Superseded, ""},
	}
	rows, err := e.store.Read().Ballot.Query().Where(ballot.VoteID(v.ID)).All(ctx)
	e.must(err)
	speaking := map[ident.ID]int{}
	for _, row := range rows {
		if reason := aside[row.ID.String()]; !slices.Contains(lawful[row.Status], reason) {
			e.Errorf("a ballot stands as %s, and the counter says %q", row.Status, reason)
		}
		if row.Status == standsValid {
			speaking[row.EntryID]++
		}
	}
	var cast int64
	for _, sum := range []tally.Sum{judged.Options.For, judged.Options.Against, judged.Options.Abstain} {
		cast += sum.Entries
	}
	if int64(len(speaking)) != cast {
		e.Errorf("%d places have a ballot that counts, and the counter counts %d", len(speaking), cast)
	}
	for _, n := range speaking {
		if n > 1 {
			e.Errorf("%d ballots count for one place", n)
		}
	}
}

var everyPolicy = []rule.Policies{
	{}, {ChannelPrecedence: rule.OnlinePrevails}, {ChannelPrecedence: rule.PaperPrevails}, {Recast: rule.UntilClose},
	{ChannelPrecedence: rule.OnlinePrevails, Recast: rule.UntilClose}, {ChannelPrecedence: rule.PaperPrevails, Recast: rule.UntilClose},
}

// Whatever comes in, online and on paper, from owners and co-owners, under
// whatever policies: what is written down and what is counted agree.
func TestTheCounterReadsTheSame(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		husband, wife, flat := e.couple()
		single, own := e.owner("甲")
		voters := []struct {
			who   ident.ID
			place ident.RollEntry
		}{{husband, flat}, {wife, flat}, {single, own}}
		choices := []schema.BallotChoice{"FOR", "AGAINST", "ABSTAIN"}
		for i, policies := range everyPolicy {
			draw := rand.New(rand.NewPCG(uint64(i), 2026))
			v := e.held(policies)
			for range 12 {
				e.minutes(1)
				voter, choice := voters[draw.IntN(len(voters))], choices[draw.IntN(len(choices))]
				if draw.IntN(2) == 0 {
					_, err := e.do.CastBallots(e.as(voter.who), oneBallot(v, choice))
					if err != nil {
						refusedWith(e.T, err, fault.AlreadyVoted)
					}
					continue
				}
				paper := e.paper(voter.place, voter.who, command.PaperAnswerInput{VoteID: v, Choice: choice})
				if draw.IntN(4) == 0 {
					paper.Ballots[0].Choice, paper.Ballots[0].Invalid = "", new(schema.InvalidReasonIllegible)
				}
				e.read(paper)
			}
			e.agrees(v)
		}
	})
}

// Co-owners who vote at the same time, through one process or two, hold each
// other up; never do two of their ballots count.
func TestCoOwnersAtOnce(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) { coOwnersAtOnce(t, database, 1) })
	t.Run("two processes", func(t *testing.T) { coOwnersAtOnce(t, enttest.PostgreSQL(t), 2) })
}

func coOwnersAtOnce(t *testing.T, database string, doors int) {
	t.Helper()
	e := newBallotEstate(newCouncil(newTown(t, database)))
	through := []*command.Do{e.do}
	for range doors - 1 {
		do := command.New(enttest.Open(t, ent.Config{URL: database, Now: e.clock.Now}))
		t.Cleanup(do.Close)
		through = append(through, do)
	}
	const flats = 12
	var couples [flats][2]ident.ID
	var places [flats]ident.RollEntry
	for i := range couples {
		couples[i][0], couples[i][1], places[i] = e.couple()
	}
	once, again := e.held(rule.Policies{}), e.held(rule.Policies{Recast: rule.UntilClose})
	var everybody sync.WaitGroup
	for i, couple := range couples {
		for n, who := range couple {
			choice := []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst}[n]
			do := through[(i+n)%len(through)]
			everybody.Go(func() {
				if _, err := do.CastBallots(e.as(who), oneBallot(once, choice)); err != nil {
					t.Errorf("a ballot was answered %v", err)
				}
			})
			// And those who change their minds meet with each other as well.
			everybody.Go(func() {
				for _, choice := range []schema.BallotChoice{choice, schema.BallotChoiceAbstain, choice} {
					_, err := do.CastBallots(e.as(who), oneBallot(again, choice))
					if _, refused := fault.Of(err); err != nil && !refused {
						t.Errorf("a ballot was answered %v", err)
					}
				}
			})
		}
	}
	everybody.Wait()
	for _, place := range places {
		e.stand(once, place, standsConflicted, standsConflicted)
	}
	e.agrees(once)
	e.agrees(again)
}

// Papers of one closed vote that are read at once hold each other up: the verdict
// that stands counts them all.
func TestLatePapersAtOnce(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		v := e.held(rule.Policies{})
		papers := make([]command.EnterPaperBallotInput, 8)
		for i := range papers {
			voter, place := e.owner("业主")
			papers[i] = e.paper(place, voter, answer(v, schema.BallotChoiceFor))
			e.enter(0, papers[i])
		}
		e.closed(v)
		var everybody sync.WaitGroup
		for _, in := range papers {
			everybody.Go(func() {
				if _, err := e.do.EnterPaperBallot(e.clerks[1], in); err != nil {
					e.Errorf("a paper was answered %v", err)
				}
			})
		}
		everybody.Wait()
		is(e.council, "in favour", e.verdictOf(e.lastVerdict(v).ID).Options.For.Entries, int64(len(papers)))
	})
}
