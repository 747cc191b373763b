package graph_test

import (
	"testing"

	"sifang/schema/day"
)

// Eleven stand for seven seats, two are tied for the last one, and it is voted
// among them. Who accepts takes the seat.
func aTie(t *testing.T, s *stage) {
	c := forSeven(t, s)
	tie := c.breaksTie()
	tie.returned(tie.between("777887887787"), "ADOPTED", "ESTABLISHED", "C8 ELECTED 1 125/11400.00", "C7 ALTERNATE 2 115/12600.00")
	c.final()
	c.accepts(1, 2, 3, 4, 5, 6)
	tie.final()
	tie.accepts(8)
	c.vacant(0)
	c.tells(c.clerk, c.proposalOf(c.items[0]), nil,
		"submitProposal The proposal “议案” was handed in.",
		"acceptProposal The proposal “议案” was taken up.",
		"addAgendaItem “议案” was put on the agenda of “业主大会”.",
		"draftVote The vote “选举业主委员会委员” was drafted.",
		"callMeeting The meeting “业主大会” was called.",
		"publish “选举业主委员会委员” was posted.",
		"openMeeting The meeting “业主大会” was opened.",
		"openVote The vote “选举业主委员会委员” was opened.",
		"closeVote The vote “选举业主委员会委员” was closed: tied.",
		"draftVote The vote “在得票相同者之间再次投票” was drafted.",
		"openVote The vote “在得票相同者之间再次投票” was opened.",
		"closeVote The vote “在得票相同者之间再次投票” was closed: adopted.",
		"publish “选举业主委员会委员” was posted.",
		"finalizeVote The result of “选举业主委员会委员” became final: tied.",
		"acceptElection 居民0 answered whether to take the seat: accepted.",
		"acceptElection 居民1 answered whether to take the seat: accepted.",
		"acceptElection 居民2 answered whether to take the seat: accepted.",
		"acceptElection 居民3 answered whether to take the seat: accepted.",
		"acceptElection 居民4 answered whether to take the seat: accepted.",
		"acceptElection 居民5 answered whether to take the seat: accepted.",
		"publish “在得票相同者之间再次投票” was posted.",
		"finalizeVote The result of “在得票相同者之间再次投票” became final: adopted.",
		"acceptElection 居民7 answered whether to take the seat: accepted.",
	)
}

// proposalOf is the proposal that an item treats.
func (d teller) proposalOf(item string) string {
	d.Helper()
	return d.done("", `query ($item: ID!) { node(id: $item) { ... on AgendaItem { proposal { id } } } }`, values{"item": item}).text("node.proposal.id")
}

// The manager of the property company also sits in the residents' committee, which
// sends him too. On the company's own service he steps aside, for whomever he came.
func theManagerStepsAside(t *testing.T, s *stage) {
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	d := teller{t, s}
	j := linked(d, "JOINT_MAJORITY_OF_PARTIES", "SERVICE_QUALITY")
	d.crosses(j.sent[3])
	d.sends(j.sent[1], j.parties[1], j.sent[3])
	j.begins()
	for i := range j.sent {
		j.comes(j.sent[i], j.parties[i])
	}
	j.comes(j.sent[3], j.parties[1])
	j.stepsAside(j.sent[3])
	j.opens()
	mine := j.done(j.sent[3], mayVote, values{"vote": j.vote})
	for _, path := range []string{"node.viewerEntries.0.reasons.0.code", "node.viewerEntries.1.reasons.0.code"} {
		mine.is(path, "RECUSED")
	}
	for i, choice := range []string{"FOR", "FOR", "AGAINST"} {
		j.says(j.sent[i], choice)
	}
	for _, party := range []int{1, 3} {
		j.refused(j.sent[3], castBallots, j.ballot("FOR", j.entry(party)), "RECUSED")
	}
	v := j.closed(j.officer, j.vote)
	j.came(v, "ADOPTED", "3≥3 2≥2")
	for i, position := range []string{"FOR", "FOR", "AGAINST", "RECUSED"} {
		if v.Parties[i].Position != position {
			t.Errorf("%s is %s", v.Parties[i].Label, v.Parties[i].Position)
		}
	}
	j.clock.Pass(oneDay)
	j.done(j.officer, `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "服务质量整改", text: "限期整改。"}) { resolution { kind } userErrors { code } }
	}`, values{"item": j.item, "vote": j.vote}).is("issueResolution.resolution.kind", "DECISION")
	j.tells(j.officer, j.proposalOf(j.item), nil,
		"submitProposal The proposal “议案” was handed in.",
		"acceptProposal The proposal “议案” was taken up.",
		"addAgendaItem “议案” was put on the agenda of “会议”.",
		"draftVote The vote “是否同意？” was drafted.",
		"callMeeting The meeting “会议” was called.",
		"openMeeting The meeting “会议” was opened.",
		"challengeParticipant 叶浩然 stepped aside on the item, or was asked to.",
		"openVote The vote “是否同意？” was opened.",
		"closeVote The vote “是否同意？” was closed: adopted.",
		"issueResolution The decision 〔2026〕1号《服务质量整改》 was issued.",
	)
}

// crosses lets the manager be a part-time member of the residents' committee, by
// the post in the company.
func (d teller) crosses(manager string) {
	d.Helper()
	post := d.done(d.named("clerk"), `mutation ($residents: ID!) {
		createPost(input: {organizationId: $residents, category: PART_TIME_MEMBER, title: "兼职委员", seatKind: CO_OPTED, votingRight: CONSULTATIVE}) { post { id } userErrors { code } }
	}`, values{"residents": d.named("residents")}).text("createPost.post.id")
	m := d.done(d.named("clerk"), `mutation ($post: ID!, $manager: ID!, $source: ID!, $project: ID!, $from: Date!) {
		proposeAppointment(input: {postId: $post, personId: $manager, mode: CO_OPTED, sourceId: $source, onBehalfOfId: $project, from: $from}) { membership { id } userErrors { code field } }
	}`, values{
		"post": post, "manager": manager, "source": d.named("managing"), "project": d.named("project"),
		"from": day.Of(d.clock.Now().Add(posting)).String(),
	}).text("proposeAppointment.membership.id")
	d.done(d.named("clerk"), announce, values{"membership": m})
	d.clock.Pass(posting)
	d.done(d.named("clerk"), confirm, values{"membership": m}).is("confirmAppointment.membership.status", "EFFECTIVE")
}

// A member of the residents' committee watches the quality of the property
// service: sent by the committee, posted, in office, and out of it when the post
// in the committee ends.
func theSupervisor(t *testing.T, s *stage) {
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	d := teller{t, s}
	post := d.done(d.named("clerk"), `mutation ($project: ID!) {
		createPost(input: {organizationId: $project, category: QUALITY_SUPERVISOR, title: "物业服务质量监督员", seatKind: CO_OPTED, votingRight: CONSULTATIVE}) { post { id } userErrors { code } }
	}`, values{"project": d.named("project")}).text("createPost.post.id")
	from := s.clock.Now().Add(posting)
	sent := d.done(d.named("clerk"), `mutation ($post: ID!, $member: ID!, $source: ID!, $residents: ID!, $from: Date!) {
		proposeAppointment(input: {postId: $post, personId: $member, mode: DISPATCHED, sourceId: $source, onBehalfOfId: $residents, from: $from}) { membership { id } userErrors { code field } }
	}`, values{"post": post, "member": d.named("member"), "source": d.named("sitting"), "residents": d.named("residents"), "from": day.Of(from).String()})
	m := sent.text("proposeAppointment.membership.id")
	d.done(d.named("clerk"), announce, values{"membership": m})
	d.clock.Pass(posting)
	d.done(d.named("clerk"), confirm, values{"membership": m}).is("confirmAppointment.membership.status", "EFFECTIVE")
	d.clock.Pass(30 * oneDay)
	d.done(d.named("clerk"), `mutation ($source: ID!) { endMembership(input: {membershipId: $source, reason: INCAPACITY}) { lapsed { id status } userErrors { code } } }`,
		values{"source": d.named("sitting")}).is("endMembership.lapsed.0.status", "LAPSED")
	d.told("", `query ($thing: ID!, $knownAt: DateTime) { node(id: $thing) { ... on Membership { timeline(knownAt: $knownAt) { verb text } } } }`, m, nil,
		"proposeAppointment Proposed for a post in 三湘鑫苑物业服务中心 (宋建业、物业服务质量监督员).",
		"publish “宋建业、物业服务质量监督员” was posted.",
		"confirmAppointment The appointment took effect (宋建业、物业服务质量监督员).",
	)
}
