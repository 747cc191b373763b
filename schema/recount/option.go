package recount

import (
	"cmp"
	"slices"

	"sifang/schema"
)

// candidate is an option with what it came to.
type candidate struct {
	Choice
	place int
	none  bool
	// met: the approval is reached, or was before.
	met   bool
	ranks []int64
}

// candidates measures the approval for every option, and ranks them: those
// who reached it before the others, then by the measures in their order.
func (v *view) candidates(ranking []schema.Measure, asked bool) []*candidate {
	all := make([]*candidate, len(v.poll.options))
	for i, o := range v.poll.options {
		v.look(i)
		c := &candidate{place: i, none: o.none}
		c.Option, c.Outcome = o.id, schema.CandidateOutcomeNotElected
		c.For = v.sum(v.chosen)
		c.Approval = scale{view: v}.tree(v.rule.approval)
		c.met = !o.none && (!asked || c.Approval[0].Met)
		for _, measure := range ranking {
			yes, _ := v.sides(measure)
			c.ranks = append(c.ranks, yes)
		}
		all[i] = c
	}
	slices.SortFunc(all, func(a, b *candidate) int {
		return cmp.Or(falseLast(a.met, b.met), falseLast(!a.none, !b.none), slices.Compare(b.ranks, a.ranks), a.place-b.place)
	})
	for i, c := range all {
		switch {
		case !c.met:
		case i > 0 && slices.Equal(c.ranks, all[i-1].ranks):
			c.Rank = all[i-1].Rank
		default:
			c.Rank = int64(i + 1)
		}
	}
	return all
}

func falseLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}

// choice judges a choice between options: those that reach the approval win,
// and two that are equal in front are tied.
func (v *view) choice() found {
	var ranking []schema.Measure
	for _, leaf := range v.rule.approval.leaves() {
		if !slices.Contains(ranking, leaf.measure) {
			ranking = append(ranking, leaf.measure)
		}
	}
	all := v.candidates(ranking, true)
	f := v.open(all)
	tied := v.poll.most(v.rule) == 1 && len(all) > 1 && all[1].Rank == 1
	switch {
	case f.outcome != "":
	case v.blocked() || !all[0].met:
		f.outcome = schema.VerdictOutcomeRejected
	case tied:
		f.outcome = schema.VerdictOutcomeTied
	default:
		f.outcome = schema.VerdictOutcomeAdopted
	}
	for _, c := range all {
		switch {
		case f.outcome == schema.VerdictOutcomeAdopted && c.met:
			c.Outcome = schema.CandidateOutcomeElected
		case f.outcome == schema.VerdictOutcomeTied && c.Rank == 1:
			c.Outcome = schema.CandidateOutcomeTied
		}
	}
	f.list(all)
	return f
}

// open is what a vote on options came to before anybody looks at them: nothing
// yet, unless it could not be decided at all. Its approval is that of the first
// one who reached it, and if nobody did, of the first one.
func (v *view) open(all []*candidate) found {
	v.chosen = nil
	front := slices.IndexFunc(all, func(c *candidate) bool { return !c.none && c.Approval[0].Met })
	f := found{quorum: v.quorate(), approval: all[max(0, front)].Approval}
	switch {
	case v.unnoticed():
		f.outcome = schema.VerdictOutcomeVoid
	case !f.quorum[0].Met:
		f.outcome = schema.VerdictOutcomeNotQuorate
	}
	return f
}

func (f *found) list(all []*candidate) {
	for _, c := range all {
		f.choices = append(f.choices, c.Choice)
	}
}
