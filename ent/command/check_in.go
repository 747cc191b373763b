package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// CheckInInput is who arrives at a meeting, how, and for which party.
type CheckInInput struct {
	ent.Order
	MeetingID ident.Meeting
	PersonID  *ident.Person
	PartyID   *ident.LinkageParty
	Mode      schema.AttendanceMode
}

// CheckInPayload names the stay that begins.
type CheckInPayload struct {
	fault.Outcome
	AttendanceID ident.ID
}

// CheckIn records that somebody is there from now on. Those who meet check
// themselves in; guests are checked in by the officers or by whoever presides.
// Somebody who sits for two parties checks in for each.
func (d *Do) CheckIn(ctx context.Context, in CheckInInput) (*CheckInPayload, error) {
	return work(ctx, d, "checkIn", in, in.do)
}

func (in CheckInInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CheckInPayload], error) {
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
	party, wrongParty, err := in.party(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	standing, err := sitting.StandingOf(ctx, tx.Client, m, party, person, tx.Today)
	if err != nil {
		return nil, err
	}
	grant, err := admitted(ctx, tx, m, person)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Meeting.Next("checkIn", m.Status)
	if err := refuse(at(wrong, "meetingId"), in.mode(m), wrongParty, in.represents(tx, party, standing)); err != nil {
		return nil, err
	}
	if err := in.there(ctx, tx, m, person); err != nil {
		return nil, err
	}
	row, err := tx.Attendance.Create().SetNillableCommunityID(m.CommunityID).SetMode(in.Mode).SetArrivedAt(tx.Now).
		SetVotes(standing.Votes).SetMeetingID(m.ID).SetPersonID(person).SetNillablePartyID(pointer(in.PartyID)).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("person", person.String())
	return ent.Did(CheckInPayload{AttendanceID: row.ID}, grant, row.ID, m.CommunityID, map[string]any{
		"meeting": m.ID, "party": in.PartyID, "mode": in.Mode, "votes": standing.Votes,
	}), nil
}

// oneself is the person that the field personId names, or the viewer.
func oneself(ctx context.Context, tx *ent.Tx, named *ident.Person) (ident.ID, error) {
	person := tx.Viewer.Person
	if named != nil {
		person = named.ID
	}
	if person.IsZero() {
		return person, fault.New(fault.Blank).At("personId")
	}
	_, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), person, "personId")
	return person, err
}

// party is the party that the field partyId names. It must be one of the
// linkage that meets, today.
func (in CheckInInput) party(ctx context.Context, tx *ent.Tx, m *db.Meeting) (*db.LinkageParty, *fault.Fault, error) {
	if in.PartyID == nil {
		return nil, nil, nil
	}
	party, err := need(ctx, tx.LinkageParty.Get, in.PartyID.ID, "partyId")
	if err != nil {
		return nil, nil, err
	}
	if m.LinkageID == nil || *m.LinkageID != party.LinkageID {
		return party, fault.New(fault.PartyNotExpected).At("partyId"), nil
	}
	return party, existsOn(tx.Today, party.From, party.To, "partyId"), nil
}

// admitted asks the mandate. Somebody who is not of those who meet does not
// check themselves in.
func admitted(ctx context.Context, tx *ent.Tx, m *db.Meeting, person ident.ID) (mandate.Grant, error) {
	subject, err := sitting.OfAttendance(ctx, tx.Client, tx.Today, m, person)
	if err != nil {
		return mandate.Grant{}, err
	}
	grant, err := may(ctx, tx, "checkIn", m.ID, subject)
	if refused, ok := fault.Of(err); ok && refused[0].Code == fault.NotMandated && person == tx.Viewer.Person {
		return grant, fault.New(fault.NotAdmitted)
	}
	return grant, err
}

// offered are the ways in which somebody may attend, by the form of the meeting.
var offered = map[schema.MeetingForm][]schema.AttendanceMode{
	schema.MeetingFormInPerson: {schema.AttendanceModeInPerson},
	schema.MeetingFormRemote:   {schema.AttendanceModeRemote},
	schema.MeetingFormHybrid:   {schema.AttendanceModeInPerson, schema.AttendanceModeRemote},
}

// mode refuses a way of attending that the form of the meeting does not offer.
func (in CheckInInput) mode(m *db.Meeting) *fault.Fault {
	if nobody := sitting.Unattended(m); nobody != nil {
		return nobody.At("meetingId")
	}
	if slices.Contains(offered[m.Form], in.Mode) {
		return nil
	}
	return fault.New(fault.ModeNotOffered, "form", m.Form, "mode", in.Mode).At("mode")
}

// represents refuses somebody who comes for a party without being of it.
func (in CheckInInput) represents(tx *ent.Tx, party *db.LinkageParty, standing sitting.Standing) *fault.Fault {
	if party == nil || standing.Belongs {
		return nil
	}
	return fault.New(fault.NotForTheParty, "day", tx.Today).At("personId")
}

// there refuses somebody who is there already in the same capacity.
func (in CheckInInput) there(ctx context.Context, tx *ent.Tx, m *db.Meeting, person ident.ID) error {
	capacity := attendance.PartyIDIsNil()
	if in.PartyID != nil {
		capacity = attendance.PartyID(in.PartyID.ID)
	}
	row, err := tx.Attendance.Query().Where(attendance.MeetingID(m.ID), attendance.PersonID(person),
		attendance.LeftAtIsNil(), capacity).Only(ctx)
	if db.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.New(fault.AlreadyCheckedIn, "since", row.ArrivedAt).At("personId")
}
