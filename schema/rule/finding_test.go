package rule_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
)

// room answers every question alike: so many, out of so many.
type room struct {
	got, whole int64
	grows      bool
}

func (r room) Got(rule.Counted, schema.Measure, string) int64 { return r.got }

func (r room) Whole(schema.Base, schema.Measure, string) (int64, bool) { return r.whole, r.grows }

// reaches says with rational numbers whether got is enough.
func reaches(s rule.Share, got, whole int64) bool {
	if got == 0 {
		return false
	}
	order := new(big.Rat).SetInt64(got).Cmp(
		new(big.Rat).Mul(big.NewRat(s.Fraction.Num, s.Fraction.Den), new(big.Rat).SetInt64(whole)))
	return order > 0 || order == 0 && s.Compare == rule.AtLeast
}

func drawShare(t *rapid.T) rule.Share {
	den := rapid.Int64Range(1, 10_000).Draw(t, "den")
	s := rule.Share{
		Count: rule.For, Measure: schema.MeasureArea, Base: schema.BaseParticipating,
		Compare:  rapid.SampledFrom([]rule.Comparison{rule.MoreThan, rule.AtLeast}).Draw(t, "compare"),
		Fraction: rule.Fraction{Num: rapid.Int64Range(1, den).Draw(t, "num"), Den: den},
	}
	if s.Fraction.Num == den {
		s.Compare = rule.AtLeast
	}
	return s
}

func TestSharesAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawShare(t)
		whole := rapid.OneOf(rapid.Int64Range(0, 12), rapid.Int64Range(0, rule.MaxWhole)).Draw(t, "whole")
		got := rapid.Int64Range(0, whole).Draw(t, "got")
		f := rule.Clause{Share: &s}.Judge(room{got: got, whole: whole})

		if f.Met != reaches(s, got, whole) {
			t.Fatalf("%d of %d: met is %v", got, whole, f.Met)
		}
		if whole > 0 && !reaches(s, f.Needed, whole) {
			t.Fatalf("%d of %d do not reach it", f.Needed, whole)
		}
		if reaches(s, f.Needed-1, whole) {
			t.Fatalf("%d of %d already reach it", f.Needed-1, whole)
		}
		if f.Lost != (whole == 0) {
			t.Fatalf("lost is %v", f.Lost)
		}
		if !f.Lost && got+f.Missing != max(got, f.Needed) {
			t.Fatalf("%d and %d missing are not %d", got, f.Missing, f.Needed)
		}
	})
}

func TestMissingIsExactWhereTheBaseGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawShare(t)
		whole := rapid.OneOf(rapid.Int64Range(0, 12), rapid.Int64Range(0, 1_000_000)).Draw(t, "whole")
		got := rapid.Int64Range(0, whole).Draw(t, "got")
		f := rule.Clause{Share: &s}.Judge(room{got: got, whole: whole, grows: true})
		switch {
		case f.Lost:
			if s.Fraction.Num != s.Fraction.Den || got == whole {
				t.Fatalf("%d of %d is not lost", got, whole)
			}
		case !reaches(s, got+f.Missing, whole+f.Missing):
			t.Fatalf("%d more do not do", f.Missing)
		case f.Missing > 0 && reaches(s, got+f.Missing-1, whole+f.Missing-1):
			t.Fatalf("%d more already do", f.Missing-1)
		}
	})
}

func TestCombinations(t *testing.T) {
	at := func(least int64) rule.Clause {
		return rule.Clause{Number: &rule.Number{Count: rule.For, Measure: schema.MeasureSeats, Least: least}}
	}
	parts := []rule.Clause{at(1), at(3), at(5)}
	for _, c := range []struct {
		name    string
		clause  rule.Clause
		got     int64
		met     bool
		missing int64
	}{
		{"all", rule.Clause{All: parts}, 5, true, 0},
		{"all but one", rule.Clause{All: parts}, 4, false, 1},
		{"any", rule.Clause{Any: parts}, 1, true, 0},
		{"none", rule.Clause{Any: parts}, 0, false, 1},
		{"two of three", rule.Clause{KOf: &rule.KOf{K: 2, Of: parts}}, 3, true, 0},
		{"one of two of three", rule.Clause{KOf: &rule.KOf{K: 2, Of: parts}}, 2, false, 1},
		{"nested", rule.Clause{Any: []rule.Clause{{All: parts}, {KOf: &rule.KOf{K: 2, Of: parts}}}}, 3, true, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := c.clause.Judge(room{got: c.got})
			if f.Met != c.met || f.Missing != c.missing {
				t.Errorf("met %v, missing %d", f.Met, f.Missing)
			}
		})
	}
}

func TestQuorumOfNothing(t *testing.T) {
	if f := (rule.Rule{}).JudgeQuorum(room{}, 0); !f.Met || f.Kind != rule.FoundNothing {
		t.Errorf("a rule without a quorum finds %+v", f)
	}
	if f := (rule.Rule{DistinctPersonsMin: 3}).JudgeQuorum(room{}, 2); f.Met || f.Missing != 1 {
		t.Errorf("two persons of three: %+v", f)
	}
}

// A combination is lost once too few of its parts can still be met.
func TestLostParts(t *testing.T) {
	everybody := rule.Clause{Share: &rule.Share{
		Count: rule.For, Measure: schema.MeasureHeads, Base: schema.BaseParticipating,
		Compare: rule.AtLeast, Fraction: rule.Fraction{Num: 1, Den: 1},
	}}
	three := rule.Clause{Number: &rule.Number{Count: rule.For, Measure: schema.MeasureHeads, Least: 3}}
	two := []rule.Clause{everybody, three}
	somebodyAgainst := room{got: 1, whole: 2, grows: true}
	for _, c := range []struct {
		clause rule.Clause
		lost   bool
	}{
		{everybody, true}, {three, false}, {rule.Clause{All: two}, true}, {rule.Clause{Any: two}, false},
		{rule.Clause{KOf: &rule.KOf{K: 1, Of: two}}, false}, {rule.Clause{KOf: &rule.KOf{K: 2, Of: two}}, true},
	} {
		f := c.clause.Judge(somebodyAgainst)
		if f.Lost != c.lost {
			t.Errorf("%s: lost is %v", f.Kind, f.Lost)
		}
		if !slices.Contains(f.Kind.Values(), string(f.Kind)) {
			t.Errorf("%s is no kind", f.Kind)
		}
	}
}
