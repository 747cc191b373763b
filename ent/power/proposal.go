package power

import (
	"context"
	"slices"

	"sifang/ent/above"
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

// TakersUp finds, of some organizations, one for each area that takes up proposals
// about it, if any does. It takes the same few statements however many there are.
func TakersUp(ctx context.Context, c *db.Client, on day.Date, among []ident.ID, areas ...ident.ID) (map[ident.ID]ident.ID, error) {
	bodies, err := c.Organization.Query().Where(organization.IDIn(among...), organization.KindIn(takingUp...),
		organization.FromLTE(on), organization.Or(organization.ToIsNil(), organization.ToGT(on))).
		WithCoverage(func(q *db.OrganizationAreaQuery) {
			q.Where(organizationarea.FromLTE(on), organizationarea.Or(organizationarea.ToIsNil(), organizationarea.ToGT(on)))
		}).Order(db.Asc(organization.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	around, err := above.Areas(ctx, c, areas...)
	takers := map[ident.ID]ident.ID{}
	for _, id := range areas {
		line := withinCommunity(around, id)
		for _, o := range bodies {
			covers := slices.ContainsFunc(o.Edges.Coverage, func(a *db.OrganizationArea) bool { return slices.Contains(line, a.AreaID) })
			if _, found := takers[id]; !found && (covers || o.AreaID != nil && slices.Contains(line, *o.AreaID)) {
				takers[id] = o.ID
			}
		}
	}
	return takers, err
}

// withinCommunity is an area and those of which it is a part, up to its community.
func withinCommunity(around above.Tree[*db.Area], id ident.ID) []ident.ID {
	line := around.Line(id)
	a, ok := around.Row(id)
	if !ok || a.CommunityID == nil {
		return line
	}
	if i := slices.Index(line, *a.CommunityID); i >= 0 {
		line = line[:i+1]
	}
	return line
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
