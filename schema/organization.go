package schema

// OrganizationKind says what an organization is in law or in practice.
type OrganizationKind string

// The values of OrganizationKind; the API describes each.
const (
	OrganizationKindPartyWorkingCommittee         OrganizationKind = "PARTY_WORKING_COMMITTEE"
	OrganizationKindPartyCommittee                OrganizationKind = "PARTY_COMMITTEE"
	OrganizationKindPartyGeneralBranch            OrganizationKind = "PARTY_GENERAL_BRANCH"
	OrganizationKindPartyBranch                   OrganizationKind = "PARTY_BRANCH"
	OrganizationKindGridPartyBranch               OrganizationKind = "GRID_PARTY_BRANCH"
	OrganizationKindPartyGroup                    OrganizationKind = "PARTY_GROUP"
	OrganizationKindTemporaryPartyBranch          OrganizationKind = "TEMPORARY_PARTY_BRANCH"
	OrganizationKindIndustryPartyCommittee        OrganizationKind = "INDUSTRY_PARTY_COMMITTEE"
	OrganizationKindGrandPartyCommittee           OrganizationKind = "GRAND_PARTY_COMMITTEE"
	OrganizationKindStreetOffice                  OrganizationKind = "STREET_OFFICE"
	OrganizationKindGovernmentDepartment          OrganizationKind = "GOVERNMENT_DEPARTMENT"
	OrganizationKindResidentsCommittee            OrganizationKind = "RESIDENTS_COMMITTEE"
	OrganizationKindResidentsMeeting              OrganizationKind = "RESIDENTS_MEETING"
	OrganizationKindRepresentativesMeeting        OrganizationKind = "REPRESENTATIVES_MEETING"
	OrganizationKindResidentsSupervisionCommittee OrganizationKind = "RESIDENTS_SUPERVISION_COMMITTEE"
	OrganizationKindResidentsSubcommittee         OrganizationKind = "RESIDENTS_SUBCOMMITTEE"
	OrganizationKindOwnersAssembly                OrganizationKind = "OWNERS_ASSEMBLY"
	OrganizationKindOwnersCommittee               OrganizationKind = "OWNERS_COMMITTEE"
	OrganizationKindOwnersSupervisionCommittee    OrganizationKind = "OWNERS_SUPERVISION_COMMITTEE"
	OrganizationKindInterimPropertyCommittee      OrganizationKind = "INTERIM_PROPERTY_COMMITTEE"
	OrganizationKindPreparatoryGroup              OrganizationKind = "PREPARATORY_GROUP"
	OrganizationKindRenewalGroup                  OrganizationKind = "RENEWAL_GROUP"
	OrganizationKindElectionCommittee             OrganizationKind = "ELECTION_COMMITTEE"
	OrganizationKindPropertyCompany               OrganizationKind = "PROPERTY_COMPANY"
	OrganizationKindPropertyProject               OrganizationKind = "PROPERTY_PROJECT"
	OrganizationKindCoGovernanceCommittee         OrganizationKind = "CO_GOVERNANCE_COMMITTEE"
	OrganizationKindDeliberationForum             OrganizationKind = "DELIBERATION_FORUM"
	OrganizationKindThinkTank                     OrganizationKind = "THINK_TANK"
	OrganizationKindVolunteerTeam                 OrganizationKind = "VOLUNTEER_TEAM"
	OrganizationKindTaskForce                     OrganizationKind = "TASK_FORCE"
	OrganizationKindLocalEmployer                 OrganizationKind = "LOCAL_EMPLOYER"
	OrganizationKindSocialOrganization            OrganizationKind = "SOCIAL_ORGANIZATION"
	OrganizationKindUtility                       OrganizationKind = "UTILITY"
	OrganizationKindAlliance                      OrganizationKind = "ALLIANCE"
	OrganizationKindOther                         OrganizationKind = "OTHER"
)

// Values lists every OrganizationKind, in the order of the API.
func (OrganizationKind) Values() []string {
	return []string{
		"PARTY_WORKING_COMMITTEE", "PARTY_COMMITTEE", "PARTY_GENERAL_BRANCH", "PARTY_BRANCH", "GRID_PARTY_BRANCH", "PARTY_GROUP",
		"TEMPORARY_PARTY_BRANCH", "INDUSTRY_PARTY_COMMITTEE", "GRAND_PARTY_COMMITTEE", "STREET_OFFICE", "GOVERNMENT_DEPARTMENT", "RESIDENTS_COMMITTEE",
		"RESIDENTS_MEETING", "REPRESENTATIVES_MEETING", "RESIDENTS_SUPERVISION_COMMITTEE", "RESIDENTS_SUBCOMMITTEE", "OWNERS_ASSEMBLY", "OWNERS_COMMITTEE",
		"OWNERS_SUPERVISION_COMMITTEE", "INTERIM_PROPERTY_COMMITTEE", "PREPARATORY_GROUP", "RENEWAL_GROUP", "ELECTION_COMMITTEE", "PROPERTY_COMPANY",
		"PROPERTY_PROJECT", "CO_GOVERNANCE_COMMITTEE", "DELIBERATION_FORUM", "THINK_TANK", "VOLUNTEER_TEAM", "TASK_FORCE",
		"LOCAL_EMPLOYER", "SOCIAL_ORGANIZATION", "UTILITY", "ALLIANCE", "OTHER",
	}
}

// RelationKind says how one organization stands to another.
type RelationKind string

// The values of RelationKind; the API describes each.
const (
	RelationKindSupervises RelationKind = "SUPERVISES"
	RelationKindServes     RelationKind = "SERVES"
	RelationKindActsFor    RelationKind = "ACTS_FOR"
	RelationKindAllied     RelationKind = "ALLIED"
	RelationKindFiledWith  RelationKind = "FILED_WITH"
	RelationKindLedBy      RelationKind = "LED_BY"
)

// Values lists every RelationKind, in the order of the API.
func (RelationKind) Values() []string {
	return []string{
		"SUPERVISES", "SERVES", "ACTS_FOR", "ALLIED", "FILED_WITH", "LED_BY",
	}
}

// PostCategory says what a post is.
type PostCategory string

// The values of PostCategory; the API describes each.
const (
	PostCategorySecretary         PostCategory = "SECRETARY"
	PostCategoryDeputySecretary   PostCategory = "DEPUTY_SECRETARY"
	PostCategoryChair             PostCategory = "CHAIR"
	PostCategoryViceChair         PostCategory = "VICE_CHAIR"
	PostCategoryMember            PostCategory = "MEMBER"
	PostCategoryPartTimeMember    PostCategory = "PART_TIME_MEMBER"
	PostCategoryAlternate         PostCategory = "ALTERNATE"
	PostCategorySupervisor        PostCategory = "SUPERVISOR"
	PostCategoryQualitySupervisor PostCategory = "QUALITY_SUPERVISOR"
	PostCategoryPartyInstructor   PostCategory = "PARTY_INSTRUCTOR"
	PostCategoryProjectManager    PostCategory = "PROJECT_MANAGER"
	PostCategoryBuildingHead      PostCategory = "BUILDING_HEAD"
	PostCategoryGridHead          PostCategory = "GRID_HEAD"
	PostCategoryGridWorker        PostCategory = "GRID_WORKER"
	PostCategoryMicroGridLiaison  PostCategory = "MICRO_GRID_LIAISON"
	PostCategoryRepresentative    PostCategory = "REPRESENTATIVE"
	PostCategoryCommunityPolice   PostCategory = "COMMUNITY_POLICE"
	PostCategoryCommunityWorker   PostCategory = "COMMUNITY_WORKER"
	PostCategoryClerk             PostCategory = "CLERK"
	PostCategoryScrutineer        PostCategory = "SCRUTINEER"
	PostCategoryOther             PostCategory = "OTHER"
)

// Values lists every PostCategory, in the order of the API.
func (PostCategory) Values() []string {
	return []string{
		"SECRETARY", "DEPUTY_SECRETARY", "CHAIR", "VICE_CHAIR", "MEMBER", "PART_TIME_MEMBER",
		"ALTERNATE", "SUPERVISOR", "QUALITY_SUPERVISOR", "PARTY_INSTRUCTOR", "PROJECT_MANAGER", "BUILDING_HEAD",
		"GRID_HEAD", "GRID_WORKER", "MICRO_GRID_LIAISON", "REPRESENTATIVE", "COMMUNITY_POLICE", "COMMUNITY_WORKER",
		"CLERK", "SCRUTINEER", "OTHER",
	}
}

// SeatKind says how a seat is filled.
type SeatKind string

// The values of SeatKind; the API describes each.
const (
	SeatKindElected   SeatKind = "ELECTED"
	SeatKindAppointed SeatKind = "APPOINTED"
	SeatKindCoOpted   SeatKind = "CO_OPTED"
	SeatKindAlternate SeatKind = "ALTERNATE"
	SeatKindExOfficio SeatKind = "EX_OFFICIO"
	SeatKindObserver  SeatKind = "OBSERVER"
)

// Values lists every SeatKind, in the order of the API.
func (SeatKind) Values() []string {
	return []string{
		"ELECTED", "APPOINTED", "CO_OPTED", "ALTERNATE", "EX_OFFICIO", "OBSERVER",
	}
}

// VotingRight says whether the holder of a post votes.
type VotingRight string

// The values of VotingRight; the API describes each.
const (
	VotingRightFull         VotingRight = "FULL"
	VotingRightConsultative VotingRight = "CONSULTATIVE"
	VotingRightNone         VotingRight = "NONE"
)

// Values lists every VotingRight, in the order of the API.
func (VotingRight) Values() []string {
	return []string{
		"FULL", "CONSULTATIVE", "NONE",
	}
}

// MembershipKind says in what capacity somebody belongs to an organization.
type MembershipKind string

// The values of MembershipKind; the API describes each.
const (
	MembershipKindPostHolder         MembershipKind = "POST_HOLDER"
	MembershipKindPartyMember        MembershipKind = "PARTY_MEMBER"
	MembershipKindProbationaryMember MembershipKind = "PROBATIONARY_MEMBER"
	MembershipKindActivist           MembershipKind = "ACTIVIST"
	MembershipKindDualReporting      MembershipKind = "DUAL_REPORTING"
	MembershipKindVolunteer          MembershipKind = "VOLUNTEER"
	MembershipKindAdviser            MembershipKind = "ADVISER"
	MembershipKindVeteran            MembershipKind = "VETERAN"
	MembershipKindOrganizationMember MembershipKind = "ORGANIZATION_MEMBER"
)

// Values lists every MembershipKind, in the order of the API.
func (MembershipKind) Values() []string {
	return []string{
		"POST_HOLDER", "PARTY_MEMBER", "PROBATIONARY_MEMBER", "ACTIVIST", "DUAL_REPORTING", "VOLUNTEER",
		"ADVISER", "VETERAN", "ORGANIZATION_MEMBER",
	}
}

// MembershipMode says by what act somebody came to belong.
type MembershipMode string

// The values of MembershipMode; the API describes each.
const (
	MembershipModeElected    MembershipMode = "ELECTED"
	MembershipModeEngaged    MembershipMode = "ENGAGED"
	MembershipModeDispatched MembershipMode = "DISPATCHED"
	MembershipModeCoOpted    MembershipMode = "CO_OPTED"
	MembershipModeExOfficio  MembershipMode = "EX_OFFICIO"
	MembershipModeEnrolled   MembershipMode = "ENROLLED"
)

// Values lists every MembershipMode, in the order of the API.
func (MembershipMode) Values() []string {
	return []string{
		"ELECTED", "ENGAGED", "DISPATCHED", "CO_OPTED", "EX_OFFICIO", "ENROLLED",
	}
}

// MembershipStatus is where a membership stands.
type MembershipStatus string

// The values of MembershipStatus; the API describes each.
const (
	MembershipStatusProposed   MembershipStatus = "PROPOSED"
	MembershipStatusPublicized MembershipStatus = "PUBLICIZED"
	MembershipStatusEffective  MembershipStatus = "EFFECTIVE"
	MembershipStatusSuspended  MembershipStatus = "SUSPENDED"
	MembershipStatusEnded      MembershipStatus = "ENDED"
	MembershipStatusLapsed     MembershipStatus = "LAPSED"
	MembershipStatusRevoked    MembershipStatus = "REVOKED"
	MembershipStatusDeclined   MembershipStatus = "DECLINED"
)

// Values lists every MembershipStatus, in the order of the API.
func (MembershipStatus) Values() []string {
	return []string{
		"PROPOSED", "PUBLICIZED", "EFFECTIVE", "SUSPENDED", "ENDED", "LAPSED",
		"REVOKED", "DECLINED",
	}
}

// EndReason says on which ground a membership ended.
type EndReason string

// The values of EndReason; the API describes each.
const (
	EndReasonTermExpired   EndReason = "TERM_EXPIRED"
	EndReasonResigned      EndReason = "RESIGNED"
	EndReasonRemoved       EndReason = "REMOVED"
	EndReasonIncapacity    EndReason = "INCAPACITY"
	EndReasonNoLongerOwner EndReason = "NO_LONGER_OWNER"
	EndReasonReplaced      EndReason = "REPLACED"
	EndReasonOther         EndReason = "OTHER"
)

// Values lists every EndReason, in the order of the API.
func (EndReason) Values() []string {
	return []string{
		"TERM_EXPIRED", "RESIGNED", "REMOVED", "INCAPACITY", "NO_LONGER_OWNER", "REPLACED",
		"OTHER",
	}
}

// Duty says what an assignment asks for.
type Duty string

// The values of Duty; the API describes each.
const (
	DutyContact  Duty = "CONTACT"
	DutyCharge   Duty = "CHARGE"
	DutyPatrol   Duty = "PATROL"
	DutyInstruct Duty = "INSTRUCT"
	DutyServe    Duty = "SERVE"
	DutyCare     Duty = "CARE"
)

// Values lists every Duty, in the order of the API.
func (Duty) Values() []string {
	return []string{
		"CONTACT", "CHARGE", "PATROL", "INSTRUCT", "SERVE", "CARE",
	}
}

// LinkageRole is the part an organization takes in a linkage.
type LinkageRole string

// The values of LinkageRole; the API describes each.
const (
	LinkageRoleLeads        LinkageRole = "LEADS"
	LinkageRoleConvenes     LinkageRole = "CONVENES"
	LinkageRoleOrganizes    LinkageRole = "ORGANIZES"
	LinkageRoleParticipates LinkageRole = "PARTICIPATES"
)

// Values lists every LinkageRole, in the order of the API.
func (LinkageRole) Values() []string {
	return []string{
		"LEADS", "CONVENES", "ORGANIZES", "PARTICIPATES",
	}
}

// TermState is where a term of an organization stands.
type TermState string

// The values of TermState; the API describes each.
const (
	TermStateCurrent   TermState = "CURRENT"
	TermStateCaretaker TermState = "CARETAKER"
	TermStateEnded     TermState = "ENDED"
)

// Values lists every TermState, in the order of the API.
func (TermState) Values() []string {
	return []string{
		"CURRENT", "CARETAKER", "ENDED",
	}
}

// CrossAppointmentDirection says from which party to which a cross-appointment leads.
type CrossAppointmentDirection string

// The values of CrossAppointmentDirection; the API describes each.
const (
	CrossAppointmentDirectionPropertyToCommunity CrossAppointmentDirection = "PROPERTY_TO_COMMUNITY"
	CrossAppointmentDirectionOwnersToCommunity   CrossAppointmentDirection = "OWNERS_TO_COMMUNITY"
	CrossAppointmentDirectionCommunityToProperty CrossAppointmentDirection = "COMMUNITY_TO_PROPERTY"
	CrossAppointmentDirectionCommunityToOwners   CrossAppointmentDirection = "COMMUNITY_TO_OWNERS"
	CrossAppointmentDirectionPartyToOwners       CrossAppointmentDirection = "PARTY_TO_OWNERS"
	CrossAppointmentDirectionPartyToProperty     CrossAppointmentDirection = "PARTY_TO_PROPERTY"
	CrossAppointmentDirectionStreetToEstate      CrossAppointmentDirection = "STREET_TO_ESTATE"
	CrossAppointmentDirectionOther               CrossAppointmentDirection = "OTHER"
)

// Values lists every CrossAppointmentDirection, in the order of the API.
func (CrossAppointmentDirection) Values() []string {
	return []string{
		"PROPERTY_TO_COMMUNITY", "OWNERS_TO_COMMUNITY", "COMMUNITY_TO_PROPERTY", "COMMUNITY_TO_OWNERS", "PARTY_TO_OWNERS", "PARTY_TO_PROPERTY",
		"STREET_TO_ESTATE", "OTHER",
	}
}
