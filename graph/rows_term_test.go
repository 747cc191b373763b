package graph_test

import (
	"slices"
	"testing"
)

// Who sits in committees, and what ends when a post does.
var termRows = []row{
	{"40", once(row40)},
	{"42", once(row42)},
	{"42b", once(row42b)},
}

// Five of the seven in the owners' committee belong to the Party, and two of the
// three who supervise it. Seven tenths are aimed at in each of the bodies: what
// both have together does not count.
func row40(t *testing.T, s *stage) {
	e, members := newCommittee(t, s, inXiangtan, 7, 7, "")
	supervisors := e.owners(3)
	made := e.done(e.clerk, `mutation ($estate: ID!, $community: ID!, $assembly: ID!) {
		supervision: establishOrganization(input: {kind: OWNERS_SUPERVISION_COMMITTEE, name: "业主监督委员会", areaId: $estate, parentId: $assembly}) { organization { id } userErrors { code } }
		branch: establishOrganization(input: {kind: PARTY_BRANCH, name: "党支部", areaId: $community}) { organization { id } userErrors { code } }
	}`, values{"estate": e.area, "community": e.community, "assembly": e.assembly})
	supervision, branch := made.text("supervision.organization.id"), made.text("branch.organization.id")
	post := e.done(e.clerk, `mutation ($supervision: ID!) {
		createPost(input: {organizationId: $supervision, category: MEMBER, title: "监委会委员", seatKind: ELECTED, votingRight: FULL, capacity: 3}) { post { id } userErrors { code } }
	}`, values{"supervision": supervision}).text("createPost.post.id")
	e.seat(e.clerk, holder{person: supervisors[0], post: post, mode: "ELECTED"}, holder{person: supervisors[1], post: post, mode: "ELECTED"}, holder{person: supervisors[2], post: post, mode: "ELECTED"})
	for _, person := range append(members[:5:5], supervisors[:2]...) {
		e.done(e.clerk, `mutation ($branch: ID!, $person: ID!) { enrolMember(input: {organizationId: $branch, personId: $person, kind: PARTY_MEMBER}) { userErrors { code } } }`,
			values{"branch": branch, "person": person})
	}
	for _, c := range []struct {
		organization           string
		numerator, denominator int
		met                    bool
	}{{e.committee, 5, 7, true}, {supervision, 2, 3, false}} {
		ratio := e.done("", `query ($organization: ID!) { node(id: $organization) { ... on Organization { partyMemberRatio { numerator denominator target met rule } } } }`,
			values{"organization": c.organization})
		ratio.is("node.partyMemberRatio.numerator", c.numerator)
		ratio.is("node.partyMemberRatio.denominator", c.denominator)
		ratio.is("node.partyMemberRatio.target", "7/10")
		ratio.is("node.partyMemberRatio.rule", "PARTY_SHARE_70")
		ratio.is("node.partyMemberRatio.met", c.met)
	}
}

// The manager of the property project, whom the residents' committee engaged as a
// part-time member, leaves the company while a vote is open. The seat in the
// committee goes the same day; what he said for the project is said.
func row42(t *testing.T, s *stage) {
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	d := teller{t, s}
	post := d.done(d.named("clerk"), `mutation ($residents: ID!) {
		createPost(input: {organizationId: $residents, category: PART_TIME_MEMBER, title: "兼职委员", seatKind: CO_OPTED, votingRight: CONSULTATIVE}) { post { id } userErrors { code } }
	}`, values{"residents": d.named("residents")}).text("createPost.post.id")
	engaged := d.done(d.named("clerk"), `mutation ($post: ID!, $manager: ID!, $project: ID!, $managing: ID!) {
		proposeAppointment(input: {postId: $post, personId: $manager, mode: ENGAGED, onBehalfOfId: $project, sourceId: $managing}) { membership { id } userErrors { code } }
	}`, values{"post": post, "manager": d.named("manager"), "project": d.named("project"), "managing": d.named("managing")}).text("proposeAppointment.membership.id")
	d.done(d.named("clerk"), announce, values{"membership": engaged})
	d.clock.Pass(posting)
	d.done(d.named("clerk"), confirm, values{"membership": engaged}).is("confirmAppointment.membership.status", "EFFECTIVE")
	j := linked(d, "JOINT_ALL_PARTIES", "PARKING_ORDER")
	j.begins()
	for i, person := range j.sent {
		j.comes(person, j.parties[i])
	}
	j.opens()
	j.says(d.named("manager"), "FOR")
	left := d.leaves(d.named("manager"), d.named("managing"))
	left.is("endMembership.lapsed.0.id", engaged)
	left.is("endMembership.lapsed.0.status", "LAPSED")
	left.is("endMembership.lapsed.0.to", left.text("endMembership.membership.to"))
	for _, person := range j.sent[:3] {
		j.says(person, "FOR")
	}
	v := j.closed(j.officer, j.vote)
	j.came(v, "ADOPTED", "4≥3 4≥4")
	if v.Parties[3].Position != "FOR" {
		t.Errorf("%+v", v.Parties)
	}
}

// leaves lets somebody give up a post.
func (d teller) leaves(person, membership string) reply {
	d.Helper()
	left := d.done(person, `mutation ($membership: ID!) {
		endMembership(input: {membershipId: $membership, reason: RESIGNED}) { membership { status to } lapsed { id status to } userErrors { code } }
	}`, values{"membership": membership})
	left.is("endMembership.membership.status", "ENDED")
	return left
}

// The secretary of the branch was elected to chair the owners' committee. Who
// stops being secretary stays chair, and nobody heads two bodies any more.
func row42b(t *testing.T, s *stage) {
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	d := teller{t, s}
	linkage := d.done(d.named("clerk"), `mutation ($estate: ID!, $parties: [LinkagePartyInput!]!) {
		formLinkage(input: {name: "红色议事", areaId: $estate, ruleCode: "JOINT_ALL_PARTIES", parties: $parties}) { linkage { id } userErrors { code } }
	}`, values{"estate": d.named("estate"), "parties": []any{
		map[string]any{"organizationId": d.named("branch"), "role": "CONVENES"}, map[string]any{"organizationId": d.named("owners"), "role": "PARTICIPATES"},
	}}).text("formLinkage.linkage.id")
	d.heads(linkage, d.named("chair"))
	lapsed := []any{}
	d.leaves(d.named("chair"), d.named("leading")).into("endMembership.lapsed", &lapsed)
	if len(lapsed) > 0 {
		t.Errorf("%v went with it", lapsed)
	}
	d.heads(linkage)
	stays := d.done("", `query ($chairing: ID!) { node(id: $chairing) { ... on Membership { status mode to } } }`, values{"chairing": d.named("chairing")})
	stays.is("node.status", "EFFECTIVE")
	stays.is("node.mode", "ELECTED")
	stays.is("node.to", nil)
}

// heads asserts who heads several parties of a linkage at once.
func (d teller) heads(linkage string, persons ...string) {
	d.Helper()
	var heads []struct{ Person struct{ ID string } }
	d.done("", `query ($linkage: ID!) { node(id: $linkage) { ... on Linkage { concurrentHeads { person { id } } } } }`,
		values{"linkage": linkage}).into("node.concurrentHeads", &heads)
	var got []string
	for _, one := range heads {
		got = append(got, one.Person.ID)
	}
	if !slices.Equal(got, persons) {
		d.Errorf("%v head several parties, want %v", got, persons)
	}
}
