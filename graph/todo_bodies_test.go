package graph_test

import (
	"fmt"
	"testing"
	"time"

	"sifang/ent/enttest"
)

// owes asserts how many things of a kind somebody is to do, and answers them.
func (d teller) owes(as, kind string, want int) reply {
	d.Helper()
	all := d.todos(as, values{"kinds": []any{kind}})
	if got := all.text("viewer.todo.total"); got != fmt.Sprint(want) {
		d.Errorf("%s has %s to do of %s, want %d", as, got, kind, want)
	}
	return all
}

// asked asserts whether somebody is to do something about a thing.
func (d teller) asked(as, kind, subject string, want bool) {
	d.Helper()
	var list []struct{ Subject struct{ ID string } }
	d.todos(as, values{"kinds": []any{kind}, "first": 200}).into("viewer.todo.todos", &list)
	got := false
	for _, one := range list {
		got = got || one.Subject.ID == subject
	}
	if got != want {
		d.Errorf("%s is to do %s about %s: %t", as, kind, subject, got)
	}
}

// TestTodoOfSitting goes with a sitting of a committee: to come, to rule on who
// steps aside, to write, approve and sign the minutes, and to meet again.
func TestTodoOfSitting(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e, members := newCommittee(t, newStage(t, database), "310104001", 3, 3, "")
		chair, one, two := members[0], members[1], members[2]
		e.owes(chair, "HOLD_MEETING", 1).is("viewer.todo.todos.0.subject.id", e.committee)
		e.owes(one, "HOLD_MEETING", 0)
		s := e.callsCommittee()
		e.owes(chair, "HOLD_MEETING", 0)
		e.owes(one, "ATTEND", 1).is("viewer.todo.todos.0.subject.id", s.meeting)
		e.owes(e.clerk, "ATTEND", 0)
		s.begins()
		e.done(one, checkInAlone, values{"meeting": s.meeting})
		e.owes(one, "ATTEND", 0)
		e.owes(two, "ATTEND", 1)
		s.comes(chair, nil)
		s.comes(two, nil)
		s.asksAside(one, two)
		e.owes(two, "RULE_ON_RECUSAL", 0)
		recusal := e.owes(chair, "RULE_ON_RECUSAL", 1).text("viewer.todo.todos.0.subject.id")
		e.done(chair, `mutation ($recusal: ID!) { ruleOnRecusal(input: {recusalId: $recusal, upheld: false}) { userErrors { code } } }`, values{"recusal": recusal})
		e.owes(chair, "RULE_ON_RECUSAL", 0)
		s.opens()
		e.owes(one, "CAST_VOTE", 1)
		e.owes(chair, "CLOSE_VOTE", 1)
		for _, person := range members {
			s.says(person, "FOR")
		}
		e.owes(one, "CAST_VOTE", 0)
		s.closed(chair, s.vote)
		e.owes(chair, "CLOSE_VOTE", 0)
		e.clock.Pass(4 * time.Hour)
		e.owes(chair, "CLOSE_MEETING", 1)
		e.done(chair, closeMeeting, values{"meeting": s.meeting})
		s.recorded(chair, one)
		e.clock.Pass(100 * oneDay)
		e.owes(chair, "HOLD_MEETING", 1).is("viewer.todo.todos.0.overdue", true)
	})
}

const checkInAlone = `mutation ($meeting: ID!) { checkIn(input: {meetingId: $meeting}) { userErrors { code field } } }`

// asksAside lets somebody ask that another one step aside.
func (s *session) asksAside(by, person string) {
	s.Helper()
	s.done(by, `mutation ($item: ID!, $person: ID!) {
		challengeParticipant(input: {agendaItemId: $item, personId: $person, reason: "近亲属在该公司任职"}) { recusal { status } userErrors { code } }
	}`, values{"item": s.item, "person": person}).is("challengeParticipant.recusal.status", "CHALLENGED")
}

// recorded has the minutes written, approved and signed.
func (s *session) recorded(chair, member string) {
	s.Helper()
	s.owes(member, "DRAFT_MINUTES", 0)
	s.owes(chair, "DRAFT_MINUTES", 1)
	minutes := s.done(chair, `mutation ($meeting: ID!) { draftMinutes(input: {meetingId: $meeting}) { minutes { id } userErrors { code } } }`,
		values{"meeting": s.meeting}).text("draftMinutes.minutes.id")
	s.owes(chair, "DRAFT_MINUTES", 0)
	s.owes(chair, "APPROVE_MINUTES", 1).is("viewer.todo.todos.0.subject.id", minutes)
	s.owes(member, "SIGN_MINUTES", 0)
	s.done(chair, `mutation ($minutes: ID!) { approveMinutes(input: {minutesId: $minutes}) { userErrors { code } } }`, values{"minutes": minutes})
	s.owes(chair, "APPROVE_MINUTES", 0)
	s.owes(member, "SIGN_MINUTES", 1)
	s.done(member, `mutation ($minutes: ID!) { signMinutes(input: {minutesId: $minutes}) { userErrors { code } } }`, values{"minutes": minutes})
	s.owes(member, "SIGN_MINUTES", 0)
}

// TestTodoOfProposals tells who takes a proposal up, and when enough have signed.
func TestTodoOfProposals(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 10, 100_00)...)
		a := e.held(selectCompany)
		proposal := e.done(a.who("00002"), `mutation ($estate: ID!) {
			submitProposal(input: {title: "公开收支", text: "请公布收支。", source: OWNER, matter: "OWNERS_COVENANT", areaId: $estate, forSignatures: true}) {
				proposal { id } userErrors { code }
			}
		}`, values{"estate": e.area}).text("submitProposal.proposal.id")
		e.owes(a.who("00002"), "TAKE_UP_PROPOSAL", 0)
		e.owes(e.chair, "TAKE_UP_PROPOSAL", 1).is("viewer.todo.todos.0.subject.id", proposal)
		e.signs(a.who("00002"), proposal)
		e.owes(e.chair, "CONVENE_ON_PETITION", 0)
		e.signs(a.who("00003"), proposal)
		e.owes(a.who("00003"), "CONVENE_ON_PETITION", 0)
		e.owes(e.chair, "CONVENE_ON_PETITION", 1).is("viewer.todo.todos.0.subject.id", proposal)
		e.done(e.chair, draftOnPetition, e.petitioned(proposal))
		e.owes(e.chair, "CONVENE_ON_PETITION", 0)
		e.done(e.chair, `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { userErrors { code } } }`, values{"proposal": proposal})
		e.owes(e.chair, "TAKE_UP_PROPOSAL", 0)
		e.asks(a.who("00004"), 1)
		one := e.costsTodo(e.chair)
		e.asks(a.who("00004"), 3)
		e.drafted()
		e.owes(e.chair, "TAKE_UP_PROPOSAL", 4)
		e.owes(e.chair, "CALL_MEETING", 2)
		if many := e.costsTodo(e.chair); many != one {
			t.Errorf("more to do costs %d statements, less cost %d", many, one)
		}
	})
}

// TestTodoOfOrders tells the committee what it was ordered to do, and the street
// when it is to look whether that was done.
func TestTodoOfOrders(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 3, 100_00)...)
		street := e.done(e.clerk, `query { organizations(first: 50, where: {kind: STREET_OFFICE}) { edges { node { id } } } }`, nil).list("organizations")[0].text("id")
		order := e.done(e.clerk, orderToConvene, values{"street": street, "committee": e.committee, "due": e.today(10)}).text("orderToConvene.oversightAction.id")
		e.owes(e.clerk, "CONVENE_AS_ORDERED", 0)
		asked := e.owes(e.chair, "CONVENE_AS_ORDERED", 1)
		asked.is("viewer.todo.todos.0.subject.id", order)
		asked.is("viewer.todo.todos.0.dueOn", e.today(10))
		meeting := e.done(e.chair, draftUnderOrder, e.ordered(order)).text("draftMeeting.meeting.id")
		e.owes(e.chair, "CONVENE_AS_ORDERED", 0)
		e.owes(e.chair, "CALL_MEETING", 1).is("viewer.todo.todos.0.dueOn", e.today(10))
		e.done(e.chair, callMeeting, values{"meeting": meeting, "acknowledge": []any{"NO_AGENDA", "NO_CHAIR"}})
		e.owes(e.chair, "CALL_MEETING", 0)
		wrong := e.done(e.clerk, orderToCorrect, values{"street": street, "committee": e.committee, "due": e.today(5)}).text("orderCorrection.oversightAction.id")
		e.owes(e.chair, "CORRECT_AS_ORDERED", 1).is("viewer.todo.todos.0.verb", nil)
		e.owes(e.clerk, "CONFIRM_CORRECTION", 0)
		e.clock.Pass(6 * oneDay)
		e.owes(e.chair, "CORRECT_AS_ORDERED", 1).is("viewer.todo.overdue", 1)
		e.owes(e.clerk, "CONFIRM_CORRECTION", 1).is("viewer.todo.todos.0.subject.id", wrong)
		e.done(e.clerk, `mutation ($order: ID!) { confirmCorrection(input: {oversightActionId: $order}) { userErrors { code } } }`, values{"order": wrong})
		e.owes(e.chair, "CORRECT_AS_ORDERED", 0)
		e.owes(e.clerk, "CONFIRM_CORRECTION", 0)
	})
}

const orderToCorrect = `mutation ($street: ID!, $committee: ID!, $due: Date!) {
	orderCorrection(input: {organizationId: $street, targetId: $committee, text: "限期公布收支。", basis: "物业管理条例第十九条", dueOn: $due}) {
		oversightAction { id } userErrors { code field }
	}
}`

// TestTodoOfTerms tells the committee to hand over at the end of its term and to
// put the next one on file, and the housing office to receive and to answer; and
// both of an appointment in between.
func TestTodoOfTerms(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), "310104001", numbered(1, 1, 90_00)...)
		office := e.housingOffice()
		term := e.done(e.chair, `mutation ($committee: ID!) {
			startTerm(input: {organizationId: $committee, to: "2029-12-01"}) { term { id } userErrors { code } }
		}`, values{"committee": e.committee}).text("startTerm.term.id")
		e.owes(office.officer, "ANSWER_FILING", 0)
		e.owes(e.chair, "FILE_FOR_RECORD", 1).is("viewer.todo.todos.0.subject.id", term)
		filing := e.done(e.chair, `mutation ($term: ID!, $office: ID!) {
			fileForRecord(input: {termId: $term, authorityId: $office}) { filing { id } userErrors { code } }
		}`, values{"term": term, "office": office.id}).text("fileForRecord.filing.id")
		e.owes(e.chair, "FILE_FOR_RECORD", 0)
		e.owes(office.officer, "ANSWER_FILING", 1).is("viewer.todo.todos.0.subject.id", filing)
		e.done(office.officer, answering, values{"filing": filing, "number": "沪备1号"})
		e.owes(office.officer, "ANSWER_FILING", 0)
		e.appointed()
		e.clock.Set(time.Date(2029, 7, 1, 4, 0, 0, 0, time.UTC))
		e.owes(e.chair, "HAND_OVER", 0)
		e.done(e.clerk, `mutation ($term: ID!) { beginCaretaker(input: {termId: $term}) { userErrors { code } } }`, values{"term": term})
		e.owes(e.chair, "HAND_OVER", 1).is("viewer.todo.todos.0.dueOn", "2029-07-11")
		listed := e.done(e.chair, `mutation ($term: ID!, $office: ID!) {
			handOver(input: {termId: $term, receiverId: $office, items: [{title: "印章"}]}) { handover { items { edges { node { id } } } } userErrors { code } }
		}`, values{"term": term, "office": office.id})
		e.owes(e.chair, "HAND_OVER", 0)
		e.owes(e.chair, "RECEIVE_ITEMS", 0)
		e.owes(office.officer, "RECEIVE_ITEMS", 1).is("viewer.todo.todos.0.count", 1)
		e.done(office.officer, `mutation ($item: ID!) { receiveHandoverItem(input: {itemId: $item}) { userErrors { code } } }`,
			values{"item": listed.list("handOver.handover.items")[0].text("id")})
		e.owes(office.officer, "RECEIVE_ITEMS", 0)
	})
}

// appointed has an appointment posted and confirmed.
func (e *estate) appointed() {
	e.Helper()
	post := e.done(e.clerk, `mutation ($committee: ID!) {
		createPost(input: {organizationId: $committee, category: MEMBER, title: "委员", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"committee": e.committee}).text("createPost.post.id")
	person := e.owners(1)[0]
	m := e.done(e.clerk, appoint, values{"post": post, "person": person, "mode": "ELECTED", "from": e.today(4)}).text("proposeAppointment.membership.id")
	e.owes(person, "POST_APPOINTMENT", 0)
	e.owes(e.chair, "POST_APPOINTMENT", 1).is("viewer.todo.todos.0.subject.id", m)
	e.done(e.chair, announce, values{"membership": m})
	e.owes(e.chair, "POST_APPOINTMENT", 0)
	e.owes(e.chair, "CONFIRM_APPOINTMENT", 0)
	e.clock.Pass(posting)
	e.owes(e.chair, "CONFIRM_APPOINTMENT", 1)
	e.done(e.chair, confirm, values{"membership": m})
	e.owes(e.chair, "CONFIRM_APPOINTMENT", 0)
}

// costsTodo is how many statements the list of what somebody is to do takes.
func (e *estate) costsTodo(as string) int64 {
	e.Helper()
	before := e.statements.Load()
	e.todos(as, nil)
	return e.statements.Load() - before
}

// asks hands so many proposals in.
func (e *estate) asks(person string, times int) {
	e.Helper()
	for range times {
		e.done(person, `mutation ($estate: ID!) {
			submitProposal(input: {title: "停车", text: "请划线。", source: OWNER, matter: "PARKING_ORDER", areaId: $estate}) { proposal { id } userErrors { code } }
		}`, values{"estate": e.area})
	}
}
