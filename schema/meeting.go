package schema

// ProposalSource says where a proposal came from.
type ProposalSource string

// The values of ProposalSource; the API describes each.
const (
	ProposalSourceResident          ProposalSource = "RESIDENT"
	ProposalSourceOwner             ProposalSource = "OWNER"
	ProposalSourceGrid              ProposalSource = "GRID"
	ProposalSourceHotline12345      ProposalSource = "HOTLINE_12345"
	ProposalSourceInspection        ProposalSource = "INSPECTION"
	ProposalSourcePartyDay          ProposalSource = "PARTY_DAY"
	ProposalSourcePartyOrganization ProposalSource = "PARTY_ORGANIZATION"
	ProposalSourceDeputy            ProposalSource = "DEPUTY"
	ProposalSourceCommittee         ProposalSource = "COMMITTEE"
	ProposalSourcePropertyCompany   ProposalSource = "PROPERTY_COMPANY"
	ProposalSourceReferral          ProposalSource = "REFERRAL"
	ProposalSourceServiceRequest    ProposalSource = "SERVICE_REQUEST"
)

// Values lists every ProposalSource, in the order of the API.
func (ProposalSource) Values() []string {
	return []string{
		"RESIDENT", "OWNER", "GRID", "HOTLINE_12345", "INSPECTION", "PARTY_DAY",
		"PARTY_ORGANIZATION", "DEPUTY", "COMMITTEE", "PROPERTY_COMPANY", "REFERRAL", "SERVICE_REQUEST",
	}
}

// ProposalStatus is where a proposal stands.
type ProposalStatus string

// The values of ProposalStatus; the API describes each.
const (
	ProposalStatusSubmitted ProposalStatus = "SUBMITTED"
	ProposalStatusAccepted  ProposalStatus = "ACCEPTED"
	ProposalStatusDeclined  ProposalStatus = "DECLINED"
	ProposalStatusMerged    ProposalStatus = "MERGED"
	ProposalStatusWithdrawn ProposalStatus = "WITHDRAWN"
	ProposalStatusOnAgenda  ProposalStatus = "ON_AGENDA"
	ProposalStatusDecided   ProposalStatus = "DECIDED"
)

// Values lists every ProposalStatus, in the order of the API.
func (ProposalStatus) Values() []string {
	return []string{
		"SUBMITTED", "ACCEPTED", "DECLINED", "MERGED", "WITHDRAWN", "ON_AGENDA",
		"DECIDED",
	}
}

// DecisionAuthority is the body that may lawfully decide a matter.
type DecisionAuthority string

// The values of DecisionAuthority; the API describes each.
const (
	DecisionAuthorityJointMeeting           DecisionAuthority = "JOINT_MEETING"
	DecisionAuthorityOwnersAssembly         DecisionAuthority = "OWNERS_ASSEMBLY"
	DecisionAuthorityOwnersCommittee        DecisionAuthority = "OWNERS_COMMITTEE"
	DecisionAuthorityResidentsMeeting       DecisionAuthority = "RESIDENTS_MEETING"
	DecisionAuthorityRepresentativesMeeting DecisionAuthority = "REPRESENTATIVES_MEETING"
	DecisionAuthorityResidentsCommittee     DecisionAuthority = "RESIDENTS_COMMITTEE"
	DecisionAuthorityPartyOrganization      DecisionAuthority = "PARTY_ORGANIZATION"
	DecisionAuthorityInterestedOwners       DecisionAuthority = "INTERESTED_OWNERS"
	DecisionAuthorityStreet                 DecisionAuthority = "STREET"
)

// Values lists every DecisionAuthority, in the order of the API.
func (DecisionAuthority) Values() []string {
	return []string{
		"JOINT_MEETING", "OWNERS_ASSEMBLY", "OWNERS_COMMITTEE", "RESIDENTS_MEETING", "REPRESENTATIVES_MEETING", "RESIDENTS_COMMITTEE",
		"PARTY_ORGANIZATION", "INTERESTED_OWNERS", "STREET",
	}
}

// MeetingKind says whose meeting it is.
type MeetingKind string

// The values of MeetingKind; the API describes each.
const (
	MeetingKindJoint           MeetingKind = "JOINT"
	MeetingKindAssembly        MeetingKind = "ASSEMBLY"
	MeetingKindCommittee       MeetingKind = "COMMITTEE"
	MeetingKindPartyBranch     MeetingKind = "PARTY_BRANCH"
	MeetingKindResidents       MeetingKind = "RESIDENTS"
	MeetingKindRepresentatives MeetingKind = "REPRESENTATIVES"
	MeetingKindConsultation    MeetingKind = "CONSULTATION"
	MeetingKindHearing         MeetingKind = "HEARING"
)

// Values lists every MeetingKind, in the order of the API.
func (MeetingKind) Values() []string {
	return []string{
		"JOINT", "ASSEMBLY", "COMMITTEE", "PARTY_BRANCH", "RESIDENTS", "REPRESENTATIVES",
		"CONSULTATION", "HEARING",
	}
}

// MeetingForm says how a meeting is held; a written one has a window and no attendance.
type MeetingForm string

// The values of MeetingForm; the API describes each.
const (
	MeetingFormInPerson MeetingForm = "IN_PERSON"
	MeetingFormRemote   MeetingForm = "REMOTE"
	MeetingFormHybrid   MeetingForm = "HYBRID"
	MeetingFormWritten  MeetingForm = "WRITTEN"
)

// Values lists every MeetingForm, in the order of the API.
func (MeetingForm) Values() []string {
	return []string{
		"IN_PERSON", "REMOTE", "HYBRID", "WRITTEN",
	}
}

// MeetingStatus is where a meeting stands.
type MeetingStatus string

// The values of MeetingStatus; the API describes each.
const (
	MeetingStatusDraft     MeetingStatus = "DRAFT"
	MeetingStatusCalled    MeetingStatus = "CALLED"
	MeetingStatusOpen      MeetingStatus = "OPEN"
	MeetingStatusAdjourned MeetingStatus = "ADJOURNED"
	MeetingStatusClosed    MeetingStatus = "CLOSED"
	MeetingStatusCancelled MeetingStatus = "CANCELLED"
)

// Values lists every MeetingStatus, in the order of the API.
func (MeetingStatus) Values() []string {
	return []string{
		"DRAFT", "CALLED", "OPEN", "ADJOURNED", "CLOSED", "CANCELLED",
	}
}

// ConvenedUnder says on what ground a meeting was convened.
type ConvenedUnder string

// The values of ConvenedUnder; the API describes each.
const (
	ConvenedUnderRegular        ConvenedUnder = "REGULAR"
	ConvenedUnderPetition       ConvenedUnder = "PETITION"
	ConvenedUnderMembersRequest ConvenedUnder = "MEMBERS_REQUEST"
	ConvenedUnderStreetOrder    ConvenedUnder = "STREET_ORDER"
	ConvenedUnderEmergency      ConvenedUnder = "EMERGENCY"
)

// Values lists every ConvenedUnder, in the order of the API.
func (ConvenedUnder) Values() []string {
	return []string{
		"REGULAR", "PETITION", "MEMBERS_REQUEST", "STREET_ORDER", "EMERGENCY",
	}
}

// AgendaItemDisposition says what became of an agenda item.
type AgendaItemDisposition string

// The values of AgendaItemDisposition; the API describes each.
const (
	AgendaItemDispositionPending     AgendaItemDisposition = "PENDING"
	AgendaItemDispositionDecided     AgendaItemDisposition = "DECIDED"
	AgendaItemDispositionRecommended AgendaItemDisposition = "RECOMMENDED"
	AgendaItemDispositionReferred    AgendaItemDisposition = "REFERRED"
	AgendaItemDispositionCarriedOver AgendaItemDisposition = "CARRIED_OVER"
	AgendaItemDispositionWithdrawn   AgendaItemDisposition = "WITHDRAWN"
	AgendaItemDispositionNoted       AgendaItemDisposition = "NOTED"
)

// Values lists every AgendaItemDisposition, in the order of the API.
func (AgendaItemDisposition) Values() []string {
	return []string{
		"PENDING", "DECIDED", "RECOMMENDED", "REFERRED", "CARRIED_OVER", "WITHDRAWN",
		"NOTED",
	}
}

// AttendanceMode says how somebody attended.
type AttendanceMode string

// The values of AttendanceMode; the API describes each.
const (
	AttendanceModeInPerson AttendanceMode = "IN_PERSON"
	AttendanceModeRemote   AttendanceMode = "REMOTE"
)

// Values lists every AttendanceMode, in the order of the API.
func (AttendanceMode) Values() []string {
	return []string{
		"IN_PERSON", "REMOTE",
	}
}

// WarningCode names what is missing but may be acknowledged.
type WarningCode string

// The values of WarningCode; the API describes each.
const (
	WarningCodeNoticeTooShort WarningCode = "NOTICE_TOO_SHORT"
	WarningCodeNoAgenda       WarningCode = "NO_AGENDA"
	WarningCodeNoChair        WarningCode = "NO_CHAIR"
	WarningCodeNoVenue        WarningCode = "NO_VENUE"
	WarningCodeItemNotNoticed WarningCode = "ITEM_NOT_NOTICED"
)

// Values lists every WarningCode, in the order of the API.
func (WarningCode) Values() []string {
	return []string{
		"NOTICE_TOO_SHORT", "NO_AGENDA", "NO_CHAIR", "NO_VENUE", "ITEM_NOT_NOTICED",
	}
}
