package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// OrderToConveneInput is an order to call the owners together.
type OrderToConveneInput struct {
	ent.Order
	OrganizationID ident.Organization
	TargetID       ident.Organization
	Text           string
	Basis          string
	IssuedOn       *day.Date
	DueOn          day.Date
	DocumentID     *ident.Document
}

// OrderToConvenePayload names the order.
type OrderToConvenePayload struct {
	fault.Outcome
	OversightActionID ident.ID
}

// OrderToConvene records that an authority orders a body of the owners to call
// them together within a time. If it does not, the authority may call them itself.
func (d *Do) OrderToConvene(ctx context.Context, in OrderToConveneInput) (*OrderToConvenePayload, error) {
	return work(ctx, d, "orderToConvene", in, in.do)
}

func (in OrderToConveneInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[OrderToConvenePayload], error) {
	rows, err := lockedOrganizations(ctx, tx, ent.Share, in.OrganizationID.ID, in.TargetID.ID)
	if err != nil {
		return nil, err
	}
	issuer, target := rows[in.OrganizationID.ID], rows[in.TargetID.ID]
	switch {
	case issuer == nil:
		return nil, fault.New(fault.NotFound, "kind", ident.KindOrganization).At("organizationId")
	case target == nil:
		return nil, fault.New(fault.NotFound, "kind", ident.KindOrganization).At("targetId")
	}
	grant, err := mayDirect(ctx, tx, "orderToConvene", issuer.ID)
	if err != nil {
		return nil, err
	}
	outside, err := outsideReach(ctx, tx, issuer, target)
	if err != nil {
		return nil, err
	}
	proof, err := rollProof(ctx, tx, in.DocumentID, target.CommunityID)
	if err != nil {
		return nil, err
	}
	issued := orToday(in.IssuedOn, tx)
	if err := refuse(fits(issuer.Kind, ordering, "organizationId"), fits(target.Kind, ordered, "targetId"), outside,
		text("text", in.Text, textLimit), text("basis", in.Basis, nameLimit), existsOn(tx.Today, issuer.From, issuer.To, "organizationId"),
		existsOn(tx.Today, target.From, target.To, "targetId"), between(issued, day.Date{}, tx.Today, "issuedOn"), between(in.DueOn, issued, day.Date{}, "dueOn")); err != nil {
		return nil, err
	}
	row, err := tx.OversightAction.Create().SetNillableCommunityID(target.CommunityID).SetKind(schema.OversightKindOrderToConvene).
		SetText(in.Text).SetBasis(in.Basis).SetIssuedOn(issued).SetDueOn(in.DueOn).SetOrganizationID(issuer.ID).
		SetTargetID(target.ID).SetNillableDocumentID(proof).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(OrderToConvenePayload{OversightActionID: row.ID}, grant, row.ID, target.CommunityID, map[string]any{
		"organization": issuer.ID, "target": target.ID, "basis": in.Basis, "issuedOn": issued, "dueOn": in.DueOn,
		"text": digest([]byte(in.Text)),
	}), nil
}

// ordering are those who may order owners to meet, and ordered the bodies that
// call them together (Property Management Regulation art. 19; Beijing art. 36,
// Shanghai art. 25, Weifang art. 32).
var (
	ordering = []schema.OrganizationKind{schema.OrganizationKindStreetOffice, schema.OrganizationKindGovernmentDepartment}
	ordered  = []schema.OrganizationKind{
		schema.OrganizationKindOwnersAssembly, schema.OrganizationKindOwnersCommittee,
		schema.OrganizationKindInterimPropertyCommittee, schema.OrganizationKindPreparatoryGroup, schema.OrganizationKindRenewalGroup,
	}
)

// outsideReach refuses an authority for what lies outside of its territory.
func outsideReach(ctx context.Context, tx *ent.Tx, issuer, target *db.Organization) (*fault.Fault, error) {
	near, err := reaches(ctx, tx, issuer, target)
	if err != nil || near {
		return nil, err
	}
	return fault.New(fault.OrderOutsideReach, "organization", issuer.Name).At("targetId"), nil
}
