package stage

import (
	"slices"

	"sifang/schema"
)

// Resolution is the life of a resolution. What was revoked may come back,
// because the ruling that revoked it may itself be overturned; what is no
// longer stayed or revoked is a published resolution again, and its day brings
// it into force, at once if that day has come. A resolution that another one
// replaces is superseded, unless it was revoked before: then it stays revoked.
// Nothing leads on from one whose time is over; if it is struck down after all, it
// never held, and package force shows it as revoked.
var Resolution = Machine[schema.ResolutionStatus]{
	name:  "Resolution",
	final: in(schema.ResolutionStatusExpired),
	moves: []move[schema.ResolutionStatus]{
		{verb: "issueResolution", to: schema.ResolutionStatusAdopted},
		{verb: "publish", from: in(schema.ResolutionStatusAdopted), to: schema.ResolutionStatusPublished},
		{verb: "publish", from: published, when: CorrectionOwed},
		{verb: "publish", from: slices.Concat(in(schema.ResolutionStatusRevoked, schema.ResolutionStatusSuperseded), published), when: EffectChanged},
		{verb: Clock, from: in(schema.ResolutionStatusPublished), to: schema.ResolutionStatusInForce},
		{verb: Clock, from: in(schema.ResolutionStatusAdopted), to: schema.ResolutionStatusInForce, when: PublicationNotNeeded},
		{verb: Clock, from: lasting, to: schema.ResolutionStatusExpired},
		{verb: "issueResolution", from: standing, to: schema.ResolutionStatusSuperseded},
		{verb: "issueResolution", from: in(schema.ResolutionStatusRevoked)},
		{verb: "confirmResolutionCondition", from: standing},

		{verb: "recordChallenge", from: contested},
		{verb: "recordChallenge", from: in(schema.ResolutionStatusPublished, schema.ResolutionStatusInForce), to: schema.ResolutionStatusStayed, when: StaysEffect},
		{verb: "recordRuling", from: carriedOut, to: schema.ResolutionStatusStayed, when: StaysEffect},
		{verb: "recordRuling", from: in(schema.ResolutionStatusStayed), to: schema.ResolutionStatusPublished, when: StayLifted},
		{
			verb: "recordRuling", from: slices.Concat(standing, in(schema.ResolutionStatusSuperseded)),
			to: schema.ResolutionStatusRevoked, when: RuledVoid,
		},
		{verb: "recordRuling", from: unbroken, to: schema.ResolutionStatusRevokedInPart, when: RuledVoidInPart},
		{verb: "recordRuling", from: in(schema.ResolutionStatusSuperseded), to: schema.ResolutionStatusPublished, when: ReplacementFell},
		{
			verb: "recordRuling",
			from: in(schema.ResolutionStatusRevoked, schema.ResolutionStatusRevokedInPart),
			to:   schema.ResolutionStatusPublished, when: RulingOverturned,
		},
		{verb: "recordRuling", from: slices.Concat(in(schema.ResolutionStatusRevoked), contested)},
		{verb: "orderCorrection", from: standing},
		{verb: "revokeDecision", from: standing, to: schema.ResolutionStatusRevoked},
		{verb: "revokeDecision", from: unbroken, to: schema.ResolutionStatusRevokedInPart, when: InPart},
		{verb: "revokeDecision", from: in(schema.ResolutionStatusSuperseded), to: schema.ResolutionStatusPublished, when: ReplacementFell},

		{verb: "recordPostingCheck", from: published},
		{verb: "fileObjection", from: published},
		{verb: "answerObjection", from: published},
		{verb: "fileForRecord", from: published},
		{verb: "createTask", from: carriedOut},
		{verb: "reportProgress", from: carriedOut},
		{verb: "completeTask", from: carriedOut},
		{verb: "evaluate", from: slices.Concat(in(schema.ResolutionStatusExpired, schema.ResolutionStatusSuperseded), carriedOut)},
	},
}

var (
	// lasting are the states that a resolution's last day ends.
	lasting = in(schema.ResolutionStatusInForce, schema.ResolutionStatusStayed, schema.ResolutionStatusRevokedInPart)
	// unbroken are the states in which all of what was posted is meant to count.
	unbroken = in(
		schema.ResolutionStatusPublished, schema.ResolutionStatusInForce, schema.ResolutionStatusStayed,
	)
	// standing are those, the state before it was posted, and the one in which a part
	// of it is gone and the rest still counts.
	standing = in(
		schema.ResolutionStatusAdopted, schema.ResolutionStatusPublished, schema.ResolutionStatusInForce,
		schema.ResolutionStatusStayed, schema.ResolutionStatusRevokedInPart,
	)
	// contested are the states in which somebody may go to court: that it is over
	// or replaced does not undo what it did.
	contested = slices.Concat(standing, in(schema.ResolutionStatusSuperseded, schema.ResolutionStatusExpired))
	published = in(
		schema.ResolutionStatusPublished, schema.ResolutionStatusInForce,
		schema.ResolutionStatusStayed, schema.ResolutionStatusRevokedInPart,
	)
	carriedOut = in(
		schema.ResolutionStatusPublished, schema.ResolutionStatusInForce, schema.ResolutionStatusRevokedInPart,
	)
)
