package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// TakeUpReferralInput is an item that another body referred or recommended, and
// the meeting that is to treat it.
type TakeUpReferralInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	MeetingID    ident.Meeting
	Title        *string
}

// TakeUpReferralPayload names the item of the meeting that treats it.
type TakeUpReferralPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
}

// TakeUpReferral puts what another body referred, or recommended, on the agenda
// of the body that decides it.
func (d *Do) TakeUpReferral(ctx context.Context, in TakeUpReferralInput) (*TakeUpReferralPayload, error) {
	return work(ctx, d, "takeUpReferral", in, in.do)
}

func (in TakeUpReferralInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[TakeUpReferralPayload], error) {
	from, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return nil, err
	}
	t, grant, err := onto(ctx, tx, "takeUpReferral", from.ProposalID, "agendaItemId", in.MeetingID)
	if err != nil {
		return nil, err
	}
	// Locked after its meeting would be out of order; what was referred stays so.
	if err := known(ctx, tx, from.ID, "agendaItemId"); err != nil {
		return nil, err
	}
	line := entry{title: t.proposal.Title, referred: &from.ID, field: "agendaItemId"}
	if in.Title != nil {
		line.title = *in.Title
	}
	faults, err := line.authorize(ctx, tx, t.meeting, t.proposal.Matter, nil, nil)
	if err != nil {
		return nil, err
	}
	unmeant, err := in.receives(ctx, tx, t.meeting, line)
	if err != nil {
		return nil, err
	}
	_, kept := stage.AgendaItem.Next("takeUpReferral", from.Disposition)
	if err := t.admit(ctx, tx, "takeUpReferral", "agendaItemId", append(faults, at(kept, "agendaItemId"), unmeant,
		given("title", in.Title, nameLimit))...); err != nil {
		return nil, err
	}
	if err := in.once(ctx, tx, from); err != nil {
		return nil, err
	}
	item, err := t.enter(ctx, tx, line)
	if err != nil {
		return nil, err
	}
	return ent.Did(TakeUpReferralPayload{AgendaItemID: item.ID}, grant, item.ID, t.meeting.CommunityID, map[string]any{
		"from": from.ID, "meeting": t.meeting.ID, "proposal": t.proposal.ID, "position": item.Position, "authority": item.Authority,
	}), nil
}

// receives refuses a meeting that decides the matter no more than the one that
// referred it.
func (in TakeUpReferralInput) receives(ctx context.Context, tx *ent.Tx, m *db.Meeting, line entry) (*fault.Fault, error) {
	organization, err := tx.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return nil, err
	}
	own, decides := sitting.Authority(m.Kind, organization.Kind)
	if decides && (own == line.authority || rule.Stricter(line.authority, own)) {
		return nil, nil
	}
	return fault.New(fault.NotReferred, "body", organization.Kind, "authority", line.authority).At("meetingId"), nil
}

// once refuses to take up what another meeting has taken up and not cancelled.
func (in TakeUpReferralInput) once(ctx context.Context, tx *ent.Tx, from *db.AgendaItem) error {
	taken, err := tx.AgendaItem.Query().Where(agendaitem.ReferredFromID(from.ID),
		agendaitem.DispositionNEQ(schema.AgendaItemDispositionWithdrawn),
		agendaitem.HasMeetingWith(meeting.StatusNEQ(schema.MeetingStatusCancelled))).First(ctx)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return err
	default:
		return fault.New(fault.AlreadyOnAgenda, "meeting", taken.MeetingID).At("agendaItemId")
	}
}
