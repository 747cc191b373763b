package graph_test

import (
	"slices"
	"strings"
	"testing"
)

// Elections of residents' committees, and the meeting of residents'
// representatives (Residents' Committee Organic Law arts. 19, 28 and 29).
var residentsRows = []row{
	{"29", once(row29)},
	{"29b", once(row29b)},
	{"29c", once(row29c)},
	{"29d", []play{{"by the voters", voted29d(true)}, {"by the voters in a sitting", voted29d(false)}, {"by representatives", row29dRepresentatives}}},
	{"30", once(row30)},
	{"30b", once(row30b)},
}

// neighbourhood is a community with its residents' committee and the residents'
// representatives.
type neighbourhood struct {
	*estate
	committee, meeting string
	seats              string   // the post of a member of the committee
	members            []string // of the committee, the chair first
	representatives    []string
}

// newNeighbourhood has so many members of the committee, the chair and the vice
// chair among them, and so many representatives. The committee convenes the
// meeting of representatives: these two direct it, and have no vote there for that.
func newNeighbourhood(t *testing.T, s *stage, members, representatives int) *neighbourhood {
	t.Helper()
	n := &neighbourhood{estate: &estate{teller: teller{t, s}}}
	n.register(inXiangtan)
	n.committee = n.establish("RESIDENTS_COMMITTEE", "居民委员会", n.community, nil)
	n.meeting = n.establish("REPRESENTATIVES_MEETING", "居民代表会议", n.community, nil)
	posts := n.done(n.clerk, `mutation ($committee: ID!, $meeting: ID!) {
		chair: createPost(input: {organizationId: $committee, category: CHAIR, title: "主任", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
		vice: createPost(input: {organizationId: $committee, category: VICE_CHAIR, title: "副主任", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
		member: createPost(input: {organizationId: $committee, category: MEMBER, title: "委员", seatKind: ELECTED, votingRight: FULL, capacity: 7}) { post { id } userErrors { code } }
		sent: createPost(input: {organizationId: $meeting, category: REPRESENTATIVE, title: "居民代表", seatKind: ELECTED, votingRight: FULL, capacity: 60}) { post { id } userErrors { code } }
		convenes: createPost(input: {organizationId: $meeting, category: CLERK, title: "召集人", seatKind: APPOINTED, votingRight: NONE, capacity: 2}) { post { id } userErrors { code } }
	}`, values{"committee": n.committee, "meeting": n.meeting})
	n.seats = posts.text("member.post.id")
	people := n.people(members + representatives)
	n.members, n.representatives = people[:members], people[members:]
	var holders []holder
	for i, person := range n.members {
		post := []string{"chair", "vice", "member"}[min(i, 2)]
		holders = append(holders, holder{person: person, post: posts.text(post + ".post.id"), mode: "ELECTED"})
	}
	for _, person := range n.members[:2] {
		holders = append(holders, holder{person: person, post: posts.text("convenes.post.id"), mode: "ENGAGED"})
	}
	for _, person := range n.representatives {
		holders = append(holders, holder{person: person, post: posts.text("sent.post.id"), mode: "ELECTED"})
	}
	n.seat(n.clerk, holders...)
	return n
}

// byOffice gives the members of the committee their seats in the meeting of
// representatives.
func (n *neighbourhood) byOffice() {
	n.Helper()
	post := n.done(n.clerk, `mutation ($meeting: ID!) {
		createPost(input: {organizationId: $meeting, category: MEMBER, title: "居民委员会成员", seatKind: EX_OFFICIO, votingRight: FULL, capacity: 9}) { post { id } userErrors { code } }
	}`, values{"meeting": n.meeting}).text("createPost.post.id")
	var holders []holder
	for _, person := range n.members {
		holders = append(holders, holder{person: person, post: post, mode: "EX_OFFICIO"})
	}
	n.seat(n.clerk, holders...)
}

// byRepresentatives is an election by sixty representatives, of whom so many
// came.
func byRepresentatives(t *testing.T, s *stage, standing, present int) (*neighbourhood, *polling) {
	t.Helper()
	n := newNeighbourhood(t, s, 2, 60)
	p := n.representing(standing)
	p.begins()
	for _, person := range n.representatives[:present] {
		p.comes(person, nil)
	}
	return n, p
}

// representing calls an election by the representatives.
func (n *neighbourhood) representing(standing int) *polling {
	n.Helper()
	return n.elects(called{
		kind: "REPRESENTATIVES", organization: n.meeting, matter: "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES",
	}, standing, n.representatives[:3])
}

// Forty of sixty are not more than two thirds. One more comes, and it is voted
// anew: 21 of 41 elect.
func row29(t *testing.T, s *stage) {
	n, p := byRepresentatives(t, s, 2, 40)
	p.returned(p.counted(40, 0, 0, 21, 19), "NOT_QUORATE", "NOT_QUORATE", "40<41", "A NOT_ELECTED 21≥21", "B NOT_ELECTED 19<21")
	p.final()
	p.comes(n.representatives[40], nil)
	p.again(oneSeat(n.seats), values{"revoteOfId": p.vote})
	p.returned(p.counted(41, 0, 0, 21, 20), "ADOPTED", "ESTABLISHED", "41≥41", "A ELECTED 21≥21", "B NOT_ELECTED 20<21")
}

// 21 of 41 are more than half, 20 are not.
func row29b(t *testing.T, s *stage) {
	_, p := byRepresentatives(t, s, 2, 41)
	p.returned(p.counted(41, 0, 0, 21, 20), "ADOPTED", "ESTABLISHED", "41≥41", "A ELECTED 21≥21", "B NOT_ELECTED 20<21")
	p.takesUp(0, "WRONG_STATE")
	p.final()
	p.takesUp(1, "NOT_ELECTED")
	p.takesUp(0).is("acceptElection.membership.mode", "ELECTED")
}

// Nobody has more than half of 45 papers. In a run-off the most votes elect, if
// they are a third of the papers, blank and spoilt ones included.
func row29c(t *testing.T, s *stage) {
	n, p := byRepresentatives(t, s, 3, 45)
	p.returned(p.counted(45, 0, 0, 15, 14, 16), "REJECTED", "NOT_ESTABLISHED", "45≥41",
		"A NOT_ELECTED 15<23", "B NOT_ELECTED 14<23", "C NOT_ELECTED 16<23")
	for _, c := range []struct {
		blank, invalid int
		votes          []int
		outcome        string
		election       string
		want           []string
	}{
		{3, 0, []int{14, 14, 14}, "REJECTED", "NOT_ESTABLISHED", []string{"A NOT_ELECTED 14<15", "B NOT_ELECTED 14<15", "C NOT_ELECTED 14<15"}},
		{0, 6, []int{14, 13, 12}, "REJECTED", "NOT_ESTABLISHED", []string{"A NOT_ELECTED 14<15", "B NOT_ELECTED 13<15", "C NOT_ELECTED 12<15"}},
		{0, 0, []int{15, 14, 16}, "ADOPTED", "ESTABLISHED", []string{"A NOT_ELECTED 15≥15", "B NOT_ELECTED 14<15", "C ELECTED 16≥15"}},
	} {
		p.again(oneSeat(n.seats), values{"ruleCode": "RESIDENTS_COMMITTEE_RUN_OFF_BY_REPRESENTATIVES"})
		v := p.counted(45, c.blank, c.invalid, c.votes...)
		p.returned(v, c.outcome, c.election, "45≥41", c.want...)
		if len(v.Lacking) > 0 {
			t.Errorf("the run-off lacks %v", v.Lacking)
		}
	}
	p.final()
	p.takesUp(2).is("acceptElection.membership.mode", "ELECTED")
}

// Somebody may vote for three who are away, and no candidate for anybody. Who
// votes for whom is on record, to be posted. Voters come to the ballot box in
// their own time, or sit together, where an agent stands for those who are away.
func voted29d(written bool) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		n := newNeighbourhood(t, s, 2, 0)
		residents := n.establish("RESIDENTS_MEETING", "居民会议", n.community, nil)
		post := n.done(n.clerk, `mutation ($meeting: ID!) {
			createPost(input: {organizationId: $meeting, category: CLERK, title: "召集人", seatKind: APPOINTED, votingRight: NONE, capacity: 2}) { post { id } userErrors { code } }
		}`, values{"meeting": residents}).text("createPost.post.id")
		n.seat(n.clerk, holder{person: n.members[0], post: post, mode: "ENGAGED"}, holder{person: n.members[1], post: post, mode: "ENGAGED"})
		voters := n.people(8)
		agent, away := voters[0], voters[1:5]
		p := n.elects(called{kind: "RESIDENTS", organization: residents, written: written, matter: "RESIDENTS_COMMITTEE_ELECTION"}, 2, voters[5:])
		n.live(slices.Concat(voters, p.people))
		p.begins()
		for _, principal := range away[:3] {
			p.entrusts(principal, agent)
		}
		p.entrusts(away[3], agent, "PROXY_LIMIT")
		p.entrusts(away[3], p.people[0], "PROXY_BARRED")
		known := p.done(p.officer, `query ($meeting: ID!) { node(id: $meeting) { ... on Meeting { proxies { edges { node { status agent { id } principal { id } } } } } } }`,
			values{"meeting": p.meeting}).list("node.proxies")
		for i, one := range known {
			one.is("status", "GRANTED")
			one.is("agent.id", agent)
			one.is("principal.id", away[i])
		}
		if len(known) != 3 {
			t.Errorf("%d authorities on record", len(known))
		}
		if !written {
			p.done(agent, `mutation ($meeting: ID!) { checkIn(input: {meetingId: $meeting}) { attendance { votes } userErrors { code } } }`,
				values{"meeting": p.meeting}).is("checkIn.attendance.votes", true)
			p.there(slices.Concat(voters[5:], p.people), ".....")
		}
		p.returned(p.counted(9, 0, 0, 5, 4), "ADOPTED", "ESTABLISHED", "9≥6", "A ELECTED 5≥5", "B NOT_ELECTED 4<5")
	}
}

// live lets persons live in the community and take part in its elections.
func (n *neighbourhood) live(persons []string) {
	n.Helper()
	for _, person := range persons {
		n.done(n.clerk, `mutation ($person: ID!, $community: ID!) {
			registerResidence(input: {personId: $person, areaId: $community, voterStatus: VOTER}) { userErrors { code field } }
		}`, values{"person": person, "community": n.community})
	}
}

// Representatives vote themselves.
func row29dRepresentatives(t *testing.T, s *stage) {
	n := newNeighbourhood(t, s, 2, 3)
	p := n.representing(2)
	p.begins()
	p.entrusts(n.representatives[0], n.representatives[1], "PROXY_NOT_ALLOWED")
}

// Forty representatives are four fifths of 49; when five have left, 35 are not of
// 44.
func row30(t *testing.T, s *stage) {
	n := newNeighbourhood(t, s, 9, 40)
	n.byOffice()
	n.composed(49, true, "40/49")
	var seats []struct{ Membership struct{ ID string } }
	n.done(n.clerk, `query ($meeting: ID!) { node(id: $meeting) { ... on Organization { postHolders { seats { membership { id } } } } } }`,
		values{"meeting": n.meeting}).into("node.postHolders.0.seats", &seats)
	for _, one := range seats[:5] {
		n.done(n.clerk, `mutation ($membership: ID!) { endMembership(input: {membershipId: $membership, reason: RESIGNED}) { userErrors { code } } }`,
			values{"membership": one.Membership.ID})
	}
	n.composed(44, false, "35/44")
}

// composed asserts who makes up the meeting of representatives.
func (n *neighbourhood) composed(members int, met bool, got string) {
	n.Helper()
	c := n.done("", `query ($meeting: ID!) { node(id: $meeting) { ... on Organization { composition { members met findings { rule source met needed got } } } } }`,
		values{"meeting": n.meeting})
	c.is("node.composition.members", members)
	c.is("node.composition.met", met)
	c.is("node.composition.findings.0.rule", "RM_REPRESENTATIVES")
	c.is("node.composition.findings.0.met", met)
	c.is("node.composition.findings.0.got", got)
}

// 33 of 49 are a meeting, and 17 of them decide; 32 are none.
func row30b(t *testing.T, s *stage) {
	n := newNeighbourhood(t, s, 9, 40)
	n.byOffice()
	for _, c := range []struct {
		inFavour, present int
		outcome, clauses  string
	}{
		{17, 33, "ADOPTED", "33≥33 17≥17"},
		{16, 33, "REJECTED", "33≥33 16<17"},
		{32, 32, "NOT_QUORATE", "32<33 32≥17"},
	} {
		sits := n.calls(called{
			kind: "REPRESENTATIVES", organization: n.meeting, officer: n.members[0], area: n.community, matter: "RESIDENTS_CHARTER",
		})
		word := strings.Repeat("F", c.inFavour) + strings.Repeat("B", c.present-c.inFavour) + strings.Repeat("-", 49-c.present)
		sits.came(sits.sits(slices.Concat(n.members, n.representatives), word), c.outcome, c.clauses)
	}
}
