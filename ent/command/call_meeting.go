package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CallMeetingInput is a meeting to be called, where its notice hangs, and what
// the caller knows to be missing.
type CallMeetingInput struct {
	ent.Order
	MeetingID   ident.Meeting
	Place       string
	Acknowledge []schema.WarningCode
}

// CallMeetingPayload names the meeting and its notice.
type CallMeetingPayload struct {
	fault.Outcome
	MeetingID     ident.ID
	PublicationID ident.ID
}

// CallMeeting calls a meeting with notice: from now on everybody sees it, its
// agenda and the votes on it. What is missing does not stop it, but has to be
// acknowledged, and stays with the meeting.
func (d *Do) CallMeeting(ctx context.Context, in CallMeetingInput) (*CallMeetingPayload, error) {
	return work(ctx, d, "callMeeting", in, in.do)
}

func (in CallMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CallMeetingPayload], error) {
	if _, err := lockedProposals(ctx, tx, in.MeetingID.ID); err != nil {
		return nil, err
	}
	m, status, grant, err := directed(ctx, tx, "callMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	all, err := lockedAgenda(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	forbidden, err := all.forbidden(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	announced, err := sitting.Announce(ctx, tx.Client, m, tx.Today)
	if err != nil {
		return nil, err
	}
	call := announced.Call
	if err := refuse(forbidden, unposted(in.Place), ahead(m.EndsAt, tx.Now), acknowledged(call, in.Acknowledge)); err != nil {
		return nil, err
	}
	announcement, err := all.posting(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if err := all.publish(ctx, tx, "callMeeting"); err != nil {
		return nil, err
	}
	warnings := codes(call.Warnings())
	if err := tx.Meeting.UpdateOneID(m.ID).SetStatus(status).SetNoticedAt(tx.Now).SetAcknowledged(warnings).Exec(ctx); err != nil {
		return nil, err
	}
	if err := obeyed(ctx, tx, m); err != nil {
		return nil, err
	}
	publication, err := posted(ctx, tx, m, schema.PublicationKindNotice, in.Place, announcement.Calling())
	if err != nil {
		return nil, err
	}
	return ent.Did(CallMeetingPayload{MeetingID: m.ID, PublicationID: publication.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"startsAt": m.StartsAt.UTC(), "items": len(all.items), "publication": publication.ID, "acknowledged": warnings,
		"noticeDays": call.Periods.NoticeDays, "given": call.Given(),
	}), nil
}
