package demo

import (
	"fmt"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

const petitionGathering = `query ($assembly: ID!) {
  proposals(where: {titleContainsFold: "公布公共收益"}) {
    edges {
      node {
        title
        status
        publishedAt
        petition(meeting: ASSEMBLY, organizationId: $assembly) {
          met
          signatures
          source
          lines { measure of needed got met sentence }
        }
      }
    }
  }
}`

// petitionGathering is a petition for an assembly of the owners to which one
// signature is missing: a fifth of the owners are eight, and seven have signed,
// two of whom own a flat together and count as one.
func (t *teller) petitionGathering() {
	c := t.compound(hangzhou, "石榴园", "JOINT_MAJORITY_OF_PARTIES")
	t.until(t.morning(12))
	t.as(c.homes[21].owner)
	p := ident.Proposal{ID: tell(t, t.do.SubmitProposal, command.SubmitProposalInput{
		Title: "召开临时业主大会，公布公共收益并修订管理规约", Text: "两年来没有公布公共收益，提议召开临时业主大会，修订管理规约，写明每半年公布一次。",
		Source: schema.ProposalSourceOwner, Matter: "OWNERS_COVENANT", AreaID: *c.area, ForSignatures: true,
	}).ProposalID}
	for i, n := range []int{21, 2, 5, 9, 13, 24, undecidedFlat} {
		t.until(t.morning(11 - i))
		t.as(c.homes[n].owner)
		tell(t, t.do.SignPetition, command.SignPetitionInput{ProposalID: p})
	}
	t.as(c.homes[undecidedFlat].spouse)
	tell(t, t.do.SignPetition, command.SignPetitionInput{ProposalID: p})
	t.plays(c.homes[21].owner, "业主（提议人）", petitioner)
	t.plays(c.homes[31].owner, "业主（尚未联名）", "Owner who has not signed")
	t.needs("assembly", c.assembly.ID)
}

const petitioner = "Owner who began the petition"

const fourDeliberations = `{
  procedureRuns(first: 1) {
    edges {
      node {
        code
        status
        proposal { title status }
        next { step { code title } until overdue missing }
        progress { step { code title } state }
        viewerCan { verb allowed }
      }
    }
  }
}`

// fourDeliberations is a charter of the residents on its way: the Party branch
// proposed it, both committees discussed it, and the Party members are called to
// deliberate; the residents' representatives decide after that.
func (t *teller) fourDeliberations() {
	c := t.compound(hangzhou, "和鸣", "JOINT_MAJORITY_OF_PARTIES")
	n := t.neighbours(c)
	t.until(t.morning(55))
	t.as(n.secretary)
	p := ident.Proposal{ID: tell(t, t.do.SubmitProposal, command.SubmitProposalInput{
		Title: "制定和鸣社区居民公约", Text: "制定居民公约，约定楼道堆物、夜间噪声和文明养犬。", Source: schema.ProposalSourcePartyOrganization,
		Matter: "RESIDENTS_CHARTER", AreaID: *c.community,
	}).ProposalID}
	t.as(c.director)
	tell(t, t.do.AcceptProposal, command.AcceptProposalInput{ProposalID: p})
	t.as(n.secretary)
	run := ident.ProcedureRun{ID: tell(t, t.do.StartProcedure, command.StartProcedureInput{
		ProposalID: p, OrganizationID: n.branch, Code: "FOUR_MEETINGS_COMMUNITY",
	}).ProcedureRunID}
	first := t.gathers(n.session(schema.MeetingKindPartyBranch, n.branch, n.secretary, "社区党支部党员大会（提议）"), p, 36, n.party)
	t.step(n, run, "PARTY_PROPOSAL", first)
	second := t.gathers(n.session(schema.MeetingKindCommittee, c.residents, c.director, "社区“两委”会议（商议）"), p, 18, n.committee)
	t.step(n, run, "COMMITTEES_DISCUSS", second)
	t.until(t.ago(2 * oneDay))
	third := n.session(schema.MeetingKindPartyBranch, n.branch, n.secretary, "社区党支部党员大会（审议）")
	third.rule = new("FOUR_MEETINGS_PARTY_MEETING")
	t.called(third, p, t.morning(-8))
	t.plays(n.secretary, "社区党支部书记（四议两公开）", communitySecretary)
	t.plays(n.party[3], "社区党支部党员", "Member of the community's Party branch")
	t.plays(n.committee[1], "居委会委员", "Member of the residents' committee")
}

const communitySecretary = "Secretary of the community's Party branch"

// neighbours are the bodies of the community around an estate.
type neighbours struct {
	*compound
	branch    ident.Organization
	secretary ident.Person
	party     []ident.Person // its members, the secretary first
	committee []ident.Person // of the residents, the chair first
}

// neighbours tells of a Party branch of nine, and of a residents' committee of five.
func (t *teller) neighbours(c *compound) *neighbours {
	t.as(c.clerk)
	n := &neighbours{compound: c, branch: t.organization(schema.OrganizationKindPartyBranch, c.name+"社区党支部", c.community, nil)}
	for range 9 {
		member := t.resident(c.community)
		t.partyMember(n.branch, member)
		n.party = append(n.party, member)
	}
	n.secretary = n.party[0]
	t.seat(t.post(n.branch, schema.PostCategorySecretary, "书记", schema.SeatKindElected, 1), n.secretary, schema.MembershipModeElected)
	n.committee = []ident.Person{c.director}
	members := t.post(c.residents, schema.PostCategoryMember, "居委会委员", schema.SeatKindElected, 4)
	for range 4 {
		member := t.resident(c.community)
		t.seat(members, member, schema.MembershipModeElected)
		n.committee = append(n.committee, member)
	}
	t.settle()
	return n
}

// session is a meeting of members, and how it is to vote.
type session struct {
	kind    schema.MeetingKind
	body    ident.Organization
	officer ident.Person
	title   string
	rule    *string // its code, if not the one in force
}

func (n *neighbours) session(kind schema.MeetingKind, body ident.Organization, officer ident.Person, title string) session {
	return session{kind: kind, body: body, officer: officer, title: n.name + title}
}

// called calls a session that votes on the proposal.
func (t *teller) called(s session, p ident.Proposal, starts time.Time) *sitting {
	t.as(s.officer)
	venue := "社区党群服务中心会议室"
	one := &sitting{starts: starts, meeting: ident.Meeting{ID: tell(t, t.do.DraftMeeting, command.DraftMeetingInput{
		Kind: s.kind, Form: schema.MeetingFormInPerson, Title: s.title, Venue: &venue, StartsAt: starts, EndsAt: starts.Add(2 * time.Hour),
		ConvenedUnder: schema.ConvenedUnderRegular, OrganizationID: s.body, ChairID: &s.officer,
	}).MeetingID}}
	item := ident.AgendaItem{ID: tell(t, t.do.AddAgendaItem, command.AddAgendaItemInput{MeetingID: one.meeting, ProposalID: p}).AgendaItemID}
	one.items = []ident.AgendaItem{item}
	one.votes = []ident.Vote{{ID: tell(t, t.do.DraftVote, command.DraftVoteInput{
		AgendaItemID: item, Question: "是否同意居民公约草案？", RuleCode: s.rule,
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}).VoteID}}
	t.call(one)
	return one
}

// gathers is a session of some days ago in which all members agree, and refer the
// matter to those who decide it.
func (t *teller) gathers(s session, p ident.Proposal, ago int, members []ident.Person) *sitting {
	starts := t.morning(ago)
	t.until(starts.Add(-12 * oneDay))
	one := t.called(s, p, starts)
	t.until(starts)
	tell(t, t.do.OpenMeeting, command.OpenMeetingInput{MeetingID: one.meeting})
	for _, member := range members {
		tell(t, t.do.CheckIn, command.CheckInInput{MeetingID: one.meeting, PersonID: &member, Mode: schema.AttendanceModeInPerson})
	}
	tell(t, t.do.OpenVote, command.OpenVoteInput{VoteID: one.votes[0]})
	for _, member := range members {
		t.paper(one, member, schema.BallotChoiceFor)
	}
	t.closeVotes(one)
	t.until(starts.Add(time.Hour))
	tell(t, t.do.IssueResolution, command.IssueResolutionInput{
		AgendaItemID: one.items[0], VoteID: &one.votes[0], Title: "关于居民公约草案的意见", Text: fmt.Sprintf("%s同意居民公约草案，提请居民代表会议决定。", s.title),
	})
	tell(t, t.do.CloseMeeting, command.CloseMeetingInput{MeetingID: one.meeting})
	return one
}

// step records that a step of the procedure was taken in a meeting.
func (t *teller) step(n *neighbours, run ident.ProcedureRun, code string, in *sitting) {
	t.as(n.secretary)
	tell(t, t.do.CompleteStep, command.CompleteStepInput{RunID: run, Step: code, MeetingID: &in.meeting})
}
