package rule

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Oversight says what some kinds of bodies may do about the decisions of others
// in their area.
type Oversight struct {
	By       []schema.OrganizationKind `json:"by" rule:"required"`
	Over     []schema.OrganizationKind `json:"over" rule:"required"`
	Measures []schema.OversightKind    `json:"measures" rule:"required"`
	// Resolved says that those who may do it do so by a resolution of their own.
	Resolved bool   `json:"resolved,omitempty"`
	Source   Source `json:"source" rule:"required"`
}

// Challenge says for how many years after they became known the decisions of
// some kinds of bodies may be challenged in court.
type Challenge struct {
	Over   []schema.OrganizationKind `json:"over" rule:"required"`
	Years  int                       `json:"years" rule:"required"`
	Source Source                    `json:"source" rule:"required"`
}

// maxChallengeYears bounds the time for a suit: beyond 20 years no court protects
// anything (Civil Code art. 188).
const maxChallengeYears = 20

// Oversight is on what grounds a body of one kind may take a measure about the
// decisions of a body of another; the most specific set that says so is named. It
// reports false if no set of the chain allows it.
func (c Chain) Oversight(by, over schema.OrganizationKind, measure schema.OversightKind) (Oversight, bool) {
	for _, set := range slices.Backward(c) {
		for _, o := range set.Oversight {
			if slices.Contains(o.By, by) && slices.Contains(o.Over, over) && slices.Contains(o.Measures, measure) {
				return o, true
			}
		}
	}
	return Oversight{}, false
}

// Measures are those that a body of one kind may take about the decisions of a
// body of another, in the order of the API.
func (c Chain) Measures(by, over schema.OrganizationKind) []schema.OversightKind {
	var all []schema.OversightKind
	for _, value := range schema.OversightKind("").Values() {
		if _, ok := c.Oversight(by, over, schema.OversightKind(value)); ok {
			all = append(all, schema.OversightKind(value))
		}
	}
	return all
}

// Challenge is until when decisions of a kind of body may be challenged in court,
// as the most specific set of the chain says. It reports false if none does: then
// there is no stated end.
func (c Chain) Challenge(over schema.OrganizationKind) (Challenge, bool) {
	for _, set := range slices.Backward(c) {
		for _, one := range set.Challenges {
			if slices.Contains(one.Over, over) {
				return one, true
			}
		}
	}
	return Challenge{}, false
}

// LastDay is the last day on which what became known on the day may still be
// challenged (Civil Code art. 202 and 203).
func (c Challenge) LastDay(known day.Date, rest day.Calendar) day.Date {
	return day.PeriodEnd(known, day.Period{Years: c.Years}, rest)
}

func (c *checker) oversight(all []Oversight) {
	for i, o := range all {
		at := []any{"oversight", i}
		for _, list := range []struct {
			name  string
			empty bool
		}{{"by", len(o.By) == 0}, {"over", len(o.Over) == 0}, {"measures", len(o.Measures) == 0}} {
			if list.empty {
				c.refuse(step(at, list.name), fault.New(fault.RuleFieldMissing, "field", list.name))
			}
		}
		c.source(o.Source, step(at, "source"))
	}
}

func (c *checker) challenges(all []Challenge) {
	for i, one := range all {
		at := []any{"challenges", i}
		if len(one.Over) == 0 {
			c.refuse(step(at, "over"), fault.New(fault.RuleFieldMissing, "field", "over"))
		}
		c.within(one.Years, maxChallengeYears, step(at, "years"))
		c.source(one.Source, step(at, "source"))
	}
}
