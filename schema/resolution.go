package schema

// ResolutionKind says whether a resolution binds.
type ResolutionKind string

// The values of ResolutionKind; the API describes each.
const (
	ResolutionKindDecision       ResolutionKind = "DECISION"
	ResolutionKindRecommendation ResolutionKind = "RECOMMENDATION"
	ResolutionKindReferral       ResolutionKind = "REFERRAL"
)

// Values lists every ResolutionKind, in the order of the API.
func (ResolutionKind) Values() []string {
	return []string{
		"DECISION", "RECOMMENDATION", "REFERRAL",
	}
}

// ResolutionStatus is where a resolution stands.
type ResolutionStatus string

// The values of ResolutionStatus; the API describes each.
const (
	ResolutionStatusAdopted       ResolutionStatus = "ADOPTED"
	ResolutionStatusPublished     ResolutionStatus = "PUBLISHED"
	ResolutionStatusInForce       ResolutionStatus = "IN_FORCE"
	ResolutionStatusStayed        ResolutionStatus = "STAYED"
	ResolutionStatusSuperseded    ResolutionStatus = "SUPERSEDED"
	ResolutionStatusRevoked       ResolutionStatus = "REVOKED"
	ResolutionStatusRevokedInPart ResolutionStatus = "REVOKED_IN_PART"
	ResolutionStatusExpired       ResolutionStatus = "EXPIRED"
)

// Values lists every ResolutionStatus, in the order of the API.
func (ResolutionStatus) Values() []string {
	return []string{
		"ADOPTED", "PUBLISHED", "IN_FORCE", "STAYED", "SUPERSEDED", "REVOKED",
		"REVOKED_IN_PART", "EXPIRED",
	}
}

// PublicationKind says what was posted.
type PublicationKind string

// The values of PublicationKind; the API describes each.
const (
	PublicationKindNotice        PublicationKind = "NOTICE"
	PublicationKindAmendedNotice PublicationKind = "AMENDED_NOTICE"
	PublicationKindAppointment   PublicationKind = "APPOINTMENT"
	PublicationKindComposition   PublicationKind = "COMPOSITION"
	PublicationKindCandidates    PublicationKind = "CANDIDATES"
	PublicationKindResult        PublicationKind = "RESULT"
	PublicationKindResolution    PublicationKind = "RESOLUTION"
)

// Values lists every PublicationKind, in the order of the API.
func (PublicationKind) Values() []string {
	return []string{
		"NOTICE", "AMENDED_NOTICE", "APPOINTMENT", "COMPOSITION", "CANDIDATES", "RESULT", "RESOLUTION",
	}
}
