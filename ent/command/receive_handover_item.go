package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/handover"
	"sifang/ent/db/handoveritem"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ReceiveHandoverItemInput is what was received, and the receipt.
type ReceiveHandoverItemInput struct {
	ent.Order
	ItemID     ident.HandoverItem
	DocumentID *ident.Document
}

// ReceiveHandoverItemPayload names the item and its handover.
type ReceiveHandoverItemPayload struct {
	fault.Outcome
	ItemID     ident.ID
	HandoverID ident.ID
}

// ReceiveHandoverItem records that a thing was handed over. With the last of them
// the handover is completed. Whoever leaves does not receive from themselves.
func (d *Do) ReceiveHandoverItem(ctx context.Context, in ReceiveHandoverItemInput) (*ReceiveHandoverItemPayload, error) {
	return work(ctx, d, "receiveHandoverItem", in, in.do)
}

func (in ReceiveHandoverItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ReceiveHandoverItemPayload], error) {
	item, err := need(ctx, tx.HandoverItem.Get, in.ItemID.ID, "itemId")
	if err != nil {
		return nil, err
	}
	// Two who receive the last two items at once must see each other.
	h, err := tx.Handover.Query().Where(handover.ID(item.HandoverID), ent.Update).Only(ctx)
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, h.ReceiverID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "receiveHandoverItem", item.ID, subject)
	if err != nil {
		return nil, err
	}
	if item, err = tx.HandoverItem.Get(ctx, item.ID); err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, h.CommunityID)
	if err != nil {
		return nil, err
	}
	own, err := in.own(ctx, tx, h)
	if err != nil {
		return nil, err
	}
	if err = refuse(received(item), own); err != nil {
		return nil, err
	}
	err = tx.HandoverItem.UpdateOneID(item.ID).SetReceivedAt(tx.Now).SetNillableReceivedByID(by(tx)).SetNillableDocumentID(document).Exec(ctx)
	if err != nil {
		return nil, err
	}
	left, err := tx.HandoverItem.Query().Where(handoveritem.HandoverID(h.ID), handoveritem.ReceivedAtIsNil()).Count(ctx)
	if err == nil && left == 0 {
		err = tx.Handover.UpdateOneID(h.ID).SetCompletedAt(tx.Now).Exec(ctx)
	}
	return ent.Did(ReceiveHandoverItemPayload{ItemID: item.ID, HandoverID: h.ID}, grant, item.ID, item.CommunityID, map[string]any{
		"handover": h.ID, "position": item.Position, "document": document, "left": left,
	}), err
}

// received refuses what was received already.
func received(item *db.HandoverItem) *fault.Fault {
	if item.ReceivedAt == nil {
		return nil
	}
	return fault.New(fault.AlreadyReceived, "at", *item.ReceivedAt).At("itemId")
}

// own keeps the member who leaves from receiving for the organization.
func (in ReceiveHandoverItemInput) own(ctx context.Context, tx *ent.Tx, h *db.Handover) (*fault.Fault, error) {
	if h.MembershipID == nil {
		return nil, nil
	}
	m, err := tx.Membership.Get(ctx, *h.MembershipID)
	if err != nil || m.PersonID == nil || *m.PersonID != tx.Viewer.Person {
		return nil, err
	}
	return fault.New(fault.OwnCase).At("itemId"), nil
}
