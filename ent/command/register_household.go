package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/household"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterHouseholdInput is what is to be registered as a household.
type RegisterHouseholdInput struct {
	ent.Order
	Label  string
	AreaID ident.Area
}

// RegisterHouseholdPayload names the household registered.
type RegisterHouseholdPayload struct {
	fault.Outcome
	HouseholdID ident.ID
}

// householdsLiveIn are the kinds of areas in which households are listed.
var householdsLiveIn = []schema.AreaKind{
	schema.AreaKindCommunity, schema.AreaKindVillage, schema.AreaKindEstate, schema.AreaKindRuralCluster,
	schema.AreaKindPropertyManagementArea, schema.AreaKindGrid, schema.AreaKindMicroGrid,
	schema.AreaKindCourtyard, schema.AreaKindBuilding, schema.AreaKindEntrance,
}

// RegisterHousehold registers a family under the label it has in the
// community's lists.
func (d *Do) RegisterHousehold(ctx context.Context, in RegisterHouseholdInput) (*RegisterHouseholdPayload, error) {
	return work(ctx, d, "registerHousehold", in, in.do)
}

func (in RegisterHouseholdInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterHouseholdPayload], error) {
	// No index keeps two households of one label apart, so the area does.
	area, err := need(ctx, lockedArea(tx, ent.Update), in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "registerHousehold", area.ID, inCommunity(area.CommunityID))
	if err != nil {
		return nil, err
	}
	if err := refuse(fits(area.Kind, householdsLiveIn, "areaId"), text("label", in.Label, nameLimit)); err != nil {
		return nil, err
	}
	exists, err := tx.Household.Query().Where(household.AreaID(area.ID), household.LabelEQ(in.Label)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindHousehold).At("label")
	}
	row, err := tx.Household.Create().SetNillableCommunityID(area.CommunityID).SetAreaID(area.ID).SetLabel(in.Label).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("label", in.Label)
	return ent.Did(RegisterHouseholdPayload{HouseholdID: row.ID}, grant, row.ID, area.CommunityID, map[string]any{
		"area": area.ID,
	}), nil
}
