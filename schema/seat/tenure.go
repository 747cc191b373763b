package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// applies reports whether the rule is about the seat and the act that fills it.
func (t Tenure) applies(h Holding) bool {
	return t.For.matches(h) && (len(t.Modes) == 0 || slices.Contains(t.Modes, h.Mode))
}

// CheckTerm refuses, with TERM_LENGTH, a term of office that is longer or
// shorter than the rules allow organizations of this kind. A term without an
// end is longer than any limit.
func CheckTerm(rules Rules, kind schema.OrganizationKind, term day.Span) fault.Faults {
	var refused fault.Faults
	for _, rule := range inForce(rules.Tenure) {
		if !slices.Contains(rule.For.Organizations, kind) {
			continue
		}
		long := rule.MostYears > 0 && !term.Within(day.Span{From: term.From, To: term.From.AddYears(rule.MostYears)})
		short := !term.To.IsZero() && term.To.Before(term.From.AddYears(rule.LeastYears))
		if long || short {
			refused = append(refused, rule.refuse(fault.TermLength,
				"leastYears", rule.LeastYears, "mostYears", rule.MostYears))
		}
	}
	return refused
}
