package ent

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/arealink"
	"sifang/ent/db/assignment"
	"sifang/ent/db/declaration"
	"sifang/ent/db/linkage"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/ent/db/organizationrelation"
	"sifang/ent/db/ownership"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/post"
	"sifang/ent/db/residence"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/db/ruleset"
	"sifang/ent/db/term"
	"sifang/ent/migrations"
	"sifang/schema/ident"
)

// ErrOutsideWork reports a write that no verb made.
var ErrOutsideWork = errors.New("rows are written only within Work")

// ErrBulk reports a deletion, or an update of many rows at once: verbs change
// rows one by one, by identifier, and nothing is ever deleted.
var ErrBulk = errors.New("rows are changed one by one and never deleted")

type layout struct {
	table   string
	columns []string
}

// versioned are the types of facts that hold for a time. When one changes, its
// former version is kept beside it.
var versioned = map[string]layout{
	db.TypeArea:                 {area.Table, area.Columns},
	db.TypeAreaLink:             {arealink.Table, arealink.Columns},
	db.TypeAssignment:           {assignment.Table, assignment.Columns},
	db.TypeDeclaration:          {declaration.Table, declaration.Columns},
	db.TypeLinkage:              {linkage.Table, linkage.Columns},
	db.TypeLinkageParty:         {linkageparty.Table, linkageparty.Columns},
	db.TypeMembership:           {membership.Table, membership.Columns},
	db.TypeOrganization:         {organization.Table, organization.Columns},
	db.TypeOrganizationArea:     {organizationarea.Table, organizationarea.Columns},
	db.TypeOrganizationRelation: {organizationrelation.Table, organizationrelation.Columns},
	db.TypeOwnership:            {ownership.Table, ownership.Columns},
	db.TypePartyDelegate:        {partydelegate.Table, partydelegate.Columns},
	db.TypePost:                 {post.Table, post.Columns},
	db.TypeResidence:            {residence.Table, residence.Columns},
	db.TypeResolutionEffect:     {resolutioneffect.Table, resolutioneffect.Columns},
	db.TypeRuleSet:              {ruleset.Table, ruleset.Columns},
	db.TypeTerm:                 {term.Table, term.Columns},
}

type knownAtKey struct{}

// KnownAt asks what the register said at an earlier instant, rather than what
// it says now.
func KnownAt(ctx context.Context, at time.Time) context.Context {
	return context.WithValue(ctx, knownAtKey{}, at)
}

// standing limits to the versions that stand: now, or at the instant asked.
func standing(ctx context.Context) rows {
	at, asked := ctx.Value(knownAtKey{}).(time.Time)
	if !asked {
		return sql.FieldIsNull("superseded_at")
	}
	return sql.AndPredicates(
		sql.FieldLTE("recorded_at", at),
		sql.OrPredicates(sql.FieldIsNull("superseded_at"), sql.FieldGT("superseded_at", at)),
	)
}

// withinWork refuses what no verb wrote, and what touches rows in bulk.
func (s *Store) withinWork(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		if ctx.Value(workKey{}) == nil {
			return nil, fmt.Errorf("%w: %s of %s", ErrOutsideWork, m.Op(), m.Type())
		}
		if m.Op().Is(entgo.OpDelete | entgo.OpDeleteOne | entgo.OpUpdate) {
			return nil, fmt.Errorf("%w: %s of %s", ErrBulk, m.Op(), m.Type())
		}
		return next.Mutate(ctx, m)
	})
}

// recorded makes the identifier of each new row that brings none, stamps each
// row with the time of its entry, counts its edits, and keeps the former version
// of a fact that holds for a time.
func (s *Store) recorded(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		now := ctx.Value(workKey{}).(*Tx).Now
		update := m.Op().Is(entgo.OpUpdateOne)
		if table, ok := versioned[m.Type()]; ok && update {
			if err := s.keep(ctx, m, table, now); err != nil {
				return nil, err
			}
		}
		identify(m, now)
		// Types without such a column refuse the field, which is as it should be.
		_ = m.SetField("recorded_at", now)
		if update {
			_ = m.AddField("version", 1)
		} else {
			_ = m.SetField("version", 1)
		}
		return next.Mutate(ctx, m)
	})
}

// identify gives a new row an identifier of the instant, unless it has one.
func identify(m entgo.Mutation, now time.Time) {
	row, ok := m.(interface {
		ID() (ident.ID, bool)
		SetID(ident.ID)
	})
	if !ok {
		return
	}
	if id, ok := row.ID(); ok && id.IsDraft() {
		row.SetID(ident.New(id.Kind(), now))
	}
}

// keep copies the row as it stands into a version of its own.
func (s *Store) keep(ctx context.Context, m entgo.Mutation, l layout, now time.Time) error {
	row, ok := m.(interface {
		ID() (ident.ID, bool)
		Client() *db.Client
	})
	if !ok {
		return fmt.Errorf("%s has no identifier", m.Type())
	}
	id, ok := row.ID()
	if !ok {
		return fmt.Errorf("update of %s without an identifier", m.Type())
	}
	copied := make([]string, 0, len(l.columns))
	quote := func(column string) string { return `"` + column + `"` }
	for _, column := range l.columns {
		if column != "id" && column != "superseded_at" && column != "version_of" {
			copied = append(copied, quote(column))
		}
	}
	given := `$1, $2`
	if s.engine == migrations.PostgreSQL {
		given = `CAST($1 AS uuid), CAST($2 AS timestamptz)`
	}
	rest := strings.Join(copied, ", ")
	statement := fmt.Sprintf(`INSERT INTO %s (id, superseded_at, version_of, %s) SELECT %s, id, %s FROM %s WHERE id = $3`,
		quote(l.table), rest, given, rest, quote(l.table))
	_, err := row.Client().ExecContext(ctx, statement, ident.New(id.Kind(), now), now, id)
	return err
}
