package rule_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

func set(t *testing.T, code string) rule.Set {
	t.Helper()
	s, ok := rule.PresetSet(code)
	if !ok {
		t.Fatalf("no set %s", code)
	}
	return s
}

func TestSetsAreSound(t *testing.T) {
	want := []string{
		"BEIJING", "HANGZHOU", "HENAN", "NATIONAL", "PRACTICE", "QINGYUAN", "SHANDONG", "SHANGHAI", "SHENZHEN", "WEIFANG", "ZHOUSHAN",
	}
	if got := rule.SetCodes(); !slices.Equal(got, want) {
		t.Fatalf("sets: %v", got)
	}
	for _, code := range rule.SetCodes() {
		s := set(t, code)
		if s.Code != code {
			t.Errorf("the file of %s holds %s", code, s.Code)
		}
		if custom := code == "PRACTICE"; s.Source.Verified() == custom {
			t.Errorf("%s: verified is %v", code, s.Source.Verified())
		}
		once, err := s.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := rule.ParseSet(once)
		if err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		if !reflect.DeepEqual(s, again) {
			t.Errorf("%s changed on the way through its print", code)
		}
		if bytes.Contains(once, []byte(`"preset"`)) {
			t.Errorf("%s is stored with names of presets instead of rules", code)
		}
		if faults := s.Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", code, faults)
		}
	}
}

// A set of a legislator names its division, the same as the rules about seats of
// the same code do.
func TestSetsNameTheirDivision(t *testing.T) {
	for _, code := range rule.SetCodes() {
		s := set(t, code)
		if everywhere := code == "NATIONAL" || code == "PRACTICE"; (s.Division == "") != everywhere {
			t.Errorf("%s is of division %q", code, s.Division)
		}
		if preset, err := seat.Load(strings.ToLower(code)); err == nil && preset.Area != s.Division {
			t.Errorf("%s is of division %s, its seats of %s", code, s.Division, preset.Area)
		}
	}
}

// No legislator who comes with the service contradicts the nation, except where
// the nation is known to be contradicted.
func TestSetsDoNotContradictTheNation(t *testing.T) {
	for _, code := range rule.SetCodes() {
		chain := rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL"), set(t, code)}
		if faults := chain.Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", code, faults)
		}
		for _, choice := range chain[2].Voting {
			in, ok := chain.InForce(choice.Organization, choice.Matter)
			objections := choice.Matter == "MAINTENANCE_FUND_USE_BY_OBJECTION"
			if !ok || (len(in.Rule.Conflicts) > 0) != objections {
				t.Errorf("%s on %s %s: %+v", code, choice.Organization, choice.Matter, in.Rule.Conflicts)
			}
		}
	}
}

// petition is a section that lets owners petition for their assembly.
func petition(measures string, fifths int) string {
	return fmt.Sprintf(`"petitions": [{"meeting": "ASSEMBLY", "any": [{"by": "OWNERS", "measures": [%s], "fraction": {"num": %d, "den": 5}}],
		"source": {"title": "议事规则", "jurisdiction": "本小区", "text": "联名"}}], "periods"`, measures, fifths)
}

func TestParseSetRefuses(t *testing.T) {
	const text = `{
		"code": "BYLAWS", "version": "3", "title": {"zh": "管理规约", "en": "Covenant"},
		"source": {"title": "管理规约", "jurisdiction": "本小区", "text": "全文"},
		"validFrom": "2026-03-01",
		"matters": [{"code": "LIFT", "title": {"zh": "加装电梯", "en": "Lift"}, "class": "SPECIAL", "authority": "OWNERS_ASSEMBLY",
			"source": {"title": "管理规约", "jurisdiction": "本小区", "text": "加装电梯"}}],
		"voting": [{"organization": "OWNERS_COMMITTEE", "preset": "OWNERS_COMMITTEE_BEIJING"}],
		"periods": [{"meeting": "ASSEMBLY", "noticeDays": 20, "noticeMethod": "CLEAR_DAYS"}]
	}`
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"nothing wrong", ``, ``, nil},
		{"unknown section", `"periods"`, `"fees": [], "periods"`, []string{"fees RULE_FIELD_UNKNOWN"}},
		{"unknown authority", `"OWNERS_ASSEMBLY"`, `"ME"`, []string{"matters.0.authority UNKNOWN_VALUE"}},
		{"no such preset", `OWNERS_COMMITTEE_BEIJING`, `OWNERS_COMMITTEE_MOON`, []string{"voting.0.preset PRESET_UNKNOWN"}},
		{"no rule", `, "preset": "OWNERS_COMMITTEE_BEIJING"`, ``, []string{"voting.0 RULE_SET_CHOICE"}},
		{"matter and class", `"preset"`, `"matter": "LIFT", "class": "SPECIAL", "preset"`, []string{"voting.0 RULE_SET_CHOICE"}},
		{"rule inside", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"rule": ` + strings.Replace(document, `"num": 2`, `"num": 5`, 1), []string{"voting.0.rule.approval.all.0.share.fraction RULE_FRACTION"}},
		{"lots inside", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"rule": ` + strings.Replace(document, `RETABLE`, `DRAW_LOTS`, 1), []string{"voting.0.rule.tie RULE_NOT_SUPPORTED"}},
		{"rule and preset", `"preset"`, `"rule": ` + document + `, "preset"`, []string{"voting.0 RULE_SET_CHOICE"}},
		{"override beside a preset", `"preset"`, `"override": {"recast": "NEVER"}, "preset"`, []string{"voting.0 RULE_SET_CHOICE"}},
		{"override beside a rule", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"recast": "NEVER"}, "rule": ` + document, []string{"voting.0 RULE_SET_CHOICE"}},
		{"override", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"tie": "CASTING_VOTE", "recused": {"inBase": false}, "lateArrivalsVote": true, "distinctPersonsMin": 2}`, nil},
		{"override of nothing", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {}`, []string{"voting.0.override RULE_OVERRIDE_EMPTY"}},
		{"binding to nothing", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"binding": true, "window": {}}`, []string{"voting.0.override RULE_OVERRIDE_EMPTY"}},
		{"override of the approval", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"approval": {}}`, []string{"voting.0.override.approval RULE_FIELD_UNKNOWN"}},
		{"override by no window", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"window": {"leastDays": 9, "mostDays": 8}}`, []string{"voting.0.override.window.mostDays RULE_WINDOW"}},
		{"override by fewer than nobody", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"distinctPersonsMin": -1, "proxies": {"mostPrincipals": -1}}`, []string{"voting.0.override.proxies.mostPrincipals OUT_OF_RANGE", "voting.0.override.distinctPersonsMin OUT_OF_RANGE"}},
		{"override of no text", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"recast": "NEVER", "source": {"title": "法", "jurisdiction": "全国", "text": "条", "verifiedOn": "2026-01-01"}}`, []string{"voting.0.override.source.textDate RULE_FIELD_MISSING"}},
		{"extended within another's bound", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"override": {"window": {"extensions": 1}}`, nil},
		{"preset of another class", `"OWNERS_COMMITTEE", "preset": "OWNERS_COMMITTEE_BEIJING"`, `"OWNERS_ASSEMBLY", "class": "SPECIAL", "preset": "OWNERS_ORDINARY"`, []string{"voting.0.preset RULE_CLASS_DIFFERS"}},
		{"rule of another class", `"preset": "OWNERS_COMMITTEE_BEIJING"`, `"class": "SPECIAL", "rule": ` + strings.Replace(document, `"tie"`, `"class": "ORDINARY", "tie"`, 1), []string{"voting.0.rule RULE_CLASS_DIFFERS"}},
		{"owners", `"periods"`, `"owners": {"heads": "UNIT", "parkingCounts": false, "mergeCoOwned": true}, "periods"`, nil},
		{"nothing about owners", `"periods"`, `"owners": {}, "periods"`, []string{"owners RULE_OWNERS_EMPTY"}},
		{"a debate", `"periods"`, `"debate": {"seconds": 180, "turns": 3}, "periods"`, nil},
		{"a debate of which nothing is said", `"periods"`, `"debate": {}, "periods"`, []string{"debate RULE_DEBATE_EMPTY"}},
		{"a debate without end", `"periods"`, `"debate": {"seconds": 86401, "turns": -1}, "periods"`, []string{"debate.seconds OUT_OF_RANGE", "debate.turns OUT_OF_RANGE"}},
		{"owners by the dozen", `"periods"`, `"owners": {"heads": "DOZEN"}, "periods"`, []string{"owners.heads UNKNOWN_VALUE"}},
		{"petition", `"periods"`, petition(`"HEADS", "AREA"`, 1), nil},
		{"petition of more than all", `"periods"`, petition(`"HEADS"`, 6), []string{"petitions.0.any.0.fraction RULE_FRACTION"}},
		{"petition by parties", `"periods"`, petition(`"PARTIES"`, 1), []string{"petitions.0.any.0.measures.0 RULE_PETITION_MEASURE"}},
		{"division", `"periods"`, `"division": "330100", "periods"`, nil},
		{"no division", `"periods"`, `"division": "3301", "periods"`, []string{"division RULE_DIVISION"}},
		{"twice", `{"meeting": "ASSEMBLY", `, `{"meeting": "ASSEMBLY", "publicationDays": 1}, {"meeting": "ASSEMBLY", `, []string{"periods.1 RULE_SET_KEY_REPEATED"}},
		{"says nothing", `"noticeDays": 20, "noticeMethod": "CLEAR_DAYS"`, `"subject": "FEES"`, []string{"periods.0 RULE_SET_PERIODS_EMPTY"}},
		{"no method", `, "noticeMethod": "CLEAR_DAYS"`, ``, []string{"periods.0.noticeMethod RULE_FIELD_MISSING"}},
		{"negative", `"noticeDays": 20`, `"noticeDays": -1`, []string{"periods.0.noticeDays OUT_OF_RANGE"}},
		{"seats", `"periods"`, `"seats": {"eligibility": [{"code": "x", "off": true}]}, "periods"`, []string{"seats.eligibility.0.code INVALID_CODE"}},
		{"seat field", `"periods"`, `"seats": {"eligibility": [{"code": "X", "off": true, "age": 3}]}, "periods"`, []string{"seats.eligibility.0.age RULE_FIELD_UNKNOWN"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := strings.Replace(text, c.old, c.new, 1)
			if c.old != "" && changed == text {
				t.Fatal("the test replaces nothing")
			}
			_, err := rule.ParseSet([]byte(changed))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestTheNineMattersOfTheCivilCode(t *testing.T) {
	chain := rule.Chain{set(t, "NATIONAL")}
	special := []string{"MAINTENANCE_FUND_RAISING", "REBUILDING", "COMMON_PARTS_BUSINESS"}
	for _, code := range []string{
		"OWNERS_RULES_OF_PROCEDURE", "OWNERS_COVENANT", "OWNERS_COMMITTEE_ELECTION", "PROPERTY_COMPANY_SELECTION",
		"MAINTENANCE_FUND_USE", "MAINTENANCE_FUND_RAISING", "REBUILDING", "COMMON_PARTS_BUSINESS", "OTHER_MAJOR_OWNERS_MATTER",
	} {
		m, ok := chain.Matter(code)
		if !ok || m.Authority != schema.DecisionAuthorityOwnersAssembly || m.Source.Article != "278" {
			t.Errorf("%s: %+v", code, m)
		}
		r, _ := chain.Voting(schema.OrganizationKindOwnersAssembly, code)
		want := "OWNERS_ORDINARY"
		switch {
		case slices.Contains(special, code):
			want = "OWNERS_SPECIAL"
		case code == "OWNERS_COMMITTEE_ELECTION":
			want = "OWNERS_COMMITTEE_ELECTION"
		}
		if r.Code != want {
			t.Errorf("%s is judged by %s", code, r.Code)
		}
	}
	if r, _ := chain.Voting(schema.OrganizationKindOwnersAssembly, "DWELLING_TO_BUSINESS"); r.Code != "INTERESTED_OWNERS" {
		t.Errorf("article 279 is judged by %s", r.Code)
	}
}

func TestStoredSetsWithOverrides(t *testing.T) {
	s, err := rule.ParseSet([]byte(`{"code": "BYLAWS", "version": "1", "title": {"zh": "规约", "en": "Bylaws"},
		"source": {"title": "规约", "jurisdiction": "本小区", "text": "全文"}, "validFrom": "2026-01-01",
		"voting": [{"organization": "OWNERS_ASSEMBLY", "override": {"proxies": {}, "window": {"extensions": 2}}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	printed, err := s.Print()
	if err != nil || !strings.Contains(string(printed), `"override":{"proxies":{},"window":{"extensions":2}}`) {
		t.Errorf("%s", printed)
	}
}
