package command

import (
	"cmp"
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// GiveOpinionInput is what an organization says about an item on which it was
// asked.
type GiveOpinionInput struct {
	ent.Order
	OpinionID ident.Opinion
	Stance    schema.OpinionStance
	Text      string
}

// GiveOpinionPayload names the opinion.
type GiveOpinionPayload struct {
	fault.Outcome
	OpinionID ident.ID
}

// GiveOpinion answers for an organization, as one of its officers. What comes
// late is kept, and marked as late: the vote did not wait for it.
func (d *Do) GiveOpinion(ctx context.Context, in GiveOpinionInput) (*GiveOpinionPayload, error) {
	return work(ctx, d, "giveOpinion", in, in.do)
}

func (in GiveOpinionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[GiveOpinionPayload], error) {
	row, p, grant, err := in.asked(ctx, tx)
	if err != nil {
		return nil, err
	}
	_, byMeeting := stage.Meeting.Next("giveOpinion", p.meeting.Status)
	_, byItem := stage.AgendaItem.Next("giveOpinion", p.item.Disposition)
	if err := refuse(at(cmp.Or(byMeeting, byItem), "opinionId"), in.open(row), text("text", in.Text, textLimit)); err != nil {
		return nil, err
	}
	late := !tx.Now.Before(row.DueAt)
	err = tx.Opinion.UpdateOneID(row.ID).SetStance(in.Stance).SetText(in.Text).SetGivenAt(tx.Now).SetNillableGivenByID(by(tx)).Exec(ctx)
	tx.Seal("text", in.Text)
	return ent.Did(GiveOpinionPayload{OpinionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": row.AgendaItemID, "organization": row.OrganizationID, "stance": in.Stance, "late": late,
	}), err
}

// asked locks the item on which the organization was asked, and reads what it
// was asked. It asks the mandate of the organization's officers.
func (in GiveOpinionInput) asked(ctx context.Context, tx *ent.Tx) (*db.Opinion, polled, mandate.Grant, error) {
	var p polled
	var none mandate.Grant
	row, err := need(ctx, tx.Opinion.Get, in.OpinionID.ID, "opinionId")
	if err != nil {
		return nil, p, none, err
	}
	if p.item, err = tx.AgendaItem.Get(ctx, row.AgendaItemID); err != nil {
		return nil, p, none, err
	}
	if p.meeting, err = lockedMeeting(tx, ent.Share)(ctx, p.item.MeetingID); err != nil {
		return nil, p, none, err
	}
	if p.item, err = lockedItem(tx, ent.Update)(ctx, p.item.ID); err != nil {
		return nil, p, none, err
	}
	tx.CatchUp(tx.Now)
	// The item is locked now: nobody else answers at the same time.
	if row, err = tx.Opinion.Get(ctx, row.ID); err != nil {
		return nil, p, none, err
	}
	subject, err := ofOrganization(ctx, tx, row.OrganizationID)
	if err != nil {
		return nil, p, none, err
	}
	grant, err := may(ctx, tx, "giveOpinion", row.ID, subject)
	return row, p, grant, err
}

// open refuses to answer twice.
func (in GiveOpinionInput) open(row *db.Opinion) *fault.Fault {
	if row.GivenAt == nil {
		return nil
	}
	return fault.New(fault.OpinionGiven, "since", *row.GivenAt).At("opinionId")
}
