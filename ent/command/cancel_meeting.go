package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// CancelMeetingInput is a meeting to be called off, why, and where that is
// posted.
type CancelMeetingInput struct {
	ent.Order
	MeetingID ident.Meeting
	Reason    string
	Place     *string
}

// CancelMeetingPayload names the meeting and, if it was called, the notice that
// calls it off.
type CancelMeetingPayload struct {
	fault.Outcome
	MeetingID     ident.ID
	PublicationID *ident.ID
}

// CancelMeeting calls a meeting off before it begins. Its votes are void, and
// its proposals wait for another agenda.
func (d *Do) CancelMeeting(ctx context.Context, in CancelMeetingInput) (*CancelMeetingPayload, error) {
	return work(ctx, d, "cancelMeeting", in, in.do)
}

func (in CancelMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CancelMeetingPayload], error) {
	if _, err := lockedProposals(ctx, tx, in.MeetingID.ID); err != nil {
		return nil, err
	}
	m, status, grant, err := directed(ctx, tx, "cancelMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	all, err := lockedAgenda(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if err := refuse(text("reason", in.Reason, reasonLimit), in.unposted(m)); err != nil {
		return nil, err
	}
	if err := all.release(ctx, tx); err != nil {
		return nil, err
	}
	if err := tx.Meeting.UpdateOneID(m.ID).SetStatus(status).SetCancelReason(in.Reason).Exec(ctx); err != nil {
		return nil, err
	}
	if err := disobeyed(ctx, tx, m); err != nil {
		return nil, err
	}
	posted, err := in.post(ctx, tx, all, m)
	if err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(CancelMeetingPayload{MeetingID: m.ID, PublicationID: posted}, grant, m.ID, m.CommunityID, map[string]any{
		"publication": posted, "items": len(all.items),
	}), nil
}

// unposted refuses to call a meeting off in silence that was called by notice.
func (in CancelMeetingInput) unposted(m *db.Meeting) *fault.Fault {
	if m.NoticedAt == nil {
		return given("place", in.Place, nameLimit)
	}
	if in.Place == nil {
		return fault.New(fault.Blank).At("place")
	}
	return unposted(*in.Place)
}

// post posts that the meeting is called off, if it was called.
func (in CancelMeetingInput) post(ctx context.Context, tx *ent.Tx, all agenda, m *db.Meeting) (*ident.ID, error) {
	if m.NoticedAt == nil {
		return nil, nil
	}
	announcement, err := all.posting(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	publication, err := posted(ctx, tx, m, schema.PublicationKindAmendedNotice, *in.Place, announcement.Cancelling(in.Reason))
	if err != nil {
		return nil, err
	}
	return &publication.ID, nil
}

// release gives the proposals free for another agenda and voids the votes. The
// items stay pending: each may be carried over.
func (a agenda) release(ctx context.Context, tx *ent.Tx) error {
	for _, p := range a.proposals {
		next, wrong := stage.Proposal.Next("cancelMeeting", p.Status)
		if err := refuse(wrong); err != nil {
			return err
		}
		if err := tx.Proposal.UpdateOneID(p.ID).SetStatus(next).Exec(ctx); err != nil {
			return err
		}
	}
	for _, v := range a.votes {
		if v.Status == schema.VoteStatusVoid {
			continue
		}
		next, wrong := stage.Vote.Next("cancelMeeting", v.Status)
		if err := refuse(wrong); err != nil {
			return err
		}
		if err := tx.Vote.UpdateOneID(v.ID).SetStatus(next).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
