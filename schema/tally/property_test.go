package tally_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

func TestAgreesWithASecondCounter(t *testing.T) {
	seen := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		v := mustJudge(t, r, c)
		seen[string(v.Outcome)]++
		seen[string(v.Election)]++
		for _, flag := range v.Flags {
			seen[string(flag)]++
		}
		b := counter(r, c)
		if want := b.outcome(); v.Outcome != want {
			t.Fatalf("%s, but counted by hand %s", v.Outcome, want)
		}
		if r.Quorum != nil && r.DistinctPersonsMin == 0 {
			agree(t, b.inQuorum(), *r.Quorum, v.Quorum)
		}
		if len(c.Options) == 0 {
			agree(t, b, r.Approval, v.Approval)
		} else {
			agreeOnOptions(t, b, v)
		}
		for _, one := range v.SetAside {
			seen[string(one.Reason)]++
		}
		agreeOnPapers(t, b, v)
		agreeOnReadings(t, b, v)
	})
	want := append(schema.VerdictOutcome("").Values(), schema.ElectionOutcome("").Values()...)
	want = append(append(want, tally.Reason("").Values()...), schema.VerdictFlag("").Values()...)
	for _, one := range want {
		if seen[one] == 0 {
			t.Errorf("nothing came out as %s: the property tries too little", one)
		}
	}
}

// agree compares every number of a finding.
func agree(t *rapid.T, b brute, c rule.Clause, f rule.Finding) {
	for i, part := range partsOf(c) {
		agree(t, b, part, f.Parts[i])
	}
	if f.Met != b.met(c) {
		t.Fatalf("met is %v: %+v", f.Met, f)
	}
	if c.Measure() != "" && f.Got != b.got(c.Count(), c.Measure(), c.Among()) {
		t.Fatalf("got %d: %+v", f.Got, f)
	}
	if c.Base() != "" && f.Whole != b.whole(c.Base(), c.Measure(), c.Among()) {
		t.Fatalf("whole %d: %+v", f.Whole, f)
	}
}

func agreeOnOptions(t *rapid.T, b brute, v tally.Verdict) {
	fates := b.fates()
	if v.Outcome == void || v.Outcome == nobody {
		fates = map[string]schema.CandidateOutcome{}
	}
	yes, _ := b.mayWin()
	if b.c.Kind == schema.VoteKindElection && v.Outcome != void && v.Outcome != nobody && v.Election != b.election() {
		t.Fatalf("%s, but counted by hand %s", v.Election, b.election())
	}
	for _, choice := range v.Choices {
		agree(t, b.on(choice.Option), b.r.Approval, choice.Approval)
		want := fates[choice.Option]
		if want == "" {
			want = schema.CandidateOutcomeNotElected
		}
		if choice.Outcome != want {
			t.Fatalf("%s is %s, but counted by hand %s", choice.Option, choice.Outcome, want)
		}
		rank := 0
		if slices.Contains(yes, choice.Option) {
			better, _ := b.ahead(choice.Option, yes)
			rank = better + 1
		}
		if choice.Rank != rank {
			t.Fatalf("%s is number %d, not %d", choice.Option, choice.Rank, rank)
		}
		if all := b.on(choice.Option).sum(schema.MeasureArea, nil, b.on(choice.Option).inFavour, nil); choice.For.Weights.Area != all {
			t.Fatalf("%s has %d, not %d", choice.Option, choice.For.Weights.Area, all)
		}
	}
}

// agreeOnPapers compares what was really cast, in all and in each building.
func agreeOnPapers(t *rapid.T, b brute, v tally.Verdict) {
	compare := func(o tally.Options, in func(tally.Entry) bool) {
		for word, sum := range map[string]tally.Sum{
			"FOR": o.For, "AGAINST": o.Against, "ABSTAIN": o.Abstain, "DIVIDED": o.Divided, "": o.NotCast,
		} {
			is := func(e tally.Entry) bool { return in(e) && b.votes(e) == word }
			if sum.Weights.Area != b.sum(schema.MeasureArea, nil, is, nil) || sum.Entries != b.sum(schema.MeasureHeads, nil, is, nil) {
				t.Fatalf("%q: %+v", word, sum)
			}
		}
	}
	compare(v.Options, func(tally.Entry) bool { return true })
	for _, building := range v.Buildings {
		compare(building.Options, func(e tally.Entry) bool { return e.Building == building.Building })
	}
	if want := b.sum(schema.MeasureHeads, nil, b.spoilt, nil); v.Invalid.Entries != want {
		t.Fatalf("%d spoilt papers, not %d", v.Invalid.Entries, want)
	}
	if d := v.Deemed; d != nil {
		served := func(e tally.Entry) bool { return b.silence(e) != "" }
		silent := func(e tally.Entry) bool { return !b.paper(e) && !allRecused(e) && b.silence(e) == "" }
		if d.Served.Entries != b.sum(schema.MeasureHeads, nil, served, nil) || d.Unserved.Entries != b.sum(schema.MeasureHeads, nil, silent, nil) {
			t.Fatalf("%+v", *d)
		}
		if d.Served.Entries > 0 && string(d.CountedAs) != b.direction() {
			t.Fatalf("silence counted as %s", d.CountedAs)
		}
	}
}

func agreeOnReadings(t *rapid.T, b brute, v tally.Verdict) {
	told := map[tally.Reading]schema.VerdictOutcome{}
	for _, other := range v.Otherwise {
		told[other.Reading] = other.Outcome
	}
	want := map[tally.Reading]schema.VerdictOutcome{}
	if v.Deemed != nil {
		strict := b
		strict.strict = true
		want[tally.Strictly] = strict.outcome()
	}
	if v.Invalid.Entries > 0 {
		other, in := b, tally.InvalidTakingPart
		other.takePart = !b.takePart
		if b.takePart {
			in = tally.InvalidExcluded
		}
		want[in] = other.outcome()
	}
	if slices.ContainsFunc(b.c.Roll, func(e tally.Entry) bool { return e.Amended != nil }) {
		frozen := b
		frozen.c.Roll = nil
		for _, e := range b.c.Roll {
			if e.Amended != nil && e.Amended.Added {
				continue
			}
			if e.Amended != nil && e.Amended.Before != nil {
				e.Weights = *e.Amended.Before
			}
			e.Amended = nil
			frozen.c.Roll = append(frozen.c.Roll, e)
		}
		want[tally.AsFrozen] = frozen.outcome()
	}
	if !maps.Equal(told, want) {
		t.Fatalf("other readings %v, not %v", told, want)
	}
	decisive := want[tally.Strictly] != "" && want[tally.Strictly] != v.Outcome
	if slices.Contains(v.Flags, schema.VerdictFlagDeemedDecisive) != decisive {
		t.Fatalf("flags %v", v.Flags)
	}
}
