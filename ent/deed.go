package ent

import (
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sifang/ent/db"
	"sifang/schema/ident"
	"sifang/schema/ledger"
	"sifang/schema/mandate"
)

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

// entry is the record of one deed, ready to be written: the event that can be
// asked for, what it only commits to, the leaf on its way to the log, and the
// answer to the caller's key, if there was one.
type entry struct {
	event   *db.AuditEventCreate
	salts   []*db.SaltCreate
	outbox  *db.OutboxCreate
	request *db.RequestCreate
}

// enter makes the entry of a deed. The hash is that of the input.
func enter[P any](tx *Tx, d *Deed[P], hash []byte) (entry, error) {
	if d.grant.Verb() != tx.verb {
		return entry{}, fmt.Errorf("a grant for %q cannot justify %s", d.grant.Verb(), tx.verb)
	}
	record := ledger.Record{
		Event: ident.New(ident.KindAuditEvent, tx.Now), Verb: tx.verb, Subject: d.subject,
		Actor: tx.Viewer.Person, At: tx.Now, Facts: d.facts, Sealed: tx.seals,
	}
	if tx.Viewer.Clock {
		record.Facts = map[string]any{"clock": true}
		maps.Copy(record.Facts, d.facts)
	}
	if tx.order.RequestID != nil {
		record.Request = *tx.order.RequestID
	}
	leaf, err := record.Leaf()
	if err != nil {
		return entry{}, err
	}
	var e entry
	e.event = tx.AuditEvent.Create().SetID(record.Event).SetVerb(tx.verb).SetSubjectID(d.subject).
		SetNillableCommunityID(d.community).SetNillableRequestID(tx.order.RequestID).SetLeaf(leaf)
	if !tx.Viewer.Person.IsZero() {
		e.event.SetActorID(tx.Viewer.Person)
	}
	for _, s := range tx.seals {
		e.salts = append(e.salts, tx.Salt.Create().SetEventID(record.Event).SetName(s.Name).SetSalt(s.Salt).SetContent(s.Content))
	}
	e.outbox = tx.Outbox.Create().SetID(record.Event).SetLeaf(leaf)
	e.request, err = tx.remember(hash, d.payload)
	return e, err
}

// keyOf is the caller with the key, as one text.
func keyOf(m *db.RequestMutation) string {
	caller, _ := m.Caller()
	key, _ := m.Key()
	return caller + " " + key
}

// writeDown writes entries, a statement for each table.
func writeDown(ctx context.Context, c *db.Client, entries ...entry) error {
	var events []*db.AuditEventCreate
	var salts []*db.SaltCreate
	var outbox []*db.OutboxCreate
	var requests []*db.RequestCreate
	for _, e := range entries {
		events = append(events, e.event)
		salts = append(salts, e.salts...)
		outbox = append(outbox, e.outbox)
		if e.request != nil {
			requests = append(requests, e.request)
		}
	}
	if err := c.AuditEvent.CreateBulk(events...).Exec(ctx); err != nil {
		return err
	}
	if err := c.Salt.CreateBulk(salts...).Exec(ctx); err != nil {
		return err
	}
	if err := c.Outbox.CreateBulk(outbox...).Exec(ctx); err != nil {
		return err
	}
	// Of two processes given the same orders each writes the keys in the same
	// order, so that one waits for the other and never both.
	slices.SortFunc(requests, func(a, b *db.RequestCreate) int {
		return strings.Compare(keyOf(a.Mutation()), keyOf(b.Mutation()))
	})
	return c.Request.CreateBulk(requests...).Exec(ctx)
}
