package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// AmendMotionInput is a motion, how it is to read, and who says so.
type AmendMotionInput struct {
	ent.Order
	MotionID ident.Motion
	Text     string
	PersonID *ident.Person
}

// AmendMotionPayload names the amendment.
type AmendMotionPayload struct {
	fault.Outcome
	MotionID ident.ID
}

// AmendMotion moves that a motion is to read otherwise. One thing is treated at a
// time, so an amendment is not amended itself: another one is moved.
func (d *Do) AmendMotion(ctx context.Context, in AmendMotionInput) (*AmendMotionPayload, error) {
	return work(ctx, d, "amendMotion", in, in.do)
}

func (in AmendMotionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AmendMotionPayload], error) {
	m, d, grant, err := moved(ctx, tx, "amendMotion", in.MotionID, in.PersonID)
	if err != nil {
		return nil, err
	}
	unfit, err := d.moves(ctx, tx)
	if err != nil {
		return nil, err
	}
	_, byMotion := stage.Motion.Next("amendMotion", m.Status)
	if err := refuse(at(d.wrong("amendMotion"), "motionId"), at(byMotion, "motionId"), in.twice(m), unfit, text("text", in.Text, textLimit)); err != nil {
		return nil, err
	}
	if err := unopened(ctx, tx, m); err != nil {
		return nil, err
	}
	status, _ := stage.Motion.Next("amendMotion", "")
	row, err := tx.Motion.Create().SetNillableCommunityID(m.CommunityID).SetAgendaItemID(m.AgendaItemID).SetAmendsID(m.ID).
		SetMoverID(d.person).SetText(in.Text).SetStatus(status).SetMovedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	tx.Seal("person", d.person.String())
	return ent.Did(AmendMotionPayload{MotionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": m.AgendaItemID, "amends": m.ID,
	}), nil
}

// twice refuses to amend an amendment.
func (in AmendMotionInput) twice(m *db.Motion) *fault.Fault {
	if m.AmendsID == nil {
		return nil
	}
	return fault.New(fault.AmendsAmendment).At("motionId")
}
