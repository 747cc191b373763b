package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// WithdrawFloorRequestInput is a request for the floor to be taken back.
type WithdrawFloorRequestInput struct {
	ent.Order
	SpeechID ident.Speech
}

// WithdrawFloorRequestPayload names the turn.
type WithdrawFloorRequestPayload struct {
	fault.Outcome
	SpeechID ident.ID
}

// WithdrawFloorRequest takes back that somebody asked for the floor.
func (d *Do) WithdrawFloorRequest(ctx context.Context, in WithdrawFloorRequestInput) (*WithdrawFloorRequestPayload, error) {
	return work(ctx, d, "withdrawFloorRequest", in, in.do)
}

func (in WithdrawFloorRequestInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[WithdrawFloorRequestPayload], error) {
	row, d, grant, err := turned(ctx, tx, "withdrawFloorRequest", in.SpeechID)
	if err != nil {
		return nil, err
	}
	status, byTurn := stage.Speech.Next("withdrawFloorRequest", row.Status)
	if err := refuse(at(d.wrong("withdrawFloorRequest"), "speechId"), at(byTurn, "speechId")); err != nil {
		return nil, err
	}
	err = tx.Speech.UpdateOneID(row.ID).SetStatus(status).Exec(ctx)
	return ent.Did(WithdrawFloorRequestPayload{SpeechID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": d.item.ID,
	}), err
}
