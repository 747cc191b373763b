package graph_test

import (
	"testing"
	"time"
)

// A resident complains about the property company. What to do is for the owners
// to decide: the four parties refer it to them. Most owners want another company,
// but a shop owns more than half of the area that takes part; voted again, the
// motion passes. A court revokes it.
func aComplaint(t *testing.T, s *stage) {
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	d := teller{t, s}
	e := besideTheFour(d, []flat{
		{number: "00002", area: 100_00, owner: "甲"}, {number: "00003", area: 100_00, owner: "乙", coOwners: "丙"},
		{number: "00004", area: 100_00, owner: "丁"}, {number: "00005", area: 500_00, owner: "戊"},
	})
	proposal := complained(d, e)
	j := linkedOn(d, "JOINT_ALL_PARTIES", "PROPERTY_COMPANY_SELECTION", proposal)
	j.came(j.meet("FFFF"), "ADOPTED", "4≥3 4≥4")
	j.clock.Pass(time.Hour)
	j.done(j.officer, `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "关于更换物业的意见", text: "提请业主大会决定。"}) { resolution { kind } userErrors { code } }
	}`, values{"item": j.item, "vote": j.vote}).is("issueResolution.resolution.kind", "REFERRAL")

	a := e.drafted()
	a.takesUp(j.item)
	a.refused(a.chair, takeUpReferral, values{"item": j.item, "meeting": a.meeting}, "WRONG_STATE")
	a.held21()
	a.votesInAllWays("AGAINST")
	a.came(a.judged(), "REJECTED", "889.50≥593.00 5≥4 389.50<444.76 4≥3", "SPLIT_MAJORITY")
	a.final()

	b := e.drafted()
	b.votesAgain(a)
	b.held21()
	b.votesInAllWays("FOR")
	b.came(b.judged(), "ADOPTED", "889.50≥593.00 5≥4 889.50≥444.76 5≥3")
	b.final()
	resolution := b.resolves()
	objection := b.objects(b.who("00005"), resolution)
	b.answers(objection)
	b.clock.Pass(30 * oneDay)
	challenge := b.sues(resolution)
	b.clock.Pass(60 * oneDay)
	b.rules(challenge, "REVOKED", b.today(0)).is("recordRuling.ruling.challenge.resolution.currentStatus", "REVOKED")
	b.done(b.clerk, `query ($proposal: ID!) { node(id: $proposal) { ... on Proposal { status } } }`, values{"proposal": proposal}).is("node.status", "ACCEPTED")
	b.tells(d.named("secretary"), proposal, nil,
		"submitProposal The proposal “更换物业” was handed in.",
		"acceptProposal The proposal “更换物业” was taken up.",
		"addAgendaItem “更换物业” was put on the agenda of “会议”.",
		"draftVote The vote “是否同意？” was drafted.",
		"callMeeting The meeting “会议” was called.",
		"openMeeting The meeting “会议” was opened.",
		"openVote The vote “是否同意？” was opened.",
		"closeVote The vote “是否同意？” was closed: adopted.",
		"issueResolution The referral 〔2026〕1号《关于更换物业的意见》 was issued.",
		"takeUpReferral “业主大会” took up “更换物业”, which had been referred to it.",
		"draftVote The vote “是否更换物业服务企业？” was drafted.",
		"callMeeting The meeting “业主大会” was called.",
		"openMeeting The meeting “业主大会” was opened.",
		"openVote The vote “是否更换物业服务企业？” was opened.",
		"closeVote The vote “是否更换物业服务企业？” was closed: rejected.",
		"finalizeVote The result of “是否更换物业服务企业？” became final: rejected.",
		"callRevote The vote “是否更换物业服务企业？” was called again.",
		"callMeeting The meeting “业主大会” was called.",
		"openMeeting The meeting “业主大会” was opened.",
		"openVote The vote “是否更换物业服务企业？” was opened.",
		"closeVote The vote “是否更换物业服务企业？” was closed: adopted.",
		"finalizeVote The result of “是否更换物业服务企业？” became final: adopted.",
		"issueResolution The decision 〔2026〕1号《更换物业服务企业》 was issued.",
		"publish “〔2026〕1号《更换物业服务企业》” was posted.",
		"fileObjection An objection was filed.",
		"answerObjection The objection was answered.",
		"recordChallenge A suit was brought before 人民法院.",
		"recordRuling 人民法院 ruled: revoked.",
	)
}

// final makes the result final, an hour after the count.
func (a *assembly) final() {
	a.Helper()
	a.clock.Pass(time.Hour)
	a.done(a.chair, finalize, values{"vote": a.votes[0]}).is("finalizeVote.vote.status", "FINAL")
}

const finalize = `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { vote { status } userErrors { code facts { name value } } } }`

// held21 calls the assembly and opens its votes on the day for which it is
// called, on a roll of all owners.
func (a *assembly) held21() {
	a.Helper()
	a.call()
	a.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	a.open()
}

// votesAgain calls the vote of an earlier assembly again in this one.
func (a *assembly) votesAgain(before *assembly) {
	a.Helper()
	again := a.done(a.chair, `mutation ($vote: ID!, $meeting: ID!) {
		callRevote(input: {voteId: $vote, meetingId: $meeting}) {
			vote { id question revoteOf { id } agendaItem { id carriedFrom { id } proposal { status } } } userErrors { code field facts { name value } }
		}
	}`, values{"vote": before.votes[0], "meeting": a.meeting})
	again.is("callRevote.vote.question", "是否更换物业服务企业？")
	again.is("callRevote.vote.revoteOf.id", before.votes[0])
	again.is("callRevote.vote.agendaItem.carriedFrom.id", before.items[0])
	again.is("callRevote.vote.agendaItem.proposal.status", "ON_AGENDA")
	a.items, a.votes = []string{again.text("callRevote.vote.agendaItem.id")}, []string{again.text("callRevote.vote.id")}
}

// resolves issues what was adopted and posts it.
func (a *assembly) resolves() string {
	a.Helper()
	issued := a.done(a.chair, `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "更换物业服务企业", text: "另行选聘物业服务企业。"}) { resolution { id kind } userErrors { code } }
	}`, values{"item": a.items[0], "vote": a.votes[0]})
	issued.is("issueResolution.resolution.kind", "DECISION")
	id := issued.text("issueResolution.resolution.id")
	a.done(a.chair, `mutation ($resolution: ID!) {
		publish(input: {resolutionId: $resolution, place: "小区公告栏", text: "业主大会决议"}) { resolution { status } userErrors { code } }
	}`, values{"resolution": id}).is("publish.resolution.status", "PUBLISHED")
	return id
}

const takeUpReferral = `mutation ($item: ID!, $meeting: ID!) {
	takeUpReferral(input: {agendaItemId: $item, meetingId: $meeting}) { agendaItem { id authority referredFrom { id } } userErrors { code } }
}`

// takesUp puts what was referred on the agenda, with a vote.
func (a *assembly) takesUp(referred string) {
	a.Helper()
	taken := a.done(a.chair, takeUpReferral, values{"item": referred, "meeting": a.meeting})
	taken.is("takeUpReferral.agendaItem.authority", "OWNERS_ASSEMBLY")
	taken.is("takeUpReferral.agendaItem.referredFrom.id", referred)
	a.items = append(a.items, taken.text("takeUpReferral.agendaItem.id"))
	a.votes = append(a.votes, a.vote(values{"agendaItemId": a.items[0], "question": "是否更换物业服务企业？"}))
}

// complained is a complaint of somebody who owns a flat, which was taken up.
func complained(d teller, e *estate) string {
	d.Helper()
	resident := d.named("member")
	proposal := d.done(resident, `mutation ($area: ID!) {
		submitProposal(input: {title: "更换物业", text: "垃圾三天没有清运。", source: RESIDENT, matter: "PROPERTY_COMPANY_SELECTION", areaId: $area}) { proposal { id } userErrors { code field } }
	}`, values{"area": e.area}).text("submitProposal.proposal.id")
	d.done(d.named("secretary"), `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { proposal { status } userErrors { code } } }`,
		values{"proposal": proposal}).is("acceptProposal.proposal.status", "ACCEPTED")
	return proposal
}

// besideTheFour is the owners' assembly of the estate whose four parties the
// setup knows. The chair of the committee convenes it and owns a flat.
func besideTheFour(d teller, flats []flat) *estate {
	d.Helper()
	e := &estate{
		teller: d, clerk: d.named("clerk"), community: d.named("community"), area: d.named("estate"),
		committee: d.named("owners"), chair: d.named("chair"),
	}
	e.assembly = e.establish("OWNERS_ASSEMBLY", "业主大会", e.area, nil)
	post := e.done(e.clerk, `mutation ($assembly: ID!, $estate: ID!) {
		coverArea(input: {organizationId: $assembly, areaIds: [$estate]}) { userErrors { code } }
		createPost(input: {organizationId: $assembly, category: CHAIR, title: "召集人", seatKind: APPOINTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"assembly": e.assembly, "estate": e.area}).text("createPost.post.id")
	e.seat(e.clerk, holder{person: e.chair, post: post, mode: "ENGAGED"})
	e.takeIn(flats)
	return e
}

// votesInAllWays lets the owners vote: the chair online, an owner on paper, a
// couple by the one of them who comes first, an owner by somebody they trust, and
// the shop as it likes.
func (a *assembly) votesInAllWays(shop string) {
	a.Helper()
	a.done(a.chair, castBallots, values{"ballots": a.paper("1栋 101", "FOR")})
	a.readBy(a.chair, a.who("00002"), "00002", "FOR")
	a.readBy(a.clerk, a.who("00002"), "00002", "FOR").is("enterPaperBallot.ballots.0.status", "VALID")
	a.done(a.voters("00003")["丙"], castBallots, values{"ballots": a.paper("00003", "FOR")})
	a.done(a.who("00004"), grantProxy, values{"input": a.authority("00004", a.who("00002"))})
	a.done(a.who("00002"), castForOne, values{"ballots": a.paper("00004", "FOR"), "principal": a.who("00004")})
	a.done(a.who("00005"), castBallots, values{"ballots": a.paper("00005", shop)})
}

// objects lets somebody object to a resolution.
func (d teller) objects(who, resolution string) string {
	d.Helper()
	return d.done(who, `mutation ($resolution: ID!) {
		fileObjection(input: {resolutionId: $resolution, text: "送达不实。"}) { objection { id late } userErrors { code field } }
	}`, values{"resolution": resolution}).text("fileObjection.objection.id")
}

// answers dismisses an objection.
func (a *assembly) answers(objection string) {
	a.Helper()
	a.clock.Pass(oneDay)
	a.done(a.clerk, `mutation ($objection: ID!) {
		answerObjection(input: {objectionId: $objection, upheld: false, answer: "送达回执齐全。"}) { objection { status } userErrors { code field } }
	}`, values{"objection": objection}).is("answerObjection.objection.status", "DISMISSED")
}

// sues enters a suit against a resolution.
func (e *estate) sues(resolution string) string {
	e.Helper()
	return e.done(e.clerk, `mutation ($resolution: ID!, $on: Date!) {
		recordChallenge(input: {resolutionId: $resolution, kind: SUIT, authority: "人民法院", ground: "表决程序违法", filedOn: $on}) { challenge { id late } userErrors { code field } }
	}`, values{"resolution": resolution, "on": e.today(0)}).text("recordChallenge.challenge.id")
}

// rules enters a judgment of a day.
func (e *estate) rules(challenge, outcome, on string) reply {
	e.Helper()
	return e.done(e.clerk, `mutation ($challenge: ID!, $outcome: RulingOutcome!, $on: Date!) {
		recordRuling(input: {challengeId: $challenge, outcome: $outcome, text: "判决如下。", ruledOn: $on}) {
			ruling { id challenge { resolution { currentStatus } } } userErrors { code field }
		}
	}`, values{"challenge": challenge, "outcome": outcome, "on": on})
}
