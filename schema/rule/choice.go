package rule

import (
	"bytes"
	"slices"

	"sifang/schema"
)

// Choice is the rule in force for the votes of a kind of organization on a
// matter, and how it came to be that one.
type Choice struct {
	// Rule has the overrides laid over it, and the conflicts they and the choice
	// itself lead to.
	Rule Rule
	// From is the set in which the rule stands; zero for one that comes with the
	// service and that no set has.
	From Origin
	By   ChosenBy
	// Overrides are those that changed the rule, the strongest last.
	Overrides []Overlay
	// Displaced are the rules of more general sets that would decide without this
	// one, the general ones first.
	Displaced []Displaced
}

// Origin names a set.
type Origin struct {
	Set     string
	Version string
	Title   Text
}

// Overlay is an override that changed a rule.
type Overlay struct {
	From   Origin
	By     ChosenBy
	Source Source
}

// Displaced is a rule of a more general set, with what the chosen one
// contradicts in it. Only a binding one can be contradicted.
type Displaced struct {
	Rule      Rule
	From      Origin
	By        ChosenBy
	Conflicts []Conflict
}

// ChosenBy says under which key something was chosen.
type ChosenBy string

// The keys, the more general ones first.
const (
	// ByOrganization: for all votes of that kind of organization.
	ByOrganization ChosenBy = "ORGANIZATION"
	// ByClass: for the class of the matter.
	ByClass ChosenBy = "CLASS"
	// ByMatter: for that very matter.
	ByMatter ChosenBy = "MATTER"
	// ByCode: somebody named the rule.
	ByCode ChosenBy = "CODE"
)

// Values lists every ChosenBy.
func (ChosenBy) Values() []string { return []string{"ORGANIZATION", "CLASS", "MATTER", "CODE"} }

func (b ChosenBy) rank() int { return slices.Index(b.Values(), string(b)) }

// InForce is what decides the votes of a kind of organization on a matter. A
// choice for the matter goes before one for its class, and that before one for
// all matters, whichever set it stands in: a bylaw about votes in general does
// not lower what a law asks for a particular matter. Between sets the more
// specific one decides; if it asks for less than a binding rule of a more general
// set, the rule carries the conflict. It reports false if no set has a rule; a
// linkage or an estate must then bring its own.
func (c Chain) InForce(organization schema.OrganizationKind, matter string) (Choice, bool) {
	all := c.about(organization, matter)
	chosen := decisive(all)
	if chosen == nil {
		return Choice{}, false
	}
	return c.choice(all, *chosen, matter), true
}

// decisive is the provision whose rule decides, nil if none has one.
func decisive(all []provision) *provision {
	var chosen *provision
	for i, one := range all {
		if one.rule != nil && (chosen == nil || one.by.rank() >= chosen.by.rank()) {
			chosen = &all[i]
		}
	}
	return chosen
}

// Named is InForce for a rule that somebody names by its code: the one of the
// most specific set that has it, or else of the service. If it asks for less than
// a rule that is binding for the matter, it carries the conflict. It reports
// false if there is no such rule.
func (c Chain) Named(code string, organization schema.OrganizationKind, matter string) (Choice, bool) {
	named := provision{set: -1, by: ByCode}
	for i, set := range c {
		for _, v := range set.Voting {
			if r, ok := v.chosen(); ok && r.Code == code {
				named.set, named.rule = i, &r
			}
		}
	}
	if named.rule == nil {
		r, ok := Preset(code)
		if !ok {
			return Choice{}, false
		}
		named.rule = &r
	}
	return c.choice(c.about(organization, matter), named, matter), true
}

// Voting is the rule of [Chain.InForce].
func (c Chain) Voting(organization schema.OrganizationKind, matter string) (Rule, bool) {
	choice, ok := c.InForce(organization, matter)
	return choice.Rule, ok
}

// choice lays the overrides over the chosen rule and compares it with what
// would decide without it. A rule about all matters takes the class of a matter
// that is not ordinary, since more care is due to it.
func (c Chain) choice(all []provision, chosen provision, matter string) Choice {
	choice := Choice{By: chosen.by}
	if chosen.set >= 0 {
		choice.From = c[chosen.set].origin()
	}
	choice.Rule, choice.Overrides = c.overridden(all, chosen)
	if known, _ := c.Matter(matter); choice.Rule.Class == "" && known.Class != Ordinary {
		choice.Rule.Class = known.Class
	}
	choice.Displaced = c.displaced(all, chosen, choice.Rule)
	found := c.overstepped(all, chosen, choice)
	for _, other := range choice.Displaced {
		found = append(found, other.Conflicts...)
	}
	choice.Rule.Conflicts = cited(choice.Rule.Conflicts, found)
	return choice
}

// displaced are the rules of more general sets that would decide without the
// chosen one; of all sets, if somebody named it.
func (c Chain) displaced(all []provision, chosen provision, own Rule) []Displaced {
	var others []Displaced
	for i, set := range c {
		law, ok := strongest(all, i)
		itself := i == chosen.set && law.rule != nil && law.rule.Code == own.Code
		if !ok || itself || i >= chosen.set && chosen.by != ByCode {
			continue
		}
		other := Displaced{Rule: *law.rule, From: set.origin(), By: law.by}
		if law.rule.Binding && !Alternative(*law.rule, *chosen.rule) {
			other.Conflicts = Conflicts(*law.rule, own)
		}
		others = append(others, other)
	}
	return others
}

// Alternative reports whether a rule comes with the service and says what the
// same binding provision as the law says for another case, such as an election by
// voters or by representatives, or the run-off after it. Neither contradicts the
// other then.
func Alternative(law, own Rule) bool {
	if !law.Binding || law.Source.Title != own.Source.Title || law.Source.Article != own.Source.Article || law.Class != own.Class {
		return false
	}
	shipped, ok := Preset(own.Code)
	if !ok {
		return false
	}
	one, err := shipped.Print()
	other, wrong := own.Print()
	return err == nil && wrong == nil && bytes.Equal(one, other)
}

// overstepped lists what overrides changed although the rule itself, or a
// binding override of another set, leaves no room for it.
func (c Chain) overstepped(all []provision, chosen provision, choice Choice) []Conflict {
	var found []Conflict
	if chosen.rule.Binding && len(choice.Overrides) > 0 {
		found = Conflicts(*chosen.rule, choice.Rule)
	}
	for _, one := range all {
		if one.override != nil && one.override.Binding {
			found = append(found, contradictions(*one.override, c.source(one), choice.Rule)...)
		}
	}
	return found
}

// cited adds to the conflicts that a rule states those that were found, unless
// the rule cites the same provision already.
func cited(stated, found []Conflict) []Conflict {
	all := slices.Clone(stated)
	for _, one := range found {
		known := slices.ContainsFunc(stated, func(other Conflict) bool {
			return other.Source.Title == one.Source.Title && other.Source.Article == one.Source.Article
		})
		if !known && !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}
