package command

import (
	"context"
	"maps"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/organization"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/predicate"
	"sifang/ent/db/unit"
	"sifang/ent/intake"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// spot is a place without a number: the estate, a building, an entrance.
type spot struct{ building, entrance string }

// door is a unit's place in the register.
type door struct {
	area   ident.ID
	number string
}

// holdings are what the register has of an estate when a list comes in.
type holdings struct {
	spots map[spot][]ident.ID
	units map[door][]*db.Unit
	// shares are the ownerships that hold on the day or later, by units.
	shares map[ident.ID][]*db.Ownership
	on     day.Date
	names  map[ident.ID]string // of the owners
}

// holdingsOf reads them, and locks the units, so that nobody gives one of them
// an owner meanwhile.
func holdingsOf(ctx context.Context, tx *ent.Tx, estate *db.Area, on day.Date) (*holdings, error) {
	h := &holdings{
		spots: map[spot][]ident.ID{{}: {estate.ID}}, units: map[door][]*db.Unit{},
		shares: map[ident.ID][]*db.Ownership{}, names: map[ident.ID]string{}, on: on,
	}
	if err := h.readSpots(ctx, tx, estate.ID); err != nil {
		return nil, err
	}
	there := unit.HasAreaWith(area.Or(area.ID(estate.ID), area.ParentID(estate.ID), area.HasParentWith(area.ParentID(estate.ID))))
	units, err := tx.Unit.Query().Where(there, ent.Update).Order(db.Asc(unit.FieldID)).All(ctx)
	if err != nil || len(units) == 0 {
		return h, err
	}
	for _, u := range units {
		at := door{u.AreaID, intake.Uniform(u.Number)}
		h.units[at] = append(h.units[at], u)
	}
	return h, h.readOwners(ctx, tx, there)
}

// readSpots finds the buildings and entrances that exist on the day, or will.
func (h *holdings) readSpots(ctx context.Context, tx *ent.Tx, estate ident.ID) error {
	exists := area.And(area.KindIn(schema.AreaKindBuilding, schema.AreaKindEntrance), overlapping(h.on, nil))
	below, err := tx.Area.Query().Where(exists, area.ParentID(estate)).All(ctx)
	if err != nil {
		return err
	}
	buildings := map[ident.ID]string{}
	for _, a := range below {
		at := spot{entrance: intake.Uniform(a.Name)}
		if a.Kind == schema.AreaKindBuilding {
			at = spot{building: at.entrance}
			buildings[a.ID] = at.building
		}
		h.spots[at] = append(h.spots[at], a.ID)
	}
	entrances, err := tx.Area.Query().Where(exists, area.KindEQ(schema.AreaKindEntrance),
		area.HasParentWith(area.ParentID(estate), area.KindEQ(schema.AreaKindBuilding))).All(ctx)
	for _, a := range entrances {
		at := spot{buildings[*a.ParentID], intake.Uniform(a.Name)}
		h.spots[at] = append(h.spots[at], a.ID)
	}
	return err
}

// readOwners finds whose the units are.
func (h *holdings) readOwners(ctx context.Context, tx *ent.Tx, there predicate.Unit) error {
	shares, err := tx.Ownership.Query().Where(ownership.HasUnitWith(there), overlapping(h.on, nil)).Order(db.Asc(ownership.FieldID)).All(ctx)
	if err != nil {
		return err
	}
	companies := map[ident.ID]bool{}
	for _, s := range shares {
		h.shares[s.UnitID] = append(h.shares[s.UnitID], s)
		if s.OrganizationID != nil {
			companies[*s.OrganizationID] = true
		}
	}
	people, err := tx.Person.Query().Where(person.HasOwnershipsWith(ownership.HasUnitWith(there))).All(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		h.names[p.ID] = intake.Named(p.Name)
	}
	for some := range slices.Chunk(slices.Collect(maps.Keys(companies)), rowsAtOnce) {
		rows, err := tx.Organization.Query().Where(organization.IDIn(some...)).All(ctx)
		if err != nil {
			return err
		}
		for _, o := range rows {
			h.names[o.ID] = intake.Named(o.Name)
		}
	}
	return nil
}

// organizationsOf finds the organizations that a list names as owners: those of
// the community and those above communities, as they exist on the day.
func organizationsOf(ctx context.Context, tx *ent.Tx, list *intake.List, community *ident.ID, on day.Date) (map[string][]ident.ID, error) {
	wanted := map[string]bool{}
	for _, row := range list.Rows {
		for _, o := range row.Owners {
			if o.Organization {
				wanted[o.Name] = true
			}
		}
	}
	reach := organization.CommunityIDIsNil()
	if community != nil {
		reach = organization.Or(reach, organization.CommunityID(*community))
	}
	found := map[string][]ident.ID{}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(wanted)), rowsAtOnce) {
		rows, err := tx.Organization.Query().Where(organization.NameIn(some...), reach, organization.FromLTE(on), overlapping(on, nil), ent.Share).
			Order(db.Asc(organization.FieldID)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, o := range rows {
			found[o.Name] = append(found[o.Name], o.ID)
		}
	}
	return found, nil
}
