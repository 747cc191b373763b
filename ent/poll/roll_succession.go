package poll

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/head"
	"sifang/schema/ident"
)

// Successors tells under which entries of a roll of owners some persons may vote
// on the day, although they do not stand there, because title passed to them
// after the roll was drawn up.
//
// Somebody succeeds to an entry if they own every unit of it, alone or with
// others, by ownerships that began after the day on which the roll was drawn up,
// and if nobody who owned one of these units on that day still owns it. Of
// several who bought together any one succeeds, or those alone whom they
// designated. Who bought one flat of several that vote as one head succeeds to
// nothing; nor does an organization, whose entry has to be amended.
//
// The roll itself stays as it is, and whoever stands on it may vote as before:
// of seller and buyer the first ballot under the entry counts, so a ballot that
// the seller gave stands. To look whether one was given is up to whoever takes
// ballots in. Struck entries have no successors, and neither have rolls of any
// other basis. The entries come with their delegates, in the order of the roll.
func Successors(ctx context.Context, c *db.Client, r *db.Roll, on day.Date, persons ...ident.ID) (map[ident.ID][]*db.RollEntry, error) {
	if r.Basis == nil || *r.Basis != schema.RollBasisOwners || r.DrawnOn == nil {
		return nil, nil
	}
	bought, err := each(distinct(slices.Clone(persons)), func(some []ident.ID) ([]*db.Ownership, error) {
		return c.Ownership.Query().Where(ownership.PersonIDIn(some...), ownership.FromGT(*r.DrawnOn),
			ownership.FromLTE(on), ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).All(ctx)
	})
	if err != nil || len(bought) == 0 {
		return nil, err
	}
	units := make([]ident.ID, len(bought))
	for i, o := range bought {
		units[i] = o.UnitID
	}
	entries, err := each(distinct(units), func(some []ident.ID) ([]*db.RollEntry, error) {
		return c.RollEntry.Query().Where(rollentry.RollID(r.ID), rollentry.HasUnitsWith(unit.IDIn(some...)),
			rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false))).
			WithUnits(func(q *db.UnitQuery) { q.Select(unit.FieldID) }).WithDelegates().Order(rollentry.ByPosition()).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	found := map[ident.ID][]*db.RollEntry{}
	for _, e := range entries {
		successors, err := successorsOf(ctx, c, r, on, e)
		if err != nil {
			return nil, err
		}
		for _, p := range persons {
			if slices.Contains(successors, p) && !slices.Contains(Voters(e), p) && !slices.Contains(found[p], e) {
				found[p] = append(found[p], e)
			}
		}
	}
	return found, nil
}

// Bought are the entries of some rolls to which a person succeeded by the day. It
// asks only about the rolls since which the person bought something.
func Bought(ctx context.Context, c *db.Client, rolls []ident.ID, on day.Date, who ident.ID) ([]*db.RollEntry, error) {
	later, err := c.Roll.Query().Where(roll.IDIn(rolls...), roll.BasisEQ(schema.RollBasisOwners), func(q *sql.Selector) {
		o := sql.Dialect(q.Dialect()).Table(ownership.Table)
		q.Where(sql.Exists(sql.Dialect(q.Dialect()).Select(o.C(ownership.FieldID)).From(o).Where(sql.And(
			sql.IsNull(o.C(ownership.FieldSupersededAt)), sql.EQ(o.C(ownership.FieldPersonID), who),
			sql.ColumnsGT(o.C(ownership.FieldFrom), q.C(roll.FieldDrawnOn)), sql.LTE(o.C(ownership.FieldFrom), on),
		))))
	}).All(ctx)
	var all []*db.RollEntry
	for _, r := range later {
		found, err := Successors(ctx, c, r, on, who)
		if err != nil {
			return nil, err
		}
		all = append(all, found[who]...)
	}
	return all, err
}

// successorsOf are those who took the units of an entry over.
func successorsOf(ctx context.Context, c *db.Client, r *db.Roll, on day.Date, e *db.RollEntry) ([]ident.ID, error) {
	ids := make([]ident.ID, len(e.Edges.Units))
	for i, u := range e.Edges.Units {
		ids[i] = u.ID
	}
	rows, err := each(ids, func(some []ident.ID) ([]*db.Ownership, error) {
		return c.Ownership.Query().Where(ownership.UnitIDIn(some...), ownership.FromLTE(on)).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	before, after := map[ident.ID][]head.Owner{}, map[ident.ID][]head.Owner{}
	for _, row := range rows {
		one := head.Owner{ID: owner(row), Designated: row.DesignatedVoter}
		if holds(row, *r.DrawnOn) {
			before[row.UnitID] = append(before[row.UnitID], one)
		}
		if holds(row, on) {
			after[row.UnitID] = append(after[row.UnitID], one)
		}
	}
	return head.Successors(ids, before, after), nil
}

// holds reports whether an ownership lasts on the day.
func holds(o *db.Ownership, on day.Date) bool {
	return !o.From.After(on) && (o.To == nil || o.To.After(on))
}
