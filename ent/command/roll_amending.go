package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// rollProof is the document that an input field names, if any. One that the
// viewer may not see is refused like one that does not exist.
func rollProof(ctx context.Context, tx *ent.Tx, id *ident.Document, community *ident.ID) (*ident.ID, error) {
	if id == nil {
		return nil, nil
	}
	row, err := need(ctx, tx.Document.Get, id.ID, "documentId")
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, row.ID, "documentId"); err != nil {
		return nil, err
	}
	if apart(row.CommunityID, community) {
		return nil, fault.New(fault.OutsideCommunity, "kind", ident.KindDocument).At("documentId")
	}
	return &row.ID, nil
}

// amending reads a roll for a verb that amends it, locks its meeting and its
// votes, asks the mandate of those who direct the meeting, and refuses with
// WRONG_STATE what comes too early or too late: before the meeting is called or
// after it is over, and once a vote on the roll was closed, or its announced close
// is over. A vote that is void is no obstacle.
func amending(ctx context.Context, tx *ent.Tx, verb string, id ident.ID, field string) (*db.Roll, *db.Meeting, mandate.Grant, error) {
	var none mandate.Grant
	r, err := need(ctx, tx.Roll.Get, id, field)
	if err != nil {
		return nil, nil, none, err
	}
	m, err := lockedMeeting(tx, ent.Update)(ctx, r.MeetingID)
	if err != nil {
		return nil, nil, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, nil, none, err
	}
	grant, err := may(ctx, tx, verb, r.ID, subject)
	if err != nil {
		return nil, nil, none, err
	}
	// Whoever casts a ballot holds the vote, so none comes in while the roll
	// changes under it.
	votes, err := votesOn(ctx, tx, r.ID, claimedVotes)
	if err != nil {
		return nil, nil, none, err
	}
	_, wrong := stage.Meeting.Next(stage.Verb(verb), m.Status)
	wrongs := []*fault.Fault{at(wrong, field)}
	for _, v := range votes {
		state := v.Status
		if state == schema.VoteStatusOpen && poll.TimeIsUp(v, tx.Now) {
			state = schema.VoteStatusClosed
		}
		_, wrong := stage.Vote.Next(stage.Verb(verb), state)
		wrongs = append(wrongs, at(wrong, field))
	}
	return r, m, grant, refuse(wrongs...)
}

// offTheRoll refuses an entry that was struck.
func offTheRoll(e *db.RollEntry) *fault.Fault {
	if e.Struck == nil || !*e.Struck {
		return nil
	}
	return fault.New(fault.EntryStruck, "position", e.Position)
}

// unproved refuses to change or to strike an entry under which a ballot was
// cast, unless a document proves why: it takes a vote away that was given.
func unproved(ctx context.Context, tx *ent.Tx, e *db.RollEntry, document *ident.ID) (*fault.Fault, error) {
	if document != nil {
		return nil, nil
	}
	cast, err := tx.Ballot.Query().Where(ballot.EntryID(e.ID),
		ballot.StatusIn(schema.BallotStatusValid, schema.BallotStatusConflicted)).Exist(ctx)
	if err != nil || !cast {
		return nil, err
	}
	return fault.New(fault.BallotCast, "position", e.Position).At("documentId"), nil
}

// standingEntry reads an entry of a roll with its voters and units. It refuses
// one of another roll, and one that was struck.
func standingEntry(ctx context.Context, tx *ent.Tx, r *db.Roll, id ident.ID, field string) (*db.RollEntry, error) {
	e, err := tx.RollEntry.Query().Where(rollentry.ID(id), rollentry.RollID(r.ID)).WithDelegates().WithUnits().Only(ctx)
	if e, err = found(e, err, ident.KindRollEntry, field); err != nil {
		return nil, err
	}
	return e, refuse(at(offTheRoll(e), field))
}
