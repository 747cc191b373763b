package power

import (
	"context"
	"slices"

	"sifang/ent/above"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/membership"
	"sifang/ent/db/ownership"
	"sifang/ent/db/residence"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Concern is whom something concerns: those who live or own something in the
// area, and those who belong to the organizations.
type Concern struct {
	Area          *ident.ID
	Organizations []ident.ID
}

// Concerned tells of each concern whether it is somebody's on the day, with the
// same number of statements however many there are.
//
// Who owns a flat is concerned by what goes for the area it lies in. Where
// somebody lives is registered by the community, so they are concerned by what
// goes for it, for a part of it, and for what it is a part of.
func Concerned(ctx context.Context, c *db.Client, on day.Date, who ident.ID, concerns ...Concern) ([]bool, error) {
	answers := make([]bool, len(concerns))
	if who.IsZero() {
		return answers, nil
	}
	owned, lived, err := places(ctx, c, on, who)
	if err != nil {
		return nil, err
	}
	bodies, err := belongsTo(ctx, c, on, who)
	if err != nil {
		return nil, err
	}
	areas := slices.Concat(owned, lived)
	for _, one := range concerns {
		if one.Area != nil {
			areas = append(areas, *one.Area)
		}
	}
	around, err := above.Areas(ctx, c, areas...)
	if err != nil {
		return nil, err
	}
	within := func(inner, outer ident.ID) bool { return slices.Contains(around.Line(inner), outer) }
	for i, one := range concerns {
		answers[i] = slices.ContainsFunc(one.Organizations, func(o ident.ID) bool { return slices.Contains(bodies, o) })
		if one.Area == nil {
			continue
		}
		answers[i] = answers[i] ||
			slices.ContainsFunc(owned, func(a ident.ID) bool { return within(a, *one.Area) }) ||
			slices.ContainsFunc(lived, func(a ident.ID) bool { return within(a, *one.Area) || within(*one.Area, a) })
	}
	return answers, nil
}

// places are the areas of what somebody owns, and those where they live.
func places(ctx context.Context, c *db.Client, on day.Date, who ident.ID) ([]ident.ID, []ident.ID, error) {
	ownerships, err := c.Ownership.Query().Where(ownership.PersonID(who), ownership.FromLTE(on),
		ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).WithUnit().All(ctx)
	if err != nil {
		return nil, nil, err
	}
	residences, err := c.Residence.Query().Where(residence.PersonID(who), residence.FromLTE(on),
		residence.Or(residence.ToIsNil(), residence.ToGT(on))).All(ctx)
	var owned, lived []ident.ID
	for _, row := range ownerships {
		owned = append(owned, row.Edges.Unit.AreaID)
	}
	for _, row := range residences {
		lived = append(lived, row.AreaID)
	}
	return owned, lived, err
}

// belongsTo are the organizations in which somebody holds a post, or to which
// they belong without one.
func belongsTo(ctx context.Context, c *db.Client, on day.Date, who ident.ID) ([]ident.ID, error) {
	rows, err := c.Membership.Query().Where(membership.PersonID(who),
		membership.StatusIn(schema.MembershipStatusEffective, schema.MembershipStatusSuspended), membership.FromLTE(on),
		membership.Or(membership.ToIsNil(), membership.ToGT(on))).All(ctx)
	all := make([]ident.ID, len(rows))
	for i, row := range rows {
		all[i] = row.OrganizationID
	}
	return all, err
}

// ConcernsOf are those of resolutions: whoever is concerned by what goes for the
// area of the linkage or the body that met, or belongs to a body that took part.
func ConcernsOf(ctx context.Context, c *db.Client, resolutions ...*db.Resolution) ([]Concern, error) {
	items := make([]ident.ID, len(resolutions))
	for i, r := range resolutions {
		items[i] = r.AgendaItemID
	}
	rows, err := c.AgendaItem.Query().Where(agendaitem.IDIn(items...)).WithMeeting(func(q *db.MeetingQuery) {
		q.WithOrganization().WithLinkage(func(q *db.LinkageQuery) { q.WithParties() })
	}).All(ctx)
	if err != nil {
		return nil, err
	}
	meetings := make(map[ident.ID]*db.Meeting, len(rows))
	for _, row := range rows {
		meetings[row.ID] = row.Edges.Meeting
	}
	all := make([]Concern, len(resolutions))
	for i, r := range resolutions {
		m := meetings[r.AgendaItemID]
		all[i] = Concern{Area: m.Edges.Organization.AreaID, Organizations: []ident.ID{m.OrganizationID}}
		if m.Edges.Linkage == nil {
			continue
		}
		all[i].Area = &m.Edges.Linkage.AreaID
		for _, party := range m.Edges.Linkage.Edges.Parties {
			all[i].Organizations = append(all[i].Organizations, party.OrganizationID)
		}
	}
	return all, nil
}
