package graph

import (
	"bytes"
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
	all, err := rows[T](ctx, s, ids)
	return slices.DeleteFunc(all, func(row T) bool { return row == none }), err
}

// rereadEach is reread for a thing that names a row, and in the same go for all
// that arrived with it.
func rereadEach[T db.Noder, P any](ctx context.Context, s *ent.Store, thing *P, named func(*P) *ident.ID) (T, error) {
	return each(ctx, thing, rereading[T](s, func(_ context.Context, all []*P) ([]*ident.ID, error) {
		ids := make([]*ident.ID, len(all))
		for i, one := range all {
			ids[i] = named(one)
		}
		return ids, nil
	}))
}

// rereadLists is rereadEach for a thing that names several rows. What the viewer
// may not see is left out.
func rereadLists[T interface {
	db.Noder
	comparable
}, P any](ctx context.Context, s *ent.Store, thing *P, named func(*P) []ident.ID) ([]T, error) {
	return each(ctx, thing, func(ctx context.Context, all []*P) ([][]T, error) {
		var ids []ident.ID
		for _, one := range all {
			ids = append(ids, named(one)...)
		}
		found, err := rows[T](ctx, s, ids)
		if err != nil {
			return nil, err
		}
		var none T
		lists := make([][]T, len(all))
		for i, one := range all {
			n := len(named(one))
			lists[i] = slices.DeleteFunc(slices.Clone(found[:n]), func(row T) bool { return row == none })
			found = found[n:]
		}
		return lists, nil
	})
}

// rereading asks which row each of some things names, and reads all of them.
func rereading[T db.Noder, P any](s *ent.Store, name func(context.Context, []*P) ([]*ident.ID, error)) func(context.Context, []*P) ([]T, error) {
	return func(ctx context.Context, all []*P) ([]T, error) {
		named, err := name(ctx, all)
		if err != nil {
			return nil, err
		}
		ids := make([]ident.ID, len(named))
		for i, id := range named {
			if id != nil {
				ids[i] = *id
			}
		}
		return rows[T](ctx, s, ids)
	}
}

// rows reads rows in the order of their identifiers, nil in place of each that
// is not there. It asks once for each type.
func rows[T db.Noder](ctx context.Context, s *ent.Store, ids []ident.ID) ([]T, error) {
	asked := slices.DeleteFunc(slices.Clone(ids), ident.ID.IsZero)
	slices.SortFunc(asked, func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	asked = slices.Compact(asked)
	found, err := s.Read().Noders(ctx, asked, db.WithNodeType(func(_ context.Context, id ident.ID) (string, error) {
		return ent.TableOf(id), nil
	}))
	if err != nil {
		return nil, err
	}
	byID := make(map[ident.ID]db.Noder, len(found))
	for i, row := range found {
		byID[asked[i]] = row
	}
	all := make([]T, len(ids))
	for i, id := range ids {
		all[i], _ = byID[id].(T)
	}
	return all, nil
}

// entered rereads ballots for whoever entered them, who may do so for others and
// had their papers in hand. What hangs on them goes through the guard.
func entered(ctx context.Context, s *ent.Store, ids ...ident.ID) ([]*db.Ballot, error) {
	rows, err := s.Read().Ballot.Query().Where(ballot.IDIn(ids...)).All(ent.Unguarded(ctx))
	slices.SortFunc(rows, func(a, b *db.Ballot) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return rows, err
}

// sole is the one row of a list, nil where it was left out.
func sole[T any](rows []*T, err error) (*T, error) {
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[0], nil
}

// nodes finds rows of any type, null for each that is not there. More than a
// page of them is page.ErrSize.
func nodes(ctx context.Context, s *ent.Store, ids []ident.ID) ([]db.Noder, error) {
	if len(ids) > page.Most {
		return nil, page.ErrSize
	}
	return rows[db.Noder](ctx, s, ids)
}

// rereadIf is reread where there may be nothing to read.
func rereadIf[T db.Noder](ctx context.Context, s *ent.Store, id *ident.ID) (T, error) {
	if id == nil {
		id = &ident.Nil
	}
	return reread[T](ctx, s, *id)
}
