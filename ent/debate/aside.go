package debate

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/recusal"
	"sifang/ent/poll"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// StepsAside refuses that somebody speaks, moves or presides on the items on which
// they step aside
// (STEPS_ASIDE), by item: who steps aside does so in every capacity.
func StepsAside(ctx context.Context, c *db.Client, person ident.ID, items ...ident.ID) (map[ident.ID]*fault.Fault, error) {
	if person.IsZero() {
		return nil, nil
	}
	rows, err := c.Recusal.Query().Where(recusal.AgendaItemIDIn(items...), recusal.PersonID(person), poll.SteppedAside()).All(ctx)
	refused := make(map[ident.ID]*fault.Fault, len(rows))
	for _, row := range rows {
		refused[row.AgendaItemID] = fault.New(fault.StepsAside)
	}
	return refused, err
}
