package ent

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"

	"sifang/ent/db/request"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// serve answers orders: together, or each alone if that fails.
func (b *Batcher[I, P]) serve(jobs []*job[I, P]) {
	// Who has gone away without an answer asks again.
	jobs = slices.DeleteFunc(jobs, func(j *job[I, P]) bool { return j.ctx.Err() != nil })
	var failed error
	if len(jobs) > 1 {
		if failed = b.together(jobs); failed == nil {
			return
		}
		b.store.report(fmt.Errorf("%s: %d orders in one transaction: %w", b.verb, len(jobs), failed))
	}
	for _, j := range jobs {
		// What may have been done already is done again only under a key, by
		// which it is known.
		if errors.Is(failed, ErrUnknownFate) && j.order.RequestID == nil {
			j.done <- answer[P]{err: told(b.verb, failed)}
			continue
		}
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
