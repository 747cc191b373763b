package stage

import (
	"slices"

	"sifang/schema"
)

// Meeting is the life of a meeting. Opening resumes one that was adjourned.
var Meeting = Machine[schema.MeetingStatus]{
	name:  "Meeting",
	final: in(schema.MeetingStatusClosed, schema.MeetingStatusCancelled),
	moves: []move[schema.MeetingStatus]{
		{verb: "draftMeeting", to: schema.MeetingStatusDraft},
		{verb: "correctMeeting", from: in(schema.MeetingStatusDraft)},
		{verb: "callMeeting", from: in(schema.MeetingStatusDraft), to: schema.MeetingStatusCalled},
		{verb: "amendNotice", from: in(schema.MeetingStatusCalled)},
		{verb: "openMeeting", from: in(schema.MeetingStatusCalled, schema.MeetingStatusAdjourned), to: schema.MeetingStatusOpen},
		{verb: "adjournMeeting", from: in(schema.MeetingStatusOpen), to: schema.MeetingStatusAdjourned},
		{verb: "closeMeeting", from: in(schema.MeetingStatusOpen), to: schema.MeetingStatusClosed},
		{verb: "cancelMeeting", from: in(schema.MeetingStatusDraft, schema.MeetingStatusCalled), to: schema.MeetingStatusCancelled},

		{verb: "addAgendaItem", from: in(schema.MeetingStatusDraft, schema.MeetingStatusCalled)},
		{verb: "addAgendaItem", from: in(schema.MeetingStatusOpen), when: AgendaOpen},
		{verb: "withdrawAgendaItem", from: preparedOrRunning},
		{verb: "draftVote", from: preparedOrRunning},

		{verb: "freezeRoll", from: calledOrRunning},
		{verb: "amendRoll", from: calledOrRunning},
		{verb: "confirmRollAmendment", from: calledOrRunning},
		{verb: "recordDelivery", from: calledOrRunning},
		{verb: "grantProxy", from: calledOrRunning},
		{verb: "revokeProxy", from: calledOrRunning},
		{verb: "requestOpinion", from: calledOrRunning},
		// One that comes late is kept and marked.
		{verb: "giveOpinion", from: slices.Concat(calledOrRunning, in(schema.MeetingStatusClosed))},
		{verb: "challengeParticipant", from: calledOrRunning},
		{verb: "ruleOnRecusal", from: calledOrRunning},

		{verb: "checkIn", from: in(schema.MeetingStatusOpen)},
		{verb: "checkOut", from: in(schema.MeetingStatusOpen)},
		{verb: "requestFloor", from: in(schema.MeetingStatusOpen)},
		{verb: "giveFloor", from: in(schema.MeetingStatusOpen)},
		{verb: "yieldFloor", from: in(schema.MeetingStatusOpen)},
		{verb: "withdrawFloorRequest", from: in(schema.MeetingStatusOpen)},
		{verb: "moveMotion", from: in(schema.MeetingStatusOpen)},
		{verb: "secondMotion", from: in(schema.MeetingStatusOpen)},
		{verb: "amendMotion", from: in(schema.MeetingStatusOpen)},
		{verb: "withdrawMotion", from: in(schema.MeetingStatusOpen)},
		{verb: "openVote", from: in(schema.MeetingStatusOpen)},

		// What became of an item is often settled only after the sitting.
		{verb: "noteItem", from: runningOrClosed},
		{verb: "referItem", from: runningOrClosed},
		{verb: "carryOverItem", from: slices.Concat(in(schema.MeetingStatusCancelled), runningOrClosed)},
		{verb: "issueResolution", from: runningOrClosed},
		{verb: "draftMinutes", from: runningOrClosed},
		{verb: "correctMinutes", from: runningOrClosed},
		{verb: "approveMinutes", from: in(schema.MeetingStatusClosed)},
		{verb: "signMinutes", from: in(schema.MeetingStatusClosed)},
	},
}

var (
	preparedOrRunning = in(schema.MeetingStatusDraft, schema.MeetingStatusCalled, schema.MeetingStatusOpen, schema.MeetingStatusAdjourned)
	calledOrRunning   = in(schema.MeetingStatusCalled, schema.MeetingStatusOpen, schema.MeetingStatusAdjourned)
	runningOrClosed   = in(schema.MeetingStatusOpen, schema.MeetingStatusAdjourned, schema.MeetingStatusClosed)
)

// AgendaItem is the life of one treatment of a proposal in one meeting. Its
// state is what became of it. A verdict of no quorum leaves it pending.
var AgendaItem = Machine[schema.AgendaItemDisposition]{
	name:  "AgendaItem",
	final: settled,
	moves: []move[schema.AgendaItemDisposition]{
		{verb: "addAgendaItem", to: schema.AgendaItemDispositionPending},
		{verb: "takeUpReferral", to: schema.AgendaItemDispositionPending},
		{verb: "noteItem", from: pending, to: schema.AgendaItemDispositionNoted},
		{verb: "referItem", from: pending, to: schema.AgendaItemDispositionReferred},
		{verb: "carryOverItem", from: pending, to: schema.AgendaItemDispositionCarriedOver},
		{verb: "withdrawAgendaItem", from: pending, to: schema.AgendaItemDispositionWithdrawn},
		{verb: "issueResolution", from: pending, to: schema.AgendaItemDispositionDecided, when: Decides},
		{verb: "issueResolution", from: pending, to: schema.AgendaItemDispositionRecommended, when: Recommends},
		{verb: "issueResolution", from: pending, to: schema.AgendaItemDispositionReferred, when: Refers},
		{verb: "finalizeVote", from: pending, to: schema.AgendaItemDispositionDecided, when: MotionRejected},

		{verb: "requestOpinion", from: pending},
		{verb: "giveOpinion", from: slices.Concat(pending, settled)},
		{verb: "requestFloor", from: pending},
		{verb: "giveFloor", from: pending},
		{verb: "yieldFloor", from: slices.Concat(pending, settled)},
		{verb: "withdrawFloorRequest", from: slices.Concat(pending, settled)},
		{verb: "moveMotion", from: pending},
		{verb: "secondMotion", from: pending},
		{verb: "amendMotion", from: pending},
		{verb: "withdrawMotion", from: pending},
		{verb: "draftVote", from: pending},
		{verb: "openVote", from: pending},
		{verb: "takeUpReferral", from: in(schema.AgendaItemDispositionReferred, schema.AgendaItemDispositionRecommended)},
	},
}

var (
	pending = in(schema.AgendaItemDispositionPending)
	settled = in(
		schema.AgendaItemDispositionDecided, schema.AgendaItemDispositionRecommended,
		schema.AgendaItemDispositionReferred, schema.AgendaItemDispositionCarriedOver,
		schema.AgendaItemDispositionWithdrawn, schema.AgendaItemDispositionNoted,
	)
)
