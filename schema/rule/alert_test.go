package rule_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/rule"
)

// bylawsWith are bylaws that draw the lines anew.
func bylawsWith(alerts string) string {
	return fmt.Sprintf(`{"code": "BYLAWS", "version": "1", "title": {"zh": "议事规则", "en": "Bylaws"},
		"source": {"title": "议事规则", "jurisdiction": "本小区", "text": "第十二条", "textDate": "2026-01-01"},
		"validFrom": "2026-01-01", "alerts": %s}`, alerts)
}

// Bylaws draw a line anew, or turn it off; all else stays as it is customary.
func TestAlerts(t *testing.T) {
	bylaws, err := rule.ParseSet([]byte(bylawsWith(`[
		{"code": "PAPERS_AT_ONCE", "least": 5, "count": 3, "minutes": 2}, {"code": "ONE_AGENT", "off": true}
	]`)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range (rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL"), bylaws}).Alerts() {
		got = append(got, fmt.Sprintf("%s %d %s", a.Code, a.Count, a.Source.Title))
	}
	custom := set(t, "PRACTICE").Source.Title
	want := []string{
		"PAPERS_AT_ONCE 3 议事规则", "BALLOTS_AT_ONCE 20 " + custom, "SAME_READERS 50 " + custom, "LATE_PROXIES 5 " + custom, "AREAS_CHANGED 0 " + custom,
		"DELIVERIES_AT_ONCE 60 " + custom,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q, want %q", got, want)
	}
	if none := (rule.Chain{set(t, "NATIONAL")}).Alerts(); len(none) > 0 {
		t.Errorf("the law of the nation draws lines: %v", none)
	}
}

func TestAlertRefused(t *testing.T) {
	for _, c := range []struct {
		alert, path string
		code        fault.Code
	}{
		{`{"code": "PAPERS_AT_ONCE", "least": 5, "count": 3}`, "alerts 0 minutes", fault.RuleFieldMissing},
		{`{"code": "PAPERS_AT_ONCE", "count": 3, "minutes": 1}`, "alerts 0 least", fault.RuleFieldMissing},
		{`{"code": "ONE_AGENT", "least": 5, "count": 3}`, "alerts 0 share", fault.RuleFieldMissing},
		{`{"code": "ONE_AGENT", "least": 5, "count": 3, "share": {"num": 3, "den": 2}}`, "alerts 0 share", fault.RuleFraction},
		{`{"code": "PAPERS_AT_ONCE", "least": 5, "count": -3, "minutes": 1}`, "alerts 0 count", fault.OutOfRange},
	} {
		_, err := rule.ParseSet([]byte(bylawsWith("[" + c.alert + "]")))
		faults, ok := fault.Of(err)
		if !ok || len(faults) != 1 || faults[0].Code != c.code || strings.Join(faults[0].Field, " ") != c.path {
			text, _ := json.Marshal(faults)
			t.Errorf("%s: %s (%v)", c.alert, text, err)
		}
	}
}

// Both a number and a share are passed before somebody is told.
func TestAlertPassed(t *testing.T) {
	a := rule.Alert{Count: 5, Share: &rule.Fraction{Num: 1, Den: 2}}
	for _, c := range []struct {
		got, whole int64
		passed     bool
	}{{5, 6, false}, {6, 12, false}, {6, 11, true}, {7, 12, true}, {0, 0, false}} {
		if a.Passed(c.got, c.whole) != c.passed {
			t.Errorf("%d of %d", c.got, c.whole)
		}
	}
}
