package ent

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql/sqlgraph"
	"github.com/lib/pq"

	"sifang/ent/db"
	"sifang/ent/db/request"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
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
	seals   []ledger.Sealed
}

// Terms are the order itself; the inputs of all verbs inherit it.
func (o Order) Terms() Order { return o }

// Input is what every verb takes.
type Input interface{ Terms() Order }

// Deed is what a verb did, as the record will tell it, and what it answers.
// Only Did makes one, and only from a grant, so no verb can forget to ask or
// to record.
type Deed[P any] struct {
	payload   P
	grant     mandate.Grant
	subject   ident.ID
	community *ident.ID
	facts     map[string]any
}

// Did says what was done, to what, in which community, and the facts that
// matter about it. Facts hold nothing personal: that goes into Seal.
func Did[P any](payload P, g mandate.Grant, subject ident.ID, community *ident.ID, facts map[string]any) *Deed[P] {
	return &Deed[P]{payload: payload, grant: g, subject: subject, community: community, facts: facts}
}

// Seal commits the record to personal content without telling it.
func (tx *Tx) Seal(name, content string) {
	salt := make([]byte, 32)
	_, _ = rand.Read(salt) // crypto/rand never fails: it ends the program instead
	tx.seals = append(tx.seals, ledger.Sealed{Name: name, Salt: salt, Content: []byte(content)})
}

const (
	attempts = 4
	deadline = 10 * time.Second
)

type workKey struct{}

// errDryRun takes back what a dry run wrote.
var errDryRun = errors.New("dry run")

// Work runs one verb in one transaction: begin, run, write the record, commit.
// It is the only place where a transaction begins.
//
// The closure may run more than once, so whatever it sets outside of itself it
// assigns and never appends to. Serialization failures and deadlocks are tried
// again a few times; a unique violation once, because by then the other row is
// committed and gathering the facts again refuses by name.
//
// The answer is the payload, a refusal (fault.Faults), ErrUnauthenticated, or a
// failure of the service. After anything but a payload nothing was written.
func Work[P any](ctx context.Context, s *Store, verb string, in Input, do func(context.Context, *Tx) (*Deed[P], error)) (P, error) {
	var none P
	if ViewerFrom(ctx).visitor() {
		return none, ErrUnauthenticated
	}
	if bad := checkKey(in.Terms().RequestID); bad != nil {
		return none, fault.Faults{bad}
	}
	payload, err := try(ctx, s, verb, in, do)
	for n := 1; n < attempts && again(err, n); n++ {
		if err := pause(ctx, n); err != nil {
			return none, err
		}
		payload, err = try(ctx, s, verb, in, do)
	}
	switch {
	case errors.Is(err, errDryRun):
		return none, nil
	case err == nil:
		return payload, nil
	case sqlgraph.IsUniqueConstraintError(err):
		return none, fault.Faults{fault.New(fault.AlreadyExists, "kind", verb)}
	}
	if faults, ok := fault.Of(err); ok {
		return none, faults
	}
	return none, fmt.Errorf("%s: %w", verb, err)
}

const longestKey = 200

func checkKey(key *string) *fault.Fault {
	switch {
	case key == nil:
		return nil
	case strings.TrimSpace(*key) == "":
		return fault.New(fault.Blank).At("requestId")
	case len([]rune(*key)) > longestKey:
		return fault.New(fault.TooLong, "limit", longestKey, "length", len([]rune(*key))).At("requestId")
	}
	return nil
}

func again(err error, n int) bool {
	var bad *pq.Error
	if errors.As(err, &bad) && (bad.Code == "40001" || bad.Code == "40P01") {
		return true
	}
	return err != nil && n == 1 && sqlgraph.IsUniqueConstraintError(err)
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

func try[P any](ctx context.Context, s *Store, verb string, in Input, do func(context.Context, *Tx) (*Deed[P], error)) (P, error) {
	var none P
	// A caller who hangs up ends the statement that runs, but never leaves it
	// open whether a commit took place.
	begun, cancel := context.WithTimeout(context.WithoutCancel(ctx), deadline)
	defer cancel()
	now := s.now()
	inner, err := s.client.Tx(begun)
	if err != nil {
		return none, err
	}
	ctx = context.WithValue(Unguarded(ctx), workKey{}, now)
	tx := &Tx{Client: inner.Client(), Now: now, Today: day.Of(now), verb: verb, order: in.Terms(), dialect: string(s.engine)}
	payload, err := within(ctx, tx, in, do)
	if err == nil && tx.order.DryRun {
		err = errDryRun
	}
	if err != nil {
		return none, errors.Join(err, rollback(inner))
	}
	return payload, inner.Commit()
}

func rollback(tx *db.Tx) error {
	if err := tx.Rollback(); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}

func within[P any](ctx context.Context, tx *Tx, in Input, do func(context.Context, *Tx) (*Deed[P], error)) (P, error) {
	var payload, none P
	viewer := ViewerFrom(ctx)
	powers, err := powers(ctx, tx.Client, viewer, tx.Today)
	if err != nil {
		return none, err
	}
	tx.Viewer = powers
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
	if err := write(ctx, tx, deed); err != nil {
		return none, err
	}
	return deed.payload, tx.remember(ctx, hash, deed.payload)
}

func fingerprint(in Input) ([]byte, error) {
	text, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("read input: %w", err)
	}
	sum := sha256.Sum256(text)
	return sum[:], nil
}

func (tx *Tx) caller() string {
	if tx.Viewer.Operator {
		return "operator"
	}
	return tx.Viewer.Person.String()
}

// answered finds what was answered to the caller's key before. The same key
// with another input is refused.
func (tx *Tx) answered(ctx context.Context, hash []byte, payload any) (bool, error) {
	if tx.order.RequestID == nil {
		return false, nil
	}
	before, err := tx.Request.Query().
		Where(request.Caller(tx.caller()), request.Key(*tx.order.RequestID)).Only(ctx)
	if db.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if before.Verb != tx.verb || string(before.Input) != string(hash) {
		return false, fault.New(fault.RequestIDReused).At("requestId")
	}
	return true, json.Unmarshal(before.Payload, payload)
}

func (tx *Tx) remember(ctx context.Context, hash []byte, payload any) error {
	if tx.order.RequestID == nil {
		return nil
	}
	text, err := json.Marshal(payload)
	if err != nil {
		return fmt.Errorf("keep answer: %w", err)
	}
	return tx.Request.Create().SetCaller(tx.caller()).SetKey(*tx.order.RequestID).SetVerb(tx.verb).
		SetInput(hash).SetPayload(text).SetAnsweredAt(tx.Now).Exec(ctx)
}

// write puts the record of the deed into the outbox, and where it can be asked
// for.
func write[P any](ctx context.Context, tx *Tx, d *Deed[P]) error {
	if d.grant.Verb() != tx.verb {
		return fmt.Errorf("a grant for %q cannot justify %s", d.grant.Verb(), tx.verb)
	}
	record := ledger.Record{
		Event: ident.New(ident.KindAuditEvent, tx.Now), Verb: tx.verb, Subject: d.subject,
		Actor: tx.Viewer.Person, At: tx.Now, Facts: d.facts, Sealed: tx.seals,
	}
	if tx.order.RequestID != nil {
		record.Request = *tx.order.RequestID
	}
	leaf, err := record.Leaf()
	if err != nil {
		return err
	}
	event := tx.AuditEvent.Create().SetID(record.Event).SetVerb(tx.verb).SetSubjectID(d.subject).
		SetNillableCommunityID(d.community).SetNillableRequestID(tx.order.RequestID).SetLeaf(leaf)
	if !tx.Viewer.Person.IsZero() {
		event.SetActorID(tx.Viewer.Person)
	}
	if err := event.Exec(ctx); err != nil {
		return err
	}
	for _, s := range tx.seals {
		if err := tx.Salt.Create().SetEventID(record.Event).SetName(s.Name).SetSalt(s.Salt).SetContent(s.Content).Exec(ctx); err != nil {
			return err
		}
	}
	return tx.Outbox.Create().SetID(record.Event).SetLeaf(leaf).Exec(ctx)
}
