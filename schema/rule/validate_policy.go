package rule

import (
	"cmp"

	"sifang/schema"
	"sifang/schema/fault"
)

const (
	maxWindowDays = 3650
	maxPrincipals = maxDen
	maxSeats      = maxDen
)

// policies checks what a rule and an override have in common.
func (c *checker) policies(p Policies, path []any) {
	if p.Proxies != nil {
		c.proxies(*p.Proxies, step(path, "proxies"))
	}
	if p.Window != nil {
		c.window(*p.Window, step(path, "window"))
	}
}

func (c *checker) proxies(p Proxies, path []any) {
	c.within(p.MostPrincipals, maxPrincipals, step(path, "mostPrincipals"))
	twice(c, p.Barred, step(path, "barred"))
}

func (c *checker) window(w Window, path []any) {
	c.within(w.LeastDays, maxWindowDays, step(path, "leastDays"))
	c.within(w.MostDays, maxWindowDays, step(path, "mostDays"))
	c.within(w.Extensions, maxWindowDays, step(path, "extensions"))
	c.within(w.PreliminaryDays, maxWindowDays, step(path, "preliminaryDays"))
	if w.MostDays > 0 && w.LeastDays > w.MostDays {
		c.refuse(step(path, "mostDays"), fault.New(fault.RuleWindow, "least", w.LeastDays, "most", w.MostDays))
	}
}

// extensible refuses extensions without a bound to all of them together. An
// override may leave that bound to another set.
func (c *checker) extensible(w *Window, path []any) {
	if w != nil && w.Extensions > 0 && w.MostDays == 0 {
		c.refuse(step(path, "mostDays"), fault.New(fault.RuleWindowUnbounded))
	}
}

// deemed refuses to count silence in a rule that it does not suit.
func (c *checker) deemed(r Rule, path []any) {
	if r.Deemed == nil {
		return
	}
	if what := r.unservable(); what != "" {
		c.refuse(path, fault.New(fault.RuleDeemedMisfit, "what", what))
	}
}

// unservable is what about the rule shows that silence cannot be counted under
// it: members of a committee, parties and people in a room are not served with
// ballots, and silence marks no candidate. It is empty if nothing does.
func (r Rule) unservable() string {
	if r.Election != nil {
		return "ELECTION"
	}
	for _, leaf := range r.Leaves() {
		switch {
		case leaf.Measure() == schema.MeasureParties, leaf.Measure() == schema.MeasureSeats:
			return string(leaf.Measure())
		case leaf.Count() == Present, leaf.Base() == schema.BasePresent:
			return string(Present)
		}
	}
	return ""
}

// tie refuses a policy that nobody could apply.
func (c *checker) tie(r Rule, path []any) {
	if misfit := r.tieMisfit(r.Tie); misfit != nil {
		c.refuse(path, misfit)
	}
}

func (r Rule) tieMisfit(tie TiePolicy) *fault.Fault {
	switch {
	case tie == "":
		return nil
	case r.Election != nil:
		return fault.New(fault.RuleElectionTie, "tie", string(tie))
	case tie == CastingVote && r.CountsParties():
		return fault.New(fault.RuleCastingVote)
	default:
		return nil
	}
}

func (c *checker) conditions(conditions []Condition, path []any) {
	codes := make([]string, len(conditions))
	for i, condition := range conditions {
		at := step(path, i)
		codes[i] = condition.Code
		c.code(condition.Code, step(at, "code"))
		if condition.Source != nil {
			c.source(*condition.Source, step(at, "source"))
		}
	}
	twice(c, codes, path)
}

// within refuses a number below zero or above the most.
func (c *checker) within(n, most int, path []any) {
	if n < 0 || n > most {
		c.refuse(path, fault.New(fault.OutOfRange, "least", 0, "most", most))
	}
}

// twice refuses what a list names a second time.
func twice[T cmp.Ordered](c *checker, list []T, path []any) {
	seen := map[T]bool{}
	for i, one := range list {
		if seen[one] {
			c.refuse(step(path, i), fault.New(fault.RuleListedTwice, "value", one))
		}
		seen[one] = true
	}
}
