package seating

import (
	"context"
	"slices"

	"sifang/ent/db/declaration"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// people are what is recorded about persons, without declarations: their sex
// and age, and the areas in which they own units, or an organization does for
// which they sit.
func (r Reader) people(ctx context.Context, ids []ident.ID, behalf map[ident.ID][]ident.ID) ([]seat.Candidate, error) {
	rows, err := r.client.Person.Query().Where(person.IDIn(unique(ids)...)).All(ctx)
	if err != nil {
		return nil, err
	}
	owners := slices.Clone(ids)
	for _, organizations := range behalf {
		owners = append(owners, organizations...)
	}
	owned, err := r.owned(ctx, unique(owners))
	if err != nil {
		return nil, err
	}
	found := make([]seat.Candidate, len(rows))
	for i, row := range rows {
		found[i] = seat.Candidate{ID: row.ID, OwnsIn: owned[row.ID]}
		if row.Sex != nil {
			found[i].Sex = *row.Sex
		}
		if row.BirthDate != nil {
			found[i].Born = *row.BirthDate
		}
		for _, organization := range behalf[row.ID] {
			found[i].AuthorizedIn = append(found[i].AuthorizedIn, owned[organization]...)
		}
	}
	return found, nil
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
