package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/organizationrelation"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RelateOrganizationsInput is two organizations and how the first stands to
// the second.
type RelateOrganizationsInput struct {
	ent.Order
	Kind           schema.RelationKind
	OrganizationID ident.Organization
	TargetID       ident.Organization
	Basis          *string
	From           *day.Date
	To             *day.Date
}

// RelateOrganizationsPayload names the relation made.
type RelateOrganizationsPayload struct {
	fault.Outcome
	RelationID ident.ID
}

// RelateOrganizations says how one organization stands to another. Officers of
// an organization that supervises or leads another one may act for that one,
// so the one below decides about such a relation.
func (d *Do) RelateOrganizations(ctx context.Context, in RelateOrganizationsInput) (*RelateOrganizationsPayload, error) {
	return work(ctx, d, "relateOrganizations", in, in.do)
}

func (in RelateOrganizationsInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RelateOrganizationsPayload], error) {
	both, err := lockedOrganizations(ctx, tx, ent.Update, in.OrganizationID.ID, in.TargetID.ID)
	if err != nil {
		return nil, err
	}
	one, target := both[in.OrganizationID.ID], both[in.TargetID.ID]
	if err := refuse(missing(one, "organizationId"), missing(target, "targetId")); err != nil {
		return nil, err
	}
	below := one
	if in.Kind == schema.RelationKindSupervises || in.Kind == schema.RelationKindActsFor {
		below = target // who is to be directed must say so
	}
	grant, err := mayDirect(ctx, tx, "relateOrganizations", below.ID)
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(differ(one.ID, target.ID, "targetId"), existsOn(from, one.From, one.To, "organizationId"),
		existsOn(from, target.From, target.To, "targetId"), optionalText("basis", in.Basis, textLimit), span(from, in.To)); err != nil {
		return nil, err
	}
	exists, err := in.same(tx).Where(overlapping(from, in.To)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindOrganizationRelation)
	}
	row, err := tx.OrganizationRelation.Create().SetNillableCommunityID(below.CommunityID).SetKind(in.Kind).
		SetOrganizationID(one.ID).SetTargetID(target.ID).SetNillableBasis(in.Basis).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(RelateOrganizationsPayload{RelationID: row.ID}, grant, row.ID, below.CommunityID, map[string]any{
		"kind": in.Kind, "organization": one.ID, "target": target.ID, "from": from,
	}), nil
}

// same looks for relations that say the same; an alliance is one whichever of
// the two is named first.
func (in RelateOrganizationsInput) same(tx *ent.Tx) *db.OrganizationRelationQuery {
	between := organizationrelation.And(organizationrelation.OrganizationID(in.OrganizationID.ID), organizationrelation.TargetID(in.TargetID.ID))
	if in.Kind == schema.RelationKindAllied {
		between = organizationrelation.Or(between,
			organizationrelation.And(organizationrelation.OrganizationID(in.TargetID.ID), organizationrelation.TargetID(in.OrganizationID.ID)))
	}
	return tx.OrganizationRelation.Query().Where(organizationrelation.KindEQ(in.Kind), between)
}

// missing refuses an organization that was not found.
func missing(o *db.Organization, field ...any) *fault.Fault {
	if o == nil {
		return fault.New(fault.NotFound, "kind", ident.KindOrganization).At(field...)
	}
	return nil
}
