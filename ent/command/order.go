package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// directive is what a body orders another one to do within a time.
type directive struct {
	measure    schema.OversightKind
	by, target ident.Organization
	resolution *ident.Resolution // that the order is about; nil if it is about none
	text       string
	basis      *string
	issuedOn   *day.Date
	dueOn      day.Date
	document   *ident.Document
}

// give enters the order, if the law lets the body give it, and answers what the
// record tells of it.
func (d directive) give(ctx context.Context, tx *ent.Tx, verb string) (*db.OversightAction, mandate.Grant, map[string]any, error) {
	var grant mandate.Grant
	o, err := bodies(ctx, tx, d.by.ID, d.target.ID, "targetId")
	if err != nil {
		return nil, grant, nil, err
	}
	if grant, err = mayDirect(ctx, tx, verb, o.by.ID); err != nil {
		return nil, grant, nil, err
	}
	wrong, err := d.aboutResolution(ctx, tx, verb, o.target)
	if err != nil {
		return nil, grant, nil, err
	}
	unlawful, err := o.under(ctx, tx, d.measure)
	if err != nil {
		return nil, grant, nil, err
	}
	document, err := rollProof(ctx, tx, d.document, o.target.CommunityID)
	if err != nil {
		return nil, grant, nil, err
	}
	issued := orToday(d.issuedOn, tx)
	if err := refuse(unlawful, existsOn(tx.Today, o.target.From, o.target.To, "targetId"), wrong,
		text("text", d.text, textLimit), given("basis", d.basis, reasonLimit),
		between(issued, day.Date{}, tx.Today, "issuedOn"), between(d.dueOn, issued, day.Date{}, "dueOn")); err != nil {
		return nil, grant, nil, err
	}
	row, err := tx.OversightAction.Create().SetNillableCommunityID(o.target.CommunityID).SetKind(d.measure).SetText(d.text).
		SetBasis(o.basis(d.basis)).SetIssuedOn(issued).SetDueOn(d.dueOn).SetOrganizationID(o.by.ID).SetTargetID(o.target.ID).
		SetNillableResolutionID(pointer(d.resolution)).SetNillableDocumentID(document).Save(ctx)
	if err != nil {
		return nil, grant, nil, err
	}
	tx.Seal("text", d.text)
	return row, grant, map[string]any{
		"organization": o.by.ID, "target": o.target.ID, "resolution": d.resolution, "basis": row.Basis,
		"issuedOn": issued, "dueOn": d.dueOn, "document": document,
	}, nil
}

// aboutResolution refuses with NOT_ITS_RESOLUTION a resolution of another body,
// and with WRONG_STATE one that holds no longer.
func (d directive) aboutResolution(ctx context.Context, tx *ent.Tx, verb string, target *db.Organization) (*fault.Fault, error) {
	if d.resolution == nil {
		return nil, nil
	}
	about, err := seenResolution(ctx, tx, d.resolution.ID, "resolutionId")
	if err != nil {
		return nil, err
	}
	if about.resolution.OrganizationID != target.ID {
		return fault.New(fault.NotItsResolution, "body", target.Name).At("resolutionId"), nil
	}
	_, wrong := stage.Resolution.Next(stage.Verb(verb), about.stands)
	return at(wrong, "resolutionId"), nil
}
