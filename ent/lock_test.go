package ent_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"sifang/ent"
	"sifang/ent/enttest"
	"sifang/schema/ident"
)

// errLeft ends a transaction that has nothing more to do.
var errLeft = errors.New("left the queue")

// standing runs a transaction that stands in a queue, and then does what it is
// told.
func standing(operator context.Context, s *ent.Store, queue func(*ent.Tx, context.Context, ...ident.ID) error, rows []ident.ID, then func()) error {
	_, err := ent.Work(operator, s, "registerArea", input{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
		if err := queue(tx, ctx, rows...); err != nil {
			return nil, err
		}
		then()
		return nil, errLeft
	})
	if errors.Is(err, errLeft) {
		return nil
	}
	return err
}

// ids are identifiers of as many rows; no two of the first 256 share a gate.
func ids(s *ent.Store, count int) []ident.ID {
	rows := make([]ident.ID, count)
	for i := range rows {
		rows[i] = ident.New(ident.KindVote, s.Now())
		rows[i][15] = byte(i)
	}
	return rows
}

// Those who share pass together; who updates waits for whoever is there, and
// nobody overtakes.
func TestQueue(t *testing.T) {
	s := enttest.Open(t, ent.Config{URL: enttest.PostgreSQL(t)})
	operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
	rows := ids(s, 2)
	share, update := (*ent.Tx).QueueToShare, (*ent.Tx).QueueToUpdate
	for name, c := range map[string]struct {
		first, second func(*ent.Tx, context.Context, ...ident.ID) error
		of            []ident.ID
		waits         bool
	}{
		"share after share":             {share, share, rows, false},
		"update after share":            {share, update, rows, true},
		"share after update":            {update, share, rows, true},
		"update after update":           {update, update, rows, true},
		"update after update elsewhere": {update, update, rows[1:], false},
	} {
		t.Run(name, func(t *testing.T) {
			held, leave := make(chan struct{}), make(chan struct{})
			first, second := make(chan error, 1), make(chan error, 1)
			go func() {
				first <- standing(operator, s, c.first, rows[:1], func() {
					close(held)
					<-leave
				})
			}()
			<-held
			go func() { second <- standing(operator, s, c.second, c.of, func() {}) }()
			waited := false
			for !waited && len(second) == 0 {
				waited = enttest.Waiting(t, s) > 0
			}
			close(leave)
			if err := errors.Join(<-first, <-second); err != nil {
				t.Error(err)
			}
			if waited != c.waits {
				t.Errorf("the second waited: %t", waited)
			}
		})
	}
}

// Two that stand in many queues never wait for each other, in whatever order
// they name them.
func TestQueuesAreInOneOrder(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		const rounds = 20
		var passed atomic.Int64
		var everybody sync.WaitGroup
		for range 4 {
			everybody.Go(func() {
				for range rounds {
					rows := ids(s, 256)
					rand.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
					if err := standing(operator, s, (*ent.Tx).QueueToUpdate, rows, func() { passed.Add(1) }); err != nil {
						t.Error(err)
					}
				}
			})
		}
		everybody.Wait()
		if passed.Load() != 4*rounds {
			t.Errorf("%d passed", passed.Load())
		}
	})
}

// However many rows a transaction names, the server has room for its locks.
func TestQueueHasRoom(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		if err := standing(operator, s, (*ent.Tx).QueueToShare, ids(s, 50_000), func() {}); err != nil {
			t.Error(err)
		}
	})
}
