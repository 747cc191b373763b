package recount

import (
	"slices"

	"sifang/schema"
)

// most is how many options one paper may mark.
func (p *poll) most(u rule) int {
	if u.election == nil {
		return int(max(1, p.mostMarks))
	}
	most := p.mostMarks
	if most == 0 || u.election.marksBounded && most > p.fill {
		most = p.fill
	}
	return int(most)
}

// election judges an election: who reached the approval is qualified, in a
// vote between those tied before everybody is, and the first take the seats.
func (v *view) election() found {
	all := v.candidates(v.rule.election.ranking, !v.poll.tieBreak)
	f := v.open(all)
	switch f.outcome {
	case schema.VerdictOutcomeVoid:
		f.election = schema.ElectionOutcomeNotEstablished
	case schema.VerdictOutcomeNotQuorate:
		f.election = schema.ElectionOutcomeNotQuorate
	default:
		f.election = v.fill(all)
		switch f.election {
		case schema.ElectionOutcomeTieBreakRequired:
			f.outcome = schema.VerdictOutcomeTied
		case schema.ElectionOutcomeNotEstablished:
			f.outcome = schema.VerdictOutcomeRejected
		default:
			f.outcome = schema.VerdictOutcomeAdopted
		}
	}
	f.list(all)
	return f
}

// fill gives out the seats by rank. Candidates of one rank stand together: if
// the seats left do not suffice for all of them, none has one yet. Nobody sits
// in a body that is not established.
func (v *view) fill(all []*candidate) schema.ElectionOutcome {
	if v.blocked() {
		return schema.ElectionOutcomeNotEstablished
	}
	left, behind := v.poll.fill, all
	var tied []*candidate
	for len(behind) > 0 && behind[0].met && left > 0 && tied == nil {
		group := equals(behind)
		behind = behind[len(group):]
		if int64(len(group)) > left {
			tied = group
			break
		}
		left -= int64(len(group))
		each(group, schema.CandidateOutcomeElected)
	}
	switch {
	case tied != nil && v.poll.tieBreak && v.rule.election.leaveVacant:
		return schema.ElectionOutcomeEstablishedWithVacancies
	case tied != nil:
		each(tied, schema.CandidateOutcomeTied)
		v.standBy(behind, int64(len(tied))-left)
		return schema.ElectionOutcomeTieBreakRequired
	case left > 0 && !v.enough(v.poll.fill-left):
		each(all, schema.CandidateOutcomeNotElected)
		return schema.ElectionOutcomeNotEstablished
	}
	v.standBy(behind, 0)
	if left > 0 {
		return schema.ElectionOutcomeEstablishedWithVacancies
	}
	return schema.ElectionOutcomeEstablished
}

func each(group []*candidate, outcome schema.CandidateOutcome) {
	for _, c := range group {
		c.Outcome = outcome
	}
}

// equals are the candidates in front who are equal in everything that ranks
// them, and have reached the approval or have not.
func equals(all []*candidate) []*candidate {
	n := 1
	for n < len(all) && all[n].met == all[0].met && all[n].none == all[0].none && slices.Equal(all[n].ranks, all[0].ranks) {
		n++
	}
	return all[:n]
}

// enough reports whether so many filled seats make up the body.
func (v *view) enough(filled int64) bool {
	e := v.rule.election
	return filled >= max(1, e.leastSeats) && (e.leastShare == nil || e.leastShare.reached(filled, v.poll.fill))
}

// standBy names alternates from those behind, by rank. Places for the losers of
// a tie are kept. Equals for whom the places left do not suffice stay out, and
// nobody passes them.
func (v *view) standBy(behind []*candidate, losers int64) {
	terms := v.rule.election.alternates
	if terms == nil {
		return
	}
	places := v.poll.standBy
	if terms.perSeat > 0 {
		places = min(places, terms.perSeat*v.poll.fill)
	}
	places -= losers
	for len(behind) > 0 && !behind[0].none && (behind[0].met || !terms.qualified) {
		group := equals(behind)
		if places -= int64(len(group)); places < 0 {
			return
		}
		each(group, schema.CandidateOutcomeAlternate)
		behind = behind[len(group):]
	}
}
