package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// WithdrawAgendaItemInput is an item to be taken off an agenda, and why.
type WithdrawAgendaItemInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Reason       string
}

// WithdrawAgendaItemPayload names the item.
type WithdrawAgendaItemPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
}

// WithdrawAgendaItem takes an item off an agenda. Its proposal waits for
// another one, and votes on the item that were not opened are void.
func (d *Do) WithdrawAgendaItem(ctx context.Context, in WithdrawAgendaItemInput) (*WithdrawAgendaItemPayload, error) {
	return work(ctx, d, "withdrawAgendaItem", in, in.do)
}

func (in WithdrawAgendaItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[WithdrawAgendaItemPayload], error) {
	t, _, grant, err := treated(ctx, tx, "withdrawAgendaItem", in.AgendaItemID)
	if err != nil {
		return nil, err
	}
	s, faults, err := t.settle(ctx, tx, "withdrawAgendaItem")
	if err != nil {
		return nil, err
	}
	if err := refuse(append(faults, text("reason", in.Reason, reasonLimit))...); err != nil {
		return nil, err
	}
	s.note = &in.Reason
	tx.Seal("reason", in.Reason)
	return ent.Did(WithdrawAgendaItemPayload{AgendaItemID: t.item.ID}, grant, t.item.ID, t.item.CommunityID,
		s.facts()), s.write(ctx, tx)
}
