package tally_test

import (
	"math/big"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// brute is a second counter that shares no code with the first one. It goes
// over the whole count for every number that it needs, and compares fractions
// as rational numbers.
type brute struct {
	r rule.Rule
	c tally.Count
}

func (b brute) outcome() schema.VerdictOutcome {
	if b.r.AgendaMustBeNoticed && !b.c.Noticed {
		return void
	}
	persons := map[string]bool{}
	for _, e := range b.c.Roll {
		for _, v := range e.Voters {
			if b.there(e, v) && (!v.Recused || b.r.Recused.CountAsPresent) {
				persons[v.Person] = true
			}
		}
	}
	if len(persons) < b.r.DistinctPersonsMin || b.r.Quorum != nil && !b.met(*b.r.Quorum, true, "") {
		return nobody
	}
	switch {
	case b.met(b.r.Approval, false, "objects"):
		return adopted
	case b.met(b.r.Approval, false, "consents"):
		return pending
	case b.r.Tie != "" && b.even(b.r.Approval):
		return tied
	default:
		return rejected
	}
}

func (b brute) met(c rule.Clause, quorum bool, awaited string) bool {
	switch {
	case c.Share != nil:
		got := b.got(c.Share.Count, c.Share.Measure, awaited)
		whole := b.whole(c.Share.Base, c.Share.Measure, quorum, awaited)
		if got == 0 {
			return false
		}
		threshold := new(big.Rat).Mul(big.NewRat(c.Share.Fraction.Num, c.Share.Fraction.Den), big.NewRat(whole, 1))
		if c.Share.Compare == rule.MoreThan {
			return big.NewRat(got, 1).Cmp(threshold) > 0
		}
		return big.NewRat(got, 1).Cmp(threshold) >= 0
	case c.Number != nil:
		return b.got(c.Number.Count, c.Number.Measure, awaited) >= c.Number.Least
	}
	parts, needed := c.All, len(c.All)
	if c.Any != nil {
		parts, needed = c.Any, 1
	} else if c.KOf != nil {
		parts, needed = c.KOf.Of, c.KOf.K
	}
	for _, part := range parts {
		if b.met(part, quorum, awaited) {
			needed--
		}
	}
	return needed <= 0
}

// even reports whether each measure of the clause has as many against as for.
func (b brute) even(c rule.Clause) bool {
	if c.Measure() != "" {
		yes := b.got(rule.For, c.Measure(), "")
		return yes > 0 && yes == b.sum(c.Measure(), func(e tally.Entry) bool { return b.votes(e) == "AGAINST" },
			func(p string) bool { return b.stance(p, "") == "AGAINST" })
	}
	parts := append(append([]rule.Clause{}, c.All...), c.Any...)
	if c.KOf != nil {
		parts = c.KOf.Of
	}
	for _, part := range parts {
		if !b.even(part) {
			return false
		}
	}
	return true
}

func (b brute) sum(m schema.Measure, entry func(tally.Entry) bool, party func(string) bool) int64 {
	var sum int64
	if m == schema.MeasureParties {
		for _, p := range b.c.Parties {
			if party(p.ID) {
				sum++
			}
		}
		return sum
	}
	for _, e := range b.c.Roll {
		if entry(e) {
			switch m {
			case schema.MeasureHeads:
				sum += e.Weights.Heads
			case schema.MeasureArea:
				sum += e.Weights.Area
			case schema.MeasureSeats:
				sum += e.Weights.Seats
			}
		}
	}
	return sum
}

func (b brute) got(count rule.Counted, m schema.Measure, awaited string) int64 {
	switch count {
	case rule.For:
		return b.sum(m, func(e tally.Entry) bool { return b.votes(e) == "FOR" },
			func(p string) bool { return b.stance(p, awaited) == "FOR" })
	case rule.Present:
		return b.sum(m, func(e tally.Entry) bool {
			return b.anybody(e, false) || b.r.Recused.CountAsPresent && b.anybody(e, true) && b.allRecused(e)
		}, func(p string) bool {
			return b.partyThere(p, false) || b.r.Recused.CountAsPresent && b.partyThere(p, true)
		})
	default:
		return b.sum(m, func(e tally.Entry) bool { return b.votes(e) != "" },
			func(p string) bool { return len(b.partyBallots(p)) > 0 })
	}
}

func (b brute) whole(base schema.Base, m schema.Measure, quorum bool, awaited string) int64 {
	keep := quorum || b.r.Recused.InBase
	out := int64(0)
	if !keep {
		out = b.sum(m, b.allRecused, func(string) bool { return false })
	}
	switch base {
	case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
		if m != schema.MeasureParties {
			return map[schema.Base]int64{
				schema.BaseAllSeats: b.c.Seats, schema.BaseIncumbents: b.c.Incumbents, schema.BaseDue: b.c.Due,
			}[base] - out
		}
		return b.sum(m, nil, func(p string) bool {
			gone := !quorum && b.r.Parties.Absent == schema.AbsentPartyPolicyLeavesBase && b.absent(p)
			return !gone && (keep || !b.partyRecused(p))
		})
	case schema.BaseOnRoll:
		return b.sum(m, func(tally.Entry) bool { return true }, nil) - out
	case schema.BasePresent:
		return b.sum(m, func(e tally.Entry) bool {
			return b.anybody(e, false) || keep && b.anybody(e, true) && b.allRecused(e)
		}, func(p string) bool {
			return b.partyThere(p, false) || keep && b.partyThere(p, true) || b.stance(p, awaited) != ""
		})
	case schema.BaseCastForOrAgainst:
		return b.sum(m, func(e tally.Entry) bool { return b.votes(e) == "FOR" || b.votes(e) == "AGAINST" },
			func(p string) bool { return b.stance(p, awaited) == "FOR" || b.stance(p, awaited) == "AGAINST" })
	default:
		return b.sum(m, func(e tally.Entry) bool { return b.votes(e) != "" },
			func(p string) bool { return len(b.partyBallots(p)) > 0 || b.stance(p, awaited) != "" })
	}
}

// choice is what a voter cast for an entry, if it counts.
func (b brute) choice(e tally.Entry, v tally.Voter) string {
	if v.Recused || !b.c.Written && !b.arrived(v) {
		return ""
	}
	said := map[string]bool{}
	for _, one := range b.c.Ballots {
		if one.Entry == e.ID && one.Person == v.Person {
			said[string(one.Choice)] = true
		}
	}
	if len(said) != 1 {
		return ""
	}
	for one := range said {
		return one
	}
	return ""
}

func (b brute) arrived(v tally.Voter) bool {
	return v.Arrival == tally.AtOpening || b.r.LateArrivalsVote && v.Arrival == tally.Late
}

func (b brute) there(e tally.Entry, v tally.Voter) bool {
	if b.c.Written {
		return b.choice(e, v) != "" && b.votes(e) != ""
	}
	return b.arrived(v)
}

func (b brute) anybody(e tally.Entry, recused bool) bool {
	for _, v := range e.Voters {
		if v.Recused == recused && b.there(e, v) {
			return true
		}
	}
	return false
}

func (b brute) allRecused(e tally.Entry) bool {
	for _, v := range e.Voters {
		if !v.Recused {
			return false
		}
	}
	return len(e.Voters) > 0
}

// votes is how an entry votes, DIVIDED if it took part without a choice.
func (b brute) votes(e tally.Entry) string {
	var said []string
	for _, v := range e.Voters {
		if one := b.choice(e, v); one != "" {
			said = append(said, one)
		}
	}
	ofParty := e.Party != "" && b.r.Parties != nil
	word := verdictOf(said, ofParty && b.r.Parties.Position == rule.MembersMajority)
	if word == "DIVIDED" && !ofParty {
		return ""
	}
	return word
}

// verdictOf is what more than half say, or what all say.
func verdictOf(said []string, byMajority bool) string {
	if len(said) == 0 {
		return ""
	}
	for _, word := range []string{"FOR", "AGAINST", "ABSTAIN"} {
		n := 0
		for _, one := range said {
			if one == word {
				n++
			}
		}
		if n == len(said) || byMajority && n > len(said)-n {
			return word
		}
	}
	return "DIVIDED"
}
