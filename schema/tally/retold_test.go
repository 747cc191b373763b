package tally_test

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Whoever reads an explanation and knows only what stands in it comes to the
// same verdict: the numbers of each sentence decide whether it is met, the
// sentences decide about their headings, and the headings about the outcome.
func TestExplanationsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		v := mustJudge(t, r, c)
		retell(t, v.Quorum)
		retell(t, v.Approval)
		for _, choice := range v.Choices {
			retell(t, choice.Approval)
		}
		if v.Explanation.Met != (v.Outcome == adopted) {
			t.Fatalf("%s", v.Explanation.English)
		}
		if want, sure := outcomeOf(r, c, v); sure && v.Outcome != want {
			t.Fatalf("%s, but what it says comes to %s", v.Outcome, want)
		}
	})
}

// retell recomputes a finding from its own numbers, and from its words.
func retell(t *rapid.T, f rule.Finding) {
	met := 0
	for _, part := range f.Parts {
		retell(t, part)
		if part.Met {
			met++
		}
	}
	share := func() *big.Rat {
		return new(big.Rat).Mul(big.NewRat(f.Fraction.Num, f.Fraction.Den), big.NewRat(f.Whole, 1))
	}
	got, want := big.NewRat(f.Got, 1), false
	switch f.Kind {
	case rule.FoundNothing:
		want = true
	case rule.FoundAll, rule.FoundAny, rule.FoundKOf:
		want = int64(met) >= f.Needed && f.Got == int64(met)
	case rule.FoundNumber, rule.FoundPersons:
		want = f.Got >= f.Needed
	case rule.FoundLimit:
		want = got.Cmp(share()) <= 0
	default:
		by := got.Cmp(share())
		want = f.Got > 0 && (by > 0 || by == 0 && f.Compare == rule.AtLeast)
	}
	if f.Met != want {
		t.Fatalf("%+v", f)
	}
	if said, ok := readBack(f.Sentence().English); ok && said != f.Met {
		t.Fatalf("%q is %v", f.Sentence().English, f.Met)
	}
}

var (
	takes  = regexp.MustCompile(`which takes at least ([\d.]+); ([\d.]+) `)
	allows = regexp.MustCompile(`which allows at most ([\d.]+); ([\d.]+) `)
	least  = regexp.MustCompile(`^At least ([\d.]+) .* must .*; ([\d.]+) `)
)

// readBack decides a sentence by the two numbers in it. It reports false where
// it does not hold two.
func readBack(sentence string) (bool, bool) {
	number := func(text string) int {
		n, _ := strconv.Atoi(strings.ReplaceAll(text, ".", "")) // areas have two decimals in both
		return n
	}
	if m := takes.FindStringSubmatch(sentence); m != nil {
		return number(m[2]) >= number(m[1]), true
	}
	if m := allows.FindStringSubmatch(sentence); m != nil {
		return number(m[2]) <= number(m[1]), true
	}
	if m := least.FindStringSubmatch(sentence); m != nil {
		return number(m[2]) >= number(m[1]), true
	}
	return false, false
}

// outcomeOf concludes from what a verdict shows. It is not sure where parties
// may still answer, who may go either way, and leaves ties to those who tell
// equals apart.
func outcomeOf(r rule.Rule, c tally.Count, v tally.Verdict) (schema.VerdictOutcome, bool) {
	awaited := slices.ContainsFunc(v.Parties, func(s tally.Stand) bool { return s.Answer == tally.Awaited })
	blocked := slices.ContainsFunc(r.Conditions, func(one rule.Condition) bool {
		return one.Lacking == rule.Blocks && slices.Contains(v.Lacking, one.Code)
	})
	elected := slices.ContainsFunc(v.Choices, func(one tally.Choice) bool { return one.Outcome == schema.CandidateOutcomeElected })
	drawn := slices.ContainsFunc(v.Choices, func(one tally.Choice) bool { return one.Outcome == schema.CandidateOutcomeTied })
	switch {
	case r.AgendaMustBeNoticed && !c.Noticed:
		return void, true
	case !v.Quorum.Met:
		return nobody, true
	case drawn:
		return tied, true
	case len(c.Options) > 0 && elected:
		return adopted, true
	case len(c.Options) > 0:
		return rejected, v.Election != schema.ElectionOutcomeEstablishedWithVacancies
	case v.Approval.Met && !blocked:
		return adopted, !awaited
	case v.Approval.Met:
		return rejected, !awaited
	default:
		return rejected, !awaited && r.Tie == ""
	}
}
