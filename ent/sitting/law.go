package sitting

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/linkage"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/organization"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// Law is what is in force for a meeting.
type Law struct {
	rule.Chain
	usual string                  // the code of the rule that its linkage agreed on
	body  schema.OrganizationKind // what meets; a linkage meets as a committee of its parties
}

// Laws tells, for each of some meetings, what is in force on the day: for the
// organization that meets or, at a joint meeting, in the area of the linkage
// and for its parties.
func Laws(ctx context.Context, c *db.Client, on day.Date, meetings ...*db.Meeting) ([]Law, error) {
	linkages, err := linkagesOf(ctx, c, meetings)
	if err != nil {
		return nil, err
	}
	var meeting []ident.ID // of organizations that meet on their own
	for _, m := range meetings {
		if m.LinkageID == nil {
			meeting = append(meeting, m.OrganizationID)
		}
	}
	kinds, err := kindsOf(ctx, c, meeting)
	if err != nil {
		return nil, err
	}
	laws := make([]Law, len(meetings))
	scopes := make([]rules.Scope, len(meetings))
	for i, m := range meetings {
		if m.LinkageID == nil {
			laws[i].body = kinds[m.OrganizationID]
			scopes[i].Organizations = []ident.ID{m.OrganizationID}
			continue
		}
		agreed := linkages[*m.LinkageID]
		laws[i].usual, laws[i].body = agreed.RuleCode, schema.OrganizationKindCoGovernanceCommittee
		scopes[i] = Joint(agreed.AreaID, agreeing(agreed)...)
	}
	chains, err := rules.Of(ctx, c, on, scopes...)
	for i, chain := range chains {
		laws[i].Chain = chain
	}
	return laws, err
}

// Joint is whom the rules of a linkage bind: everybody in its area, and its
// parties. What the bylaws of a party say goes before what those of the parties
// behind it say.
func Joint(area ident.ID, parties ...ident.ID) rules.Scope {
	parties = slices.Clone(parties)
	slices.Reverse(parties)
	return rules.Scope{Area: &area, Organizations: parties}
}

// agreeing are the organizations that are parties of a linkage, in their order.
// Past ones are among them: that a party left takes away no rule that it and
// the others agreed on.
func agreeing(l *db.Linkage) []ident.ID {
	all := make([]ident.ID, len(l.Edges.Parties))
	for i, p := range l.Edges.Parties {
		all[i] = p.OrganizationID
	}
	return all
}

func linkagesOf(ctx context.Context, c *db.Client, meetings []*db.Meeting) (map[ident.ID]*db.Linkage, error) {
	var ids []ident.ID
	for _, m := range meetings {
		if m.LinkageID != nil {
			ids = append(ids, *m.LinkageID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := c.Linkage.Query().Where(linkage.IDIn(ids...)).WithParties(func(q *db.LinkagePartyQuery) {
		q.Order(linkageparty.ByPosition(), linkageparty.ByID())
	}).All(ctx)
	found := make(map[ident.ID]*db.Linkage, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// kindsOf tells what the organizations are.
func kindsOf(ctx context.Context, c *db.Client, ids []ident.ID) (map[ident.ID]schema.OrganizationKind, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := c.Organization.Query().Where(organization.IDIn(ids...)).All(ctx)
	found := make(map[ident.ID]schema.OrganizationKind, len(rows))
	for _, row := range rows {
		found[row.ID] = row.Kind
	}
	return found, err
}

// Rule is the rule by which the meeting decides what no matter has a rule of
// its own for, and whose quorum it needs: the one that the linkage agreed on,
// or what the law says about the organization. It reports false if there is
// none.
func (l Law) Rule() (rule.Rule, bool) { return l.Prescribed("") }

// Prescribed is the rule that decides a matter in the meeting if nobody chooses
// another one. It reports false if nothing is said.
func (l Law) Prescribed(matter string) (rule.Rule, bool) {
	if l.usual != "" {
		return l.Named(l.usual, matter)
	}
	return l.Voting(l.body, matter)
}

// Named is the rule of that code, with what bylaws lay over it for the meeting
// and the matter. It reports false if there is none.
func (l Law) Named(code, matter string) (rule.Rule, bool) {
	choice, ok := l.Chain.Named(code, l.body, matter)
	return choice.Rule, ok
}

// Guards are the conditions of the meeting's own life that hold: whether it may
// take up what its notice did not name.
func (l Law) Guards() []stage.Guard {
	if r, ok := l.Rule(); !ok || r.AgendaMustBeNoticed {
		return nil
	}
	return []stage.Guard{stage.AgendaOpen}
}

// LawOf is Laws for one meeting.
func LawOf(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (Law, error) {
	laws, err := Laws(ctx, c, on, m)
	if err != nil {
		return Law{}, err
	}
	return laws[0], nil
}

// Rule is what LawOf the meeting has as its Rule.
func Rule(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (rule.Rule, bool, error) {
	law, err := LawOf(ctx, c, m, on)
	if err != nil {
		return rule.Rule{}, false, err
	}
	r, ok := law.Rule()
	return r, ok, nil
}

// Guards are what LawOf the meeting has as its Guards.
func Guards(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]stage.Guard, error) {
	law, err := LawOf(ctx, c, m, on)
	return law.Guards(), err
}
