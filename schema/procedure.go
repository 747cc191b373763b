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
