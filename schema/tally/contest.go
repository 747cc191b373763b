package tally

import (
	"cmp"
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// contest is a vote between options or candidates in the making.
type contest struct {
	*facts
	// choices stand in the order of the options; votes are what is in favour of
	// each, in the measures by which they are ranked.
	choices []Choice
	votes   [][]int64
	// ranked are those that may win, the best first.
	ranked []int
}

// choose judges a vote between options.
func (f *facts) choose(as reading, j *judgement) {
	c := f.contest(as)
	if f.count.kind() == schema.VoteKindElection {
		j.election = c.elect()
		j.outcome = electionOutcomes[j.election]
	} else {
		j.outcome = c.pick()
	}
	order := c.order()
	j.approval = c.choices[c.leading()].Approval
	for _, i := range order {
		j.choices = append(j.choices, c.choices[i])
	}
}

func (f *facts) contest(as reading) *contest {
	c := &contest{facts: f}
	measures := f.measures()
	if f.rule.Election != nil {
		measures = f.rule.Election.Ranking
	}
	for i, option := range f.contested() {
		n := &numbers{facts: f, reading: as, option: i}
		c.choices = append(c.choices, Choice{
			Option: option.ID, None: option.None, For: f.chosen[i],
			Approval: f.rule.Approval.Judge(n), Outcome: schema.CandidateOutcomeNotElected,
		})
		votes := make([]int64, len(measures))
		for k, measure := range measures {
			votes[k] = n.Got(rule.For, measure, "")
		}
		c.votes = append(c.votes, votes)
	}
	c.rank()
	return c
}

// rank puts those in order that may win: who reached the approval, or, after a
// tie, everybody who was tied.
func (c *contest) rank() {
	for i, choice := range c.choices {
		if !choice.None && (choice.Approval.Met || c.count.TieBreak) {
			c.ranked = append(c.ranked, i)
		}
	}
	slices.SortFunc(c.ranked, c.better)
	for at, i := range c.ranked {
		c.choices[i].Rank = at + 1
		if at > 0 && c.equal(i, c.ranked[at-1]) {
			c.choices[i].Rank = c.choices[c.ranked[at-1]].Rank
		}
	}
}

func (c *contest) better(a, b int) int {
	return cmp.Or(slices.Compare(c.votes[b], c.votes[a]), cmp.Compare(a, b))
}

func (c *contest) equal(a, b int) bool { return slices.Equal(c.votes[a], c.votes[b]) }

func (c *contest) mark(places []int, outcome schema.CandidateOutcome) {
	for _, i := range places {
		c.choices[i].Outcome = outcome
	}
}

// pick judges a choice: every option that reaches the approval is carried. There
// is no winner by plurality (Civil Code art. 278 asks for a share of those who
// took part). Where each paper chooses one, two that lead alike are tied.
func (c *contest) pick() schema.VerdictOutcome {
	switch {
	case len(c.ranked) == 0 || c.blocked():
		return schema.VerdictOutcomeRejected
	case c.mostMarks() == 1 && len(c.ranked) > 1 && c.equal(c.ranked[0], c.ranked[1]):
		c.mark(c.group(0), schema.CandidateOutcomeTied)
		return schema.VerdictOutcomeTied
	default:
		c.mark(c.ranked, schema.CandidateOutcomeElected)
		return schema.VerdictOutcomeAdopted
	}
}

// group are all those ranked alike with the one at that place of the ranking.
func (c *contest) group(at int) []int {
	from, to := at, at+1
	for from > 0 && c.equal(c.ranked[from-1], c.ranked[at]) {
		from--
	}
	for to < len(c.ranked) && c.equal(c.ranked[to], c.ranked[at]) {
		to++
	}
	return c.ranked[from:to]
}

// leading is the option that came nearest to the approval.
func (c *contest) leading() int {
	all := make([]int, 0, len(c.choices))
	for i := range c.choices {
		if !c.choices[i].None {
			all = append(all, i)
		}
	}
	return slices.MinFunc(all, func(a, b int) int {
		return cmp.Or(after(!c.choices[a].Approval.Met, !c.choices[b].Approval.Met), c.better(a, b))
	})
}

// order is in what order options are shown: those elected first, each group by
// its votes.
func (c *contest) order() []int {
	all := make([]int, len(c.choices))
	for i := range all {
		all[i] = i
	}
	slices.SortFunc(all, func(a, b int) int {
		x, y := &c.choices[a], &c.choices[b]
		return cmp.Or(
			cmp.Compare(slices.Index(shown, x.Outcome), slices.Index(shown, y.Outcome)),
			after(x.None, y.None), after(x.Rank == 0, y.Rank == 0), c.better(a, b),
		)
	})
	return all
}

// shown are the outcomes of candidates in the order in which they are shown.
var shown = []schema.CandidateOutcome{
	schema.CandidateOutcomeElected, schema.CandidateOutcomeTied, schema.CandidateOutcomeAlternate,
	schema.CandidateOutcomeNotElected,
}

// after orders those of which something is so behind the others.
func after(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// unqualified are those who did not reach the approval, the best first.
func (c *contest) unqualified() []int {
	var all []int
	for i := range c.choices {
		if !c.choices[i].None && c.choices[i].Rank == 0 {
			all = append(all, i)
		}
	}
	slices.SortFunc(all, c.better)
	return all
}
