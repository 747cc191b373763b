package stage

import (
	"slices"

	"sifang/schema"
)

// Membership is the life of a membership: an appointment to a post, or
// belonging without one, which begins at once. Whoever is suspended keeps the
// seat and takes it up again when the ground is gone.
var Membership = Machine[schema.MembershipStatus]{
	name: "Membership",
	final: in(
		schema.MembershipStatusEnded, schema.MembershipStatusLapsed,
		schema.MembershipStatusRevoked, schema.MembershipStatusDeclined,
	),
	moves: []move[schema.MembershipStatus]{
		{verb: "proposeAppointment", to: schema.MembershipStatusProposed},
		{verb: "enrolMember", to: schema.MembershipStatusEffective},
		{verb: "acceptElection", to: schema.MembershipStatusProposed},
		{verb: "acceptElection", to: schema.MembershipStatusEffective, when: PublicationNotNeeded},
		{verb: "publish", from: in(schema.MembershipStatusProposed), to: schema.MembershipStatusPublicized},
		{verb: "publish", from: in(schema.MembershipStatusPublicized), when: CorrectionOwed},
		{verb: "publish", from: in(schema.MembershipStatusEnded, schema.MembershipStatusLapsed, schema.MembershipStatusRevoked)},
		{verb: "confirmAppointment", from: in(schema.MembershipStatusPublicized), to: schema.MembershipStatusEffective},
		{verb: "confirmAppointment", from: in(schema.MembershipStatusProposed), to: schema.MembershipStatusEffective, when: PublicationNotNeeded},
		{verb: "confirmAppointment", from: in(schema.MembershipStatusSuspended), to: schema.MembershipStatusEffective, when: SuspensionLifted},
		{verb: "declineAppointment", from: proposed, to: schema.MembershipStatusDeclined},
		{verb: "suspendMembership", from: in(schema.MembershipStatusEffective), to: schema.MembershipStatusSuspended},
		{verb: "endMembership", from: held, to: schema.MembershipStatusEnded},
		{verb: "endMembership", from: held, when: EndsLater},
		{verb: Clock, from: held, to: schema.MembershipStatusEnded},
		{verb: "revokeAppointment", from: slices.Concat(proposed, held), to: schema.MembershipStatusRevoked},
		{verb: Lapse, from: slices.Concat(proposed, held), to: schema.MembershipStatusLapsed},

		{verb: "recordPostingCheck", from: in(schema.MembershipStatusPublicized)},
		{verb: "fileObjection", from: in(schema.MembershipStatusPublicized)},
		{verb: "answerObjection", from: in(schema.MembershipStatusPublicized)},
		{verb: "evaluate", from: held},
		{verb: "fileForRecord", from: slices.Concat(held, left)},
	},
}

var (
	proposed = in(schema.MembershipStatusProposed, schema.MembershipStatusPublicized)
	held     = in(schema.MembershipStatusEffective, schema.MembershipStatusSuspended)
	left     = in(schema.MembershipStatusEnded, schema.MembershipStatusLapsed, schema.MembershipStatusRevoked)
)
