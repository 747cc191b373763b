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

// Chosen is the rule of that code which is in force on the day, with what
// bylaws lay over it for the matter. It reports false if there is none, and
// lists the codes that there are.
func Chosen(ctx context.Context, c *db.Client, m *db.Meeting, code, matter string, on day.Date) (rule.Rule, []string, bool, error) {
	law, err := sitting.LawOf(ctx, c, m, on)
	if err != nil {
		return rule.Rule{}, nil, false, err
	}
	r, ok := law.Named(code, matter)
	if ok && (day.Span{From: r.ValidFrom, To: r.ValidTo}).Contains(on) {
		return r, nil, true, nil
	}
	known := rule.Codes()
	for _, set := range law.Chain {
		for _, choice := range set.Voting {
			if choice.Rule != nil {
				known = append(known, choice.Rule.Code)
			}
		}
	}
	slices.Sort(known)
	return rule.Rule{}, slices.Compact(known), false, nil
}

// Fits tells whether the meeting can vote under the rule: whether its roll will
// tell what the rule measures. It refuses with RULE_DOES_NOT_FIT.
func Fits(ctx context.Context, c *db.Client, r rule.Rule, m *db.Meeting) (*fault.Fault, error) {
	joint := m.LinkageID != nil
	if joint != (r.Parties != nil) {
		return misfit(r, "联席会议须以方计数，其他会议不以方计数",
			"a joint meeting counts parties, and no other meeting does"), nil
	}
	var groups []string
	if slices.ContainsFunc(r.Leaves(), func(leaf rule.Clause) bool { return leaf.Among() != nil }) {
		var err error
		if groups, err = groupsOf(ctx, c, m); err != nil {
			return nil, err
		}
	}
	counted := measures(r, m)
	for _, leaf := range r.Leaves() {
		said, _ := schema.Term(leaf.Measure())
		switch {
		case !slices.Contains(counted, leaf.Measure()):
			return misfit(r, "名册上没有「"+said+"」一项", "its roll does not tell "+string(leaf.Measure())), nil
		case leaf.Among() != nil && !slices.Contains(groups, leaf.Among().Code):
			return misfit(r, "名册不区分成员的类别", "its roll does not tell groups of members apart"), nil
		}
	}
	return nil, nil
}

// groupsOf are the groups of members that the roll of a meeting tells apart: in
// an interim committee, who sits there for the owners.
func groupsOf(ctx context.Context, c *db.Client, m *db.Meeting) ([]string, error) {
	if m.LinkageID != nil || m.Kind != schema.MeetingKindCommittee {
		return nil, nil
	}
	body, err := c.Organization.Get(ctx, m.OrganizationID)
	if err != nil || body.Kind != schema.OrganizationKindInterimPropertyCommittee {
		return nil, err
	}
	return []string{rule.GroupOwner}, nil
}

// measures are what the roll of a meeting tells: of owners heads and area, of
// residents heads and households, of the members of a body heads and seats.
func measures(r rule.Rule, m *db.Meeting) []schema.Measure {
	switch {
	case m.LinkageID != nil && r.Parties.Position == rule.MembersMajority:
		return []schema.Measure{schema.MeasureParties, schema.MeasureHeads}
	case m.LinkageID != nil:
		return []schema.Measure{schema.MeasureParties}
	case m.Kind == schema.MeetingKindAssembly:
		return []schema.Measure{schema.MeasureHeads, schema.MeasureArea}
	case m.Kind == schema.MeetingKindResidents:
		return []schema.Measure{schema.MeasureHeads, schema.MeasureHouseholds}
	default:
		return []schema.Measure{schema.MeasureHeads, schema.MeasureSeats}
	}
}

func misfit(r rule.Rule, zh, en string) *fault.Fault {
	return fault.New(fault.RuleDoesNotFit, "code", r.Code, "why", fault.Words{Chinese: zh, English: en})
}
