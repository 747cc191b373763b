package seating

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Bench is who sits in some organizations.
type Bench struct {
	// Bodies are the organizations, in the order asked for, with the size of
	// the estates they are for.
	Bodies []seat.Body
	// Holdings are all memberships of everybody who belongs to one of them,
	// there and elsewhere.
	Holdings []seat.Holding
	// People are what is recorded about those who belong.
	People []seat.Candidate
}

// Bench gathers who sits in the organizations and what they hold elsewhere.
func (r Reader) Bench(ctx context.Context, organizations ...ident.ID) (Bench, error) {
	seats, err := r.Holdings(ctx, membership.OrganizationIDIn(organizations...))
	if err != nil {
		return Bench{}, err
	}
	var members []ident.ID
	behalf := map[ident.ID][]ident.ID{}
	for _, h := range seats {
		members = append(members, h.Member)
		if !h.OnBehalfOf.ID.IsZero() {
			behalf[h.Member] = append(behalf[h.Member], h.OnBehalfOf.ID)
		}
	}
	members = unique(members)
	var b Bench
	b.Holdings, err = r.Holdings(ctx, membership.Or(
		membership.PersonIDIn(members...), membership.OrganizationIDIn(organizations...)))
	if err != nil {
		return Bench{}, err
	}
	if b.People, err = r.people(ctx, members, behalf); err != nil {
		return Bench{}, err
	}
	b.Bodies, err = r.bodies(ctx, organizations)
	return b, err
}

func (r Reader) bodies(ctx context.Context, organizations []ident.ID) ([]seat.Body, error) {
	found, err := r.organizations(ctx, organizations)
	if err != nil {
		return nil, err
	}
	at, err := r.locate(ctx, organizations)
	if err != nil {
		return nil, err
	}
	bodies := make([]seat.Body, len(organizations))
	for i, id := range organizations {
		bodies[i].Organization = found[id]
		bodies[i].Areas = at[id]
		if bodies[i].Households, bodies[i].Area, err = r.size(ctx, at[id]); err != nil {
			return nil, err
		}
	}
	return bodies, nil
}

// size is how many units carry votes in the areas, each taken for a household,
// and the exclusive area they have together.
func (r Reader) size(ctx context.Context, areas []ident.ID) (int, schema.FloorArea, error) {
	var sums []struct {
		Count int
		Sum   sql.NullInt64
	}
	err := r.client.Unit.Query().Where(unit.AreaIDIn(areas...), unit.CountsForVoting(true)).
		Aggregate(db.Count(), db.Sum(unit.FieldExclusiveArea)).Scan(ctx, &sums)
	if err != nil || len(sums) == 0 {
		return 0, 0, err
	}
	return sums[0].Count, schema.FloorArea(sums[0].Sum.Int64), nil
}
