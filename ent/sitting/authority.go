package sitting

import "sifang/schema"

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
