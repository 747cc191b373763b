package power

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationrelation"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// InCommunity is the subject of what concerns a community as a whole.
func InCommunity(community *ident.ID) mandate.Subject {
	if community == nil {
		return mandate.Subject{}
	}
	return mandate.Subject{Community: *community}
}

// OfOrganization is the subject of what concerns an organization: its own
// officers may act, and those of the organizations it stands under on the day.
func OfOrganization(ctx context.Context, c *db.Client, on day.Date, id ident.ID) (mandate.Subject, error) {
	o, err := c.Organization.Get(ctx, id)
	if err != nil {
		return mandate.Subject{}, err
	}
	s := InCommunity(o.CommunityID)
	if s.Organizations, err = Over(ctx, c, on, id); err != nil {
		return s, err
	}
	if o.CommunityID == nil {
		s.Registers, err = Registers(ctx, c, o.AreaID)
	}
	return s, err
}

// Over is some organizations and those they stand under, by parenthood or
// because they lead or supervise them on the day. A relation set up in a circle
// ends the walk.
func Over(ctx context.Context, c *db.Client, on day.Date, ids ...ident.ID) ([]ident.ID, error) {
	all := ids
	for level := all; len(level) > 0; {
		above, err := directlyOver(ctx, c, on, level)
		if err != nil {
			return nil, err
		}
		level = nil
		for _, o := range above {
			if !slices.Contains(all, o) && !slices.Contains(level, o) {
				level = append(level, o)
			}
		}
		all = slices.Concat(all, level)
	}
	return all, nil
}

func directlyOver(ctx context.Context, c *db.Client, on day.Date, level []ident.ID) ([]ident.ID, error) {
	var above []ident.ID
	rows, err := c.Organization.Query().
		Where(organization.IDIn(level...), organization.ParentIDNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range rows {
		above = append(above, *o.ParentID)
	}
	standing := organizationrelation.And(organizationrelation.FromLTE(on),
		organizationrelation.Or(organizationrelation.ToIsNil(), organizationrelation.ToGT(on)))
	relations, err := c.OrganizationRelation.Query().Where(standing, organizationrelation.Or(
		organizationrelation.And(organizationrelation.KindEQ(schema.RelationKindLedBy), organizationrelation.OrganizationIDIn(level...)),
		organizationrelation.And(organizationrelation.KindEQ(schema.RelationKindSupervises), organizationrelation.TargetIDIn(level...)),
	)).All(ctx)
	for _, r := range relations {
		if r.Kind == schema.RelationKindLedBy {
			above = append(above, r.TargetID)
		} else {
			above = append(above, r.OrganizationID)
		}
	}
	return above, err
}
