package app_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/ident"
)

// forum is a body of many members who meet, all of them there, with one item
// on the agenda. Everything in it was done by verbs.
type forum struct {
	testing.TB
	store   *ent.Store
	do      *command.Do
	ago     time.Duration // how long ago everything happens
	members []ident.ID    // the first of them is the chair
	item    ident.AgendaItem
}

// posted is how long an appointment hangs out before it takes effect: longer than
// the rules ask, whatever day it is, also over the longest holiday of a year.
const posted = 13 * 24 * time.Hour

func newForum(t testing.TB, database string, members int) *forum {
	t.Helper()
	f := &forum{TB: t, ago: posted}
	f.store = enttest.Open(t, ent.Config{URL: database, Now: func() time.Time { return time.Now().Add(-f.ago) }})
	f.do = command.New(f.store)
	t.Cleanup(f.do.Close)
	street := did(f, ident.Nil, f.do.RegisterArea, command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "双马街道"}).AreaID
	community := ident.Area{ID: did(f, ident.Nil, f.do.RegisterArea, command.RegisterAreaInput{
		Kind: schema.AreaKindCommunity, Name: "新塘里社区", ParentID: &ident.Area{ID: street},
	}).AreaID}
	body := ident.Organization{ID: did(f, ident.Nil, f.do.EstablishOrganization, command.EstablishOrganizationInput{
		Kind: schema.OrganizationKindDeliberationForum, Name: "居民议事会", AreaID: &community,
	}).OrganizationID}
	seats := append(f.seats(community, body, schema.PostCategoryChair, 1),
		f.seats(community, body, schema.PostCategoryMember, members-1)...)
	f.ago = 0
	for _, seat := range seats {
		did(f, ident.Nil, f.do.ConfirmAppointment, command.ConfirmAppointmentInput{MembershipID: seat})
	}
	f.meets(community, body)
	return f
}

// did is what a verb answered somebody, or the operator if it is nobody.
func did[I ent.Input, P any](f *forum, by ident.ID, verb func(context.Context, I) (*P, error), in I) *P {
	f.Helper()
	p, err := verb(ent.WithViewer(f.Context(), &ent.Viewer{Person: by, Operator: by.IsZero()}), in)
	if err != nil {
		f.Fatalf("%T: %v", in, err)
	}
	return p
}

// seats creates a post with some seats, and proposes and posts a new person for
// each.
func (f *forum) seats(community ident.Area, body ident.Organization, category schema.PostCategory, count int) []ident.Membership {
	f.Helper()
	post := ident.Post{ID: did(f, ident.Nil, f.do.CreatePost, command.CreatePostInput{
		OrganizationID: body, Category: category, Title: "议事会成员", SeatKind: schema.SeatKindElected,
		VotingRight: schema.VotingRightFull, Capacity: count,
	}).PostID}
	seats := make([]ident.Membership, count)
	for i := range seats {
		person := did(f, ident.Nil, f.do.RegisterPerson, command.RegisterPersonInput{Name: "居民", CommunityID: &community}).PersonID
		seats[i].ID = did(f, ident.Nil, f.do.ProposeAppointment, command.ProposeAppointmentInput{
			PostID: post, PersonID: ident.Person{ID: person}, Mode: schema.MembershipModeElected,
		}).MembershipID
		did(f, ident.Nil, f.do.Publish, command.PublishInput{MembershipID: &seats[i], Place: "公告栏", Text: "拟任职公示"})
		f.members = append(f.members, person)
	}
	return seats
}

// meets lets the body come together, now and for an hour, about one proposal.
func (f *forum) meets(community ident.Area, body ident.Organization) {
	f.Helper()
	chair, starts := f.members[0], f.store.Now()
	proposal := ident.Proposal{ID: did(f, chair, f.do.SubmitProposal, command.SubmitProposalInput{
		Title: "重划停车线", Text: "重划停车线。", Source: schema.ProposalSourceResident, Matter: "PARKING_ORDER", AreaID: community,
	}).ProposalID}
	did(f, chair, f.do.AcceptProposal, command.AcceptProposalInput{ProposalID: proposal})
	venue := "会议室"
	meeting := ident.Meeting{ID: did(f, chair, f.do.DraftMeeting, command.DraftMeetingInput{
		Kind: schema.MeetingKindCommittee, Form: schema.MeetingFormInPerson, Title: "议事会会议", Venue: &venue,
		StartsAt: starts, EndsAt: starts.Add(time.Hour), ConvenedUnder: schema.ConvenedUnderRegular,
		OrganizationID: body, ChairID: &ident.Person{ID: chair},
	}).MeetingID}
	f.item = ident.AgendaItem{ID: did(f, chair, f.do.AddAgendaItem, command.AddAgendaItemInput{
		MeetingID: meeting, ProposalID: proposal,
	}).AgendaItemID}
	did(f, chair, f.do.CallMeeting, command.CallMeetingInput{MeetingID: meeting, Place: "公告栏"})
	did(f, chair, f.do.OpenMeeting, command.OpenMeetingInput{MeetingID: meeting})
	for _, member := range f.members {
		did(f, member, f.do.CheckIn, command.CheckInInput{MeetingID: meeting, Mode: schema.AttendanceModeInPerson})
	}
}

// running is a vote that was just opened.
func (f *forum) running() ident.Vote {
	f.Helper()
	chair := f.members[0]
	v := ident.Vote{ID: did(f, chair, f.do.DraftVote, command.DraftVoteInput{
		AgendaItemID: f.item, Question: "是否同意？", RuleCode: new("OWNERS_COMMITTEE_HANGZHOU"),
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}).VoteID}
	did(f, chair, f.do.OpenVote, command.OpenVoteInput{VoteID: v})
	return v
}
