package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// answer is what a condition finds.
type answer int

const (
	met answer = iota
	unmet
	unknown // a fact that the condition needs was never recorded
)

// eligible judges every condition for the target's seat.
func (a appointment) eligible(rules []Eligibility) fault.Faults {
	var refused fault.Faults
	for _, rule := range inForce(rules) {
		if !rule.For.matches(a.target) {
			continue
		}
		switch a.judge(rule) {
		case unmet:
			refused = append(refused, rule.refuse(fault.NotEligible))
		case unknown:
			refused = append(refused, rule.refuse(fault.MissingFact,
				"fact", fault.Words{Chinese: "出生日期", English: "date of birth"}))
		case met:
		}
	}
	return refused
}

func (a appointment) judge(rule Eligibility) answer {
	areas := a.target.Organization.Areas
	switch rule.Condition {
	case Owner:
		return holds(intersect(a.candidate.OwnsIn, areas))
	case OwnerOrAuthorized:
		return holds(intersect(a.candidate.OwnsIn, areas) || intersect(a.candidate.AuthorizedIn, areas))
	case MinAge:
		return a.aged(rule.Years)
	case NoConduct:
		return holds(!a.declared(rule.Conduct))
	case Belongs:
		return holds(belongs(a.candidate.ID, rule.Memberships, a.others, a.target))
	case Mode:
		return holds(slices.Contains(rule.Modes, a.target.Mode))
	case Represents:
		return holds(slices.Contains(rule.OnBehalfOf, a.target.OnBehalfOf.Kind))
	default:
		return unmet
	}
}

func holds(ok bool) answer {
	if ok {
		return met
	}
	return unmet
}

// aged reports whether the candidate has had the given birthday by the first
// day of the appointment. An age nobody recorded is not presumed.
func (a appointment) aged(years int) answer {
	if a.candidate.Born.IsZero() {
		return unknown
	}
	return holds(!a.candidate.Born.AddYears(years).After(a.target.Held.From))
}

// declared reports whether one of the facts was declared about the candidate
// and held on the first day of the appointment.
func (a appointment) declared(conduct []string) bool {
	return slices.ContainsFunc(a.candidate.Declarations, func(d Declaration) bool {
		return d.Kind == schema.DeclarationKindConduct && d.Person == a.candidate.ID &&
			slices.Contains(conduct, d.Relation) && d.Held.Contains(a.target.Held.From)
	})
}

// belongs reports whether the member had a membership of one of the kinds, in
// any organization, on the first day of the target.
func belongs(member ident.ID, kinds []schema.MembershipKind, holdings []Holding, target Holding) bool {
	return slices.ContainsFunc(holdings, func(h Holding) bool {
		return h.Member == member && slices.Contains(kinds, h.Kind) && Effective(h, target.Held.From)
	})
}

// CheckDeclaration refuses the relation of a declaration that no rule could
// ever recognize: UNKNOWN_VALUE for a kinship that is not a Kin, INVALID_CODE
// for any other relation that is not written like JUDGMENT_DEBTOR.
func CheckDeclaration(kind schema.DeclarationKind, relation string) fault.Faults {
	f := &findings{}
	if kind == schema.DeclarationKindKinship {
		words(f, []Kin{Kin(relation)}, "relation")
		return f.faults
	}
	if !codePattern.MatchString(relation) {
		f.add(fault.New(fault.InvalidCode, "code", relation), "relation")
	}
	return f.faults
}
