package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterOwnershipInput is who owns which unit, and since when.
type RegisterOwnershipInput struct {
	ent.Order
	UnitID          ident.Unit
	PersonID        *ident.Person
	OrganizationID  *ident.Organization
	DesignatedVoter bool
	From            *day.Date
	To              *day.Date
}

// RegisterOwnershipPayload names the ownership registered.
type RegisterOwnershipPayload struct {
	fault.Outcome
	OwnershipID ident.ID
}

// owner are the input fields of which one names an owner.
var owner = [2]string{"personId", "organizationId"}

// RegisterOwnership records that somebody owns a unit, alone or with others.
// One co-owner at a time votes for the unit.
func (d *Do) RegisterOwnership(ctx context.Context, in RegisterOwnershipInput) (*RegisterOwnershipPayload, error) {
	return work(ctx, d, "registerOwnership", in, in.do)
}

func (in RegisterOwnershipInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterOwnershipPayload], error) {
	from := orToday(in.From, tx)
	unit, err := need(ctx, lockedUnit(tx, ent.Update), in.UnitID.ID, "unitId")
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "registerOwnership", unit.ID, inCommunity(unit.CommunityID))
	if err != nil {
		return nil, err
	}
	who, err := whoever(ctx, tx, ent.Share, in.PersonID, in.OrganizationID, from, owner)
	if err != nil {
		return nil, err
	}
	if err := refuse(span(from, in.To)); err != nil {
		return nil, err
	}
	others, err := tx.Ownership.Query().Where(ownership.UnitID(unit.ID), overlapping(from, in.To)).All(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuse(ownsAlready(who, others), designated(in.DesignatedVoter, others)); err != nil {
		return nil, err
	}
	row, err := tx.Ownership.Create().SetNillableCommunityID(unit.CommunityID).SetUnitID(unit.ID).
		SetNillablePersonID(who.person).SetNillableOrganizationID(who.organization).
		SetDesignatedVoter(in.DesignatedVoter).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("owner", who.id().String())
	return ent.Did(RegisterOwnershipPayload{OwnershipID: row.ID}, grant, row.ID, unit.CommunityID, map[string]any{
		"unit": unit.ID, "designatedVoter": in.DesignatedVoter, "from": from,
	}), nil
}

func ownsAlready(who somebody, others []*db.Ownership) *fault.Fault {
	for _, o := range others {
		if who.is(o.PersonID, o.OrganizationID) {
			return fault.New(fault.AlreadyExists, "kind", ident.KindOwnership)
		}
	}
	return nil
}

// designated refuses a second owner who votes for the unit: co-owners have one
// vote and choose one of them to cast it.
func designated(wanted bool, others []*db.Ownership) *fault.Fault {
	for _, o := range others {
		if wanted && o.DesignatedVoter {
			return fault.New(fault.VoterDesignated, "ownership", o.ID, "from", o.From, "to", openEnd(o.To)).At("designatedVoter")
		}
	}
	return nil
}
