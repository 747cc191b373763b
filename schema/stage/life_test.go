package stage

import "testing"

// A life is a sequence of verbs with the state after each.
type life []struct {
	verb  Verb
	holds []Guard
	want  string
}

func TestLives(t *testing.T) {
	for name, c := range map[string]struct {
		machine table
		life    life
	}{
		"a procedure that comes to its end": {tabled(ProcedureRun), life{
			{"startProcedure", nil, "RUNNING"},
			{"completeStep", nil, "RUNNING"},
			{"completeStep", []Guard{LastStep}, "COMPLETED"},
		}},
		"a procedure of a proposal that is merged": {tabled(ProcedureRun), life{
			{"startProcedure", nil, "RUNNING"},
			{"mergeProposals", nil, "STOPPED"},
		}},
		"a meeting that is adjourned once": {tabled(Meeting), life{
			{"draftMeeting", nil, "DRAFT"},
			{"addAgendaItem", nil, "DRAFT"},
			{"callMeeting", nil, "CALLED"},
			{"addAgendaItem", nil, "CALLED"},
			{"amendNotice", nil, "CALLED"},
			{"openMeeting", nil, "OPEN"},
			{"checkIn", nil, "OPEN"},
			{"adjournMeeting", nil, "ADJOURNED"},
			{"openMeeting", nil, "OPEN"},
			{"checkOut", nil, "OPEN"},
			{"closeMeeting", nil, "CLOSED"},
			{"approveMinutes", nil, "CLOSED"},
		}},
		"a turn at the floor": {tabled(Speech), life{
			{"requestFloor", nil, "REQUESTED"},
			{"giveFloor", nil, "SPEAKING"},
			{Clock, nil, "ENDED"},
		}},
		"a motion that is amended and adopted": {tabled(Motion), life{
			{"moveMotion", nil, "MOVED"},
			{"amendMotion", nil, "MOVED"},
			{"secondMotion", nil, "SECONDED"},
			{"draftVote", nil, "SECONDED"},
			{"openVote", nil, "SECONDED"},
			{"finalizeVote", []Guard{MotionAdopted}, "ADOPTED"},
		}},
		"a motion that nobody seconds": {tabled(Motion), life{
			{"moveMotion", nil, "MOVED"},
			{Settle, nil, "LAPSED"},
		}},
		"minutes that are corrected after their approval": {tabled(Minutes), life{
			{"draftMinutes", nil, "DRAFT"},
			{"approveMinutes", nil, "APPROVED"},
			{"signMinutes", nil, "APPROVED"},
			{"correctMinutes", nil, "APPROVED"},
			{"approveMinutes", []Guard{Corrected}, "SUPERSEDED"},
		}},
		"a vote with preliminary results": {tabled(Vote), life{
			{"draftVote", nil, "DRAFT"},
			{"callMeeting", nil, "NOTICED"},
			{"openVote", nil, "OPEN"},
			{"castBallots", nil, "OPEN"},
			{"extendVote", nil, "OPEN"},
			{"closeVote", nil, "CLOSED"},
			{"publish", nil, "PRELIMINARY"},
			{"fileObjection", nil, "PRELIMINARY"},
			{"finalizeVote", nil, "FINAL"},
			{"fileObjection", nil, "FINAL"},
			{"callRevote", nil, "FINAL"},
		}},
		"a vote whose result an objection changes": {tabled(Vote), life{
			{"draftVote", nil, "DRAFT"},
			{"fileObjection", []Guard{ToCandidate}, "DRAFT"},
			{"openVote", []Guard{NoticeNotNeeded}, "OPEN"},
			{"answerObjection", []Guard{ToCandidate}, "OPEN"},
			{"closeVote", nil, "CLOSED"},
			{"publish", nil, "PRELIMINARY"},
			{"fileObjection", nil, "PRELIMINARY"},
			{"answerObjection", []Guard{ResultReopened}, "CLOSED"},
			{"publish", nil, "PRELIMINARY"},
			{"answerObjection", []Guard{VotedAgain}, "VOID"},
			{"callRevote", nil, "VOID"},
		}},
		"an election whose candidates are posted": {tabled(Vote), life{
			{"draftVote", nil, "DRAFT"},
			{"nominateCandidate", nil, "DRAFT"},
			{"publish", []Guard{ListsCandidates}, "NOTICED"},
			{"withdrawCandidacy", nil, "NOTICED"},
			{"nominateCandidate", nil, "NOTICED"},
			{"publish", []Guard{ListsCandidates}, "NOTICED"},
			{"openVote", nil, "OPEN"},
			{"closeVote", nil, "CLOSED"},
			{"finalizeVote", nil, "FINAL"},
			{"acceptElection", nil, "FINAL"},
		}},
		"a candidate who is elected": {tabled(Candidate), life{
			{"nominateCandidate", nil, "NOMINATED"},
			{"publish", nil, "LISTED"},
			{"acceptElection", []Guard{SeatTaken}, "ACCEPTED"},
		}},
		"a candidate tied, and then elected, who declines": {tabled(Candidate), life{
			{"draftVote", nil, "NOMINATED"},
			{"openVote", nil, "LISTED"},
			{"acceptElection", nil, "DECLINED"},
		}},
		"a vote in a committee that needs no notice": {tabled(Vote), life{
			{"draftVote", nil, "DRAFT"},
			{"openVote", []Guard{NoticeNotNeeded}, "OPEN"},
			{"closeVote", nil, "CLOSED"},
			{"enterPaperBallot", []Guard{ReceivedInTime}, "CLOSED"},
			{"finalizeVote", nil, "FINAL"},
		}},
		"a resolution that a court strikes down and a higher court restores": {tabled(Resolution), life{
			{"issueResolution", nil, "ADOPTED"},
			{"publish", nil, "PUBLISHED"},
			{Clock, nil, "IN_FORCE"},
			{"recordChallenge", []Guard{StaysEffect}, "STAYED"},
			{"recordRuling", []Guard{RuledVoid}, "REVOKED"},
			{"recordRuling", []Guard{RulingOverturned}, "PUBLISHED"},
			{Clock, nil, "IN_FORCE"},
			{"issueResolution", nil, "SUPERSEDED"},
		}},
		"a resolution whose replacement is struck down": {tabled(Resolution), life{
			{"issueResolution", nil, "ADOPTED"},
			{"publish", nil, "PUBLISHED"},
			{Clock, nil, "IN_FORCE"},
			{"issueResolution", nil, "SUPERSEDED"},
			{"recordRuling", []Guard{ReplacementFell}, "PUBLISHED"},
			{Clock, nil, "IN_FORCE"},
		}},
		"a task that stops with its resolution and goes on": {tabled(Task), life{
			{"createTask", nil, "OPEN"},
			{"reportProgress", nil, "IN_PROGRESS"},
			{Lapse, nil, "STOPPED"},
			{Return, []Guard{Begun}, "IN_PROGRESS"},
			{Clock, nil, "OVERDUE"},
			{"completeTask", nil, "DONE"},
		}},
		"a resolution revoked before a new one replaces it": {tabled(Resolution), life{
			{"issueResolution", nil, "ADOPTED"},
			{Clock, []Guard{PublicationNotNeeded}, "IN_FORCE"},
			{"revokeDecision", nil, "REVOKED"},
			{"issueResolution", nil, "REVOKED"},
		}},
		"a part-time member whose source post ends": {tabled(Membership), life{
			{"proposeAppointment", nil, "PROPOSED"},
			{"publish", nil, "PUBLICIZED"},
			{"confirmAppointment", nil, "EFFECTIVE"},
			{Lapse, nil, "LAPSED"},
		}},
		"a member suspended for a while": {tabled(Membership), life{
			{"enrolMember", nil, "EFFECTIVE"},
			{"suspendMembership", nil, "SUSPENDED"},
			{"confirmAppointment", []Guard{SuspensionLifted}, "EFFECTIVE"},
			{"endMembership", nil, "ENDED"},
		}},
		"an appointment without a publication period": {tabled(Membership), life{
			{"proposeAppointment", nil, "PROPOSED"},
			{"confirmAppointment", []Guard{PublicationNotNeeded}, "EFFECTIVE"},
			{"revokeAppointment", nil, "REVOKED"},
		}},
		"a matter recommended, decided, struck down and decided anew": {tabled(Proposal), life{
			{"submitProposal", nil, "SUBMITTED"},
			{"acceptProposal", nil, "ACCEPTED"},
			{"addAgendaItem", nil, "ON_AGENDA"},
			{"carryOverItem", []Guard{NextMeetingNamed}, "ON_AGENDA"},
			{"issueResolution", []Guard{Recommends}, "ACCEPTED"},
			{"takeUpReferral", nil, "ON_AGENDA"},
			{"issueResolution", []Guard{Decides}, "DECIDED"},
			{"recordRuling", []Guard{RuledVoid}, "ACCEPTED"},
			{"addAgendaItem", nil, "ON_AGENDA"},
			{"finalizeVote", []Guard{MotionRejected}, "DECIDED"},
		}},
		"an item of a cancelled meeting": {tabled(Proposal), life{
			{"submitProposal", nil, "SUBMITTED"},
			{"mergeProposals", []Guard{Survives}, "SUBMITTED"},
			{"acceptProposal", nil, "ACCEPTED"},
			{"addAgendaItem", nil, "ON_AGENDA"},
			{"cancelMeeting", nil, "ACCEPTED"},
			{"carryOverItem", []Guard{NextMeetingNamed}, "ON_AGENDA"},
			{"carryOverItem", nil, "ACCEPTED"},
			{"mergeProposals", nil, "MERGED"},
		}},
		"an item taken up from another body": {tabled(AgendaItem), life{
			{"takeUpReferral", nil, "PENDING"},
			{"draftVote", nil, "PENDING"},
			{"issueResolution", []Guard{Refers}, "REFERRED"},
			{"takeUpReferral", nil, "REFERRED"},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			state := ""
			for _, one := range c.life {
				next, refusal := c.machine.next(one.verb, state, one.holds)
				if refusal != nil || next != one.want {
					t.Fatalf("%s from %q leads to %q, not to %s: %v", one.verb, state, next, one.want, refusal)
				}
				state = next
			}
		})
	}
}
