package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// MoveMotionInput is what is moved on an item, and by whom.
type MoveMotionInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Text         string
	PersonID     *ident.Person
}

// MoveMotionPayload names the motion.
type MoveMotionPayload struct {
	fault.Outcome
	MotionID ident.ID
}

// MoveMotion moves something on an item of a sitting. It is debated and voted on
// once somebody else seconds it.
func (d *Do) MoveMotion(ctx context.Context, in MoveMotionInput) (*MoveMotionPayload, error) {
	return work(ctx, d, "moveMotion", in, in.do)
}

func (in MoveMotionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[MoveMotionPayload], error) {
	person, err := oneself(ctx, tx, in.PersonID)
	if err != nil {
		return nil, err
	}
	item, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return nil, err
	}
	d, grant, err := debating(ctx, tx, "moveMotion", item.ID, person)
	if err != nil {
		return nil, err
	}
	unfit, err := d.moves(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err := refuse(at(d.wrong("moveMotion"), "agendaItemId"), unfit, text("text", in.Text, textLimit)); err != nil {
		return nil, err
	}
	status, _ := stage.Motion.Next("moveMotion", "")
	row, err := tx.Motion.Create().SetNillableCommunityID(d.item.CommunityID).SetAgendaItemID(d.item.ID).SetMoverID(person).
		SetText(in.Text).SetStatus(status).SetMovedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	tx.Seal("person", person.String())
	return ent.Did(MoveMotionPayload{MotionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{"agendaItem": d.item.ID}), nil
}
