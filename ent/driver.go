package ent

import (
	"context"
	"errors"

	"entgo.io/ent/dialect"
)

// split sends what only reads to other connections than what writes. A
// transaction writes, whatever it asks.
type split struct {
	dialect.Driver
	read dialect.Driver
}

// Query reads.
func (d split) Query(ctx context.Context, query string, args, v any) error {
	return d.read.Query(ctx, query, args, v)
}

// Close ends both kinds of connections.
func (d split) Close() error { return errors.Join(d.read.Close(), d.Driver.Close()) }

// observed tells about each statement outside of transactions, which is how
// the cost of a question is counted.
type observed struct {
	dialect.Driver
	observe func(string)
}

// Query tells and reads.
func (d observed) Query(ctx context.Context, query string, args, v any) error {
	d.observe(query)
	return d.Driver.Query(ctx, query, args, v)
}
