package seat

import (
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestEligibility(t *testing.T) {
	member, chair := schema.PostCategoryMember, schema.PostCategoryChair
	party := func(kind schema.MembershipKind) []Holding {
		return []Holding{belonging(t, 90, person(1), generalBranch, kind)}
	}
	conduct := func(relation, from, to string) func(*Candidate) {
		return func(c *Candidate) {
			c.Declarations = []Declaration{{
				Kind: schema.DeclarationKindConduct, Person: person(1), Relation: relation, Held: span(t, from, to),
			}}
		}
	}
	born := func(text string) func(*Candidate) {
		return func(c *Candidate) { c.Born = date(t, text) }
	}
	for name, c := range map[string]struct {
		presets  []string
		target   Holding
		change   func(*Candidate)
		holdings []Holding
		want     []string
	}{
		"an owner": {target: seated(t, 1, person(1), ownersCommittee, member)},
		"owner of a unit elsewhere": {
			target: seated(t, 1, person(1), ownersCommittee, member),
			change: func(c *Candidate) { c.OwnsIn = []ident.ID{otherEstate, communityArea} },
			want:   []string{"NOT_ELIGIBLE OC_OWNER"},
		},
		"authorized by the owner of a unit": {
			target: seated(t, 1, person(1), ownersCommittee, member),
			change: func(c *Candidate) { c.OwnsIn, c.AuthorizedIn = nil, c.OwnsIn },
		},
		"authorized, in a city that wants owners": {
			presets: []string{"national", "hangzhou"},
			target:  seated(t, 1, person(1), ownersCommittee, member),
			change:  func(c *Candidate) { c.OwnsIn, c.AuthorizedIn = nil, c.OwnsIn },
			want:    []string{"NOT_ELIGIBLE OC_OWNER"},
		},
		"eighteen on the first day":  {target: seated(t, 1, person(1), ownersCommittee, member), change: born("2008-01-01")},
		"eighteen a day later":       {target: seated(t, 1, person(1), ownersCommittee, member), change: born("2008-01-02"), want: []string{"NOT_ELIGIBLE OC_CAPACITY"}},
		"an age nobody recorded":     {target: seated(t, 1, person(1), ownersCommittee, member), change: born(""), want: []string{"MISSING_FACT OC_CAPACITY"}},
		"a listed judgment debtor":   {presets: []string{"national", "beijing"}, target: seated(t, 1, person(1), ownersCommittee, chair), change: conduct("JUDGMENT_DEBTOR", "2025-01-01", ""), want: []string{"NOT_ELIGIBLE OC_JUDGMENT_DEBTOR"}},
		"a judgment debtor who paid": {presets: []string{"national", "beijing"}, target: seated(t, 1, person(1), ownersCommittee, chair), change: conduct("JUDGMENT_DEBTOR", "2024-01-01", "2026-01-01")},
		"the spouse of a judgment debtor": {
			presets: []string{"national", "beijing"}, target: seated(t, 1, person(1), ownersCommittee, chair),
			change: func(c *Candidate) {
				c.Declarations = []Declaration{
					{Kind: schema.DeclarationKindKinship, Person: person(1), AboutPerson: person(2), Relation: "SPOUSE"},
					{Kind: schema.DeclarationKindConduct, Person: person(2), Relation: "JUDGMENT_DEBTOR"},
				}
			},
		},
		"arrears, where no bylaw speaks of them": {
			target: seated(t, 1, person(1), ownersCommittee, member), change: conduct("ARREARS", "2025-01-01", ""),
		},
		"the chair of the residents' committee engaged instead of elected": {
			target: func() Holding {
				h := seated(t, 1, person(1), residents, chair)
				h.Mode = schema.MembershipModeEngaged
				return h
			}(),
			want: []string{"NOT_ELIGIBLE RC_ELECTED"},
		},
		"punished for a crime": {
			target: seated(t, 1, person(1), residents, member), change: conduct("CRIMINAL_PUNISHMENT", "2015-01-01", ""),
			want: []string{"NOT_ELIGIBLE RC_CONDUCT"},
		},
		"a secretary outside the Party":     {target: seated(t, 1, person(1), estateBranch, schema.PostCategorySecretary), want: []string{"NOT_ELIGIBLE PARTY_POST"}},
		"a secretary on probation":          {target: seated(t, 1, person(1), estateBranch, schema.PostCategorySecretary), holdings: party(schema.MembershipKindProbationaryMember), want: []string{"NOT_ELIGIBLE PARTY_POST"}},
		"a secretary who is a Party member": {target: seated(t, 1, person(1), estateBranch, schema.PostCategorySecretary), holdings: party(schema.MembershipKindPartyMember)},
		"an interim committee chaired for itself": {
			presets: []string{"national", "beijing"}, target: seated(t, 1, person(1), interim, chair),
			want: []string{"NOT_ELIGIBLE INTERIM_CHAIR"},
		},
		"an interim committee chaired for the residents' committee": {
			presets: []string{"national", "beijing"},
			target: func() Holding {
				h := seated(t, 1, person(1), interim, chair)
				h.OnBehalfOf = residents
				return h
			}(),
		},
		"an interim committee chaired for the street, as in Hangzhou": {
			presets: []string{"national", "hangzhou"},
			target: func() Holding {
				h := seated(t, 1, person(1), interim, chair)
				h.OnBehalfOf = streetOffice
				return h
			}(),
		},
	} {
		t.Run(name, func(t *testing.T) {
			if c.presets == nil {
				c.presets = []string{"national"}
			}
			candidate := owner(t, 1)
			if c.change != nil {
				c.change(&candidate)
			}
			expect(t, CheckAppointment(preset(t, c.presets...), candidate, c.target, c.holdings), c.want...)
		})
	}
}

func TestABylawSwitchesTheArrearsRuleOn(t *testing.T) {
	national := preset(t, "national")
	i := len(national.Eligibility) - 1
	rule := national.Eligibility[i]
	if rule.Code != "OC_ARREARS" || !rule.Off {
		t.Fatalf("the national rule about arrears is %+v", rule)
	}
	rule.Off = false
	bylaws := Rules{Eligibility: []Eligibility{rule}}
	candidate := owner(t, 1)
	candidate.Declarations = []Declaration{{
		Kind: schema.DeclarationKindConduct, Person: person(1), Relation: "ARREARS", Held: span(t, "2025-01-01", ""),
	}}
	target := seated(t, 1, person(1), ownersCommittee, schema.PostCategoryMember)
	expect(t, CheckAppointment(Merge(national, bylaws), candidate, target, nil), "NOT_ELIGIBLE OC_ARREARS")

	away := Rules{Eligibility: []Eligibility{{Head: Head{Code: "OC_ARREARS", Off: true}}}}
	expect(t, CheckAppointment(Merge(Merge(national, bylaws), away), candidate, target, nil))
}

func TestARefusalCitesTheRule(t *testing.T) {
	candidate := owner(t, 1)
	candidate.OwnsIn = nil
	target := seated(t, 1, person(1), ownersCommittee, schema.PostCategoryMember)
	refused := CheckAppointment(preset(t, "national", "beijing"), candidate, target, nil)
	expect(t, refused, "NOT_ELIGIBLE OC_OWNER")
	got := map[string][2]string{}
	for _, fact := range refused[0].Facts {
		got[fact.Name] = [2]string{fact.Text(fault.Chinese), fact.Text(fault.English)}
	}
	title := "北京市物业管理条例"
	for name, want := range map[string][2]string{
		"rule":    {"OC_OWNER", "OC_OWNER"},
		"title":   {title, title},
		"article": {"39", "39"},
		"source":  {title + " §39", title + " §39"},
		"sentence": {
			"业主委员会委员、候补委员应当为本物业管理区域的自然人业主或者单位业主授权的自然人代表。",
			"Members and alternates of the owners' committee are natural persons who own a unit in its area or represent a corporate owner with its authority.",
		},
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
}

func TestCheckDeclaration(t *testing.T) {
	expect(t, CheckDeclaration(schema.DeclarationKindKinship, "SPOUSE"))
	expect(t, CheckDeclaration(schema.DeclarationKindKinship, "OTHER"))
	expect(t, CheckDeclaration(schema.DeclarationKindKinship, "spouse"), "UNKNOWN_VALUE")
	expect(t, CheckDeclaration(schema.DeclarationKindConduct, "JUDGMENT_DEBTOR"))
	expect(t, CheckDeclaration(schema.DeclarationKindConduct, "judgment debtor"), "INVALID_CODE")
	expect(t, CheckDeclaration(schema.DeclarationKindEmployment, ""), "INVALID_CODE")
}
