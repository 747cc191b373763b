package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// NoteItemInput is an item to be taken note of, and what is noted.
type NoteItemInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Note         string
}

// NoteItemPayload names the item.
type NoteItemPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
}

// NoteItem takes note of an item, such as a report, on which nothing is to be
// decided. Its proposal is settled with it.
func (d *Do) NoteItem(ctx context.Context, in NoteItemInput) (*NoteItemPayload, error) {
	return work(ctx, d, "noteItem", in, in.do)
}

func (in NoteItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[NoteItemPayload], error) {
	t, _, grant, err := treated(ctx, tx, "noteItem", in.AgendaItemID)
	if err != nil {
		return nil, err
	}
	s, faults, err := t.settle(ctx, tx, "noteItem")
	if err != nil {
		return nil, err
	}
	if err := refuse(append(faults, text("note", in.Note, reasonLimit))...); err != nil {
		return nil, err
	}
	s.note = &in.Note
	tx.Seal("note", in.Note)
	return ent.Did(NoteItemPayload{AgendaItemID: t.item.ID}, grant, t.item.ID, t.item.CommunityID,
		s.facts()), s.write(ctx, tx)
}
