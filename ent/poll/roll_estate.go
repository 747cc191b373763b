package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/unit"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/head"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// estate are units of an organization's territory and who owned them on a day.
type estate struct {
	ground
	at     map[ident.ID]place // by area
	units  []*db.Unit         // in their places
	owners map[ident.ID][]head.Owner
}

// estateOf is all that lies in the territory of an organization, read with as
// many statements for ten thousand units as for a few, times what fits into one.
func estateOf(ctx context.Context, c *db.Client, organization ident.ID, on day.Date) (estate, error) {
	e := estate{owners: map[ident.ID][]head.Owner{}}
	var err error
	if e.ground, err = groundOf(ctx, c, organization, on); err != nil {
		return e, err
	}
	e.at = e.places()
	areas := e.ids()
	e.units, err = each(areas, func(some []ident.ID) ([]*db.Unit, error) {
		return c.Unit.Query().Where(unit.AreaIDIn(some...)).All(ctx)
	})
	if err != nil {
		return e, err
	}
	slices.SortFunc(e.units, func(a, b *db.Unit) int { return inPlace(a, b, e.at) })
	ids := make([]ident.ID, len(e.units))
	for i, u := range e.units {
		ids[i] = u.ID
	}
	rows, err := each(ids, func(some []ident.ID) ([]*db.Ownership, error) {
		return c.Ownership.Query().Where(ownership.UnitIDIn(some...),
			ownership.FromLTE(on), ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).All(ctx)
	})
	for _, row := range rows {
		e.owners[row.UnitID] = append(e.owners[row.UnitID], head.Owner{ID: owner(row), Designated: row.DesignatedVoter})
	}
	return e, err
}

// owner is the person or the organization that an ownership is of.
func owner(row *db.Ownership) ident.ID {
	if row.PersonID != nil {
		return *row.PersonID
	}
	return *row.OrganizationID
}

// only is the estate with some of its units.
func (e estate) only(which func(*db.Unit) bool) estate {
	units := make([]*db.Unit, 0, len(e.units))
	for _, u := range e.units {
		if which(u) {
			units = append(units, u)
		}
	}
	e.units = units
	return e
}

// counted are the units as the law of heads looks at them.
func (e estate) counted() []head.Unit {
	units := make([]head.Unit, len(e.units))
	for i, u := range e.units {
		units[i] = head.Unit{
			ID: u.ID, Name: premises([]*db.Unit{u}, e.at), Status: u.DeliveryStatus, Owners: e.owners[u.ID],
		}
	}
	return units
}

func (e estate) area() schema.FloorArea {
	var sum schema.FloorArea
	for _, u := range e.units {
		sum += u.ExclusiveArea
	}
	return sum
}

// acquaintance is what is known of owners: their names, and who acts for them.
type acquaintance struct {
	names   map[ident.ID]string
	leaders map[ident.ID][]ident.ID
}

// known is what is known of the owners of some heads on the day.
func known(ctx context.Context, c *db.Client, heads []head.Head, on day.Date) (acquaintance, error) {
	k := acquaintance{names: map[ident.ID]string{}, leaders: map[ident.ID][]ident.ID{}}
	var people, organizations []ident.ID
	for _, h := range heads {
		for _, id := range h.Owners {
			if id.Kind() == ident.KindPerson {
				people = append(people, id)
			} else {
				organizations = append(organizations, id)
			}
		}
	}
	persons, err := each(distinct(people), func(some []ident.ID) ([]*db.Person, error) {
		return c.Person.Query().Where(person.IDIn(some...)).Select(person.FieldID, person.FieldName).All(ctx)
	})
	if err != nil {
		return k, err
	}
	for _, row := range persons {
		k.names[row.ID] = row.Name
	}
	organizations = distinct(organizations)
	bodies, err := each(organizations, func(some []ident.ID) ([]*db.Organization, error) {
		return c.Organization.Query().Where(organization.IDIn(some...)).All(ctx)
	})
	if err != nil {
		return k, err
	}
	for _, row := range bodies {
		k.names[row.ID] = row.Name
	}
	return k, k.acting(ctx, c, organizations, on)
}

// acts are the posts whose holders act for an organization that owns something.
var acts = []schema.PostCategory{
	schema.PostCategorySecretary, schema.PostCategoryChair, schema.PostCategoryViceChair,
	schema.PostCategoryProjectManager, schema.PostCategoryClerk,
}

// acting finds who acts for organizations on the day.
func (k acquaintance) acting(ctx context.Context, c *db.Client, organizations []ident.ID, on day.Date) error {
	held, err := each(organizations, func(some []ident.ID) ([]seat.Holding, error) {
		return seating.On(c, on).Holdings(ctx, membership.And(
			membership.OrganizationIDIn(some...), membership.PersonIDNotNil(), membership.PostIDNotNil()))
	})
	for _, h := range held {
		if slices.Contains(acts, h.Post.Category) && seat.Effective(h, on) {
			k.leaders[h.Organization.ID] = append(k.leaders[h.Organization.ID], h.Member)
		}
	}
	return err
}
