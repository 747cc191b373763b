package tally

import (
	"slices"

	"sifang/schema/rule"
)

// lacking are the conditions of the rule that are not fulfilled.
func (f *facts) lacking() []rule.Condition { return f.rule.Lacking(f.count.Fulfilled) }

// blocked reports whether a condition is lacking without which nothing is
// adopted, however many are in favour.
func (f *facts) blocked() bool { return f.lacks(rule.Blocks) }

func (f *facts) lacks(what rule.Lacking) bool {
	return slices.ContainsFunc(f.lacking(), func(c rule.Condition) bool { return c.Lacking == what })
}

func codes(conditions []rule.Condition) []string {
	var all []string
	for _, condition := range conditions {
		all = append(all, condition.Code)
	}
	return all
}
