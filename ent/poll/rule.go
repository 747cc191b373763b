package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Prescribed is the rule that decides the matter in the meeting if nobody
// chooses another one: the one that the linkage agreed on, or what the rules in
// force on the day say about the organization and the matter. It reports false
// if nothing is said.
func Prescribed(ctx context.Context, c *db.Client, m *db.Meeting, matter string, on day.Date) (rule.Rule, bool, error) {
	law, err := sitting.LawOf(ctx, c, m, on)
	if err != nil {
		return rule.Rule{}, false, err
	}
	r, ok := law.Prescribed(matter)
	return r, ok, nil
}

// Chosen is the rule of that code among those in force for the meeting on the
// day. It reports false if there is none, and lists the codes that there are.
func Chosen(ctx context.Context, c *db.Client, m *db.Meeting, code string, on day.Date) (rule.Rule, []string, bool, error) {
	law, err := sitting.LawOf(ctx, c, m, on)
	if err != nil {
		return rule.Rule{}, nil, false, err
	}
	r, known, ok := sitting.Chosen(law.Chain, code, on, func(rule.Rule) bool { return true })
	return r, known, ok, nil
}

// Fits tells whether a meeting can vote under the rule. A roll tells heads and
// seats or, for a linkage, parties; it knows nothing of areas, households or
// groups of voters. It refuses with RULE_DOES_NOT_FIT.
func Fits(r rule.Rule, joint bool) *fault.Fault {
	if joint != (r.Parties != nil) {
		return misfit(r, "联席会议须以方计数，其他会议不以方计数",
			"a joint meeting counts parties, and no other meeting does")
	}
	counted := []schema.Measure{schema.MeasureHeads, schema.MeasureSeats}
	if joint {
		counted = []schema.Measure{schema.MeasureParties}
		if r.Parties.Position == rule.MembersMajority {
			counted = append(counted, schema.MeasureHeads)
		}
	}
	for _, leaf := range r.Leaves() {
		said, _ := schema.Term(leaf.Measure())
		switch {
		case !slices.Contains(counted, leaf.Measure()):
			return misfit(r, "名册上没有「"+said+"」一项", "its roll does not tell "+string(leaf.Measure()))
		case leaf.Share != nil && leaf.Share.Among != nil, leaf.Number != nil && leaf.Number.Among != nil:
			return misfit(r, "名册不区分成员的类别", "its roll does not tell groups of members apart")
		}
	}
	return nil
}

func misfit(r rule.Rule, zh, en string) *fault.Fault {
	return fault.New(fault.RuleDoesNotFit, "code", r.Code, "why", fault.Words{Chinese: zh, English: en})
}
