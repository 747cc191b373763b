package ent_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/enttest"
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

// order is an order that was given, and how it was answered.
type order struct {
	ctx     context.Context
	in      input
	payload payload
	err     error
}

// together gives orders that share a transaction: one that is not among them
// goes first, and keeps them waiting until all are there.
func (r *registry) together(operator context.Context, orders []*order) {
	var all sync.WaitGroup
	give := func(o *order) { all.Go(func() { o.payload, o.err = r.Do(o.ctx, o.in) }) }
	give(&order{ctx: operator, in: input{Name: "先到"}})
	<-r.entered
	for i, o := range orders {
		give(o)
		for ent.Waiting(r.Batcher) <= i {
			runtime.Gosched()
		}
	}
	close(r.gate)
	all.Wait()
}

// streets are the names of the streets there are, but for the one that keeps
// the others waiting.
func streets(ctx context.Context, t *testing.T, s *ent.Store) []string {
	t.Helper()
	names, err := s.Read().Area.Query().Where(area.NameNEQ("先到")).Order(area.ByID()).Select(area.FieldName).Strings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestOrdersShareATransaction(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		var orders []*order
		for i := range 600 {
			orders = append(orders, &order{ctx: operator, in: input{Name: fmt.Sprintf("%03d", i)}})
		}
		orders[7].in.Name = ""
		r.together(operator, orders)
		if !slices.Equal(r.batches, []int{1, 256, 256, 88}) {
			t.Errorf("transactions of %v", r.batches)
		}
		for i, o := range orders {
			faults, refused := fault.Of(o.err)
			switch {
			case i == 7 && refused && faults[0].Code == fault.Blank && o.payload.AreaID.IsZero():
			case i == 7 || o.err != nil:
				t.Fatalf("order %d: %v", i, o.err)
			case s.Read().Area.GetX(operator, o.payload.AreaID).Name != o.in.Name:
				t.Errorf("order %d has the answer of another one", i)
			}
		}
		all := ent.Unguarded(operator)
		for name, got := range map[string]int{
			"streets": len(streets(operator, t, s)) + 1, "records": s.Read().AuditEvent.Query().CountX(all),
			"leaves": s.Read().Outbox.Query().CountX(all), "salts": s.Read().Salt.Query().CountX(all),
		} {
			if got != 600 { // 599 and the one that went first
				t.Errorf("%d %s", got, name)
			}
		}
	})
}

func TestOneOrderSpoilsNoOther(t *testing.T) {
	for _, bad := range []string{"poison", "panic"} {
		t.Run(bad, func(t *testing.T) {
			each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
				r := newRegistry(s)
				var orders []*order
				for _, name := range []string{"一", bad, "二", ""} {
					orders = append(orders, &order{ctx: operator, in: input{Name: name}})
				}
				r.together(operator, orders)
				if _, refused := fault.Of(orders[1].err); orders[1].err == nil || refused {
					t.Errorf("the bad order was answered %v", orders[1].err)
				}
				if _, refused := fault.Of(orders[3].err); !refused {
					t.Errorf("the refused order was answered %v", orders[3].err)
				}
				if orders[0].err != nil || orders[2].err != nil {
					t.Errorf("the others were answered %v and %v", orders[0].err, orders[2].err)
				}
				if got := streets(operator, t, s); !slices.Equal(got, []string{"一", "二"}) {
					t.Errorf("there are %v", got)
				}
			})
		})
	}
}

// A button pressed twice is one order, also if both come at once.
func TestOneKeyInOneBatch(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		key := "k"
		keyed := ent.Order{RequestID: &key}
		orders := []*order{
			{ctx: operator, in: input{Order: keyed, Name: "一"}},
			{ctx: operator, in: input{Order: keyed, Name: "一"}},
			{ctx: ent.WithRequestKey(operator, key), in: input{Name: "二"}},
			{ctx: operator, in: input{Name: "三"}},
		}
		r.together(operator, orders)
		if orders[0].err != nil || orders[1].err != nil || orders[0].payload != orders[1].payload {
			t.Errorf("answered %v, %v and %v, %v", orders[0].payload, orders[0].err, orders[1].payload, orders[1].err)
		}
		if faults, _ := fault.Of(orders[2].err); len(faults) != 1 || faults[0].Code != fault.RequestIDReused {
			t.Errorf("another input under the key was answered %v", orders[2].err)
		}
		if got := streets(operator, t, s); !slices.Equal(got, []string{"一", "三"}) {
			t.Errorf("there are %v", got)
		}
		before, err := r.Do(operator, orders[0].in)
		if err != nil || before != orders[0].payload {
			t.Errorf("asked later, answered %v, %v", before, err)
		}
	})
}

// Who goes away may ask again, and is answered as if they had stayed.
func TestWhoGoesAwayAsksAgain(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		key := "k"
		in := input{Order: ent.Order{RequestID: &key}, Name: "一"}
		impatient, leave := context.WithCancel(operator)
		gone := make(chan error)
		go func() {
			_, err := r.Do(impatient, in)
			gone <- err
		}()
		<-r.entered
		leave()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Errorf("left and was answered %v", err)
		}
		close(r.gate)
		first, err := r.Do(operator, in)
		if err != nil {
			t.Fatal(err)
		}
		again, err := r.Do(operator, in)
		if err != nil || again != first {
			t.Errorf("answered %v, then %v, %v", first, again, err)
		}
		if got := streets(operator, t, s); !slices.Equal(got, []string{"一"}) {
			t.Errorf("there are %v", got)
		}
	})
}

func TestBatcherCloses(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		o := &order{ctx: operator, in: input{Name: "一"}}
		r.together(operator, []*order{o})
		r.Close()
		if o.err != nil || !ent.Idle(r.Batcher) {
			t.Errorf("closed while something went on; answered %v", o.err)
		}
		if _, err := r.Do(operator, input{Name: "二"}); !errors.Is(err, ent.ErrClosed) {
			t.Errorf("after the close answered %v", err)
		}
	})
}

func TestBatcherAnswersLikeWork(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		r := newRegistry(s)
		close(r.gate)
		if _, err := r.Do(t.Context(), input{Name: "一"}); !errors.Is(err, ent.ErrUnauthenticated) {
			t.Errorf("a visitor was answered %v", err)
		}
		blank := " "
		_, err := r.Do(operator, input{Order: ent.Order{RequestID: &blank}, Name: "一"})
		if faults, _ := fault.Of(err); len(faults) != 1 || faults[0].Code != fault.Blank {
			t.Errorf("a blank key was answered %v", err)
		}
		stranger := ent.WithViewer(t.Context(), &ent.Viewer{Person: ident.New(ident.KindPerson, s.Now())})
		_, err = r.Do(stranger, input{Name: "一"})
		if faults, _ := fault.Of(err); len(faults) != 1 || faults[0].Code != fault.NotMandated {
			t.Errorf("a stranger was answered %v", err)
		}
		tried, err := r.Do(operator, input{Order: ent.Order{DryRun: true}, Name: "一"})
		if err != nil || !tried.AreaID.IsZero() {
			t.Errorf("a dry run was answered %v, %v", tried, err)
		}
		if got := streets(operator, t, s); len(got) != 0 {
			t.Errorf("there are %v", got)
		}
	})
}
