package rules

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/organization"
	"sifang/schema/ident"
)

// place is a scope with all around and above it.
type place struct {
	within []ident.ID // areas, the outermost first, and then organizations, the highest first
	codes  []string   // of the divisions among the areas
}

func locate(ctx context.Context, client *db.Client, scopes []Scope) ([]place, error) {
	bodies, err := organizations(ctx, client, scopes)
	if err != nil {
		return nil, err
	}
	homes := make([]*ident.ID, len(scopes))
	lines := make([][]ident.ID, len(scopes))
	for i, s := range scopes {
		homes[i] = s.Area
		for _, id := range s.Organizations {
			line := bodies.line(id)
			if len(line) == 0 {
				return nil, fmt.Errorf("the rules of %s: %w", id, new(db.NotFoundError))
			}
			for _, one := range slices.Backward(line) {
				if homes[i] == nil {
					homes[i] = bodies[one].AreaID
				}
			}
			lines[i] = append(lines[i], line...)
		}
	}
	around, err := areas(ctx, client, homes)
	if err != nil {
		return nil, err
	}
	places := make([]place, len(scopes))
	for i := range scopes {
		if homes[i] != nil {
			places[i].within = around.line(*homes[i])
		}
		for _, one := range places[i].within {
			if code := around[one].Code; code != nil {
				places[i].codes = append(places[i].codes, *code)
			}
		}
		places[i].within = append(places[i].within, lines[i]...)
	}
	return places, nil
}

// tree are rows that name the one above them, by identifier.
type tree[T interface{ above() *ident.ID }] map[ident.ID]T

// grow reads rows and all above them, a level at a time.
func grow[T interface{ above() *ident.ID }](start []ident.ID, read func([]ident.ID) (tree[T], error)) (tree[T], error) {
	all := tree[T]{}
	for level := start; len(level) > 0; {
		found, err := read(level)
		if err != nil {
			return nil, err
		}
		level = nil
		for id, row := range found {
			all[id] = row
		}
		for _, row := range found {
			if next := row.above(); next != nil && !all.has(*next) && !slices.Contains(level, *next) {
				level = append(level, *next)
			}
		}
	}
	return all, nil
}

func (t tree[T]) has(id ident.ID) bool {
	_, ok := t[id]
	return ok
}

// line is a row and all above it, the highest first; nothing if there is no
// such row. A circle ends it.
func (t tree[T]) line(id ident.ID) []ident.ID {
	var line []ident.ID
	for next := &id; next != nil && t.has(*next) && !slices.Contains(line, *next); next = t[*next].above() {
		line = append(line, *next)
	}
	slices.Reverse(line)
	return line
}

// body and ground are rows that stand under others. The context may ask for an
// earlier version of a row, which has another identifier and names the row as
// its own.
type (
	body   struct{ *db.Organization }
	ground struct{ *db.Area }
)

func (b body) above() *ident.ID   { return b.ParentID }
func (g ground) above() *ident.ID { return g.ParentID }

func original(id ident.ID, versionOf *ident.ID) ident.ID {
	if versionOf != nil {
		return *versionOf
	}
	return id
}

func organizations(ctx context.Context, client *db.Client, scopes []Scope) (tree[body], error) {
	var start []ident.ID
	for _, s := range scopes {
		start = append(start, s.Organizations...)
	}
	return grow(start, func(level []ident.ID) (tree[body], error) {
		rows, err := client.Organization.Query().
			Where(organization.Or(organization.IDIn(level...), organization.VersionOfIn(level...))).All(ctx)
		found := tree[body]{}
		for _, row := range rows {
			found[original(row.ID, row.VersionOf)] = body{row}
		}
		return found, err
	})
}

func areas(ctx context.Context, client *db.Client, homes []*ident.ID) (tree[ground], error) {
	var start []ident.ID
	for _, home := range homes {
		if home != nil {
			start = append(start, *home)
		}
	}
	return grow(start, func(level []ident.ID) (tree[ground], error) {
		rows, err := client.Area.Query().
			Where(area.Or(area.IDIn(level...), area.VersionOfIn(level...))).All(ctx)
		found := tree[ground]{}
		for _, row := range rows {
			found[original(row.ID, row.VersionOf)] = ground{row}
		}
		return found, err
	})
}
