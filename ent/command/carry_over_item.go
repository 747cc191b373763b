package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// CarryOverItemInput is an item to be put off, and the meeting that is to take
// it up, if it is being prepared already.
type CarryOverItemInput struct {
	ent.Order
	AgendaItemID  ident.AgendaItem
	NextMeetingID *ident.Meeting
	Note          *string
}

// CarryOverItemPayload names the item put off and the one that continues it.
type CarryOverItemPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
	ContinuedID  *ident.ID
}

// CarryOverItem puts an item off to a later meeting of the same body. Without
// such a meeting its proposal waits, and whoever puts it on that agenda later
// continues the item.
func (d *Do) CarryOverItem(ctx context.Context, in CarryOverItemInput) (*CarryOverItemPayload, error) {
	return work(ctx, d, "carryOverItem", in, in.do)
}

func (in CarryOverItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CarryOverItemPayload], error) {
	var named []ident.ID
	var guards []stage.Guard
	if in.NextMeetingID != nil {
		named, guards = []ident.ID{in.NextMeetingID.ID}, []stage.Guard{stage.NextMeetingNamed}
	}
	t, meetings, grant, err := treated(ctx, tx, "carryOverItem", in.AgendaItemID, named...)
	if err != nil {
		return nil, err
	}
	s, faults, err := t.settle(ctx, tx, "carryOverItem", guards...)
	if err != nil {
		return nil, err
	}
	var next *db.Meeting
	if in.NextMeetingID != nil {
		if next = meetings[in.NextMeetingID.ID]; next == nil {
			return nil, fault.New(fault.NotFound, "kind", ident.KindMeeting).At("nextMeetingId")
		}
		faults = append(faults, t.continuable(next))
	}
	busy, err := t.elsewhere(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(faults, busy, given("note", in.Note, reasonLimit))...); err != nil {
		return nil, err
	}
	s.note = in.Note
	if err := s.write(ctx, tx); err != nil {
		return nil, err
	}
	continued, err := t.continued(ctx, tx, next)
	if err != nil {
		return nil, err
	}
	facts := s.facts()
	facts["continued"] = continued
	return ent.Did(CarryOverItemPayload{AgendaItemID: t.item.ID, ContinuedID: continued}, grant, t.item.ID, t.item.CommunityID, facts), nil
}

// continuable refuses a meeting that cannot take the item up: one of another
// body, or one that is not being prepared.
func (t treatment) continuable(next *db.Meeting) *fault.Fault {
	if _, wrong := stage.Meeting.Next("addAgendaItem", next.Status); wrong != nil {
		return wrong.At("nextMeetingId")
	}
	same := next.OrganizationID == t.meeting.OrganizationID && next.LinkageID == nil && t.meeting.LinkageID == nil
	linked := next.LinkageID != nil && t.meeting.LinkageID != nil && *next.LinkageID == *t.meeting.LinkageID
	if !same && !linked {
		return fault.New(fault.OtherBody).At("nextMeetingId")
	}
	return nil
}

// elsewhere refuses to continue an item whose proposal stands, pending, on
// another agenda by now, as one of a cancelled meeting may.
func (t treatment) elsewhere(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	if t.proposal.Status != schema.ProposalStatusOnAgenda {
		return nil, nil
	}
	other, err := tx.AgendaItem.Query().Where(agendaitem.ProposalID(t.proposal.ID), agendaitem.IDNEQ(t.item.ID),
		agendaitem.DispositionEQ(schema.AgendaItemDispositionPending),
		agendaitem.HasMeetingWith(meeting.StatusNEQ(schema.MeetingStatusCancelled))).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.AlreadyOnAgenda, "meeting", other.MeetingID).At("agendaItemId"), nil
}

// continued puts the proposal on the agenda of the next meeting, if one is
// named. Who may decide it is asked anew, but what was made stricter stays so.
func (t treatment) continued(ctx context.Context, tx *ent.Tx, next *db.Meeting) (*ident.ID, error) {
	if next == nil {
		return nil, nil
	}
	line := entry{title: t.item.Title, from: &t.item.ID, field: "nextMeetingId"}
	faults, err := line.authorize(ctx, tx, next, t.proposal.Matter, nil, nil)
	if err != nil {
		return nil, err
	}
	if err := refuse(faults...); err != nil {
		return nil, err
	}
	if rule.Stricter(line.authority, t.item.Authority) {
		line.authority, line.reason = t.item.Authority, t.item.AuthorityReason
	}
	item, err := appended(ctx, tx, next, t.proposal, line)
	if err != nil {
		return nil, err
	}
	return &item.ID, nil
}
