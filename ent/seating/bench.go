package seating

import (
	"context"
	"slices"

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
	// the estates they are for. One that is not there is left out.
	Bodies []seat.Body
	// Holdings are all memberships of everybody who belongs to one of them,
	// there and elsewhere.
	Holdings []seat.Holding
	// People are what is recorded about those who belong.
	People []seat.Candidate
}

// Benches gathers, for each group of organizations, who sits in them and what
// these people hold elsewhere. However many groups there are, it asks once for
// each kind of thing.
func (r Reader) Benches(ctx context.Context, groups ...[]ident.ID) ([]Bench, error) {
	all := unique(slices.Concat(groups...))
	if len(all) == 0 {
		return make([]Bench, len(groups)), nil
	}
	belonging, err := r.client.Membership.Query().Where(membership.OrganizationIDIn(all...)).All(ctx)
	if err != nil {
		return nil, err
	}
	var members, owners []ident.ID
	for _, row := range belonging {
		members = append(members, member(row))
		owners = appendKnown(owners, row.OnBehalfOfID)
	}
	members = unique(members)
	holdings, err := r.Holdings(ctx, membership.Or(membership.PersonIDIn(members...), membership.OrganizationIDIn(all...)))
	if err != nil {
		return nil, err
	}
	known, err := r.facts(ctx, members, owners)
	if err != nil {
		return nil, err
	}
	bodies, err := r.bodies(ctx, all)
	if err != nil {
		return nil, err
	}
	benches := make([]Bench, len(groups))
	for i, group := range groups {
		benches[i] = pick(group, bodies, holdings, known)
	}
	return benches, nil
}

// pick takes what concerns one group out of what was gathered for several.
func pick(group []ident.ID, bodies map[ident.ID]seat.Body, holdings []seat.Holding, known facts) Bench {
	var b Bench
	inside := map[ident.ID]bool{}
	for _, id := range group {
		if body, ok := bodies[id]; ok {
			b.Bodies = append(b.Bodies, body)
		}
		inside[id] = true
	}
	belongs := map[ident.ID]bool{}
	behalf := map[ident.ID][]ident.ID{}
	for _, h := range holdings {
		if !inside[h.Organization.ID] {
			continue
		}
		belongs[h.Member] = true
		if !h.OnBehalfOf.ID.IsZero() {
			behalf[h.Member] = append(behalf[h.Member], h.OnBehalfOf.ID)
		}
	}
	for _, h := range holdings {
		person := h.Member.Kind() == ident.KindPerson && belongs[h.Member]
		if person || inside[h.Organization.ID] {
			b.Holdings = append(b.Holdings, h)
		}
	}
	for _, row := range known.persons {
		if belongs[row.ID] {
			b.People = append(b.People, known.candidate(row, behalf[row.ID]))
		}
	}
	return b
}

// bodies are the organizations that there are, with the size of their estates.
func (r Reader) bodies(ctx context.Context, organizations []ident.ID) (map[ident.ID]seat.Body, error) {
	found, err := r.organizations(ctx, organizations)
	if err != nil {
		return nil, err
	}
	at, err := r.locate(ctx, organizations)
	if err != nil {
		return nil, err
	}
	sizes, err := r.sizes(ctx, at)
	if err != nil {
		return nil, err
	}
	bodies := make(map[ident.ID]seat.Body, len(found))
	for id, o := range found {
		body := seat.Body{Organization: o}
		body.Areas = at[id]
		for _, one := range at[id] {
			body.Households += sizes[one].households
			body.Area += sizes[one].area
		}
		bodies[id] = body
	}
	return bodies, nil
}

// size is how many units carry votes in an area, each taken for a household,
// and the exclusive area they have together.
type size struct {
	households int
	area       schema.FloorArea
}

// sizes are those of all areas in which one of the organizations is at work.
func (r Reader) sizes(ctx context.Context, at map[ident.ID][]ident.ID) (map[ident.ID]size, error) {
	var areas []ident.ID
	for _, some := range at {
		areas = append(areas, some...)
	}
	if len(areas) == 0 {
		return nil, nil
	}
	var sums []struct {
		AreaID ident.ID `sql:"area_id"`
		Count  int
		Sum    sql.NullInt64
	}
	err := r.client.Unit.Query().Where(unit.AreaIDIn(unique(areas)...), unit.CountsForVoting(true)).
		GroupBy(unit.FieldAreaID).Aggregate(db.Count(), db.Sum(unit.FieldExclusiveArea)).Scan(ctx, &sums)
	found := make(map[ident.ID]size, len(sums))
	for _, one := range sums {
		found[one.AreaID] = size{one.Count, schema.FloorArea(one.Sum.Int64)}
	}
	return found, err
}
