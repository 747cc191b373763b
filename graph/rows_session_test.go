package graph_test

import (
	"cmp"
	"time"
)

// session is a meeting at which people sit together, with one item and a vote.
type session struct {
	teller
	officer       string // who directs it
	meeting, item string
	vote          string
	starts        time.Time
}

// called is what is known of a session before it begins.
type called struct {
	kind, organization string
	linkage            any // of a joint meeting
	officer            string
	area, matter       string
	proposal           string // one that was taken up, if there is one
	rule               any    // a code, if not the one in force
	election           values // what there is to elect, if it is no motion
	days               int    // how far ahead, 5 if nothing is said
	written            bool   // without a sitting
}

// calls calls a session some days ahead.
func (d teller) calls(c called) *session {
	d.Helper()
	s := &session{teller: d, officer: c.officer}
	proposal := c.proposal
	if proposal == "" {
		proposal = d.done(c.officer, `mutation ($area: ID!, $matter: String!) {
			submitProposal(input: {title: "议案", text: "请予审议。", source: COMMITTEE, matter: $matter, areaId: $area}) { proposal { id } userErrors { code field } }
		}`, values{"area": c.area, "matter": c.matter}).text("submitProposal.proposal.id")
		d.done(c.officer, `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { userErrors { code } } }`, values{"proposal": proposal})
	}
	s.starts = d.clock.Now().Add(time.Duration(cmp.Or(c.days, 5)) * oneDay)
	form, venue := "IN_PERSON", any("会议室")
	if c.written {
		form, venue = "WRITTEN", nil
	}
	s.meeting = d.done(c.officer, `mutation ($kind: MeetingKind!, $organization: ID!, $linkage: ID, $chair: ID!, $starts: DateTime!, $ends: DateTime!, $form: MeetingForm!, $venue: String) {
		draftMeeting(input: {kind: $kind, form: $form, title: "会议", venue: $venue, organizationId: $organization, linkageId: $linkage, chairId: $chair, startsAt: $starts, endsAt: $ends}) {
			meeting { id } userErrors { code field }
		}
	}`, values{
		"kind": c.kind, "organization": c.organization, "linkage": c.linkage, "chair": c.officer,
		"form": form, "venue": venue, "starts": s.starts, "ends": s.starts.Add(3 * time.Hour),
	}).text("draftMeeting.meeting.id")
	s.item = d.done(c.officer, `mutation ($meeting: ID!, $proposal: ID!) {
		addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { agendaItem { id } userErrors { code } }
	}`, values{"meeting": s.meeting, "proposal": proposal}).text("addAgendaItem.agendaItem.id")
	if c.election == nil {
		s.vote = s.drafts(c.rule)
	} else {
		s.vote = s.polls(c.election)
	}
	d.done(c.officer, callMeeting, values{"meeting": s.meeting, "acknowledge": []any{}})
	return s
}

// drafts drafts a motion on the item, under a rule of its own if one is named.
func (s *session) drafts(rule any) string {
	s.Helper()
	return s.polls(values{"question": "是否同意？", "ruleCode": rule})
}

// polls drafts a vote on the item.
func (s *session) polls(input values) string {
	s.Helper()
	input["agendaItemId"] = s.item
	return s.done(s.officer, `mutation ($input: DraftVoteInput!) {
		draftVote(input: $input) { vote { id } userErrors { code field facts { name value } } }
	}`, values{"input": map[string]any(input)}).text("draftVote.vote.id")
}

// begins opens the meeting when its time has come.
func (s *session) begins() {
	s.Helper()
	s.clock.Set(s.starts)
	s.done(s.officer, `mutation ($meeting: ID!) { openMeeting(input: {meetingId: $meeting}) { userErrors { code } } }`, values{"meeting": s.meeting})
}

// comes lets somebody come, for a party of a linkage if one is named.
func (s *session) comes(person string, party any) {
	s.Helper()
	s.done(s.officer, `mutation ($meeting: ID!, $person: ID!, $party: ID) {
		checkIn(input: {meetingId: $meeting, personId: $person, partyId: $party}) { userErrors { code field } }
	}`, values{"meeting": s.meeting, "person": person, "party": party})
}

// stepsAside lets somebody say that they have an interest in the item.
func (s *session) stepsAside(person string) {
	s.Helper()
	s.done(person, `mutation ($item: ID!, $person: ID!) {
		challengeParticipant(input: {agendaItemId: $item, personId: $person, reason: "近亲属在该公司任职"}) { recusal { status } userErrors { code } }
	}`, values{"item": s.item, "person": person})
}

func (s *session) opens() {
	s.Helper()
	s.done(s.officer, openVote, values{"vote": s.vote}).is("openVote.vote.status", "OPEN")
}

// ballot is what somebody says, under a place on the roll if they have several.
func (s *session) ballot(choice string, entry any) values {
	one := map[string]any{"voteId": s.vote, "choice": choice}
	if entry != nil {
		one["entryId"] = entry
	}
	return values{"ballots": []any{one}}
}

func (s *session) says(person, choice string) {
	s.Helper()
	s.done(person, castBallots, s.ballot(choice, nil))
}

// mayVote asks why somebody may not vote.
const mayVote = `query ($vote: ID!) { node(id: $vote) { ... on Vote { viewerEntries { voted reasons { code } } } } }`

// letters are choices: for, against, abstaining. Any other letter casts nothing.
var letters = map[rune]string{'F': "FOR", 'G': "AGAINST", 'B': "ABSTAIN"}

// sits lets members sit, each a letter: F for, G against, B abstains, . is there
// and silent, R is there and steps aside, - is absent.
func (s *session) sits(members []string, word string) verdict {
	s.Helper()
	s.begins()
	s.there(members, word)
	s.opens()
	return s.votes(members, word)
}

func (s *session) there(members []string, word string) {
	s.Helper()
	for i, letter := range word {
		if letter == 'R' {
			s.stepsAside(members[i])
		}
		if letter != '-' {
			s.comes(members[i], nil)
		}
	}
}

func (s *session) votes(members []string, word string) verdict {
	s.Helper()
	for i, letter := range word {
		if choice, casts := letters[letter]; casts {
			s.says(members[i], choice)
		}
	}
	return s.closed(s.officer, s.vote)
}
