package ent

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sifang/ent/db/intercept"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// guarded applies the guard to every query: of root fields, of node, of edges
// within edges, and of counts.
func guarded(s *Store) entgo.Interceptor {
	return intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		if _, ok := versioned[q.Type()]; ok {
			q.WhereP(standing(ctx))
		}
		if unguarded(ctx) {
			return nil
		}
		rule, ok := guard[q.Type()]
		if !ok {
			return fmt.Errorf("nobody may read rows of %s", q.Type())
		}
		powers, err := s.Powers(ctx)
		if err != nil {
			return err
		}
		if limit := rule(sightOf(powers, day.Of(s.now()))); limit != nil {
			q.WhereP(limit)
		}
		return nil
	})
}

type unguardedKey struct{}

// Unguarded marks a context in which facts are gathered whole. It is for the
// inside of the store and of verbs, which answer nothing directly.
func Unguarded(ctx context.Context) context.Context {
	return context.WithValue(ctx, unguardedKey{}, true)
}

func unguarded(ctx context.Context) bool { return ctx.Value(unguardedKey{}) == true }

// Sees reports whether the viewer may see the row, as the transaction has it.
func (tx *Tx) Sees(ctx context.Context, id ident.ID) (bool, error) {
	rule, ok := guard[id.Kind().String()]
	if !ok {
		return false, nil
	}
	q := sql.Dialect(tx.dialect).Select("id").From(sql.Dialect(tx.dialect).Table(TableOf(id)))
	q.Where(sql.EQ(q.C("id"), id))
	if limit := rule(sightOf(tx.Viewer, tx.Today)); limit != nil {
		limit(q)
	}
	statement, args := q.Query()
	found, err := tx.QueryContext(ctx, statement, args...)
	if err != nil {
		return false, err
	}
	defer found.Close()
	return found.Next(), found.Err()
}
