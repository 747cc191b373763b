package ent

import (
	"context"

	entgo "entgo.io/ent"
)

type arrivalsKey struct{}

// WithArrivals lets somebody know which rows arrive together: it is told those
// of each statement, as a slice of pointers, and possibly of several statements
// at the same time. Whoever computes something about one row can then do so for
// all of them in a single question.
func WithArrivals(ctx context.Context, arrived func(rows any)) context.Context {
	return context.WithValue(ctx, arrivalsKey{}, arrived)
}

// announced tells what arrived. What is gathered whole, within the store or a
// verb, is told nobody: it never becomes a part of an answer.
func announced(next entgo.Querier) entgo.Querier {
	return entgo.QuerierFunc(func(ctx context.Context, q entgo.Query) (entgo.Value, error) {
		rows, err := next.Query(ctx, q)
		if arrived, ok := ctx.Value(arrivalsKey{}).(func(any)); ok && err == nil && !unguarded(ctx) {
			arrived(rows)
		}
		return rows, err
	})
}
