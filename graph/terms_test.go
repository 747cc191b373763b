package graph_test

import (
	"slices"
	"testing"
	"time"
)

// A change of term in Shanghai: until when it is to be begun, what the caretakers
// may not bring to a vote, what they hand over and by when, and the election of
// their successors put on file and answered.
func aChangeOfTerm(t *testing.T, s *stage) {
	e := newEstate(t, s, "310104001", numbered(1, 1, 90_00)...)
	changeOfTerm(e, e.housingOffice())
	e.audited("startTerm", "beginCaretaker", "submitProposal", "acceptProposal", "draftMeeting", "addAgendaItem",
		"submitProposal", "acceptProposal", "draftMeeting", "addAgendaItem", "draftVote", "handOver", "receiveHandoverItem",
		"receiveHandoverItem", "startTerm", "fileForRecord", "answerFiling")
}

// audited asserts what is recorded last, as somebody reads it who audits.
func (e *estate) audited(verbs ...string) {
	e.Helper()
	var got []string
	for _, one := range e.done(e.clerk, `query ($n: Int!) { auditEvents(last: $n) { edges { node { verb subjectID recordedAt } } } }`,
		values{"n": len(verbs)}).list("auditEvents") {
		got = append(got, one.text("verb"))
	}
	if !slices.Equal(got, verbs) {
		e.Errorf("recorded\n%v, want\n%v", got, verbs)
	}
}

func changeOfTerm(e *estate, office housing) {
	first := e.done(e.chair, `mutation ($committee: ID!) {
		startTerm(input: {organizationId: $committee, to: "2029-12-01"}) { term { id number currentState } userErrors { code } }
	}`, values{"committee": e.committee})
	first.is("startTerm.term.currentState", "CURRENT")
	term := first.text("startTerm.term.id")
	e.clock.Set(time.Date(2029, 7, 1, 4, 0, 0, 0, time.UTC))
	stands := e.body()
	stands.is("node.renewal.expiresOn", "2029-12-01")
	stands.is("node.renewal.dueOn", "2029-06-30") // five months before 1 December is 1 July
	stands.is("node.renewal.overdue", true)
	stands.is("node.renewal.basis.source", "上海市住宅物业管理规定 §28")
	stands.is("node.renewal.basis.verified", true)
	stands.is("node.renewal.begun", false)
	stands.is("node.nextMeetingDue.basis.code", "OC_MEETINGS")

	begun := e.done(e.clerk, `mutation ($term: ID!) {
		beginCaretaker(input: {termId: $term}) { term { currentState caretakerFrom } userErrors { code } }
	}`, values{"term": term})
	begun.is("beginCaretaker.term.currentState", "CARETAKER")
	begun.is("beginCaretaker.term.caretakerFrom", "2029-07-01")
	e.body().is("node.renewal.overdue", false)
	e.forbidden("PROPERTY_COMPANY_SELECTION", "CARETAKER_FORBIDS")
	e.forbidden("OWNERS_COVENANT")

	listed := e.done(e.chair, `mutation ($term: ID!, $office: ID!) {
		handOver(input: {termId: $term, receiverId: $office, items: [{title: "印章", quantity: "2枚"}, {title: "财务凭证"}]}) {
			handover { id dueOn basis overdue items { edges { node { id title } } } } userErrors { code }
		}
	}`, values{"term": term, "office": office.id})
	listed.is("handOver.handover.dueOn", "2029-07-11")
	listed.is("handOver.handover.basis", "上海市住宅物业管理规定 §29")
	e.clock.Set(time.Date(2029, 7, 14, 4, 0, 0, 0, time.UTC))
	e.body().is("node.handoverOverdue", true)
	for i, item := range listed.list("handOver.handover.items") {
		received := e.done(office.officer, `mutation ($item: ID!) {
			receiveHandoverItem(input: {itemId: $item}) { item { receivedAt receivedBy { id } } handover { completedAt overdue } userErrors { code } }
		}`, values{"item": item.text("id")})
		received.is("receiveHandoverItem.handover.overdue", i == 0)
		received.is("receiveHandoverItem.item.receivedBy.id", office.officer)
	}
	e.body().is("node.handoverOverdue", false)

	next := e.done(e.clerk, `mutation ($committee: ID!) {
		startTerm(input: {organizationId: $committee, from: "2029-12-01", to: "2033-12-01"}) { term { id } userErrors { code } }
	}`, values{"committee": e.committee}).text("startTerm.term.id")
	e.clock.Set(time.Date(2029, 12, 1, 4, 0, 0, 0, time.UTC))
	e.done("", `query ($term: ID!) { node(id: $term) { ... on Term { currentState } } }`, values{"term": term}).is("node.currentState", "ENDED")
	filed := e.done(e.clerk, `mutation ($term: ID!, $office: ID!) {
		fileForRecord(input: {termId: $term, authorityId: $office}) { filing { id status dueOn answerDueOn basis late overdue } userErrors { code } }
	}`, values{"term": next, "office": office.id})
	filed.is("fileForRecord.filing.dueOn", "2029-12-31")
	filed.is("fileForRecord.filing.answerDueOn", "2029-12-21")
	filed.is("fileForRecord.filing.late", false)
	e.refused(e.chair, answering, values{"filing": filed.text("fileForRecord.filing.id"), "number": "沪备1号"}, "NOT_MANDATED")
	answered := e.done(office.officer, answering, values{"filing": filed.text("fileForRecord.filing.id"), "number": "沪备1号"})
	answered.is("answerFiling.filing.status", "ACCEPTED")
	on := e.done("", `query ($committee: ID!) { node(id: $committee) { ... on Organization { filings { edges { node { number status } } } } } filings { totalCount } }`, values{"committee": e.committee})
	on.list("node.filings")[0].is("number", "沪备1号")
	on.is("filings.totalCount", 1)
}

const answering = `mutation ($filing: ID!, $number: String) {
	answerFiling(input: {filingId: $filing, accepted: true, number: $number}) { filing { status answeredOn } userErrors { code } }
}`

// body is how the owners' committee stands, as a visitor is told.
func (e *estate) body() reply {
	e.Helper()
	return e.done("", `query ($committee: ID!) { node(id: $committee) { ... on Organization {
		renewal { expiresOn dueOn begun overdue seats filled alternates basis { code source verified sentence } reelection { code } }
		nextMeetingDue { lastHeldOn dueOn overdue basis { code source } }
		handoverOverdue
	} } }`, values{"committee": e.committee})
}

// forbidden drafts a vote of the assembly on a matter, which is refused with the
// codes.
func (e *estate) forbidden(matter string, codes ...string) {
	e.Helper()
	proposal := e.done(e.chair, `mutation ($estate: ID!, $matter: String!) {
		submitProposal(input: {title: "议案", text: "请予讨论。", source: COMMITTEE, matter: $matter, areaId: $estate}) { proposal { id } userErrors { code } }
	}`, values{"estate": e.area, "matter": matter}).text("submitProposal.proposal.id")
	e.done(e.clerk, `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { userErrors { code } } }`, values{"proposal": proposal})
	meeting := e.done(e.chair, `mutation ($assembly: ID!) {
		draftMeeting(input: {kind: ASSEMBLY, form: IN_PERSON, title: "业主大会", organizationId: $assembly, startsAt: "2029-08-20T09:00:00+08:00", endsAt: "2029-08-20T11:00:00+08:00"}) { meeting { id } userErrors { code } }
	}`, values{"assembly": e.assembly}).text("draftMeeting.meeting.id")
	item := e.done(e.chair, `mutation ($meeting: ID!, $proposal: ID!) {
		addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { agendaItem { id } userErrors { code } }
	}`, values{"meeting": meeting, "proposal": proposal}).text("addAgendaItem.agendaItem.id")
	e.refused(e.chair, `mutation ($item: ID!) {
		draftVote(input: {agendaItemId: $item, question: "是否同意？", method: NAMED, visibility: OPEN}) { vote { id } userErrors { code } }
	}`, values{"item": item}, codes...)
}

// housing is the local housing office, and its officer.
type housing struct{ id, officer string }

func (e *estate) housingOffice() housing {
	e.Helper()
	made := e.done("operator", `mutation ($community: ID!) {
		establishOrganization(input: {kind: GOVERNMENT_DEPARTMENT, name: "房管所", areaId: $community}) { organization { id } userErrors { code } }
		registerPerson(input: {name: "周正", sex: MALE, birthDate: "1979-01-01"}) { person { id } userErrors { code } }
	}`, values{"community": e.community})
	h := housing{id: made.text("establishOrganization.organization.id"), officer: made.text("registerPerson.person.id")}
	post := e.done("operator", `mutation ($office: ID!) {
		createPost(input: {organizationId: $office, category: CLERK, title: "经办人", seatKind: APPOINTED, votingRight: NONE}) { post { id } userErrors { code } }
	}`, values{"office": h.id}).text("createPost.post.id")
	e.seat("operator", holder{person: h.officer, post: post, mode: "ENGAGED"})
	return h
}
