package stage

import "sifang/schema"

// Candidate is the life of a candidacy. Until the election is opened it can be
// taken back, and an objection to it may take the candidate off the paper; what
// was voted on stands as it was. The last step is the answer of somebody who was
// elected, or moves up.
var Candidate = Machine[schema.CandidateStatus]{
	name: "Candidate",
	final: in(
		schema.CandidateStatusWithdrawn, schema.CandidateStatusStruck,
		schema.CandidateStatusAccepted, schema.CandidateStatusDeclined,
	),
	moves: []move[schema.CandidateStatus]{
		{verb: "nominateCandidate", to: schema.CandidateStatusNominated},
		{verb: "draftVote", to: schema.CandidateStatusNominated},
		{verb: "publish", from: in(schema.CandidateStatusNominated), to: schema.CandidateStatusListed},
		{verb: "openVote", from: in(schema.CandidateStatusNominated), to: schema.CandidateStatusListed},
		{verb: "withdrawCandidacy", from: standingForElection, to: schema.CandidateStatusWithdrawn},
		{verb: "answerObjection", from: standingForElection, to: schema.CandidateStatusStruck},
		{verb: "acceptElection", from: in(schema.CandidateStatusListed), to: schema.CandidateStatusDeclined},
		{verb: "acceptElection", from: in(schema.CandidateStatusListed), to: schema.CandidateStatusAccepted, when: SeatTaken},
	},
}

var standingForElection = in(schema.CandidateStatusNominated, schema.CandidateStatusListed)
