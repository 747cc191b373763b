package seat

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// anyRules draws rules that share a few codes, so that merging has to choose.
func anyRules(t *rapid.T, name string) Rules {
	heads := func(section string) []Head {
		return rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) Head {
			return Head{
				Code:     rapid.SampledFrom([]string{"A", "B", "C", "D"}).Draw(t, "code"),
				Off:      rapid.Bool().Draw(t, "off"),
				Sentence: Sentence{English: rapid.StringN(1, 4, 8).Draw(t, "sentence")},
			}
		}), 0, 4, func(h Head) string { return h.Code }).Draw(t, name+" "+section)
	}
	var rules Rules
	for _, h := range heads("eligibility") {
		rules.Eligibility = append(rules.Eligibility, Eligibility{Head: h})
	}
	for _, h := range heads("incompatibility") {
		rules.Incompatibility = append(rules.Incompatibility, Incompatibility{Head: h})
	}
	for _, h := range heads("tenure") {
		rules.Tenure = append(rules.Tenure, Tenure{Head: h})
	}
	for _, h := range heads("composition") {
		rules.Composition = append(rules.Composition, Requirement{Head: h})
	}
	for _, h := range heads("ratios") {
		rules.Ratios = append(rules.Ratios, Target{Head: h})
	}
	for _, h := range heads("publication") {
		rules.Publication = append(rules.Publication, Publication{Head: h})
	}
	for _, h := range heads("renewal") {
		rules.Renewal = append(rules.Renewal, Renewal{Head: h})
	}
	for _, h := range heads("caretaker") {
		rules.Caretaker = append(rules.Caretaker, Caretaker{Head: h})
	}
	for _, h := range heads("filing") {
		rules.Filing = append(rules.Filing, Filing{Head: h})
	}
	for _, h := range heads("handover") {
		rules.Handover = append(rules.Handover, Handover{Head: h})
	}
	for _, h := range heads("ending") {
		rules.Ending = append(rules.Ending, Ending{Head: h})
	}
	for _, h := range heads("meetings") {
		rules.Meetings = append(rules.Meetings, Interval{Head: h})
	}
	return rules
}

func TestMergeDoesNotCareWhichTwoComeFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nation, city, bylaws := anyRules(t, "nation"), anyRules(t, "city"), anyRules(t, "bylaws")
		left, right := Merge(Merge(nation, city), bylaws), Merge(nation, Merge(city, bylaws))
		if !reflect.DeepEqual(left, right) {
			t.Fatalf("%+v\nis not\n%+v", left, right)
		}
	})
}

func TestNothingIsNeutralInMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules := anyRules(t, "rules")
		for _, got := range []Rules{Merge(rules, Rules{}), Merge(Rules{}, rules), Merge(rules, rules)} {
			if !reflect.DeepEqual(got, rules) {
				t.Fatalf("%+v\nbecame\n%+v", rules, got)
			}
		}
	})
}

func TestTheMoreSpecificRuleStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		general, specific := anyRules(t, "general"), anyRules(t, "specific")
		want := map[string]Head{}
		for _, rule := range append(append([]Eligibility{}, general.Eligibility...), specific.Eligibility...) {
			want[rule.Code] = rule.Head
		}
		merged := Merge(general, specific)
		for _, rule := range merged.Eligibility {
			if want[rule.Code] != rule.Head {
				t.Fatalf("rule %s is %+v, want %+v", rule.Code, rule.Head, want[rule.Code])
			}
		}
		if len(merged.Eligibility) != len(want) {
			t.Fatalf("%d rules became %d", len(want), len(merged.Eligibility))
		}
		for _, rule := range inForce(merged.Eligibility) {
			if rule.Off {
				t.Fatalf("rule %s is off and in force", rule.Code)
			}
		}
	})
}

func TestMergeLeavesItsArgumentsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		general, specific := anyRules(t, "general"), anyRules(t, "specific")
		before := [2]Rules{Merge(Rules{}, general), Merge(Rules{}, specific)}
		Merge(general, specific)
		if !reflect.DeepEqual(before, [2]Rules{general, specific}) {
			t.Fatal("an argument changed")
		}
	})
}
