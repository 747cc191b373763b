package poll

import (
	"context"
	"maps"
	"slices"

	"sifang/ent/db"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// inherit adds to the voters of entries those who cast a ballot there without
// standing on the roll, because title had passed to them on the day on which they
// did. A ballot of anybody else the counter sets aside.
func (p people) inherit(ctx context.Context, c *db.Client, r *db.Roll, rows []*db.RollEntry, ballots []tally.Ballot) error {
	entries := make(map[string]*db.RollEntry, len(rows))
	for _, row := range rows {
		entries[row.ID.String()] = row
	}
	strangers := map[day.Date][]ident.ID{}
	for _, b := range ballots {
		who, err := ident.Parse(b.Person)
		if err != nil {
			return err
		}
		if row := entries[b.Entry]; row != nil && !slices.Contains(p.persons(row), who) {
			strangers[day.Of(b.At)] = append(strangers[day.Of(b.At)], who)
		}
	}
	for _, on := range slices.SortedFunc(maps.Keys(strangers), day.Date.Compare) {
		persons := distinct(strangers[on])
		found, err := Successors(ctx, c, r, on, persons...)
		if err != nil {
			return err
		}
		for _, who := range persons {
			for _, e := range found[who] {
				if !slices.Contains(p.delegates[e.ID], who) {
					p.delegates[e.ID] = append(p.delegates[e.ID], who)
				}
			}
		}
	}
	return nil
}
