package tally_test

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// The second counter's sums, each over everything.

func (b brute) sum(m schema.Measure, among *rule.Group, entry func(tally.Entry) bool, party func(string) bool) int64 {
	var sum int64
	in := func(groups []string) bool { return among == nil || slices.Contains(groups, among.Code) }
	if m == schema.MeasureParties {
		for _, p := range b.c.Parties {
			if in(p.Groups) && party(p.ID) {
				sum++
			}
		}
		return sum
	}
	for _, e := range b.roll() {
		if in(e.Groups) && entry(e) {
			sum += map[schema.Measure]int64{
				"HEADS": e.Weights.Heads, "AREA": e.Weights.Area, "SEATS": e.Weights.Seats,
				"HOUSEHOLDS": e.Weights.Households, "WEIGHT": e.Weights.Weight,
			}[m]
		}
	}
	return sum
}

func (b brute) got(count rule.Counted, m schema.Measure, among *rule.Group) int64 {
	switch count {
	case rule.For:
		extra := b.casting
		if among != nil {
			extra = 0
		}
		return extra + b.sum(m, among, func(e tally.Entry) bool { return b.inFavour(e) },
			func(p string) bool { return b.stance(p) == "FOR" })
	case rule.Against:
		return b.sum(m, among, func(e tally.Entry) bool { return b.counts(e) == "AGAINST" },
			func(p string) bool { return b.on("").stance(p) == "AGAINST" })
	case rule.Present:
		return b.sum(m, among, func(e tally.Entry) bool {
			return b.anybody(e, false) || b.c.Written && b.takesPart(e) || b.r.Recused.CountAsPresent && b.anybody(e, true) && allRecused(e)
		}, func(p string) bool {
			return b.partyThere(p, false) || b.r.Recused.CountAsPresent && b.partyThere(p, true)
		})
	default:
		return b.sum(m, among, b.takesPart, func(p string) bool { return len(b.partyBallots(p)) > 0 })
	}
}

func (b brute) whole(base schema.Base, m schema.Measure, among *rule.Group) int64 {
	keep := b.quorum || b.r.Recused.InBase
	extra := b.casting
	if among != nil {
		extra = 0
	}
	out := int64(0)
	if !keep && m != schema.MeasureParties {
		out = b.sum(m, among, allRecused, nil)
	}
	switch base {
	case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
		if m != schema.MeasureParties {
			return map[schema.Base]int64{"ALL_SEATS": b.c.Seats, "INCUMBENTS": b.c.Incumbents, "DUE": b.c.Due}[base] - out
		}
		if b.r.Parties.Absent != schema.AbsentPartyPolicyLeavesBase || b.quorum || !b.c.Written {
			extra = 0
		}
		return extra + b.sum(m, among, nil, func(p string) bool {
			gone := !b.quorum && b.r.Parties.Absent == schema.AbsentPartyPolicyLeavesBase && b.absent(p)
			return !gone && (keep || !b.partyRecused(p))
		})
	case schema.BaseOnRoll:
		return b.sum(m, among, func(tally.Entry) bool { return true }, nil) - out
	case schema.BasePresent:
		if !b.c.Written {
			extra = 0
		}
		return extra + b.sum(m, among, func(e tally.Entry) bool {
			return b.anybody(e, false) || b.c.Written && b.takesPart(e) || b.silence(e) != "" || keep && b.anybody(e, true) && allRecused(e)
		}, func(p string) bool {
			return b.partyThere(p, false) || keep && b.partyThere(p, true) || b.on("").stance(p) != ""
		})
	case schema.BaseCastForOrAgainst:
		return extra + b.sum(m, among, func(e tally.Entry) bool { return b.counts(e) == "FOR" || b.counts(e) == "AGAINST" },
			func(p string) bool { return b.on("").stance(p) == "FOR" || b.on("").stance(p) == "AGAINST" })
	case schema.BaseValid:
		return extra + b.sum(m, among, func(e tally.Entry) bool { return b.counts(e) != "" }, b.partySpeaks)
	case schema.BasePapersCast:
		return extra + b.sum(m, among, func(e tally.Entry) bool { return b.paper(e) || b.silence(e) != "" }, b.partySpeaks)
	default:
		return extra + b.sum(m, among, b.takesPart, b.partySpeaks)
	}
}
