package recount

import (
	"math/big"

	"sifang/schema"
	"sifang/schema/fault"
)

// clause reads a condition whose leaves count one of the things named.
func (r *reader) clause(counts ...string) clause {
	var c clause
	forms := 0
	r.object(func(name string) bool {
		forms++
		switch name {
		case "all", "any":
			c.form, c.parts = formAll, r.parts(counts)
			c.needed = int64(len(c.parts))
			if name == "any" {
				c.form, c.needed = formAny, 1
			}
		case "kOf":
			c = r.kOf(counts)
		case "share", "number", "limit":
			c = r.leaf(map[string]string{"share": formShare, "number": formNumber, "limit": formLimit}[name], counts)
		default:
			return false
		}
		return true
	})
	if r.fault == nil && forms != 1 {
		r.refuse(fault.New(fault.RuleClauseNotSingle, "allowed", "all, any, kOf, share, number, limit"))
	}
	return c
}

func (r *reader) parts(counts []string) []clause {
	var parts []clause
	r.list(func() { parts = append(parts, r.clause(counts...)) })
	if r.fault == nil && len(parts) == 0 {
		r.refuse(fault.New(fault.RuleCombinationEmpty))
	}
	return parts
}

func (r *reader) kOf(counts []string) clause {
	c := clause{form: formKOf}
	r.object(func(name string) bool {
		switch name {
		case "k":
			c.needed = r.integer()
		case "of":
			c.parts = r.parts(counts)
		default:
			return false
		}
		return true
	}, "k", "of")
	if n := int64(len(c.parts)); r.fault == nil && (c.needed < 1 || c.needed > n) {
		r.refuse(fault.New(fault.RuleTooManyRequired, "k", c.needed, "n", n))
	}
	return c
}

func (r *reader) leaf(form string, counts []string) clause {
	c := clause{form: form}
	required := []string{"count", "measure"}
	if form == formNumber {
		required = append(required, "least")
	} else {
		required = append(required, "base", "fraction")
	}
	if form == formShare {
		required = append(required, "compare")
	}
	r.object(func(name string) bool {
		switch {
		case name == "count":
			c.counted = r.word(counts...)
		case name == "measure":
			c.measure = r.measure()
		case name == "among":
			c.group = r.group()
		case name == "least" && form == formNumber:
			c.needed = r.between(1, maxNumber)
		case name == "base" && form != formNumber:
			c.base = schema.Base(r.word(schema.Base("").Values()...))
		case name == "fraction" && form != formNumber:
			c.share = r.fraction()
		case name == "compare" && form == formShare:
			c.strict = r.word(comparisons...) == "MORE_THAN"
		default:
			return false
		}
		return true
	}, required...)
	if r.fault == nil && (c.counted == against) != (form == formLimit) {
		r.refuse(fault.New(fault.RuleCountMismatch, "count", c.counted, "allowed", map[bool]string{true: against, false: inFavour}[form == formLimit]))
	}
	return c
}

var comparisons = []string{"AT_LEAST", "MORE_THAN"}

func (r *reader) measure() schema.Measure {
	return schema.Measure(r.word(schema.Measure("").Values()...))
}

func (r *reader) group() string {
	code := ""
	r.object(func(name string) bool {
		switch name {
		case "code":
			code = r.string()
		case "title":
			r.skip()
		default:
			return false
		}
		return true
	}, "code")
	return code
}

func (r *reader) fraction() *big.Rat {
	var num, den int64
	r.object(func(name string) bool {
		switch name {
		case "num":
			num = r.between(0, maxDenominator)
		case "den":
			den = r.between(1, maxDenominator)
		default:
			return false
		}
		return true
	}, "num", "den")
	if r.fault != nil {
		return new(big.Rat)
	}
	return big.NewRat(num, den)
}

func (r *reader) electionTerms() *electionTerms {
	var e electionTerms
	r.object(func(name string) bool {
		switch name {
		case "ranking":
			r.list(func() { e.ranking = append(e.ranking, r.measure()) })
		case "secondTie":
			e.leaveVacant = r.word("LEAVE_VACANT", "VOTE_AGAIN") == "LEAVE_VACANT"
		case "marksAtMostSeats":
			e.marksBounded = r.boolean()
		case "moreCandidatesThanSeats":
			e.choice = r.boolean()
		case "leastSeats":
			e.leastSeats = r.between(0, maxDenominator)
		case "leastShare":
			e.leastShare = r.portion()
		case "alternates":
			e.alternates = r.alternates()
		default:
			return false
		}
		return true
	}, "ranking", "secondTie", "marksAtMostSeats", "moreCandidatesThanSeats")
	return &e
}

func (r *reader) portion() *threshold {
	var t threshold
	r.object(func(name string) bool {
		switch name {
		case "compare":
			t.strict = r.word(comparisons...) == "MORE_THAN"
		case "fraction":
			t.share = r.fraction()
		default:
			return false
		}
		return true
	}, "compare", "fraction")
	return &t
}

func (r *reader) alternates() *alternateTerms {
	var a alternateTerms
	r.object(func(name string) bool {
		switch name {
		case "mostPerSeat":
			a.perSeat = r.between(0, maxDenominator)
		case "mustQualify":
			a.qualified = r.boolean()
		default:
			return false
		}
		return true
	}, "mustQualify")
	return &a
}
