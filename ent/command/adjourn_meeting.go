package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/attendance"
	"sifang/ent/db/speech"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// AdjournMeetingInput is a meeting to be interrupted, and when it goes on.
type AdjournMeetingInput struct {
	ent.Order
	MeetingID ident.Meeting
	StartsAt  time.Time
	EndsAt    time.Time
}

// AdjournMeetingPayload names the meeting.
type AdjournMeetingPayload struct {
	fault.Outcome
	MeetingID ident.ID
}

// AdjournMeeting interrupts a meeting, to be resumed at another time. Everybody
// leaves: who comes back is only known when they check in again. While a vote
// runs it is refused with VOTE_STILL_OPEN: nobody would be left to vote in it.
func (d *Do) AdjournMeeting(ctx context.Context, in AdjournMeetingInput) (*AdjournMeetingPayload, error) {
	return work(ctx, d, "adjournMeeting", in, in.do)
}

func (in AdjournMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AdjournMeetingPayload], error) {
	m, status, grant, err := directed(ctx, tx, "adjournMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	votes, err := votesOf(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	if err := refuse(agenda{votes: votes}.stillOpen(), lasts(in.StartsAt, in.EndsAt), at(ahead(in.EndsAt, tx.Now), "endsAt")); err != nil {
		return nil, err
	}
	if err := dismissed(ctx, tx, m.ID); err != nil {
		return nil, err
	}
	err = tx.Meeting.UpdateOneID(m.ID).SetStatus(status).SetStartsAt(in.StartsAt).SetEndsAt(in.EndsAt).Exec(ctx)
	return ent.Did(AdjournMeetingPayload{MeetingID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"startsAt": in.StartsAt.UTC(), "endsAt": in.EndsAt.UTC(), "startedAt": m.StartsAt.UTC(),
	}), err
}

// votesOf locks the votes of a meeting that is itself locked. The items need no
// lock: none changes its meeting.
func votesOf(ctx context.Context, tx *ent.Tx, m ident.ID) ([]*db.Vote, error) {
	items, err := tx.AgendaItem.Query().Where(agendaitem.MeetingID(m)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	return lockedVotes(ctx, tx, items...)
}

// dismissed ends the stay of everybody who is still there, and the turn of whoever
// speaks.
func dismissed(ctx context.Context, tx *ent.Tx, m ident.ID) error {
	if err := fellSilent(ctx, tx, speech.HasAgendaItemWith(agendaitem.MeetingID(m))); err != nil {
		return err
	}
	there, err := tx.Attendance.Query().Where(attendance.MeetingID(m), attendance.LeftAtIsNil()).IDs(ctx)
	if err != nil {
		return err
	}
	for _, id := range there {
		if err := tx.Attendance.UpdateOneID(id).SetLeftAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
