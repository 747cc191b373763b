package ent_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"entgo.io/ent/dialect/sql"
	"github.com/lib/pq"

	"sifang/ent"
	"sifang/ent/db/request"
	"sifang/ent/enttest"
	"sifang/ent/migrations"
	"sifang/schema/fault"
)

// Of a commit whose answer was lost nobody claims that nothing was written, and
// nobody does it again unasked; the key tells what was done.
func TestCommitOfUnknownFate(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		commits := 0
		ent.Lose(s, func() bool { commits++; return commits == 1 })
		key := "k"
		in := input{Order: ent.Order{RequestID: &key}, Name: "一"}
		_, err := work(operator, s, in)
		if _, refused := fault.Of(err); refused || !errors.Is(err, ent.ErrUnknownFate) || !errors.Is(err, ent.ErrLost) {
			t.Errorf("answered %v", err)
		}
		if commits != 1 {
			t.Errorf("committed %d times", commits)
		}
		again, err := work(operator, s, in)
		if err != nil || s.Read().Area.GetX(operator, again.AreaID).Name != "一" {
			t.Errorf("asked again, answered %v, %v", again, err)
		}
		if n := s.Read().Area.Query().CountX(operator); n != 1 {
			t.Errorf("%d rows for one key", n)
		}
	})
}

// In a batch those with a key are answered what was done; the others learn that
// nobody knows, and are not registered twice.
func TestBatchOfUnknownFate(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		commits := 0
		ent.Lose(s, func() bool { commits++; return commits == 2 }) // the first is of the one that keeps the others waiting
		r := newRegistry(s)
		key := "k"
		orders := []*order{
			{ctx: operator, in: input{Name: "一"}},
			{ctx: operator, in: input{Order: ent.Order{RequestID: &key}, Name: "二"}},
			{ctx: operator, in: input{Name: ""}},
		}
		r.together(operator, orders)
		if !errors.Is(orders[0].err, ent.ErrUnknownFate) {
			t.Errorf("without a key answered %v", orders[0].err)
		}
		if orders[1].err != nil || s.Read().Area.GetX(operator, orders[1].payload.AreaID).Name != "二" {
			t.Errorf("with a key answered %v, %v", orders[1].payload, orders[1].err)
		}
		if !errors.Is(orders[2].err, ent.ErrUnknownFate) {
			t.Errorf("refused, and answered %v", orders[2].err)
		}
		if got := streets(operator, t, s); !slices.Equal(got, []string{"一", "二"}) {
			t.Errorf("there are %v", got)
		}
	})
}

// Why orders could not share a transaction is told, to whoever runs the
// service.
func TestWhyABatchFailedIsReported(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		var mu sync.Mutex
		var told []error
		s := enttest.Open(t, ent.Config{URL: database, Report: func(err error) {
			mu.Lock()
			defer mu.Unlock()
			told = append(told, err)
		}})
		operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
		ent.Lose(s, func() bool { return true })
		r := newRegistry(s)
		r.together(operator, []*order{{ctx: operator, in: input{Name: "一"}}, {ctx: operator, in: input{Name: "二"}}})
		r.Close()
		if len(told) != 1 || !errors.Is(told[0], ent.ErrLost) {
			t.Errorf("told %v", told)
		}
	})
}

// What another transaction got in the way of is tried again, also if two such
// things happen one after the other; the same unique violation twice is not.
func TestTryingAgain(t *testing.T) {
	deadlock, double := &pq.Error{Code: "40P01"}, &pq.Error{Code: "23505", Message: "duplicate key value violates unique constraint"}
	for _, c := range []struct {
		name   string
		fails  []error
		runs   int
		answer error
	}{
		{"a deadlock, then a unique violation", []error{deadlock, double}, 3, nil},
		{"a unique violation, then a deadlock", []error{double, deadlock}, 3, nil},
		{"a unique violation twice", []error{double, double}, 2, double},
		{"deadlocks without end", []error{deadlock, deadlock, deadlock, deadlock, deadlock}, 4, deadlock},
	} {
		t.Run(c.name, func(t *testing.T) {
			each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
				runs := 0
				_, err := ent.Work(operator, s, "registerArea", input{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
					if runs++; runs <= len(c.fails) {
						return nil, c.fails[runs-1]
					}
					return naming(input{Name: "一"})(ctx, tx)
				})
				if runs != c.runs || !errors.Is(err, c.answer) {
					t.Errorf("ran %d times and answered %v", runs, err)
				}
			})
		})
	}
}

// Two processes that are given the same orders, each in another order, never
// wait for each other: keys are written in an order of their own.
func TestKeysAreWrittenInOrder(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		var orders []*order
		for _, key := range []string{"c", "a", "d", "b"} {
			orders = append(orders, &order{ctx: operator, in: input{Order: ent.Order{RequestID: &key}, Name: key}})
		}
		r.together(operator, orders)
		asWritten := map[migrations.Engine]string{migrations.SQLite: "rowid", migrations.PostgreSQL: "ctid"}[s.Engine()]
		keys, err := s.Read().Request.Query().Order(func(q *sql.Selector) { q.OrderExpr(sql.Expr(asWritten)) }).
			Select(request.FieldKey).Strings(ent.Unguarded(operator))
		if err != nil || !slices.Equal(keys, []string{"a", "b", "c", "d"}) {
			t.Errorf("written in the order %v, %v", keys, err)
		}
	})
}
