package demo

import (
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/handoveritem"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

const caretaker = `{
  organizations(first: 1, where: {kind: OWNERS_COMMITTEE}) {
    edges {
      node {
        name
        terms(first: 5) { edges { node { number from to currentState caretakerFrom } } }
        renewal { expiresOn dueOn begun overdue basis { source } }
        handoverOverdue
        handovers(first: 5) {
          edges {
            node {
              dueOn
              basis
              overdue
              receiver { name }
              items(first: 10) { edges { node { title quantity receivedAt } } }
            }
          }
        }
      }
    }
  }
}`

// caretaker is an owners' committee whose term is over, and which keeps things
// going until the next one is elected. The change-over group was formed late, and
// not everything was handed over in time.
func (t *teller) caretaker() {
	c := t.compound(shanghai, "梧桐里", "JOINT_MAJORITY_OF_PARTIES")
	ends := day.Of(t.ago(10 * oneDay))
	t.until(t.morning(30))
	term := t.term(c, ends.AddYears(-4), ends)
	t.as(c.clerk)
	group := t.organization(schema.OrganizationKindRenewalGroup, c.name+"小区换届改选小组", c.area, nil)
	tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: group, AreaIDs: []ident.Area{*c.area}})
	housing := t.organization(schema.OrganizationKindGovernmentDepartment, c.name+"街道房屋管理所", c.street, nil)
	keeper := t.resident(nil)
	t.until(t.morning(27))
	t.seat(t.postWith(housing, schema.PostCategoryClerk, "经办人", schema.SeatKindAppointed, schema.VotingRightNone, 1), keeper, schema.MembershipModeEngaged)
	tell(t, t.do.BeginCaretaker, command.BeginCaretakerInput{TermID: term})
	t.as(c.chair)
	handover := ident.Handover{ID: tell(t, t.do.HandOver, command.HandOverInput{TermID: &term, ReceiverID: housing, Items: []command.HandoverItemInput{
		{Title: "业主大会和业主委员会印章", Quantity: new("2枚")}, {Title: "财务凭证和账册", Quantity: new("36册")},
		{Title: "业主清册"}, {Title: "会议纪要等档案资料", Quantity: new("4盒")},
	}}).HandoverID}
	t.as(c.clerk)
	t.settle()
	t.as(keeper)
	for _, item := range t.items(handover)[:2] {
		tell(t, t.do.ReceiveHandoverItem, command.ReceiveHandoverItemInput{ItemID: item})
	}
	t.plays(keeper, "房管所经办人", "Clerk of the housing office")
}

// term says for how long the owners' committee was elected.
func (t *teller) term(c *compound, from, to day.Date) ident.Term {
	t.as(c.clerk)
	return ident.Term{ID: tell(t, t.do.StartTerm, command.StartTermInput{OrganizationID: c.committee, From: &from, To: &to}).TermID}
}

const electionTie = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        seats
        verdict {
          outcome
          election
          choices { label outcome rank heads area }
        }
        tieBreaks { totalCount }
        agendaItem { disposition }
      }
    }
  }
}`

// electionTie is an election of the owners' committee in which two are equal in
// heads and in area for the last seat: it is voted again between them.
func (t *teller) electionTie() {
	c := t.compound(hangzhou, "芳草", "JOINT_MAJORITY_OF_PARTIES")
	term := day.Of(t.clock.present()).AddDays(40)
	t.term(c, term.AddYears(-4), term)
	post := t.post(c.committee, schema.PostCategoryMember, "委员（下一届）", schema.SeatKindElected, 5)
	a := t.asked(c, "芳草业主大会换届选举", 26, 3)
	marks := t.stands(a, post, 0, 7, 14, 20, 29, 30)
	t.posts(a)
	tell(t, t.do.Publish, command.PublishInput{VoteID: &a.votes[0], Place: "小区公告栏、各单元门厅", Text: "业主委员会候选人名单"})
	t.rolls(a)
	t.opens(a)
	t.marks(a, slices.Concat(marks[:4], marks[4:5]), 0, 1, 4, 5, 6, 7, 16, 17, 18, 19, 20)
	t.until(a.starts.Add(2 * time.Hour))
	t.marks(a, slices.Concat(marks[:4], marks[5:]), 8, 9, 12, 13, 14, 15, 24, 25, 26, 27, 28)
	t.marks(a, slices.Concat(marks[:3], marks[4:]), 3, 11, 29, 30, largestOwner)
	t.marks(a, slices.Concat(marks[:2], marks[4:]), 21, 22)
	t.marks(a, slices.Concat(marks[:1], marks[4:]), 2)
	t.ends(a)
	t.plays(c.homes[29].owner, "候选人（得票相同）", "Candidate who is tied")
	t.plays(c.homes[30].owner, "候选人（得票相同）", "Candidate who is tied")
}

// stands puts an election to a post on the agenda, in which the owners of some
// homes stand.
func (t *teller) stands(a *written, post ident.Post, homes ...int) []ident.ID {
	p := t.proposal("业主委员会换届选举", "业主委员会任期即将届满，由业主大会选举新一届委员五名。", "OWNERS_COMMITTEE_ELECTION", a.area, schema.ProposalSourceCommittee)
	item := ident.AgendaItem{ID: tell(t, t.do.AddAgendaItem, command.AddAgendaItemInput{MeetingID: a.meeting, ProposalID: p}).AgendaItemID}
	election := ident.Vote{ID: tell(t, t.do.DraftVote, command.DraftVoteInput{
		AgendaItemID: item, Question: "选举业主委员会委员", Kind: schema.VoteKindElection, Seats: new(5), Alternates: new(1), PostID: &post,
		NoneOption: true, Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilitySemiOpen,
		OpensAt: &a.starts, ClosesAt: &a.closes,
	}).VoteID}
	a.items, a.votes = append(a.items, item), append(a.votes, election)
	var candidates []ident.ID
	for _, n := range homes {
		candidates = append(candidates, tell(t, t.do.NominateCandidate, command.NominateCandidateInput{
			VoteID: election, PersonID: a.homes[n].owner, Source: schema.NominationSourceJoint,
		}).CandidateID)
	}
	return candidates
}

// marks lets the owners of some homes vote online for the same candidates.
func (t *teller) marks(a *written, candidates []ident.ID, homes ...int) {
	before := t.by
	for _, n := range homes {
		t.as(a.homes[n].owner)
		tell(t, t.do.CastBallots, command.CastBallotsInput{Channel: schema.BallotChannelOnline, Ballots: []command.BallotInput{
			{VoteID: a.votes[0], EntryID: &a.entries[n], Marks: candidates},
		}})
	}
	t.by = before
}

// items are what is to be handed over, in the order of the list.
func (t *teller) items(of ident.Handover) []ident.HandoverItem {
	all := make([]ident.HandoverItem, 4)
	if t.err != nil {
		return all
	}
	rows, err := t.store.Read().HandoverItem.Query().Where(handoveritem.HandoverID(of.ID)).Order(handoveritem.ByPosition()).All(ent.Unguarded(t.ctx))
	all = nil
	for _, row := range rows {
		all = append(all, ident.HandoverItem{ID: row.ID})
	}
	t.err = err
	return all
}
