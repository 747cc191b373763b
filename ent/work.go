package ent

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"time"

	"entgo.io/ent/dialect/sql/sqlgraph"
	"github.com/lib/pq"

	"sifang/ent/db"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ledger"
	"sifang/schema/mandate"
)

// Order is the part that the inputs of all verbs have in common.
type Order struct {
	// RequestID is the caller's key: the same key with the same input is
	// answered once, however often it comes.
	RequestID *string `json:"-"`
	// DryRun runs everything and then takes it back.
	DryRun bool `json:"-"`
}

// Tx is one transaction of one verb. What it reads is whole: the guard stands
// aside, and the mandate alone decides.
type Tx struct {
	*db.Client
	Now    time.Time
	Today  day.Date
	Viewer mandate.Viewer

	verb    string
	order   Order
	dialect string
	clock   func() time.Time
	seals   []ledger.Sealed
}

// CatchUp moves the time of the verb to the present, or to the given instant if
// that is later. A verb that had to wait for others asks for it, so that what it
// writes does not look older than what they wrote.
func (tx *Tx) CatchUp(notBefore time.Time) {
	tx.Now = tx.clock()
	if tx.Now.Before(notBefore) {
		tx.Now = notBefore
	}
	tx.Today = day.Of(tx.Now)
}

// Terms are the order itself; the inputs of all verbs inherit it.
func (o Order) Terms() Order { return o }

// Input is what every verb takes.
type Input interface{ Terms() Order }

const (
	attempts = 4
	deadline = 10 * time.Second
)

// ErrUnknownFate reports that the database was asked to commit and that its
// answer did not arrive, or is no clear one: what the verb wrote may stand or
// not. The caller asks again with the same requestId, which answers what was
// done or does it; without a key they have to look. It stands beside the error
// of the driver.
var ErrUnknownFate = errors.New("it is unknown whether the transaction was committed")

type workKey struct{}

// errDryRun takes back what a dry run wrote.
var errDryRun = errors.New("dry run")

// Work runs one verb in one transaction: begin, run, write the record, commit.
//
// The closure may run more than once, so whatever it sets outside of itself it
// assigns and never appends to. Serialization failures and deadlocks are tried
// again a few times; a unique violation once, because by then the other row is
// committed and gathering the facts again refuses by name.
//
// The mandate is that of the moment at which the verb begins: which offices the
// viewer holds is read once, before anything is locked. An office that ends
// while the verb waits for a lock still carries it.
//
// The answer is the payload, a refusal (fault.Faults), ErrUnauthenticated, or a
// failure of the service. After anything but a payload nothing was written,
// unless the failure is ErrUnknownFate.
func Work[P any](ctx context.Context, s *Store, verb string, in Input, do func(context.Context, *Tx) (*Deed[P], error)) (P, error) {
	var payload, none P
	order, err := orderOf(ctx, in)
	if err != nil {
		return none, err
	}
	err = insist(ctx, func() error {
		return s.transact(ctx, func(ctx context.Context, tx *Tx) error {
			tx.verb, tx.order = verb, order
			done, err := within(ctx, tx, in, do)
			if err == nil && order.DryRun {
				err = errDryRun
			}
			payload = done
			return err
		})
	})
	if err != nil {
		return none, told(verb, err)
	}
	return payload, nil
}

// orderOf is the order in the input, with its key from there or from outside.
// It refuses visitors, and keys that are none.
func orderOf(ctx context.Context, in Input) (Order, error) {
	order := in.Terms()
	if ViewerFrom(ctx).visitor() {
		return order, ErrUnauthenticated
	}
	if order.RequestID == nil {
		order.RequestID = requestKey(ctx)
	}
	if bad := CheckKey(order.RequestID); bad != nil {
		return order, fault.Faults{bad}
	}
	return order, nil
}

// told is how a verb that failed is answered: nil after a dry run that found
// nothing, otherwise a refusal or a failure that names the verb.
func told(verb string, err error) error {
	if errors.Is(err, errDryRun) {
		return nil
	}
	if faults, ok := fault.Of(err); ok {
		return faults
	}
	return fmt.Errorf("%s: %w", verb, err)
}

// insist runs work until it is done, or fails in a way that trying again does
// not mend.
func insist(ctx context.Context, work func() error) error {
	err := work()
	doubled := false // a unique violation was tried again
	for n := 1; n < attempts && err != nil && !errors.Is(err, ErrUnknownFate); n++ {
		switch {
		case crossed(err):
		case !doubled && sqlgraph.IsUniqueConstraintError(err):
			doubled = true
		default:
			return err
		}
		if err := pause(ctx, n); err != nil {
			return err
		}
		err = work()
	}
	return err
}

// crossed reports a transaction that was taken back because it got in the way
// of another one: a serialization failure, or a deadlock.
func crossed(err error) bool {
	var bad *pq.Error
	return errors.As(err, &bad) && (bad.Code == "40001" || bad.Code == "40P01")
}

// pause waits a little longer each time, and never the same as the other side
// of a deadlock.
func pause(ctx context.Context, n int) error {
	timer := time.NewTimer(time.Duration(n) * (time.Millisecond + mathrand.N(10*time.Millisecond)))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// transact is the only place where a transaction begins: begin, run, commit.
func (s *Store) transact(ctx context.Context, run func(context.Context, *Tx) error) error {
	// A caller who hangs up does not end what runs for them: whether a commit
	// took place is left open by nothing but its own failure.
	begun, cancel := context.WithTimeout(context.WithoutCancel(ctx), deadline)
	defer cancel()
	inner, err := s.client.Tx(begun)
	if err != nil {
		return err
	}
	// Not before: on SQLite a transaction waits here for those before it.
	now := s.now()
	tx := &Tx{Client: inner.Client(), Now: now, Today: day.Of(now), clock: s.now, dialect: string(s.engine)}
	if err := run(context.WithValue(Unguarded(ctx), workKey{}, tx), tx); err != nil {
		return errors.Join(err, rollback(inner))
	}
	return fate(inner.Commit())
}

// fate tells what became of a transaction that was to be committed. That it was
// taken back is certain only if the server was never asked, or said so: for a
// conflict with another one, a broken constraint, or because it was cancelled.
func fate(err error) error {
	var said *pq.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrTxDone), errors.Is(err, pq.ErrInFailedTransaction):
		return err
	case errors.As(err, &said) && (crossed(err) || said.Code.Class() == "23" || said.Code == "57014"):
		return err
	default:
		return fmt.Errorf("%w: %w", ErrUnknownFate, err)
	}
}

func rollback(tx *db.Tx) error {
	if err := tx.Rollback(); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}

func within[P any](ctx context.Context, tx *Tx, in Input, do func(context.Context, *Tx) (*Deed[P], error)) (P, error) {
	var payload, none P
	var err error
	if tx.Viewer, err = powers(ctx, tx.Client, ViewerFrom(ctx), tx.Today); err != nil {
		return none, err
	}
	hash, err := fingerprint(in)
	if err != nil {
		return none, err
	}
	if answered, err := tx.answered(ctx, hash, &payload); answered || err != nil {
		return payload, err
	}
	deed, err := do(ctx, tx)
	if err != nil {
		return none, err
	}
	record, err := enter(tx, deed, hash)
	if err != nil {
		return none, err
	}
	return deed.payload, writeDown(ctx, tx.Client, record)
}
