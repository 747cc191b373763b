package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/power"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// CheckOutInput is who leaves a meeting.
type CheckOutInput struct {
	ent.Order
	MeetingID ident.Meeting
	PersonID  *ident.Person
}

// CheckOutPayload names the stays that end.
type CheckOutPayload struct {
	fault.Outcome
	AttendanceIDs []ident.ID
}

// CheckOut records that somebody left, in every capacity in which they were
// there: nobody leaves a room for one party and stays in it for another.
func (d *Do) CheckOut(ctx context.Context, in CheckOutInput) (*CheckOutPayload, error) {
	return work(ctx, d, "checkOut", in, in.do)
}

func (in CheckOutInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CheckOutPayload], error) {
	person, err := oneself(ctx, tx, in.PersonID)
	if err != nil {
		return nil, err
	}
	m, err := need(ctx, lockedMeeting(tx, ent.Share), in.MeetingID.ID, "meetingId")
	if err != nil {
		return nil, err
	}
	if err := afterTheOpening(ctx, tx, m.ID); err != nil {
		return nil, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, err
	}
	subject.Persons = []ident.ID{person}
	grant, err := may(ctx, tx, "checkOut", m.ID, subject)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Meeting.Next("checkOut", m.Status)
	if err := refuse(at(wrong, "meetingId")); err != nil {
		return nil, err
	}
	stays, err := tx.Attendance.Query().Where(attendance.MeetingID(m.ID), attendance.PersonID(person),
		attendance.LeftAtIsNil(), ent.Update).Order(db.Asc(attendance.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(stays) == 0 {
		return nil, fault.New(fault.NotCheckedIn).At("personId")
	}
	ended := make([]ident.ID, len(stays))
	for i, stay := range stays {
		ended[i] = stay.ID
		if err := tx.Attendance.UpdateOneID(stay.ID).SetLeftAt(tx.Now).Exec(ctx); err != nil {
			return nil, err
		}
	}
	tx.Seal("person", person.String())
	return ent.Did(CheckOutPayload{AttendanceIDs: ended}, grant, m.ID, m.CommunityID, map[string]any{
		"attendances": ended,
	}), nil
}
