package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// Caretaker says what a body may not bring to a vote while it only keeps things
// going until its successor is elected.
type Caretaker struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	// Matters are the codes of the matters.
	Matters []string `json:"matters,omitempty"`
}

func (c Caretaker) check(f *findings) {
	f.bodies(c.Organizations)
	f.some(len(c.Matters), "matters")
	for i, code := range c.Matters {
		if !codePattern.MatchString(code) {
			f.add(fault.New(fault.InvalidCode, "code", code), "matters", i)
		}
	}
}

// CaretakerForbids refuses, with CARETAKER_FORBIDS, that a caretaker of this kind
// brings the matter to a vote. Where no rule says so nothing is forbidden.
func CaretakerForbids(rules Rules, kind schema.OrganizationKind, matter string) *fault.Fault {
	for _, rule := range inForce(rules.Caretaker) {
		if slices.Contains(rule.Organizations, kind) && slices.Contains(rule.Matters, matter) {
			return rule.refuse(fault.CaretakerForbids, "matter", matter)
		}
	}
	return nil
}
