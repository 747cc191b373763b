package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/arealink"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// LinkAreasInput is two areas and how they belong together.
type LinkAreasInput struct {
	ent.Order
	Kind     schema.AreaLinkKind
	AreaID   ident.Area
	TargetID ident.Area
	From     *day.Date
	To       *day.Date
}

// LinkAreasPayload names the link made.
type LinkAreasPayload struct {
	fault.Outcome
	LinkID ident.ID
}

// LinkAreas says that two areas belong together that are not parent and child.
func (d *Do) LinkAreas(ctx context.Context, in LinkAreasInput) (*LinkAreasPayload, error) {
	return work(ctx, d, "linkAreas", in, in.do)
}

func (in LinkAreasInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[LinkAreasPayload], error) {
	area, err := need(ctx, tx.Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	if _, err := need(ctx, tx.Area.Get, in.TargetID.ID, "targetId"); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "linkAreas", area.ID, inCommunity(area.CommunityID))
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(differ(in.AreaID.ID, in.TargetID.ID, "targetId"), span(from, in.To)); err != nil {
		return nil, err
	}
	exists, err := tx.AreaLink.Query().Where(arealink.KindEQ(in.Kind), arealink.AreaID(in.AreaID.ID), arealink.TargetID(in.TargetID.ID),
		arealink.Or(arealink.ToIsNil(), arealink.ToGT(from))).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindAreaLink)
	}
	link, err := tx.AreaLink.Create().SetNillableCommunityID(area.CommunityID).SetKind(in.Kind).
		SetAreaID(in.AreaID.ID).SetTargetID(in.TargetID.ID).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(LinkAreasPayload{LinkID: link.ID}, grant, link.ID, area.CommunityID, map[string]any{
		"kind": in.Kind, "area": in.AreaID, "target": in.TargetID, "from": from,
	}), nil
}

// differ refuses a relation of a thing to itself.
func differ(a, b ident.ID, field string) *fault.Fault {
	if a == b {
		return fault.New(fault.SameThing).At(field)
	}
	return nil
}
