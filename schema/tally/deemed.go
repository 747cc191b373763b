package tally

import (
	"sifang/schema"
	"sifang/schema/rule"
)

// deems reports whether the silence of those who were served means anything. A
// count by hand does not tell who was silent, and nobody is taken to have
// chosen between options.
func (f *facts) deems() bool {
	return f.rule.Deemed != nil && f.motion() && len(f.count.Sheets) == 0
}

// direction is what silence is counted as: what most of those who voted chose,
// if that is the same in everything that the approval measures, and otherwise
// an abstention. Which is larger is never decided by an order or an identifier.
func (f *facts) direction() schema.BallotChoice {
	if f.rule.Deemed.Direction != rule.FollowMajority {
		return schema.BallotChoiceAbstain
	}
	n := &numbers{facts: f, option: overall}
	var majority schema.BallotChoice
	for _, measure := range f.measures() {
		inFavour, against := n.Got(rule.For, measure, ""), n.Got(rule.Against, measure, "")
		choice := schema.BallotChoiceFor
		switch {
		case inFavour == against:
			return schema.BallotChoiceAbstain
		case inFavour < against:
			choice = schema.BallotChoiceAgainst
		}
		if majority != "" && majority != choice {
			return schema.BallotChoiceAbstain
		}
		majority = choice
	}
	return majority
}

// silence is what became of those who did not vote, nil under a rule to which
// they are nothing.
func (f *facts) silence() *Silence {
	if !f.deems() {
		return nil
	}
	s := &Silence{
		Served:   f.total(func(one fate) bool { return one.silent() && one.served }),
		Unserved: f.total(func(one fate) bool { return one.silent() && !one.served }),
	}
	if s.Served.Entries > 0 {
		s.CountedAs = f.direction()
	}
	return s
}
