package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/ent/db/term"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Forbidden refuses, with CARETAKER_FORBIDS, the first of some matters that nobody
// may bring to a vote at the meeting because a body that convenes it is only a
// caretaker on the day. It is nil where there is none, or no rule forbids anything.
func Forbidden(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date, matters ...string) (*fault.Fault, error) {
	if len(matters) == 0 {
		return nil, nil
	}
	bodies, err := caretakers(ctx, c, m, on)
	if err != nil || len(bodies) == 0 {
		return nil, err
	}
	for _, o := range bodies {
		chain, err := rules.For(ctx, c, o.ID, on)
		if err != nil {
			return nil, err
		}
		for _, matter := range matters {
			if wrong := seat.CaretakerForbids(chain.Seats(), o.Kind, matter); wrong != nil {
				return wrong, nil
			}
		}
	}
	return nil, nil
}

// caretakers are those who convene a meeting and are in office only as caretakers.
func caretakers(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]*db.Organization, error) {
	convening, err := conveners(ctx, c, m)
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(convening))
	for i, o := range convening {
		ids[i] = o.ID
	}
	terms, err := c.Term.Query().Where(term.OrganizationIDIn(ids...), term.FromLTE(on)).Order(db.Asc(term.FieldNumber)).All(ctx)
	if err != nil {
		return nil, err
	}
	offices, err := seating.Offices(ctx, c, terms...)
	if err != nil {
		return nil, err
	}
	last := map[ident.ID]schema.TermState{}
	for i, t := range terms {
		last[t.OrganizationID] = offices[i].On(on)
	}
	var found []*db.Organization
	for _, o := range convening {
		if last[o.ID] == schema.TermStateCaretaker {
			found = append(found, o)
		}
	}
	return found, nil
}

// conveners are the organization that meets and whoever organizes it. An assembly
// of owners that nobody else organizes is convened by its committee, which stands
// below it or beside it in the same area.
func conveners(ctx context.Context, c *db.Client, m *db.Meeting) ([]*db.Organization, error) {
	ids := []ident.ID{m.OrganizationID}
	if m.OrganizerID != nil {
		ids = append(ids, *m.OrganizerID)
	}
	all, err := c.Organization.Query().Where(organization.IDIn(ids...)).Order(db.Asc(organization.FieldID)).All(ctx)
	if err != nil || m.Kind != schema.MeetingKindAssembly || m.OrganizerID != nil {
		return all, err
	}
	near := organization.ParentID(m.OrganizationID)
	for _, o := range all {
		if o.AreaID != nil {
			near = organization.Or(near, organization.AreaID(*o.AreaID))
		}
	}
	below, err := c.Organization.Query().
		Where(near, organization.KindEQ(schema.OrganizationKindOwnersCommittee)).Order(db.Asc(organization.FieldID)).All(ctx)
	return append(all, below...), err
}
