package rule_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
)

// What was compared with a text, and what is custom. A preset that moves from
// one list to the other changes what people may rely on.
var (
	verified = []string{
		"FOUR_MEETINGS_PARTY_MEETING", "INTERESTED_OWNERS", "INTERIM_PROPERTY_COMMITTEE_BEIJING", "OBJECTION_VOTE_HENAN",
		"OWNERS_COMMITTEE_BEIJING", "OWNERS_COMMITTEE_ELECTION", "OWNERS_COMMITTEE_ELECTION_BEIJING",
		"OWNERS_COMMITTEE_ELECTION_HANGZHOU", "OWNERS_COMMITTEE_ELECTION_WEIFANG", "OWNERS_COMMITTEE_HANGZHOU",
		"OWNERS_COMMITTEE_RECALL", "OWNERS_COMMITTEE_RECALL_HANGZHOU", "OWNERS_COMMITTEE_SHANDONG",
		"OWNERS_COMMITTEE_SHANGHAI", "OWNERS_COMMITTEE_ZHOUSHAN", "OWNERS_ORDINARY", "OWNERS_SPECIAL", "PARTY_BRANCH",
		"REPRESENTATIVES_MEETING", "RESIDENTS_COMMITTEE_ELECTION_BY_HOUSEHOLDS",
		"RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES", "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS",
		"RESIDENTS_COMMITTEE_RECALL_BY_HOUSEHOLDS", "RESIDENTS_COMMITTEE_RECALL_BY_REPRESENTATIVES",
		"RESIDENTS_COMMITTEE_RECALL_BY_VOTERS", "RESIDENTS_COMMITTEE_RUN_OFF_BY_HOUSEHOLDS",
		"RESIDENTS_COMMITTEE_RUN_OFF_BY_REPRESENTATIVES", "RESIDENTS_COMMITTEE_RUN_OFF_BY_VOTERS", "RESIDENTS_MEETING",
	}
	customary = []string{
		"FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF", "FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY", "JOINT_ALL_PARTIES",
		"JOINT_ALL_PARTIES_CONSENT", "JOINT_CONSENSUS", "JOINT_MAJORITY_OF_MEMBERS", "JOINT_MAJORITY_OF_PARTIES",
		"RESIDENTS_COMMITTEE",
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
		if r.Source.Title == "" || r.Source.Text == "" || r.Source.Jurisdiction == "" {
			t.Errorf("%s names no source", code)
		}
		if r.Binding && !r.Source.Verified() {
			t.Errorf("%s binds, but no text was read", code)
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

// The presets of a law that knows several ways are what its articles say.
func TestElectionsOfTheResidentsCommittee(t *testing.T) {
	for _, mode := range []string{"VOTERS", "HOUSEHOLDS", "REPRESENTATIVES"} {
		for _, kind := range []string{"ELECTION", "RUN_OFF", "RECALL"} {
			r, ok := rule.Preset("RESIDENTS_COMMITTEE_" + kind + "_BY_" + mode)
			if !ok {
				t.Fatalf("no %s by %s", kind, mode)
			}
			if (r.Election != nil) != (kind != "RECALL") || r.Visibility != schema.BallotVisibilitySecret {
				t.Errorf("%s: election %v, visibility %s", r.Code, r.Election != nil, r.Visibility)
			}
			if (len(r.Conditions) > 0) != (kind != "ELECTION") {
				t.Errorf("%s: conditions %+v", r.Code, r.Conditions)
			}
			if byRepresentatives := mode == "REPRESENTATIVES"; r.InPerson != byRepresentatives || (r.Proxies == nil) != byRepresentatives {
				t.Errorf("%s: in person %v, proxies %+v", r.Code, r.InPerson, r.Proxies)
			}
			quorum, approval := r.Quorum.Share, r.Approval.Share
			if wanted := (rule.Fraction{Num: 2, Den: 3}); (quorum.Fraction == wanted) != (mode == "REPRESENTATIVES") || quorum.Compare != rule.MoreThan {
				t.Errorf("%s: quorum %+v", r.Code, quorum)
			}
			if runOff := kind == "RUN_OFF"; (approval.Base == schema.BasePapersCast) != runOff || (approval.Compare == rule.AtLeast) != runOff {
				t.Errorf("%s: approval %+v", r.Code, approval)
			}
		}
	}
}
