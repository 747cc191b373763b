package demo

import (
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/schema"
	"sifang/schema/ident"
)

// until lets time pass to an instant.
func (t *teller) until(instant time.Time) { t.clock.offset = instant.Sub(t.clock.present()) }

// soon is nine o'clock in China, some days ahead.
func (t *teller) soon(days int) time.Time { return t.today().AddDays(days).Start().Add(9 * time.Hour) }

// proposal is a matter that was raised and accepted.
func (t *teller) proposal(title, text, matter string, area *ident.Area, source schema.ProposalSource) ident.Proposal {
	p := ident.Proposal{ID: tell(t, t.do.SubmitProposal, command.SubmitProposalInput{
		Title: title, Text: text, Matter: matter, AreaID: *area, Source: source,
	}).ProposalID}
	tell(t, t.do.AcceptProposal, command.AcceptProposalInput{ProposalID: p})
	return p
}

// sitting is a joint meeting on its way.
type sitting struct {
	meeting ident.Meeting
	starts  time.Time
	items   []ident.AgendaItem
	votes   []ident.Vote
}

// joint drafts a joint meeting with a vote on each proposal.
func (t *teller) joint(title string, linkage ident.Linkage, convener ident.Organization, chair ident.Person, starts time.Time, proposals ...ident.Proposal) *sitting {
	venue := "党群服务站会议室"
	s := &sitting{starts: starts, meeting: ident.Meeting{ID: tell(t, t.do.DraftMeeting, command.DraftMeetingInput{
		Kind: schema.MeetingKindJoint, Form: schema.MeetingFormHybrid, Title: title, Venue: &venue,
		StartsAt: starts, EndsAt: starts.Add(2 * time.Hour), ConvenedUnder: schema.ConvenedUnderRegular,
		OrganizationID: convener, LinkageID: &linkage, ChairID: &chair,
	}).MeetingID}}
	for _, p := range proposals {
		item := ident.AgendaItem{ID: tell(t, t.do.AddAgendaItem, command.AddAgendaItemInput{MeetingID: s.meeting, ProposalID: p}).AgendaItemID}
		s.items = append(s.items, item)
		s.votes = append(s.votes, ident.Vote{ID: tell(t, t.do.DraftVote, command.DraftVoteInput{
			AgendaItemID: item, Question: "是否同意本议题？", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
		}).VoteID})
	}
	return s
}

func (t *teller) call(s *sitting, acknowledged ...schema.WarningCode) {
	tell(t, t.do.CallMeeting, command.CallMeetingInput{MeetingID: s.meeting, Place: "小区公告栏、业主群", Acknowledge: acknowledged})
}

// delegate is who stands for a party.
type delegate struct {
	party  ident.LinkageParty
	person ident.Person
}

// open opens the meeting, checks the delegates in and opens its votes.
func (t *teller) open(s *sitting, present ...delegate) {
	tell(t, t.do.OpenMeeting, command.OpenMeetingInput{MeetingID: s.meeting})
	for i, d := range present {
		mode := schema.AttendanceModeInPerson
		if i == len(present)-1 {
			mode = schema.AttendanceModeRemote
		}
		tell(t, t.do.CheckIn, command.CheckInInput{MeetingID: s.meeting, PersonID: &d.person, PartyID: &d.party, Mode: mode})
	}
	for _, v := range s.votes {
		tell(t, t.do.OpenVote, command.OpenVoteInput{VoteID: v})
	}
}

// paper hands in one delegate's choices, one for each vote.
func (t *teller) paper(s *sitting, person ident.Person, choices ...schema.BallotChoice) {
	chair := t.by
	t.as(person)
	in := command.CastBallotsInput{}
	for i, choice := range choices {
		in.Ballots = append(in.Ballots, command.BallotInput{VoteID: s.votes[i], Choice: choice})
	}
	tell(t, t.do.CastBallots, in)
	t.by = chair
}

func (t *teller) closeVotes(s *sitting) {
	for _, v := range s.votes {
		tell(t, t.do.CloseVote, command.CloseVoteInput{VoteID: v})
	}
}

// minutes writes and approves the minutes of a meeting.
func (t *teller) minutes(meeting ident.Meeting) {
	m := ident.Minutes{ID: tell(t, t.do.DraftMinutes, command.DraftMinutesInput{MeetingID: meeting}).MinutesID}
	tell(t, t.do.ApproveMinutes, command.ApproveMinutesInput{MinutesID: m})
}

// authorize lets a party name its delegate. Whoever acts must lead the party.
func (t *teller) authorize(party ident.LinkageParty, person ident.Person) delegate {
	tell(t, t.do.AuthorizeDelegate, command.AuthorizeDelegateInput{PartyID: party, PersonID: person})
	return delegate{party: party, person: person}
}

// parties are the parties of a linkage in their order.
func (t *teller) parties(linkage ident.Linkage, count int) []ident.LinkageParty {
	all := make([]ident.LinkageParty, count)
	if t.err != nil {
		return all
	}
	rows, err := t.store.Read().LinkageParty.Query().Where(linkageparty.LinkageID(linkage.ID)).
		Order(db.Asc(linkageparty.FieldPosition)).Limit(count).All(ent.Unguarded(t.ctx))
	for i, row := range rows {
		all[i] = ident.LinkageParty{ID: row.ID}
	}
	t.err = err
	return all
}

// resolve settles the nth item: its vote is final, and the meeting recommends
// what others will decide.
func (t *teller) resolve(s *sitting, n int, title string) {
	tell(t, t.do.FinalizeVote, command.FinalizeVoteInput{VoteID: s.votes[n]})
	kind := schema.ResolutionKindRecommendation
	r := ident.Resolution{ID: tell(t, t.do.IssueResolution, command.IssueResolutionInput{
		AgendaItemID: s.items[n], VoteID: &s.votes[n], Kind: &kind, Title: title, Text: title + "。",
	}).ResolutionID}
	tell(t, t.do.Publish, command.PublishInput{ResolutionID: &r, Place: "小区公告栏", Text: title})
}
