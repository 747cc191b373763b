package mandate

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestPage(t *testing.T) {
	const golden = "testdata/mandates.md"
	if *update {
		if err := os.WriteFile(golden, []byte(Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if Page() != string(want) {
		t.Errorf("who may do what changed; if that is meant, run go test ./schema/mandate -update and review %s", golden)
	}
}

var noon = time.Date(2026, 6, 1, 4, 0, 0, 0, time.UTC)

func TestGrounds(t *testing.T) {
	community, other := ident.New(ident.KindArea, noon), ident.New(ident.KindArea, noon)
	owners, street := ident.New(ident.KindOrganization, noon), ident.New(ident.KindOrganization, noon)
	me, you := ident.New(ident.KindPerson, noon), ident.New(ident.KindPerson, noon)
	holding := func(o Office) Viewer { return Viewer{Person: me, Offices: []Office{o}} }
	clerkOfResidents := Office{Kind: schema.OrganizationKindResidentsCommittee, Category: schema.PostCategoryClerk, Community: community}
	chairOfOwners := Office{Organization: owners, Kind: schema.OrganizationKindOwnersCommittee, Category: schema.PostCategoryChair, Community: community}
	memberOfOwners := chairOfOwners
	memberOfOwners.Category = schema.PostCategoryMember
	streetOfficer := Office{Organization: street, Kind: schema.OrganizationKindStreetOffice, Category: schema.PostCategoryClerk, Reach: []ident.ID{community}}

	for _, c := range []struct {
		name   string
		ground Ground
		viewer Viewer
		about  Subject
		holds  bool
	}{
		{"the operator", Operator, Viewer{Operator: true}, Subject{}, true},
		{"a person is not the operator", Operator, Viewer{Person: me}, Subject{}, false},
		{"a clerk keeps the register of the own community", Registrar, holding(clerkOfResidents), Subject{Community: community}, true},
		{"but not of another", Registrar, holding(clerkOfResidents), Subject{Community: other}, false},
		{"nor above communities", Registrar, holding(clerkOfResidents), Subject{}, false},
		{"the street keeps that of a community below", Registrar, holding(streetOfficer), Subject{Community: community}, true},
		{"and its own", Registrar, holding(streetOfficer), Subject{}, true},
		{"and of what lies in its territory", Registrar, holding(streetOfficer), Subject{Registers: []ident.ID{owners, street}}, true},
		{"but not of what lies in another one", Registrar, holding(streetOfficer), Subject{Registers: []ident.ID{owners}}, false},
		{"nor of what lies in nobody's", Registrar, holding(streetOfficer), Subject{Registers: []ident.ID{}}, false},
		{"but not of a community elsewhere", Registrar, holding(streetOfficer), Subject{Community: other}, false},
		{"an owners' committee keeps no register", Registrar, holding(chairOfOwners), Subject{Community: community}, false},
		{"a chair leads the own organization", Officer, holding(chairOfOwners), Subject{Organizations: []ident.ID{owners}}, true},
		{"an officer above leads, too", Officer, holding(streetOfficer), Subject{Organizations: []ident.ID{owners, street}}, true},
		{"a plain member does not lead", Officer, holding(memberOfOwners), Subject{Organizations: []ident.ID{owners}}, false},
		{"who presides", Presiding, Viewer{Person: me}, Subject{Chair: me}, true},
		{"nobody presides where nobody was named", Presiding, Viewer{Operator: true}, Subject{}, false},
		{"oneself", Oneself, Viewer{Person: me}, Subject{Persons: []ident.ID{you, me}}, true},
		{"somebody else", Oneself, Viewer{Person: me}, Subject{Persons: []ident.ID{you}}, false},
		{"anybody signed in", SignedIn, Viewer{Person: me}, Subject{}, true},
		{"a visitor", SignedIn, Viewer{}, Subject{}, false},
		{"the clock", Clock, Viewer{Clock: true}, Subject{}, true},
		{"the operator is not the clock", Clock, Viewer{Operator: true}, Subject{}, false},
		{"the clock has not signed in", SignedIn, Viewer{Clock: true}, Subject{}, false},
	} {
		if got := named(c.ground).holds(c.viewer, c.about); got != c.holds {
			t.Errorf("%s: %v, want %v", c.name, got, c.holds)
		}
	}
}

func TestAskDeniesByDefault(t *testing.T) {
	everything := Viewer{Operator: true, Person: ident.New(ident.KindPerson, noon)}
	if _, refused := Ask("deleteEverything", everything, Subject{}); refused == nil || refused.Code != fault.NotMandated {
		t.Errorf("a verb that is not in the table was answered %v", refused)
	}
	for _, verb := range Verbs() {
		if _, refused := Ask(verb, Viewer{}, Subject{}); refused == nil {
			t.Errorf("a visitor may %s", verb)
		}
	}
	grant, refused := Ask("registerArea", Viewer{Operator: true}, Subject{})
	if refused != nil || grant.Verb() != "registerArea" || !grant.Viewer().Operator {
		t.Errorf("the operator was answered %v, %v", grant, refused)
	}
}

func TestEveryGroundIsSaidInBothLanguages(t *testing.T) {
	for _, g := range grounds {
		if g.zh == "" || g.en == "" {
			t.Errorf("%s has no words", g.name)
		}
		if !slices.ContainsFunc(Verbs(), func(v string) bool { return slices.Contains(table[v], g.name) }) {
			t.Errorf("%s justifies nothing", g.name)
		}
	}
	_, refused := Ask("registerArea", Viewer{}, Subject{})
	if zh := refused.Text(fault.Chinese); !strings.Contains(zh, "社区登记人员") || strings.Contains(zh, "registrar") {
		t.Errorf("in Chinese: %s", zh)
	}
	if en := refused.Text(fault.English); !strings.Contains(en, "registrar") || strings.Contains(en, "{") {
		t.Errorf("in English: %s", en)
	}
}
