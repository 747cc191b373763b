package rule_test

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// Who may do what about whose decisions, by the law of the nation and of Beijing.
func TestOversight(t *testing.T) {
	const (
		street     = schema.OrganizationKindStreetOffice
		department = schema.OrganizationKindGovernmentDepartment
		assembly   = schema.OrganizationKindOwnersAssembly
		owners     = schema.OrganizationKindOwnersCommittee
		meeting    = schema.OrganizationKindResidentsMeeting
		delegates  = schema.OrganizationKindRepresentativesMeeting
		residents  = schema.OrganizationKindResidentsCommittee
		order      = schema.OversightKindOrderToCorrect
		whole      = schema.OversightKindRevocation
		part       = schema.OversightKindRevocationInPart
		convene    = schema.OversightKindOrderToConvene
	)
	nation := rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL")}
	for _, c := range []struct {
		name     string
		chain    rule.Chain
		by, over schema.OrganizationKind
		want     []schema.OversightKind
	}{
		{"the street over owners (PMR 19, guiding rules 51)", nation, street, owners, []schema.OversightKind{order, convene, whole, part}},
		{"a department over their assembly (PMR 19)", nation, department, assembly, []schema.OversightKind{order, whole, part}},
		{"the street over residents (RCL 31, 40)", nation, street, residents, []schema.OversightKind{order}},
		{"and over their meeting", nation, street, meeting, []schema.OversightKind{order}},
		{"a department over residents", nation, department, residents, nil},
		{"the residents' meeting over the committee (RCL 30)", nation, meeting, residents, []schema.OversightKind{whole, part}},
		{"and over the representatives", nation, meeting, delegates, []schema.OversightKind{whole, part}},
		{"the committee over the meeting", nation, residents, meeting, nil},
		{"the assembly over its committee", nation, assembly, owners, nil},
		{"in Beijing (art. 34)", append(nation, set(t, "BEIJING")), assembly, owners, []schema.OversightKind{whole, part}},
		{"the street over the committee in Beijing (art. 36)", append(nation, set(t, "BEIJING")), street, owners, []schema.OversightKind{order, convene, whole, part}},
		{"and in Shanghai (art. 25)", append(nation, set(t, "SHANGHAI")), street, owners, []schema.OversightKind{order, convene, whole, part}},
		{"a department there", append(nation, set(t, "SHANGHAI")), department, owners, []schema.OversightKind{order, convene, whole, part}},
		{"a company", nation, schema.OrganizationKindPropertyCompany, owners, nil},
	} {
		if got := c.chain.Measures(c.by, c.over); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if o, _ := nation.Oversight(meeting, residents, whole); !o.Resolved {
		t.Error("a meeting revokes without having met")
	}
	if o, _ := nation.Oversight(street, owners, whole); o.Resolved || o.Source.Cited().Chinese != "物业管理条例第19条" {
		t.Errorf("the street revokes under %s", o.Source.Cited().Chinese)
	}
}

// The year in which owners may go to court (Interpretation on the ownership of
// buildings, art. 12) ends on the corresponding day (Civil Code art. 202), and on
// the next working day if that is one of rest (art. 203).
func TestChallengeLastDay(t *testing.T) {
	nation := rule.Chain{set(t, "NATIONAL")}
	limit, ok := nation.Challenge(schema.OrganizationKindOwnersAssembly)
	if !ok || limit.Years != 1 {
		t.Fatalf("owners: %+v", limit)
	}
	if _, stated := nation.Challenge(schema.OrganizationKindResidentsCommittee); stated {
		t.Error("a time is stated for suits against residents' bodies (RCL 40)")
	}
	weekends := day.Calendar{Weekends: true}
	for _, c := range []struct {
		known, want string
		rest        day.Calendar
	}{
		{"2026-03-10", "2027-03-10", day.Calendar{}},
		{"2024-02-29", "2025-02-28", day.Calendar{}}, // no 29 February in 2025
		{"2023-02-28", "2024-02-28", day.Calendar{}}, // the corresponding day, not the month's last
		{"2025-12-31", "2026-12-31", day.Calendar{}},
		{"2026-03-10", "2027-03-10", weekends}, // a Wednesday
		{"2026-03-13", "2027-03-15", weekends}, // a Saturday: the Monday after
		{"2026-03-14", "2027-03-15", weekends}, // a Sunday
		{"2026-03-15", "2027-03-15", weekends}, // a Monday
		{"2024-02-29", "2025-02-28", weekends}, // a Friday
		{"2026-01-31", "2027-02-01", weekends}, // 31 January 2027 is a Sunday
	} {
		known, err := day.Parse(c.known)
		if err != nil {
			t.Fatal(err)
		}
		if got := limit.LastDay(known, c.rest); got.String() != c.want {
			t.Errorf("known on %s: until %s, want %s", c.known, got, c.want)
		}
	}
}

func TestOversightOfASetIsChecked(t *testing.T) {
	const source = `{"title": "议事规则", "jurisdiction": "本小区", "text": "全文"}`
	for _, c := range []struct{ section, want string }{
		{`"oversight": [{"by": ["OWNERS_ASSEMBLY"], "over": ["OWNERS_COMMITTEE"], "measures": ["REVOCATION"], "resolved": true, "source": ` + source + `}]`, ""},
		{`"oversight": [{"by": [], "over": ["OWNERS_COMMITTEE"], "measures": ["REVOCATION"], "source": ` + source + `}]`, "oversight.0.by RULE_FIELD_MISSING"},
		{`"oversight": [{"by": ["OWNERS_ASSEMBLY"], "over": ["OWNERS_COMMITTEE"], "measures": ["FINE"], "source": ` + source + `}]`, "oversight.0.measures.0 UNKNOWN_VALUE"},
		{`"challenges": [{"over": ["OWNERS_ASSEMBLY"], "years": 21, "source": ` + source + `}]`, "challenges.0.years OUT_OF_RANGE"},
		{`"challenges": [{"over": [], "years": 1, "source": ` + source + `}]`, "challenges.0.over RULE_FIELD_MISSING"},
	} {
		_, err := rule.ParseSet([]byte(`{"code": "BYLAWS", "version": "1", "title": {"zh": "议事规则", "en": "Rules"}, "source": ` + source +
			`, "validFrom": "2026-01-01", ` + c.section + `}`))
		if got := strings.Join(places(t, err), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.section, got, c.want)
		}
	}
}
