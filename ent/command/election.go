package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// election is a vote in which somebody stands, with what it hangs on.
type election struct {
	polled
	// directs is set if the viewer is of those who direct the meeting, and does
	// not act for themselves alone.
	directs bool
}

// electing locks the vote for the verb alone, and asks the mandate of those who
// direct its meeting and of the persons, who may act for themselves.
func electing(ctx context.Context, tx *ent.Tx, verb string, about ident.ID, v *db.Vote, persons ...ident.ID) (election, mandate.Grant, error) {
	var e election
	var none mandate.Grant
	// What a vote belongs to never changes, so it may be read before it is
	// locked, which comes last.
	item, err := tx.AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return e, none, err
	}
	if e.meeting, err = lockedMeeting(tx, ent.Share)(ctx, item.MeetingID); err != nil {
		return e, none, err
	}
	if e.item, err = lockedItem(tx, ent.Share)(ctx, item.ID); err != nil {
		return e, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, e.meeting)
	if err != nil {
		return e, none, err
	}
	_, refused := mandate.Ask(verb, tx.Viewer, subject)
	e.directs = refused == nil
	subject.Persons = persons
	grant, err := may(ctx, tx, verb, about, subject)
	if err != nil {
		return e, none, err
	}
	e.vote, err = lockedVote(ctx, tx, v.ID)
	return e, grant, err
}

// strike takes a candidate off the paper because an objection was upheld; the
// verb has locked the vote. Once the vote is open its paper stands as it is: no
// ballot loses a mark for what came out later. Whoever is elected all the same
// cannot take the seat.
func strike(ctx context.Context, tx *ent.Tx, c *db.Candidate) error {
	v, err := tx.Vote.Get(ctx, c.VoteID)
	if err != nil {
		return err
	}
	if v.OpenedAt != nil {
		return nil
	}
	status, wrong := stage.Candidate.Next("answerObjection", c.Status)
	if err := refuse(at(wrong, "candidateId")); err != nil {
		return err
	}
	return tx.Candidate.UpdateOneID(c.ID).SetStatus(status).Exec(ctx)
}
