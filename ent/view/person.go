package view

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/person"
	"sifang/ent/db/predicate"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// Sexes are the sexes of persons, as far as they are recorded: nil unless the
// viewer is the person, or keeps the register of a community that knows the
// person.
func (p Present) Sexes(ctx context.Context, persons []*db.Person) ([]*schema.Sex, error) {
	return personal(ctx, p.store, persons, func(p *db.Person) *schema.Sex { return p.Sex })
}

// BirthDates is Sexes for the day of birth.
func (p Present) BirthDates(ctx context.Context, persons []*db.Person) ([]*day.Date, error) {
	return personal(ctx, p.store, persons, func(p *db.Person) *day.Date { return p.BirthDate })
}

// personal reads something personal about somebody, or nothing. That others may
// see the person's name, because of a post that was published, opens nothing.
func personal[V any](ctx context.Context, s *ent.Store, persons []*db.Person, read func(*db.Person) *V) ([]*V, error) {
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	open, err := confided(ctx, s, viewer, persons)
	values := make([]*V, len(persons))
	for i, p := range persons {
		if row := open[p.ID]; row != nil {
			values[i] = read(row)
		}
	}
	return values, err
}

// confided are those of the persons whose personal data is open to the viewer.
func confided(ctx context.Context, s *ent.Store, viewer mandate.Viewer, persons []*db.Person) (map[ident.ID]*db.Person, error) {
	kept := registers(viewer)
	if viewer.Person.IsZero() && len(kept) == 0 {
		return nil, nil
	}
	ids := make([]ident.ID, len(persons))
	for i, p := range persons {
		ids[i] = p.ID
	}
	either := []predicate.Person{person.ID(viewer.Person)}
	if len(kept) > 0 {
		either = append(either, knownIn(kept))
	}
	rows, err := s.Read().Person.Query().Where(person.IDIn(ids...), person.Or(either...)).All(ctx)
	open := make(map[ident.ID]*db.Person, len(rows))
	for _, row := range rows {
		open[row.ID] = row
	}
	return open, err
}

// registers are the communities whose register the viewer keeps. A record kept
// above communities opens to nobody but the person: no one office there is the
// one that works with it.
func registers(v mandate.Viewer) []ident.ID {
	// Who may enter a declaration about somebody for them keeps the register.
	keeps := func(community ident.ID) bool {
		_, refused := mandate.Ask("declareInterest", v, mandate.Subject{Community: community})
		return refused == nil
	}
	var kept []ident.ID
	for _, o := range v.Offices {
		for _, community := range append([]ident.ID{o.Community}, o.Reach...) {
			if !community.IsZero() && keeps(community) {
				kept = append(kept, community)
			}
		}
	}
	return kept
}

// knownIn limits to persons whom one of the communities knows: it keeps their
// record, or they live, own, belong or declared something there. To have been
// at a meeting does not make anybody known in this sense.
func knownIn(communities []ident.ID) predicate.Person {
	ids := make([]any, len(communities))
	for i, id := range communities {
		ids[i] = id
	}
	there := func(q *sql.Selector) { q.Where(sql.In(q.C(person.FieldCommunityID), ids...)) }
	return person.Or(there, person.HasMembershipsWith(there), person.HasResidencesWith(there),
		person.HasOwnershipsWith(there), person.HasDeclarationsWith(there))
}
