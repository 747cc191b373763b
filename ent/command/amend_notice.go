package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/notice"
)

// AmendNoticeInput is what changes about a meeting that was called. What is
// left out stays as it is; items added since the last notice are announced with
// it.
type AmendNoticeInput struct {
	ent.Order
	MeetingID       ident.Meeting
	ExpectedVersion *int
	Form            *schema.MeetingForm
	Venue           *string
	StartsAt        *time.Time
	EndsAt          *time.Time
	ChairID         *ident.Person
	Place           string
	Acknowledge     []schema.WarningCode
}

// AmendNoticePayload names the meeting and its new notice.
type AmendNoticePayload struct {
	fault.Outcome
	MeetingID     ident.ID
	PublicationID ident.ID
}

// AmendNotice announces what changed about a meeting since its last notice. The
// period of notice is counted anew, because whoever read the first notice did
// not read this one.
func (d *Do) AmendNotice(ctx context.Context, in AmendNoticeInput) (*AmendNoticePayload, error) {
	return work(ctx, d, "amendNotice", in, in.do)
}

func (in AmendNoticeInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AmendNoticePayload], error) {
	if in.ChairID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.ChairID.ID, "chairId"); err != nil {
			return nil, err
		}
	}
	if _, err := lockedProposals(ctx, tx, in.MeetingID.ID); err != nil {
		return nil, err
	}
	before, status, grant, err := directed(ctx, tx, "amendNotice", in.MeetingID)
	if err != nil {
		return nil, err
	}
	all, err := lockedAgenda(ctx, tx, before)
	if err != nil {
		return nil, err
	}
	forbidden, err := all.forbidden(ctx, tx, before)
	if err != nil {
		return nil, err
	}
	if err := refuse(forbidden); err != nil {
		return nil, err
	}
	m, changes := in.applied(*before)
	call, err := in.judge(ctx, tx, before, m, changes)
	if err != nil {
		return nil, err
	}
	announcement, err := all.posting(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if err := all.publish(ctx, tx, "amendNotice"); err != nil {
		return nil, err
	}
	moved := !m.StartsAt.Equal(before.StartsAt)
	standing := codes(notice.Standing(sitting.Acknowledged(before), call.Warnings(), moved))
	err = tx.Meeting.UpdateOneID(m.ID).SetStatus(status).SetForm(m.Form).SetNillableVenue(m.Venue).SetStartsAt(m.StartsAt).
		SetEndsAt(m.EndsAt).SetNillableChairID(m.ChairID).SetAcknowledged(standing).Exec(ctx)
	if err != nil {
		return nil, err
	}
	publication, err := posted(ctx, tx, m, schema.PublicationKindAmendedNotice, in.Place, announcement.Amending(changes...))
	if err != nil {
		return nil, err
	}
	return ent.Did(AmendNoticePayload{MeetingID: m.ID, PublicationID: publication.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"form": m.Form, "startsAt": m.StartsAt.UTC(), "endsAt": m.EndsAt.UTC(), "items": len(all.items),
		"publication": publication.ID, "acknowledged": standing,
		"noticeDays": call.Periods.NoticeDays, "given": call.Given(),
	}), nil
}

// applied is the meeting as amended, and what changed about it.
func (in AmendNoticeInput) applied(m db.Meeting) (*db.Meeting, []notice.Change) {
	var changes []notice.Change
	before := m
	if in.StartsAt != nil {
		m.StartsAt = *in.StartsAt
	}
	if in.EndsAt != nil {
		m.EndsAt = *in.EndsAt
	}
	if !m.StartsAt.Equal(before.StartsAt) || !m.EndsAt.Equal(before.EndsAt) {
		changes = append(changes, notice.Time)
	}
	if in.Venue != nil && (before.Venue == nil || *before.Venue != *in.Venue) {
		m.Venue = in.Venue
		changes = append(changes, notice.Venue)
	}
	if in.Form != nil && before.Form != *in.Form {
		m.Form = *in.Form
		changes = append(changes, notice.Form)
	}
	if in.ChairID != nil && (before.ChairID == nil || *before.ChairID != in.ChairID.ID) {
		m.ChairID = pointer(in.ChairID)
		changes = append(changes, notice.Chair)
	}
	return &m, changes
}

// judge refuses an amendment that announces nothing, or whose warnings were not
// acknowledged.
func (in AmendNoticeInput) judge(ctx context.Context, tx *ent.Tx, before, m *db.Meeting, changes []notice.Change) (notice.Call, error) {
	announced, err := sitting.Announce(ctx, tx.Client, m, tx.Today)
	if err != nil {
		return notice.Call{}, err
	}
	call := announced.Call
	var stale, nothing *fault.Fault
	if in.ExpectedVersion != nil {
		stale = unchanged(*in.ExpectedVersion, before.Version)
	}
	if !announced.Unannounced && len(changes) == 0 {
		nothing = fault.New(fault.NothingToAnnounce)
	}
	return call, refuse(stale, nothing, unposted(in.Place), given("venue", in.Venue, nameLimit),
		lasts(m.StartsAt, m.EndsAt), ahead(m.EndsAt, tx.Now), acknowledged(call, in.Acknowledge))
}
