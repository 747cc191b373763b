package seat

import (
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
)

// pair is an incompatibility as it is met in life: who seeks which seat, what
// is declared, and who sits where.
type pair struct {
	presets      []string
	target       Holding
	declarations []Declaration
	holdings     []Holding
	want         []string
}

func (p pair) check(t *testing.T) {
	if p.presets == nil {
		p.presets = []string{"national"}
	}
	candidate := owner(t, 1)
	candidate.Declarations = p.declarations
	expect(t, CheckAppointment(preset(t, p.presets...), candidate, p.target, p.holdings), p.want...)
}

func TestPropertyStaffKeepOffTheOwnersCommittee(t *testing.T) {
	target := seated(t, 1, person(1), ownersCommittee, schema.PostCategoryMember)
	manager := func(number byte, who byte, in Organization) Holding {
		h := seated(t, number, person(who), in, schema.PostCategoryProjectManager)
		h.Mode = schema.MembershipModeEngaged
		return h
	}
	kin := func(relation string, one, other byte, to string) Declaration {
		return Declaration{
			Kind: schema.DeclarationKindKinship, Person: person(one), AboutPerson: person(other),
			Relation: relation, Held: span(t, "2010-01-01", to),
		}
	}
	job := func(who byte, at Organization, to string) Declaration {
		return Declaration{
			Kind: schema.DeclarationKindEmployment, Person: person(who), AboutOrganization: at,
			Relation: "EMPLOYEE", Held: span(t, "2020-01-01", to),
		}
	}
	ended := manager(2, 1, company)
	ended.Status, ended.Held.To = schema.MembershipStatusEnded, date(t, "2026-01-01")
	supervisor := seated(t, 2, person(1), company, schema.PostCategoryQualitySupervisor)

	refused := []string{"INCOMPATIBLE PROPERTY_STAFF"}
	for name, p := range map[string]pair{
		"nobody is tied to the company":          {target: target},
		"the candidate manages the project":      {target: target, holdings: []Holding{manager(2, 1, company)}, want: refused},
		"until the day before":                   {target: target, holdings: []Holding{ended}},
		"of another estate":                      {target: target, holdings: []Holding{manager(2, 1, sisterCompany)}},
		"the candidate is an employee":           {target: target, declarations: []Declaration{job(1, company, "")}, want: refused},
		"was an employee":                        {target: target, declarations: []Declaration{job(1, company, "2025-12-31")}},
		"is an employee in another estate":       {target: target, declarations: []Declaration{job(1, sisterCompany, "")}},
		"the spouse manages the project":         {target: target, declarations: []Declaration{kin("SPOUSE", 1, 2, "")}, holdings: []Holding{manager(2, 2, company)}, want: refused},
		"as the spouse declared":                 {target: target, declarations: []Declaration{kin("SPOUSE", 2, 1, "")}, holdings: []Holding{manager(2, 2, company)}, want: refused},
		"and was divorced":                       {target: target, declarations: []Declaration{kin("SPOUSE", 1, 2, "2025-06-30")}, holdings: []Holding{manager(2, 2, company)}},
		"the spouse is an employee":              {target: target, declarations: []Declaration{kin("SPOUSE", 1, 2, ""), job(2, company, "")}, want: refused},
		"a cousin is an employee":                {target: target, declarations: []Declaration{kin("OTHER", 1, 2, ""), job(2, company, "")}},
		"the community sent the candidate there": {target: target, holdings: []Holding{supervisor}},
		"a sister, where only direct relatives count": {
			presets: []string{"national", "shanghai"}, target: target,
			declarations: []Declaration{kin("SIBLING", 1, 2, "")}, holdings: []Holding{manager(2, 2, company)},
		},
		"a grandchild, where only direct relatives count": {
			presets: []string{"national", "shanghai"}, target: target,
			declarations: []Declaration{kin("GRANDPARENT", 2, 1, "")}, holdings: []Holding{manager(2, 2, company)}, want: refused,
		},
		"where the law leaves it to the bylaws": {
			presets: []string{"national", "hangzhou"}, target: target, holdings: []Holding{manager(2, 1, company)},
		},
		"a member of the owners' committee takes the job": {
			target: manager(1, 1, company), holdings: []Holding{seated(t, 2, person(1), ownersCommittee, schema.PostCategoryMember)}, want: refused,
		},
	} {
		t.Run(name, p.check)
	}
}

func TestOtherIncompatibilities(t *testing.T) {
	member := schema.PostCategoryMember
	kin := Declaration{
		Kind: schema.DeclarationKindKinship, Person: person(1), AboutPerson: person(2), Relation: "PARENT", Held: span(t, "1980-05-05", ""),
	}
	partner := Declaration{
		Kind: schema.DeclarationKindInterest, Person: person(2), AboutPerson: person(1), Relation: "BUSINESS_PARTNER", Held: span(t, "2020-01-01", ""),
	}
	shareholder := Declaration{
		Kind: schema.DeclarationKindInterest, Person: person(1), AboutOrganization: company, Relation: "SHAREHOLDER", Held: span(t, "2020-01-01", ""),
	}
	committee := seated(t, 2, person(1), residents, member)
	declined := committee
	declined.Status = schema.MembershipStatusDeclined
	supervisor := seated(t, 1, person(1), company, schema.PostCategoryQualitySupervisor)
	supervisor.Mode, supervisor.Source = schema.MembershipModeDispatched, committee.ID

	for name, p := range map[string]pair{
		"committee and its supervisors":      {target: seated(t, 1, person(1), supervisors, member), holdings: []Holding{committee}, want: []string{"INCOMPATIBLE RC_RSC"}},
		"supervisors and the committee":      {target: seated(t, 1, person(1), residents, member), holdings: []Holding{seated(t, 2, person(1), supervisors, member)}, want: []string{"INCOMPATIBLE RC_RSC"}},
		"a seat that was declined":           {target: seated(t, 1, person(1), supervisors, member), holdings: []Holding{declined}},
		"the parent sits on the committee":   {target: seated(t, 1, person(1), supervisors, member), declarations: []Declaration{kin}, holdings: []Holding{seated(t, 2, person(2), residents, member)}, want: []string{"INCOMPATIBLE RC_RSC"}},
		"parent and child on one committee":  {target: seated(t, 1, person(1), residents, member), declarations: []Declaration{kin}, holdings: []Holding{seated(t, 2, person(2), residents, member)}, want: []string{"INCOMPATIBLE RC_KIN"}},
		"a partner on the owners' committee": {target: seated(t, 1, person(1), ownersWatch, member), declarations: []Declaration{partner}, holdings: []Holding{seated(t, 2, person(2), ownersCommittee, member)}, want: []string{"INCOMPATIBLE OWNERS_SUPERVISION"}},
		"a quality supervisor":               {target: supervisor, holdings: []Holding{committee}},
		"who holds shares of the company":    {target: supervisor, declarations: []Declaration{shareholder}, holdings: []Holding{committee}, want: []string{"INCOMPATIBLE QUALITY_SUPERVISOR"}},
		"whose parent works there": {
			target:       supervisor,
			declarations: []Declaration{kin, {Kind: schema.DeclarationKindEmployment, Person: person(2), AboutOrganization: company, Relation: "EMPLOYEE", Held: span(t, "2020-01-01", "")}},
			holdings:     []Holding{committee},
			want:         []string{"INCOMPATIBLE QUALITY_SUPERVISOR"},
		},
		"an interest that Beijing names": {
			presets: []string{"national", "beijing"}, target: seated(t, 1, person(1), ownersCommittee, member),
			declarations: []Declaration{shareholder}, want: []string{"INCOMPATIBLE PROPERTY_STAFF"},
		},
	} {
		t.Run(name, p.check)
	}
}

// posts is a rule between two posts of residents' committees, and nothing else.
func posts(one, other []schema.PostCategory, scope Scope, ties Ties) Rules {
	rules := Rules{Incompatibility: sound().Incompatibility}
	rules.Incompatibility[0].One = Place{Organizations: []schema.OrganizationKind{residents.Kind}, Posts: one}
	rules.Incompatibility[0].Other = Place{Organizations: []schema.OrganizationKind{residents.Kind}, Posts: other}
	rules.Incompatibility[0].Scope, rules.Incompatibility[0].Ties = scope, ties
	return rules
}

func TestScopeOfAnIncompatibility(t *testing.T) {
	elsewhere := residents
	elsewhere.ID, elsewhere.Areas = id(ident.KindOrganization, 99), []ident.ID{id(ident.KindArea, 99)}
	shared := elsewhere
	shared.Areas = inEstate
	for _, c := range []struct {
		scope Scope
		where Organization
		want  []string
	}{
		{SameOrganization, residents, []string{"INCOMPATIBLE A_RULE"}},
		{SameOrganization, shared, nil},
		{SharedArea, shared, []string{"INCOMPATIBLE A_RULE"}},
		{SharedArea, elsewhere, nil},
		{Anywhere, elsewhere, []string{"INCOMPATIBLE A_RULE"}},
		{"UNHEARD_OF", residents, nil},
	} {
		clerk, member := in(schema.PostCategoryClerk), in(schema.PostCategoryMember)
		target := seated(t, 1, person(1), residents, schema.PostCategoryClerk)
		held := seated(t, 2, person(1), c.where, schema.PostCategoryMember)
		rules := posts(clerk, member, c.scope, Ties{Self: true})
		expect(t, CheckAppointment(rules, owner(t, 1), target, []Holding{held}), c.want...)
	}
}

func in(categories ...schema.PostCategory) []schema.PostCategory { return categories }

// A seat that is in both places of a rule is compared with both.
func TestASeatInBothPlaces(t *testing.T) {
	member, clerk := schema.PostCategoryMember, schema.PostCategoryClerk
	target := seated(t, 1, person(1), residents, member)
	held := seated(t, 2, person(1), residents, clerk)
	for _, rules := range []Rules{
		posts(in(member), in(member, clerk), Anywhere, Ties{Self: true}),
		posts(in(member, clerk), in(member), Anywhere, Ties{Self: true}),
	} {
		expect(t, CheckAppointment(rules, owner(t, 1), target, []Holding{held}), "INCOMPATIBLE A_RULE")
	}
}

// Who is whose parent decides, whichever of the two declared it; and a
// relative counts only for the ties that the rule names.
func TestDegreesOfKinship(t *testing.T) {
	member := in(schema.PostCategoryMember)
	declared := func(one, other byte, relation Kin) Declaration {
		return Declaration{Kind: schema.DeclarationKindKinship, Person: person(one), AboutPerson: person(other), Relation: string(relation)}
	}
	target := seated(t, 1, person(1), residents, schema.PostCategoryMember)
	held := seated(t, 2, person(2), residents, schema.PostCategoryMember)
	works := Declaration{Kind: schema.DeclarationKindEmployment, Person: person(2), AboutOrganization: residents, Relation: "EMPLOYEE"}
	for name, c := range map[string]struct {
		declarations []Declaration
		ties         Ties
		holdings     []Holding
		refused      bool
	}{
		"the other is the candidate's parent":   {declarations: []Declaration{declared(1, 2, Parent)}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}, refused: true},
		"as the other declared":                 {declarations: []Declaration{declared(2, 1, Child)}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}, refused: true},
		"the other is the candidate's child":    {declarations: []Declaration{declared(1, 2, Child)}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}},
		"as the child declared":                 {declarations: []Declaration{declared(2, 1, Parent)}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}},
		"somebody else's parent":                {declarations: []Declaration{declared(3, 2, Parent)}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}},
		"a parent who is employed there":        {declarations: []Declaration{declared(1, 2, Parent), works}, ties: Ties{Employment: true, Kin: []Kin{Parent}}, refused: true},
		"whose employment the rule leaves out":  {declarations: []Declaration{declared(1, 2, Parent), works}, ties: Ties{Self: true, Kin: []Kin{Parent}}},
		"a parent's partner, in a rule of kin":  {declarations: []Declaration{declared(1, 3, Parent), {Kind: schema.DeclarationKindInterest, Person: person(3), AboutPerson: person(2), Relation: "PARTNER"}}, ties: Ties{Kin: []Kin{Parent}}, holdings: []Holding{held}},
		"a parent's partner, where that counts": {declarations: []Declaration{declared(1, 3, Parent), {Kind: schema.DeclarationKindInterest, Person: person(3), AboutPerson: person(2), Relation: "PARTNER"}}, ties: Ties{Interest: true, Kin: []Kin{Parent}}, holdings: []Holding{held}, refused: true},
	} {
		t.Run(name, func(t *testing.T) {
			candidate := owner(t, 1)
			candidate.Declarations = c.declarations
			var want []string
			if c.refused {
				want = []string{"INCOMPATIBLE A_RULE"}
			}
			expect(t, CheckAppointment(posts(member, member, SameOrganization, c.ties), candidate, target, c.holdings), want...)
		})
	}
}
