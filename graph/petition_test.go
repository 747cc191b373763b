package graph_test

import (
	"strings"
	"testing"
	"time"

	"sifang/ent/enttest"
)

// A tenth of the owners cannot have an assembly called; a fifth can, and owners
// who hold a flat together sign as one (Property Management Regulation art. 13).
func TestPetition(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		s := newStage(t, database)
		flats := numbered(1, 10, 100_00)
		flats[9].owner, flats[9].coOwners = "丈夫", "妻子"
		e := newEstate(t, s, inXiangtan, flats...)
		a := e.held(selectCompany) // whose roll tells who owns what
		proposal := e.done(a.who("00002"), `mutation ($estate: ID!) {
			submitProposal(input: {title: "公开收支", text: "请公布收支。", source: OWNER, matter: "OWNERS_COVENANT", areaId: $estate, forSignatures: true}) {
				proposal { id } userErrors { code }
			}
		}`, values{"estate": e.area}).text("submitProposal.proposal.id")
		couple := a.voters("00010")
		e.stands(proposal, 0, "0", false)
		e.signs(couple["丈夫"], proposal)
		e.refused(couple["丈夫"], signPetition, values{"proposal": proposal}, "ALREADY_EXISTS")
		e.signs(couple["妻子"], proposal)
		e.stands(proposal, 2, "1", false)
		e.refused(e.chair, draftOnPetition, e.petitioned(proposal), "PETITION_NOT_MET")
		e.refused(e.chair, draftOnPetition, e.petitioned(nil), "FIELD_NEEDED")
		e.refused(e.clerk, signPetition, values{"proposal": proposal, "person": a.who("00003")}, "SIGNATURE_PAPER_NEEDED")
		e.done(e.clerk, signPetition, values{"proposal": proposal, "person": a.who("00003"), "document": e.document(e.clerk, "签名.csv", []byte("签名\n"))})
		e.stands(proposal, 3, "2", true)
		e.done(e.chair, draftOnPetition, e.petitioned(proposal)).is("draftMeeting.meeting.petition.id", proposal)
		stranger := e.people(1)[0]
		e.signs(stranger, proposal)
		e.stands(proposal, 4, "2", true)
	})
}

const (
	signPetition = `mutation ($proposal: ID!, $person: ID, $document: ID) {
		signPetition(input: {proposalId: $proposal, personId: $person, documentId: $document}) { signature { id } userErrors { code } }
	}`
	draftOnPetition = `mutation ($assembly: ID!, $proposal: ID, $starts: DateTime!, $ends: DateTime!) {
		draftMeeting(input: {kind: ASSEMBLY, form: WRITTEN, title: "临时业主大会", organizationId: $assembly, convenedUnder: PETITION, petitionId: $proposal, startsAt: $starts, endsAt: $ends}) {
			meeting { id petition { id } } userErrors { code facts { name value } }
		}
	}`
)

func (e *estate) petitioned(proposal any) values {
	starts := e.clock.Now().Add(21 * oneDay)
	return values{"assembly": e.assembly, "proposal": proposal, "starts": starts, "ends": starts.Add(10 * oneDay)}
}

func (e *estate) signs(person, proposal string) {
	e.Helper()
	e.done(person, signPetition, values{"proposal": proposal})
}

// stands asserts how the petition stands: how many signed, for how many owners,
// and whether these are enough.
func (e *estate) stands(proposal string, signatures int, got string, met bool) {
	e.Helper()
	report := e.done("", `query ($proposal: ID!, $assembly: ID!) {
		node(id: $proposal) { ... on Proposal { petition(meeting: ASSEMBLY, organizationId: $assembly) { met signatures lines { way measure met of needed got } } } }
	}`, values{"proposal": proposal, "assembly": e.assembly})
	report.is("node.petition.signatures", signatures)
	report.is("node.petition.met", met)
	for path, want := range map[string]any{"measure": "HEADS", "of": "10", "needed": "2", "got": got, "met": met} {
		report.is("node.petition.lines.0."+path, want)
	}
}

// The street orders the committee to call the owners together (Beijing property
// management regulation art. 36). The committee has its time; when that is over,
// the street does.
func TestOrderToConvene(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inBeijing, numbered(1, 3, 100_00)...)
		street := e.done(e.clerk, `query { organizations(first: 50, where: {kind: STREET_OFFICE}) { edges { node { id } } } }`, nil).list("organizations")[0].text("id")
		order := values{"street": street, "committee": e.committee, "due": e.today(10)}
		e.refused(e.chair, orderToConvene, order, "NOT_MANDATED")
		e.refused(e.clerk, orderToConvene, values{"street": street, "committee": street, "due": e.today(10)}, "NOT_OVER_IT")
		e.refused(e.clerk, orderToConvene, values{"street": street, "committee": e.committee, "due": e.today(-1)}, "DAY_TOO_EARLY")
		ordered := e.done(e.clerk, orderToConvene, order)
		ordered.is("orderToConvene.oversightAction.basis", "北京市物业管理条例第36条")
		given := ordered.text("orderToConvene.oversightAction.id")
		e.refused(e.clerk, draftUnderOrder, e.ordered(given), "NOT_MANDATED")
		e.clock.Pass(10 * oneDay)
		e.refused(e.clerk, draftUnderOrder, e.ordered(given), "NOT_MANDATED")
		e.clock.Pass(oneDay)
		meeting := e.done(e.clerk, draftUnderOrder, e.ordered(given)).text("draftMeeting.meeting.id")
		proposal := e.proposal("PARKING_ORDER")
		e.done(e.clerk, `mutation ($meeting: ID!, $proposal: ID!) {
			addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { userErrors { code } }
		}`, values{"meeting": meeting, "proposal": proposal})
		e.done(e.clerk, callMeeting, values{"meeting": meeting, "acknowledge": []any{"NO_AGENDA", "NO_CHAIR"}})
		e.done("", `query ($order: ID!) { node(id: $order) { ... on OversightAction { fulfilledOn meetings { edges { node { id } } } } } }`,
			values{"order": given}).is("node.fulfilledOn", e.today(0))
		e.tellsOf(proposal, "街道办事处: order to convene.")
	})
}

// tellsOf asserts that the story of a proposal has a sentence.
func (e *estate) tellsOf(proposal, sentence string) {
	e.Helper()
	var told []struct{ Text string }
	e.done("", `query ($proposal: ID!) { node(id: $proposal) { ... on Proposal { timeline { text } } } }`,
		values{"proposal": proposal}).into("node.timeline", &told)
	for _, one := range told {
		if strings.HasPrefix(one.Text, sentence) {
			return
		}
	}
	e.Errorf("the story does not say %q: %v", sentence, told)
}

const (
	orderToConvene = `mutation ($street: ID!, $committee: ID!, $due: Date!) {
		orderToConvene(input: {organizationId: $street, targetId: $committee, text: "限期召开业主大会。", dueOn: $due}) {
			oversightAction { id kind basis } userErrors { code field }
		}
	}`
	draftUnderOrder = `mutation ($assembly: ID!, $order: ID!, $starts: DateTime!, $ends: DateTime!) {
		draftMeeting(input: {kind: ASSEMBLY, form: WRITTEN, title: "责令召集的业主大会", organizationId: $assembly, convenedUnder: STREET_ORDER, orderId: $order, startsAt: $starts, endsAt: $ends}) {
			meeting { id } userErrors { code field }
		}
	}`
)

func (e *estate) ordered(order string) values {
	starts := e.clock.Now().Add(21 * oneDay)
	return values{"assembly": e.assembly, "order": order, "starts": starts, "ends": starts.Add(10 * oneDay)}
}

// Two complaints about the same go on as one; one about something else does not.
func TestMergeProposals(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 3, 100_00)...)
		first, second, other := e.proposal("PARKING_ORDER"), e.proposal("PARKING_ORDER"), e.proposal("OWNERS_COVENANT")
		merge := `mutation ($ids: [ID!]!, $into: ID!) {
			mergeProposals(input: {proposalIds: $ids, intoId: $into}) { proposal { id status } merged { id status mergedInto { id } } userErrors { code field } }
		}`
		e.refused(e.chair, merge, values{"ids": []any{}, "into": first}, "BLANK")
		e.refused(e.chair, merge, values{"ids": []any{first, other}, "into": first}, "MERGE_WITH_ITSELF", "MERGE_OTHER_MATTER")
		merged := e.done(e.chair, merge, values{"ids": []any{second}, "into": first})
		merged.is("mergeProposals.proposal.status", "ACCEPTED")
		merged.is("mergeProposals.merged.0.status", "MERGED")
		merged.is("mergeProposals.merged.0.mergedInto.id", first)
		e.refused(e.chair, merge, values{"ids": []any{second}, "into": first}, "WRONG_STATE")
	})
}

// The owners recall the chair of their committee. The post ends when the result is
// final, and not before.
func TestRecall(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 3, 100_00)...)
		chairing := e.done(e.clerk, `query ($committee: ID!) {
			node(id: $committee) { ... on Organization { memberships { edges { node { id status } } } } }
		}`, values{"committee": e.committee}).list("node.memberships")[0].text("id")
		a := e.drafted()
		item := a.tabled("OWNERS_COMMITTEE_RECALL")
		a.refused(a.chair, `mutation ($item: ID!, $who: ID!) {
			draftVote(input: {agendaItemId: $item, question: "选举", kind: CHOICE, options: ["甲", "乙"], recallOfId: $who}) { userErrors { code field } }
		}`, values{"item": item, "who": chairing}, "VOTE_KIND_MISMATCH")
		a.items, a.votes = []string{item}, []string{a.vote(values{"agendaItemId": item, "question": "罢免主任", "recallOfId": chairing})}
		a.held21()
		a.cast(alike("FOR", 1, 3))
		status := `query ($who: ID!) { node(id: $who) { ... on Membership { status endReason } } }`
		a.judged()
		a.clock.Pass(time.Hour)
		a.done(a.clerk, status, values{"who": chairing}).is("node.status", "EFFECTIVE")
		a.done(a.clerk, finalize, values{"vote": a.votes[0]})
		ended := a.done(a.clerk, status, values{"who": chairing})
		ended.is("node.status", "ENDED")
		ended.is("node.endReason", "REMOVED")
		a.refused(a.chair, `mutation ($item: ID!, $who: ID!) {
			draftVote(input: {agendaItemId: $item, question: "罢免主任", recallOfId: $who}) { userErrors { code field } }
		}`, values{"item": item, "who": chairing}, "RECALL_NOT_IN_POST")
	})
}
