package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/debate"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// YieldFloorInput is a turn to be ended.
type YieldFloorInput struct {
	ent.Order
	SpeechID ident.Speech
}

// YieldFloorPayload names the turn.
type YieldFloorPayload struct {
	fault.Outcome
	SpeechID ident.ID
}

// YieldFloor ends a turn at the floor. One whose time was over before ended then.
func (d *Do) YieldFloor(ctx context.Context, in YieldFloorInput) (*YieldFloorPayload, error) {
	return work(ctx, d, "yieldFloor", in, in.do)
}

func (in YieldFloorInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[YieldFloorPayload], error) {
	row, d, grant, err := turned(ctx, tx, "yieldFloor", in.SpeechID)
	if err != nil {
		return nil, err
	}
	status, byTurn := stage.Speech.Next("yieldFloor", row.Status)
	if err := refuse(at(d.wrong("yieldFloor"), "speechId"), at(byTurn, "speechId")); err != nil {
		return nil, err
	}
	ended := tx.Now
	if turn := debate.Turn(row); turn.Over(tx.Now) {
		ended = turn.Ends()
	}
	err = tx.Speech.UpdateOneID(row.ID).SetStatus(status).SetEndedAt(ended).Exec(ctx)
	return ent.Did(YieldFloorPayload{SpeechID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": d.item.ID, "seconds": int(ended.Sub(*row.GivenAt) / time.Second),
	}), err
}
