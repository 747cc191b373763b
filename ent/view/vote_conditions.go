package view

import (
	"slices"

	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// VoteCondition is what the rule of a vote asks for beside the count.
type VoteCondition struct {
	Code      string
	Title     fault.Words
	Source    *string
	Fulfilled bool
	// Required: nothing is adopted without it; otherwise the verdict is flagged.
	Required bool
}

// VoteConditions are those of the rule that is pinned on a vote, in its order.
func VoteConditions(v *db.Vote) ([]*VoteCondition, error) {
	pinned, err := rule.Parse(v.Rule)
	all := make([]*VoteCondition, len(pinned.Conditions))
	for i, c := range pinned.Conditions {
		all[i] = &VoteCondition{
			Code: c.Code, Title: fault.Words(c.Title), Fulfilled: slices.Contains(v.Fulfilled, c.Code), Required: c.Lacking == rule.Blocks,
		}
		if c.Source != nil {
			source := cite(*c.Source)
			all[i].Source = &source
		}
	}
	return all, err
}
