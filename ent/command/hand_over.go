package command

import (
	"context"
	"strconv"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// HandOverInput is who leaves, to whom they hand over, and what.
type HandOverInput struct {
	ent.Order
	TermID       *ident.Term
	MembershipID *ident.Membership
	ReceiverID   ident.Organization
	Items        []HandoverItemInput
	DueOn        *day.Date
	Basis        *string
}

// HandoverItemInput is a thing to be handed over.
type HandoverItemInput struct {
	Title    string
	Quantity *string
}

// HandOverPayload names the handover.
type HandOverPayload struct {
	fault.Outcome
	HandoverID ident.ID
}

// HandOver begins the handover at the end of a term, or when a member leaves: it
// lists what is to be handed over. Until when follows from the rules of the place;
// where they say nothing, the caller does, with what that rests on.
func (d *Do) HandOver(ctx context.Context, in HandOverInput) (*HandOverPayload, error) {
	return work(ctx, d, "handOver", in, in.do)
}

func (in HandOverInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[HandOverPayload], error) {
	d, err := in.departing(ctx, tx)
	if err != nil {
		return nil, err
	}
	receiver, err := need(ctx, tx.Organization.Get, in.ReceiverID.ID, "receiverId")
	if err != nil {
		return nil, err
	}
	subject, err := d.subject(ctx, tx, receiver)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "handOver", d.id, subject)
	if err != nil {
		return nil, err
	}
	if err = d.deadline(ctx, tx, in); err != nil {
		return nil, err
	}
	running, err := d.running(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err = refuse(append(in.listed(), at(d.wrong, d.field), running, d.unset, d.elsewhere(receiver),
		existsOn(tx.Today, receiver.From, receiver.To, "receiverId"))...); err != nil {
		return nil, err
	}
	row, err := tx.Handover.Create().SetNillableCommunityID(d.organization.CommunityID).SetOrganizationID(d.organization.ID).
		SetNillableTermID(pointer(in.TermID)).SetNillableMembershipID(pointer(in.MembershipID)).SetReceiverID(receiver.ID).
		SetDueOn(d.due).SetBasis(d.basis).SetStartedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(HandOverPayload{HandoverID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"organization": d.organization.ID, "term": in.TermID, "membership": in.MembershipID, "receiver": receiver.ID,
		"dueOn": d.due, "basis": d.basis, "items": len(in.Items),
	}), in.list(ctx, tx, row)
}

// listed refuses an empty or overlong list, and what is wrong with its lines.
func (in HandOverInput) listed() []*fault.Fault {
	switch {
	case len(in.Items) == 0:
		return []*fault.Fault{fault.New(fault.Blank).At("items")}
	case len(in.Items) > listLimit:
		return []*fault.Fault{fault.New(fault.TooMany, "limit", listLimit, "count", len(in.Items)).At("items")}
	}
	var faults []*fault.Fault
	for i, item := range in.Items {
		for _, wrong := range []*fault.Fault{text("title", item.Title, nameLimit), given("quantity", item.Quantity, nameLimit)} {
			if wrong != nil {
				wrong.Field = append([]string{"items", strconv.Itoa(i)}, wrong.Field...)
				faults = append(faults, wrong)
			}
		}
	}
	return faults
}

// list enters what is to be handed over, in the order given.
func (in HandOverInput) list(ctx context.Context, tx *ent.Tx, row *db.Handover) error {
	for i, item := range in.Items {
		err := tx.HandoverItem.Create().SetNillableCommunityID(row.CommunityID).SetHandoverID(row.ID).SetPosition(i + 1).
			SetTitle(item.Title).SetNillableQuantity(item.Quantity).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
