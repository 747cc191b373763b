package recount_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/recount"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// crowd is a written vote of so many owners, of whom nine in ten vote, with
// identifiers as long as those of the service and in no order.
func crowd(n int) tally.Count {
	random := rand.New(rand.NewPCG(1, 2))
	id := func() string {
		return fmt.Sprintf("%08x-%04x-8%03x-8%03x-%012x", random.Uint32(), random.IntN(1<<16), random.IntN(1<<12), random.IntN(1<<12), random.Int64N(1<<48))
	}
	choices := []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}
	c := tally.Count{Written: true, Noticed: true}
	for i := range n {
		person := id()
		e := tally.Entry{
			ID: id(), Voters: []tally.Voter{{Person: person}}, Building: fmt.Sprint(i % 50), Served: true,
			Weights: tally.Weights{Heads: 1, Area: random.Int64N(20000)},
		}
		c.Roll = append(c.Roll, e)
		if i%10 != 0 {
			c.Ballots = append(c.Ballots, tally.Ballot{
				ID: id(), Entry: e.ID, Person: person, Choice: choices[random.IntN(len(choices))],
				Channel: schema.BallotChannelOnline, At: began.Add(time.Duration(random.Int64N(1e15))),
			})
		}
	}
	return c
}

// BenchmarkCheck reads, counts and compares the file of a vote of a hundred
// thousand owners.
func BenchmarkCheck(b *testing.B) {
	r, _ := rule.Preset("OWNERS_ORDINARY")
	data, ok := file(b, r, crowd(100_000))
	if !ok {
		b.Fatal("refused")
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, all, err := recount.Check(data); err != nil || len(all) > 0 {
			b.Fatal(err, all)
		}
	}
}
