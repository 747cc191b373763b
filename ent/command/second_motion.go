package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// SecondMotionInput is a motion to be seconded, and by whom.
type SecondMotionInput struct {
	ent.Order
	MotionID ident.Motion
	PersonID *ident.Person
}

// SecondMotionPayload names the motion.
type SecondMotionPayload struct {
	fault.Outcome
	MotionID ident.ID
}

// SecondMotion says that somebody else than the mover wants the motion to be
// treated as well.
func (d *Do) SecondMotion(ctx context.Context, in SecondMotionInput) (*SecondMotionPayload, error) {
	return work(ctx, d, "secondMotion", in, in.do)
}

func (in SecondMotionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SecondMotionPayload], error) {
	m, d, grant, err := moved(ctx, tx, "secondMotion", in.MotionID, in.PersonID)
	if err != nil {
		return nil, err
	}
	unfit, err := d.moves(ctx, tx)
	if err != nil {
		return nil, err
	}
	status, byMotion := stage.Motion.Next("secondMotion", m.Status)
	if err := refuse(at(d.wrong("secondMotion"), "motionId"), at(byMotion, "motionId"), in.own(m, d.person), unfit); err != nil {
		return nil, err
	}
	if err := in.inTime(ctx, tx, m); err != nil {
		return nil, err
	}
	tx.Seal("person", d.person.String())
	err = tx.Motion.UpdateOneID(m.ID).SetStatus(status).SetSeconderID(d.person).SetSecondedAt(tx.Now).Exec(ctx)
	return ent.Did(SecondMotionPayload{MotionID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{"agendaItem": m.AgendaItemID}), err
}

// own refuses the mover.
func (in SecondMotionInput) own(m *db.Motion, person ident.ID) *fault.Fault {
	if m.MoverID == nil || *m.MoverID != person {
		return nil
	}
	return fault.New(fault.OwnMotion).At("personId")
}

// inTime refuses an amendment to a motion on which a vote runs (VOTE_STILL_OPEN)
// or has a result (VOTE_HELD): how the motion reads does not change any more.
func (in SecondMotionInput) inTime(ctx context.Context, tx *ent.Tx, m *db.Motion) error {
	if m.AmendsID == nil {
		return nil
	}
	motion, err := tx.Motion.Get(ctx, *m.AmendsID)
	if err != nil {
		return err
	}
	return unopened(ctx, tx, motion)
}
