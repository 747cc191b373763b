package ident

// Kind says what an identifier names. Its number is stored in every
// identifier ever issued: it never changes and is never given away again.
type Kind uint16

// The kinds of things.
const (
	KindArea                 Kind = 1
	KindAreaLink             Kind = 2
	KindUnit                 Kind = 3
	KindPerson               Kind = 4
	KindHousehold            Kind = 5
	KindResidence            Kind = 6
	KindOwnership            Kind = 7
	KindDeclaration          Kind = 8
	KindOrganization         Kind = 9
	KindOrganizationRelation Kind = 10
	KindOrganizationArea     Kind = 11
	KindTerm                 Kind = 12
	KindPost                 Kind = 13
	KindMembership           Kind = 14
	KindAssignment           Kind = 15
	KindLinkage              Kind = 16
	KindLinkageParty         Kind = 17
	KindPartyDelegate        Kind = 18
	KindRuleSet              Kind = 19
	KindProposal             Kind = 20
	KindMeeting              Kind = 21
	KindAgendaItem           Kind = 22
	KindAttendance           Kind = 23
	KindRoll                 Kind = 24
	KindRollEntry            Kind = 25
	KindVote                 Kind = 26
	KindBallot               Kind = 27
	KindVerdict              Kind = 28
	KindResolution           Kind = 29
	KindPublication          Kind = 30
	KindAuditEvent           Kind = 31
	KindDocument             Kind = 32
	KindDelivery             Kind = 33
	KindProxy                Kind = 34
	KindVoteOption           Kind = 35
	KindCandidate            Kind = 36
	KindPaperBallot          Kind = 37
	KindCountSheet           Kind = 38
	KindRollAmendment        Kind = 39
	KindObjection            Kind = 40
	KindRecusal              Kind = 41
	KindSignature            Kind = 42
	KindOpinion              Kind = 43
	KindSpeech               Kind = 44
	KindMotion               Kind = 45
	KindMinutes              Kind = 46
	KindMinutesSignature     Kind = 47
	KindProcedureRun         Kind = 48
	KindProcedureStep        Kind = 49
	KindPostingCheck         Kind = 50
	KindTask                 Kind = 51
	KindTaskReport           Kind = 52
	KindEvaluation           Kind = 53
	KindChallenge            Kind = 54
	KindRuling               Kind = 55
	KindOversightAction      Kind = 56
	KindResolutionEffect     Kind = 57
	KindFiling               Kind = 58
	KindHandover             Kind = 59
	KindHandoverItem         Kind = 60
	KindHolidayCalendar      Kind = 61
)

var kindNames = [...]string{
	KindArea:                 "Area",
	KindAreaLink:             "AreaLink",
	KindUnit:                 "Unit",
	KindPerson:               "Person",
	KindHousehold:            "Household",
	KindResidence:            "Residence",
	KindOwnership:            "Ownership",
	KindDeclaration:          "Declaration",
	KindOrganization:         "Organization",
	KindOrganizationRelation: "OrganizationRelation",
	KindOrganizationArea:     "OrganizationArea",
	KindTerm:                 "Term",
	KindPost:                 "Post",
	KindMembership:           "Membership",
	KindAssignment:           "Assignment",
	KindLinkage:              "Linkage",
	KindLinkageParty:         "LinkageParty",
	KindPartyDelegate:        "PartyDelegate",
	KindRuleSet:              "RuleSet",
	KindProposal:             "Proposal",
	KindMeeting:              "Meeting",
	KindAgendaItem:           "AgendaItem",
	KindAttendance:           "Attendance",
	KindRoll:                 "Roll",
	KindRollEntry:            "RollEntry",
	KindVote:                 "Vote",
	KindBallot:               "Ballot",
	KindVerdict:              "Verdict",
	KindResolution:           "Resolution",
	KindPublication:          "Publication",
	KindAuditEvent:           "AuditEvent",
	KindDocument:             "Document",
	KindDelivery:             "Delivery",
	KindProxy:                "Proxy",
	KindVoteOption:           "VoteOption",
	KindCandidate:            "Candidate",
	KindPaperBallot:          "PaperBallot",
	KindCountSheet:           "CountSheet",
	KindRollAmendment:        "RollAmendment",
	KindObjection:            "Objection",
	KindRecusal:              "Recusal",
	KindSignature:            "Signature",
	KindOpinion:              "Opinion",
	KindSpeech:               "Speech",
	KindMotion:               "Motion",
	KindMinutes:              "Minutes",
	KindMinutesSignature:     "MinutesSignature",
	KindProcedureRun:         "ProcedureRun",
	KindProcedureStep:        "ProcedureStep",
	KindPostingCheck:         "PostingCheck",
	KindTask:                 "Task",
	KindTaskReport:           "TaskReport",
	KindEvaluation:           "Evaluation",
	KindChallenge:            "Challenge",
	KindRuling:               "Ruling",
	KindOversightAction:      "OversightAction",
	KindResolutionEffect:     "ResolutionEffect",
	KindFiling:               "Filing",
	KindHandover:             "Handover",
	KindHandoverItem:         "HandoverItem",
	KindHolidayCalendar:      "HolidayCalendar",
}

// Known reports whether the kind is one of those above.
func (k Kind) Known() bool { return k > 0 && int(k) < len(kindNames) }

// String is the name of the type in the API.
func (k Kind) String() string {
	if !k.Known() {
		return "unknown"
	}
	return kindNames[k]
}

// Kinds lists every kind in the order of its number.
func Kinds() []Kind {
	kinds := make([]Kind, 0, len(kindNames)-1)
	for k := Kind(1); k.Known(); k++ {
		kinds = append(kinds, k)
	}
	return kinds
}
