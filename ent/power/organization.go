package power

import (
	"context"
	"fmt"
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
// officers may act, those of its organs and of whoever acts for it, and those of
// the organizations it stands under on the day.
func OfOrganization(ctx context.Context, c *db.Client, on day.Date, id ident.ID) (mandate.Subject, error) {
	all, err := OfOrganizations(ctx, c, on, id)
	if err != nil {
		return mandate.Subject{}, err
	}
	return all[0], nil
}

// OfOrganizations is OfOrganization for several at once.
func OfOrganizations(ctx context.Context, c *db.Client, on day.Date, ids ...ident.ID) ([]mandate.Subject, error) {
	rows, err := c.Organization.Query().Where(organization.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]*db.Organization, len(rows))
	var homes []ident.ID // of those above communities
	for _, row := range rows {
		found[row.ID] = row
		if row.CommunityID == nil && row.AreaID != nil {
			homes = append(homes, *row.AreaID)
		}
	}
	kept, err := registers(ctx, c, homes...)
	if err != nil {
		return nil, err
	}
	lines, err := upward(ctx, c, on, ids)
	if err != nil {
		return nil, err
	}
	subjects := make([]mandate.Subject, len(ids))
	for i, id := range ids {
		o, ok := found[id]
		if !ok {
			return nil, fmt.Errorf("organization %s: %w", id, new(db.NotFoundError))
		}
		subjects[i] = InCommunity(o.CommunityID)
		subjects[i].Organizations = lines.over(id)
		if o.CommunityID == nil {
			subjects[i].Registers = []ident.ID{}
		}
		if o.CommunityID == nil && o.AreaID != nil {
			subjects[i].Registers = append(subjects[i].Registers, kept[*o.AreaID]...)
		}
	}
	return subjects, nil
}

// Over is some organizations and those they stand under, by parenthood or
// because they lead or supervise them on the day. What many decide few run: an
// assembly stands under its organs as well, and under whoever acts for it. A
// relation set up in a circle ends the walk.
func Over(ctx context.Context, c *db.Client, on day.Date, ids ...ident.ID) ([]ident.ID, error) {
	lines, err := upward(ctx, c, on, ids)
	return lines.over(ids...), err
}

// organs are the bodies that call the meetings of a larger one to which they
// belong and carry out what it decides: owners' committees and those that stand
// in for them (Property Management Regulation art. 15, item 1), and residents'
// committees (Residents' Committee Organic Law).
var organs = map[schema.OrganizationKind][]schema.OrganizationKind{
	schema.OrganizationKindOwnersAssembly: {
		schema.OrganizationKindOwnersCommittee, schema.OrganizationKindInterimPropertyCommittee,
		schema.OrganizationKindPreparatoryGroup, schema.OrganizationKindRenewalGroup,
	},
	schema.OrganizationKindResidentsMeeting:       {schema.OrganizationKindResidentsCommittee},
	schema.OrganizationKindRepresentativesMeeting: {schema.OrganizationKindResidentsCommittee},
}

// superiors are the organizations that each one stands directly under.
type superiors map[ident.ID][]ident.ID

// over is some organizations and all that they stand under.
func (s superiors) over(ids ...ident.ID) []ident.ID {
	all := slices.Clone(ids)
	for i := 0; i < len(all); i++ {
		for _, one := range s[all[i]] {
			if !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
	}
	return all
}

// upward reads what some organizations stand under, a level at a time.
func upward(ctx context.Context, c *db.Client, on day.Date, ids []ident.ID) (superiors, error) {
	all := superiors{}
	for level := ids; len(level) > 0; {
		for _, id := range level {
			all[id] = nil
		}
		if err := all.read(ctx, c, on, level); err != nil {
			return nil, err
		}
		var next []ident.ID
		for _, id := range level {
			for _, one := range all[id] {
				if _, known := all[one]; !known && !slices.Contains(next, one) {
					next = append(next, one)
				}
			}
		}
		level = next
	}
	return all, nil
}

// read adds what the organizations of a level stand directly under.
func (s superiors) read(ctx context.Context, c *db.Client, on day.Date, level []ident.ID) error {
	if err := s.readFamily(ctx, c, on, level); err != nil {
		return err
	}
	standing := organizationrelation.And(organizationrelation.FromLTE(on),
		organizationrelation.Or(organizationrelation.ToIsNil(), organizationrelation.ToGT(on)))
	relations, err := c.OrganizationRelation.Query().Where(standing, organizationrelation.Or(
		organizationrelation.And(organizationrelation.KindEQ(schema.RelationKindLedBy), organizationrelation.OrganizationIDIn(level...)),
		organizationrelation.And(organizationrelation.KindIn(schema.RelationKindSupervises, schema.RelationKindActsFor),
			organizationrelation.TargetIDIn(level...)),
	)).All(ctx)
	for _, r := range relations {
		if r.Kind == schema.RelationKindLedBy {
			s[r.OrganizationID] = append(s[r.OrganizationID], r.TargetID)
		} else {
			s[r.TargetID] = append(s[r.TargetID], r.OrganizationID)
		}
	}
	return err
}

// readFamily adds the parents of the organizations of a level, and those of their
// children that are their organs on the day.
func (s superiors) readFamily(ctx context.Context, c *db.Client, on day.Date, level []ident.ID) error {
	rows, err := c.Organization.Query().
		Where(organization.Or(organization.IDIn(level...), organization.ParentIDIn(level...))).All(ctx)
	kinds := map[ident.ID]schema.OrganizationKind{}
	for _, o := range rows {
		kinds[o.ID] = o.Kind
	}
	for _, o := range rows {
		if o.ParentID == nil {
			continue
		}
		parent := *o.ParentID
		if slices.Contains(level, o.ID) {
			s[o.ID] = append(s[o.ID], parent)
		}
		exists := !on.Before(o.From) && (o.To == nil || on.Before(*o.To))
		if exists && slices.Contains(level, parent) && slices.Contains(organs[kinds[parent]], o.Kind) {
			s[parent] = append(s[parent], o.ID)
		}
	}
	return err
}
