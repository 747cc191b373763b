package tally_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
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

// In whatever order ballots, replies and the roll come, the verdict is the same
// to the last sentence; only buildings stand in the order of the roll.
func TestOrderIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = rapid.Bool().Draw(t, "open")
		first := mustJudge(t, r, c)
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		shuffle(dice, c.Ballots)
		shuffle(dice, c.Consent.Replies)
		shuffle(dice, c.Settled)
		shuffle(dice, c.Fulfilled)
		if second := mustJudge(t, r, c); !reflect.DeepEqual(first, second) {
			t.Fatalf("%+v\n%+v", first, second)
		}
		shuffle(dice, c.Roll)
		third := mustJudge(t, r, c)
		for _, v := range []tally.Verdict{first, third} {
			slices.SortFunc(v.Buildings, func(a, b tally.Building) int { return strings.Compare(a.Building, b.Building) })
		}
		if !reflect.DeepEqual(first, third) {
			t.Fatalf("%+v\n%+v", first, third)
		}
	})
}

func shuffle[E any](dice *rand.Rand, list []E) {
	dice.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// One entry more in favour, which had not voted or was against, never loses what
// was adopted. In an election it may, since it enlarges the base for the other
// candidates.
func TestOneMoreInFavourNeverHarms(t *testing.T) {
	tried := map[schema.VoteKind]int{}
	rapid.Check(t, func(t *rapid.T) {
		kind := pick(t, "vote", schema.VoteKindMotion, schema.VoteKindMotion, schema.VoteKindChoice)
		r, c := drawOf(t, kind)
		before := mustJudge(t, r, c)
		if before.Outcome != adopted {
			return
		}
		tried[kind]++
		e := rapid.SampledFrom(c.Roll).Draw(t, "entry")
		if e.Weights.Area == 0 && r.Tie == rule.CastingVote {
			return // half a voice more breaks a tie of heads, and brings no land
		}
		c.Ballots = slices.DeleteFunc(slices.Clone(c.Ballots), func(b tally.Ballot) bool { return b.Entry == e.ID })
		for _, v := range e.Voters {
			b := tally.Ballot{Entry: e.ID, Person: v.Person, Choice: schema.BallotChoiceFor}
			if kind == schema.VoteKindChoice {
				b.Marks = []string{before.Choices[0].Option}
			}
			c.Ballots = append(c.Ballots, b)
		}
		if v := mustJudge(t, r, c); v.Outcome != adopted {
			t.Fatalf("one more in favour, and it is %s", v.Outcome)
		}
	})
	for _, kind := range []schema.VoteKind{schema.VoteKindMotion, schema.VoteKindChoice} {
		if tried[kind] < 50 {
			t.Errorf("only %d adopted in %s", tried[kind], kind)
		}
	}
}
