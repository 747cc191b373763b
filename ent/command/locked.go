package command

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/linkage"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/organization"
	"sifang/ent/db/person"
	"sifang/ent/db/unit"
	"sifang/schema/ident"
)

// lock is ent.Share or ent.Update.
type lock = func(*sql.Selector)

// The functions below read a row and lock it until the verb is done. A verb
// that locks several asks for them in the order in which they stand here.

func lockedArea(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Area, error) {
	return func(ctx context.Context, id ident.ID) (*db.Area, error) {
		return tx.Area.Query().Where(area.ID(id), l).Only(ctx)
	}
}

func lockedUnit(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Unit, error) {
	return func(ctx context.Context, id ident.ID) (*db.Unit, error) {
		return tx.Unit.Query().Where(unit.ID(id), l).Only(ctx)
	}
}

func lockedPerson(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Person, error) {
	return func(ctx context.Context, id ident.ID) (*db.Person, error) {
		return tx.Person.Query().Where(person.ID(id), l).Only(ctx)
	}
}

func lockedOrganization(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Organization, error) {
	return func(ctx context.Context, id ident.ID) (*db.Organization, error) {
		return tx.Organization.Query().Where(organization.ID(id), l).Only(ctx)
	}
}

func lockedLinkage(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Linkage, error) {
	return func(ctx context.Context, id ident.ID) (*db.Linkage, error) {
		return tx.Linkage.Query().Where(linkage.ID(id), l).Only(ctx)
	}
}

func lockedParty(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.LinkageParty, error) {
	return func(ctx context.Context, id ident.ID) (*db.LinkageParty, error) {
		return tx.LinkageParty.Query().Where(linkageparty.ID(id), l).Only(ctx)
	}
}

// lockedOrganizations locks several in the order of their identifiers, so that
// two verbs never wait for each other, and answers those that exist.
func lockedOrganizations(ctx context.Context, tx *ent.Tx, l lock, ids ...ident.ID) (map[ident.ID]*db.Organization, error) {
	rows, err := tx.Organization.Query().Where(organization.IDIn(ids...), l).Order(db.Asc(organization.FieldID)).All(ctx)
	found := make(map[ident.ID]*db.Organization, len(rows))
	for _, o := range rows {
		found[o.ID] = o
	}
	return found, err
}
