package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// OrderCorrectionInput is who has to correct what, and until when.
type OrderCorrectionInput struct {
	ent.Order
	OrganizationID ident.Organization
	TargetID       ident.Organization
	ResolutionID   *ident.Resolution
	Text           string
	Basis          *string
	IssuedOn       *day.Date
	DueOn          day.Date
	DocumentID     *ident.Document
}

// OrderCorrectionPayload names the order.
type OrderCorrectionPayload struct {
	fault.Outcome
	OversightActionID ident.ID
}

// OrderCorrection orders a body to correct something within a time. The
// resolution concerned stays in force until the body corrects it.
func (d *Do) OrderCorrection(ctx context.Context, in OrderCorrectionInput) (*OrderCorrectionPayload, error) {
	return work(ctx, d, "orderCorrection", in, in.do)
}

func (in OrderCorrectionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[OrderCorrectionPayload], error) {
	row, grant, facts, err := directive{
		measure: schema.OversightKindOrderToCorrect, by: in.OrganizationID, target: in.TargetID, resolution: in.ResolutionID,
		text: in.Text, basis: in.Basis, issuedOn: in.IssuedOn, dueOn: in.DueOn, document: in.DocumentID,
	}.give(ctx, tx, "orderCorrection")
	if err != nil {
		return nil, err
	}
	return ent.Did(OrderCorrectionPayload{OversightActionID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}
