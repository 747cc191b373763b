package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	moving "sifang/ent/db/motion"
	"sifang/ent/db/speech"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// moved reads the motion that an input field names and locks its item, so that
// nobody else moves, seconds or decides on it meanwhile. It asks the mandate of
// those who direct the meeting and of the person who is to act, the viewer if
// nobody is named.
func moved(ctx context.Context, tx *ent.Tx, verb string, id ident.Motion, named *ident.Person) (*db.Motion, debated, mandate.Grant, error) {
	person, err := oneself(ctx, tx, named)
	if err != nil {
		return nil, debated{}, mandate.Grant{}, err
	}
	row, err := need(ctx, tx.Motion.Get, id.ID, "motionId")
	if err != nil {
		return nil, debated{}, mandate.Grant{}, err
	}
	d, grant, err := debating(ctx, tx, verb, row.AgendaItemID, person)
	if err != nil {
		return nil, d, grant, err
	}
	row, err = tx.Motion.Get(ctx, row.ID)
	return row, d, grant, err
}

// unopened refuses to touch a motion on which a vote runs (VOTE_STILL_OPEN) or has
// a result that is not final yet (VOTE_HELD).
func unopened(ctx context.Context, tx *ent.Tx, motions ...*db.Motion) error {
	votes, err := motionVotes(ctx, tx, motions...)
	if err != nil {
		return err
	}
	for _, v := range votes {
		held, err := hasResult(ctx, tx, v)
		switch {
		case err != nil:
			return err
		case v.Status == schema.VoteStatusOpen:
			return fault.New(fault.VoteStillOpen, "votes", v.ID).At("motionId")
		case held:
			return fault.New(fault.VoteHeld, "votes", v.ID).At("motionId")
		}
	}
	return nil
}

// motionVotes are the votes on some motions, in the order in which they were drafted.
func motionVotes(ctx context.Context, tx *ent.Tx, motions ...*db.Motion) ([]*db.Vote, error) {
	ids := make([]ident.ID, len(motions))
	for i, m := range motions {
		ids[i] = m.ID
	}
	return tx.Vote.Query().Where(vote.MotionIDIn(ids...)).Order(db.Asc(vote.FieldID)).All(ctx)
}

// lapsed writes that motions are settled by themselves, because what they were
// moved on is.
func lapsed(ctx context.Context, tx *ent.Tx, motions []*db.Motion) error {
	for _, m := range motions {
		if !slices.Contains(stage.Undecided, m.Status) {
			continue
		}
		status, _ := stage.Motion.Next(stage.Settle, m.Status)
		if err := tx.Motion.UpdateOneID(m.ID).SetStatus(status).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// lapsedWith writes that what was moved on an item lapsed with it, and that
// whoever spoke on it has done.
func lapsedWith(ctx context.Context, tx *ent.Tx, item ident.ID) error {
	if err := fellSilent(ctx, tx, speech.AgendaItemID(item)); err != nil {
		return err
	}
	motions, err := openMotions(ctx, tx, item)
	if err != nil {
		return err
	}
	return lapsed(ctx, tx, motions)
}

// openMotions are the motions on an item of which nothing came yet.
func openMotions(ctx context.Context, tx *ent.Tx, item ident.ID) ([]*db.Motion, error) {
	return tx.Motion.Query().Where(moving.AgendaItemID(item), moving.StatusIn(stage.Undecided...)).
		Order(db.Asc(moving.FieldID)).All(ctx)
}

// openAmendments are those to a motion of which nothing came yet.
func openAmendments(ctx context.Context, tx *ent.Tx, m *db.Motion) ([]*db.Motion, error) {
	return tx.Motion.Query().Where(moving.AmendsID(m.ID), moving.StatusIn(stage.Undecided...)).
		Order(db.Asc(moving.FieldID)).All(ctx)
}
