package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// judgement is what a vote comes to in one reading.
type judgement struct {
	outcome          schema.VerdictOutcome
	quorum, approval rule.Finding
	choices          []Choice
	election         schema.ElectionOutcome
}

// judge reads the facts in one way, in the order in which a chair would: the
// agenda, the quorum, and then what was voted.
func (f *facts) judge(as reading) judgement {
	var j judgement
	j.quorum = f.rule.JudgeQuorum(&numbers{facts: f, reading: as, option: overall, quorum: true}, f.persons())
	if f.motion() {
		n := &numbers{facts: f, reading: as, option: overall}
		j.approval = f.rule.Approval.Judge(n)
		j.outcome = f.motionOutcome(n)
	} else {
		f.choose(as, &j)
	}
	switch {
	case f.rule.AgendaMustBeNoticed && !f.count.Noticed:
		j.undecided(schema.VerdictOutcomeVoid, schema.ElectionOutcomeNotEstablished)
	case !j.quorum.Met:
		j.undecided(schema.VerdictOutcomeNotQuorate, schema.ElectionOutcomeNotQuorate)
	}
	return j
}

// undecided takes back what nobody was entitled to decide.
func (j *judgement) undecided(outcome schema.VerdictOutcome, election schema.ElectionOutcome) {
	j.outcome = outcome
	if j.election != "" {
		j.election = election
	}
	for i := range j.choices {
		j.choices[i].Outcome = schema.CandidateOutcomeNotElected
	}
}

// motionOutcome is what a quorate vote on a motion comes to.
func (f *facts) motionOutcome(n *numbers) schema.VerdictOutcome {
	carried := schema.VerdictOutcome("")
	switch {
	case n.approved(theyObject):
		carried = schema.VerdictOutcomeAdopted
	case n.approved(theyConsent):
		carried = schema.VerdictOutcomePendingConsent
	case n.tied():
		carried = f.brokenTie(*n)
	default:
		return schema.VerdictOutcomeRejected
	}
	if f.blocked() && carried != schema.VerdictOutcomeTied {
		return schema.VerdictOutcomeRejected
	}
	return carried
}

// approved reports whether the approval is reached if the awaited parties do as
// is guessed: at worst, whatever they do.
func (n numbers) approved(g guess) bool {
	n.guess = g
	return n.rule.Approval.Judge(&n).Met
}

// tied reports whether as many are against as in favour, in everything the
// approval measures, under a rule that has a policy for that.
func (n *numbers) tied() bool {
	for _, measure := range n.measures() {
		yes := n.Got(rule.For, measure, "")
		if yes == 0 || yes != n.Got(rule.Against, measure, "") {
			return false
		}
	}
	return n.rule.Tie != ""
}

// brokenTie is what a tie comes to. The chair who breaks one adds a voice, as if
// one more had voted. That is enough where the half was missing by nothing, and
// is not where most of those who should have agreed did not vote at all: a
// casting vote stands for a voice, never for a majority that the rule asks for.
func (f *facts) brokenTie(n numbers) schema.VerdictOutcome {
	if f.rule.Tie != rule.CastingVote {
		return schema.VerdictOutcomeTied
	}
	switch f.chairSays() {
	case schema.BallotChoiceFor:
		n.casting = 1
		if n.approved(theyObject) {
			return schema.VerdictOutcomeAdopted
		}
		return schema.VerdictOutcomeRejected
	case schema.BallotChoiceAgainst:
		return schema.VerdictOutcomeRejected
	default:
		return schema.VerdictOutcomeTied
	}
}

// chairSays is what the chair voted, empty if that cannot be said. A chair who
// votes for two parties has one voice as chair only if both votes agree.
func (f *facts) chairSays() schema.BallotChoice {
	var said schema.BallotChoice
	for i := range f.lines {
		for _, ballot := range f.lines[i].voices {
			if f.count.Ballots[ballot].Person != f.count.Chair || f.count.Chair == "" {
				continue
			}
			if choice := f.said(ballot); said != "" && said != choice {
				return ""
			}
			said = f.said(ballot)
		}
	}
	return said
}

// measures are what the approval measures in, each once.
func (f *facts) measures() []schema.Measure {
	var all []schema.Measure
	for _, leaf := range f.rule.Approval.Leaves() {
		if measure := leaf.Measure(); !slices.Contains(all, measure) {
			all = append(all, measure)
		}
	}
	return all
}

// splits reports whether one measure has a majority in favour and another one
// against.
func (n *numbers) splits() bool {
	yes, no := false, false
	for _, measure := range n.measures() {
		inFavour, against := n.Got(rule.For, measure, ""), n.Got(rule.Against, measure, "")
		yes = yes || inFavour > against
		no = no || inFavour < against
	}
	return yes && no
}
