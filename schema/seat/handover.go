package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Handover says until when those who leave office hand over what they keep.
type Handover struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	From          Leaving                   `json:"from,omitempty"`
	// Days are counted from that.
	Days int `json:"days,omitempty"`
}

// Leaving is from when the days of a handover are counted.
type Leaving string

// From when.
const (
	// TermEnd is the end of the term.
	TermEnd Leaving = "TERM_END"
	// CaretakerBegins is the day on which the change-over group was formed.
	CaretakerBegins Leaving = "CARETAKER"
	// NextTerm is the day on which the next term begins.
	NextTerm Leaving = "NEXT_TERM"
	// MembershipEnd is the end of one member's post; all others are about the body.
	MembershipEnd Leaving = "MEMBERSHIP_END"
)

// Values lists every Leaving.
func (Leaving) Values() []string {
	return []string{"TERM_END", "CARETAKER", "NEXT_TERM", "MEMBERSHIP_END"}
}

func (h Handover) check(f *findings) {
	f.bodies(h.Organizations)
	words(f, []Leaving{h.From}, "from")
	f.rangeOf(int64(h.Days), 1, mostDays, "days")
}

// HandoverDue is the last day on which a body hands over in time at the end of a
// term, and the rule that says so. What the rule counts from may not have come
// yet: then the days are counted from the end of the term. It reports false where
// no rule says anything, or no day is known to count from.
func HandoverDue(rules Rules, kind schema.OrganizationKind, term Office, rest day.Calendar) (Handover, day.Date, bool) {
	rule, ok := handover(rules, kind, func(l Leaving) bool { return l != MembershipEnd })
	from := term.Held.To
	switch {
	case rule.From == CaretakerBegins && !term.Caretaker.IsZero():
		from = term.Caretaker
	case rule.From == NextTerm && !term.Next.IsZero():
		from = term.Next
	}
	if !ok || from.IsZero() {
		return rule, day.Date{}, false
	}
	return rule, day.PeriodEnd(from, day.Period{Days: rule.Days}, rest), true
}

// DepartureDue is HandoverDue for one member whose post ended on a day.
func DepartureDue(rules Rules, kind schema.OrganizationKind, ended day.Date, rest day.Calendar) (Handover, day.Date, bool) {
	rule, ok := handover(rules, kind, func(l Leaving) bool { return l == MembershipEnd })
	if !ok {
		return rule, day.Date{}, false
	}
	return rule, day.PeriodEnd(ended, day.Period{Days: rule.Days}, rest), true
}

func handover(rules Rules, kind schema.OrganizationKind, counts func(Leaving) bool) (Handover, bool) {
	for _, rule := range inForce(rules.Handover) {
		if counts(rule.From) && slices.Contains(rule.Organizations, kind) {
			return rule, true
		}
	}
	return Handover{}, false
}

// DeadlineSet refuses, with DEADLINE_SET, another deadline than that of the rule.
func (h Handover) DeadlineSet(due day.Date) *fault.Fault {
	return h.refuse(fault.DeadlineSet, "dueOn", due)
}
