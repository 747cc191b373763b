package rule

import (
	"sifang/schema"
	"sifang/schema/fault"
)

// election checks the section about elections, and that the clauses around it
// can be asked of a candidate, whom people mark or do not mark.
func (c *checker) election(r Rule, path []any) {
	if r.Election == nil {
		return
	}
	c.ranking(r.Election.Ranking, step(step(path, "election"), "ranking"))
	c.established(*r.Election, step(path, "election"))
	if r.CountsParties() || r.Parties != nil {
		c.refuse(step(path, "election"), fault.New(fault.RuleElectionParties))
	}
	for _, leaf := range r.Approval.Leaves() {
		switch {
		case leaf.Limit != nil:
			c.refuse(step(path, "approval"), fault.New(fault.RuleElectionAgainst, "what", string(leaf.Count())))
		case leaf.Base() == schema.BaseCastForOrAgainst:
			c.refuse(step(path, "approval"), fault.New(fault.RuleElectionAgainst, "what", string(leaf.Base())))
		}
	}
}

func (c *checker) ranking(measures []schema.Measure, path []any) {
	if len(measures) == 0 {
		c.refuse(path, fault.New(fault.RuleRankingEmpty))
	}
	for i, measure := range measures {
		if measure == schema.MeasureParties {
			c.refuse(step(path, i), fault.New(fault.RuleRankingMeasure, "measure", string(measure)))
		}
	}
	twice(c, measures, path)
}

func (c *checker) established(e Election, path []any) {
	c.within(e.LeastSeats, maxSeats, step(path, "leastSeats"))
	if e.LeastShare != nil {
		c.part(e.LeastShare.Compare, e.LeastShare.Fraction, step(path, "leastShare"))
	}
	if e.Alternates != nil {
		c.within(e.Alternates.MostPerSeat, maxSeats, step(step(path, "alternates"), "mostPerSeat"))
	}
}
