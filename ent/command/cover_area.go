package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CoverAreaInput is an organization and the areas it covers.
type CoverAreaInput struct {
	ent.Order
	OrganizationID ident.Organization
	AreaIDs        []ident.Area
	From           *day.Date
	To             *day.Date
}

// CoverAreaPayload names what was recorded, in the order of the areas.
type CoverAreaPayload struct {
	fault.Outcome
	CoverageIDs []ident.ID
}

// CoverArea says that an organization covers areas: all those listed or, if
// one of them is refused, none. An area may be covered by several.
func (d *Do) CoverArea(ctx context.Context, in CoverAreaInput) (*CoverAreaPayload, error) {
	return work(ctx, d, "coverArea", in, in.do)
}

func (in CoverAreaInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CoverAreaPayload], error) {
	from := orToday(in.From, tx)
	o, err := need(ctx, lockedOrganization(tx, ent.Update), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	areas, err := listedAreas(ctx, tx, in.AreaIDs, from)
	if err != nil {
		return nil, err
	}
	officers, err := athome(ctx, tx, o.ID)
	if err != nil {
		return nil, err
	}
	grant, err := mayInAll(ctx, tx, "coverArea", areas, officers)
	if err != nil {
		return nil, err
	}
	if err := refuse(existsOn(from, o.From, o.To, "organizationId"), span(from, in.To)); err != nil {
		return nil, err
	}
	if err := in.covered(ctx, tx, from); err != nil {
		return nil, err
	}
	ids, err := in.write(ctx, tx, areas, from)
	return ent.Did(CoverAreaPayload{CoverageIDs: ids}, grant, o.ID, commonCommunity(areas), map[string]any{
		"areas": in.AreaIDs, "from": from,
	}), err
}

// athome tells, of an organization and those it stands under, which are at home
// in an area, in the one it is a part of, or in its community. Whoever covers an
// area takes part in what is decided there, so officers cover what lies around
// them, and anything else takes the registrar.
func athome(ctx context.Context, tx *ent.Tx, id ident.ID) (func(*db.Area) []ident.ID, error) {
	ids, err := over(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	chain, err := tx.Organization.Query().Where(organization.IDIn(ids...), organization.AreaIDNotNil()).All(ctx)
	return func(a *db.Area) []ident.ID {
		var there []ident.ID
		for _, o := range chain {
			if home := *o.AreaID; home == a.ID || a.ParentID != nil && home == *a.ParentID || a.CommunityID != nil && home == *a.CommunityID {
				there = append(there, o.ID)
			}
		}
		return there
	}, err
}

// covered refuses every area that the organization covers already at some time
// of the period.
func (in CoverAreaInput) covered(ctx context.Context, tx *ent.Tx, from day.Date) error {
	ids := make([]ident.ID, len(in.AreaIDs))
	for i, id := range in.AreaIDs {
		ids[i] = id.ID
	}
	rows, err := tx.OrganizationArea.Query().Where(organizationarea.OrganizationID(in.OrganizationID.ID),
		organizationarea.AreaIDIn(ids...), overlapping(from, in.To)).All(ctx)
	if err != nil {
		return err
	}
	taken := map[ident.ID]bool{}
	for _, r := range rows {
		taken[r.AreaID] = true
	}
	return refuse(takenPlaces(in.AreaIDs, taken, ident.KindOrganizationArea)...)
}

// takenPlaces refuses each place of areaIds whose area is taken.
func takenPlaces(areas []ident.Area, taken map[ident.ID]bool, kind ident.Kind) []*fault.Fault {
	var faults []*fault.Fault
	for i, id := range areas {
		if taken[id.ID] {
			faults = append(faults, fault.New(fault.AlreadyExists, "kind", kind).At("areaIds", i))
		}
	}
	return faults
}

func (in CoverAreaInput) write(ctx context.Context, tx *ent.Tx, areas []*db.Area, from day.Date) ([]ident.ID, error) {
	ids := make([]ident.ID, len(areas))
	rows := make([]*db.OrganizationAreaCreate, len(areas))
	for i, a := range areas {
		ids[i] = ident.New(ident.KindOrganizationArea, tx.Now)
		rows[i] = tx.OrganizationArea.Create().SetID(ids[i]).SetNillableCommunityID(a.CommunityID).
			SetOrganizationID(in.OrganizationID.ID).SetAreaID(a.ID).SetFrom(from).SetNillableTo(in.To)
	}
	return ids, tx.OrganizationArea.CreateBulk(rows...).Exec(ctx)
}
