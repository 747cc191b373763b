package ent

import (
	"context"
	"errors"

	"entgo.io/ent/dialect"
)

// ErrLost is how a lost connection shows.
var ErrLost = errors.New("connection reset by peer")

// Lose loses the connection after each commit of the store for which lost says
// so: the commit took place, and whoever asked for it does not learn of it.
func Lose(s *Store, lost func() bool) { s.over(losing{s.driver, lost}) }

type losing struct {
	dialect.Driver
	lost func() bool
}

// Tx begins a transaction.
func (d losing) Tx(ctx context.Context) (dialect.Tx, error) {
	tx, err := d.Driver.Tx(ctx)
	return losingTx{tx, d.lost}, err
}

type losingTx struct {
	dialect.Tx
	lost func() bool
}

// Commit commits, and tells of it or not.
func (t losingTx) Commit() error {
	if err := t.Tx.Commit(); err != nil || !t.lost() {
		return err
	}
	return ErrLost
}

// Waiting is how many orders wait for a transaction.
func Waiting[I Input, P any](b *Batcher[I, P]) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.waiting)
}

// Idle reports whether nothing waits and nothing works.
func Idle[I Input, P any](b *Batcher[I, P]) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return !b.busy && len(b.waiting) == 0 && len(b.room) == 0
}
