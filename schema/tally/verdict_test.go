package tally_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/tally"
)

func TestVerdictIsStoredWithoutLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = rapid.Bool().Draw(t, "open")
		before := mustJudge(t, r, c)
		data, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		var after tally.Verdict
		if err := json.Unmarshal(data, &after); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("%+v\n%+v\n%s", before, after, data)
		}
	})
}

func TestFlags(t *testing.T) {
	c := owners(100, 10_000_00, 0, 0, 0, 0)
	c.Roll, c.Ballots = nil, nil
	group(&c, 40, 2_400_00, schema.BallotChoiceFor)
	group(&c, 30, 4_900_00, schema.BallotChoiceAgainst)
	c.Flags = []schema.VerdictFlag{schema.VerdictFlagRuleConflict, schema.VerdictFlagProceduralDefect, schema.VerdictFlagRuleConflict}
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	want := []schema.VerdictFlag{schema.VerdictFlagProceduralDefect, schema.VerdictFlagRuleConflict, schema.VerdictFlagSplitMajority}
	if !slices.Equal(v.Flags, want) {
		t.Errorf("%v", v.Flags)
	}
	if got := judge(t, preset(t, "OWNERS_COMMITTEE_BEIJING"), committee(7, "FFFG---")).Flags; got != nil {
		t.Errorf("flags out of nothing: %v", got)
	}
}

func TestMarginsWhileVotingGoesOn(t *testing.T) {
	for _, c := range []struct {
		word             string
		canPass, canFail bool
	}{
		{"FFFG.--", true, true},
		{"FFF----", false, true}, // no quorum, and nobody may come any more
		{"FFFF.--", true, false},
		{"FFFGGG.", true, true},
		{"FFGGGG.", false, true},
		{".......", true, true},
	} {
		count := committee(7, c.word)
		count.Open = true
		m := judge(t, preset(t, "OWNERS_COMMITTEE_BEIJING"), count).Margins
		if m.CanPass != c.canPass || m.CanFail != c.canFail {
			t.Errorf("%s: %+v", c.word, m)
		}
	}
}

// Somebody who stepped aside and stays away does not weigh on those present, and
// somebody who comes does: both are still possible.
func TestMarginsKnowThatTheRecusedMayCome(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE")
	r.Quorum, r.LateArrivalsVote = nil, true
	count := committee(5, "-r")
	count.Open = true
	if m := judge(t, r, count).Margins; !m.CanPass || !m.CanFail {
		t.Errorf("one who may come, one recused who may stay away: %+v", m)
	}
	count = committee(5, "Fr")
	count.Open = true
	if v := judge(t, r, count); v.Outcome != adopted || !v.Margins.CanFail {
		t.Errorf("%s, and the recused may still come: %+v", v.Outcome, v.Margins)
	}
}

func TestWeightsByMeasure(t *testing.T) {
	w := tally.Weights{Heads: 1, Area: 2, Seats: 3, Households: 4, Weight: 5}
	for measure, want := range map[schema.Measure]int64{
		schema.MeasureHeads: 1, schema.MeasureArea: 2, schema.MeasureSeats: 3,
		schema.MeasureHouseholds: 4, schema.MeasureWeight: 5, schema.MeasureParties: 0,
	} {
		if got := w.Of(measure); got != want {
			t.Errorf("%s: %d", measure, got)
		}
	}
}
