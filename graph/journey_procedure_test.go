package graph_test

import (
	"fmt"
	"testing"
	"time"
)

// The Party branch proposes a charter of the residents, the residents' committee
// discusses it, the Party members deliberate, the representatives decide; the
// decision and what came of it are disclosed. A local procedure counts the members
// who came, which is said of what they decided.
func fourDeliberations(t *testing.T, s *stage) {
	n := newNeighbourhood(t, s, 5, 20)
	n.byOffice()
	b := n.branchOf(9)
	proposal := b.chartered()
	run := b.setsOut(proposal)
	b.due(run, "PARTY_PROPOSAL", "BLOCKED")
	b.owes(b.secretary, "TAKE_STEP", 1).is("viewer.todo.todos.0.subject.id", run)
	b.owes(n.members[0], "TAKE_STEP", 0)
	b.refused(n.members[0], tabling, values{"meeting": n.representativesToMeet(), "proposal": proposal}, "STEP_NOT_DUE")

	first := b.holds(proposal, called{kind: "PARTY_BRANCH", organization: b.branch, officer: b.secretary}, b.members, "FFFFFFFFF")
	b.refused(b.secretary, completeStep, values{"run": run, "step": "REPRESENTATIVES_DECIDE", "meeting": first.meeting}, "STEP_NOT_DUE")
	b.takes(run, "PARTY_PROPOSAL", values{"meeting": first.meeting})

	second := b.holds(proposal, called{kind: "COMMITTEE", organization: n.committee, officer: n.members[0]}, n.members, "FFFFF")
	b.takes(run, "COMMITTEES_DISCUSS", values{"meeting": second.meeting})
	b.due(run, "PARTY_MEETING", "BLOCKED")

	third := b.holds(proposal, called{
		kind: "PARTY_BRANCH", organization: b.branch, officer: b.secretary, rule: "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF",
	}, b.members, "FFFBBB---")
	third.came(third.read(b.secretary, third.vote), "ADOPTED", "6≥6 3≥3", "RULE_CONFLICT")
	b.refused(b.secretary, completeStep, values{"run": run, "step": "PARTY_MEETING", "meeting": third.meeting}, "PROOF_DOES_NOT_FIT")
	b.refused(b.secretary, completeStep, values{"run": run, "step": "PARTY_MEETING", "vote": first.vote}, "PROOF_DOES_NOT_FIT", "PROOF_TOO_EARLY")
	b.takes(run, "PARTY_MEETING", values{"vote": third.vote})

	all := append(append([]string{}, n.members...), n.representatives...)
	fourth := b.holds(proposal, called{kind: "REPRESENTATIVES", organization: n.meeting, officer: n.members[0]}, all, "FFFFFFFFFFFFFFFFFFFFFFFFF")
	b.takes(run, "REPRESENTATIVES_DECIDE", values{"vote": fourth.vote})
	posting := b.discloses(n.members[0], fourth.resolution)
	b.refused(b.secretary, completeStep, values{"run": run, "step": "DECISION_DISCLOSED", "posting": posting}, "PROOF_UNFINISHED")
	b.clock.Pass(16 * oneDay)
	b.takes(run, "DECISION_DISCLOSED", values{"posting": posting})
	b.due(run, "RESULT_DISCLOSED", "DUE")
	b.takes(run, "RESULT_DISCLOSED", values{"document": n.document(b.secretary, "实施结果.csv", []byte("居民公约已经施行\n"))}).is("completeStep.procedureRun.status", "COMPLETED")
	b.ended(run)
	b.owes(b.secretary, "TAKE_STEP", 0)
	b.tells(n.members[0], proposal, nil, fourDeliberationsTold...)
}

var fourDeliberationsTold = []string{
	"submitProposal The proposal “居民公约” was handed in.",
	"acceptProposal The proposal “居民公约” was taken up.",
	"startProcedure The procedure “Four deliberations and two disclosures, in a community” was begun.",
	"addAgendaItem “居民公约” was put on the agenda of “会议”.",
	"draftVote The vote “是否同意？” was drafted.",
	"callMeeting The meeting “会议” was called.",
	"openMeeting The meeting “会议” was opened.",
	"openVote The vote “是否同意？” was opened.",
	"closeVote The vote “是否同意？” was closed: adopted.",
	"issueResolution The referral 〔2026〕1号《居民公约》 was issued.",
	"closeMeeting The meeting “会议” was closed.",
	"completeStep The step “The Party organization proposes” of the procedure was done.",
	"addAgendaItem “居民公约” was put on the agenda of “会议”.",
	"draftVote The vote “是否同意？” was drafted.",
	"callMeeting The meeting “会议” was called.",
	"openMeeting The meeting “会议” was opened.",
	"openVote The vote “是否同意？” was opened.",
	"closeVote The vote “是否同意？” was closed: adopted.",
	"issueResolution The referral 〔2026〕1号《居民公约》 was issued.",
	"closeMeeting The meeting “会议” was closed.",
	"completeStep The step “The Party organization and the residents' committee discuss” of the procedure was done.",
	"addAgendaItem “居民公约” was put on the agenda of “会议”.",
	"draftVote The vote “是否同意？” was drafted.",
	"callMeeting The meeting “会议” was called.",
	"openMeeting The meeting “会议” was opened.",
	"openVote The vote “是否同意？” was opened.",
	"closeVote The vote “是否同意？” was closed: adopted.",
	"issueResolution The referral 〔2026〕2号《居民公约》 was issued.",
	"closeMeeting The meeting “会议” was closed.",
	"completeStep The step “The Party members deliberate” of the procedure was done.",
	"addAgendaItem “居民公约” was put on the agenda of “会议”.",
	"draftVote The vote “是否同意？” was drafted.",
	"callMeeting The meeting “会议” was called.",
	"openMeeting The meeting “会议” was opened.",
	"openVote The vote “是否同意？” was opened.",
	"closeVote The vote “是否同意？” was closed: adopted.",
	"issueResolution The referral 〔2026〕1号《居民公约》 was issued.",
	"closeMeeting The meeting “会议” was closed.",
	"completeStep The step “The residents' representatives decide” of the procedure was done.",
	"publish “〔2026〕1号《居民公约》” was posted.",
	"completeStep The step “The decision is disclosed” of the procedure was done.",
	"completeStep The step “The result of carrying it out is disclosed” of the procedure was done.",
}

const (
	tabling = `mutation ($meeting: ID!, $proposal: ID!) {
		addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { agendaItem { id } userErrors { code } }
	}`
	completeStep = `mutation ($run: ID!, $step: String!, $meeting: ID, $vote: ID, $posting: ID, $document: ID) {
		completeStep(input: {runId: $run, step: $step, meetingId: $meeting, voteId: $vote, publicationId: $posting, documentId: $document}) {
			procedureRun { status } steps { step } userErrors { code field facts { name value } }
		}
	}`
)

// party is the Party branch of a neighbourhood.
type party struct {
	*neighbourhood
	branch, secretary string
	members           []string // the secretary first
}

// branchOf is a branch of so many full members.
func (n *neighbourhood) branchOf(members int) *party {
	n.Helper()
	b := &party{neighbourhood: n, branch: n.establish("PARTY_BRANCH", "党支部", n.community, nil), members: n.people(members)}
	b.secretary = b.members[0]
	for _, member := range b.members {
		n.done(n.clerk, `mutation ($branch: ID!, $person: ID!) {
			enrolMember(input: {organizationId: $branch, personId: $person, kind: PARTY_MEMBER}) { userErrors { code } }
		}`, values{"branch": b.branch, "person": member})
	}
	post := n.done(n.clerk, `mutation ($branch: ID!) {
		createPost(input: {organizationId: $branch, category: SECRETARY, title: "书记", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"branch": b.branch}).text("createPost.post.id")
	n.seat(n.clerk, holder{person: b.secretary, post: post, mode: "ELECTED"})
	return b
}

// chartered is a proposal of a charter that was taken up.
func (b *party) chartered() string {
	b.Helper()
	proposal := b.done(b.secretary, `mutation ($area: ID!) {
		submitProposal(input: {title: "居民公约", text: "制定居民公约。", source: PARTY_ORGANIZATION, matter: "RESIDENTS_CHARTER", areaId: $area}) { proposal { id } userErrors { code field } }
	}`, values{"area": b.community}).text("submitProposal.proposal.id")
	b.done(b.secretary, `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { userErrors { code } } }`, values{"proposal": proposal})
	return proposal
}

// setsOut begins the procedure under the local rule, which is pinned.
func (b *party) setsOut(proposal string) string {
	b.Helper()
	begun := b.done(b.secretary, `mutation ($proposal: ID!, $branch: ID!) {
		startProcedure(input: {
			proposalId: $proposal, organizationId: $branch, code: "FOUR_MEETINGS_COMMUNITY",
			rules: [{step: "PARTY_MEETING", ruleCode: "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF"}]
		}) {
			procedureRun { id status edition definition { title verified steps { code rules } } viewerCan { verb allowed } } userErrors { code field }
		}
	}`, values{"proposal": proposal, "branch": b.branch})
	begun.is("startProcedure.procedureRun.status", "RUNNING")
	begun.is("startProcedure.procedureRun.definition.title", "Four deliberations and two disclosures, in a community")
	begun.is("startProcedure.procedureRun.definition.verified", false)
	begun.is("startProcedure.procedureRun.definition.steps.2.rules.0", "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF")
	begun.is("startProcedure.procedureRun.viewerCan.0.allowed", true)
	return begun.text("startProcedure.procedureRun.id")
}

// representativesToMeet is a meeting of the representatives that is being prepared.
func (n *neighbourhood) representativesToMeet() string {
	n.Helper()
	starts := n.clock.Now().Add(10 * oneDay)
	return n.done(n.members[0], `mutation ($organization: ID!, $starts: DateTime!, $ends: DateTime!) {
		draftMeeting(input: {kind: REPRESENTATIVES, form: IN_PERSON, title: "代表会议", venue: "会议室", organizationId: $organization, startsAt: $starts, endsAt: $ends}) {
			meeting { id } userErrors { code field }
		}
	}`, values{"organization": n.meeting, "starts": starts, "ends": starts.Add(time.Hour)}).text("draftMeeting.meeting.id")
}

// heldMeeting is a meeting that is over, with what it resolved.
type heldMeeting struct {
	*session
	resolution string
}

// holds lets a body meet on the proposal, vote, resolve what it says to the body
// that decides, and go home.
func (b *party) holds(proposal string, c called, members []string, word string) *heldMeeting {
	b.Helper()
	c.proposal, c.area = proposal, b.community
	h := &heldMeeting{session: b.calls(c)}
	h.sits(members, word)
	b.clock.Pass(time.Hour)
	h.resolution = b.done(c.officer, `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "居民公约", text: "同意，提请决定。"}) { resolution { id } userErrors { code field facts { name value } } }
	}`, values{"item": h.item, "vote": h.vote}).text("issueResolution.resolution.id")
	b.done(c.officer, `mutation ($meeting: ID!) { closeMeeting(input: {meetingId: $meeting}) { meeting { status } userErrors { code } } }`,
		values{"meeting": h.meeting}).is("closeMeeting.meeting.status", "CLOSED")
	return h
}

// takes records that a step was taken.
func (b *party) takes(run, step string, proof values) reply {
	b.Helper()
	proof["run"], proof["step"] = run, step
	taken := b.done(b.secretary, completeStep, proof)
	taken.is("completeStep.steps.0.step", step)
	return taken
}

// due asserts which step is due, and where the last one stands.
func (b *party) due(run, step, last string) {
	b.Helper()
	now := b.done(b.secretary, `query ($run: ID!) {
		node(id: $run) { ... on ProcedureRun {
			next { step { code title source wanted by } until overdue missing }
			progress { step { code } state done { meeting { id } vote { id } } }
		} }
	}`, values{"run": run})
	now.is("node.next.0.step.code", step)
	now.is("node.next.0.overdue", false)
	now.is("node.progress.5.state", last)
}

// discloses posts what the representatives decided.
func (b *party) discloses(as, resolution string) string {
	b.Helper()
	posted := b.done(as, `mutation ($resolution: ID!) {
		publish(input: {resolutionId: $resolution, place: "居务公开栏", text: "居民代表会议决议"}) { publication { id minimumDays } userErrors { code } }
	}`, values{"resolution": resolution})
	posted.is("publish.publication.minimumDays", 15)
	return posted.text("publish.publication.id")
}

// ended asserts that nothing is left to be done.
func (b *party) ended(run string) {
	b.Helper()
	now := b.done(b.secretary, `query ($run: ID!) {
		node(id: $run) { ... on ProcedureRun { status endedAt next { step { code } } progress { state } } }
		procedures { code title steps { code title source verified } }
	}`, values{"run": run})
	var left, all []struct{ Code string }
	now.into("node.next", &left)
	now.into("procedures", &all)
	if len(left) != 0 || len(all) != 10 {
		b.Errorf("%d steps are still due, and there are %d procedures", len(left), len(all))
	}
	for i := range 6 {
		now.is(fmt.Sprintf("node.progress.%d.state", i), "DONE")
	}
}
