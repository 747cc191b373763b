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
	PublicationKindRoll          PublicationKind = "ROLL"
	PublicationKindProxies       PublicationKind = "PROXIES"
	PublicationKindMinutes       PublicationKind = "MINUTES"
	PublicationKindRemoval       PublicationKind = "REMOVAL"
	PublicationKindRevocation    PublicationKind = "REVOCATION"
)

// Values lists every PublicationKind, in the order of the API.
func (PublicationKind) Values() []string {
	return []string{
		"NOTICE", "AMENDED_NOTICE", "APPOINTMENT", "COMPOSITION", "CANDIDATES", "RESULT",
		"RESOLUTION", "ROLL", "PROXIES", "MINUTES", "REMOVAL", "REVOCATION",
	}
}

// TaskStatus is where a task stands.
type TaskStatus string

// The values of TaskStatus; the API describes each.
const (
	TaskStatusOpen       TaskStatus = "OPEN"
	TaskStatusInProgress TaskStatus = "IN_PROGRESS"
	TaskStatusDone       TaskStatus = "DONE"
	TaskStatusOverdue    TaskStatus = "OVERDUE"
	TaskStatusStopped    TaskStatus = "STOPPED"
)

// Values lists every TaskStatus, in the order of the API.
func (TaskStatus) Values() []string {
	return []string{
		"OPEN", "IN_PROGRESS", "DONE", "OVERDUE", "STOPPED",
	}
}

// EvaluationGrade is how good somebody finds something.
type EvaluationGrade string

// The values of EvaluationGrade; the API describes each.
const (
	EvaluationGradeExcellent EvaluationGrade = "EXCELLENT"
	EvaluationGradeGood      EvaluationGrade = "GOOD"
	EvaluationGradeFair      EvaluationGrade = "FAIR"
	EvaluationGradePoor      EvaluationGrade = "POOR"
)

// Values lists every EvaluationGrade, in the order of the API.
func (EvaluationGrade) Values() []string {
	return []string{
		"EXCELLENT", "GOOD", "FAIR", "POOR",
	}
}

// ChallengeKind is before whom a resolution is challenged.
type ChallengeKind string

// The values of ChallengeKind; the API describes each.
const (
	ChallengeKindSuit           ChallengeKind = "SUIT"
	ChallengeKindAdministrative ChallengeKind = "ADMINISTRATIVE"
)

// Values lists every ChallengeKind, in the order of the API.
func (ChallengeKind) Values() []string {
	return []string{
		"SUIT", "ADMINISTRATIVE",
	}
}

// ChallengeStatus is where a challenge stands.
type ChallengeStatus string

// The values of ChallengeStatus; the API describes each.
const (
	ChallengeStatusPending   ChallengeStatus = "PENDING"
	ChallengeStatusDecided   ChallengeStatus = "DECIDED"
	ChallengeStatusWithdrawn ChallengeStatus = "WITHDRAWN"
)

// Values lists every ChallengeStatus, in the order of the API.
func (ChallengeStatus) Values() []string {
	return []string{
		"PENDING", "DECIDED", "WITHDRAWN",
	}
}

// RulingOutcome is what was ruled on a challenge.
type RulingOutcome string

// The values of RulingOutcome; the API describes each.
const (
	RulingOutcomeStayed        RulingOutcome = "STAYED"
	RulingOutcomeStayLifted    RulingOutcome = "STAY_LIFTED"
	RulingOutcomeDismissed     RulingOutcome = "DISMISSED"
	RulingOutcomeRevoked       RulingOutcome = "REVOKED"
	RulingOutcomeRevokedInPart RulingOutcome = "REVOKED_IN_PART"
	RulingOutcomeOverturned    RulingOutcome = "OVERTURNED"
	RulingOutcomeWithdrawn     RulingOutcome = "WITHDRAWN"
)

// Values lists every RulingOutcome, in the order of the API.
func (RulingOutcome) Values() []string {
	return []string{
		"STAYED", "STAY_LIFTED", "DISMISSED", "REVOKED", "REVOKED_IN_PART", "OVERTURNED",
		"WITHDRAWN",
	}
}

// OversightKind is what an authority or a higher body does.
type OversightKind string

// The values of OversightKind; the API describes each.
const (
	OversightKindOrderToCorrect   OversightKind = "ORDER_TO_CORRECT"
	OversightKindOrderToConvene   OversightKind = "ORDER_TO_CONVENE"
	OversightKindRevocation       OversightKind = "REVOCATION"
	OversightKindRevocationInPart OversightKind = "REVOCATION_IN_PART"
)

// Values lists every OversightKind, in the order of the API.
func (OversightKind) Values() []string {
	return []string{
		"ORDER_TO_CORRECT", "ORDER_TO_CONVENE", "REVOCATION", "REVOCATION_IN_PART",
	}
}
