package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestDraftMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		drafted := once(c.town, func(o ent.Order) (*command.DraftMeetingPayload, error) {
			in := c.joint()
			in.Order = o
			return c.do.DraftMeeting(c.asSecretary, in)
		})
		m := get(c.town, c.store.Read().Meeting.Get, drafted.MeetingID)
		is(c, "a new meeting", m.Status, schema.MeetingStatusDraft)
		is(c, "its version", m.Version, 1)
		is(c, "its community", *m.CommunityID, c.community)
		// Only those who hold a post in the community see a draft.
		c.seen(func(d *db.Client) counted { return d.Meeting.Query() }, 0, 1)

		with := func(change func(*command.DraftMeetingInput)) command.DraftMeetingInput {
			in := c.joint()
			change(&in)
			return in
		}
		soon := on("2026-07-01")
		p, err := c.do.EstablishOrganization(c.operator, command.EstablishOrganizationInput{
			Kind: schema.OrganizationKindOwnersCommittee, Name: "未来业委会", AreaID: &ident.Area{ID: c.estate}, From: soon,
		})
		future := done(c.town, p, err).OrganizationID
		refused(c, c.do.DraftMeeting, []refusal[command.DraftMeetingInput]{
			{"it ends before it starts, without a title, nowhere", c.asSecretary, with(func(in *command.DraftMeetingInput) {
				in.EndsAt, in.Title, in.Venue = in.StartsAt, "", new(" ")
			}), []fault.Code{fault.Blank, fault.Blank, fault.EndsBeforeItStarts}, "title"},
			{"a joint one without a linkage", c.asSecretary, with(func(in *command.DraftMeetingInput) { in.LinkageID = nil }),
				[]fault.Code{fault.FieldNeeded}, "linkageId"},
			{"a committee of a linkage", c.asSecretary, with(func(in *command.DraftMeetingInput) { in.Kind = schema.MeetingKindCommittee }),
				[]fault.Code{fault.FieldUnused}, "linkageId"},
			{"by a party that does not convene", c.asChair, with(func(in *command.DraftMeetingInput) { in.OrganizationID.ID = c.owners }),
				[]fault.Code{fault.NotTheConvener}, "organizationId"},
			{"of a linkage that does not exist", c.asSecretary, with(func(in *command.DraftMeetingInput) {
				in.LinkageID = &ident.Linkage{ID: ident.New(ident.KindLinkage, c.store.Now())}
			}), []fault.Code{fault.NotFound}, "linkageId"},
			{"organized by nobody known", c.asSecretary, with(func(in *command.DraftMeetingInput) {
				in.OrganizerID = organization(ident.New(ident.KindOrganization, c.store.Now()))
			}), []fault.Code{fault.NotFound}, "organizerId"},
			{"organized by what is not there yet", c.asSecretary, with(func(in *command.DraftMeetingInput) { in.OrganizerID = organization(future) }),
				[]fault.Code{fault.NotInForce}, "organizerId"},
			{"chaired by nobody known", c.asSecretary, with(func(in *command.DraftMeetingInput) { in.ChairID = person(ident.New(ident.KindPerson, c.store.Now())) }),
				[]fault.Code{fault.NotFound}, "chairId"},
			{"by an officer of another organization", c.asChair, c.joint(), []fault.Code{fault.NotMandated}, ""},
		})
	})
}

// TestLeadingPartyConvenes is a linkage in which no party is said to convene.
func TestLeadingPartyConvenes(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p, err := c.do.FormLinkage(c.registrar, command.FormLinkageInput{
			Name: "三方联动", AreaID: ident.Area{ID: c.estate}, RuleCode: "JOINT_MAJORITY_OF_PARTIES", From: on("2026-01-01"),
			Parties: []command.LinkagePartyInput{
				{OrganizationID: ident.Organization{ID: c.branch}, Role: schema.LinkageRoleLeads, Votes: true},
				{OrganizationID: ident.Organization{ID: c.owners}, Role: schema.LinkageRoleOrganizes, Votes: true},
				{OrganizationID: ident.Organization{ID: c.company}, Role: schema.LinkageRoleParticipates, Votes: true},
			},
		})
		in := c.joint()
		in.LinkageID = &ident.Linkage{ID: done(c.town, p, err).LinkageID}
		c.draft(in)
		in.OrganizationID.ID = c.owners
		_, err = c.do.DraftMeeting(c.asChair, in)
		refusedWith(c.T, err, fault.NotTheConvener)
	})
}

// TestOrganizerDirects has the residents' committee organize what the Party
// branch convenes: its officers direct the meeting as well.
func TestOrganizerDirects(t *testing.T) {
	eachCouncil(t, func(c *council) {
		in := c.joint()
		in.OrganizerID = organization(c.committee)
		m := c.draft(in)
		add := command.AddAgendaItemInput{MeetingID: m, ProposalID: c.proposal("重划停车线", "PARKING_ORDER")}
		_, err := c.do.AddAgendaItem(c.asChair, add)
		refusedWith(c.T, err, fault.NotMandated)
		_, err = c.do.AddAgendaItem(c.asDirector, add)
		c.must(err)
	})
}

func TestCorrectMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		id := c.draft(c.joint())
		correct := func(version int) command.CorrectMeetingInput {
			return command.CorrectMeetingInput{
				MeetingID: id, ExpectedVersion: version, Form: schema.MeetingFormRemote, Title: "七月联席会议",
				StartsAt: evening(30), EndsAt: evening(30).Add(time.Hour),
			}
		}
		once(c.town, func(o ent.Order) (*command.CorrectMeetingPayload, error) {
			in := correct(1)
			in.Order = o
			return c.do.CorrectMeeting(c.asSecretary, in)
		})
		m := c.meeting(id)
		if m.Title != "七月联席会议" || m.Form != schema.MeetingFormRemote || !m.StartsAt.Equal(evening(30)) || m.Version != 2 {
			c.Errorf("corrected to %v", m)
		}
		if m.Venue != nil || m.ChairID != nil {
			c.Errorf("what was left out is still there: %v, %v", m.Venue, m.ChairID)
		}

		backwards := correct(2)
		backwards.EndsAt = backwards.StartsAt.Add(-time.Hour)
		nowhere := correct(2)
		nowhere.Venue, nowhere.Title = new(""), ""
		unknown := correct(2)
		unknown.ChairID = person(ident.New(ident.KindPerson, c.store.Now()))
		gone := correct(2)
		gone.MeetingID.ID = ident.New(ident.KindMeeting, c.store.Now())
		called, _ := c.called()
		late := correct(1)
		late.MeetingID = called
		refused(c, c.do.CorrectMeeting, []refusal[command.CorrectMeetingInput]{
			{"what somebody else edited meanwhile", c.asSecretary, correct(1), []fault.Code{fault.VersionConflict}, "expectedVersion"},
			{"it ends before it starts", c.asSecretary, backwards, []fault.Code{fault.EndsBeforeItStarts}, "endsAt"},
			{"blank", c.asSecretary, nowhere, []fault.Code{fault.Blank, fault.Blank}, "title"},
			{"chaired by nobody known", c.asSecretary, unknown, []fault.Code{fault.NotFound}, "chairId"},
			{"no such meeting", c.asSecretary, gone, []fault.Code{fault.NotFound}, "meetingId"},
			{"one that was called", c.asSecretary, late, []fault.Code{fault.WrongState}, ""},
			{"by an officer of another organization", c.asM, correct(2), []fault.Code{fault.NotMandated}, ""},
			{"by a stranger, who cannot see it", c.as(c.person("路人")), correct(2), []fault.Code{fault.NotFound}, ""},
		})
	})
}
