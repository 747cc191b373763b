package graph_test

import "testing"

// Voting for others (Weifang art. 32; Civil Code arts. 165 and 169).
var proxyRows = []row{
	{"12", once(row12)},
	{"12b", []play{{"no scope and no signature", row12b}, {"staff of the property company", row12bStaff}}},
	{"12c", once(row12c)},
	{"12d", []play{{"Weifang", strangers(inWeifang, "PROXY_AGENT_NOT_ON_ROLL")}, {"elsewhere", strangers(inXiangtan)}}},
	{"12e", once(row12e)},
}

const (
	inWeifang  = "370702001"
	grantProxy = `mutation ($input: GrantProxyInput!) { grantProxy(input: $input) { proxy { id status } userErrors { code field } } }`
	castForOne = `mutation ($ballots: [BallotInput!]!, $principal: ID!) {
		castBallots(input: {ballots: $ballots, onBehalfOfId: $principal}) { userErrors { code field } }
	}`
)

// agency is an assembly of six owners: the chair, T and U1 to U4, by the numbers
// of their flats.
func agency(t *testing.T, s *stage, street string) *assembly {
	t.Helper()
	return newEstate(t, s, street, numbered(1, 6, 100_00)...).held(selectCompany)
}

// who is the owner of the flat with a number.
func (a *assembly) who(number string) string {
	a.Helper()
	return a.places[number].Person.ID
}

// authority is one from the owner of a flat, to vote for them.
func (a *assembly) authority(number, agent string) map[string]any {
	return map[string]any{
		"meetingId": a.meeting, "principalId": a.who(number), "agentId": agent, "voteIds": []any{a.votes[0]}, "scope": "投同意票",
		"signedOn": a.today(0), "expiresOn": a.today(30),
	}
}

// principals are the flats of U1 to U4.
var principals = []string{"00003", "00004", "00005", "00006"}

// Three principals are lawful, the fourth is not; T votes for himself as well.
func row12(t *testing.T, s *stage) {
	a := agency(t, s, inWeifang)
	agent := a.who("00002")
	for _, number := range principals[:3] {
		a.done(a.who(number), grantProxy, values{"input": a.authority(number, agent)})
		a.done(agent, castForOne, values{"ballots": a.paper(number, "FOR"), "principal": a.who(number)})
	}
	a.refused(a.who("00006"), grantProxy, values{"input": a.authority("00006", agent)}, "PROXY_LIMIT")
	a.refused(agent, castForOne, values{"ballots": a.paper("00006", "FOR"), "principal": a.who("00006")}, "PROXY_LIMIT")
	a.cast(map[string]string{"00002": "FOR"})
	v := a.judged()
	a.given(v, "FOR 4/400.00, AGAINST 0/0.00, ABSTAIN 0/0.00")
	a.came(v, "ADOPTED", "400.00≥400.00 4≥4 400.00≥200.01 4≥3")
}

// An authority for nothing in particular is none, and neither is one that an
// officer enters without the paper that bears the signature.
func row12b(t *testing.T, s *stage) {
	a := agency(t, s, inXiangtan)
	agent := a.who("00002")
	vague := a.authority("00003", agent)
	vague["scope"] = "全权代表"
	a.refused(a.who("00003"), grantProxy, values{"input": vague}, "PROXY_VAGUE")
	a.refused(a.chair, grantProxy, values{"input": a.authority("00003", agent)}, "PROXY_UNSIGNED")
	a.refused(agent, castForOne, values{"ballots": a.paper("00003", "FOR"), "principal": a.who("00003")}, "PROXY_NEEDED")
}

func row12bStaff(t *testing.T, s *stage) {
	a := newEstate(t, s, inZhoushan, numbered(1, 6, 100_00)...)
	project := a.establish("PROPERTY_PROJECT", "物业服务中心", a.area, nil)
	staff := a.people(1)[0]
	post := a.done(a.clerk, `mutation ($project: ID!, $estate: ID!) {
		coverArea(input: {organizationId: $project, areaIds: [$estate]}) { userErrors { code } }
		createPost(input: {organizationId: $project, category: PROJECT_MANAGER, title: "项目负责人", seatKind: APPOINTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"project": project, "estate": a.area}).text("createPost.post.id")
	a.seat(a.clerk, holder{person: staff, post: post, mode: "ENGAGED"})
	meeting := a.drafted(selectCompany)
	meeting.call()
	meeting.clock.Pass(21 * oneDay)
	meeting.begin()
	meeting.freeze()
	meeting.openUntil(meeting.clock.Now().Add(30 * oneDay))
	meeting.refused(meeting.who("00003"), grantProxy, values{"input": meeting.authority("00003", staff)}, "PROXY_BARRED")
}

// Whoever votes in person is not voted for, whatever came first.
func row12c(t *testing.T, s *stage) {
	a := agency(t, s, inXiangtan)
	agent, number := a.who("00002"), "00003"
	proxy := a.done(a.who(number), grantProxy, values{"input": a.authority(number, agent)}).text("grantProxy.proxy.id")
	a.done(agent, castForOne, values{"ballots": a.paper(number, "FOR"), "principal": a.who(number)})
	mine := a.done(a.who(number), mayVote, values{"vote": a.votes[0]})
	mine.is("node.viewerEntries.0.voted", true)
	mine.is("node.viewerEntries.0.reasons", []any{})
	a.done(a.who(number), `mutation ($proxy: ID!) { revokeProxy(input: {proxyId: $proxy}) { userErrors { code } } }`, values{"proxy": proxy})
	a.cast(map[string]string{number: "AGAINST"})
	v := a.judged()
	a.given(v, "FOR 0/0.00, AGAINST 1/100.00, ABSTAIN 0/0.00")
	if v.SetAside != 1 {
		t.Errorf("%d ballots set aside", v.SetAside)
	}
}

// strangers lets somebody vote for four owners who owns nothing there.
func strangers(street string, refused ...string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		a := agency(t, s, street)
		agent := a.people(1)[0]
		for _, number := range principals {
			a.refused(a.who(number), grantProxy, values{"input": a.authority(number, agent)}, refused...)
			if len(refused) == 0 {
				a.done(agent, castForOne, values{"ballots": a.paper(number, "FOR"), "principal": a.who(number)})
			}
		}
		want := "FOR 4/400.00, AGAINST 0/0.00, ABSTAIN 0/0.00"
		if len(refused) > 0 {
			want = "FOR 0/0.00, AGAINST 0/0.00, ABSTAIN 0/0.00"
		}
		a.given(a.judged(), want)
	}
}

// An agent hands an authority on without the principal's consent in writing.
func row12e(t *testing.T, s *stage) {
	a := agency(t, s, inXiangtan)
	agent, friend := a.who("00002"), a.who("00004")
	proxy := a.done(a.who("00003"), grantProxy, values{"input": a.authority("00003", agent)}).text("grantProxy.proxy.id")
	on := a.authority("00003", friend)
	delete(on, "principalId")
	on["passedOnFromId"] = proxy
	a.refused(agent, grantProxy, values{"input": on}, "PROXY_NOT_PASSED_ON")
	a.refused(friend, castForOne, values{"ballots": a.paper("00003", "FOR"), "principal": a.who("00003")}, "PROXY_NEEDED")
}
