package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/arealink"
	"sifang/ent/db/organizationarea"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// idsAtOnce is how many identifiers one statement names. The embedded engine has
// room for some ten thousand, and is slow long before that.
const idsAtOnce = 1000

// each reads the rows that belong to some identifiers, a statement for many at
// a time.
func each[T any](ids []ident.ID, read func([]ident.ID) ([]T, error)) ([]T, error) {
	var all []T
	for some := range slices.Chunk(ids, idsAtOnce) {
		rows, err := read(some)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// ground is the territory of an organization, piece by piece.
type ground struct {
	// bases are where the organization is at home and what it covers besides.
	bases []ident.ID
	areas map[ident.ID]*db.Area
}

// groundOf is the territory of an organization on the day: where it is at home
// and all areas that it covers, with all that lies below them in the tree, that
// is treated as one with them (GROUPED_IN), and of which they took the place
// (SUCCEEDS). An overlap (WITHIN) may be one in part, so it brings nothing in:
// what lies there is covered by name. An area that was given up before the day
// is left out, unless another one took its place.
func groundOf(ctx context.Context, c *db.Client, organization ident.ID, on day.Date) (ground, error) {
	g := ground{areas: map[ident.ID]*db.Area{}}
	row, err := c.Organization.Get(ctx, organization)
	if err != nil {
		return g, err
	}
	coverage, err := c.OrganizationArea.Query().Where(organizationarea.OrganizationID(organization),
		organizationarea.FromLTE(on), organizationarea.Or(organizationarea.ToIsNil(), organizationarea.ToGT(on))).All(ctx)
	if err != nil {
		return g, err
	}
	if row.AreaID != nil {
		g.bases = append(g.bases, *row.AreaID)
	}
	for _, one := range coverage {
		g.bases = append(g.bases, one.AreaID)
	}
	g.bases = distinct(g.bases)
	level, err := each(g.bases, func(some []ident.ID) ([]*db.Area, error) {
		return c.Area.Query().Where(area.IDIn(some...)).All(ctx)
	})
	for len(level) > 0 && err == nil {
		level, err = g.below(ctx, c, g.enter(level), on)
	}
	return g, err
}

// enter takes up areas, and answers those that were not known before.
func (g ground) enter(rows []*db.Area) []ident.ID {
	var added []ident.ID
	for _, a := range rows {
		if _, known := g.areas[a.ID]; !known {
			g.areas[a.ID] = a
			added = append(added, a.ID)
		}
	}
	return added
}

// below is what lies one step below some areas.
func (g ground) below(ctx context.Context, c *db.Client, level []ident.ID, on day.Date) ([]*db.Area, error) {
	children, err := each(level, func(some []ident.ID) ([]*db.Area, error) {
		return c.Area.Query().Where(area.ParentIDIn(some...), area.Or(area.ToIsNil(), area.ToGT(on))).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	joined := arealink.And(arealink.FromLTE(on), arealink.Or(arealink.ToIsNil(), arealink.ToGT(on)))
	links, err := each(level, func(some []ident.ID) ([]*db.AreaLink, error) {
		return c.AreaLink.Query().Where(joined, arealink.Or(
			arealink.And(arealink.KindEQ(schema.AreaLinkKindGroupedIn), arealink.TargetIDIn(some...)),
			arealink.And(arealink.KindEQ(schema.AreaLinkKindSucceeds), arealink.AreaIDIn(some...)))).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	var ids []ident.ID
	for _, link := range links {
		if link.Kind == schema.AreaLinkKindSucceeds {
			ids = append(ids, link.TargetID)
		} else {
			ids = append(ids, link.AreaID)
		}
	}
	linked, err := each(distinct(ids), func(some []ident.ID) ([]*db.Area, error) {
		return c.Area.Query().Where(area.IDIn(some...)).All(ctx)
	})
	return append(children, linked...), err
}

// ids are the areas of the territory.
func (g ground) ids() []ident.ID {
	all := make([]ident.ID, 0, len(g.areas))
	for id := range g.areas {
		all = append(all, id)
	}
	return distinct(all)
}

// up is an area and those around it as far as the territory reaches, from the
// inside out.
func (g ground) up(id ident.ID) []*db.Area {
	var all []*db.Area
	for a := g.areas[id]; a != nil && !slices.Contains(all, a); {
		all = append(all, a)
		if a.ParentID == nil || slices.Contains(g.bases, a.ID) {
			break
		}
		a = g.areas[*a.ParentID]
	}
	return all
}

// lies reports whether an area is one of some others or lies in one of them.
// Everything lies in none.
func (g ground) lies(id ident.ID, within []ident.ID) bool {
	return len(within) == 0 || slices.ContainsFunc(g.up(id), func(a *db.Area) bool { return slices.Contains(within, a.ID) })
}
