package rule_test

import (
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
)

func limit(measure schema.Measure, base schema.Base, num, den int64) rule.Clause {
	return rule.Clause{Limit: &rule.Limit{
		Count: rule.Against, Measure: measure, Base: base, Fraction: rule.Fraction{Num: num, Den: den},
	}}
}

// Thirty of ninety are a third, and a third is not too many.
func TestLimits(t *testing.T) {
	third := limit(schema.MeasureHeads, schema.BaseOnRoll, 1, 3)
	veto := limit(schema.MeasureParties, schema.BaseAllSeats, 0, 1)
	for _, c := range []struct {
		name      string
		clause    rule.Clause
		room      room
		met, lost bool
		most      int64
	}{
		{"exactly a third", third, room{got: 30, whole: 90}, true, false, 30},
		{"one more", third, room{got: 31, whole: 90}, false, true, 30},
		{"of a hundred", third, room{got: 33, whole: 100}, true, false, 33},
		{"nobody against", third, room{whole: 90}, true, false, 30},
		{"nobody at all", third, room{}, true, false, 0},
		{"too many, but the base grows", third, room{got: 31, whole: 90, grows: true}, false, false, 30},
		{"no veto", veto, room{whole: 4}, true, false, 0},
		{"a veto", veto, room{got: 1, whole: 4}, false, true, 0},
		{"a veto is never outvoted", veto, room{got: 1, whole: 4, grows: true}, false, true, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := c.clause.Judge(c.room)
			if f.Kind != rule.FoundLimit || f.Met != c.met || f.Lost != c.lost || f.Needed != c.most || f.Missing != 0 {
				t.Errorf("%+v", f)
			}
		})
	}
}

func TestLimitsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.Int64Range(1, 10_000).Draw(t, "den")
		num := rapid.Int64Range(0, den-1).Draw(t, "num")
		whole := rapid.OneOf(rapid.Int64Range(0, 12), rapid.Int64Range(0, rule.MaxWhole)).Draw(t, "whole")
		got := rapid.Int64Range(0, whole).Draw(t, "got")
		f := limit(schema.MeasureArea, schema.BaseOnRoll, num, den).Judge(room{got: got, whole: whole})
		if f.Met != (got <= f.Needed) {
			t.Fatalf("%d of at most %d: met is %v", got, f.Needed, f.Met)
		}
		share := rule.Share{Fraction: rule.Fraction{Num: num, Den: den}, Compare: rule.MoreThan}
		if f.Met == reaches(share, got, whole) {
			t.Fatalf("%d of %d are within %d/%d and more than it", got, whole, num, den)
		}
	})
}

// A limit stands beside shares like any other part of a combination.
func TestLimitsInCombinations(t *testing.T) {
	one := rule.Clause{Number: &rule.Number{Count: rule.For, Measure: schema.MeasureParties, Least: 1}}
	consensus := rule.Clause{All: []rule.Clause{one, limit(schema.MeasureParties, schema.BaseAllSeats, 0, 1)}}
	for _, c := range []struct {
		name         string
		favour, veto int64
		met, lost    bool
	}{
		{"one in favour, nobody against", 1, 0, true, false},
		{"nobody said anything", 0, 0, false, false},
		{"one against", 3, 1, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := consensus.Judge(sides{favour: c.favour, against: c.veto, whole: 4})
			if f.Met != c.met || f.Lost != c.lost {
				t.Errorf("%+v", f)
			}
		})
	}
	if leaves := consensus.Leaves(); len(leaves) != 2 || leaves[1].Count() != rule.Against ||
		leaves[1].Base() != schema.BaseAllSeats || leaves[1].Measure() != schema.MeasureParties || leaves[1].Among() != nil {
		t.Errorf("leaves: %+v", leaves)
	}
	if r := (rule.Rule{Approval: consensus}); !r.CountsParties() || !r.Uses(schema.BaseAllSeats) {
		t.Error("the veto of parties is not seen")
	}
}

// sides tells voices in favour from voices against.
type sides struct{ favour, against, whole int64 }

func (s sides) Got(count rule.Counted, _ schema.Measure, _ string) int64 {
	if count == rule.Against {
		return s.against
	}
	return s.favour
}

func (s sides) Whole(schema.Base, schema.Measure, string) (int64, bool) { return s.whole, false }
