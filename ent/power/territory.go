package power

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// Registers are the offices above communities in whose territory an area lies,
// which keep the register of what is there. It is never nil: where there is no
// area, or no office, nobody but the operator keeps it.
func Registers(ctx context.Context, c *db.Client, area *ident.ID) ([]ident.ID, error) {
	around, err := Around(ctx, c, area)
	if err != nil || len(around) == 0 {
		return []ident.ID{}, err
	}
	offices, err := c.Organization.Query().Where(organization.KindIn(mandate.Registering...),
		organization.CommunityIDIsNil(), organization.AreaIDIn(around...)).IDs(ctx)
	return append([]ident.ID{}, offices...), err
}

// Around is an area and all of which it is a part, from the inside out.
func Around(ctx context.Context, c *db.Client, area *ident.ID) ([]ident.ID, error) {
	var all []ident.ID
	for area != nil {
		row, err := c.Area.Get(ctx, *area)
		if err != nil {
			return nil, err
		}
		all = append(all, row.ID)
		area = row.ParentID
	}
	return all, nil
}
