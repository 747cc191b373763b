package seat

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// id makes the same identifier for the same kind and number in every run.
func id(kind ident.Kind, number byte) ident.ID {
	return ident.ID{6: 0x80 | byte(kind>>8), 7: byte(kind), 8: 0x80, 15: number}
}

func date(t interface{ Fatal(...any) }, text string) day.Date {
	if text == "" {
		return day.Date{}
	}
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func span(t interface{ Fatal(...any) }, from, to string) day.Span {
	return day.Span{From: date(t, from), To: date(t, to)}
}

// The estate of the tests: one community with two estates. The property
// company serves the first, its sister company the second.
var (
	communityArea = id(ident.KindArea, 1)
	estateArea    = id(ident.KindArea, 2)
	buildingArea  = id(ident.KindArea, 3)
	otherEstate   = id(ident.KindArea, 4)

	inEstate    = []ident.ID{estateArea, buildingArea}
	inCommunity = []ident.ID{communityArea, estateArea, buildingArea, otherEstate}

	generalBranch   = Organization{id(ident.KindOrganization, 1), schema.OrganizationKindPartyGeneralBranch, inCommunity}
	residents       = Organization{id(ident.KindOrganization, 2), schema.OrganizationKindResidentsCommittee, inCommunity}
	supervisors     = Organization{id(ident.KindOrganization, 3), schema.OrganizationKindResidentsSupervisionCommittee, inCommunity}
	estateBranch    = Organization{id(ident.KindOrganization, 4), schema.OrganizationKindPartyBranch, inEstate}
	ownersCommittee = Organization{id(ident.KindOrganization, 5), schema.OrganizationKindOwnersCommittee, inEstate}
	ownersWatch     = Organization{id(ident.KindOrganization, 6), schema.OrganizationKindOwnersSupervisionCommittee, inEstate}
	interim         = Organization{id(ident.KindOrganization, 7), schema.OrganizationKindInterimPropertyCommittee, inEstate}
	company         = Organization{id(ident.KindOrganization, 8), schema.OrganizationKindPropertyCompany, inEstate}
	sisterCompany   = Organization{id(ident.KindOrganization, 9), schema.OrganizationKindPropertyCompany, []ident.ID{otherEstate}}
	coGovernance    = Organization{id(ident.KindOrganization, 10), schema.OrganizationKindCoGovernanceCommittee, inEstate}
	streetOffice    = Organization{id(ident.KindOrganization, 11), schema.OrganizationKindStreetOffice, inCommunity}
)

func person(number byte) ident.ID { return id(ident.KindPerson, number) }

// owner is an adult who owns a flat in the first estate.
func owner(t *testing.T, number byte) Candidate {
	return Candidate{
		ID: person(number), Sex: schema.SexMale, Born: date(t, "1980-05-05"),
		OwnsIn: []ident.ID{buildingArea, estateArea, communityArea},
	}
}

// seated is an elected seat with a vote, held since the start of 2026.
func seated(t *testing.T, number byte, who ident.ID, in Organization, category schema.PostCategory) Holding {
	return Holding{
		ID: id(ident.KindMembership, number), Member: who, Organization: in,
		Post: Post{
			ID: id(ident.KindPost, number), Category: category,
			SeatKind: schema.SeatKindElected, VotingRight: schema.VotingRightFull,
		},
		Kind: schema.MembershipKindPostHolder, Mode: schema.MembershipModeElected,
		Status: schema.MembershipStatusEffective, Held: span(t, "2026-01-01", ""),
	}
}

// belonging is a membership without a post.
func belonging(t *testing.T, number byte, who ident.ID, in Organization, kind schema.MembershipKind) Holding {
	return Holding{
		ID: id(ident.KindMembership, number), Member: who, Organization: in, Kind: kind,
		Mode: schema.MembershipModeEnrolled, Status: schema.MembershipStatusEffective, Held: span(t, "2020-01-01", ""),
	}
}

func preset(t *testing.T, names ...string) Rules {
	var rules Rules
	for _, name := range names {
		loaded, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		rules = Merge(rules, loaded.Rules)
	}
	return rules
}

// briefly lists refusals as code, and the rule they cite.
func briefly(refused fault.Faults) []string {
	texts := make([]string, len(refused))
	for i, one := range refused {
		texts[i] = string(one.Code)
		for _, fact := range one.Facts {
			if fact.Name == "rule" {
				texts[i] += " " + fact.Text(fault.English)
			}
		}
	}
	return texts
}

// expect compares refusals, and makes sure that each reads as a sentence.
func expect(t *testing.T, refused fault.Faults, want ...string) {
	t.Helper()
	if got := briefly(refused); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, one := range refused {
		for _, lang := range []fault.Language{fault.Chinese, fault.English} {
			if text := one.Text(lang); text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s in %s reads %q", one.Code, lang, text)
			}
		}
	}
}
