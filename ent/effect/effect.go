package effect

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/predicate"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/force"
	"sifang/schema/ident"
)

// Of are the facts of each resolution as the register has them, in one statement.
func Of(ctx context.Context, c *db.Client, resolutions ...*db.Resolution) ([]force.Facts, error) {
	return facts(ent.Unguarded(ctx), c, nil, resolutions)
}

// KnownAt are the facts as the register had them at the instant. It answers nil
// for a resolution that was entered only later.
func KnownAt(ctx context.Context, c *db.Client, at time.Time, resolutions ...*db.Resolution) ([]*force.Facts, error) {
	all, err := facts(ent.KnownAt(ent.Unguarded(ctx), at), c, &at, resolutions)
	if err != nil {
		return nil, err
	}
	known := make([]*force.Facts, len(all))
	for i, r := range resolutions {
		if r.ID.Time().After(at) {
			continue
		}
		known[i] = &all[i]
	}
	return known, nil
}

func facts(ctx context.Context, c *db.Client, at *time.Time, resolutions []*db.Resolution) ([]force.Facts, error) {
	ids := make([]ident.ID, len(resolutions))
	for i, r := range resolutions {
		ids[i] = r.ID
	}
	rows, err := c.ResolutionEffect.Query().Where(resolutioneffect.ResolutionIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	befell := map[ident.ID][]force.Effect{}
	for _, row := range rows {
		e := force.Effect{Status: row.Status, From: row.From}
		if row.To != nil {
			e.To = *row.To
		}
		befell[row.ResolutionID] = append(befell[row.ResolutionID], e)
	}
	all := make([]force.Facts, len(resolutions))
	for i, r := range resolutions {
		all[i] = dates(r, at)
		all[i].Effects = befell[r.ID]
	}
	return all, nil
}

// dates are what the resolution itself tells. A posting after the instant was not
// known then.
func dates(r *db.Resolution, at *time.Time) force.Facts {
	f := force.Facts{Kind: r.Kind, Adopted: day.Of(r.AdoptedAt)}
	if r.PublishedAt != nil && (at == nil || !r.PublishedAt.After(*at)) {
		f.Posted = day.Of(*r.PublishedAt)
	}
	if r.EffectiveFrom != nil {
		f.From = *r.EffectiveFrom
	}
	if r.EffectiveTo != nil {
		f.To = *r.EffectiveTo
	}
	return f
}

// InForce limits to resolutions in force on the day, in whole or in part, as the
// register had it at the instant, or has it now if that is nil. It is what
// force.Facts.InForce tells of one, asked of the database.
func InForce(on day.Date, at *time.Time) predicate.Resolution {
	posted := resolution.PublishedAtNotNil()
	if at != nil {
		posted = resolution.PublishedAtLTE(*at)
	}
	return resolution.And(resolution.KindEQ(schema.ResolutionKindDecision), posted, resolution.EffectiveFromLTE(on),
		resolution.Or(resolution.EffectiveToIsNil(), resolution.EffectiveToGT(on)),
		func(q *sql.Selector) { q.Where(sql.NotExists(suspended(q, on, at))) })
}

// Entered limits to resolutions that the register had at the instant.
func Entered(at time.Time) predicate.Resolution { return resolution.IDLT(ident.After(at)) }

// suspended selects what keeps the resolution of the outer row from being in
// force on the day.
func suspended(outer *sql.Selector, on day.Date, at *time.Time) *sql.Selector {
	t := sql.Dialect(outer.Dialect()).Table(resolutioneffect.Table)
	inner := sql.Dialect(outer.Dialect()).Select(t.C(resolutioneffect.FieldID)).From(t)
	status := make([]any, len(force.Suspending))
	for i, one := range force.Suspending {
		status[i] = string(one)
	}
	begun := sql.LTE(t.C(resolutioneffect.FieldFrom), on)
	lasts := sql.Or(sql.IsNull(t.C(resolutioneffect.FieldTo)), sql.GT(t.C(resolutioneffect.FieldTo), on))
	version := sql.IsNull(t.C(resolutioneffect.FieldSupersededAt))
	if at != nil {
		version = sql.And(sql.LTE(t.C(resolutioneffect.FieldRecordedAt), *at),
			sql.Or(version, sql.GT(t.C(resolutioneffect.FieldSupersededAt), *at)))
	}
	return inner.Where(sql.And(sql.ColumnsEQ(t.C(resolutioneffect.FieldResolutionID), outer.C(resolution.FieldID)),
		sql.In(t.C(resolutioneffect.FieldStatus), status...), begun, lasts, version))
}
