package seat

import "slices"

// Merge lays specific rules over general ones: a specific rule replaces the
// general rule of the same code in the same section, where that one stood; one
// that is switched off takes it out of force; all others are added behind.
// Merging a nation, a city and an estate's bylaws gives the same rules
// whichever two are merged first. Neither argument is changed.
func Merge(general, specific Rules) Rules {
	return Rules{
		Eligibility:     overlay(general.Eligibility, specific.Eligibility),
		Incompatibility: overlay(general.Incompatibility, specific.Incompatibility),
		Tenure:          overlay(general.Tenure, specific.Tenure),
		Composition:     overlay(general.Composition, specific.Composition),
		Ratios:          overlay(general.Ratios, specific.Ratios),
		Publication:     overlay(general.Publication, specific.Publication),
		Renewal:         overlay(general.Renewal, specific.Renewal),
		Caretaker:       overlay(general.Caretaker, specific.Caretaker),
		Filing:          overlay(general.Filing, specific.Filing),
		Handover:        overlay(general.Handover, specific.Handover),
		Ending:          overlay(general.Ending, specific.Ending),
		Meetings:        overlay(general.Meetings, specific.Meetings),
	}
}

func overlay[R ruled](general, specific []R) []R {
	merged := slices.Clone(general)
	for _, rule := range specific {
		same := func(other R) bool { return other.head().Code == rule.head().Code }
		if i := slices.IndexFunc(merged, same); i >= 0 {
			merged[i] = rule
		} else {
			merged = append(merged, rule)
		}
	}
	return merged
}

// inForce are the rules of a section that are not switched off.
func inForce[R ruled](rules []R) []R {
	return slices.DeleteFunc(slices.Clone(rules), func(rule R) bool { return rule.head().Off })
}
