package command_test

import (
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
)

func accepting(id ident.Candidate) command.AcceptElectionInput {
	return command.AcceptElectionInput{CandidateID: id, Accept: true}
}

func declining(id ident.Candidate) command.AcceptElectionInput {
	return command.AcceptElectionInput{CandidateID: id}
}

// takes lets somebody who was elected take the seat, and answers the seat.
func (e *contest) takes(id ident.Candidate) *db.Membership {
	e.Helper()
	p, err := e.do.AcceptElection(e.officer, accepting(id))
	return get(e.town, e.store.Read().Membership.Get, done(e.town, p, err).MembershipID)
}

// leaves lets somebody give up the seat that they took.
func (e *contest) leaves(id ident.Candidate) {
	e.Helper()
	p, err := e.do.EndMembership(e.officer, command.EndMembershipInput{
		MembershipID: ident.Membership{ID: *e.candidate(id).MembershipID}, Reason: schema.EndReasonResigned,
	})
	done(e.town, p, err)
}
