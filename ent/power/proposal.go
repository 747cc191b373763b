package power

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// takingUp are the kinds of organizations that take up proposals. A company
// may propose, but does not judge what others propose.
var takingUp = []schema.OrganizationKind{
	schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindPartyCommittee,
	schema.OrganizationKindPartyGeneralBranch, schema.OrganizationKindPartyBranch,
	schema.OrganizationKindGridPartyBranch, schema.OrganizationKindTemporaryPartyBranch,
	schema.OrganizationKindStreetOffice, schema.OrganizationKindResidentsCommittee,
	schema.OrganizationKindOwnersCommittee, schema.OrganizationKindInterimPropertyCommittee,
	schema.OrganizationKindPreparatoryGroup, schema.OrganizationKindRenewalGroup,
	schema.OrganizationKindCoGovernanceCommittee, schema.OrganizationKindDeliberationForum,
}

// OfProposal is the subject of taking up or declining a proposal about an
// area: the officers of the bodies there may act.
func OfProposal(ctx context.Context, c *db.Client, on day.Date, area *db.Area) (mandate.Subject, error) {
	s := InCommunity(area.CommunityID)
	var err error
	s.Organizations, err = TakingUp(ctx, c, on, area)
	return s, err
}

// TakingUp are the organizations that take up proposals about an area: those
// at home in it, in an area of which it is a part, or covering one of these.
func TakingUp(ctx context.Context, c *db.Client, on day.Date, area *db.Area) ([]ident.ID, error) {
	around, err := upToCommunity(ctx, c, area)
	if err != nil {
		return nil, err
	}
	covering, err := c.OrganizationArea.Query().Where(organizationarea.AreaIDIn(around...),
		organizationarea.FromLTE(on), organizationarea.Or(organizationarea.ToIsNil(), organizationarea.ToGT(on))).All(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(covering))
	for i, one := range covering {
		ids[i] = one.OrganizationID
	}
	return c.Organization.Query().Where(
		organization.KindIn(takingUp...),
		organization.Or(organization.AreaIDIn(around...), organization.IDIn(ids...)),
		organization.FromLTE(on), organization.Or(organization.ToIsNil(), organization.ToGT(on)),
	).Order(db.Asc(organization.FieldID)).IDs(ctx)
}

// upToCommunity is the area and those of which it is a part, up to its
// community.
func upToCommunity(ctx context.Context, c *db.Client, area *db.Area) ([]ident.ID, error) {
	around := []ident.ID{area.ID}
	for area.ParentID != nil && (area.CommunityID == nil || *area.CommunityID != area.ID) {
		above, err := c.Area.Get(ctx, *area.ParentID)
		if err != nil {
			return nil, err
		}
		if slices.Contains(around, above.ID) {
			break
		}
		around = append(around, above.ID)
		area = above
	}
	return around, nil
}

// OfProposer is the subject of what only whoever proposed may do with a
// proposal: the person, or the officers of the organization.
func OfProposer(ctx context.Context, c *db.Client, on day.Date, p *db.Proposal) (mandate.Subject, error) {
	s := InCommunity(p.CommunityID)
	if p.ProposerID != nil {
		s.Persons = []ident.ID{*p.ProposerID}
	}
	if p.ProposingOrganizationID == nil {
		return s, nil
	}
	var err error
	s.Organizations, err = Over(ctx, c, on, *p.ProposingOrganizationID)
	return s, err
}
