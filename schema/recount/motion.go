package recount

import (
	"slices"

	"sifang/schema"
)

// found is what a vote came to in one reading.
type found struct {
	outcome          schema.VerdictOutcome
	election         schema.ElectionOutcome
	quorum, approval []Clause
	choices          []Choice
}

// judge judges a motion, a choice or an election.
func (v *view) judge() found {
	switch v.poll.kind {
	case schema.VoteKindChoice:
		return v.choice()
	case schema.VoteKindElection:
		return v.election()
	default:
		return v.motion()
	}
}

func (v *view) motion() found {
	if v.deemed {
		v.silent, v.silence = v.mute(true), v.direction()
	}
	f := found{quorum: v.quorate(), approval: scale{view: v}.tree(v.rule.approval)}
	approved := func(as guess) bool { return scale{view: v, as: as}.tree(v.rule.approval)[0].Met }
	switch {
	case v.unnoticed():
		f.outcome = schema.VerdictOutcomeVoid
	case !f.quorum[0].Met:
		f.outcome = schema.VerdictOutcomeNotQuorate
	case approved(theyObject):
		f.outcome = schema.VerdictOutcomeAdopted
	case approved(theyConsent):
		f.outcome = schema.VerdictOutcomePendingConsent
	case v.tied():
		f.outcome = v.cast()
	default:
		f.outcome = schema.VerdictOutcomeRejected
	}
	if v.blocked() && (f.outcome == schema.VerdictOutcomeAdopted || f.outcome == schema.VerdictOutcomePendingConsent) {
		f.outcome = schema.VerdictOutcomeRejected
	}
	return f
}

func (v *view) unnoticed() bool { return v.rule.agenda && !v.poll.noticed }

// mute are the entries that handed in nothing though somebody could have, those
// that were served or the others. A spoilt paper is not silence.
func (v *view) mute(served bool) set {
	silent := v.none()
	for i := range v.roll.minus(v.wide(v.papers)).minus(v.recused).all() {
		e := &v.poll.roll[i]
		if (e.served && len(e.voters) > 0 && !v.ofParty(e)) == served {
			silent.add(i)
		}
	}
	return silent
}

// direction is what silence is counted as: what has more voices than the
// opposite in every measure, and an abstention if nothing has.
func (v *view) direction() string {
	if v.rule.deemed.follow {
		more, less := v.majorities()
		n := len(v.rule.approval.leaves())
		switch {
		case more == n:
			return inFavour
		case less == n:
			return against
		}
	}
	return abstaining
}

// majorities counts the leaves of the approval in whose measure more are in
// favour than against, and those in whose measure fewer are.
func (v *view) majorities() (int, int) {
	more, less := 0, 0
	for _, leaf := range v.rule.approval.leaves() {
		switch yes, no := v.sides(leaf.measure); {
		case yes > no:
			more++
		case yes < no:
			less++
		}
	}
	return more, less
}

// sides are how much is in favour and against in one measure.
func (v *view) sides(measure schema.Measure) (int64, int64) {
	s := scale{view: v}
	return s.got(clause{counted: inFavour, measure: measure}), s.got(clause{counted: against, measure: measure})
}

// tied reports whether as many are against as in favour in every measure,
// under a rule that says what follows.
func (v *view) tied() bool {
	for _, leaf := range v.rule.approval.leaves() {
		if yes, no := v.sides(leaf.measure); yes == 0 || yes != no {
			return false
		}
	}
	return v.rule.tie != ""
}

// cast lets the chair break a tie with one more voice, where the rule says so
// and the chair spoke. That voice is no majority where too few voted at all.
func (v *view) cast() schema.VerdictOutcome {
	var said voices
	for _, one := range v.counted {
		if v.poll.chair != "" && v.poll.ballots[one.ballot].person == v.poll.chair && v.roll.has(one.entry) {
			v.hear(&said, one.ballot)
		}
	}
	word := said.word(false)
	switch {
	case v.rule.tie == castingVote && word == inFavour && (scale{view: v, chair: true}).tree(v.rule.approval)[0].Met:
		return schema.VerdictOutcomeAdopted
	case v.rule.tie == castingVote && word == inFavour:
		return schema.VerdictOutcomeRejected
	case v.rule.tie == castingVote && word == against:
		return schema.VerdictOutcomeRejected
	default:
		return schema.VerdictOutcomeTied
	}
}

// lacking are the conditions that are not fulfilled.
func (s *sifted) lacking() []condition {
	return slices.DeleteFunc(slices.Clone(s.rule.conditions), func(c condition) bool {
		return slices.Contains(s.poll.fulfilled, c.code)
	})
}

func (s *sifted) blocked() bool {
	return slices.ContainsFunc(s.lacking(), func(c condition) bool { return c.blocks })
}

// options are the votes by option on a part of the roll. Of papers by hand
// nobody knows whose they are, so that they are taken off those who did not vote.
func (v *view) options(among set) Options {
	o := Options{
		For: v.sum(v.yes.and(among)), Against: v.sum(v.no.and(among)), Abstain: v.sum(v.abstained.and(among)),
		Divided: v.sum(v.divided.and(among)), NotCast: v.sum(v.roll.minus(v.valid).and(among)),
	}
	byHand := v.sum(v.byHand(0, v.hands.valid))
	o.NotCast.Entries -= byHand.Entries
	for k := range weighed {
		*o.NotCast.Weights.of(k) -= *byHand.Weights.of(k)
	}
	return o
}
