package command_test

import (
	"fmt"

	"sifang/ent/command"
	"sifang/schema/ident"
)

// paper is a paper for a place on the roll that comes in now, under a number of
// its own.
func (e *ballotEstate) paper(place ident.RollEntry, who ident.ID, answers ...command.PaperAnswerInput) command.EnterPaperBallotInput {
	return command.EnterPaperBallotInput{
		MeetingID: e.sitting, Number: fmt.Sprint("票-", ident.New(ident.KindPaperBallot, e.clock.Now())), EntryID: place,
		PersonID: ident.Person{ID: who}, ReceivedAt: e.clock.Now(), Ballots: answers,
	}
}

// enter enters a paper once, as one of the clerks.
func (e *ballotEstate) enter(clerk int, in command.EnterPaperBallotInput) *command.EnterPaperBallotPayload {
	e.Helper()
	p, err := e.do.EnterPaperBallot(e.clerks[clerk], in)
	return done(e.town, p, err)
}

// read lets two clerks read the same on a paper, and answers the ballots cast.
func (e *ballotEstate) read(in command.EnterPaperBallotInput) []ident.ID {
	e.Helper()
	e.enter(0, in)
	return e.enter(1, in).BallotIDs
}
