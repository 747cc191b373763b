package tally_test

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

const (
	adopted  = schema.VerdictOutcomeAdopted
	rejected = schema.VerdictOutcomeRejected
	tied     = schema.VerdictOutcomeTied
	nobody   = schema.VerdictOutcomeNotQuorate
	pending  = schema.VerdictOutcomePendingConsent
	void     = schema.VerdictOutcomeVoid
)

// TestScenarios are votes with worked numbers, each under its number. 37c is not
// among them: it is about the order in which the steps of a procedure are
// tabled, which no count decides.
func TestScenarios(t *testing.T) {
	for _, row := range slices.Concat(ownersRows, ballotRows, deemedRows, periodRows, electionRows, committeeRows, linkageRows, recordRows) {
		t.Run(row.number, row.test)
	}
}

// scenario is a row with its test.
type scenario struct {
	number string
	test   func(*testing.T)
}

// judged is what a row expects: the outcome, and what the approval needed, had
// and was measured on in its last clause.
type judged struct {
	outcome            schema.VerdictOutcome
	needed, got, whole int64
}

func expect(t *testing.T, v tally.Verdict, want judged) {
	t.Helper()
	if v.Outcome != want.outcome {
		t.Errorf("%s, want %s: %s", v.Outcome, want.outcome, v.Explanation.English)
	}
	leaf := v.Approval
	for len(leaf.Parts) > 0 {
		leaf = leaf.Parts[len(leaf.Parts)-1]
	}
	if want.needed != 0 && leaf.Needed != want.needed || leaf.Got != want.got || want.whole != 0 && leaf.Whole != want.whole {
		t.Errorf("needed %d, got %d of %d; want %+v", leaf.Needed, leaf.Got, leaf.Whole, want)
	}
}

func expectOutcome(t *testing.T, v tally.Verdict, want schema.VerdictOutcome) {
	t.Helper()
	if v.Outcome != want {
		t.Errorf("%s, want %s: %s", v.Outcome, want, v.Explanation.English)
	}
}

func expectFlags(t *testing.T, v tally.Verdict, want ...schema.VerdictFlag) {
	t.Helper()
	if !slices.Equal(v.Flags, want) {
		t.Errorf("flags %v, want %v", v.Flags, want)
	}
}

// readAs is the outcome of a verdict in another reading.
func readAs(t *testing.T, v tally.Verdict, in tally.Reading) schema.VerdictOutcome {
	t.Helper()
	for _, other := range v.Otherwise {
		if other.Reading == in {
			return other.Outcome
		}
	}
	t.Fatalf("no reading %s in %+v", in, v.Otherwise)
	return ""
}

// whyAside lists the ballots that were set aside, by person.
func whyAside(v tally.Verdict) map[string]tally.Reason {
	all := map[string]tally.Reason{}
	for _, one := range v.SetAside {
		all[one.Person] = one.Reason
	}
	return all
}

func judgeFigures(t *testing.T, r rule.Rule, f tally.Figures) tally.Verdict {
	t.Helper()
	c, err := f.Count(r)
	if err != nil {
		t.Fatal(err)
	}
	return judge(t, r, c)
}

// w weighs owners: heads, and area in 0.01 m².
func w(heads, area int64) tally.Weights { return tally.Weights{Heads: heads, Area: area} }

// each weighs so many owners of a hundred square metres each.
func each(heads int64) tally.Weights { return w(heads, 100_00*heads) }

func date(t *testing.T, text string) day.Date {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
