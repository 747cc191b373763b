package debate

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/opinion"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// OpinionsAwaited refuses to open votes on the items on which an organization is
// still asked for its opinion (OPINION_PENDING), by item. Once the time for it is
// over, the vote need not wait any longer.
func OpinionsAwaited(ctx context.Context, c *db.Client, now time.Time, items ...ident.ID) (map[ident.ID]*fault.Fault, error) {
	rows, err := c.Opinion.Query().Where(opinion.AgendaItemIDIn(items...), opinion.GivenAtIsNil(), opinion.DueAtGT(now)).
		WithOrganization().Order(db.Asc(opinion.FieldDueAt, opinion.FieldID)).All(ctx)
	names, until := map[ident.ID][]string{}, map[ident.ID]time.Time{}
	for _, row := range rows {
		names[row.AgendaItemID] = append(names[row.AgendaItemID], row.Edges.Organization.Name)
		until[row.AgendaItemID] = row.DueAt
	}
	awaited := make(map[ident.ID]*fault.Fault, len(names))
	for item, who := range names {
		awaited[item] = fault.New(fault.OpinionPending, "who", who, "until", until[item])
	}
	return awaited, err
}

// OpinionsMissing are those on an item for which the time is over, and which
// were not given.
func OpinionsMissing(ctx context.Context, c *db.Client, now time.Time, item ident.ID) ([]*db.Opinion, error) {
	return c.Opinion.Query().Where(opinion.AgendaItemID(item), opinion.GivenAtIsNil(), opinion.DueAtLTE(now)).
		Order(db.Asc(opinion.FieldID)).All(ctx)
}
