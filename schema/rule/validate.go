package rule

import (
	"regexp"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

const maxConsentDays = 365

var codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)

// checker collects what is wrong with a document whose shape is right.
type checker struct{ faults fault.Faults }

func (c *checker) refuse(path []any, one *fault.Fault) {
	c.faults = append(c.faults, one.At(path...))
}

func (r Rule) check(path []any) fault.Faults {
	var c checker
	c.code(r.Code, step(path, "code"))
	c.source(r.Source, step(path, "source"))
	if !r.ValidTo.IsZero() && !r.ValidFrom.Before(r.ValidTo) {
		c.refuse(step(path, "validTo"), fault.New(fault.EndsBeforeItStarts, "from", r.ValidFrom, "to", r.ValidTo))
	}
	if r.Quorum != nil {
		c.clause(*r.Quorum, inQuorum, step(path, "quorum"))
	}
	c.clause(r.Approval, inApproval, step(path, "approval"))
	c.parties(r, step(path, "parties"))
	if r.DistinctPersonsMin < 0 || r.DistinctPersonsMin > maxDen {
		c.refuse(step(path, "distinctPersonsMin"), fault.New(fault.OutOfRange, "least", 0, "most", maxDen))
	}
	return c.faults
}

func (c *checker) code(code string, path []any) {
	if !codePattern.MatchString(code) {
		c.refuse(path, fault.New(fault.InvalidCode, "code", code))
	}
}

func (c *checker) source(s Source, path []any) {
	if !s.VerifiedOn.IsZero() && s.TextDate.IsZero() {
		c.refuse(step(path, "textDate"), fault.New(fault.RuleFieldMissing, "field", "textDate"))
	}
	if !s.VerifiedOn.IsZero() && s.VerifiedOn.Before(s.TextDate) {
		c.refuse(step(path, "verifiedOn"), fault.New(fault.EndsBeforeItStarts, "from", s.TextDate, "to", s.VerifiedOn))
	}
}

func (c *checker) parties(r Rule, path []any) {
	counts := r.CountsParties()
	switch {
	case r.Parties == nil && counts:
		c.refuse(path, fault.New(fault.RulePartiesMissing))
		return
	case r.Parties == nil:
		return
	case !counts:
		c.refuse(path, fault.New(fault.RulePartiesUnused))
	}
	least, most := 0, maxConsentDays
	switch r.Parties.Absent {
	case schema.AbsentPartyPolicyLeavesBase:
		most = 0 // who has left the base is not asked again
	case schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		least = 1 // silence means nothing before there was time to speak
	}
	if r.Parties.ConsentDays < least || r.Parties.ConsentDays > most {
		c.refuse(step(path, "consentDays"), fault.New(fault.RuleConsentDays,
			"policy", string(r.Parties.Absent), "least", least, "most", most))
	}
}

// role is the section of a rule in which a clause stands.
type role struct {
	counts []Counted
	bases  []schema.Base
}

// A quorum is measured against those who might have come, never against those
// who did.
var inQuorum = role{
	counts: []Counted{Present, Participating},
	bases:  []schema.Base{schema.BaseOnRoll, schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue},
}

var inApproval = role{
	counts: []Counted{For},
	bases: []schema.Base{
		schema.BaseOnRoll, schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue,
		schema.BasePresent, schema.BaseParticipating, schema.BaseValid, schema.BaseCastForOrAgainst,
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
	for _, given := range []bool{clause.All != nil, clause.Any != nil, clause.KOf != nil, clause.Share != nil, clause.Number != nil} {
		if given {
			forms++
		}
	}
	if forms != 1 {
		c.refuse(path, fault.New(fault.RuleClauseNotSingle, "allowed", "all, any, kOf, share, number"))
		return
	}
	switch {
	case clause.Share != nil:
		c.share(*clause.Share, in, step(path, "share"))
	case clause.Number != nil:
		c.number(*clause.Number, in, step(path, "number"))
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

func (c *checker) share(s Share, in role, path []any) {
	c.count(s.Count, in, path)
	c.group(s.Among, s.Measure, s.Base, path)
	switch {
	case s.Base == schema.BasePapersCast:
		c.refuse(step(path, "base"), fault.New(fault.RuleNotSupported, "feature", string(s.Base)))
	case !slices.Contains(in.bases, s.Base) || !fits(s.Measure, s.Base):
		c.refuse(step(path, "base"), fault.New(fault.RuleBaseMismatch, "measure", string(s.Measure), "base", string(s.Base)))
	}
	switch {
	case !s.Fraction.valid():
		c.refuse(step(path, "fraction"), fault.New(fault.RuleFraction,
			"num", s.Fraction.Num, "den", s.Fraction.Den, "most", maxDen))
	case s.Compare == MoreThan && s.Fraction.Num == s.Fraction.Den:
		c.refuse(path, fault.New(fault.RuleNeverMet))
	}
}

func (c *checker) number(n Number, in role, path []any) {
	c.count(n.Count, in, path)
	c.group(n.Among, n.Measure, schema.BaseOnRoll, path)
	if n.Least < 1 || n.Least > MaxWhole {
		c.refuse(step(path, "least"), fault.New(fault.OutOfRange, "least", 1, "most", MaxWhole))
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
		c.refuse(step(path, "among"), fault.New(fault.RuleGroupMismatch, "base", string(base)))
	}
}
