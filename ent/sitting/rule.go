package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// Rule is the rule by which the meeting decides what no matter has a rule of
// its own for, and whose quorum it needs. A linkage names it; for an
// organization it follows from the rules in force on the day. It reports false
// if there is none.
func Rule(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (rule.Rule, bool, error) {
	chain, err := rules.For(ctx, c, m.OrganizationID, on)
	if err != nil {
		return rule.Rule{}, false, err
	}
	if m.LinkageID != nil {
		linkage, err := c.Linkage.Get(ctx, *m.LinkageID)
		if err != nil {
			return rule.Rule{}, false, err
		}
		r, ok := Named(chain, linkage.RuleCode)
		return r, ok, nil
	}
	organization, err := c.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return rule.Rule{}, false, err
	}
	r, ok := chain.Voting(organization.Kind, "")
	return r, ok, nil
}

// Named is the rule of that code, as the most specific set in force has it, or
// as it comes with the service.
func Named(chain rule.Chain, code string) (rule.Rule, bool) {
	for i := len(chain) - 1; i >= 0; i-- {
		for _, choice := range chain[i].Voting {
			if choice.Rule != nil && choice.Rule.Code == code {
				return *choice.Rule, true
			}
		}
	}
	return rule.Preset(code)
}

// Guards are the conditions of the meeting's own life that hold: whether it may
// take up what its notice did not name.
func Guards(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]stage.Guard, error) {
	r, ok, err := Rule(ctx, c, m, on)
	if err != nil || !ok || r.AgendaMustBeNoticed {
		return nil, err
	}
	return []stage.Guard{stage.AgendaOpen}, nil
}

// Authority is the decision authority that the meeting itself is. It reports
// false for one that decides nothing in its own right, such as a hearing.
func Authority(kind schema.MeetingKind, of schema.OrganizationKind) (schema.DecisionAuthority, bool) {
	a, ok := byMeeting[kind]
	if kind == schema.MeetingKindCommittee {
		a, ok = byOrganization[of]
	}
	return a, ok
}

var byMeeting = map[schema.MeetingKind]schema.DecisionAuthority{
	schema.MeetingKindJoint:           schema.DecisionAuthorityJointMeeting,
	schema.MeetingKindAssembly:        schema.DecisionAuthorityOwnersAssembly,
	schema.MeetingKindPartyBranch:     schema.DecisionAuthorityPartyOrganization,
	schema.MeetingKindResidents:       schema.DecisionAuthorityResidentsMeeting,
	schema.MeetingKindRepresentatives: schema.DecisionAuthorityRepresentativesMeeting,
}

// byOrganization is for meetings of committees. An interim committee stands in
// for the owners' committee.
var byOrganization = map[schema.OrganizationKind]schema.DecisionAuthority{
	schema.OrganizationKindOwnersCommittee:          schema.DecisionAuthorityOwnersCommittee,
	schema.OrganizationKindInterimPropertyCommittee: schema.DecisionAuthorityOwnersCommittee,
	schema.OrganizationKindResidentsCommittee:       schema.DecisionAuthorityResidentsCommittee,
	schema.OrganizationKindPartyWorkingCommittee:    schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindPartyCommittee:           schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindPartyGeneralBranch:       schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindPartyBranch:              schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindGridPartyBranch:          schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindTemporaryPartyBranch:     schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindGrandPartyCommittee:      schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindIndustryPartyCommittee:   schema.DecisionAuthorityPartyOrganization,
	schema.OrganizationKindStreetOffice:             schema.DecisionAuthorityStreet,
}
