package rule_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
)

// TestSourcesOfPeriodsAndWindows: each number is cited from the set that decided
// it, and not from the rule that the set was laid over.
func TestSourcesOfPeriodsAndWindows(t *testing.T) {
	var chain rule.Chain
	for _, code := range []string{"NATIONAL", "HANGZHOU"} {
		set, ok := rule.PresetSet(code)
		if !ok {
			t.Fatal("there is no set", code)
		}
		chain = append(chain, set)
	}
	window := chain.WindowSources(schema.OrganizationKindOwnersAssembly, "PROPERTY_COMPANY_SELECTION")
	if window.Least == nil || window.Least.Article != "20" || window.Most == nil || window.Preliminary != nil {
		t.Errorf("the window stands in %+v", window)
	}
	if none := chain[:1].WindowSources(schema.OrganizationKindOwnersAssembly, "PROPERTY_COMPANY_SELECTION"); none != (rule.WindowSources{}) {
		t.Errorf("the nation bounds the vote in %+v", none)
	}
	if none := chain.WindowSources(schema.OrganizationKindStreetOffice, ""); none != (rule.WindowSources{}) {
		t.Errorf("an office votes within %+v", none)
	}
	assembly := chain.PeriodSources(schema.MeetingKindAssembly, "EXTRAORDINARY")
	if assembly.Notice == nil || assembly.Notice.Title != chain[1].Source.Title || assembly.Publication != nil {
		t.Errorf("the periods stand in %+v", assembly)
	}
	residents := chain.PeriodSources(schema.MeetingKindResidents, "")
	if residents.Notice == nil || residents.Notice.Title != chain[0].Source.Title || residents.Publication == nil {
		t.Errorf("the periods stand in %+v", residents)
	}
}
