package seating

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/declaration"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// facts are what is recorded about persons, without declarations.
type facts struct {
	persons []*db.Person
	// owned are the areas in which each of them owns units, or an organization
	// does for which they sit.
	owned map[ident.ID][]ident.ID
}

func (r Reader) facts(ctx context.Context, persons, organizations []ident.ID) (facts, error) {
	var f facts
	var err error
	persons = unique(persons)
	if f.persons, err = r.client.Person.Query().Where(person.IDIn(persons...)).All(ctx); err != nil {
		return f, err
	}
	f.owned, err = r.owned(ctx, unique(slices.Concat(persons, organizations)))
	return f, err
}

// candidate is what is recorded about somebody who sits for the organizations
// named.
func (f facts) candidate(row *db.Person, behalf []ident.ID) seat.Candidate {
	c := seat.Candidate{ID: row.ID, OwnsIn: f.owned[row.ID]}
	if row.Sex != nil {
		c.Sex = *row.Sex
	}
	if row.BirthDate != nil {
		c.Born = *row.BirthDate
	}
	for _, organization := range behalf {
		c.AuthorizedIn = append(c.AuthorizedIn, f.owned[organization]...)
	}
	return c
}

// owned are the areas of the units that each person or organization owned on
// the day, with every area around those.
func (r Reader) owned(ctx context.Context, owners []ident.ID) (map[ident.ID][]ident.ID, error) {
	rows, err := r.client.Ownership.Query().Where(
		ownership.Or(ownership.PersonIDIn(owners...), ownership.OrganizationIDIn(owners...)),
		ownership.FromLTE(r.on), ownership.Or(ownership.ToIsNil(), ownership.ToGT(r.on))).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, nil
	}
	var ids []ident.ID
	for _, row := range rows {
		ids = append(ids, row.UnitID)
	}
	units, err := r.client.Unit.Query().Where(unit.IDIn(unique(ids)...)).All(ctx)
	if err != nil {
		return nil, err
	}
	at := make(map[ident.ID]ident.ID, len(units))
	var start []ident.ID
	for _, one := range units {
		at[one.ID] = one.AreaID
		start = append(start, one.AreaID)
	}
	ways, err := r.walk(ctx, start, r.outward)
	if err != nil {
		return nil, err
	}
	found := map[ident.ID][]ident.ID{}
	for _, row := range rows {
		owner := known(row.PersonID)
		if row.OrganizationID != nil {
			owner = *row.OrganizationID
		}
		found[owner] = append(found[owner], ways.from([]ident.ID{at[row.UnitID]})...)
	}
	return found, nil
}

// declared are the declarations that name the person, and those that name
// somebody who is declared a relative of the person. The organizations in them
// have no areas yet.
func (r Reader) declared(ctx context.Context, who ident.ID) ([]seat.Declaration, error) {
	own, err := r.naming(ctx, []ident.ID{who})
	if err != nil {
		return nil, err
	}
	kin := []ident.ID{who}
	for _, d := range own {
		if d.Kind == schema.DeclarationKindKinship {
			kin = append(kin, d.Person, d.AboutPerson)
		}
	}
	return r.naming(ctx, unique(kin))
}

// naming are the declarations in which one of the persons is named.
func (r Reader) naming(ctx context.Context, persons []ident.ID) ([]seat.Declaration, error) {
	rows, err := r.client.Declaration.Query().Where(
		declaration.Or(declaration.PersonIDIn(persons...), declaration.AboutPersonIDIn(persons...))).All(ctx)
	if err != nil {
		return nil, err
	}
	var about []ident.ID
	for _, row := range rows {
		about = appendKnown(about, row.AboutOrganizationID)
	}
	organizations, err := r.organizations(ctx, about)
	found := make([]seat.Declaration, len(rows))
	for i, row := range rows {
		found[i] = seat.Declaration{
			Kind: row.Kind, Person: row.PersonID, Relation: row.Relation, AboutPerson: known(row.AboutPersonID),
			AboutOrganization: organizations[known(row.AboutOrganizationID)], Held: Span(row.From, row.To),
		}
	}
	return found, err
}
