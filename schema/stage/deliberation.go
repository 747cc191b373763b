package stage

import "sifang/schema"

// Settle is that an item was settled, or a motion decided: what was still moved
// on it lapses, and whoever speaks on it has done.
const Settle Verb = "(settled)"

// Speech is the life of one turn at the floor.
var Speech = Machine[schema.SpeechStatus]{
	name:  "Speech",
	final: in(schema.SpeechStatusEnded, schema.SpeechStatusWithdrawn),
	moves: []move[schema.SpeechStatus]{
		{verb: "requestFloor", to: schema.SpeechStatusRequested},
		{verb: "giveFloor", from: in(schema.SpeechStatusRequested), to: schema.SpeechStatusSpeaking},
		{verb: "yieldFloor", from: in(schema.SpeechStatusSpeaking), to: schema.SpeechStatusEnded},
		// Its time is over.
		{verb: Clock, from: in(schema.SpeechStatusSpeaking), to: schema.SpeechStatusEnded},
		// Its item is settled, or everybody leaves.
		{verb: Settle, from: in(schema.SpeechStatusSpeaking), to: schema.SpeechStatusEnded},
		{verb: "withdrawFloorRequest", from: in(schema.SpeechStatusRequested), to: schema.SpeechStatusWithdrawn},
	},
}

// Motion is the life of a motion and of an amendment, which is a motion as well.
// One that was tied or had no quorum waits to be voted on again.
var Motion = Machine[schema.MotionStatus]{
	name: "Motion",
	final: in(
		schema.MotionStatusAdopted, schema.MotionStatusRejected, schema.MotionStatusWithdrawn, schema.MotionStatusLapsed,
	),
	moves: []move[schema.MotionStatus]{
		{verb: "moveMotion", to: schema.MotionStatusMoved},
		{verb: "amendMotion", to: schema.MotionStatusMoved},
		{verb: "secondMotion", from: in(schema.MotionStatusMoved), to: schema.MotionStatusSeconded},
		{verb: "withdrawMotion", from: Undecided, to: schema.MotionStatusWithdrawn},
		{verb: "finalizeVote", from: in(schema.MotionStatusSeconded), to: schema.MotionStatusAdopted, when: MotionAdopted},
		{verb: "finalizeVote", from: in(schema.MotionStatusSeconded), to: schema.MotionStatusRejected, when: MotionRejected},
		{verb: Settle, from: Undecided, to: schema.MotionStatusLapsed},

		{verb: "amendMotion", from: Undecided},
		{verb: "draftVote", from: in(schema.MotionStatusSeconded)},
		{verb: "openVote", from: in(schema.MotionStatusSeconded)},
	},
}

// Undecided are the states of a motion of which nothing came yet.
var Undecided = in(schema.MotionStatusMoved, schema.MotionStatusSeconded)

// Minutes are the life of one edition of the minutes of a meeting. A correction
// is a further edition; an approved one stands until its correction is approved.
var Minutes = Machine[schema.MinutesStatus]{
	name:  "Minutes",
	final: in(schema.MinutesStatusSuperseded),
	moves: []move[schema.MinutesStatus]{
		{verb: "draftMinutes", to: schema.MinutesStatusDraft},
		{verb: "draftMinutes", from: in(schema.MinutesStatusDraft), to: schema.MinutesStatusSuperseded},
		{verb: "correctMinutes", to: schema.MinutesStatusDraft},
		{verb: "correctMinutes", from: in(schema.MinutesStatusDraft), to: schema.MinutesStatusSuperseded},
		{verb: "correctMinutes", from: in(schema.MinutesStatusApproved)},
		{verb: "approveMinutes", from: in(schema.MinutesStatusDraft), to: schema.MinutesStatusApproved},
		{verb: "approveMinutes", from: in(schema.MinutesStatusApproved), to: schema.MinutesStatusSuperseded, when: Corrected},
		{verb: "signMinutes", from: in(schema.MinutesStatusApproved)},
	},
}
