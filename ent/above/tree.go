package above

import (
	"bytes"
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/organization"
	"sifang/schema/ident"
)

// Tree are rows with all above them.
type Tree[T any] struct {
	rows   map[ident.ID]T
	parent func(T) *ident.ID
}

// Areas reads areas and all of which they are parts. The context may ask for an
// earlier version of a row, which stands under the identifier of the row itself.
func Areas(ctx context.Context, c *db.Client, ids ...ident.ID) (Tree[*db.Area], error) {
	t := Tree[*db.Area]{rows: map[ident.ID]*db.Area{}, parent: func(a *db.Area) *ident.ID { return a.ParentID }}
	return t, t.grow(ids, func(level []ident.ID) ([]*db.Area, error) {
		return c.Area.Query().Where(area.Or(area.IDIn(level...), area.VersionOfIn(level...))).All(ctx)
	}, func(a *db.Area) (ident.ID, *ident.ID) { return a.ID, a.VersionOf })
}

// Organizations reads organizations and all under which they stand, as Areas
// does areas.
func Organizations(ctx context.Context, c *db.Client, ids ...ident.ID) (Tree[*db.Organization], error) {
	t := Tree[*db.Organization]{
		rows: map[ident.ID]*db.Organization{}, parent: func(o *db.Organization) *ident.ID { return o.ParentID },
	}
	return t, t.grow(ids, func(level []ident.ID) ([]*db.Organization, error) {
		return c.Organization.Query().Where(organization.Or(organization.IDIn(level...), organization.VersionOfIn(level...))).All(ctx)
	}, func(o *db.Organization) (ident.ID, *ident.ID) { return o.ID, o.VersionOf })
}

// grow reads rows and all above them, a level at a time.
func (t Tree[T]) grow(level []ident.ID, read func([]ident.ID) ([]T, error), name func(T) (ident.ID, *ident.ID)) error {
	for level = distinct(level); len(level) > 0; {
		rows, err := read(level)
		if err != nil {
			return err
		}
		for _, row := range rows {
			id, original := name(row)
			if original != nil {
				id = *original
			}
			t.rows[id] = row
		}
		level = nil
		for _, row := range rows {
			next := t.parent(row)
			if next == nil || slices.Contains(level, *next) {
				continue
			}
			if _, known := t.rows[*next]; !known {
				level = append(level, *next)
			}
		}
	}
	return nil
}

func distinct(ids []ident.ID) []ident.ID {
	ids = slices.SortedFunc(slices.Values(ids), func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

// Row is a row of the tree. It reports false if there is none.
func (t Tree[T]) Row(id ident.ID) (T, bool) {
	row, ok := t.rows[id]
	return row, ok
}

// Line lists a row and all above it, from the inside out; nothing if there is no
// such row. A circle ends it.
func (t Tree[T]) Line(id ident.ID) []ident.ID {
	var line []ident.ID
	for next := &id; next != nil && !slices.Contains(line, *next); {
		row, ok := t.rows[*next]
		if !ok {
			break
		}
		line, next = append(line, *next), t.parent(row)
	}
	return line
}
