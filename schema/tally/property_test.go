package tally_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

func mustJudge(t *rapid.T, r rule.Rule, c tally.Count) tally.Verdict {
	v, err := tally.Judge(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func drawVote(t *rapid.T) (rule.Rule, tally.Count) { return drawRule(t), drawCount(t) }

func TestAgreesWithASecondCounter(t *testing.T) {
	seen := map[schema.VerdictOutcome]int{}
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		v := mustJudge(t, r, c)
		seen[v.Outcome]++
		b := brute{r, c}
		if want := b.outcome(); v.Outcome != want {
			t.Fatalf("%s, but counted by hand %s", v.Outcome, want)
		}
		agree(t, b, r.Approval, v.Approval, false)
		if r.Quorum != nil && r.DistinctPersonsMin == 0 {
			agree(t, b, *r.Quorum, v.Quorum, true)
		}
		for word, sum := range map[string]tally.Sum{
			"FOR": v.Options.For, "AGAINST": v.Options.Against, "ABSTAIN": v.Options.Abstain,
			"DIVIDED": v.Options.Divided, "": v.Options.NotCast,
		} {
			is := func(e tally.Entry) bool { return b.votes(e) == word }
			if sum.Weights.Area != b.sum(schema.MeasureArea, is, nil) || sum.Entries != b.sum(schema.MeasureHeads, is, nil) {
				t.Fatalf("%q: %+v", word, sum)
			}
		}
	})
	for _, outcome := range schema.VerdictOutcome("").Values() {
		if seen[schema.VerdictOutcome(outcome)] == 0 {
			t.Errorf("no vote came out as %s: the property tries too little", outcome)
		}
	}
}

// agree compares every number of a finding.
func agree(t *rapid.T, b brute, c rule.Clause, f rule.Finding, quorum bool) {
	parts := append(append([]rule.Clause{}, c.All...), c.Any...)
	if c.KOf != nil {
		parts = c.KOf.Of
	}
	for i, part := range parts {
		agree(t, b, part, f.Parts[i], quorum)
	}
	if f.Met != b.met(c, quorum, "") {
		t.Fatalf("met is %v: %+v", f.Met, f)
	}
	if c.Measure() != "" && f.Got != b.got(c.Count(), c.Measure(), "") {
		t.Fatalf("got %d: %+v", f.Got, f)
	}
	if c.Share != nil && f.Whole != b.whole(c.Base(), c.Measure(), quorum, "") {
		t.Fatalf("whole %d: %+v", f.Whole, f)
	}
}

func TestOrderIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = rapid.Bool().Draw(t, "open")
		first := mustJudge(t, r, c)
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		shuffle(dice, c.Roll)
		shuffle(dice, c.Ballots)
		shuffle(dice, c.Consent.Replies)
		if second := mustJudge(t, r, c); !reflect.DeepEqual(first, second) {
			t.Fatalf("%+v\n%+v", first, second)
		}
	})
}

func shuffle[E any](dice *rand.Rand, list []E) {
	dice.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// One entry more in favour, which had not voted or was against, never loses a
// motion that was adopted.
func TestOneMoreInFavourNeverHarms(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		if mustJudge(t, r, c).Outcome != adopted {
			return
		}
		tried++
		e := rapid.SampledFrom(c.Roll).Draw(t, "entry")
		c.Ballots = slices.DeleteFunc(slices.Clone(c.Ballots), func(b tally.Ballot) bool { return b.Entry == e.ID })
		for _, v := range e.Voters {
			c.Ballots = append(c.Ballots, tally.Ballot{Entry: e.ID, Person: v.Person, Choice: schema.BallotChoiceFor})
		}
		if v := mustJudge(t, r, c); v.Outcome != adopted {
			t.Fatalf("one more in favour, and it is %s", v.Outcome)
		}
	})
	if tried < 100 {
		t.Errorf("only %d adopted motions", tried)
	}
}

// What may still happen stays within the margins, and the margins are not
// wider than what may happen.
func TestMarginsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = true
		m := mustJudge(t, r, c).Margins
		carried := func(o schema.VerdictOutcome) bool { return o == adopted || o == pending }
		complete := func(pick func(tally.Voter) schema.BallotChoice) schema.VerdictOutcome {
			later := completed(r, c, pick)
			later.Open = false
			return mustJudge(t, r, later).Outcome
		}
		all := func(choice, recused schema.BallotChoice) schema.VerdictOutcome {
			return complete(func(v tally.Voter) schema.BallotChoice {
				if v.Recused {
					return recused
				}
				return choice
			})
		}
		some := complete(func(tally.Voter) schema.BallotChoice {
			return rapid.SampledFrom(append(choices, "", comesAndIsSilent)).Draw(t, "later")
		})
		if carried(some) && !m.CanPass {
			t.Fatal("it could not pass any more, and did")
		}
		if some != adopted && !m.CanFail {
			t.Fatal("it could not fail any more, and did")
		}
		could := carried(all("", "")) || carried(all(schema.BallotChoiceFor, "")) || carried(all(schema.BallotChoiceFor, comesAndIsSilent))
		if m.CanPass && !could {
			t.Fatal("it can pass, and nothing makes it")
		}
		must := all("", "") == adopted && all(schema.BallotChoiceAgainst, "") == adopted && all(schema.BallotChoiceAgainst, comesAndIsSilent) == adopted
		if m.CanFail && must {
			t.Fatal("it can fail, and nothing makes it")
		}
	})
}

// comesAndIsSilent is what somebody may also do who was absent.
const comesAndIsSilent schema.BallotChoice = "COMES"

// completed lets everybody vote who has not and may; no choice means that they
// stay where they are.
func completed(r rule.Rule, c tally.Count, pick func(tally.Voter) schema.BallotChoice) tally.Count {
	b := brute{r, c}
	c.Roll = slices.Clone(c.Roll)
	c.Ballots = slices.Clone(c.Ballots)
	for i, e := range c.Roll {
		each := e.Party != "" && r.Parties != nil && r.Parties.Position == rule.MembersMajority
		taken := b.votes(e) != ""
		counts := map[string]bool{}
		for _, v := range e.Voters {
			counts[v.Person] = taken && b.choice(e, v) != ""
		}
		// what was set aside may be settled, and never comes back by itself
		c.Ballots = slices.DeleteFunc(c.Ballots, func(o tally.Ballot) bool { return o.Entry == e.ID && !counts[o.Person] })
		c.Roll[i].Voters = slices.Clone(e.Voters)
		for j, v := range e.Voters {
			choice := pick(v)
			if v.Arrival == tally.Absent && r.LateArrivalsVote && choice != "" {
				c.Roll[i].Voters[j].Arrival = tally.Late
			}
			if taken && !each || each && b.choice(e, v) != "" {
				continue
			}
			if v.Recused || choice == "" || choice == comesAndIsSilent || !c.Written && !b.arrived(c.Roll[i].Voters[j]) {
				continue
			}
			c.Ballots = append(c.Ballots, tally.Ballot{Entry: e.ID, Person: v.Person, Choice: choice})
		}
	}
	return c
}

// The number of seats that a condition says are missing carries it, and one
// fewer does not.
func TestMissingIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rule.Rule{Code: "DRAWN", Version: "1", Approval: rule.Clause{Share: &rule.Share{
			Count: rule.For, Measure: schema.MeasureHeads, Compare: rapid.SampledFrom([]rule.Comparison{rule.MoreThan, rule.AtLeast}).Draw(t, "by"),
			Base:     rapid.SampledFrom([]schema.Base{schema.BaseOnRoll, schema.BasePresent, schema.BaseParticipating, schema.BaseCastForOrAgainst, schema.BaseDue}).Draw(t, "base"),
			Fraction: rapid.SampledFrom([]rule.Fraction{{Num: 1, Den: 2}, {Num: 2, Den: 3}, {Num: 3, Den: 4}}).Draw(t, "fraction"),
		}}}
		word := rapid.StringMatching(`[FGB]{0,5}`).Draw(t, "voted")
		const silent = 17
		for range silent {
			word += "."
		}
		c := committee(0, word)
		f := mustJudge(t, r, c).Approval
		for _, extra := range []int64{max(0, f.Missing-1), f.Missing} {
			more := c
			more.Ballots = slices.Clone(c.Ballots)
			for _, e := range c.Roll[len(word)-silent:][:extra] {
				more.Ballots = append(more.Ballots, tally.Ballot{Entry: e.ID, Person: e.Voters[0].Person, Choice: schema.BallotChoiceFor})
			}
			if met := mustJudge(t, r, more).Approval.Met; met != (extra >= f.Missing) {
				t.Fatalf("%d missing, and with %d more it is %v", f.Missing, extra, met)
			}
		}
	})
}
