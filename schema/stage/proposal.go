package stage

import (
	"slices"

	"sifang/schema"
)

// Proposal is the life of a proposal through all the bodies that treat it. A
// matter that was decided comes back when the decision is struck down.
var Proposal = Machine[schema.ProposalStatus]{
	name: "Proposal",
	final: in(
		schema.ProposalStatusDeclined, schema.ProposalStatusMerged, schema.ProposalStatusWithdrawn,
	),
	moves: []move[schema.ProposalStatus]{
		{verb: "submitProposal", to: schema.ProposalStatusSubmitted},
		{verb: "acceptProposal", from: in(schema.ProposalStatusSubmitted), to: schema.ProposalStatusAccepted},
		{verb: "declineProposal", from: in(schema.ProposalStatusSubmitted), to: schema.ProposalStatusDeclined},
		{verb: "withdrawProposal", from: unscheduled, to: schema.ProposalStatusWithdrawn},
		{verb: "mergeProposals", from: unscheduled, to: schema.ProposalStatusMerged},
		{verb: "mergeProposals", from: unscheduled, when: Survives},

		{verb: "addAgendaItem", from: in(schema.ProposalStatusAccepted), to: schema.ProposalStatusOnAgenda},
		{verb: "takeUpReferral", from: in(schema.ProposalStatusAccepted), to: schema.ProposalStatusOnAgenda},
		{verb: "withdrawAgendaItem", from: scheduled, to: schema.ProposalStatusAccepted},
		{verb: "cancelMeeting", from: scheduled, to: schema.ProposalStatusAccepted},
		{verb: "carryOverItem", from: scheduled, to: schema.ProposalStatusAccepted},
		{verb: "carryOverItem", from: scheduled, when: NextMeetingNamed},
		// An item of a cancelled meeting is carried over after the proposal
		// went back.
		{verb: "carryOverItem", from: in(schema.ProposalStatusAccepted)},
		{verb: "carryOverItem", from: in(schema.ProposalStatusAccepted), to: schema.ProposalStatusOnAgenda, when: NextMeetingNamed},
		{verb: "referItem", from: scheduled, to: schema.ProposalStatusAccepted},
		{verb: "noteItem", from: scheduled, to: schema.ProposalStatusDecided},
		{verb: "finalizeVote", from: scheduled, to: schema.ProposalStatusDecided, when: MotionRejected},
		{verb: "issueResolution", from: scheduled, to: schema.ProposalStatusDecided, when: Decides},
		{verb: "issueResolution", from: scheduled, to: schema.ProposalStatusAccepted, when: Recommends},
		{verb: "issueResolution", from: scheduled, to: schema.ProposalStatusAccepted, when: Refers},

		{verb: "callRevote", from: in(schema.ProposalStatusDecided, schema.ProposalStatusAccepted), to: schema.ProposalStatusOnAgenda},
		{verb: "recordRuling", from: in(schema.ProposalStatusDecided), to: schema.ProposalStatusAccepted, when: RuledVoid},
		{verb: "revokeDecision", from: in(schema.ProposalStatusDecided), to: schema.ProposalStatusAccepted},
		{verb: "recordRuling", from: in(schema.ProposalStatusAccepted), to: schema.ProposalStatusDecided, when: RulingOverturned},

		{verb: "signPetition", from: unscheduled},
		{verb: "draftMeeting", from: slices.Concat(unscheduled, scheduled)},
		{verb: "startProcedure", from: in(schema.ProposalStatusAccepted)},
	},
}

var (
	unscheduled = in(schema.ProposalStatusSubmitted, schema.ProposalStatusAccepted)
	scheduled   = in(schema.ProposalStatusOnAgenda)
)
