package command

import (
	"context"

	"sifang/ent"
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
	Basis          *string
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
	row, grant, facts, err := directive{
		measure: schema.OversightKindOrderToConvene, by: in.OrganizationID, target: in.TargetID,
		text: in.Text, basis: in.Basis, issuedOn: in.IssuedOn, dueOn: in.DueOn, document: in.DocumentID,
	}.give(ctx, tx, "orderToConvene")
	if err != nil {
		return nil, err
	}
	return ent.Did(OrderToConvenePayload{OversightActionID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}
