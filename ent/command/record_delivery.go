package command

import (
	"cmp"
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/rollentry"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// RecordDeliveryInput is how ballots reached the voters of some entries of a
// roll, and what proves it.
type RecordDeliveryInput struct {
	ent.Order
	EntryIDs        []ident.RollEntry
	Method          schema.DeliveryMethod
	DeliveredAt     time.Time
	AgendaTold      bool
	ConsequenceTold bool
	Witness         *string
	DocumentID      *ident.Document
}

// RecordDeliveryPayload names the roll, and tells how many deliveries were
// recorded.
type RecordDeliveryPayload struct {
	fault.Outcome
	RollID   ident.ID
	Recorded int
}

// deliveryLimit is how many entries one list may name: what a record of them
// holds.
const deliveryLimit = 1000

// RecordDelivery records how ballots reached their voters. Whether silence may
// count for anything rests on it: what was only posted proves that nobody was
// reached. Once a vote on the roll was counted nothing is recorded any more,
// whenever it was delivered: the verdict rests on what was proved by then.
func (d *Do) RecordDelivery(ctx context.Context, in RecordDeliveryInput) (*RecordDeliveryPayload, error) {
	return work(ctx, d, "recordDelivery", in, in.do)
}

func (in RecordDeliveryInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RecordDeliveryPayload], error) {
	entries, err := in.entries(ctx, tx)
	if err != nil {
		return nil, err
	}
	r, err := tx.Roll.Get(ctx, entries[0].RollID)
	if err != nil {
		return nil, err
	}
	m, err := lockedMeeting(tx, ent.Share)(ctx, r.MeetingID)
	if err != nil {
		return nil, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "recordDelivery", r.ID, subject)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, r.CommunityID)
	if err != nil {
		return nil, err
	}
	counted, err := in.counted(ctx, tx, r)
	if err != nil {
		return nil, err
	}
	// Now that the meeting is locked, nobody strikes an entry.
	if entries, err = in.entries(ctx, tx); err != nil {
		return nil, err
	}
	_, wrong := stage.Meeting.Next("recordDelivery", m.Status)
	if err := refuse(append(in.struck(entries), at(cmp.Or(wrong, counted), "entryIds"), in.early(m), in.late(tx),
		given("witness", in.Witness, reasonLimit))...); err != nil {
		return nil, err
	}
	if err := in.write(ctx, tx, r, document); err != nil {
		return nil, err
	}
	if in.Witness != nil {
		tx.Seal("witness", *in.Witness)
	}
	return ent.Did(RecordDeliveryPayload{RollID: r.ID, Recorded: len(entries)}, grant, r.ID, r.CommunityID, map[string]any{
		"entries": in.EntryIDs, "method": in.Method, "deliveredAt": in.DeliveredAt.UTC(), "agendaTold": in.AgendaTold,
		"consequenceTold": in.ConsequenceTold, "document": document,
	}), nil
}

// entries reads the entries that the list names, in its order, and refuses
// those that do not exist, are named twice, or stand on another roll than the
// first.
func (in RecordDeliveryInput) entries(ctx context.Context, tx *ent.Tx) ([]*db.RollEntry, error) {
	ids := plain(in.EntryIDs)
	switch {
	case len(ids) == 0:
		return nil, fault.New(fault.Blank).At("entryIds")
	case len(ids) > deliveryLimit:
		return nil, fault.New(fault.TooMany, "limit", deliveryLimit, "count", len(ids)).At("entryIds")
	}
	rows, err := tx.RollEntry.Query().Where(rollentry.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]*db.RollEntry, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	entries, faults := make([]*db.RollEntry, len(ids)), fault.Faults{}
	named := make(map[ident.ID]bool, len(ids))
	for i, id := range ids {
		e := found[id]
		entries[i] = e
		switch {
		case e == nil:
			faults = append(faults, fault.New(fault.NotFound, "kind", ident.KindRollEntry).At("entryIds", i))
		case named[id]:
			faults = append(faults, fault.New(fault.ListedTwice).At("entryIds", i))
		case entries[0] != nil && e.RollID != entries[0].RollID:
			faults = append(faults, fault.New(fault.SeveralRolls).At("entryIds", i))
		}
		named[id] = true
	}
	return entries, faults.Err()
}

// struck refuses entries that were taken off the roll.
func (in RecordDeliveryInput) struck(entries []*db.RollEntry) []*fault.Fault {
	var faults []*fault.Fault
	for i, e := range entries {
		if wrong := offTheRoll(e); wrong != nil {
			faults = append(faults, wrong.At("entryIds", i))
		}
	}
	return faults
}

// counted refuses, with WRONG_STATE, what comes after a vote on the roll was
// counted. It keeps the others from being closed.
func (in RecordDeliveryInput) counted(ctx context.Context, tx *ent.Tx, r *db.Roll) (*fault.Fault, error) {
	votes, err := votesOn(ctx, tx, r.ID, heldVotes)
	if err != nil {
		return nil, err
	}
	for _, v := range votes {
		if _, wrong := stage.Vote.Next("recordDelivery", v.Status); wrong != nil {
			return wrong, nil
		}
	}
	return nil, nil
}

// early refuses a delivery before the meeting was announced: nobody can have
// been told an agenda that did not exist.
func (in RecordDeliveryInput) early(m *db.Meeting) *fault.Fault {
	if m.NoticedAt == nil || !in.DeliveredAt.Before(*m.NoticedAt) {
		return nil
	}
	return fault.New(fault.DeliveredBeforeNotice, "noticedAt", *m.NoticedAt).At("deliveredAt")
}

// late refuses a delivery that has not happened.
func (in RecordDeliveryInput) late(tx *ent.Tx) *fault.Fault {
	if !in.DeliveredAt.After(tx.Now) {
		return nil
	}
	return fault.New(fault.DeliveredAhead, "at", in.DeliveredAt).At("deliveredAt")
}

func (in RecordDeliveryInput) write(ctx context.Context, tx *ent.Tx, r *db.Roll, document *ident.ID) error {
	return inRows(in.EntryIDs, func(entry ident.RollEntry) *db.DeliveryCreate {
		row := tx.Delivery.Create().SetNillableCommunityID(r.CommunityID).SetEntryID(entry.ID).SetMethod(in.Method).
			SetDeliveredAt(in.DeliveredAt).SetAgendaTold(in.AgendaTold).SetConsequenceTold(in.ConsequenceTold).
			SetNillableWitness(in.Witness).SetNillableDocumentID(document)
		if !tx.Viewer.Person.IsZero() {
			row.SetRecordedByID(tx.Viewer.Person)
		}
		return row
	}, func(rows []*db.DeliveryCreate) error { return tx.Delivery.CreateBulk(rows...).Exec(ctx) })
}
