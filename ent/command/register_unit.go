package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterUnitInput is what is to be registered as a unit.
type RegisterUnitInput struct {
	ent.Order
	AreaID          ident.Area
	Number          string
	Use             schema.UnitUse
	ExclusiveArea   schema.FloorArea
	AreaSource      schema.AreaSource
	DeliveryStatus  schema.DeliveryStatus
	CountsForVoting bool
}

// RegisterUnitPayload names the unit registered.
type RegisterUnitPayload struct {
	fault.Outcome
	UnitID ident.ID
}

// The bounds of a unit's exclusive area. A square kilometre is beyond any
// building and well below what sums of areas can hold.
const (
	leastUnitArea schema.FloorArea = 1
	mostUnitArea  schema.FloorArea = 100_000_000
)

// unitsLieIn are the kinds of areas that have units of their own.
var unitsLieIn = []schema.AreaKind{
	schema.AreaKindEstate, schema.AreaKindRuralCluster, schema.AreaKindPropertyManagementArea,
	schema.AreaKindCourtyard, schema.AreaKindBuilding, schema.AreaKindEntrance,
}

// RegisterUnit registers a flat, shop or other space that is owned separately.
func (d *Do) RegisterUnit(ctx context.Context, in RegisterUnitInput) (*RegisterUnitPayload, error) {
	return work(ctx, d, "registerUnit", in, in.do)
}

func (in RegisterUnitInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterUnitPayload], error) {
	area, err := need(ctx, lockedArea(tx, ent.Share), in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "registerUnit", area.ID, inCommunity(area.CommunityID))
	if err != nil {
		return nil, err
	}
	if err := refuse(fits(area.Kind, unitsLieIn, "areaId"), text("number", in.Number, nameLimit), in.size()); err != nil {
		return nil, err
	}
	exists, err := tx.Unit.Query().Where(unit.AreaID(area.ID), unit.Number(in.Number)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindUnit).At("number")
	}
	row, err := tx.Unit.Create().SetNillableCommunityID(area.CommunityID).SetAreaID(area.ID).SetNumber(in.Number).SetUse(in.Use).
		SetExclusiveArea(in.ExclusiveArea).SetAreaSource(in.AreaSource).SetDeliveryStatus(in.DeliveryStatus).
		SetCountsForVoting(in.CountsForVoting).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(RegisterUnitPayload{UnitID: row.ID}, grant, row.ID, area.CommunityID, map[string]any{
		"area": area.ID, "number": in.Number, "use": in.Use, "exclusiveArea": in.ExclusiveArea, "areaSource": in.AreaSource,
		"deliveryStatus": in.DeliveryStatus, "countsForVoting": in.CountsForVoting,
	}), nil
}

func (in RegisterUnitInput) size() *fault.Fault {
	if in.ExclusiveArea >= leastUnitArea && in.ExclusiveArea <= mostUnitArea {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", leastUnitArea, "most", mostUnitArea).At("exclusiveArea")
}
