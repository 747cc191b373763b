package view

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollamendment"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// PublishedRoll is a roll as everybody may read it: what it counts, and under
// which unit numbers, without a name.
type PublishedRoll struct {
	Basis    *schema.RollBasis
	FrozenAt time.Time
	DrawnOn  *day.Date
	Hash     string
	Scope    []*db.Area
	Frozen   RollTotals
	// Amended is nil while nothing was amended.
	Amended     *RollTotals
	Entries     []PublishedEntry
	HasNextPage bool
}

// RollTotals are what a roll counts in all.
type RollTotals struct {
	Units      int
	Heads      int
	Area       schema.FloorArea
	Households int
}

// PublishedEntry is an entry of a roll without the names of its voters.
type PublishedEntry struct {
	Position   int
	Premises   *string
	Building   *db.Area
	Heads      int
	Area       schema.FloorArea
	Households int
	Struck     bool
	Amended    bool
}

// The number of entries on a page of a published roll if the question does not
// say, and at most.
const (
	usualEntries = 100
	mostEntries  = 1000
)

// MeetingPublishedRoll is the roll of a meeting that was announced, from behind a
// position; nil before it is announced, and before the roll is frozen. More than
// a thousand entries are not answered at once, however many are asked for.
func MeetingPublishedRoll(ctx context.Context, s *ent.Store, id ident.ID, first, afterPosition *int) (*PublishedRoll, error) {
	m, err := s.Read().Meeting.Get(ctx, id)
	if err != nil || m.NoticedAt == nil {
		return nil, err
	}
	// The rows tell names, and are open to few. What is answered of them is not.
	ctx = ent.Unguarded(ctx)
	r, err := s.Read().Roll.Query().Where(roll.MeetingID(m.ID)).WithScope().Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p := &PublishedRoll{
		Basis: r.Basis, FrozenAt: r.FrozenAt, DrawnOn: r.DrawnOn, Hash: r.Hash, Scope: r.Edges.Scope,
		Frozen: RollTotals{Units: r.Units, Heads: r.Heads, Area: r.Area, Households: r.Households},
	}
	if p.Amended, err = amendedTotals(ctx, s.Read(), r); err != nil {
		return nil, err
	}
	return p, p.turn(ctx, s.Read(), r, first, afterPosition)
}

// turn reads one page of entries.
func (p *PublishedRoll) turn(ctx context.Context, c *db.Client, r *db.Roll, first, afterPosition *int) error {
	size := usualEntries
	if first != nil {
		size = min(max(*first, 0), mostEntries)
	}
	query := c.RollEntry.Query().Where(rollentry.RollID(r.ID))
	if afterPosition != nil {
		query.Where(rollentry.PositionGT(*afterPosition))
	}
	rows, err := query.WithBuilding().Order(rollentry.ByPosition()).Limit(size + 1).All(ctx)
	if err != nil {
		return err
	}
	p.HasNextPage = len(rows) > size
	for _, e := range rows[:min(size, len(rows))] {
		p.Entries = append(p.Entries, PublishedEntry{
			Position: e.Position, Premises: e.Premises, Building: e.Edges.Building, Heads: value(e.Heads), Area: value(e.Area),
			Households: value(e.Households), Struck: value(e.Struck), Amended: e.AmendedByID != nil,
		})
	}
	return nil
}

// value is what a pointer points at, or nothing.
func value[T any](p *T) T {
	var none T
	if p == nil {
		return none
	}
	return *p
}

// amendedTotals are the totals of a roll with its amendments, nil if there are
// none.
func amendedTotals(ctx context.Context, c *db.Client, r *db.Roll) (*RollTotals, error) {
	amended, err := c.RollAmendment.Query().Where(rollamendment.RollID(r.ID),
		rollamendment.StatusEQ(schema.RollAmendmentStatusConfirmed)).Exist(ctx)
	if err != nil || !amended {
		return nil, err
	}
	standing := rollentry.And(rollentry.RollID(r.ID), rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)))
	var sums []struct {
		Heads      sql.NullInt64
		Area       sql.NullInt64
		Households sql.NullInt64
	}
	err = c.RollEntry.Query().Where(standing).Aggregate(db.As(db.Sum(rollentry.FieldHeads), "heads"),
		db.As(db.Sum(rollentry.FieldArea), "area"), db.As(db.Sum(rollentry.FieldHouseholds), "households")).Scan(ctx, &sums)
	if err != nil {
		return nil, err
	}
	units, err := c.Unit.Query().Where(unit.HasRollEntriesWith(standing)).Count(ctx)
	return &RollTotals{
		Units: units, Heads: int(sums[0].Heads.Int64), Area: schema.FloorArea(sums[0].Area.Int64),
		Households: int(sums[0].Households.Int64),
	}, err
}
