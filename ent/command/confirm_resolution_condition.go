package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolutioneffect"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// ConfirmResolutionConditionInput is how and when the condition of a decision
// came about.
type ConfirmResolutionConditionInput struct {
	ent.Order
	ResolutionID ident.Resolution
	MetOn        *day.Date
	Statement    string
	DocumentID   *ident.Document
}

// ConfirmResolutionConditionPayload names the resolution.
type ConfirmResolutionConditionPayload struct {
	fault.Outcome
	ResolutionID ident.ID
}

// ConfirmResolutionCondition enters that the condition of a decision came about.
// It takes effect from that day (Civil Code art. 158), unless its first day is
// later.
func (d *Do) ConfirmResolutionCondition(ctx context.Context, in ConfirmResolutionConditionInput) (*ConfirmResolutionConditionPayload, error) {
	return work(ctx, d, "confirmResolutionCondition", in, in.do)
}

func (in ConfirmResolutionConditionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmResolutionConditionPayload], error) {
	d, err := lockedResolution(ctx, tx, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return nil, err
	}
	r := d.resolution
	subject, err := ofOrganization(ctx, tx, r.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "confirmResolutionCondition", r.ID, subject)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, r.CommunityID)
	if err != nil {
		return nil, err
	}
	met := orToday(in.MetOn, tx)
	_, wrong := stage.Resolution.Next("confirmResolutionCondition", d.stands)
	if err := refuse(awaited(r), at(wrong, "resolutionId"), between(met, day.Of(r.AdoptedAt), tx.Today, "metOn"),
		text("statement", in.Statement, reasonLimit)); err != nil {
		return nil, err
	}
	if err := in.write(ctx, tx, d, met); err != nil {
		return nil, err
	}
	tx.Seal("statement", in.Statement)
	return ent.Did(ConfirmResolutionConditionPayload{ResolutionID: r.ID}, grant, r.ID, r.CommunityID, map[string]any{
		"metOn": met, "document": document,
	}), nil
}

// awaited refuses a resolution that waits for nothing.
func awaited(r *db.Resolution) *fault.Fault {
	if r.Condition != nil && r.ConditionMetOn == nil {
		return nil
	}
	return fault.New(fault.NothingToAwait).At("resolutionId")
}

// write ends what kept the decision from taking effect.
func (in ConfirmResolutionConditionInput) write(ctx context.Context, tx *ent.Tx, d issued, met day.Date) error {
	waits, err := tx.ResolutionEffect.Query().Where(resolutioneffect.ResolutionID(d.resolution.ID),
		resolutioneffect.StatusEQ(schema.ResolutionStatusPublished), resolutioneffect.ToIsNil()).Only(ctx)
	if err != nil {
		return err
	}
	if err := tx.ResolutionEffect.UpdateOneID(waits.ID).SetTo(met).Exec(ctx); err != nil {
		return err
	}
	if err := tx.Resolution.UpdateOneID(d.resolution.ID).SetConditionMetOn(met).Exec(ctx); err != nil {
		return err
	}
	return d.renew(ctx, tx)
}
