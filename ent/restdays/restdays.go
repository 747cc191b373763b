package restdays

import (
	"context"
	"sync"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/holidaycalendar"
	"sifang/ent/db/predicate"
	"sifang/schema/day"
)

// shipped is what comes with the service, read once.
var shipped = sync.OnceValues(day.Shipped)

// Known is the calendar by which periods are counted. Of several that were
// entered for a year the last one stands. It asks the register once.
func Known(ctx context.Context, c *db.Client) (day.Calendar, error) { return known(ctx, c) }

// KnownAt is the calendar as it was known at the instant, for a period that is
// counted anew each time it is asked about: what is entered later changes none.
func KnownAt(ctx context.Context, c *db.Client, at time.Time) (day.Calendar, error) {
	return known(ctx, c, holidaycalendar.AdoptedAtLTE(at))
}

func known(ctx context.Context, c *db.Client, such ...predicate.HolidayCalendar) (day.Calendar, error) {
	known, err := shipped()
	if err != nil {
		return known, err
	}
	rows, err := c.HolidayCalendar.Query().Where(such...).
		Order(db.Asc(holidaycalendar.FieldAdoptedAt, holidaycalendar.FieldID)).All(ctx)
	for _, row := range rows {
		known = known.With(row.Year, row.Days)
	}
	return known, err
}
