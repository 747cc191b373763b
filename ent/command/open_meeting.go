package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/sitting"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// OpenMeetingInput is a meeting to be opened or resumed.
type OpenMeetingInput struct {
	ent.Order
	MeetingID ident.Meeting
}

// OpenMeetingPayload names the meeting.
type OpenMeetingPayload struct {
	fault.Outcome
	MeetingID ident.ID
}

// OpenMeeting opens a meeting, or resumes one that was adjourned, from the time
// on for which it was announced.
func (d *Do) OpenMeeting(ctx context.Context, in OpenMeetingInput) (*OpenMeetingPayload, error) {
	return work(ctx, d, "openMeeting", in, in.do)
}

func (in OpenMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[OpenMeetingPayload], error) {
	m, status, grant, err := directed(ctx, tx, "openMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	if err := refuse(at(sitting.Early(m, tx.Now), "meetingId")); err != nil {
		return nil, err
	}
	update := tx.Meeting.UpdateOneID(m.ID).SetStatus(status)
	if m.OpenedAt == nil {
		update.SetOpenedAt(tx.Now)
	}
	return ent.Did(OpenMeetingPayload{MeetingID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"from": m.Status, "startsAt": m.StartsAt.UTC(),
	}), update.Exec(ctx)
}
