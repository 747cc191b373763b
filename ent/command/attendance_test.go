package command_test

import (
	"sync"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestCheckIn(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		came := once(c.town, func(o ent.Order) (*command.CheckInPayload, error) {
			return c.do.CheckIn(c.asChair, command.CheckInInput{Order: o, MeetingID: m, PartyID: &c.ownersParty, Mode: schema.AttendanceModeInPerson})
		})
		stay := get(c.town, c.store.Read().Attendance.Get, came.AttendanceID)
		is(c, "who came", stay.PersonID, c.chair)
		is(c, "for whom", *stay.PartyID, c.ownersParty.ID)
		is(c, "when", stay.ArrivedAt, c.store.Now())
		is(c, "whether that counts", stay.Votes, true)
		// Who was at a meeting is not for everybody to read.
		c.seen(func(d *db.Client) counted { return d.Attendance.Query() }, 0, 1)

		// The same person may also come for nobody, but then does not count.
		alone := get(c.town, c.store.Read().Attendance.Get, c.arrive(m, c.secretary, ident.LinkageParty{}))
		is(c, "whether a guest counts", alone.Votes, false)

		// Guests are let in by those who direct the meeting.
		guest := c.person("街道干部")
		p, err := c.do.CheckIn(c.asSecretary, command.CheckInInput{MeetingID: m, PersonID: person(guest), Mode: schema.AttendanceModeInPerson})
		is(c, "whether a guest counts", get(c.town, c.store.Read().Attendance.Get, done(c.town, p, err).AttendanceID).Votes, false)
	})
}

func TestCheckInRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		waiting, _ := c.called()
		m, _ := c.opened()
		c.arrive(m, c.chair, c.ownersParty)
		stranger := c.person("路人")
		input := func(change func(*command.CheckInInput)) command.CheckInInput {
			in := command.CheckInInput{MeetingID: m, PartyID: &c.ownersParty, Mode: schema.AttendanceModeInPerson}
			change(&in)
			return in
		}
		plain := func(*command.CheckInInput) {}
		refused(c, c.do.CheckIn, []refusal[command.CheckInInput]{
			{"twice", c.asChair, input(plain), []fault.Code{fault.AlreadyCheckedIn}, "personId"},
			{"remotely", c.asDirector, input(func(in *command.CheckInInput) { in.PartyID, in.Mode = &c.residentsParty, schema.AttendanceModeRemote }),
				[]fault.Code{fault.ModeNotOffered}, "mode"},
			{"before it was opened", c.asDirector, input(func(in *command.CheckInInput) { in.MeetingID, in.PartyID = waiting, &c.residentsParty }),
				[]fault.Code{fault.WrongState}, "meetingId"},
			{"for a party that is not theirs", c.asM, input(plain), []fault.Code{fault.NotForTheParty}, "personId"},
			{"a stranger", c.as(stranger), input(func(in *command.CheckInInput) { in.PartyID = nil }), []fault.Code{fault.NotAdmitted}, ""},
			{"somebody else, without an office", c.asM, input(func(in *command.CheckInInput) { in.PersonID, in.PartyID = person(c.director), &c.residentsParty }),
				[]fault.Code{fault.NotMandated}, ""},
			{"the operator, who is nobody", c.operator, input(plain), []fault.Code{fault.Blank}, "personId"},
			{"nobody known", c.asSecretary, input(func(in *command.CheckInInput) { in.PersonID = person(ident.New(ident.KindPerson, c.store.Now())) }),
				[]fault.Code{fault.NotFound}, "personId"},
			{"no such party", c.asChair, input(func(in *command.CheckInInput) {
				in.PartyID = &ident.LinkageParty{ID: ident.New(ident.KindLinkageParty, c.store.Now())}
			}), []fault.Code{fault.NotFound}, "partyId"},
			{"no such meeting", c.asChair, input(func(in *command.CheckInInput) { in.MeetingID.ID = ident.New(ident.KindMeeting, c.store.Now()) }),
				[]fault.Code{fault.NotFound}, "meetingId"},
		})
	})
}

// TestFormsAndModes is which way of attending each form of meeting offers, at a
// meeting of a committee, which has no parties.
func TestFormsAndModes(t *testing.T) {
	eachCouncil(t, func(c *council) {
		here, far := schema.AttendanceModeInPerson, schema.AttendanceModeRemote
		for form, want := range map[schema.MeetingForm]map[schema.AttendanceMode]fault.Code{
			schema.MeetingFormInPerson: {here: "", far: fault.ModeNotOffered},
			schema.MeetingFormRemote:   {here: fault.ModeNotOffered, far: ""},
			schema.MeetingFormHybrid:   {here: "", far: ""},
			schema.MeetingFormWritten:  {here: fault.NoSitting, far: fault.NoSitting},
		} {
			in := c.session()
			in.Form, in.StartsAt = form, c.store.Now()
			m := c.draft(in)
			called, err := c.do.CallMeeting(c.asChair, command.CallMeetingInput{
				MeetingID: m, Place: "公告栏", Acknowledge: []schema.WarningCode{schema.WarningCodeNoAgenda},
			})
			done(c.town, called, err)
			opened, err := c.do.OpenMeeting(c.asChair, command.OpenMeetingInput{MeetingID: m})
			done(c.town, opened, err)
			for mode, code := range want {
				_, err := c.do.CheckIn(c.asChair, command.CheckInInput{MeetingID: m, Mode: mode})
				if code != "" {
					refusedWith(c.T, err, code)
					continue
				}
				c.must(err)
				left, err := c.do.CheckOut(c.asChair, command.CheckOutInput{MeetingID: m})
				done(c.town, left, err)
			}
			_, err = c.do.CheckIn(c.asChair, command.CheckInInput{MeetingID: m, PartyID: &c.ownersParty, Mode: here})
			switch form {
			case schema.MeetingFormWritten:
				refusedWith(c.T, err, fault.NoSitting, fault.PartyNotExpected)
			case schema.MeetingFormRemote:
				refusedWith(c.T, err, fault.ModeNotOffered, fault.PartyNotExpected)
			default:
				refusedWith(c.T, err, fault.PartyNotExpected)
			}
		}
	})
}

func TestCheckOut(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		c.seat(c.secretary, c.owners, schema.PostCategoryMember)
		first, second := c.arrive(m, c.secretary, c.branchParty), c.arrive(m, c.secretary, c.ownersParty)
		c.arrive(m, c.director, c.residentsParty)
		c.clock.Pass(time.Minute)
		refused(c, c.do.CheckOut, []refusal[command.CheckOutInput]{
			{"who is not there", c.asChair, command.CheckOutInput{MeetingID: m}, []fault.Code{fault.NotCheckedIn}, "personId"},
			{"somebody else, without an office", c.asM, command.CheckOutInput{MeetingID: m, PersonID: person(c.director)}, []fault.Code{fault.NotMandated}, ""},
			{"no such meeting", c.asChair, command.CheckOutInput{MeetingID: ident.Meeting{ID: ident.New(ident.KindMeeting, c.store.Now())}}, []fault.Code{fault.NotFound}, "meetingId"},
		})
		left := once(c.town, func(o ent.Order) (*command.CheckOutPayload, error) {
			return c.do.CheckOut(c.asSecretary, command.CheckOutInput{Order: o, MeetingID: m})
		})
		is(c, "stays ended", len(left.AttendanceIDs), 2)
		for _, id := range []ident.ID{first, second} {
			is(c, "when they left", *get(c.town, c.store.Read().Attendance.Get, id).LeftAt, c.store.Now())
		}
		is(c, "who is still there", c.there(m), 1)
		out, err := c.do.CheckOut(c.asSecretary, command.CheckOutInput{MeetingID: m, PersonID: person(c.director)})
		done(c.town, out, err)
		c.arrive(m, c.secretary, c.branchParty) // and comes back
		is(c, "who is there now", c.there(m), 1)

		closed, err := c.do.CloseMeeting(c.asSecretary, command.CloseMeetingInput{MeetingID: m, CarryOver: true})
		done(c.town, closed, err)
		_, err = c.do.CheckOut(c.asSecretary, command.CheckOutInput{MeetingID: m})
		refusedWith(c.T, err, fault.WrongState)
	})
}

// TestCheckInAtOnce presses the button many times at once: somebody is there
// once, and every further press is refused by name.
func TestCheckInAtOnce(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		var all sync.WaitGroup
		errs := make([]error, 8)
		for i := range errs {
			all.Go(func() {
				_, errs[i] = c.do.CheckIn(c.asChair, command.CheckInInput{MeetingID: m, PartyID: &c.ownersParty, Mode: schema.AttendanceModeInPerson})
			})
		}
		all.Wait()
		in := 0
		for _, err := range errs {
			if err == nil {
				in++
				continue
			}
			refusedWith(c.T, err, fault.AlreadyCheckedIn)
		}
		is(c, "who got in", in, 1)
		is(c, "who is there", c.there(m), 1)
	})
}
