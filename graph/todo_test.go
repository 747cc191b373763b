package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sifang/ent/enttest"
)

const todoList = `query ($first: Int, $kinds: [TodoKind!]) { viewer { todo(first: $first, kinds: $kinds) {
	total overdue more todos { kind verb count since dueOn until overdue sentence subject { __typename id } }
} } }`

// TestTodoOfAssembly goes with a written assembly from its draft to its
// resolution: each thing to be done comes up for those who can do it, for nobody
// else, and is gone once it is done.
func TestTodoOfAssembly(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		flats := numbered(1, 6, 100_00)
		flats[5].owner, flats[5].coOwners = "丈夫", "妻子"
		e := newEstate(t, newStage(t, database), inXiangtan, flats...)
		third := e.assistant()
		a := e.drafted(selectCompany)
		a.toDo(e.chair, "CALL_MEETING")
		a.toDo(e.clerk)
		a.call()
		posting := a.toDo(e.chair, "CHECK_POSTING").text("viewer.todo.todos.0.subject.id")
		a.done(e.clerk, lookAfter, values{"posting": posting})
		a.toDo(e.chair)
		a.freeze()
		a.amended()
		e.clock.Pass(21 * oneDay)
		a.toDo(e.chair, "OPEN_MEETING")
		a.toDo(e.clerk, "OPEN_MEETING")
		a.begin()
		closes := e.clock.Now().Add(3 * oneDay)
		a.openUntil(closes)
		a.votedOnline(t, closes)
		a.papered()
		a.disputed(third)
		a.ended(t)
	})
}

// TestTodoOfResult tells that a result is to be posted first, where bylaws ask for
// that, and made final when the time for objections is over.
func TestTodoOfResult(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 3, 100_00)...)
		e.policy(`"window": {"preliminaryDays": 7}`)
		a := e.held(selectCompany)
		a.cast(alike("FOR", 2, 3))
		a.judged()
		a.asked(e.clerk, "FINALIZE_VOTE", a.votes[0], false)
		a.asked(e.clerk, "POST_RESULT", a.votes[0], true)
		a.done(e.clerk, `mutation ($vote: ID!) {
			publish(input: {voteId: $vote, place: "小区公告栏", text: "表决结果"}) { vote { status } userErrors { code field } }
		}`, values{"vote": a.votes[0]}).is("publish.vote.status", "PRELIMINARY")
		a.asked(e.clerk, "POST_RESULT", a.votes[0], false)
		a.asked(e.clerk, "FINALIZE_VOTE", a.votes[0], false)
		e.clock.Pass(8 * oneDay)
		a.asked(e.clerk, "FINALIZE_VOTE", a.votes[0], true)
		a.final()
		a.asked(e.clerk, "FINALIZE_VOTE", a.votes[0], false)
	})
}

// amended has the roll amended by two persons.
func (a *assembly) amended() {
	a.Helper()
	amendment := a.done(a.chair, `mutation ($roll: ID!, $entry: ID!) {
		amendRoll(input: {rollId: $roll, kind: REMOVE, entryId: $entry, reason: "重复登记"}) { amendment { id } userErrors { code field } }
	}`, values{"roll": a.roll, "entry": a.places["00005"].ID}).text("amendRoll.amendment.id")
	a.toDo(a.chair)
	a.toDo(a.clerk, "CONFIRM_AMENDMENT").is("viewer.todo.todos.0.subject.id", amendment)
	a.done(a.clerk, `mutation ($amendment: ID!) { confirmRollAmendment(input: {amendmentId: $amendment, confirm: false}) { userErrors { code } } }`,
		values{"amendment": amendment})
	a.toDo(a.clerk)
}

// votedOnline has owners vote: who voted is told no more, and nobody is told of others.
func (a *assembly) votedOnline(t *testing.T, closes time.Time) {
	t.Helper()
	voter, other := a.who("00002"), a.who("00003")
	list := a.toDo(voter, "CAST_VOTE")
	list.is("viewer.todo.todos.0.verb", "castBallots")
	list.is("viewer.todo.todos.0.subject.id", a.votes[0])
	list.is("viewer.todo.todos.0.subject.__typename", "Vote")
	list.is("viewer.todo.todos.0.until", closes.UTC().Format(time.RFC3339))
	if said := list.text("viewer.todo.todos.0.sentence"); !strings.HasPrefix(said, "You have not voted on “是否同意？”. It is due by ") {
		t.Error(said)
	}
	a.done(voter, castBallots, values{"ballots": a.paper("00002", "FOR")})
	a.toDo(voter)
	a.toDo(other, "CAST_VOTE")
	a.done(other, grantProxy, values{"input": a.authority("00003", voter)})
	a.toDo(voter, "CAST_FOR_OTHERS 1")
	a.done(voter, castForOne, values{"ballots": a.paper("00003", "FOR"), "principal": other})
	a.toDo(voter)
	a.toDo(other)
	a.done("", todoList, nil).is("viewer", nil)
	a.done("operator", todoList, nil).is("viewer.todo.total", 0)
}

// papered lets two persons enter papers: the second is asked for the second
// reading, and both for what the voters of one flat disagree about.
func (a *assembly) papered() {
	a.Helper()
	a.readBy(a.chair, a.who("00004"), "00004", "FOR")
	a.toDo(a.chair, "CAST_VOTE")
	a.toDo(a.clerk, "READ_PAPERS 1")
	a.readBy(a.clerk, a.who("00004"), "00004", "FOR")
	a.toDo(a.clerk)
	both := a.voters("00006")
	a.toDo(both["妻子"], "CAST_VOTE")
	a.done(both["丈夫"], castBallots, values{"ballots": a.paper("00006", "FOR")})
	a.toDo(both["妻子"])
	a.done(both["妻子"], castBallots, values{"ballots": a.paper("00006", "AGAINST")})
	a.toDo(a.clerk, "SETTLE_CONFLICT 1")
	a.done(a.chair, settleConflict, values{
		"vote": a.votes[0], "entry": a.places["00006"].ID, "wife": both["妻子"], "document": a.document(a.chair, "确认书.csv", []byte("确认\n")),
	})
	a.toDo(a.clerk)
	a.done(a.chair, castBallots, values{"ballots": a.paper("00001", "FOR")})
	a.toDo(a.chair)
}

// assistant is a clerk of the assembly.
func (e *estate) assistant() string {
	e.Helper()
	post := e.done(e.clerk, `mutation ($assembly: ID!) {
		createPost(input: {organizationId: $assembly, category: CLERK, title: "秘书", seatKind: APPOINTED, votingRight: NONE}) { post { id } userErrors { code } }
	}`, values{"assembly": e.assembly}).text("createPost.post.id")
	person := e.people(1)[0]
	e.seat(e.clerk, holder{person: person, post: post, mode: "ENGAGED"})
	return person
}

// disputed has two persons read a paper in two ways, and a third decide.
func (a *assembly) disputed(third string) {
	a.Helper()
	a.readBy(a.chair, a.who("00005"), "00005", "FOR")
	a.toDo(third, "READ_PAPERS 1")
	a.readBy(a.clerk, a.who("00005"), "00005", "AGAINST")
	a.toDo(a.chair)
	a.toDo(a.clerk)
	paper := a.toDo(third, "SETTLE_PAPER").text("viewer.todo.todos.0.subject.id")
	a.done(third, `mutation ($paper: ID!, $ballots: [PaperAnswerInput!]!) {
		settlePaperBallot(input: {paperBallotId: $paper, ballots: $ballots}) { userErrors { code field } }
	}`, values{"paper": paper, "ballots": []any{map[string]any{"voteId": a.votes[0], "choice": "FOR"}}})
	a.toDo(third)
}

const settleConflict = `mutation ($vote: ID!, $entry: ID!, $wife: ID!, $document: ID!) {
	settleBallotConflict(input: {voteId: $vote, entryId: $entry, personId: $wife, documentId: $document}) { ballot { status } userErrors { code } }
}`

// ended closes the vote, issues the resolution and carries it out.
func (a *assembly) ended(t *testing.T) {
	t.Helper()
	a.clock.Pass(3*oneDay + time.Hour)
	a.toDo(a.chair, "!CLOSE_VOTE")
	a.toDo(a.who("00003"))
	a.judged()
	a.toDo(a.clerk, "FINALIZE_VOTE")
	a.final()
	a.toDo(a.clerk)
	a.toDo(a.chair, "ISSUE_RESOLUTION").is("viewer.todo.todos.0.subject.id", a.items[0])
	issued := a.done(a.chair, issue, values{"item": a.items[0], "vote": a.votes[0]}).text("issueResolution.resolution.id")
	a.toDo(a.clerk)
	a.toDo(a.chair, "POST_RESOLUTION").is("viewer.todo.todos.0.subject.id", issued)
	a.done(a.chair, post, values{"resolution": issued})
	a.toDo(a.chair)
	objection := a.objects(a.who("00005"), issued)
	a.toDo(a.who("00005"))
	a.toDo(a.chair, "ANSWER_OBJECTION")
	a.answers(objection)
	a.toDo(a.clerk)
	a.done(a.chair, closeMeeting, values{"meeting": a.meeting})
	a.assigned(issued)
}

// assigned gives the owner of a flat a task, which is theirs and that of the
// committee until they have done it.
func (a *assembly) assigned(resolution string) {
	a.Helper()
	worker := a.who("00004")
	task := a.done(a.chair, giveTask, values{
		"resolution": resolution, "committee": a.committee, "person": worker, "due": a.today(10),
	}).text("createTask.task.id")
	a.clock.Pass(11 * oneDay)
	a.toDo(worker, "!COMPLETE_TASK").is("viewer.todo.overdue", 1)
	a.toDo(a.who("00003"))
	a.toDo(a.chair, "!COMPLETE_TASK")
	a.done(worker, `mutation ($task: ID!, $document: ID!) {
		completeTask(input: {taskId: $task, text: "已办结。", documentId: $document}) { userErrors { code field } }
	}`, values{"task": task, "document": a.document(worker, "验收单.csv", []byte("验收\n"))})
	a.toDo(worker)
	a.toDo(a.chair)
}

const (
	lookAfter = `mutation ($posting: ID!) { recordPostingCheck(input: {publicationId: $posting, stillThere: true}) { userErrors { code field } } }`
	issue     = `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "更换物业", text: "另行选聘。"}) { resolution { id } userErrors { code } }
	}`
	post         = `mutation ($resolution: ID!) { publish(input: {resolutionId: $resolution, place: "公告栏", text: "决议"}) { userErrors { code } } }`
	closeMeeting = `mutation ($meeting: ID!) { closeMeeting(input: {meetingId: $meeting}) { userErrors { code } } }`
	giveTask     = `mutation ($resolution: ID!, $committee: ID!, $person: ID!, $due: Date!) {
		createTask(input: {resolutionId: $resolution, title: "招标", organizationId: $committee, personId: $person, dueOn: $due}) { task { id } userErrors { code field } }
	}`
)

// todos are what somebody is to do.
func (d teller) todos(as string, with values) reply {
	d.Helper()
	return d.done(as, todoList, with)
}

// toDo asserts the kinds of what somebody is to do, in their order: with a !
// where it is overdue, and with how many it stands for where that is asked.
func (d teller) toDo(as string, want ...string) reply {
	d.Helper()
	all := d.todos(as, nil)
	var list []struct {
		Kind    string
		Count   int
		Overdue bool
	}
	all.into("viewer.todo.todos", &list)
	got := make([]string, len(list))
	for i, one := range list {
		if got[i] = one.Kind; one.Overdue {
			got[i] = "!" + got[i]
		}
		if i < len(want) && strings.Contains(want[i], " ") {
			got[i] += fmt.Sprint(" ", one.Count)
		}
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		d.Errorf("%s is to do %q, want %q", as, got, want)
	}
	return all
}
