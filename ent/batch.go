package ent

import (
	"context"
	"errors"
	"sync"

	"sifang/schema/ident"
)

// ErrClosed reports an order to a Batcher that takes none any more.
var ErrClosed = errors.New("the service is shutting down")

const (
	// batchSize is how many orders share a transaction at most.
	batchSize = 256
	// batchRoom is how many orders wait at most; the next caller waits with
	// empty hands until there is room.
	batchRoom = 4096
)

// Batcher runs the orders of one verb together: those that come in while a
// transaction is under way share the next one, so that a thousand voters cost
// a few commits and not a thousand. An order that comes alone is not kept
// waiting. Of one Batcher one transaction is under way at a time.
//
// Each order has an answer of its own, exactly the one that Work would have
// given. If a transaction fails, the store reports why and each of its orders
// runs alone, so that one that cannot be run spoils no other. If it is unknown
// whether it was committed, only orders with a key run again; to the others
// that is the answer, ErrUnknownFate.
//
// While a transaction waits for a lock, the orders behind it wait, too, also
// those that have nothing to do with it: for as long as one verb of somebody else
// takes, which the deadline of that verb bounds. No lock_timeout cuts this short.
// The orders of a transaction that gave up would run alone, one after the other,
// and each would wait for the same lock again.
type Batcher[I Input, P any] struct {
	store *Store
	verb  string
	do    func(context.Context, *Tx, []*Part[I, P]) error
	room  chan struct{}

	mu      sync.Mutex
	idle    *sync.Cond
	waiting []*job[I, P]
	busy    bool
	closed  bool
}

// Part is one order of several that share a transaction. Its Tx is the
// transaction as the one who gave the order stands in it: their mandate, their
// seals. The verb sets either Deed or Err, and writes nothing for an order that
// it refuses.
type Part[I Input, P any] struct {
	*Tx
	Input I
	Deed  *Deed[P]
	Err   error

	unknown *Viewer // whose offices were not yet looked up
	hash    []byte
	job     *job[I, P]
}

// job is an order with the caller who waits for its answer.
type job[I Input, P any] struct {
	ctx   context.Context
	order Order
	in    I
	done  chan answer[P]
}

type answer[P any] struct {
	payload P
	err     error
}

// NewBatcher makes a Batcher for a verb. The closure decides about all parts
// of a transaction at once; like that of Work it may run more than once. It
// fails only if the transaction as a whole has to be taken back.
func NewBatcher[I Input, P any](s *Store, verb string, do func(context.Context, *Tx, []*Part[I, P]) error) *Batcher[I, P] {
	b := &Batcher[I, P]{store: s, verb: verb, do: do, room: make(chan struct{}, batchRoom)}
	b.idle = sync.NewCond(&b.mu)
	return b
}

// Do runs an order and answers what Work would, or ErrClosed. A caller who
// goes away gets the error of the context and does not learn whether the order
// was run: asking again with the same requestId tells, and runs it if it was
// not.
func (b *Batcher[I, P]) Do(ctx context.Context, in I) (P, error) {
	var none P
	order, err := orderOf(ctx, in)
	if err != nil {
		return none, err
	}
	if order.DryRun {
		return b.alone(ctx, in)
	}
	select {
	case b.room <- struct{}{}:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	j := &job[I, P]{ctx: ctx, order: order, in: in, done: make(chan answer[P], 1)}
	if err := b.add(j); err != nil {
		<-b.room
		return none, err
	}
	select {
	case a := <-j.done:
		return a.payload, a.err
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// Close waits until every order taken is answered and takes no more.
func (b *Batcher[I, P]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	for b.busy {
		b.idle.Wait()
	}
}

func (b *Batcher[I, P]) add(j *job[I, P]) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return ErrClosed
	}
	b.waiting = append(b.waiting, j)
	if !b.busy {
		b.busy = true
		go b.work()
	}
	return nil
}

// work serves whoever waits, and ends when nobody does.
func (b *Batcher[I, P]) work() {
	for {
		jobs := b.take()
		if len(jobs) == 0 {
			return
		}
		b.serve(jobs)
	}
}

// take takes the orders that go together next. Of two that one caller gave
// under one key, the second is left for later, when the first has its answer.
func (b *Batcher[I, P]) take() []*job[I, P] {
	b.mu.Lock()
	defer b.mu.Unlock()
	type key struct {
		person ident.ID
		name   string
	}
	var jobs, left []*job[I, P]
	given := map[key]bool{}
	for _, j := range b.waiting {
		k := key{person: ViewerFrom(j.ctx).Person}
		if j.order.RequestID != nil {
			k.name = *j.order.RequestID
		}
		if len(jobs) == batchSize || k.name != "" && given[k] {
			left = append(left, j)
			continue
		}
		given[k] = true
		jobs = append(jobs, j)
	}
	b.waiting = left
	if len(jobs) == 0 {
		b.busy = false
		b.idle.Broadcast()
	}
	for range jobs {
		<-b.room
	}
	return jobs
}
