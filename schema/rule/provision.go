package rule

import (
	"cmp"
	"slices"

	"sifang/schema"
)

// provision is what one set of a chain says about a vote: a rule or an override.
type provision struct {
	set      int
	by       ChosenBy
	rule     *Rule
	override *Override
}

// about lists what the sets say about the votes of an organization on a matter,
// the general sets first.
func (c Chain) about(organization schema.OrganizationKind, matter string) []provision {
	known, _ := c.Matter(matter)
	var all []provision
	for i, set := range c {
		for _, v := range set.Voting {
			by, ok := v.about(organization, matter, known.Class)
			if !ok {
				continue
			}
			one := provision{set: i, by: by, override: v.Override}
			if r, ok := v.chosen(); ok {
				one.rule = &r
			}
			all = append(all, one)
		}
	}
	return all
}

// about reports whether the choice is about such a vote, and by which of its
// keys.
func (v Voting) about(organization schema.OrganizationKind, matter string, class Class) (ChosenBy, bool) {
	switch {
	case v.Organization != organization:
		return "", false
	case v.Matter != "":
		return ByMatter, v.Matter == matter
	case v.Class != "":
		return ByClass, v.Class == class
	default:
		return ByOrganization, true
	}
}

// strongest is the rule of a set that would decide if no other set said
// anything.
func strongest(all []provision, set int) (provision, bool) {
	var found provision
	for _, one := range all {
		if one.set == set && one.rule != nil && (found.rule == nil || one.by.rank() > found.by.rank()) {
			found = one
		}
	}
	return found, found.rule != nil
}

// overridden lays over the rule what sets say about it, and tells what changed
// something, the strongest last.
func (c Chain) overridden(all []provision, chosen provision) (Rule, []Overlay) {
	r := *chosen.rule
	r.Laid = nil
	layers := layered(all, chosen)
	if len(layers) == 1 {
		return r, nil
	}
	overrides := make([]Override, len(layers))
	for i, one := range layers {
		if one.override != nil {
			overrides[i] = *one.override
		} else {
			overrides[i] = chosen.rule.stated()
		}
	}
	r, decided := r.laid(overrides)
	var overlays []Overlay
	for _, i := range slices.Backward(decided) {
		one := layers[i]
		if one.override == nil {
			continue
		}
		from := c[one.set].origin()
		overlays = append(overlays, Overlay{From: from, By: one.by, Source: c.source(one)})
		if laid := (Laid{Set: from.Set, Version: from.Version}); !slices.Contains(r.Laid, laid) {
			r.Laid = append(r.Laid, laid)
		}
	}
	return r, overlays
}

// layered puts the chosen rule and the overrides in the order in which they
// decide. An override under a more specific key goes before others, then one of
// a more specific set. What the rule itself states goes before sets more general
// than its own, and before a more general key of its own set.
func layered(all []provision, chosen provision) []provision {
	layers := []provision{chosen}
	for _, one := range all {
		if one.override != nil {
			layers = append(layers, one)
		}
	}
	place := func(one provision) int {
		switch {
		case one.override == nil:
			return 0
		case one.set > chosen.set || one.set == chosen.set && one.by.rank() > chosen.by.rank():
			return -1
		default:
			return 1
		}
	}
	slices.SortStableFunc(layers, func(a, b provision) int {
		return cmp.Or(place(a)-place(b), b.by.rank()-a.by.rank(), b.set-a.set)
	})
	return layers
}

// source is where an override stands.
func (c Chain) source(one provision) Source {
	if one.override.Source != nil {
		return *one.override.Source
	}
	return c[one.set].Source
}

func (s Set) origin() Origin { return Origin{Set: s.Code, Version: s.Version, Title: s.Title} }
