package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// WithdrawMotionInput is a motion to be taken back.
type WithdrawMotionInput struct {
	ent.Order
	MotionID ident.Motion
}

// WithdrawMotionPayload names the motion.
type WithdrawMotionPayload struct {
	fault.Outcome
	MotionID ident.ID
}

// WithdrawMotion takes a motion back: its mover does, or an officer for the
// mover. Amendments to it lapse, and votes that were not opened are void.
func (d *Do) WithdrawMotion(ctx context.Context, in WithdrawMotionInput) (*WithdrawMotionPayload, error) {
	return work(ctx, d, "withdrawMotion", in, in.do)
}

func (in WithdrawMotionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[WithdrawMotionPayload], error) {
	m, err := need(ctx, tx.Motion.Get, in.MotionID.ID, "motionId")
	if err != nil {
		return nil, err
	}
	var mover ident.ID
	if m.MoverID != nil {
		mover = *m.MoverID
	}
	d, grant, err := debating(ctx, tx, "withdrawMotion", m.AgendaItemID, mover)
	if err != nil {
		return nil, err
	}
	if m, err = tx.Motion.Get(ctx, m.ID); err != nil {
		return nil, err
	}
	status, byMotion := stage.Motion.Next("withdrawMotion", m.Status)
	if err := refuse(at(d.wrong("withdrawMotion"), "motionId"), at(byMotion, "motionId")); err != nil {
		return nil, err
	}
	waiting, err := openAmendments(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if err := in.unvoted(ctx, tx, d, append(waiting, m)); err != nil {
		return nil, err
	}
	if err := lapsed(ctx, tx, waiting); err != nil {
		return nil, err
	}
	err = tx.Motion.UpdateOneID(m.ID).SetStatus(status).Exec(ctx)
	return ent.Did(WithdrawMotionPayload{MotionID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"agendaItem": m.AgendaItemID, "lapsed": len(waiting),
	}), err
}

// unvoted refuses where a vote on one of the motions runs or has a result, and
// writes that those not opened are void.
func (in WithdrawMotionInput) unvoted(ctx context.Context, tx *ent.Tx, d debated, motions []*db.Motion) error {
	if _, err := lockedVotes(ctx, tx, d.item.ID); err != nil {
		return err
	}
	if err := unopened(ctx, tx, motions...); err != nil {
		return err
	}
	votes, err := motionVotes(ctx, tx, motions...)
	if err != nil {
		return err
	}
	for _, v := range votes {
		if !slices.Contains(stage.Unopened, v.Status) {
			continue
		}
		void, _ := stage.Vote.Next("withdrawMotion", v.Status)
		if err := tx.Vote.UpdateOneID(v.ID).SetStatus(void).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
