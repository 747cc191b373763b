package seat

import (
	"testing"

	"sifang/schema"
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
