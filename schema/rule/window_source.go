package rule

import (
	"slices"

	"sifang/schema"
)

// WindowSources tell where the bounds of a vote stand; nil where nothing is
// stated.
type WindowSources struct{ Least, Most, Preliminary *Source }

// WindowSources are the sources of the window of the rule of [Chain.InForce]: for
// each bound that of the rule or of the override which decided it.
func (c Chain) WindowSources(organization schema.OrganizationKind, matter string) WindowSources {
	var all WindowSources
	said := c.about(organization, matter)
	chosen := decisive(said)
	if chosen == nil {
		return all
	}
	// The strongest stands first, so it is laid over the others last.
	for _, one := range slices.Backward(layered(said, *chosen)) {
		if one.override == nil {
			all = all.overlaid(chosen.rule.Window, chosen.rule.Source)
		} else {
			all = all.overlaid(one.override.Window, c.source(one))
		}
	}
	return all
}

func (s WindowSources) overlaid(by *Window, source Source) WindowSources {
	if by == nil {
		return s
	}
	if by.LeastDays > 0 {
		s.Least = &source
	}
	if by.MostDays > 0 {
		s.Most = &source
	}
	if by.PreliminaryDays > 0 {
		s.Preliminary = &source
	}
	return s
}
