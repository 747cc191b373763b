package tally

import (
	"sifang/schema"
	"sifang/schema/rule"
)

// reading is one way to read the facts.
type reading struct {
	// deemedAs is what those are counted as who were served and silent; empty
	// counts them as nothing.
	deemedAs schema.BallotChoice
	// spoilt papers take part.
	spoilt bool
}

// overall stands for no option in particular.
const overall = -1

// numbers answer what the clauses of a rule ask about facts.
type numbers struct {
	*facts
	reading
	// option is the one for which voices in favour are counted, or overall.
	option int
	// quorum looks with the eyes of a quorum: its base holds everybody, also
	// those who stepped aside and the parties that stayed away.
	quorum bool
	guess  guess
	// casting adds the voice with which the chair breaks a tie.
	casting int64
}

// Got is how much is in favour, against, present or takes part.
func (n *numbers) Got(count rule.Counted, measure schema.Measure, group string) int64 {
	if measure == schema.MeasureParties {
		return n.gotParties(count, group)
	}
	switch count {
	case rule.For:
		if n.option != overall {
			return n.marks(measure, group)
		}
		return n.weigh(measure, group, n.inFavour) + n.extra(group)
	case rule.Against:
		return n.weigh(measure, group, n.against)
	case rule.Present:
		return n.weigh(measure, group, n.present)
	default:
		return n.weigh(measure, group, n.takesPart)
	}
}

func (n *numbers) gotParties(count rule.Counted, group string) int64 {
	parties := n.parties
	if count == rule.For && n.option != overall {
		parties = n.partiesOn(n.option)
	}
	sum := n.partiesWith(parties, group, func(s side) bool {
		switch count {
		case rule.For:
			return s.inFavour(n.guess)
		case rule.Against:
			return s.against(n.guess)
		case rule.Present:
			return s.here || s.aside && n.rule.Recused.CountAsPresent
		default:
			return s.Ballots.total() > 0
		}
	})
	if count == rule.For {
		sum += n.extra(group)
	}
	return sum
}

// Whole is the base, and whether another voice in favour would enlarge it.
func (n *numbers) Whole(base schema.Base, measure schema.Measure, group string) (int64, bool) {
	grows := base == schema.BaseParticipating || base == schema.BaseValid || base == schema.BasePapersCast ||
		base == schema.BaseCastForOrAgainst || base == schema.BasePresent && n.count.Written
	var whole int64
	if measure == schema.MeasureParties {
		grows = grows || n.absentLeave() && base == schema.BaseAllSeats && n.count.Written
		whole = n.wholeParties(base, group)
	} else {
		whole = n.whole(base, measure, group)
	}
	if grows {
		whole += n.extra(group)
	}
	return whole, grows
}

// extra is the voice with which the chair breaks a tie. It is a voice among all,
// and stands for no group.
func (n *numbers) extra(group string) int64 {
	if group != "" {
		return 0
	}
	return n.casting
}

func (n *numbers) whole(base schema.Base, measure schema.Measure, group string) int64 {
	switch base {
	case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
		return n.count.Size(base) - n.weigh(measure, group, n.leftOut)
	case schema.BaseOnRoll:
		return n.weigh(measure, group, func(f fate) bool { return !f.byHand && !n.leftOut(f) })
	case schema.BasePresent:
		return n.weigh(measure, group, n.inTheRoom)
	case schema.BaseCastForOrAgainst:
		return n.weigh(measure, group, func(f fate) bool { return n.inFavour(f) || n.against(f) })
	case schema.BaseValid:
		return n.weigh(measure, group, func(f fate) bool { return f.cast || n.deemed(f) })
	case schema.BasePapersCast:
		return n.weigh(measure, group, func(f fate) bool { return f.paper || n.deemed(f) })
	default:
		return n.weigh(measure, group, n.takesPart)
	}
}

// deemed reports whether the silence of an entry counts. Whoever is counted in
// favour or against is then counted in every base of those who voted.
func (n *numbers) deemed(f fate) bool {
	return n.deemedAs != "" && f.served && f.silent() && (!n.quorum || n.rule.Deemed.CountsTowardQuorum)
}

func (n *numbers) inFavour(f fate) bool { return n.votes(f) == schema.BallotChoiceFor }

func (n *numbers) against(f fate) bool { return n.votes(f) == schema.BallotChoiceAgainst }

func (n *numbers) votes(f fate) schema.BallotChoice {
	if n.deemed(f) {
		return n.deemedAs
	}
	return f.choice
}

func (n *numbers) takesPart(f fate) bool { return f.cast || f.invalid && n.spoilt || n.deemed(f) }

// present reports whether an entry helps to make a quorum of those present. In
// a vote without a sitting, to take part is to be present.
func (n *numbers) present(f fate) bool {
	return f.here || n.count.Written && n.takesPart(f) || f.aside && f.recused && n.rule.Recused.CountAsPresent
}

// inTheRoom reports whether an entry is in a base of those present.
func (n *numbers) inTheRoom(f fate) bool {
	return f.here || n.count.Written && n.takesPart(f) || n.deemed(f) || f.aside && f.recused && n.rule.Recused.InBase
}

// leftOut reports whether an entry leaves the base because it stepped aside.
func (n *numbers) leftOut(f fate) bool { return f.recused && !n.rule.Recused.InBase && !n.quorum }

// persons is how many different people are there who may vote.
func (f *facts) persons() int64 {
	if f.rule.DistinctPersonsMin == 0 {
		return 0 // nobody asks
	}
	there := map[string]bool{}
	for i := range f.lines {
		e := &f.count.Roll[i]
		switch {
		case f.lines[i].gone:
		case f.count.Written:
			for _, ballot := range f.lines[i].voices {
				there[f.count.Ballots[ballot].Person] = true
			}
		default:
			for _, v := range e.Voters {
				if f.arrived(v) && (!v.Recused || f.rule.Recused.CountAsPresent) {
					there[v.Person] = true
				}
			}
		}
	}
	return int64(len(there))
}
