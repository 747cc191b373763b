package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/residence"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterResidenceInput is who lives where, and since when.
type RegisterResidenceInput struct {
	ent.Order
	PersonID    ident.Person
	AreaID      ident.Area
	HouseholdID *ident.Household
	VoterStatus schema.VoterStatus
	From        *day.Date
	To          *day.Date
}

// RegisterResidencePayload names the residence registered.
type RegisterResidencePayload struct {
	fault.Outcome
	ResidenceID ident.ID
}

// RegisterResidence records that somebody lives in a community.
func (d *Do) RegisterResidence(ctx context.Context, in RegisterResidenceInput) (*RegisterResidencePayload, error) {
	return work(ctx, d, "registerResidence", in, in.do)
}

func (in RegisterResidenceInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterResidencePayload], error) {
	area, err := need(ctx, tx.Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Update), in.PersonID.ID, "personId"); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "registerResidence", ident.Nil, inCommunity(area.CommunityID))
	if err != nil {
		return nil, err
	}
	outside, err := in.outside(ctx, tx, area)
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(fits(area.Kind, communities, "areaId"), outside, span(from, in.To)); err != nil {
		return nil, err
	}
	exists, err := tx.Residence.Query().Where(residence.PersonID(in.PersonID.ID), residence.AreaID(area.ID),
		overlapping(from, in.To)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindResidence)
	}
	row, err := tx.Residence.Create().SetNillableCommunityID(area.CommunityID).SetPersonID(in.PersonID.ID).
		SetNillableHouseholdID(pointer(in.HouseholdID)).SetAreaID(area.ID).SetVoterStatus(in.VoterStatus).
		SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("person", in.PersonID.String())
	return ent.Did(RegisterResidencePayload{ResidenceID: row.ID}, grant, row.ID, area.CommunityID, map[string]any{
		"area": area.ID, "voterStatus": in.VoterStatus, "from": from,
	}), nil
}

// outside refuses a household of another community.
func (in RegisterResidenceInput) outside(ctx context.Context, tx *ent.Tx, area *db.Area) (*fault.Fault, error) {
	if in.HouseholdID == nil {
		return nil, nil
	}
	h, err := need(ctx, tx.Household.Get, in.HouseholdID.ID, "householdId")
	if err != nil || alike(h.CommunityID, area.CommunityID) {
		return nil, err
	}
	seen, err := tx.Sees(ctx, h.ID)
	if err == nil && !seen {
		return fault.New(fault.NotFound, "kind", ident.KindHousehold).At("householdId"), nil
	}
	return fault.New(fault.OutsideCommunity, "kind", ident.KindHousehold).At("householdId"), err
}
