package stage

import "sifang/schema"

// Vote is the life of a vote. It is noticed together with its meeting, and
// voided with it. A vote that is final stays so: what a court strikes down is
// the resolution, and the matter is voted anew.
var Vote = Machine[schema.VoteStatus]{
	name:  "Vote",
	final: in(schema.VoteStatusFinal, schema.VoteStatusVoid),
	moves: []move[schema.VoteStatus]{
		{verb: "draftVote", to: schema.VoteStatusDraft},
		{verb: "callRevote", to: schema.VoteStatusDraft},
		{verb: "callMeeting", from: in(schema.VoteStatusDraft), to: schema.VoteStatusNoticed},
		{verb: "amendNotice", from: Unopened, to: schema.VoteStatusNoticed},
		{verb: "openVote", from: in(schema.VoteStatusNoticed), to: schema.VoteStatusOpen},
		{verb: "openVote", from: in(schema.VoteStatusDraft), to: schema.VoteStatusOpen, when: NoticeNotNeeded},
		{verb: "closeVote", from: in(schema.VoteStatusOpen), to: schema.VoteStatusClosed},
		{verb: "publish", from: in(schema.VoteStatusClosed), to: schema.VoteStatusPreliminary},
		{verb: "publish", from: Unopened, to: schema.VoteStatusNoticed, when: ListsCandidates},
		{verb: "finalizeVote", from: in(schema.VoteStatusClosed, schema.VoteStatusPreliminary), to: schema.VoteStatusFinal},
		{verb: "withdrawAgendaItem", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "noteItem", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "referItem", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "carryOverItem", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "cancelMeeting", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "withdrawMotion", from: Unopened, to: schema.VoteStatusVoid},
		{verb: "answerObjection", from: in(schema.VoteStatusPreliminary), to: schema.VoteStatusClosed, when: ResultReopened},
		{
			verb: "answerObjection",
			from: in(schema.VoteStatusClosed, schema.VoteStatusPreliminary), to: schema.VoteStatusVoid, when: VotedAgain,
		},
		{
			verb: "voidVote",
			from: in(
				schema.VoteStatusDraft, schema.VoteStatusNoticed, schema.VoteStatusOpen,
				schema.VoteStatusClosed, schema.VoteStatusPreliminary,
			),
			to: schema.VoteStatusVoid,
		},

		// What was counted once on a roll stands on that roll.
		{verb: "amendRoll", from: uncounted},
		{verb: "confirmRollAmendment", from: uncounted},
		{verb: "recordDelivery", from: uncounted},
		{verb: "nominateCandidate", from: Unopened},
		{verb: "withdrawCandidacy", from: Unopened},
		{verb: "grantProxy", from: uncounted},
		{verb: "confirmCondition", from: uncounted},
		{verb: "confirmCondition", from: in(schema.VoteStatusClosed)},
		{verb: "extendVote", from: in(schema.VoteStatusOpen)},
		{verb: "castBallots", from: in(schema.VoteStatusOpen)},
		{verb: "enterPaperBallot", from: in(schema.VoteStatusOpen)},
		{verb: "enterPaperBallot", from: in(schema.VoteStatusClosed), when: ReceivedInTime},
		{verb: "settlePaperBallot", from: counting},
		{verb: "settleBallotConflict", from: counting},
		{verb: "enterCount", from: counting},
		{verb: "confirmCount", from: counting},
		// A late objection is recorded and answered, never refused.
		{verb: "fileObjection", from: Counted},
		{verb: "fileObjection", from: uncounted, when: ToCandidate},
		{verb: "answerObjection", from: Counted},
		{verb: "answerObjection", from: uncounted, when: ToCandidate},
		// Who asked is answered, also where the vote came to nothing.
		{verb: "answerObjection", from: in(schema.VoteStatusVoid)},
		{verb: "acceptElection", from: in(schema.VoteStatusFinal)},
		{verb: "callRevote", from: in(schema.VoteStatusFinal, schema.VoteStatusVoid)},
	},
}

// Unopened are the states of a vote that was not opened yet, and Counted those of
// one that was counted.
var (
	Unopened = in(schema.VoteStatusDraft, schema.VoteStatusNoticed)
	Counted  = in(schema.VoteStatusClosed, schema.VoteStatusPreliminary, schema.VoteStatusFinal)

	uncounted = in(schema.VoteStatusDraft, schema.VoteStatusNoticed, schema.VoteStatusOpen)
	counting  = in(schema.VoteStatusOpen, schema.VoteStatusClosed)
)
