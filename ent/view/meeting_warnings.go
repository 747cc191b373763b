package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
)

// Warnings are, for each meeting, what somebody is warned of who calls it now
// or, once it is called, announces what is new about it; and that an item is in
// no notice yet.
func (p Present) Warnings(ctx context.Context, meetings []*db.Meeting) ([][]schema.WarningCode, error) {
	announced, err := sitting.Announcements(ent.Unguarded(ctx), p.store.Read(), day.Of(p.store.Now()), meetings...)
	all := make([][]schema.WarningCode, len(meetings))
	for i, one := range announced {
		all[i] = one.Warnings(meetings[i].Status)
	}
	return all, err
}
