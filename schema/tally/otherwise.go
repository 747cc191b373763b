package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// asRuled is the reading that the rule prescribes.
func (f *facts) asRuled() reading {
	as := reading{spoilt: f.rule.InvalidBallots == rule.TakePart}
	if f.deems() {
		as.deemedAs = f.direction()
	}
	return as
}

// otherwise is what the vote would have come to in the readings that somebody
// may ask for: without the voices of the silent, with spoilt papers treated the
// other way, and on the roll before it was amended.
func (f *facts) otherwise(as reading) []Alternative {
	var all []Alternative
	add := func(in Reading, j judgement) {
		all = append(all, Alternative{Reading: in, Outcome: j.outcome, Quorum: j.quorum, Approval: j.approval})
	}
	if f.deems() {
		strict := as
		strict.deemedAs = ""
		add(Strictly, f.judge(strict))
	}
	if f.total(isInvalid).Entries > 0 {
		other, in := as, InvalidTakingPart
		other.spoilt = !as.spoilt
		if as.spoilt {
			in = InvalidExcluded
		}
		add(in, f.judge(other))
	}
	if f.amended {
		frozen := f.asFrozen()
		add(AsFrozen, frozen.judge(frozen.asRuled()))
	}
	return all
}

func isInvalid(f fate) bool { return f.invalid }

// asFrozen are the facts on the roll as it was before it was amended. Only the
// entries that were changed are sifted again.
func (f *facts) asFrozen() *facts {
	was := *f
	was.count = f.count.asFrozen()
	was.lines, was.heard, was.aside = slices.Clone(f.lines), nil, nil
	was.ledger, was.parties = nil, nil
	for i := range was.count.Roll {
		if e := &was.count.Roll[i]; e.Amended != nil {
			was.lines[i] = was.line(e, was.bundle(i, nil))
		}
	}
	was.sum()
	return &was
}

// asFrozen is the count with the roll as it was before it was amended.
func (c Count) asFrozen() Count {
	c.Roll = slices.Clone(c.Roll)
	for i := range c.Roll {
		entry := &c.Roll[i]
		if entry.Amended == nil {
			continue
		}
		if entry.Amended.Before != nil {
			entry.Weights = *entry.Amended.Before
		}
		entry.Amended = &Amendment{Removed: entry.Amended.Added}
	}
	return c
}

// flags are those that were given and those that the count raises, sorted, each
// once.
func (f *facts) flags(v Verdict, as reading) []schema.VerdictFlag {
	flags := slices.Clone(f.count.Flags)
	raise := func(so bool, flag schema.VerdictFlag) {
		if so {
			flags = append(flags, flag)
		}
	}
	n := &numbers{facts: f, reading: as, option: overall}
	raise(f.motion() && n.splits(), schema.VerdictFlagSplitMajority)
	raise(len(f.rule.Conflicts) > 0, schema.VerdictFlagRuleConflict)
	raise(f.lacks(rule.Flags), schema.VerdictFlagProceduralDefect)
	for _, other := range v.Otherwise {
		decisive := other.Reading == Strictly && other.Outcome != v.Outcome
		raise(decisive, schema.VerdictFlagDeemedDecisive)
		// Whether silence may carry more than an ordinary matter is contested.
		raise(decisive && f.rule.Class != "" && f.rule.Class != rule.Ordinary, schema.VerdictFlagNeedsReview)
	}
	slices.Sort(flags)
	return slices.Compact(flags)
}
