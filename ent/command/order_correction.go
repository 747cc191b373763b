package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
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
	by, err := need(ctx, tx.Organization.Get, in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	target, err := need(ctx, tx.Organization.Get, in.TargetID.ID, "targetId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "orderCorrection", by.ID)
	if err != nil {
		return nil, err
	}
	wrong, err := in.aboutResolution(ctx, tx, target)
	if err != nil {
		return nil, err
	}
	o, unlawful, err := oversees(ctx, tx, by, target, schema.OversightKindOrderToCorrect)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, target.CommunityID)
	if err != nil {
		return nil, err
	}
	issued := orToday(in.IssuedOn, tx)
	if err := refuse(at(unlawful), at(wrong), text("text", in.Text, textLimit), given("basis", in.Basis, reasonLimit),
		between(issued, day.Date{}, tx.Today, "issuedOn"), between(in.DueOn, issued, day.Date{}, "dueOn")); err != nil {
		return nil, err
	}
	row, err := tx.OversightAction.Create().SetNillableCommunityID(target.CommunityID).
		SetKind(schema.OversightKindOrderToCorrect).SetText(in.Text).SetBasis(o.basis(in.Basis)).SetIssuedOn(issued).
		SetDueOn(in.DueOn).SetOrganizationID(by.ID).SetTargetID(target.ID).SetNillableResolutionID(pointer(in.ResolutionID)).
		SetNillableDocumentID(document).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	return ent.Did(OrderCorrectionPayload{OversightActionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"organization": by.ID, "target": target.ID, "resolution": in.ResolutionID, "basis": row.Basis,
		"issuedOn": issued, "dueOn": in.DueOn, "document": document,
	}), nil
}

// aboutResolution refuses with NOT_ITS_RESOLUTION a resolution of another body,
// and with WRONG_STATE one that holds no longer.
func (in OrderCorrectionInput) aboutResolution(ctx context.Context, tx *ent.Tx, target *db.Organization) (*fault.Fault, error) {
	if in.ResolutionID == nil {
		return nil, nil
	}
	d, err := lockedResolution(ctx, tx, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return nil, err
	}
	if d.resolution.OrganizationID != target.ID {
		return fault.New(fault.NotItsResolution, "body", target.Name).At("resolutionId"), nil
	}
	_, wrong := stage.Resolution.Next("orderCorrection", d.stands)
	return at(wrong, "resolutionId"), nil
}
