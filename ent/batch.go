package ent

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"sifang/ent/db/request"
	"sifang/schema/ident"
	"sifang/schema/mandate"
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
// given. If a transaction fails, each of its orders runs alone, so that one
// that cannot be run spoils no other.
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

// serve answers orders: together, or each alone if that fails.
func (b *Batcher[I, P]) serve(jobs []*job[I, P]) {
	// Who has gone away without an answer asks again.
	jobs = slices.DeleteFunc(jobs, func(j *job[I, P]) bool { return j.ctx.Err() != nil })
	if len(jobs) > 1 && b.together(jobs) == nil {
		return
	}
	for _, j := range jobs {
		payload, err := b.alone(j.ctx, j.in)
		j.done <- answer[P]{payload, err}
	}
}

// alone runs one order as Work does.
func (b *Batcher[I, P]) alone(ctx context.Context, in I) (P, error) {
	var payload P
	err := calm(func() error {
		var err error
		payload, err = Work(ctx, b.store, b.verb, in, func(ctx context.Context, tx *Tx) (*Deed[P], error) {
			part := &Part[I, P]{Tx: tx, Input: in}
			if err := b.do(ctx, tx, []*Part[I, P]{part}); err != nil {
				return nil, err
			}
			return part.Deed, part.Err
		})
		return err
	})
	return payload, err
}

// together runs several orders in one transaction and answers them, unless the
// transaction fails.
func (b *Batcher[I, P]) together(jobs []*job[I, P]) error {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	var answers map[*job[I, P]]answer[P]
	err := calm(func() error {
		return insist(ctx, func() error {
			return b.store.transact(ctx, func(ctx context.Context, tx *Tx) error {
				given, err := b.transaction(ctx, tx, jobs)
				answers = given
				return err
			})
		})
	})
	if err != nil {
		return err
	}
	for _, j := range jobs {
		j.done <- answers[j]
	}
	return nil
}

func (b *Batcher[I, P]) transaction(ctx context.Context, tx *Tx, jobs []*job[I, P]) (map[*job[I, P]]answer[P], error) {
	answers, parts, err := b.recall(ctx, tx, jobs)
	if err != nil || len(parts) == 0 {
		return answers, err
	}
	if err := b.do(ctx, tx, parts); err != nil {
		return nil, err
	}
	var records []entry
	for _, part := range parts {
		if part.Err != nil {
			answers[part.job] = answer[P]{err: told(b.verb, part.Err)}
			continue
		}
		record, err := enter(part.Tx, part.Deed, part.hash)
		if err != nil {
			return nil, err
		}
		records = append(records, record)
		answers[part.job] = answer[P]{payload: part.Deed.payload}
	}
	return answers, writeDown(ctx, tx.Client, records...)
}

// recall answers the orders whose key was answered before, and makes parts of
// the others.
func (b *Batcher[I, P]) recall(ctx context.Context, tx *Tx, jobs []*job[I, P]) (map[*job[I, P]]answer[P], []*Part[I, P], error) {
	parts, callers, keys := make([]*Part[I, P], len(jobs)), []string{}, []string{}
	for i, j := range jobs {
		hash, err := fingerprint(j.in)
		if err != nil {
			return nil, nil, err
		}
		mine := *tx
		viewer := ViewerFrom(j.ctx)
		mine.verb, mine.order = b.verb, j.order
		mine.Viewer = mandate.Viewer{Person: viewer.Person, Operator: viewer.Operator}
		parts[i] = &Part[I, P]{Tx: &mine, Input: j.in, unknown: viewer, hash: hash, job: j}
		if j.order.RequestID != nil {
			callers, keys = append(callers, mine.caller()), append(keys, *j.order.RequestID)
		}
	}
	answers := map[*job[I, P]]answer[P]{}
	if len(keys) == 0 {
		return answers, parts, nil
	}
	before, err := tx.Request.Query().Where(request.CallerIn(callers...), request.KeyIn(keys...)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	parts = slices.DeleteFunc(parts, func(p *Part[I, P]) bool {
		for _, row := range before {
			if p.order.RequestID != nil && row.Caller == p.caller() && row.Key == *p.order.RequestID {
				var a answer[P]
				if err := p.recall(row, p.hash, &a.payload); err != nil {
					a = answer[P]{err: told(b.verb, err)}
				}
				answers[p.job] = a
				return true
			}
		}
		return false
	})
	return answers, parts, nil
}

// Sees is Tx.Sees. The offices of the viewer are looked up only now, because
// most orders never ask; until then the mandate of a part rests on the person
// alone.
func (p *Part[I, P]) Sees(ctx context.Context, id ident.ID) (bool, error) {
	if p.unknown != nil {
		known, err := powers(ctx, p.Client, p.unknown, p.Today)
		if err != nil {
			return false, err
		}
		p.Viewer, p.unknown = known, nil
	}
	return p.Tx.Sees(ctx, id)
}

// calm turns a panic into an error: whoever waits for an answer gets one, and
// one order takes no other down with it.
func calm(do func() error) error {
	var err error
	func() {
		defer func() {
			if cause := recover(); cause != nil {
				err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
			}
		}()
		err = do()
	}()
	return err
}
