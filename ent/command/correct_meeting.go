package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CorrectMeetingInput is what a meeting in preparation is to say from now on,
// in whole: a venue or chair that is left out is taken away.
type CorrectMeetingInput struct {
	ent.Order
	MeetingID       ident.Meeting
	ExpectedVersion int
	Form            schema.MeetingForm
	Title           string
	Venue           *string
	StartsAt        time.Time
	EndsAt          time.Time
	ChairID         *ident.Person
}

// CorrectMeetingPayload names the meeting corrected.
type CorrectMeetingPayload struct {
	fault.Outcome
	MeetingID ident.ID
}

// CorrectMeeting edits a meeting that was not called yet. Once it is called,
// changes are announced, by AmendNotice.
func (d *Do) CorrectMeeting(ctx context.Context, in CorrectMeetingInput) (*CorrectMeetingPayload, error) {
	return work(ctx, d, "correctMeeting", in, in.do)
}

func (in CorrectMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CorrectMeetingPayload], error) {
	if in.ChairID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.ChairID.ID, "chairId"); err != nil {
			return nil, err
		}
	}
	m, _, grant, err := directed(ctx, tx, "correctMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	if err := refuse(unchanged(in.ExpectedVersion, m.Version), text("title", in.Title, nameLimit),
		given("venue", in.Venue, nameLimit), lasts(in.StartsAt, in.EndsAt)); err != nil {
		return nil, err
	}
	update := tx.Meeting.UpdateOneID(m.ID).SetForm(in.Form).SetTitle(in.Title).SetStartsAt(in.StartsAt).
		SetEndsAt(in.EndsAt).SetNillableVenue(in.Venue).SetNillableChairID(pointer(in.ChairID))
	if in.Venue == nil {
		update.ClearVenue()
	}
	if in.ChairID == nil {
		update.ClearChairID()
	}
	return ent.Did(CorrectMeetingPayload{MeetingID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"version": m.Version + 1, "form": in.Form, "startsAt": in.StartsAt.UTC(), "endsAt": in.EndsAt.UTC(),
	}), update.Exec(ctx)
}
