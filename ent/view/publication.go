package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/postingcheck"
	"sifang/ent/restdays"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/posting"
)

// PublicationCompliance is how far a posting hung as long as it has to.
type PublicationCompliance struct {
	MinimumDays int
	DaysPosted  int
	Due         *day.Date
	Met         bool
	Interrupted bool
	Gaps        []*PostingGap
	Provisional bool
}

// PostingGap is a time in which a posting did not hang.
type PostingGap struct {
	LastSeenAt time.Time
	GoneAt     time.Time
	AgainAt    *time.Time
}

// PublicationsCompliance tells how far each posting complied by now. Whoever sees
// a posting sees whether it hung.
func (p Present) PublicationsCompliance(ctx context.Context, postings []*db.Publication) ([]*PublicationCompliance, error) {
	ctx = ent.Unguarded(ctx)
	checks, err := p.checks(ctx, postings)
	if err != nil {
		return nil, err
	}
	rest, err := restdays.Known(ctx, p.store.Read())
	if err != nil {
		return nil, err
	}
	today := day.Of(p.store.Now())
	all := make([]*PublicationCompliance, len(postings))
	for i, row := range postings {
		all[i] = complied(row, posting.Hung(row.PostedAt, row.MinimumDays, row.Until, today, checks[row.ID]))
		all[i].Provisional = !rest.Knows(row.Until)
	}
	return all, nil
}

// checks are who looked after each posting, and what they found.
func (p Present) checks(ctx context.Context, postings []*db.Publication) (map[ident.ID][]posting.Check, error) {
	ids := make([]ident.ID, len(postings))
	for i, row := range postings {
		ids[i] = row.ID
	}
	rows, err := p.store.Read().PostingCheck.Query().Where(postingcheck.PublicationIDIn(ids...)).All(ctx)
	found := make(map[ident.ID][]posting.Check, len(postings))
	for _, row := range rows {
		found[row.PublicationID] = append(found[row.PublicationID], posting.Check{At: row.CheckedAt, There: row.StillThere})
	}
	return found, err
}

func complied(row *db.Publication, hung posting.Compliance) *PublicationCompliance {
	c := &PublicationCompliance{MinimumDays: row.MinimumDays, DaysPosted: hung.Posted, Met: hung.Met, Gaps: []*PostingGap{}}
	if !hung.Due.IsZero() {
		c.Due = &hung.Due
	}
	for _, one := range hung.Gaps {
		gap := &PostingGap{LastSeenAt: one.LastSeen, GoneAt: one.Gone}
		if !one.Again.IsZero() {
			gap.AgainAt = &one.Again
		}
		c.Interrupted = gap.AgainAt == nil
		c.Gaps = append(c.Gaps, gap)
	}
	return c
}
