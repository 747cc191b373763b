package tally

import (
	"sifang/schema"
	"sifang/schema/rule"
)

// electionOutcomes is what a vote comes to that is an election.
var electionOutcomes = map[schema.ElectionOutcome]schema.VerdictOutcome{
	schema.ElectionOutcomeEstablished:              schema.VerdictOutcomeAdopted,
	schema.ElectionOutcomeEstablishedWithVacancies: schema.VerdictOutcomeAdopted,
	schema.ElectionOutcomeNotEstablished:           schema.VerdictOutcomeRejected,
	schema.ElectionOutcomeTieBreakRequired:         schema.VerdictOutcomeTied,
	schema.ElectionOutcomeNotQuorate:               schema.VerdictOutcomeNotQuorate,
}

// elect fills the seats from the ranking. Those who are equal at the last seat
// are tied for it: no order of names decides between them.
func (c *contest) elect() schema.ElectionOutcome {
	fill := c.count.Fill
	elected := c.ranked[:min(fill, len(c.ranked))]
	var tied []int
	if len(c.ranked) > fill && c.equal(c.ranked[fill-1], c.ranked[fill]) {
		tied = c.group(fill - 1)
		elected = c.ranked[:c.choices[tied[0]].Rank-1]
	}
	outcome := c.established(len(elected), len(tied) > 0)
	switch outcome {
	case schema.ElectionOutcomeNotEstablished: // nobody sits in a body that does not exist
		return outcome
	case schema.ElectionOutcomeTieBreakRequired:
		c.mark(tied, schema.CandidateOutcomeTied)
	}
	c.mark(elected, schema.CandidateOutcomeElected)
	if len(tied) == 0 || outcome == schema.ElectionOutcomeTieBreakRequired {
		c.mark(c.alternates(len(elected), len(tied)), schema.CandidateOutcomeAlternate)
	}
	return outcome
}

func (c *contest) established(elected int, tied bool) schema.ElectionOutcome {
	e, fill := c.rule.Election, c.count.Fill
	switch {
	case c.blocked():
		return schema.ElectionOutcomeNotEstablished
	case tied && c.count.TieBreak && e.SecondTie == rule.LeaveVacant:
		return schema.ElectionOutcomeEstablishedWithVacancies
	case tied:
		return schema.ElectionOutcomeTieBreakRequired
	case elected == fill:
		return schema.ElectionOutcomeEstablished
	case elected >= max(1, e.LeastSeats) && reaches(e.LeastShare, elected, fill):
		return schema.ElectionOutcomeEstablishedWithVacancies
	default:
		return schema.ElectionOutcomeNotEstablished
	}
}

// reaches compares by cross-multiplication; without a share, anything does.
func reaches(share *rule.Portion, got, whole int) bool {
	if share == nil {
		return true
	}
	a, b := int64(got)*share.Fraction.Den, int64(whole)*share.Fraction.Num
	return a > b || a == b && share.Compare == rule.AtLeast
}

// alternates are those who stand by behind the elected and the tied, as many as
// there are places. Places are kept for those who will lose the tie. Equals for
// whom the places do not suffice stay out, and nobody passes them.
func (c *contest) alternates(elected, tied int) []int {
	rules := c.rule.Election.Alternates
	if rules == nil {
		return nil
	}
	places := c.count.StandBy
	if rules.MostPerSeat > 0 {
		places = min(places, rules.MostPerSeat*c.count.Fill)
	}
	if tied > 0 {
		places -= elected + tied - c.count.Fill
	}
	next := append([]int(nil), c.ranked[elected+tied:]...)
	qualified := len(next)
	if !rules.MustQualify {
		next = append(next, c.unqualified()...)
	}
	n := 0
	for n < len(next) {
		to := n + 1
		for to < len(next) && c.equal(next[n], next[to]) && (to < qualified) == (n < qualified) {
			to++
		}
		if to > places {
			break
		}
		n = to
	}
	return next[:n]
}
