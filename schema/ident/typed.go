package ident

import (
	"fmt"
	"io"
)

// An identifier in a verb's input has a type of its own, so that one of
// another kind is refused while the request is decoded.
type (
	// Area identifies one Area.
	Area struct{ ID }
	// AreaLink identifies one AreaLink.
	AreaLink struct{ ID }
	// Unit identifies one Unit.
	Unit struct{ ID }
	// Person identifies one Person.
	Person struct{ ID }
	// Household identifies one Household.
	Household struct{ ID }
	// Residence identifies one Residence.
	Residence struct{ ID }
	// Ownership identifies one Ownership.
	Ownership struct{ ID }
	// Declaration identifies one Declaration.
	Declaration struct{ ID }
	// Organization identifies one Organization.
	Organization struct{ ID }
	// OrganizationRelation identifies one OrganizationRelation.
	OrganizationRelation struct{ ID }
	// OrganizationArea identifies one OrganizationArea.
	OrganizationArea struct{ ID }
	// Term identifies one Term.
	Term struct{ ID }
	// Post identifies one Post.
	Post struct{ ID }
	// Membership identifies one Membership.
	Membership struct{ ID }
	// Assignment identifies one Assignment.
	Assignment struct{ ID }
	// Linkage identifies one Linkage.
	Linkage struct{ ID }
	// LinkageParty identifies one LinkageParty.
	LinkageParty struct{ ID }
	// PartyDelegate identifies one PartyDelegate.
	PartyDelegate struct{ ID }
	// RuleSet identifies one RuleSet.
	RuleSet struct{ ID }
	// Proposal identifies one Proposal.
	Proposal struct{ ID }
	// Meeting identifies one Meeting.
	Meeting struct{ ID }
	// AgendaItem identifies one AgendaItem.
	AgendaItem struct{ ID }
	// Attendance identifies one Attendance.
	Attendance struct{ ID }
	// Roll identifies one Roll.
	Roll struct{ ID }
	// RollEntry identifies one RollEntry.
	RollEntry struct{ ID }
	// Vote identifies one Vote.
	Vote struct{ ID }
	// Ballot identifies one Ballot.
	Ballot struct{ ID }
	// Verdict identifies one Verdict.
	Verdict struct{ ID }
	// Resolution identifies one Resolution.
	Resolution struct{ ID }
	// Publication identifies one Publication.
	Publication struct{ ID }
	// AuditEvent identifies one AuditEvent.
	AuditEvent struct{ ID }
	// Document identifies one Document.
	Document struct{ ID }
	// Delivery identifies one Delivery.
	Delivery struct{ ID }
	// Proxy identifies one Proxy.
	Proxy struct{ ID }
	// VoteOption identifies one VoteOption.
	VoteOption struct{ ID }
	// Candidate identifies one Candidate.
	Candidate struct{ ID }
	// PaperBallot identifies one PaperBallot.
	PaperBallot struct{ ID }
	// CountSheet identifies one CountSheet.
	CountSheet struct{ ID }
	// RollAmendment identifies one RollAmendment.
	RollAmendment struct{ ID }
	// Objection identifies one Objection.
	Objection struct{ ID }
	// Recusal identifies one Recusal.
	Recusal struct{ ID }
	// Signature identifies one Signature.
	Signature struct{ ID }
	// Opinion identifies one Opinion.
	Opinion struct{ ID }
	// Speech identifies one Speech.
	Speech struct{ ID }
	// Motion identifies one Motion.
	Motion struct{ ID }
	// Minutes identifies one Minutes.
	Minutes struct{ ID }
	// MinutesSignature identifies one MinutesSignature.
	MinutesSignature struct{ ID }
	// ProcedureRun identifies one ProcedureRun.
	ProcedureRun struct{ ID }
	// ProcedureStep identifies one ProcedureStep.
	ProcedureStep struct{ ID }
	// PostingCheck identifies one PostingCheck.
	PostingCheck struct{ ID }
	// Task identifies one Task.
	Task struct{ ID }
	// TaskReport identifies one TaskReport.
	TaskReport struct{ ID }
	// Evaluation identifies one Evaluation.
	Evaluation struct{ ID }
	// Challenge identifies one Challenge.
	Challenge struct{ ID }
	// Ruling identifies one Ruling.
	Ruling struct{ ID }
	// OversightAction identifies one OversightAction.
	OversightAction struct{ ID }
	// ResolutionEffect identifies one ResolutionEffect.
	ResolutionEffect struct{ ID }
	// Filing identifies one Filing.
	Filing struct{ ID }
	// Handover identifies one Handover.
	Handover struct{ ID }
	// HandoverItem identifies one HandoverItem.
	HandoverItem struct{ ID }
	// HolidayCalendar identifies one HolidayCalendar.
	HolidayCalendar struct{ ID }
)

// MarshalGQL writes a GraphQL ID.
func (i Area) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Area) UnmarshalGQL(v any) error { return i.decode(v, KindArea) }

// MarshalGQL writes a GraphQL ID.
func (i AreaLink) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AreaLink) UnmarshalGQL(v any) error { return i.decode(v, KindAreaLink) }

// MarshalGQL writes a GraphQL ID.
func (i Unit) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Unit) UnmarshalGQL(v any) error { return i.decode(v, KindUnit) }

// MarshalGQL writes a GraphQL ID.
func (i Person) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Person) UnmarshalGQL(v any) error { return i.decode(v, KindPerson) }

// MarshalGQL writes a GraphQL ID.
func (i Household) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Household) UnmarshalGQL(v any) error { return i.decode(v, KindHousehold) }

// MarshalGQL writes a GraphQL ID.
func (i Residence) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Residence) UnmarshalGQL(v any) error { return i.decode(v, KindResidence) }

// MarshalGQL writes a GraphQL ID.
func (i Ownership) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Ownership) UnmarshalGQL(v any) error { return i.decode(v, KindOwnership) }

// MarshalGQL writes a GraphQL ID.
func (i Declaration) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Declaration) UnmarshalGQL(v any) error { return i.decode(v, KindDeclaration) }

// MarshalGQL writes a GraphQL ID.
func (i Organization) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Organization) UnmarshalGQL(v any) error { return i.decode(v, KindOrganization) }

// MarshalGQL writes a GraphQL ID.
func (i OrganizationRelation) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *OrganizationRelation) UnmarshalGQL(v any) error {
	return i.decode(v, KindOrganizationRelation)
}

// MarshalGQL writes a GraphQL ID.
func (i OrganizationArea) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *OrganizationArea) UnmarshalGQL(v any) error { return i.decode(v, KindOrganizationArea) }

// MarshalGQL writes a GraphQL ID.
func (i Term) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Term) UnmarshalGQL(v any) error { return i.decode(v, KindTerm) }

// MarshalGQL writes a GraphQL ID.
func (i Post) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Post) UnmarshalGQL(v any) error { return i.decode(v, KindPost) }

// MarshalGQL writes a GraphQL ID.
func (i Membership) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Membership) UnmarshalGQL(v any) error { return i.decode(v, KindMembership) }

// MarshalGQL writes a GraphQL ID.
func (i Assignment) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Assignment) UnmarshalGQL(v any) error { return i.decode(v, KindAssignment) }

// MarshalGQL writes a GraphQL ID.
func (i Linkage) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Linkage) UnmarshalGQL(v any) error { return i.decode(v, KindLinkage) }

// MarshalGQL writes a GraphQL ID.
func (i LinkageParty) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *LinkageParty) UnmarshalGQL(v any) error { return i.decode(v, KindLinkageParty) }

// MarshalGQL writes a GraphQL ID.
func (i PartyDelegate) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *PartyDelegate) UnmarshalGQL(v any) error { return i.decode(v, KindPartyDelegate) }

// MarshalGQL writes a GraphQL ID.
func (i RuleSet) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *RuleSet) UnmarshalGQL(v any) error { return i.decode(v, KindRuleSet) }

// MarshalGQL writes a GraphQL ID.
func (i Proposal) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Proposal) UnmarshalGQL(v any) error { return i.decode(v, KindProposal) }

// MarshalGQL writes a GraphQL ID.
func (i Meeting) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Meeting) UnmarshalGQL(v any) error { return i.decode(v, KindMeeting) }

// MarshalGQL writes a GraphQL ID.
func (i AgendaItem) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AgendaItem) UnmarshalGQL(v any) error { return i.decode(v, KindAgendaItem) }

// MarshalGQL writes a GraphQL ID.
func (i Attendance) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Attendance) UnmarshalGQL(v any) error { return i.decode(v, KindAttendance) }

// MarshalGQL writes a GraphQL ID.
func (i Roll) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Roll) UnmarshalGQL(v any) error { return i.decode(v, KindRoll) }

// MarshalGQL writes a GraphQL ID.
func (i RollEntry) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *RollEntry) UnmarshalGQL(v any) error { return i.decode(v, KindRollEntry) }

// MarshalGQL writes a GraphQL ID.
func (i Vote) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Vote) UnmarshalGQL(v any) error { return i.decode(v, KindVote) }

// MarshalGQL writes a GraphQL ID.
func (i Ballot) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Ballot) UnmarshalGQL(v any) error { return i.decode(v, KindBallot) }

// MarshalGQL writes a GraphQL ID.
func (i Verdict) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Verdict) UnmarshalGQL(v any) error { return i.decode(v, KindVerdict) }

// MarshalGQL writes a GraphQL ID.
func (i Resolution) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Resolution) UnmarshalGQL(v any) error { return i.decode(v, KindResolution) }

// MarshalGQL writes a GraphQL ID.
func (i Publication) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Publication) UnmarshalGQL(v any) error { return i.decode(v, KindPublication) }

// MarshalGQL writes a GraphQL ID.
func (i AuditEvent) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AuditEvent) UnmarshalGQL(v any) error { return i.decode(v, KindAuditEvent) }

// MarshalGQL writes a GraphQL ID.
func (i Document) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Document) UnmarshalGQL(v any) error { return i.decode(v, KindDocument) }

// MarshalGQL writes a GraphQL ID.
func (i Delivery) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Delivery) UnmarshalGQL(v any) error { return i.decode(v, KindDelivery) }

// MarshalGQL writes a GraphQL ID.
func (i Proxy) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Proxy) UnmarshalGQL(v any) error { return i.decode(v, KindProxy) }

// MarshalGQL writes a GraphQL ID.
func (i VoteOption) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *VoteOption) UnmarshalGQL(v any) error { return i.decode(v, KindVoteOption) }

// MarshalGQL writes a GraphQL ID.
func (i Candidate) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Candidate) UnmarshalGQL(v any) error { return i.decode(v, KindCandidate) }

// MarshalGQL writes a GraphQL ID.
func (i PaperBallot) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *PaperBallot) UnmarshalGQL(v any) error { return i.decode(v, KindPaperBallot) }

// MarshalGQL writes a GraphQL ID.
func (i CountSheet) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *CountSheet) UnmarshalGQL(v any) error { return i.decode(v, KindCountSheet) }

// MarshalGQL writes a GraphQL ID.
func (i RollAmendment) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *RollAmendment) UnmarshalGQL(v any) error { return i.decode(v, KindRollAmendment) }

// MarshalGQL writes a GraphQL ID.
func (i Objection) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Objection) UnmarshalGQL(v any) error { return i.decode(v, KindObjection) }

// MarshalGQL writes a GraphQL ID.
func (i Recusal) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Recusal) UnmarshalGQL(v any) error { return i.decode(v, KindRecusal) }

// MarshalGQL writes a GraphQL ID.
func (i Signature) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Signature) UnmarshalGQL(v any) error { return i.decode(v, KindSignature) }

// MarshalGQL writes a GraphQL ID.
func (i Opinion) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Opinion) UnmarshalGQL(v any) error { return i.decode(v, KindOpinion) }

// MarshalGQL writes a GraphQL ID.
func (i Speech) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Speech) UnmarshalGQL(v any) error { return i.decode(v, KindSpeech) }

// MarshalGQL writes a GraphQL ID.
func (i Motion) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Motion) UnmarshalGQL(v any) error { return i.decode(v, KindMotion) }

// MarshalGQL writes a GraphQL ID.
func (i Minutes) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Minutes) UnmarshalGQL(v any) error { return i.decode(v, KindMinutes) }

// MarshalGQL writes a GraphQL ID.
func (i MinutesSignature) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *MinutesSignature) UnmarshalGQL(v any) error { return i.decode(v, KindMinutesSignature) }

// MarshalGQL writes a GraphQL ID.
func (i ProcedureRun) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *ProcedureRun) UnmarshalGQL(v any) error { return i.decode(v, KindProcedureRun) }

// MarshalGQL writes a GraphQL ID.
func (i ProcedureStep) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *ProcedureStep) UnmarshalGQL(v any) error { return i.decode(v, KindProcedureStep) }

// MarshalGQL writes a GraphQL ID.
func (i PostingCheck) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *PostingCheck) UnmarshalGQL(v any) error { return i.decode(v, KindPostingCheck) }

// MarshalGQL writes a GraphQL ID.
func (i Task) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Task) UnmarshalGQL(v any) error { return i.decode(v, KindTask) }

// MarshalGQL writes a GraphQL ID.
func (i TaskReport) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *TaskReport) UnmarshalGQL(v any) error { return i.decode(v, KindTaskReport) }

// MarshalGQL writes a GraphQL ID.
func (i Evaluation) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Evaluation) UnmarshalGQL(v any) error { return i.decode(v, KindEvaluation) }

// MarshalGQL writes a GraphQL ID.
func (i Challenge) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Challenge) UnmarshalGQL(v any) error { return i.decode(v, KindChallenge) }

// MarshalGQL writes a GraphQL ID.
func (i Ruling) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Ruling) UnmarshalGQL(v any) error { return i.decode(v, KindRuling) }

// MarshalGQL writes a GraphQL ID.
func (i OversightAction) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *OversightAction) UnmarshalGQL(v any) error { return i.decode(v, KindOversightAction) }

// MarshalGQL writes a GraphQL ID.
func (i ResolutionEffect) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *ResolutionEffect) UnmarshalGQL(v any) error { return i.decode(v, KindResolutionEffect) }

// MarshalGQL writes a GraphQL ID.
func (i Filing) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Filing) UnmarshalGQL(v any) error { return i.decode(v, KindFiling) }

// MarshalGQL writes a GraphQL ID.
func (i Handover) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Handover) UnmarshalGQL(v any) error { return i.decode(v, KindHandover) }

// MarshalGQL writes a GraphQL ID.
func (i HandoverItem) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *HandoverItem) UnmarshalGQL(v any) error { return i.decode(v, KindHandoverItem) }

// MarshalGQL writes a GraphQL ID.
func (i HolidayCalendar) MarshalGQL(w io.Writer) { i.ID.MarshalGQL(w) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *HolidayCalendar) UnmarshalGQL(v any) error { return i.decode(v, KindHolidayCalendar) }

// WrongKind reports an identifier of another kind than the field takes.
type WrongKind struct{ Want, Got Kind }

func (w WrongKind) Error() string {
	return fmt.Sprintf("identifier of a %s where one of a %s belongs", w.Got, w.Want)
}

func (i *ID) decode(v any, want Kind) error {
	if err := i.UnmarshalGQL(v); err != nil {
		return err
	}
	if got := i.Kind(); got != want {
		return WrongKind{Want: want, Got: got}
	}
	return nil
}
