package command_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/attendance"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// there counts who is at a meeting now.
func (c *council) there(m ident.Meeting) int {
	c.Helper()
	n, err := c.store.Read().Attendance.Query().Where(attendance.MeetingID(m.ID), attendance.LeftAtIsNil()).
		Count(ent.Unguarded(c.Context()))
	c.must(err)
	return n
}

// arrive checks somebody in, in the room and in their own name.
func (c *council) arrive(m ident.Meeting, who ident.ID, party ident.LinkageParty) ident.ID {
	c.Helper()
	in := command.CheckInInput{MeetingID: m, Mode: schema.AttendanceModeInPerson}
	if !party.IsZero() {
		in.PartyID = &party
	}
	p, err := c.do.CheckIn(c.as(who), in)
	return done(c.town, p, err).AttendanceID
}

func TestOpenMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.called()
		draft := c.draft(c.joint())
		open := func(id ident.Meeting) command.OpenMeetingInput { return command.OpenMeetingInput{MeetingID: id} }
		c.clock.Set(evening(7).Add(-time.Second))
		refused(c, c.do.OpenMeeting, []refusal[command.OpenMeetingInput]{
			{"a second before its time", c.asSecretary, open(m), []fault.Code{fault.TooEarly}, "meetingId"},
			{"one that was not called", c.asSecretary, open(draft), []fault.Code{fault.WrongState}, ""},
			{"by a party that does not convene", c.asM, open(m), []fault.Code{fault.NotMandated}, ""},
			{"no such meeting", c.asSecretary, open(ident.Meeting{ID: ident.New(ident.KindMeeting, c.store.Now())}), []fault.Code{fault.NotFound}, "meetingId"},
		})
		c.clock.Set(evening(7))
		once(c.town, func(o ent.Order) (*command.OpenMeetingPayload, error) {
			in := open(m)
			in.Order = o
			return c.do.OpenMeeting(c.asSecretary, in)
		})
		is(c, "the meeting", c.meeting(m).Status, schema.MeetingStatusOpen)
		is(c, "its opening", *c.meeting(m).OpenedAt, evening(7))
	})
}

// TestPresidingDirects has somebody preside who holds no office in the branch.
func TestPresidingDirects(t *testing.T) {
	eachCouncil(t, func(c *council) {
		in := c.joint()
		in.ChairID = person(c.chair)
		m := c.draft(in)
		c.item(m, "重划停车线", "PARKING_ORDER")
		_, err := c.do.CallMeeting(c.asChair, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
		refusedWith(c.T, err, fault.NotMandated)
		_, err = c.do.CallMeeting(c.asSecretary, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
		c.must(err)
		c.clock.Set(evening(7))
		_, err = c.do.OpenMeeting(c.asChair, command.OpenMeetingInput{MeetingID: m})
		c.must(err)
	})
}

func TestAdjournAndResume(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		c.arrive(m, c.secretary, c.branchParty)
		c.clock.Pass(time.Hour)
		next := func(starts, ends time.Time) command.AdjournMeetingInput {
			return command.AdjournMeetingInput{MeetingID: m, StartsAt: starts, EndsAt: ends}
		}
		refused(c, c.do.AdjournMeeting, []refusal[command.AdjournMeetingInput]{
			{"it ends before it starts", c.asSecretary, next(evening(9), evening(8)), []fault.Code{fault.EndsBeforeItStarts}, "endsAt"},
			{"to yesterday", c.asSecretary, next(evening(5), evening(6)), []fault.Code{fault.MeetingIsOver}, "endsAt"},
			{"by a party that does not convene", c.asM, next(evening(8), evening(9)), []fault.Code{fault.NotMandated}, ""},
		})
		once(c.town, func(o ent.Order) (*command.AdjournMeetingPayload, error) {
			in := next(evening(8), evening(8).Add(time.Hour))
			in.Order = o
			return c.do.AdjournMeeting(c.asSecretary, in)
		})
		is(c, "the meeting", c.meeting(m).Status, schema.MeetingStatusAdjourned)
		is(c, "who is still there", c.there(m), 0)
		_, err := c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: m})
		refusedWith(c.T, err, fault.TooEarly)
		_, err = c.do.AdjournMeeting(c.asSecretary, next(evening(9), evening(10)))
		refusedWith(c.T, err, fault.WrongState)

		c.clock.Set(evening(8))
		_, err = c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: m})
		c.must(err)
		is(c, "the first opening", *c.meeting(m).OpenedAt, evening(7))
		c.arrive(m, c.secretary, c.branchParty)
		is(c, "who is there again", c.there(m), 1)
	})
}

// Everybody leaves a meeting that is interrupted, so nobody interrupts a vote.
func TestAdjournWhileAVoteRuns(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, item := c.opened()
		running := c.vote(item, schema.VoteStatusOpen)
		next := command.AdjournMeetingInput{MeetingID: m, StartsAt: evening(8), EndsAt: evening(9)}
		refused(c, c.do.AdjournMeeting, []refusal[command.AdjournMeetingInput]{
			{"a vote runs", c.asSecretary, next, []fault.Code{fault.VoteStillOpen}, "meetingId"},
		})
		c.turn(running, schema.VoteStatusClosed)
		p, err := c.do.AdjournMeeting(c.asSecretary, next)
		done(c.town, p, err)
	})
}

func TestCloseMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, first := c.opened()
		second := c.item(m, "门禁改造", "SAFETY_AND_ORDER")
		c.arrive(m, c.secretary, c.branchParty)
		running := c.vote(first, schema.VoteStatusOpen)
		unheld := c.vote(second, schema.VoteStatusNoticed)
		shut := func(carry bool) command.CloseMeetingInput {
			return command.CloseMeetingInput{MeetingID: m, CarryOver: carry}
		}
		refused(c, c.do.CloseMeeting, []refusal[command.CloseMeetingInput]{
			{"a vote runs and an item is pending", c.asSecretary, shut(false), []fault.Code{fault.VoteStillOpen, fault.ItemsPending}, "meetingId"},
			{"a vote runs", c.asSecretary, shut(true), []fault.Code{fault.VoteStillOpen}, "meetingId"},
			{"by a party that does not convene", c.asM, shut(true), []fault.Code{fault.NotMandated}, ""},
		})

		// The vote came to a result: its item waits for the resolution.
		c.turn(running, schema.VoteStatusClosed)
		c.verdict(running, schema.VerdictOutcomeAdopted)
		_, err := c.do.CloseMeeting(c.asSecretary, shut(false))
		refusedWith(c.T, err, fault.ItemsPending)
		if text := err.Error(); !strings.Contains(text, "2. 门禁改造") || strings.Contains(text, "重划停车线") {
			c.Errorf("refused with %s", text)
		}
		closed := once(c.town, func(o ent.Order) (*command.CloseMeetingPayload, error) {
			in := shut(true)
			in.Order = o
			return c.do.CloseMeeting(c.asSecretary, in)
		})
		if !slices.Equal(closed.CarriedOverIDs, []ident.ID{second.ID}) {
			c.Errorf("put off %v, want %v", closed.CarriedOverIDs, second)
		}
		row := c.meeting(m)
		is(c, "the meeting", row.Status, schema.MeetingStatusClosed)
		is(c, "its closing", *row.ClosedAt, c.store.Now())
		is(c, "who is still there", c.there(m), 0)
		is(c, "the item voted on", c.agendaItem(first).Disposition, schema.AgendaItemDispositionPending)
		is(c, "the item put off", c.agendaItem(second).Disposition, schema.AgendaItemDispositionCarriedOver)
		is(c, "its vote", get(c.town, c.store.Read().Vote.Get, unheld).Status, schema.VoteStatusVoid)
		_, err = c.do.CloseMeeting(c.asSecretary, shut(true))
		refusedWith(c.T, err, fault.WrongState)
	})
}

// TestCloseWithoutQuorum closes a meeting in which a vote came to nothing: its
// item is not settled by it.
func TestCloseWithoutQuorum(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, item := c.opened()
		vote := c.vote(item, schema.VoteStatusFinal)
		c.verdict(vote, schema.VerdictOutcomeNotQuorate)
		_, err := c.do.CloseMeeting(c.asSecretary, command.CloseMeetingInput{MeetingID: m})
		refusedWith(c.T, err, fault.ItemsPending)
		_, err = c.do.CloseMeeting(c.asSecretary, command.CloseMeetingInput{MeetingID: m, CarryOver: true})
		c.must(err)
		is(c, "the item", c.agendaItem(item).Disposition, schema.AgendaItemDispositionCarriedOver)
		is(c, "its vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusFinal)
	})
}

// turn puts a vote into another state.
func (c *council) turn(vote ident.ID, status schema.VoteStatus) {
	c.Helper()
	c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return vote, tx.Vote.UpdateOneID(vote).SetStatus(status).Exec(ctx)
	})
}
