package slate

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Line is a candidate of an election, and what became of them.
type Line struct {
	Candidate ident.ID
	Outcome   schema.CandidateOutcome
	// Place is the place among those who stand by, the lowest first; those with
	// the same number of votes share it.
	Place int
	// Status is ACCEPTED or DECLINED once the candidate has answered.
	Status schema.CandidateStatus
	// Barred is set if an objection to the candidate was upheld.
	Barred bool
	// Left is set if the candidate took a seat and does not hold it any more.
	Left bool
}

// Slate are all candidates of an election and of the votes that broke its ties.
// Who was tied stands here with what the later vote came to, or with TIED while
// there is none.
type Slate []Line

// TakesUp refuses who may not take a seat now: NOT_ELECTED, OBJECTION_UPHELD,
// and of those who stand by NO_SEAT_FREE, ALTERNATE_AHEAD, TIE_NOT_BROKEN, and
// ALTERNATES_EQUAL unless their order was decided. Whether the candidate has
// answered already is not asked.
func (s Slate) TakesUp(candidate ident.ID, decided bool) *fault.Fault {
	i := slices.IndexFunc(s, func(l Line) bool { return l.Candidate == candidate })
	switch {
	case i < 0:
		return fault.New(fault.NotElected, "outcome", schema.CandidateOutcomeNotElected)
	case s[i].Barred:
		return fault.New(fault.ObjectionUpheld)
	case s[i].Outcome == schema.CandidateOutcomeElected:
		return nil
	case s[i].Outcome == schema.CandidateOutcomeAlternate:
		return s.movesUp(s[i], decided)
	default:
		return fault.New(fault.NotElected, "outcome", s[i].Outcome)
	}
}

// movesUp refuses an alternate for whom no seat is free.
func (s Slate) movesUp(l Line, decided bool) *fault.Fault {
	free := s.Free()
	ahead, equal := 0, 0
	for _, other := range s {
		switch {
		case other.Outcome == schema.CandidateOutcomeTied && !other.Barred && free > 0:
			return fault.New(fault.TieNotBroken)
		case !other.waits():
		case other.Place < l.Place:
			ahead++
		case other.Place == l.Place:
			equal++
		}
	}
	switch {
	case free <= 0:
		return fault.New(fault.NoSeatFree)
	case ahead >= free:
		return fault.New(fault.AlternateAhead, "count", ahead, "free", free)
	case ahead+equal > free && !decided:
		return fault.New(fault.AlternatesEqual, "count", equal)
	default:
		return nil
	}
}

// Free is how many seats alternates may move up to: those that were declined or
// left, less those that alternates have taken.
func (s Slate) Free() int {
	free := 0
	for _, l := range s {
		switch l.Outcome {
		case schema.CandidateOutcomeElected:
			if l.Left || l.Barred || l.Status == schema.CandidateStatusDeclined {
				free++
			}
		case schema.CandidateOutcomeAlternate:
			if l.Status == schema.CandidateStatusAccepted && !l.Left {
				free--
			}
		}
	}
	return free
}

// waits reports whether the candidate stands by.
func (l Line) waits() bool {
	answered := l.Status == schema.CandidateStatusAccepted || l.Status == schema.CandidateStatusDeclined
	return l.Outcome == schema.CandidateOutcomeAlternate && !answered && !l.Barred
}

// Broken is the slate with what a later vote came to in place of the tie that it
// broke. Those who lost it come before all others who stand by.
func (s Slate) Broken(later Slate) Slate {
	ahead := 0
	for _, l := range later {
		ahead = max(ahead, l.Place)
	}
	all := slices.Clone(later)
	for _, l := range s {
		if l.Outcome == schema.CandidateOutcomeAlternate {
			l.Place += ahead
		}
		if l.Outcome != schema.CandidateOutcomeTied {
			all = append(all, l)
		}
	}
	return all
}

// Declines refuses, with NOT_ELECTED, somebody who has nothing to decline.
func (s Slate) Declines(candidate ident.ID) *fault.Fault {
	outcome := schema.CandidateOutcomeNotElected
	for _, l := range s {
		if l.Candidate == candidate {
			outcome = l.Outcome
		}
	}
	if outcome == schema.CandidateOutcomeElected || outcome == schema.CandidateOutcomeAlternate {
		return nil
	}
	return fault.New(fault.NotElected, "outcome", outcome)
}
