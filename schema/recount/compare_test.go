package recount_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/recount"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// silentOwners is a vote whose verdict has all there is to say of a motion:
// buildings, silence, spoilt papers, other readings, flags.
func silentOwners(t testing.TB) (rule.Rule, tally.Count) {
	t.Helper()
	r, ok := rule.Preset("OWNERS_SPECIAL")
	if !ok {
		t.Fatal("no preset")
	}
	r.Deemed = &rule.Deemed{Basis: r.Title, Direction: rule.FollowMajority, CountsTowardQuorum: true}
	r.Conditions = []rule.Condition{{Code: "HEARD", Title: r.Title, Lacking: rule.Flags}}
	var c tally.Count
	data, err := json.Marshal(with(flats("FFFFGBXss."), object{"noticed": true}))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	for i := range c.Roll {
		c.Roll[i].Building = []string{"1", "2"}[i%2]
	}
	return r, c
}

// changed is a file with one value of its verdict changed, at a path of names
// and numbers; nil removes it.
func changed(t *testing.T, data []byte, path []any, to any) []byte {
	t.Helper()
	tree := map[string]any{}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	var at any = tree["verdict"]
	for _, step := range path[:len(path)-1] {
		if name, ok := step.(string); ok {
			at = at.(map[string]any)[name]
		} else {
			at = at.([]any)[step.(int)]
		}
	}
	last := path[len(path)-1]
	if list, ok := at.([]any); ok {
		list[last.(int)] = to
	} else if to == nil {
		delete(at.(map[string]any), last.(string))
	} else {
		at.(map[string]any)[last.(string)] = to
	}
	return text(t, tree)
}

// TestFaultsAreFound changes one thing in a verdict, and asks for its place.
func TestFaultsAreFound(t *testing.T) {
	r, c := silentOwners(t)
	data, ok := file(t, r, c)
	if !ok {
		t.Fatal("refused")
	}
	if _, all, err := recount.Check(data); err != nil || len(all) > 0 {
		t.Fatalf("%v %v", all, err)
	}
	for _, one := range []struct {
		path             []any
		to               any
		place, said, now string
	}{
		{[]any{"outcome"}, "REJECTED", "outcome", "REJECTED", "ADOPTED"},
		{[]any{"flags"}, []string{"NEEDS_REVIEW", "PROCEDURAL_DEFECT"}, "flags", "NEEDS_REVIEW, PROCEDURAL_DEFECT", "DEEMED_DECISIVE, NEEDS_REVIEW, PROCEDURAL_DEFECT"},
		{[]any{"flags"}, nil, "flags", "", "DEEMED_DECISIVE, NEEDS_REVIEW, PROCEDURAL_DEFECT"},
		{[]any{"options", "for", "entries"}, 5, "options.for.entries", "5", "4"},
		{[]any{"options", "for", "weights", "area"}, 40001, "options.for.weights.area", "40001", "40000"},
		{[]any{"options", "notCast", "entries"}, nil, "options.notCast.entries", "0", "4"},
		{[]any{"quorum", "met"}, false, "quorum.met", "false", "true"},
		{[]any{"quorum", "parts", 1, "got"}, 9, "quorum.parts.1.got", "9", "8"},
		{[]any{"approval", "parts", 0, "met"}, false, "approval.parts.0.met", "false", "true"},
		{[]any{"approval", "parts", 1, "whole"}, 7, "approval.parts.1.whole", "7", "8"},
		{[]any{"approval", "parts", 1, "kind"}, "LIMIT", "approval.parts.1.kind", "LIMIT", "SHARE"},
		{[]any{"buildings", 0, "options", "against", "entries"}, 0, "buildings.1.against.entries", "0", "1"},
		{[]any{"deemed", "countedAs"}, "AGAINST", "deemed.countedAs", "AGAINST", "FOR"},
		{[]any{"deemed", "unserved", "entries"}, 2, "deemed.unserved.entries", "2", "1"},
		{[]any{"invalid", "entries"}, 2, "invalid.entries", "2", "1"},
		{[]any{"otherwise", 0, "outcome"}, "ADOPTED", "otherwise.WITHOUT_DEEMED_VOTES.outcome", "ADOPTED", "NOT_QUORATE"},
		{[]any{"otherwise", 1, "approval", "parts", 1, "got"}, 3, "otherwise.INVALID_TAKING_PART.approval.parts.1.got", "3", "6"},
		{[]any{"lacking"}, nil, "lacking", "", "HEARD"},
		{[]any{"setAside", 0, "reason"}, "SUPERSEDED", "setAside.SPOILT", "", "1"},
		{[]any{"rule", "version"}, "0", "rule.version", "0", "2"},
	} {
		_, all, err := recount.Check(changed(t, data, one.path, one.to))
		if err != nil {
			t.Errorf("%v: %v", one.path, err)
			continue
		}
		want := recount.Difference{Place: "verdict." + one.place, Verdict: one.said, Recount: one.now}
		if len(all) == 0 || all[0] != want || len(all) > 2 {
			t.Errorf("%v: %+v, want %+v", one.path, all, want)
		}
	}
}

// TestMoreFaultsAreFound: parties and candidates, more than there are and less.
func TestMoreFaultsAreFound(t *testing.T) {
	verdict := func(r, count object, verdict string) []recount.Difference {
		d := document(t, r, count)
		d.Verdict = json.RawMessage(verdict)
		result, err := recount.Count(d)
		if err != nil {
			t.Fatal(err)
		}
		all, err := recount.Compare(d, result)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	rule := ruled(share("FOR", "PARTIES", "ALL_SEATS", "MORE_THAN", 1, 2), object{"parties": object{"position": "DELEGATE", "absent": "BLOCKS"}})
	all := verdict(rule, joint("FG"), `{"rule": {"code": "MADE", "version": "7"}, "outcome": "REJECTED",
		"options": {"for": {"entries": 1, "weights": {"heads": 1, "seats": 1, "households": 1, "weight": 1}},
			"against": {"entries": 1, "weights": {"heads": 1, "seats": 1, "households": 1, "weight": 1}}},
		"quorum": {"kind": "NOTHING", "met": true}, "approval": {"kind": "SHARE", "got": 1, "whole": 2, "met": false},
		"parties": [{"party": "party0", "position": "FOR", "ballots": {"for": 1}}, {"party": "party0", "position": "FOR", "ballots": {"for": 1}},
			{"party": "party1", "position": "ABSENT", "answer": "AWAITED"}, {"party": "party2", "position": "FOR"}],
		"margins": {"canPass": true}, "explanation": {"zh": "x", "en": "x"}}`)
	places := []string{}
	for _, d := range all {
		places = append(places, strings.TrimPrefix(d.Place, "verdict.parties.")+" "+d.Verdict+" "+d.Recount)
	}
	want := []string{
		"party0.position FOR ", "party0.ballots.for 1 ", // the second one of its name
		"party1.position ABSENT AGAINST", "party1.answer AWAITED ", "party1.ballots.against 0 1", "party2.position FOR ",
	}
	for _, one := range want {
		if !slices.Contains(places, one) {
			t.Errorf("%s is not among %q", one, places)
		}
	}
}

// TestDifferencesAreWorded in both languages.
func TestDifferencesAreWorded(t *testing.T) {
	d := recount.Difference{Place: "verdict.approval.met", Verdict: "true", Recount: "false"}
	if got := d.Text(fault.English); got != "The recount differs from the verdict at verdict.approval.met: the verdict says yes, the recount found no." {
		t.Error(got)
	}
	zh := "\u590d\u6838\u4e0e\u8868\u51b3\u7ed3\u679c\u4e0d\u7b26\uff08verdict.flags\uff09\uff1a\u8868\u51b3\u7ed3\u679c\u8bb0\u8f7d\u4e3a \u65e0\uff0c\u590d\u6838\u5f97\u51fa RULE_CONFLICT\u3002"
	d = recount.Difference{Place: "verdict.flags", Recount: "RULE_CONFLICT"}
	if got := d.Text(fault.Chinese); got != zh {
		t.Error(got)
	}
}

// TestOrderIsIrrelevant: the same ballots give the same result in any order.
func TestOrderIsIrrelevant(t *testing.T) {
	c := more(flats("FFGB"), ballot("x", "u0", "p0", "AGAINST"), ballot("a", "u2", "p2", "FOR"), ballot("a", "u2", "p2", "AGAINST"))
	first := text(t, counted(t, ordinary(), c))
	ballots := c["ballots"].([]object)
	for range len(ballots) {
		ballots = append(slices.Clone(ballots[1:]), ballots[0])
		if got := text(t, counted(t, ordinary(), with(c, object{"ballots": ballots}))); string(got) != string(first) {
			t.Errorf("%s, want %s", got, first)
		}
	}
	expected{
		"ADOPTED", "ALL 2/2 yes, SHARE 3/4 yes, SHARE 30000/40000 yes", "ALL 2/2 yes, SHARE 2/3 yes, SHARE 20000/30000 yes",
		"", "CONFLICTED 2, SUPERSEDED 2",
	}.hold(t, counted(t, ordinary(), c))
}
