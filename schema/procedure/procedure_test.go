package procedure_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/procedure"
)

// Which procedures and steps rest on a text that was read, and which on custom.
// A change here changes what people may rely on.
var verified = map[string][]string{
	"CONSULTATION":                      {"CONSULTATION", "IMPLEMENTATION", "FEEDBACK"},
	"FOUR_MEETINGS_COMMUNITY":           {"PARTY_MEETING", "REPRESENTATIVES_DECIDE", "DECISION_DISCLOSED"},
	"FOUR_MEETINGS_VILLAGE":             {"PARTY_MEETING"},
	"OWNERS_ASSEMBLY_WRITTEN":           {"NOTICE", "VOTE"},
	"OWNERS_COMMITTEE_ELECTION":         {"ELECTION", "FILING"},
	"OWNERS_COMMITTEE_ELECTION_BEIJING": {"PREPARATORY_GROUP", "DOCUMENTS", "CANDIDATES", "ELECTION", "RESULT", "FIRST_MEETING", "FILING"},
	"REPRESENTATIVES_MEETING":           {"PARTY_DISCUSSION", "CONSULTATION", "DECISION", "DISCLOSURE"},
	"RESIDENTS_COMMITTEE_ELECTION":      {"ELECTION_COMMITTEE", "VOTER_LIST", "CANDIDATES", "ELECTION", "RESULT", "HANDOVER"},
	"TERM_RENEWAL":                      {"ELECTION", "FILING"},
	"TERM_RENEWAL_HANGZHOU":             {"RENEWAL_GROUP", "CANDIDATES", "ELECTION", "RESULT", "FILING", "HANDOVER"},
}

func TestPresetsAreSoundAndSourced(t *testing.T) {
	for _, code := range procedure.Codes() {
		p, ok := procedure.Preset(code)
		if !ok {
			t.Errorf("%s does not parse", code)
			continue
		}
		if p.Code != code {
			t.Errorf("the file of %s holds %s", code, p.Code)
		}
		var read []string
		for _, s := range p.Steps {
			if p.SourceOf(s).Verified() {
				read = append(read, s.Code)
			}
		}
		if !slices.Equal(read, verified[code]) {
			t.Errorf("%s: the steps that were compared with a text are %q", code, read)
		}
	}
	if len(procedure.Presets()) != len(verified) {
		t.Errorf("%d presets", len(procedure.Presets()))
	}
}

func TestPrintIsCanonical(t *testing.T) {
	for _, p := range procedure.Presets() {
		once, err := p.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := procedure.Parse(once)
		if err != nil {
			t.Fatalf("%s: %v", p.Code, err)
		}
		if !reflect.DeepEqual(again, p) {
			t.Errorf("%s changed on the way through its print", p.Code)
		}
		twice, err := again.Print()
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%s prints differently: %v", p.Code, err)
		}
	}
}

func TestPresetOfNoSuchCode(t *testing.T) {
	for _, code := range []string{"", "NO_SUCH_PROCEDURE", "../presets/CONSULTATION", "consultation", "CONSULTATION.json"} {
		if _, ok := procedure.Preset(code); ok {
			t.Errorf("%q is a preset", code)
		}
	}
}

// A document that is not understood is refused where it is wrong.
func TestParseRefuses(t *testing.T) {
	const sound = `{"code":"P","version":"1","title":{"zh":"程序","en":"procedure"},"source":{"title":"法","jurisdiction":"全国","text":"文"},` +
		`"organizations":["PARTY_BRANCH"],"steps":[` +
		`{"code":"A","title":{"zh":"一","en":"one"},"by":["PARTY_BRANCH"],"proofs":[{"kind":"MEETING"}]},` +
		`{"code":"B","title":{"zh":"二","en":"two"},"by":["PARTY_BRANCH"],"proofs":[{"kind":"VOTE"}],"after":["A"],"mayMergeWith":["A"],"due":{"days":7,"after":"A"},"rules":["PARTY_BRANCH"]}]}`
	if _, err := procedure.Parse([]byte(sound)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, old, with string
		code            fault.Code
		at              string
	}{
		{"no JSON", `{"code"`, `{code`, fault.RuleUnreadable, ""},
		{"a word nobody knows", `"kind":"MEETING"`, `"kind":"SEANCE"`, fault.UnknownValue, "steps.0.proofs.0.kind"},
		{"a field nobody knows", `"after":["A"],"may`, `"afterwards":["A"],"may`, fault.RuleFieldUnknown, "steps.1.afterwards"},
		{"no steps", `"steps":[`, `"steps":[],"step":[`, fault.RuleFieldUnknown, "step"},
		{"a malformed code", `"code":"P"`, `"code":"p"`, fault.InvalidCode, "code"},
		{"a step listed twice", `"code":"B"`, `"code":"A"`, fault.RuleListedTwice, "steps.1.code"},
		{"after a step that comes later", `"after":["A"],"may`, `"after":["C"],"may`, fault.StepUnknown, "steps.1.after"},
		{"after itself", `"after":["A"],"may`, `"after":["A","B"],"may`, fault.StepUnknown, "steps.1.after"},
		{"merged with a step that it does not follow", `"mayMergeWith":["A"]`, `"mayMergeWith":["C"]`, fault.StepUnknown, "steps.1.mayMergeWith"},
		{"days after no step", `"days":7,"after":"A"`, `"days":7,"after":"C"`, fault.StepUnknown, "steps.1.due.after"},
		{"fewer than no days", `"days":7`, `"days":-7`, fault.OutOfRange, "steps.1.due.days"},
		{"a rule nobody knows", `"rules":["PARTY_BRANCH"]`, `"rules":["PARTY_BENCH"]`, fault.UnknownValue, "steps.1.rules.0"},
		{"nobody takes it", `"by":["PARTY_BRANCH"],"proofs":[{"kind":"MEETING"}]`, `"by":[],"proofs":[{"kind":"MEETING"}]`, fault.Blank, "steps.0.by"},
		{"nothing proves it", `"proofs":[{"kind":"MEETING"}]`, `"proofs":[]`, fault.Blank, "steps.0.proofs"},
		{"a proof of one sort twice", `[{"kind":"MEETING"}]`, `[{"kind":"MEETING"},{"kind":"MEETING"}]`, fault.RuleListedTwice, "steps.0.proofs.1.kind"},
		{"nobody conducts it", `"organizations":["PARTY_BRANCH"]`, `"organizations":[]`, fault.Blank, "organizations"},
		{"compared, but nobody knows with what", `"text":"文"`, `"text":"文","verifiedOn":"2026-11-22"`, fault.RuleFieldMissing, "source.textDate"},
		{"compared before it was adopted", `"text":"文"`, `"text":"文","textDate":"2026-11-22","verifiedOn":"2026-11-21"`, fault.EndsBeforeItStarts, "source.verifiedOn"},
	} {
		if !strings.Contains(sound, c.old) {
			t.Fatalf("%s: nothing to change", c.name)
		}
		_, err := procedure.Parse([]byte(strings.Replace(sound, c.old, c.with, 1)))
		faults, _ := fault.Of(err)
		found := slices.ContainsFunc(faults, func(f *fault.Fault) bool {
			return f.Code == c.code && strings.Join(f.Field, ".") == c.at
		})
		if !found {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
