package sitting

import (
	"slices"

	"sifang/schema/day"
	"sifang/schema/rule"
)

// Named is the rule of that code, as the most specific set in force has it, or
// as it comes with the service.
func Named(chain rule.Chain, code string) (rule.Rule, bool) {
	for i := len(chain) - 1; i >= 0; i-- {
		for _, choice := range chain[i].Voting {
			if choice.Rule != nil && choice.Rule.Code == code {
				return *choice.Rule, true
			}
		}
	}
	return rule.Preset(code)
}

// Chosen is the rule of that code, if it holds on the day and is one of those
// that are wanted. If there is none it reports false and lists the codes of
// those that there are.
func Chosen(chain rule.Chain, code string, on day.Date, wanted func(rule.Rule) bool) (rule.Rule, []string, bool) {
	fits := func(r rule.Rule) bool {
		return (day.Span{From: r.ValidFrom, To: r.ValidTo}).Contains(on) && wanted(r)
	}
	if r, ok := Named(chain, code); ok && fits(r) {
		return r, nil, true
	}
	all := rule.Presets()
	for _, set := range chain {
		for _, choice := range set.Voting {
			if choice.Rule != nil {
				all = append(all, *choice.Rule)
			}
		}
	}
	var codes []string
	for _, r := range all {
		if fits(r) {
			codes = append(codes, r.Code)
		}
	}
	slices.Sort(codes)
	return rule.Rule{}, slices.Compact(codes), false
}
