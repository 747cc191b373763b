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
	// Who stepped aside and comes late may help the quorum and weigh on the base.
	for _, recusedCome := range []bool{false, true} {
		best := f.assuming(schema.BallotChoiceFor, recusedCome)
		worst := f.assuming(schema.BallotChoiceAgainst, recusedCome)
		m.CanPass = m.CanPass || best == schema.VerdictOutcomeAdopted || best == schema.VerdictOutcomePendingConsent
		m.CanFail = m.CanFail || worst != schema.VerdictOutcomeAdopted
	}
	return m
}

// assuming is the outcome if everybody who may still vote chooses the same,
// where those may come late who still may, with or without the recused.
func (f *facts) assuming(choice schema.BallotChoice, recusedCome bool) schema.VerdictOutcome {
	c := f.count
	c.Roll = slices.Clone(c.Roll)
	voted := map[seatOf]bool{}
	c.Ballots = f.valid()
	for _, ballot := range c.Ballots {
		voted[seatOf{ballot.Entry, ballot.Person}] = true
	}
	for i, entry := range c.Roll {
		c.Roll[i].Voters = f.admitLate(entry.Voters, recusedCome)
		if f.lines[i].cast && !f.byMajority(entry) {
			continue
		}
		for _, voter := range c.Roll[i].Voters {
			if voter.Recused || !f.admitted(voter) || voted[seatOf{entry.ID, voter.Person}] {
				continue
			}
			c.Ballots = append(c.Ballots, Ballot{entry.ID, voter.Person, choice})
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

func (f *facts) admitLate(voters []Voter, recusedToo bool) []Voter {
	if f.count.Written || !f.rule.LateArrivalsVote {
		return voters
	}
	came := slices.Clone(voters)
	for i, voter := range came {
		if voter.Arrival == Absent && (recusedToo || !voter.Recused) {
			came[i].Arrival = Late
		}
	}
	return came
}
