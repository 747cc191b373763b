package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/debate"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/minutes"
	"sifang/schema/stage"
)

// DraftMinutesInput is a meeting whose minutes are to be written.
type DraftMinutesInput struct {
	ent.Order
	MeetingID ident.Meeting
}

// DraftMinutesPayload names the edition.
type DraftMinutesPayload struct {
	fault.Outcome
	MinutesID ident.ID
}

// DraftMinutes writes the minutes from what was recorded. Until they are approved
// they may be written again, and replace the draft; what is wrong in approved ones
// is corrected.
func (d *Do) DraftMinutes(ctx context.Context, in DraftMinutesInput) (*DraftMinutesPayload, error) {
	return work(ctx, d, "draftMinutes", in, in.do)
}

func (in DraftMinutesInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DraftMinutesPayload], error) {
	m, _, grant, err := directed(ctx, tx, "draftMinutes", in.MeetingID)
	if err != nil {
		return nil, err
	}
	tx.CatchUp(tx.Now)
	editions, err := editionsOf(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		if e.Status == schema.MinutesStatusApproved {
			return nil, fault.New(fault.MinutesApproved).At("meetingId")
		}
	}
	record, err := debate.Recorded(ctx, tx.Client, m.ID, tx.Now)
	if err != nil {
		return nil, err
	}
	if err := replacedEditions(ctx, tx, "draftMinutes", editions); err != nil {
		return nil, err
	}
	text := minutes.Draft(record)
	status, _ := stage.Minutes.Next("draftMinutes", "")
	row, err := tx.Minutes.Create().SetNillableCommunityID(m.CommunityID).SetMeetingID(m.ID).SetEdition(len(editions) + 1).
		SetStatus(status).SetText(text).SetDraftedAt(tx.Now).SetNillableDraftedByID(by(tx)).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", text)
	return ent.Did(DraftMinutesPayload{MinutesID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"meeting": m.ID, "edition": row.Edition,
	}), nil
}
