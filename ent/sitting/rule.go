package sitting

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// Agreed is the rule of that code on which a linkage agrees, if it holds on the
// day and is one of those that are wanted. If there is none it reports false and
// lists the codes of those that there are.
func Agreed(chain rule.Chain, code string, on day.Date, wanted func(rule.Rule) bool) (rule.Rule, []string, bool) {
	fits := func(r rule.Rule) bool {
		return (day.Span{From: r.ValidFrom, To: r.ValidTo}).Contains(on) && wanted(r)
	}
	if named, ok := chain.Named(code, schema.OrganizationKindCoGovernanceCommittee, ""); ok && fits(named.Rule) {
		return named.Rule, nil, true
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
