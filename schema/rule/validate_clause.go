package rule

import (
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// maxParties is more than any linkage has; a rule that asks for more of them
// could never be met.
const maxParties = 1000

// role is the section of a rule in which a clause stands.
type role struct {
	counts []Counted
	bases  []schema.Base
	limits bool
}

// A quorum is measured against those who might have come, never against those
// who did.
var inQuorum = role{
	counts: []Counted{Present, Participating},
	bases:  []schema.Base{schema.BaseOnRoll, schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue},
}

var inApproval = role{
	limits: true,
	counts: []Counted{For},
	bases: []schema.Base{
		schema.BaseOnRoll, schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue,
		schema.BasePresent, schema.BaseParticipating, schema.BaseValid, schema.BaseCastForOrAgainst,
		schema.BasePapersCast,
	},
}

// A limit is held against those who might object, not against those who took a
// side or handed in a paper.
var inLimit = role{
	counts: []Counted{Against},
	bases: []schema.Base{
		schema.BaseOnRoll, schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue,
		schema.BasePresent, schema.BaseParticipating, schema.BaseValid,
	},
}

// partyBases are the bases that make sense for parties. Their number is that
// of the voting parties, which a linkage calls all seats.
var partyBases = []schema.Base{
	schema.BaseAllSeats, schema.BasePresent, schema.BaseParticipating, schema.BaseCastForOrAgainst,
}

// fits reports whether a measure can be held against a base.
func fits(measure schema.Measure, base schema.Base) bool {
	switch {
	case measure == schema.MeasureParties:
		return slices.Contains(partyBases, base)
	case base == schema.BaseAllSeats || base == schema.BaseIncumbents:
		return measure == schema.MeasureSeats
	case base == schema.BaseDue:
		return measure == schema.MeasureHeads
	default:
		return true
	}
}

func (c *checker) clause(clause Clause, in role, path []any) {
	forms := 0
	for _, given := range []bool{
		clause.All != nil, clause.Any != nil, clause.KOf != nil,
		clause.Share != nil, clause.Number != nil, clause.Limit != nil,
	} {
		if given {
			forms++
		}
	}
	if forms != 1 {
		c.refuse(path, fault.New(fault.RuleClauseNotSingle, "allowed", "all, any, kOf, share, number, limit"))
		return
	}
	switch {
	case clause.Share != nil:
		c.share(*clause.Share, in, step(path, "share"))
	case clause.Number != nil:
		c.number(*clause.Number, in, step(path, "number"))
	case clause.Limit != nil && !in.limits:
		c.refuse(step(path, "limit"), fault.New(fault.RuleLimitInQuorum))
	case clause.Limit != nil:
		c.limit(*clause.Limit, step(path, "limit"))
	case clause.KOf != nil:
		c.combination(clause.KOf.Of, in, step(step(path, "kOf"), "of"))
		if k, n := clause.KOf.K, len(clause.KOf.Of); k < 1 || k > n {
			c.refuse(step(step(path, "kOf"), "k"), fault.New(fault.RuleTooManyRequired, "k", k, "n", n))
		}
	case clause.Any != nil:
		c.combination(clause.Any, in, step(path, "any"))
	default:
		c.combination(clause.All, in, step(path, "all"))
	}
}

func (c *checker) combination(parts []Clause, in role, path []any) {
	if len(parts) == 0 {
		c.refuse(path, fault.New(fault.RuleCombinationEmpty))
	}
	for i, part := range parts {
		c.clause(part, in, step(path, i))
	}
}

// share refuses what can never be met, which is more than all. Everybody there
// and in favour meets all other clauses together, so that no two exclude each
// other.
func (c *checker) share(s Share, in role, path []any) {
	c.count(s.Count, in, path)
	c.base(s.Measure, s.Base, in, path)
	c.group(s.Among, s.Measure, s.Base, path)
	c.part(s.Compare, s.Fraction, path)
}

// part refuses what is no share, or one that is more than all.
func (c *checker) part(by Comparison, f Fraction, path []any) {
	switch {
	case !f.valid():
		c.refuse(step(path, "fraction"), fault.New(fault.RuleFraction, "num", f.Num, "den", f.Den, "most", maxDen))
	case by == MoreThan && f.Num == f.Den:
		c.refuse(path, fault.New(fault.RuleNeverMet))
	}
}

// limit refuses a fraction of one as well: nobody could exceed it.
func (c *checker) limit(l Limit, path []any) {
	c.count(l.Count, inLimit, path)
	c.base(l.Measure, l.Base, inLimit, path)
	c.group(l.Among, l.Measure, l.Base, path)
	if f := l.Fraction; !f.bounds() {
		c.refuse(step(path, "fraction"), fault.New(fault.RuleLimitFraction, "num", f.Num, "den", f.Den, "most", maxDen))
	}
}

func (c *checker) base(measure schema.Measure, base schema.Base, in role, path []any) {
	if !slices.Contains(in.bases, base) || !fits(measure, base) {
		c.refuse(step(path, "base"), fault.New(fault.RuleBaseMismatch, "measure", measure, "base", base))
	}
}

func (c *checker) number(n Number, in role, path []any) {
	c.count(n.Count, in, path)
	c.group(n.Among, n.Measure, schema.BaseOnRoll, path)
	if n.Least < 1 || n.Least > MaxWhole {
		c.refuse(step(path, "least"), fault.New(fault.OutOfRange, "least", 1, "most", MaxWhole))
	} else if n.Measure == schema.MeasureParties && n.Least > maxParties {
		c.refuse(step(path, "least"), fault.New(fault.RuleTooManyParties, "least", n.Least, "most", maxParties))
	}
}

func (c *checker) count(count Counted, in role, path []any) {
	if slices.Contains(in.counts, count) {
		return
	}
	allowed := make([]string, len(in.counts))
	for i, one := range in.counts {
		allowed[i] = string(one)
	}
	c.refuse(step(path, "count"), fault.New(fault.RuleCountMismatch,
		"count", string(count), "allowed", strings.Join(allowed, ", ")))
}

// group refuses to measure a group against a number that is only known for
// everybody. Parties carry their groups, so all of them are known.
func (c *checker) group(g *Group, measure schema.Measure, base schema.Base, path []any) {
	if g == nil {
		return
	}
	c.code(g.Code, step(step(path, "among"), "code"))
	stated := base == schema.BaseAllSeats || base == schema.BaseIncumbents || base == schema.BaseDue
	if stated && measure != schema.MeasureParties {
		c.refuse(step(path, "among"), fault.New(fault.RuleGroupMismatch, "base", base))
	}
}
