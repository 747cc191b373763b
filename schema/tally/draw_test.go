package tally_test

import (
	"strconv"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

var choices = []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}

// drawRule makes any rule that Parse accepts, from small fractions.
func drawRule(t *rapid.T) rule.Rule {
	r := rule.Rule{
		Code: "DRAWN", Version: "1",
		Approval:            drawClause(t, rule.For, 2),
		LateArrivalsVote:    rapid.Bool().Draw(t, "late arrivals vote"),
		AgendaMustBeNoticed: rapid.IntRange(0, 9).Draw(t, "agenda") == 0,
		Tie:                 rapid.SampledFrom([]rule.TiePolicy{"", rule.Escalate, rule.Retable}).Draw(t, "tie"),
		DistinctPersonsMin:  rapid.SampledFrom([]int{0, 0, 0, 2}).Draw(t, "persons"),
		Recused:             rule.Recused{InBase: rapid.Bool().Draw(t, "in base"), CountAsPresent: rapid.Bool().Draw(t, "as present")},
	}
	if rapid.Bool().Draw(t, "quorum") {
		quorum := drawClause(t, rapid.SampledFrom([]rule.Counted{rule.Present, rule.Participating}).Draw(t, "quorum of"), 1)
		r.Quorum = &quorum
	}
	if r.CountsParties() {
		r.Parties = drawParties(t)
	}
	return r
}

func drawParties(t *rapid.T) *rule.Parties {
	p := &rule.Parties{
		Position: rapid.SampledFrom([]rule.Position{rule.Delegate, rule.MembersMajority}).Draw(t, "position"),
		Absent: rapid.SampledFrom([]schema.AbsentPartyPolicy{
			schema.AbsentPartyPolicyBlocks, schema.AbsentPartyPolicyLeavesBase,
			schema.AbsentPartyPolicyCountedAsConsentAfterNotice,
		}).Draw(t, "absent"),
	}
	switch p.Absent {
	case schema.AbsentPartyPolicyBlocks:
		p.ConsentDays = rapid.IntRange(0, 1).Draw(t, "days")
	case schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		p.ConsentDays = 3
	}
	return p
}

func drawClause(t *rapid.T, count rule.Counted, depth int) rule.Clause {
	kind := rapid.IntRange(0, 9).Draw(t, "kind")
	if depth == 0 || kind < 6 {
		return drawLeaf(t, count)
	}
	parts := make([]rule.Clause, rapid.IntRange(1, 3).Draw(t, "parts"))
	for i := range parts {
		parts[i] = drawClause(t, count, depth-1)
	}
	switch kind {
	case 6, 7:
		return rule.Clause{All: parts}
	case 8:
		return rule.Clause{Any: parts}
	default:
		return rule.Clause{KOf: &rule.KOf{K: rapid.IntRange(1, len(parts)).Draw(t, "k"), Of: parts}}
	}
}

func drawLeaf(t *rapid.T, count rule.Counted) rule.Clause {
	measure := rapid.SampledFrom([]schema.Measure{
		schema.MeasureHeads, schema.MeasureArea, schema.MeasureSeats, schema.MeasureParties, schema.MeasureParties,
	}).Draw(t, "measure")
	if rapid.IntRange(0, 9).Draw(t, "number") == 0 {
		return rule.Clause{Number: &rule.Number{Count: count, Measure: measure, Least: rapid.Int64Range(1, 3).Draw(t, "least")}}
	}
	bases := []schema.Base{schema.BaseOnRoll}
	switch measure {
	case schema.MeasureParties:
		bases = []schema.Base{schema.BaseAllSeats}
	case schema.MeasureSeats:
		bases = append(bases, schema.BaseAllSeats, schema.BaseIncumbents)
	case schema.MeasureHeads:
		bases = append(bases, schema.BaseDue)
	}
	if count == rule.For {
		bases = append(bases, schema.BasePresent, schema.BaseParticipating, schema.BaseCastForOrAgainst)
		if measure != schema.MeasureParties {
			bases = append(bases, schema.BaseValid)
		}
	}
	s := rule.Share{
		Count: count, Measure: measure, Base: rapid.SampledFrom(bases).Draw(t, "base"), Compare: rule.AtLeast,
		Fraction: rapid.SampledFrom([]rule.Fraction{{Num: 1, Den: 2}, {Num: 2, Den: 3}, {Num: 3, Den: 4}, {Num: 1, Den: 3}, {Num: 1, Den: 1}}).Draw(t, "fraction"),
	}
	if s.Fraction.Num < s.Fraction.Den && rapid.Bool().Draw(t, "strict") {
		s.Compare = rule.MoreThan
	}
	return rule.Clause{Share: &s}
}

// drawCount makes a count with at most six entries and four parties, some of
// whose ballots do not count.
func drawCount(t *rapid.T) tally.Count {
	c := tally.Count{
		Written: rapid.IntRange(0, 3).Draw(t, "written") == 0,
		Noticed: rapid.Bool().Draw(t, "noticed"),
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "parties") {
		c.Parties = append(c.Parties, rule.Party{ID: "p" + strconv.Itoa(i)})
	}
	var total tally.Weights
	for i := range rapid.IntRange(1, 6).Draw(t, "entries") {
		e := drawEntry(t, i, len(c.Parties))
		total.Heads += e.Weights.Heads
		total.Seats += e.Weights.Seats
		c.Roll = append(c.Roll, e)
		for _, v := range e.Voters {
			for range rapid.SampledFrom([]int{0, 0, 1, 1, 1, 1, 1, 2}).Draw(t, "ballots") {
				c.Ballots = append(c.Ballots, tally.Ballot{Entry: e.ID, Person: v.Person, Choice: rapid.SampledFrom(choices).Draw(t, "choice")})
			}
		}
	}
	if rapid.IntRange(0, 9).Draw(t, "stranger") == 0 {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: "e0", Person: "stranger", Choice: schema.BallotChoiceFor})
	}
	c.Incumbents = max(1, total.Seats)
	c.Seats = c.Incumbents + rapid.Int64Range(0, 2).Draw(t, "vacancies")
	c.Due = max(1, total.Heads) + rapid.Int64Range(0, 2).Draw(t, "more due")
	drawConsent(t, &c)
	return c
}

func drawEntry(t *rapid.T, i, parties int) tally.Entry {
	e := tally.Entry{ID: "e" + strconv.Itoa(i), Weights: tally.Weights{
		Heads: 1, Seats: 1, Area: rapid.Int64Range(0, 300).Draw(t, "area"),
	}}
	if party := rapid.IntRange(0, parties).Draw(t, "party"); party < parties {
		e.Party = "p" + strconv.Itoa(party)
	}
	for range rapid.SampledFrom([]int{0, 1, 1, 1, 1, 2, 2}).Draw(t, "voters") {
		e.Voters = append(e.Voters, tally.Voter{
			// few persons, so that some of them stand in several entries
			Person:  "v" + strconv.Itoa(len(e.Voters)) + strconv.Itoa(rapid.IntRange(0, 4).Draw(t, "person")),
			Arrival: rapid.SampledFrom([]tally.Arrival{tally.AtOpening, tally.AtOpening, tally.AtOpening, tally.Late, tally.Absent}).Draw(t, "arrival"),
			Recused: rapid.IntRange(0, 6).Draw(t, "recused") == 0,
		})
	}
	return e
}

func drawConsent(t *rapid.T, c *tally.Count) {
	start := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	c.Consent.Now = start.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "now")) * 24 * time.Hour)
	if rapid.Bool().Draw(t, "notice") {
		c.Consent.NoticedAt, c.Consent.Deadline = start, start.Add(3*24*time.Hour)
	}
	for range rapid.IntRange(0, 2).Draw(t, "replies") {
		c.Consent.Replies = append(c.Consent.Replies, tally.Reply{
			Party:   rapid.SampledFrom(c.Parties).Draw(t, "replies").ID,
			Objects: rapid.Bool().Draw(t, "objects"),
			At:      start.Add(time.Duration(rapid.IntRange(0, 5).Draw(t, "at")) * 24 * time.Hour),
		})
	}
}
