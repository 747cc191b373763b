package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
)

// Renewal says when a body is to be elected anew: so long before its term is
// over, or because too few of its seats are filled. A rule says one of the two.
type Renewal struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	// Lead is how long before the end of the term the change-over has to be begun.
	Lead day.Period `json:"lead,omitzero"`
	// Below asks for an election once less than this share of the seats is filled,
	// those included to whom alternates can move up.
	Below Fraction `json:"below,omitzero"`
}

func (r Renewal) check(f *findings) {
	f.bodies(r.Organizations)
	if r.Below != (Fraction{}) {
		f.fraction(r.Below, "below")
		return
	}
	f.length(r.Lead, "lead")
}

// RenewalDue is the last day on which the change-over is begun in time where the
// term is over on the day given (half-open, so its first day without a term), and
// the rule that says so. Of several rules it is the one that asks for the earliest
// day. It reports false for a term without an end, and where no rule says anything.
func RenewalDue(rules Rules, kind schema.OrganizationKind, ends day.Date) (Renewal, day.Date, bool) {
	var found Renewal
	var due day.Date
	for _, rule := range inForce(rules.Renewal) {
		if ends.IsZero() || rule.Below != (Fraction{}) || !slices.Contains(rule.Organizations, kind) {
			continue
		}
		// So long before means that the day on which the length begins is too late.
		last := ends.AddMonths(-12*rule.Lead.Years - rule.Lead.Months).AddDays(-rule.Lead.Days - 1)
		if due.IsZero() || last.Before(due) {
			found, due = rule, last
		}
	}
	return found, due, !due.IsZero()
}

// Filled is how many of the places in a body are taken.
type Filled struct {
	Seats      int // places there are
	Taken      int // of them
	Alternates int // who stand by to move up
}

// Reelection is the rule by which the body has to be elected anew because too few
// of its places are taken, also after alternates move up. It reports false if that
// is not so, and for a body without places.
func Reelection(rules Rules, kind schema.OrganizationKind, f Filled) (Renewal, bool) {
	reached := int64(min(f.Seats, f.Taken+f.Alternates))
	for _, rule := range inForce(rules.Renewal) {
		if rule.Below == (Fraction{}) || f.Seats == 0 || !slices.Contains(rule.Organizations, kind) {
			continue
		}
		if reached*rule.Below.Den < int64(f.Seats)*rule.Below.Num {
			return rule, true
		}
	}
	return Renewal{}, false
}
