package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// numbers answer what the clauses of a rule ask about sifted facts.
type numbers struct {
	*facts
	// quorum looks with the eyes of a quorum: its base holds everybody, also
	// those who stepped aside and the parties that stayed away.
	quorum bool
	guess  guess
}

// Got is how much is in favour, present or takes part.
func (n numbers) Got(count rule.Counted, measure schema.Measure, group string) int64 {
	if measure == schema.MeasureParties {
		return n.partiesWith(group, func(s side) bool {
			switch count {
			case rule.For:
				return s.inFavour(n.guess)
			case rule.Present:
				return s.here || s.aside && n.rule.Recused.CountAsPresent
			default:
				return s.Ballots.total() > 0
			}
		})
	}
	return n.linesWith(measure, group, func(l line) bool {
		switch count {
		case rule.For:
			return l.choice == schema.BallotChoiceFor
		case rule.Present:
			return l.here || l.aside && l.recused && n.rule.Recused.CountAsPresent
		default:
			return l.cast
		}
	})
}

// Whole is the base, and whether another voice in favour would enlarge it.
func (n numbers) Whole(base schema.Base, measure schema.Measure, group string) (int64, bool) {
	grows := base == schema.BaseParticipating || base == schema.BaseValid ||
		base == schema.BaseCastForOrAgainst || base == schema.BasePresent && n.count.Written
	if measure == schema.MeasureParties {
		leaves := n.absentLeave() && base == schema.BaseAllSeats
		return n.wholeParties(base, group), grows || leaves && n.count.Written
	}
	switch base {
	case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
		return n.count.Size(base) - n.linesWith(measure, group, n.leftOut), grows
	case schema.BaseOnRoll:
		return n.linesWith(measure, group, func(l line) bool { return !n.leftOut(l) }), grows
	case schema.BasePresent:
		return n.linesWith(measure, group, func(l line) bool {
			return l.here || l.aside && l.recused && n.rule.Recused.InBase
		}), grows
	case schema.BaseCastForOrAgainst:
		return n.linesWith(measure, group, func(l line) bool {
			return l.choice == schema.BallotChoiceFor || l.choice == schema.BallotChoiceAgainst
		}), grows
	default:
		return n.linesWith(measure, group, func(l line) bool { return l.cast }), grows
	}
}

func (n numbers) wholeParties(base schema.Base, group string) int64 {
	recusedIn := n.quorum || n.rule.Recused.InBase
	return n.partiesWith(group, func(s side) bool {
		switch base {
		case schema.BasePresent:
			return s.here || s.aside && recusedIn || s.tookPart(n.guess)
		case schema.BaseParticipating:
			return s.tookPart(n.guess)
		case schema.BaseCastForOrAgainst:
			return s.inFavour(n.guess) || s.against(n.guess)
		default:
			return (recusedIn || s.Position != schema.PartyPositionRecused) &&
				!(n.absentLeave() && s.Position == schema.PartyPositionAbsent)
		}
	})
}

// leftOut reports whether an entry leaves the base because it stepped aside.
func (n numbers) leftOut(l line) bool {
	return l.recused && !n.rule.Recused.InBase && !n.quorum
}

func (n numbers) absentLeave() bool {
	return !n.quorum && n.rule.Parties != nil && n.rule.Parties.Absent == schema.AbsentPartyPolicyLeavesBase
}

// against is how much was cast against.
func (n numbers) against(measure schema.Measure, group string) int64 {
	if measure == schema.MeasureParties {
		return n.partiesWith(group, func(s side) bool { return s.against(n.guess) })
	}
	return n.linesWith(measure, group, func(l line) bool { return l.choice == schema.BallotChoiceAgainst })
}

func (n numbers) linesWith(measure schema.Measure, group string, is func(line) bool) int64 {
	var sum int64
	for _, l := range n.lines {
		if (group == "" || slices.Contains(l.Groups, group)) && is(l) {
			sum += l.Weights.Of(measure)
		}
	}
	return sum
}

func (n numbers) partiesWith(group string, is func(side) bool) int64 {
	var sum int64
	for _, s := range n.parties {
		if s.in(group) && is(s) {
			sum++
		}
	}
	return sum
}

// persons is how many different people are there who may vote.
func (f *facts) persons() int64 {
	there := map[string]bool{}
	for _, l := range f.lines {
		for _, person := range l.there {
			there[person] = true
		}
	}
	return int64(len(there))
}
