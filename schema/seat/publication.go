package seat

import (
	"slices"

	"sifang/schema"
)

// Publication says how long an appointment is posted for everybody to read
// before it takes effect (任前公示).
type Publication struct {
	Head
	// For are the posts the rule is about; left out, all posts.
	For Place `json:"for,omitzero"`
	// Modes restricts the rule to seats filled by these acts; none means all.
	Modes []schema.MembershipMode `json:"modes,omitempty"`
	// Days is how many days it stays posted, the day of posting not counted.
	Days int `json:"days,omitempty"`
}

// applies reports whether the rule is about the seat and the act that fills it.
func (p Publication) applies(h Holding) bool {
	everywhere := len(p.For.Organizations) == 0
	return (everywhere || p.For.matches(h)) && (len(p.Modes) == 0 || slices.Contains(p.Modes, h.Mode))
}

// PublicationDays is for how many days at least the appointment must be posted:
// the longest period that a rule asks for, or zero if none asks for any.
func PublicationDays(rules Rules, target Holding) int {
	days := 0
	for _, rule := range inForce(rules.Publication) {
		if rule.applies(target) {
			days = max(days, rule.Days)
		}
	}
	return days
}
