package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// inverse tells what the first person is to the second, if the second is a
// child, a sibling … of the first: either of them may have declared it.
var inverse = map[Kin]Kin{
	Spouse:      Spouse,
	Parent:      Child,
	Child:       Parent,
	Sibling:     Sibling,
	Grandparent: Grandchild,
	Grandchild:  Grandparent,
	OtherKin:    OtherKin,
}

// compatible looks for a seat that excludes the target, whichever of the two
// places of a rule the target is in. It cites each rule once.
func (a appointment) compatible(rules []Incompatibility) fault.Faults {
	var refused fault.Faults
	for _, rule := range inForce(rules) {
		tie, found := "", false
		if rule.One.matches(a.target) {
			tie, found = a.tied(rule, rule.Other)
		}
		if !found && rule.Other.matches(a.target) {
			tie, found = a.tied(rule, rule.One)
		}
		if found {
			refused = append(refused, rule.refuse(fault.Incompatible, "tie", tie))
		}
	}
	return refused
}

// tied tells by which of its ties, if any, the rule connects the candidate
// with the place.
func (a appointment) tied(rule Incompatibility, there Place) (string, bool) {
	e := exclusion{appointment: a, rule: rule, there: there}
	me := a.candidate.ID
	switch {
	case rule.Ties.Self && e.sits(me):
		return "SELF", true
	case rule.Ties.Employment && e.works(me):
		return "EMPLOYMENT", true
	case rule.Ties.Interest && e.interested(me):
		return "INTEREST", true
	}
	for _, relative := range a.relatives(rule.Ties.Kin) {
		if e.sits(relative) || rule.Ties.Employment && e.works(relative) || rule.Ties.Interest && e.interested(relative) {
			return "KIN", true
		}
	}
	return "", false
}

// exclusion is one direction of one rule.
type exclusion struct {
	appointment
	rule  Incompatibility
	there Place
}

// sits reports whether the person has a seat in the other place during the
// appointment, in an organization connected with the target's.
func (e exclusion) sits(person ident.ID) bool {
	return slices.ContainsFunc(e.others, func(h Holding) bool {
		return h.Member == person && e.there.matches(h) && taken(h) &&
			h.Held.Overlaps(e.target.Held) && e.connects(h.Organization)
	})
}

// works reports whether the person was declared to work for such an
// organization during the appointment.
func (e exclusion) works(person ident.ID) bool {
	return slices.ContainsFunc(e.candidate.Declarations, func(d Declaration) bool {
		return d.Kind == schema.DeclarationKindEmployment && d.Person == person &&
			d.Held.Overlaps(e.target.Held) && e.concerns(d.AboutOrganization)
	})
}

// interested reports whether the person was declared to have an interest in
// such an organization, or to share one with somebody who sits there,
// whichever of the two declared it.
func (e exclusion) interested(person ident.ID) bool {
	return slices.ContainsFunc(e.candidate.Declarations, func(d Declaration) bool {
		if d.Kind != schema.DeclarationKindInterest || !d.Held.Overlaps(e.target.Held) {
			return false
		}
		switch person {
		case d.Person:
			return e.concerns(d.AboutOrganization) || !d.AboutPerson.IsZero() && e.sits(d.AboutPerson)
		case d.AboutPerson:
			return e.sits(d.Person)
		default:
			return false
		}
	})
}

func (e exclusion) concerns(o Organization) bool {
	return slices.Contains(e.there.Organizations, o.Kind) && e.connects(o)
}

func (e exclusion) connects(o Organization) bool {
	return e.rule.Scope.connected(o, e.target.Organization)
}

// relatives are the persons declared to be relatives of the candidate in one
// of the degrees, whichever of the two declared it. A marriage that ended
// before the appointment no longer counts.
func (a appointment) relatives(degrees []Kin) []ident.ID {
	var found []ident.ID
	for _, d := range a.candidate.Declarations {
		if d.Kind != schema.DeclarationKindKinship || !d.Held.Overlaps(a.target.Held) {
			continue
		}
		degree := Kin(d.Relation)
		switch a.candidate.ID {
		case d.Person:
			if slices.Contains(degrees, degree) {
				found = append(found, d.AboutPerson)
			}
		case d.AboutPerson:
			if slices.Contains(degrees, inverse[degree]) {
				found = append(found, d.Person)
			}
		}
	}
	return found
}
