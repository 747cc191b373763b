package ent

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/lib/pq"

	"sifang/schema/ident"
)

// Share is a predicate that locks the rows read against change until the
// transaction ends. On SQLite, where one transaction writes at a time, there is
// nothing to lock.
func Share(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForShare()
	}
}

// Update is a predicate that locks the rows read for the transaction alone.
func Update(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForUpdate()
	}
}

// QueueToShare stands in the queue for rows that are then read with Share.
//
// PostgreSQL lets whoever shares a row in while another one waits to update it:
// those who share it in turns, never all gone at once, could keep that one
// waiting for ever. Its advisory locks are granted in the order in which they
// are asked for. So both sides of such a contest ask for one before they lock
// the row: who waits to update then waits for those who were there before, and
// those who come later wait behind.
//
// The queue keeps the order and nothing else: what is safe rests on the locks of
// the rows. A transaction queues once, for all that it needs, and before it
// locks any of these rows, so that no two wait for each other.
func (tx *Tx) QueueToShare(ctx context.Context, ids ...ident.ID) error {
	return tx.queue(ctx, "SELECT pg_advisory_xact_lock_shared($1, gate) FROM unnest($2::int[]) AS gate", ids)
}

// QueueToUpdate stands in the queue for rows that are then read with Update.
func (tx *Tx) QueueToUpdate(ctx context.Context, ids ...ident.ID) error {
	return tx.queue(ctx, "SELECT pg_advisory_xact_lock($1, gate) FROM unnest($2::int[]) AS gate", ids)
}

// queueClass sets these advisory locks apart from all others.
const queueClass = 20261201

// queue passes the gates of the rows, in one order for everybody. The server has
// room for a few thousand locks, and one batch of papers may name as many votes;
// so there are only 256 gates, and rows that share one now and then wait for
// each other without need, for as long as a verb takes.
func (tx *Tx) queue(ctx context.Context, statement string, ids []ident.ID) error {
	if tx.dialect != dialect.Postgres || len(ids) == 0 {
		return nil
	}
	gates := make(pq.Int32Array, len(ids))
	for i, id := range ids {
		gates[i] = int32(id[len(id)-1]) // of the random bits
	}
	slices.Sort(gates)
	_, err := tx.ExecContext(ctx, statement, queueClass, slices.Compact(gates))
	return err
}
