package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// tabling is a proposal on its way onto the agenda of a meeting, both of them
// locked.
type tabling struct {
	proposal *db.Proposal
	meeting  *db.Meeting
	status   schema.ProposalStatus // to which the verb leads the proposal
}

// onto locks a proposal, which an input field names, and the meeting that is to
// treat it, and asks the mandate of those who direct the meeting.
func onto(ctx context.Context, tx *ent.Tx, verb string, proposal ident.ID, field string, meeting ident.Meeting) (tabling, mandate.Grant, error) {
	var t tabling
	var none mandate.Grant
	var err error
	if t.proposal, err = need(ctx, lockedProposal(tx, ent.Update), proposal, field); err != nil {
		return t, none, err
	}
	if t.meeting, err = need(ctx, lockedMeeting(tx, ent.Update), meeting.ID, "meetingId"); err != nil {
		return t, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, t.meeting)
	if err != nil {
		return t, none, err
	}
	grant, err := may(ctx, tx, verb, t.meeting.ID, subject)
	return t, grant, err
}

// admit refuses a proposal of another community and, beside what else is wrong, one
// that is not free for an agenda, and a meeting that takes up nothing any more.
func (t *tabling) admit(ctx context.Context, tx *ent.Tx, verb stage.Verb, field string, wrong ...*fault.Fault) error {
	if err := refuse(at(foreign(t.meeting, t.proposal), field)); err != nil {
		return err
	}
	guards, err := sitting.Guards(ctx, tx.Client, t.meeting, tx.Today)
	if err != nil {
		return err
	}
	var busy *fault.Fault
	t.status, busy = stage.Proposal.Next(verb, t.proposal.Status)
	_, over := stage.Meeting.Next("addAgendaItem", t.meeting.Status, guards...)
	return refuse(append(wrong, at(busy, field), at(over, "meetingId"))...)
}

// enter puts the proposal that was admitted at the end of the agenda.
func (t tabling) enter(ctx context.Context, tx *ent.Tx, line entry) (*db.AgendaItem, error) {
	item, err := appended(ctx, tx, t.meeting, t.proposal, line)
	if err != nil {
		return nil, err
	}
	return item, tx.Proposal.UpdateOneID(t.proposal.ID).SetStatus(t.status).Exec(ctx)
}
