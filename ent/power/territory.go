package power

import (
	"context"
	"slices"

	"sifang/ent/above"
	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// Registers are the offices above communities in whose territory an area lies,
// which keep the register of what is there. It is never nil: where there is no
// area, or no office, nobody but the operator keeps it.
func Registers(ctx context.Context, c *db.Client, area *ident.ID) ([]ident.ID, error) {
	if area == nil {
		return []ident.ID{}, nil
	}
	found, err := registers(ctx, c, *area)
	return append([]ident.ID{}, found[*area]...), err
}

// registers are the Registers of each of some areas.
func registers(ctx context.Context, c *db.Client, areas ...ident.ID) (map[ident.ID][]ident.ID, error) {
	around, err := above.Areas(ctx, c, areas...)
	if err != nil {
		return nil, err
	}
	var all []ident.ID
	for _, area := range areas {
		all = append(all, around.Line(area)...)
	}
	if len(all) == 0 {
		return nil, nil
	}
	offices, err := c.Organization.Query().Where(organization.KindIn(mandate.Registering...),
		organization.CommunityIDIsNil(), organization.AreaIDIn(all...)).All(ctx)
	found := make(map[ident.ID][]ident.ID, len(areas))
	for _, area := range areas {
		for _, office := range offices {
			if slices.Contains(around.Line(area), *office.AreaID) {
				found[area] = append(found[area], office.ID)
			}
		}
	}
	return found, err
}

// Around is an area and all of which it is a part, from the inside out.
func Around(ctx context.Context, c *db.Client, area *ident.ID) ([]ident.ID, error) {
	if area == nil {
		return nil, nil
	}
	around, err := above.Areas(ctx, c, *area)
	return around.Line(*area), err
}
