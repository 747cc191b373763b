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

// PersonSex is a person's sex, as far as it is recorded: nil unless the viewer
// is the person, or keeps the register of a community that knows the person.
func PersonSex(ctx context.Context, s *ent.Store, id ident.ID) (*schema.Sex, error) {
	p, err := personal(ctx, s, id)
	if p == nil {
		return nil, err
	}
	return p.Sex, err
}

// PersonBirthDate is PersonSex for the day of birth.
func PersonBirthDate(ctx context.Context, s *ent.Store, id ident.ID) (*day.Date, error) {
	p, err := personal(ctx, s, id)
	if p == nil {
		return nil, err
	}
	return p.BirthDate, err
}

// personal reads what is personal about somebody, or nothing. That others may
// see the person's name, because of a post that was published, opens nothing.
func personal(ctx context.Context, s *ent.Store, id ident.ID) (*db.Person, error) {
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	rows := s.Read().Person.Query().Where(person.ID(id))
	if viewer.Person != id {
		kept := registers(viewer)
		if len(kept) == 0 {
			return nil, nil
		}
		rows.Where(knownIn(kept))
	}
	p, err := rows.Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return p, err
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
