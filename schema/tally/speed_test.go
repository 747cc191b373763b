package tally_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// district is a written vote of so many owners, of whom most voted: some twice,
// some on a spoilt paper, some with a co-owner, some after a correction of the
// roll. Identifiers are as long as real ones.
func district(owners int, options ...tally.Option) tally.Count {
	dice := rand.New(rand.NewPCG(1, 2))
	c := tally.Count{Written: true, Noticed: true, Options: options}
	start := time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	for i := range owners {
		e := tally.Entry{
			ID: fmt.Sprintf("0197f3c0-0000-8%03x-9000-%012x", i%4096, i), Building: fmt.Sprintf("Building %d", i/400), Served: i%7 > 0,
			Weights: tally.Weights{Heads: 1, Area: 40_00 + dice.Int64N(160_00)},
			Voters:  []tally.Voter{{Person: fmt.Sprintf("0197f3c1-0000-8%03x-9000-%012x", i%4096, i)}},
		}
		if i%10 == 0 {
			e.Voters = append(e.Voters, tally.Voter{Person: fmt.Sprintf("0197f3c2-0000-8%03x-9000-%012x", i%4096, i)})
		}
		if i == 0 {
			e.Amended = &tally.Amendment{Before: &tally.Weights{Heads: 1, Area: 50_00}}
		}
		c.Roll = append(c.Roll, e)
		b := tally.Ballot{
			ID: fmt.Sprintf("0197f3c3-0000-8%03x-9000-%012x", i%4096, i), Entry: e.ID, Person: e.Voters[0].Person,
			Channel: schema.BallotChannelOnline, At: start.Add(time.Duration(i) * time.Second),
		}
		if len(options) == 0 {
			b.Choice = choices[dice.IntN(3)]
		} else {
			for k := range 5 {
				b.Marks = append(b.Marks, options[(dice.IntN(4)+k*4)%len(options)].ID)
			}
		}
		if i%50 == 0 {
			b.Invalid = schema.InvalidReasonIllegible
		}
		c.Ballots = append(c.Ballots, b)
		if i%20 == 0 {
			b.ID, b.Channel = b.ID+"-paper", schema.BallotChannelPaper
			c.Ballots = append(c.Ballots, b)
		}
	}
	dice.Shuffle(len(c.Ballots), func(i, j int) { c.Ballots[i], c.Ballots[j] = c.Ballots[j], c.Ballots[i] })
	return c
}

func deeming(r rule.Rule) rule.Rule {
	r.Deemed = &rule.Deemed{
		Basis:     rule.Text{Chinese: "管理规约第八条", English: "article 8 of the covenant"},
		Direction: rule.FollowMajority, CountsTowardQuorum: true,
	}
	return r
}

func benchmark(b *testing.B, r rule.Rule, c tally.Count) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tally.Judge(r, c); err != nil {
			b.Fatal(err)
		}
	}
}

// A vote of a hundred thousand is judged with explanation and all readings.
func BenchmarkMotion(b *testing.B) {
	r, _ := rule.Preset("OWNERS_ORDINARY")
	benchmark(b, deeming(r), district(100_000))
}

func BenchmarkMotionWhileOpen(b *testing.B) {
	r, _ := rule.Preset("OWNERS_ORDINARY")
	c := district(100_000)
	c.Open = true
	benchmark(b, deeming(r), c)
}

func BenchmarkElection(b *testing.B) {
	r, _ := rule.Preset("OWNERS_ORDINARY")
	r.Election = &rule.Election{Ranking: []schema.Measure{schema.MeasureHeads, schema.MeasureArea}, SecondTie: rule.LeaveVacant}
	var options []tally.Option
	for i := range 20 {
		options = append(options, tally.Option{ID: fmt.Sprintf("0197f3c4-0000-8000-9000-%012x", i)})
	}
	c := district(100_000, options...)
	c.Kind, c.Fill = schema.VoteKindElection, 7
	benchmark(b, r, c)
}

// A committee is judged many times a second, whenever somebody looks.
func BenchmarkCommittee(b *testing.B) {
	r, _ := rule.Preset("OWNERS_COMMITTEE_BEIJING")
	benchmark(b, r, committee(7, "FFFFG.-"))
}
