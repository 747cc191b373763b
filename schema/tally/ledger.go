package tally

import (
	"slices"

	"sifang/schema"
)

// account is what all entries with the same fate weigh together. There are few
// fates however long the roll is, and sums go over the accounts only.
type account struct {
	fate
	sum Sum
}

// enter books an entry of the roll.
func (f *facts) enter(i int) {
	l, e := &f.lines[i], &f.count.Roll[i]
	if l.gone {
		return
	}
	f.book(l.fate, Sum{Entries: 1, Weights: e.Weights})
	if f.motion() || !l.cast {
		return
	}
	if len(l.voices) == 1 {
		for _, mark := range f.bundles.marks[l.voices[0]] {
			f.chosen[mark].add(1, e.Weights)
		}
		return
	}
	for option := range f.count.Options {
		if f.marked(e, l.voices, option) {
			f.chosen[option].add(1, e.Weights)
		}
	}
}

func (f *facts) book(is fate, sum Sum) {
	for i := range f.ledger {
		if f.ledger[i].fate == is {
			f.ledger[i].sum.add(sum.Entries, sum.Weights)
			return
		}
	}
	f.ledger = append(f.ledger, account{is, sum})
}

func (s *Sum) add(entries int64, weights Weights) {
	s.Entries += entries
	s.Weights = s.Weights.plus(weights)
}

// total sums the entries whose fate is such.
func (f *facts) total(is func(fate) bool) Sum {
	var sum Sum
	for _, one := range f.ledger {
		if is(one.fate) {
			sum.add(one.sum.Entries, one.sum.Weights)
		}
	}
	return sum
}

// weigh is what the entries of a group whose fate is such weigh in one measure;
// without a group, those of all.
func (f *facts) weigh(measure schema.Measure, group string, is func(fate) bool) int64 {
	if group == "" {
		return f.total(is).Weights.Of(measure)
	}
	var sum int64
	for i := range f.lines {
		if e := &f.count.Roll[i]; !f.lines[i].gone && slices.Contains(e.Groups, group) && is(f.lines[i].fate) {
			sum += e.Weights.Of(measure)
		}
	}
	return sum
}

// options are the votes by option as they were really cast.
func (f *facts) options() Options {
	var o Options
	for _, one := range f.ledger {
		o.add(one.fate, one.sum)
	}
	return o
}

func (o *Options) add(is fate, sum Sum) {
	if is.byHand { // those counted by hand stand on the roll as if they had not voted
		o.NotCast.add(-sum.Entries, sum.Weights.negative())
	}
	to := &o.NotCast
	switch {
	case !is.cast:
	case is.choice == schema.BallotChoiceFor:
		to = &o.For
	case is.choice == schema.BallotChoiceAgainst:
		to = &o.Against
	case is.choice == schema.BallotChoiceAbstain:
		to = &o.Abstain
	default:
		to = &o.Divided
	}
	to.add(sum.Entries, sum.Weights)
}

func (w Weights) negative() Weights {
	return Weights{Heads: -w.Heads, Area: -w.Area, Seats: -w.Seats, Households: -w.Households, Weight: -w.Weight}
}
