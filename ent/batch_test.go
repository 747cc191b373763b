package ent_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// registry registers streets in batches. Its first transaction waits until it
// is let go, so that a test decides what comes together in the next one.
type registry struct {
	*ent.Batcher[input, payload]
	entered, gate chan struct{}
	wait          sync.Once

	mu      sync.Mutex
	batches []int
}

func newRegistry(s *ent.Store) *registry {
	r := &registry{entered: make(chan struct{}), gate: make(chan struct{})}
	r.Batcher = ent.NewBatcher(s, "registerArea", r.do)
	return r
}

func (r *registry) do(ctx context.Context, tx *ent.Tx, parts []*ent.Part[input, payload]) error {
	r.wait.Do(func() {
		close(r.entered)
		<-r.gate
	})
	r.mu.Lock()
	r.batches = append(r.batches, len(parts))
	r.mu.Unlock()
	var rows []*db.AreaCreate
	for _, p := range parts {
		switch p.Input.Name {
		case "":
			p.Err = fault.New(fault.Blank).At("name")
			continue
		case "panic":
			panic("an order that nobody thought of")
		}
		grant, refused := mandate.Ask("registerArea", p.Viewer, mandate.Subject{})
		if refused != nil {
			p.Err = refused
			continue
		}
		id := ident.New(ident.KindArea, p.Now)
		kind := schema.AreaKindStreet
		if p.Input.Name == "poison" {
			kind = "NO_SUCH_KIND"
		}
		p.Seal("name", p.Input.Name)
		rows = append(rows, tx.Area.Create().SetID(id).SetKind(kind).SetName(p.Input.Name).SetPilot(false).SetFrom(p.Today))
		p.Deed = ent.Did(payload{AreaID: id}, grant, id, nil, nil)
	}
	return tx.Area.CreateBulk(rows...).Exec(ctx)
}

// order is an order that was given.
type order struct {
	in      input
	payload payload
	err     error
}

// together gives orders in one batch: the first alone, which keeps the others
// waiting until all are there.
func (r *registry) together(ctx context.Context, t *testing.T, orders []*order) {
	t.Helper()
	var all sync.WaitGroup
	give := func(o *order) {
		all.Go(func() { o.payload, o.err = r.Do(ctx, o.in) })
	}
	give(&order{in: input{Name: "first"}})
	<-r.entered
	for _, o := range orders {
		give(o)
		r.settle(t)
	}
	close(r.gate)
	all.Wait()
}

// settle lets an order that was given reach the queue.
func (r *registry) settle(t *testing.T) {
	t.Helper()
	r.queued++
	for ent.Waiting(r.Batcher) < r.queued {
		runtime.Gosched()
	}
}
