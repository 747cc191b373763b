package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// minutesLimit is the greatest length of minutes, in characters.
const minutesLimit = 100_000

// CorrectMinutesInput is how minutes are to read, and what was wrong in them.
type CorrectMinutesInput struct {
	ent.Order
	MinutesID ident.Minutes
	Text      string
	Reason    string
}

// CorrectMinutesPayload names the new edition.
type CorrectMinutesPayload struct {
	fault.Outcome
	MinutesID ident.ID
}

// CorrectMinutes writes a further edition with the reason, also after minutes
// were approved: these stand until the correction is approved.
func (d *Do) CorrectMinutes(ctx context.Context, in CorrectMinutesInput) (*CorrectMinutesPayload, error) {
	return work(ctx, d, "correctMinutes", in, in.do)
}

func (in CorrectMinutesInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CorrectMinutesPayload], error) {
	row, m, grant, err := minuted(ctx, tx, "correctMinutes", in.MinutesID)
	if err != nil {
		return nil, err
	}
	all, err := editionsOf(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	last := all[len(all)-1]
	if last.ID != row.ID {
		return nil, fault.New(fault.MinutesReplaced, "edition", last.Edition).At("minutesId")
	}
	if err := refuse(text("text", in.Text, minutesLimit), text("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	if err := replacedEditions(ctx, tx, "correctMinutes", all); err != nil {
		return nil, err
	}
	status, _ := stage.Minutes.Next("correctMinutes", "")
	corrected, err := tx.Minutes.Create().SetNillableCommunityID(m.CommunityID).SetMeetingID(m.ID).SetEdition(last.Edition + 1).
		SetStatus(status).SetText(in.Text).SetCorrection(in.Reason).SetCorrectsID(row.ID).SetDraftedAt(tx.Now).
		SetNillableDraftedByID(by(tx)).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	tx.Seal("reason", in.Reason)
	return ent.Did(CorrectMinutesPayload{MinutesID: corrected.ID}, grant, corrected.ID, corrected.CommunityID, map[string]any{
		"meeting": m.ID, "edition": corrected.Edition, "corrects": row.ID,
	}), nil
}
