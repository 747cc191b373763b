package schema

// ProcedureRunStatus is where a procedure stands.
type ProcedureRunStatus string

// The values of ProcedureRunStatus; the API describes each.
const (
	ProcedureRunStatusRunning   ProcedureRunStatus = "RUNNING"
	ProcedureRunStatusCompleted ProcedureRunStatus = "COMPLETED"
	ProcedureRunStatusStopped   ProcedureRunStatus = "STOPPED"
)

// Values lists every ProcedureRunStatus, in the order of the API.
func (ProcedureRunStatus) Values() []string {
	return []string{
		"RUNNING", "COMPLETED", "STOPPED",
	}
}

// FilingStatus is where something put on file stands.
type FilingStatus string

// The values of FilingStatus; the API describes each.
const (
	FilingStatusSubmitted FilingStatus = "SUBMITTED"
	FilingStatusAccepted  FilingStatus = "ACCEPTED"
	FilingStatusReturned  FilingStatus = "RETURNED"
)

// Values lists every FilingStatus, in the order of the API.
func (FilingStatus) Values() []string {
	return []string{
		"SUBMITTED", "ACCEPTED", "RETURNED",
	}
}

// ProofKind says what sort of thing proves that a step was taken.
type ProofKind string

// The values of ProofKind; the API describes each.
const (
	ProofKindMeeting     ProofKind = "MEETING"
	ProofKindVote        ProofKind = "VOTE"
	ProofKindResolution  ProofKind = "RESOLUTION"
	ProofKindPublication ProofKind = "PUBLICATION"
	ProofKindDocument    ProofKind = "DOCUMENT"
)

// Values lists every ProofKind, in the order of the API.
func (ProofKind) Values() []string {
	return []string{
		"MEETING", "VOTE", "RESOLUTION", "PUBLICATION", "DOCUMENT",
	}
}

// StepState is where a step of a procedure stands.
type StepState string

// The values of StepState; the API describes each.
const (
	StepStateDone    StepState = "DONE"
	StepStateDue     StepState = "DUE"
	StepStateBlocked StepState = "BLOCKED"
	StepStatePassed  StepState = "PASSED"
)

// Values lists every StepState, in the order of the API.
func (StepState) Values() []string {
	return []string{
		"DONE", "DUE", "BLOCKED", "PASSED",
	}
}
