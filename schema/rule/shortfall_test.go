package rule_test

import (
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
)

func TestShortfall(t *testing.T) {
	heads := func(missing int64) rule.Finding {
		return rule.Finding{Kind: rule.FoundShare, Measure: schema.MeasureHeads, Met: missing == 0, Missing: missing}
	}
	area := func(missing int64) rule.Finding {
		return rule.Finding{Kind: rule.FoundShare, Measure: schema.MeasureArea, Met: missing == 0, Missing: missing}
	}
	all := func(parts ...rule.Finding) rule.Finding {
		return rule.Finding{Kind: rule.FoundAll, Missing: 1, Parts: parts}
	}
	lost := heads(3)
	lost.Lost = true
	some := func(k int64, parts ...rule.Finding) rule.Finding {
		return rule.Finding{Kind: rule.FoundKOf, Missing: k, Parts: parts}
	}
	owners := heads(2)
	owners.Among = &rule.Group{Code: "OWNER", Title: rule.Text{Chinese: "业主成员", English: "owner members"}}
	for name, c := range map[string]struct {
		found  rule.Finding
		zh, en string
	}{
		"nothing asked": {rule.Finding{Kind: rule.FoundNothing, Met: true}, "规则未规定法定人数。", "The rule asks for no quorum."},
		"never judged":  {rule.Finding{}, "规则未规定法定人数。", "The rule asks for no quorum."},
		"reached":       {heads(0), "已达到法定人数。", "The quorum is reached."},
		"out of reach":  {lost, "已无法达到法定人数。", "The quorum can no longer be reached."},
		"heads and area": {all(area(194000), heads(23)), "距法定人数还差1940.00平方米、23人。",
			"Still 1940.00 square metres and 23 people to the quorum."},
		"area is there": {all(area(0), heads(1)), "距法定人数还差1人。", "Still 1 person to the quorum."},
		"either way": {rule.Finding{Kind: rule.FoundAny, Missing: 1, Parts: []rule.Finding{heads(5), all(heads(2), area(100))}},
			"距法定人数还差5人或者（2人、1.00平方米）。", "Still 5 people or (2 people and 1.00 square metres) to the quorum."},
		"two of three": {some(2, heads(1), heads(2), heads(3)), "距法定人数还差以下3项中的2项（1人；2人；3人）。",
			"Still 2 of these 3 (1 person; 2 people; 3 people) to the quorum."},
		"both that are left": {some(2, heads(1), lost, heads(2)), "距法定人数还差1人、2人。", "Still 1 person and 2 people to the quorum."},
		"of a group":         {owners, "距法定人数还差业主成员2人。", "Still 2 people of the owner members to the quorum."},
		"different people": {rule.Finding{Kind: rule.FoundPersons, Missing: 1}, "距法定人数还差1个不同的人。",
			"Still 1 different person to the quorum."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.found.Shortfall(); got.Chinese != c.zh || got.English != c.en {
				t.Errorf("said %q and %q", got.Chinese, got.English)
			}
		})
	}
}

// TestShortfallIsEnough adds what an owners' quorum misses: then it is met, and
// one voice less is not enough.
func TestShortfallIsEnough(t *testing.T) {
	r, ok := rule.Preset("OWNERS_ORDINARY")
	if !ok {
		t.Fatal("there is no such preset")
	}
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 100_000).Draw(t, "whole")
		got := rapid.Int64Range(0, whole).Draw(t, "got")
		f := r.JudgeQuorum(room{got: got, whole: whole}, 0)
		more := int64(0)
		for _, leaf := range f.Unmet() {
			more = max(more, leaf.Missing)
		}
		if (more == 0) != f.Met {
			t.Fatalf("misses %d, but met is %v", more, f.Met)
		}
		if !r.JudgeQuorum(room{got: got + more, whole: whole}, 0).Met {
			t.Fatalf("%d and %d more of %d are not enough", got, more, whole)
		}
		if more > 0 && r.JudgeQuorum(room{got: got + more - 1, whole: whole}, 0).Met {
			t.Fatalf("%d and %d more of %d are more than enough", got, more, whole)
		}
	})
}
