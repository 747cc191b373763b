package command_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/publication"
	"sifang/ent/sitting"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// notices are the postings of a meeting, the first one first.
func (c *council) notices(m ident.Meeting) []*db.Publication {
	c.Helper()
	rows, err := c.store.Read().Publication.Query().Where(publication.MeetingID(m.ID)).
		Order(db.Asc(publication.FieldID)).All(c.visitor)
	c.must(err)
	return rows
}

// flags asserts which warnings stay with the meeting.
func (c *council) flags(m ident.Meeting, want ...string) {
	c.Helper()
	if got := c.meeting(m).Acknowledged; !slices.Equal(got, want) {
		c.Errorf("the meeting is flagged %v, want %v", got, want)
	}
}

func TestCallMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m := c.draft(c.joint())
		item := c.item(m, "重划停车线", "PARKING_ORDER")
		vote := c.vote(item, schema.VoteStatusDraft)
		everything := []func(*db.Client) counted{
			func(d *db.Client) counted { return d.Meeting.Query() },
			func(d *db.Client) counted { return d.AgendaItem.Query() },
			func(d *db.Client) counted { return d.Proposal.Query() },
			func(d *db.Client) counted { return d.Vote.Query() },
		}
		for _, query := range everything {
			c.seen(query, 0, 1)
		}
		called := once(c.town, func(o ent.Order) (*command.CallMeetingPayload, error) {
			return c.do.CallMeeting(c.asSecretary, command.CallMeetingInput{Order: o, MeetingID: m, Place: "公告栏"})
		})
		for _, query := range everything {
			c.seen(query, 1, 1)
		}
		row := c.meeting(m)
		is(c, "the meeting", row.Status, schema.MeetingStatusCalled)
		is(c, "its notice", *row.NoticedAt, c.store.Now())
		c.flags(m)
		is(c, "the vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusNoticed)
		hung := get(c.town, c.store.Read().Publication.Get, called.PublicationID)
		is(c, "what was posted", hung.Kind, schema.PublicationKindNotice)
		is(c, "until", hung.Until, *on("2026-06-08"))
		is(c, "for", hung.MinimumDays, 7)
		for _, words := range []string{"三湘鑫苑四方联动", "新塘里社区党总支", "2026年6月8日（星期一）19:00至21:00", "社区议事厅", "1. 重划停车线——决定权：联席会议"} {
			if !strings.Contains(hung.Text, words) {
				c.Errorf("the notice does not say %q:\n%s", words, hung.Text)
			}
		}
	})
}

// TestCallTooLate posts a notice with two clear days where three are due.
func TestCallTooLate(t *testing.T) {
	eachCouncil(t, func(c *council) {
		in := c.joint()
		in.StartsAt, in.EndsAt, in.Venue, in.ChairID = evening(3), evening(3).Add(time.Hour), nil, nil
		m := c.draft(in)
		call := command.CallMeetingInput{MeetingID: m, Place: "公告栏"}
		warned, err := asked(c.asSecretary, view.Now(c.store).Warnings, c.store.Read().Meeting.Get, m.ID)
		c.must(err)
		all := []schema.WarningCode{schema.WarningCodeNoticeTooShort, schema.WarningCodeNoAgenda, schema.WarningCodeNoChair, schema.WarningCodeNoVenue}
		if !slices.Equal(warned, all) {
			c.Errorf("it warns of %v, want %v", warned, all)
		}
		before := c.standing()
		_, err = c.do.CallMeeting(c.asSecretary, call)
		refusedWith(c.T, err, fault.AcknowledgementReqd)
		told := map[string]string{}
		faults, _ := fault.Of(err)
		for _, f := range faults[0].Facts {
			told[f.Name] = f.Text(fault.English)
		}
		want := map[string]string{
			"warnings": "NOTICE_TOO_SHORT, NO_AGENDA, NO_CHAIR, NO_VENUE", "noticeDays": "3", "given": "2", "earliest": "2026-06-05",
		}
		for name, value := range want {
			is(c, name, told[name], value)
		}
		call.Acknowledge = all[:3]
		_, err = c.do.CallMeeting(c.asSecretary, call)
		refusedWith(c.T, err, fault.AcknowledgementReqd)
		if after := c.standing(); !slices.Equal(before, after) {
			c.Errorf("the refusals changed %v to %v", before, after)
		}
		call.Acknowledge = all
		_, err = c.do.CallMeeting(c.asSecretary, call)
		c.must(err)
		c.flags(m, "NOTICE_TOO_SHORT", "NO_AGENDA", "NO_CHAIR", "NO_VENUE")
		flagged := sitting.Acknowledged(c.meeting(m))
		if !slices.Equal(flagged, all) {
			c.Errorf("a visitor reads %v, want %v", flagged, all)
		}
	})
}

func TestCallMeetingRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		called, _ := c.called()
		m := c.draft(c.joint())
		past := c.joint()
		past.StartsAt, past.EndsAt = evening(-7), evening(-6)
		over := c.draft(past)
		known := []schema.WarningCode{schema.WarningCodeNoAgenda, schema.WarningCodeNoticeTooShort}
		input := func(id ident.Meeting, place string) command.CallMeetingInput {
			return command.CallMeetingInput{MeetingID: id, Place: place, Acknowledge: known}
		}
		refused(c, c.do.CallMeeting, []refusal[command.CallMeetingInput]{
			{"twice", c.asSecretary, input(called, "公告栏"), []fault.Code{fault.WrongState}, ""},
			{"no such meeting", c.asSecretary, input(ident.Meeting{ID: ident.New(ident.KindMeeting, c.store.Now())}, "公告栏"), []fault.Code{fault.NotFound}, "meetingId"},
			{"posted nowhere", c.asSecretary, input(m, ""), []fault.Code{fault.Blank}, "place"},
			{"it is over", c.asSecretary, input(over, "公告栏"), []fault.Code{fault.MeetingIsOver}, ""},
			{"by a party that does not convene", c.asM, input(m, "公告栏"), []fault.Code{fault.NotMandated}, ""},
		})
	})
}

// TestAmendNotice adds an item and moves the meeting to another room after it
// was called.
func TestAmendNotice(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, first := c.called()
		firstNoticed := *c.agendaItem(first).NoticedAt
		c.clock.Pass(24 * time.Hour)
		second := c.item(m, "大堂出租广告位", "COMMON_PARTS_BUSINESS")
		vote := c.vote(second, schema.VoteStatusDraft)
		c.seen(func(d *db.Client) counted { return d.AgendaItem.Query() }, 1, 2)
		warned, err := asked(c.asSecretary, view.Now(c.store).Warnings, c.store.Read().Meeting.Get, m.ID)
		c.must(err)
		if !slices.Equal(warned, []schema.WarningCode{schema.WarningCodeItemNotNoticed}) {
			c.Errorf("it warns of %v", warned)
		}
		amended := once(c.town, func(o ent.Order) (*command.AmendNoticePayload, error) {
			return c.do.AmendNotice(c.asSecretary, command.AmendNoticeInput{Order: o, MeetingID: m, Venue: new("党群服务中心"), Place: "公告栏"})
		})
		c.seen(func(d *db.Client) counted { return d.AgendaItem.Query() }, 2, 2)
		is(c, "the first item's notice", *c.agendaItem(first).NoticedAt, firstNoticed)
		is(c, "the second item's notice", *c.agendaItem(second).NoticedAt, c.store.Now())
		is(c, "the new vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusNoticed)
		is(c, "the meeting's first notice", *c.meeting(m).NoticedAt, firstNoticed)
		c.flags(m)
		hung := get(c.town, c.store.Read().Publication.Get, amended.PublicationID)
		is(c, "what was posted", hung.Kind, schema.PublicationKindAmendedNotice)
		is(c, "notices", len(c.notices(m)), 2)
		for _, words := range []string{"本通知变更：会议地点", "地点：党群服务中心", "1. 重划停车线——", "2. 大堂出租广告位（新增）——决定权：业主大会"} {
			if !strings.Contains(hung.Text, words) {
				c.Errorf("the notice does not say %q:\n%s", words, hung.Text)
			}
		}
	})
}

// TestAmendTooLate adds an item the day before; a later day then mends it.
func TestAmendTooLate(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.called()
		c.clock.Set(evening(6))
		c.item(m, "大堂出租广告位", "COMMON_PARTS_BUSINESS")
		amend := command.AmendNoticeInput{MeetingID: m, Place: "公告栏"}
		_, err := c.do.AmendNotice(c.asSecretary, amend)
		refusedWith(c.T, err, fault.AcknowledgementReqd)
		amend.Acknowledge = []schema.WarningCode{schema.WarningCodeNoticeTooShort}
		_, err = c.do.AmendNotice(c.asSecretary, amend)
		c.must(err)
		c.flags(m, "NOTICE_TOO_SHORT")

		// Another place does not make the notice earlier, another day does.
		amend.Venue = new("党群服务中心")
		_, err = c.do.AmendNotice(c.asSecretary, amend)
		c.must(err)
		c.flags(m, "NOTICE_TOO_SHORT")
		_, err = c.do.AmendNotice(c.asSecretary, command.AmendNoticeInput{
			MeetingID: m, StartsAt: new(evening(20)), EndsAt: new(evening(20).Add(time.Hour)), Place: "公告栏",
		})
		c.must(err)
		c.flags(m)
	})
}

func TestAmendNoticeRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.called()
		draft := c.draft(c.joint())
		input := func(change func(*command.AmendNoticeInput)) command.AmendNoticeInput {
			in := command.AmendNoticeInput{MeetingID: m, Place: "公告栏", Venue: new("党群服务中心")}
			change(&in)
			return in
		}
		refused(c, c.do.AmendNotice, []refusal[command.AmendNoticeInput]{
			{"nothing is new", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.Venue = new("社区议事厅") }), []fault.Code{fault.NothingToAnnounce}, ""},
			{"posted nowhere, to no place", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.Venue, in.Place = new(" "), "" }),
				[]fault.Code{fault.Blank, fault.Blank}, "place"},
			{"it ends before it starts", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.StartsAt = new(evening(9)) }),
				[]fault.Code{fault.EndsBeforeItStarts}, "endsAt"},
			{"it is over", c.asSecretary, input(func(in *command.AmendNoticeInput) {
				in.StartsAt, in.EndsAt, in.Acknowledge = new(evening(-3)), new(evening(-2)), []schema.WarningCode{schema.WarningCodeNoticeTooShort}
			}), []fault.Code{fault.MeetingIsOver}, ""},
			{"what somebody else edited meanwhile", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.ExpectedVersion = new(1) }),
				[]fault.Code{fault.VersionConflict}, "expectedVersion"},
			{"chaired by nobody known", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.ChairID = person(ident.New(ident.KindPerson, c.store.Now())) }),
				[]fault.Code{fault.NotFound}, "chairId"},
			{"one that was not called", c.asSecretary, input(func(in *command.AmendNoticeInput) { in.MeetingID = draft }), []fault.Code{fault.WrongState}, ""},
			{"by a party that does not convene", c.asM, input(func(*command.AmendNoticeInput) {}), []fault.Code{fault.NotMandated}, ""},
		})
	})
}

// TestAmendForm moves a meeting to the network and changes who presides.
func TestAmendForm(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.called()
		_, err := c.do.AmendNotice(c.asSecretary, command.AmendNoticeInput{
			MeetingID: m, Form: new(schema.MeetingFormRemote), ChairID: person(c.director), ExpectedVersion: new(c.meeting(m).Version), Place: "公告栏",
		})
		c.must(err)
		row := c.meeting(m)
		is(c, "the form", row.Form, schema.MeetingFormRemote)
		is(c, "the chair", *row.ChairID, c.director)
		if text := c.notices(m)[1].Text; !strings.Contains(text, "本通知变更：会议形式、主持人") {
			c.Errorf("the notice says\n%s", text)
		}
	})
}

func TestCancelMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, item := c.called()
		vote := c.vote(item, schema.VoteStatusNoticed)
		refused(c, c.do.CancelMeeting, []refusal[command.CancelMeetingInput]{
			{"without a reason, in silence", c.asSecretary, command.CancelMeetingInput{MeetingID: m}, []fault.Code{fault.Blank, fault.Blank}, "reason"},
			{"by a party that does not convene", c.asM, command.CancelMeetingInput{MeetingID: m, Reason: "台风", Place: new("公告栏")}, []fault.Code{fault.NotMandated}, ""},
		})
		cancelled := once(c.town, func(o ent.Order) (*command.CancelMeetingPayload, error) {
			return c.do.CancelMeeting(c.asSecretary, command.CancelMeetingInput{Order: o, MeetingID: m, Reason: "台风", Place: new("公告栏")})
		})
		row := c.meeting(m)
		is(c, "the meeting", row.Status, schema.MeetingStatusCancelled)
		is(c, "the reason", *row.CancelReason, "台风")
		is(c, "the vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusVoid)
		is(c, "the item", c.agendaItem(item).Disposition, schema.AgendaItemDispositionPending)
		proposal := get(c.town, c.store.Read().Proposal.Get, c.agendaItem(item).ProposalID)
		is(c, "the proposal", proposal.Status, schema.ProposalStatusAccepted)
		hung := get(c.town, c.store.Read().Publication.Get, *cancelled.PublicationID)
		if !strings.Contains(hung.Text, "会议取消通知") || !strings.Contains(hung.Text, "原因：台风") {
			c.Errorf("the notice says\n%s", hung.Text)
		}

		_, err := c.do.CancelMeeting(c.asSecretary, command.CancelMeetingInput{MeetingID: m, Reason: "x", Place: new("公告栏")})
		refusedWith(c.T, err, fault.WrongState)
		draft, err := c.do.CancelMeeting(c.asSecretary, command.CancelMeetingInput{MeetingID: c.draft(c.joint()), Reason: "不开了"})
		if done(c.town, draft, err).PublicationID != nil {
			c.Error("it was posted that a meeting is off of which nobody knew")
		}
	})
}
