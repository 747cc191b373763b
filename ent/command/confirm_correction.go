package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/oversightaction"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ConfirmCorrectionInput is an order that was obeyed.
type ConfirmCorrectionInput struct {
	ent.Order
	OversightActionID ident.OversightAction
	FulfilledOn       *day.Date
}

// ConfirmCorrectionPayload names the order.
type ConfirmCorrectionPayload struct {
	fault.Outcome
	OversightActionID ident.ID
}

// ConfirmCorrection enters that an order to correct something was obeyed, by those
// who gave it.
func (d *Do) ConfirmCorrection(ctx context.Context, in ConfirmCorrectionInput) (*ConfirmCorrectionPayload, error) {
	return work(ctx, d, "confirmCorrection", in, in.do)
}

func (in ConfirmCorrectionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmCorrectionPayload], error) {
	row, err := need(ctx, func(ctx context.Context, id ident.ID) (*db.OversightAction, error) {
		return tx.OversightAction.Query().Where(oversightaction.ID(id), ent.Update).Only(ctx)
	}, in.OversightActionID.ID, "oversightActionId")
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, row.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "confirmCorrection", row.ID, subject)
	if err != nil {
		return nil, err
	}
	fulfilled := orToday(in.FulfilledOn, tx)
	if err := refuse(unfulfilled(row), between(fulfilled, row.IssuedOn, tx.Today, "fulfilledOn")); err != nil {
		return nil, err
	}
	err = tx.OversightAction.UpdateOneID(row.ID).SetFulfilledOn(fulfilled).Exec(ctx)
	return ent.Did(ConfirmCorrectionPayload{OversightActionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"fulfilledOn": fulfilled,
	}), err
}

// unfulfilled refuses what is no order to correct, and one that was obeyed already.
func unfulfilled(row *db.OversightAction) *fault.Fault {
	switch {
	case row.Kind != schema.OversightKindOrderToCorrect:
		return fault.New(fault.NotAnOrder, "kind", row.Kind).At("oversightActionId")
	case row.FulfilledOn != nil:
		return fault.New(fault.AlreadyRuled, "state", *row.FulfilledOn).At("oversightActionId")
	default:
		return nil
	}
}
