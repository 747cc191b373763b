package poll

import (
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Lacking are the conditions of the rule of a vote that nobody confirmed so far,
// by their codes. It refuses with NOTHING_TO_CONFIRM if there are none.
func Lacking(v *db.Vote, r rule.Rule) ([]string, *fault.Fault) {
	var codes []string
	for _, c := range r.Lacking(v.Fulfilled) {
		codes = append(codes, c.Code)
	}
	if len(codes) == 0 {
		return nil, fault.New(fault.NothingToConfirm)
	}
	return codes, nil
}
