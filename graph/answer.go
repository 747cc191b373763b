package graph

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/page"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// refusable is a pointer to a payload.
type refusable[P any] interface {
	*P
	Refuse(fault.Faults)
}

// answer puts the refusals of a verb into its payload, where forms look for
// them, and passes failures of the service on. Whatever the verb had set
// before it was refused was taken back, so it is not shown.
func answer[P any, R refusable[P]](payload *P, err error) (*P, error) {
	faults, refused := fault.Of(err)
	switch {
	case refused:
		var none P
		R(&none).Refuse(faults)
		return &none, nil
	case err != nil:
		return nil, err
	default:
		return payload, nil
	}
}

// reread looks at what a verb wrote, after its commit and through the guard:
// nil where the viewer may not see it, or where nothing was written.
func reread[T db.Noder](ctx context.Context, s *ent.Store, id ident.ID) (T, error) {
	var none T
	if id.IsZero() {
		return none, nil
	}
	found, err := s.Read().Noder(ctx, id, db.WithFixedNodeType(ent.TableOf(id)))
	if db.IsNotFound(err) {
		return none, nil
	}
	if err != nil {
		return none, err
	}
	return found.(T), nil
}

// rereadAll is reread for a list; what the viewer may not see is left out.
func rereadAll[T interface {
	db.Noder
	comparable
}](ctx context.Context, s *ent.Store, ids []ident.ID) ([]T, error) {
	var none T
	rows := make([]T, 0, len(ids))
	for _, id := range ids {
		row, err := reread[T](ctx, s, id)
		if err != nil {
			return nil, err
		}
		if row != none {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// entered rereads ballots for whoever entered them, who may do so for others and
// had their papers in hand. What hangs on them goes through the guard.
func entered(ctx context.Context, s *ent.Store, ids ...ident.ID) ([]*db.Ballot, error) {
	rows, err := s.Read().Ballot.Query().Where(ballot.IDIn(ids...)).All(ent.Unguarded(ctx))
	slices.SortFunc(rows, func(a, b *db.Ballot) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return rows, err
}

// nodes finds rows of any type, null for each that is not there. More than a
// page of them is page.ErrSize.
func nodes(ctx context.Context, s *ent.Store, ids []ident.ID) ([]db.Noder, error) {
	if len(ids) > page.Most {
		return nil, page.ErrSize
	}
	rows := make([]db.Noder, len(ids))
	for i, id := range ids {
		found, err := s.Read().Noder(ctx, id, db.WithFixedNodeType(ent.TableOf(id)))
		if err != nil && !db.IsNotFound(err) {
			return nil, err
		}
		if err == nil {
			rows[i] = found
		}
	}
	return rows, nil
}

// rereadIf is reread where there may be nothing to read.
func rereadIf[T db.Noder](ctx context.Context, s *ent.Store, id *ident.ID) (T, error) {
	if id == nil {
		id = &ident.Nil
	}
	return reread[T](ctx, s, *id)
}

// pointers hands a list of values on in the form that the executor walks.
func pointers[T any](values []T, err error) ([]*T, error) {
	all := make([]*T, len(values))
	for i := range values {
		all[i] = &values[i]
	}
	return all, err
}
