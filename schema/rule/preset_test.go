package rule_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"sifang/schema/rule"
)

// What was compared with a text, and what is custom. A preset that moves from
// one list to the other changes what people may rely on.
var (
	verified = []string{
		"INTERESTED_OWNERS", "INTERIM_PROPERTY_COMMITTEE_BEIJING", "OWNERS_COMMITTEE_BEIJING",
		"OWNERS_COMMITTEE_HANGZHOU", "OWNERS_COMMITTEE_SHANDONG", "OWNERS_ORDINARY", "OWNERS_SPECIAL",
		"PARTY_BRANCH", "REPRESENTATIVES_MEETING", "RESIDENTS_MEETING",
	}
	customary = []string{
		"JOINT_ALL_PARTIES", "JOINT_ALL_PARTIES_CONSENT", "JOINT_MAJORITY_OF_PARTIES", "RESIDENTS_COMMITTEE",
	}
)

func TestPresetsAreSoundAndSourced(t *testing.T) {
	var sourced, unsourced []string
	for _, code := range rule.Codes() {
		r, ok := rule.Preset(code)
		if !ok {
			t.Errorf("%s does not parse", code)
			continue
		}
		if r.Code != code {
			t.Errorf("the file of %s holds %s", code, r.Code)
		}
		if faults := r.Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", code, faults)
		}
		if r.Source.Verified() {
			sourced = append(sourced, code)
		} else {
			unsourced = append(unsourced, code)
		}
	}
	if !slices.Equal(sourced, verified) {
		t.Errorf("verified: %v", sourced)
	}
	if !slices.Equal(unsourced, customary) {
		t.Errorf("customary: %v", unsourced)
	}
	if got := len(rule.Presets()); got != len(verified)+len(customary) {
		t.Errorf("%d presets", got)
	}
}

func TestPrintIsCanonical(t *testing.T) {
	for _, r := range rule.Presets() {
		once, err := r.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := rule.Parse(once)
		if err != nil {
			t.Fatalf("%s: %v", r.Code, err)
		}
		if !reflect.DeepEqual(again, r) {
			t.Errorf("%s changed on the way through its print", r.Code)
		}
		twice, err := again.Print()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once, twice) {
			t.Errorf("%s prints differently:\n%s\n%s", r.Code, once, twice)
		}
		var sorted map[string]any
		if err := json.Unmarshal(once, &sorted); err != nil || bytes.ContainsAny(once, "\n\t") {
			t.Errorf("%s is not one line of JSON", r.Code)
		}
	}
}

func TestPresetOfNoSuchCode(t *testing.T) {
	for _, code := range []string{"", "NO_SUCH_RULE", "../sets/NATIONAL", "party_branch.json"} {
		if _, ok := rule.Preset(code); ok {
			t.Errorf("%q is a preset", code)
		}
	}
}

func TestPresetsAreNotShared(t *testing.T) {
	mine, _ := rule.Preset("OWNERS_ORDINARY")
	mine.Approval.All[0].Share.Fraction.Num = 2
	theirs, _ := rule.Preset("OWNERS_ORDINARY")
	if theirs.Approval.All[0].Share.Fraction.Num != 1 {
		t.Error("changing a preset changed everybody's")
	}
}
