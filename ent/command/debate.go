package command

import (
	"cmp"
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/debate"
	"sifang/ent/sitting"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// debated is an item in a sitting, with somebody who takes part in its debate.
// The item is locked for the verb alone: what is said and moved on it has an
// order.
type debated struct {
	meeting *db.Meeting
	item    *db.AgendaItem
	person  ident.ID
	stays   []*db.Attendance // in which the person is there now
}

// debating locks an item of a sitting and asks the mandate of those who direct
// the meeting, and of the person, if they are of those who meet or are there.
func debating(ctx context.Context, tx *ent.Tx, verb string, id ident.ID, person ident.ID) (debated, mandate.Grant, error) {
	d := debated{person: person}
	var none mandate.Grant
	item, err := tx.AgendaItem.Get(ctx, id)
	if err != nil {
		return d, none, err
	}
	if d.meeting, err = lockedMeeting(tx, ent.Share)(ctx, item.MeetingID); err != nil {
		return d, none, err
	}
	if d.item, err = lockedItem(tx, ent.Update)(ctx, id); err != nil {
		return d, none, err
	}
	tx.CatchUp(tx.Now)
	if d.stays, err = tx.Attendance.Query().Where(attendance.MeetingID(d.meeting.ID), attendance.PersonID(person),
		attendance.LeftAtIsNil()).Order(db.Asc(attendance.FieldID)).All(ctx); err != nil {
		return d, none, err
	}
	subject, err := sitting.OfAttendance(ctx, tx.Client, tx.Today, d.meeting, person)
	if err != nil {
		return d, none, err
	}
	if len(d.stays) > 0 {
		subject.Persons = []ident.ID{person}
	}
	grant, err := may(ctx, tx, verb, d.item.ID, subject)
	return d, grant, err
}

// wrong is why a verb is not possible as the meeting and the item stand.
func (d debated) wrong(verb stage.Verb) *fault.Fault {
	_, byMeeting := stage.Meeting.Next(verb, d.meeting.Status)
	_, byItem := stage.AgendaItem.Next(verb, d.item.Disposition)
	return cmp.Or(sitting.Unattended(d.meeting), byMeeting, byItem)
}

// takesPart refuses who is not there (NOT_CHECKED_IN), and who steps aside on the
// item (STEPS_ASIDE).
func (d debated) takesPart(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	if len(d.stays) == 0 {
		return fault.New(fault.NotCheckedIn).At("personId"), nil
	}
	aside, err := debate.StepsAside(ctx, tx.Client, d.person, d.item.ID)
	return at(aside[d.item.ID], "personId"), err
}

// moves refuses what takesPart refuses, and who is there without a vote
// (WITHOUT_VOTE).
func (d debated) moves(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	wrong, err := d.takesPart(ctx, tx)
	if wrong != nil || err != nil {
		return wrong, err
	}
	for _, s := range d.stays {
		if s.Votes {
			return nil, nil
		}
	}
	return fault.New(fault.WithoutVote).At("personId"), nil
}

// presides refuses that the viewer directs what concerns an item on which they
// step aside.
func presides(ctx context.Context, tx *ent.Tx, item ident.ID, field string) (*fault.Fault, error) {
	aside, err := debate.StepsAside(ctx, tx.Client, tx.Viewer.Person, item)
	return at(aside[item], field), err
}
