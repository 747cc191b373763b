package tally

import (
	"slices"

	"sifang/schema"
)

// margins tries the two ends of what may still happen. Because another voice
// in favour never harms a motion, everybody in favour is its best case; its
// worst is either that everybody votes against, which weighs on the approval,
// or that nobody votes at all, which weighs on the quorum.
func (f *facts) margins(now schema.VerdictOutcome) Margins {
	adopted := now == schema.VerdictOutcomeAdopted
	m := Margins{CanPass: adopted || now == schema.VerdictOutcomePendingConsent, CanFail: !adopted}
	if !f.count.Open || now == schema.VerdictOutcomeVoid {
		return m
	}
	if !m.CanPass {
		best := f.assuming(schema.BallotChoiceFor)
		m.CanPass = best == schema.VerdictOutcomeAdopted || best == schema.VerdictOutcomePendingConsent
	}
	if !m.CanFail {
		m.CanFail = f.assuming(schema.BallotChoiceAgainst) != schema.VerdictOutcomeAdopted
	}
	return m
}

// assuming is the outcome if everybody who may still vote chooses the same.
func (f *facts) assuming(choice schema.BallotChoice) schema.VerdictOutcome {
	c := f.count
	c.Roll = slices.Clone(c.Roll)
	voted := map[seatOf]bool{}
	c.Ballots = f.valid()
	for _, ballot := range c.Ballots {
		voted[seatOf{ballot.Entry, ballot.Person}] = true
	}
	for i, entry := range c.Roll {
		each := f.byMajority(entry)
		if f.lines[i].cast && !each {
			continue
		}
		c.Roll[i].Voters = f.admitLate(entry.Voters)
		for _, voter := range c.Roll[i].Voters {
			if voter.Recused || !f.admitted(voter) || voted[seatOf{entry.ID, voter.Person}] {
				continue
			}
			c.Ballots = append(c.Ballots, Ballot{entry.ID, voter.Person, choice})
			if !each {
				break
			}
		}
	}
	later := gather(f.rule, c)
	return later.judge().Outcome
}

// valid are the ballots that were not set aside.
func (f *facts) valid() []Ballot {
	aside := map[Ballot]bool{}
	for _, one := range f.aside {
		aside[one.Ballot] = true
	}
	return slices.DeleteFunc(slices.Clone(f.count.Ballots), func(b Ballot) bool { return aside[b] })
}

// admitLate lets everybody come who still may.
func (f *facts) admitLate(voters []Voter) []Voter {
	if f.count.Written || !f.rule.LateArrivalsVote {
		return voters
	}
	came := slices.Clone(voters)
	for i, voter := range came {
		if voter.Arrival == Absent {
			came[i].Arrival = Late
		}
	}
	return came
}
