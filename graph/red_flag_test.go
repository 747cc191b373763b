package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"sifang/ent/enttest"
)

const redFlags = `query ($votes: [ID!]!) { nodes(ids: $votes) { ... on Vote { redFlags {
	code sentence count figures { got of persons { id } } threshold { least count share minutes days source verified } evidence { __typename id }
} } } }`

// TestRedFlags holds a vote about which nothing is unusual, and one about which
// everything is. Who watches over it is told, and nobody else.
func TestRedFlags(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 70, 100_00)...)
		supervisor := e.supervised()
		e.clock.Pass(40 * oneDay)
		clean := e.drafted(selectCompany)
		clean.flags(e.chair, nil)
		clean.held21()
		for first := 2; first <= 60; first += 15 { // some each hour
			clean.cast(alike("FOR", first, min(first+14, 60)))
			e.clock.Pass(oneDay / 24)
		}
		clean.flags(e.chair, []string{})

		clean.sells("00070")
		a := e.drafted(selectCompany, useFund)
		a.call()
		e.clock.Pass(21 * oneDay)
		a.begin()
		a.freeze()
		a.flags(e.chair, []string{"AREAS_CHANGED 10000/700000"})
		a.openUntil(e.clock.Now().Add(3 * oneDay))
		a.serve(numbersOf(2, 62))
		a.flags(e.clerk, []string{"AREAS_CHANGED 10000/700000", "DELIVERIES_AT_ONCE 61/61"})
		e.clock.Pass(3*oneDay - oneDay/4)
		a.represented()
		a.flags(supervisor, []string{"ONE_AGENT 6/6", "LATE_PROXIES 6/6", "AREAS_CHANGED 10000/700000", "DELIVERIES_AT_ONCE 61/61"})
		var papers []sheet
		for _, number := range numbersOf(10, 60) {
			papers = append(papers, sheet{number: number, choice: "FOR"})
		}
		a.hand(papers...)
		list := a.flags(supervisor, []string{
			"PAPERS_AT_ONCE 51/51", "PAPERS_AT_ONCE 51/51", "SAME_READERS 51/51", "ONE_AGENT 6/57", "LATE_PROXIES 6/6",
			"AREAS_CHANGED 10000/700000", "DELIVERIES_AT_ONCE 61/61",
		})
		a.watched(t, list)
		for _, as := range []string{"", a.who("00003")} {
			a.flags(as, nil)
		}
		a.draws(t)
	})
}

// supervised is a member of a committee that supervises for the owners.
func (e *estate) supervised() string {
	e.Helper()
	committee := e.establish("OWNERS_SUPERVISION_COMMITTEE", "业主监督委员会", e.area, nil)
	post := e.done(e.clerk, `mutation ($committee: ID!) {
		createPost(input: {organizationId: $committee, category: SUPERVISOR, title: "监督委员", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"committee": committee}).text("createPost.post.id")
	person := e.people(1)[0]
	e.seat(e.clerk, holder{person: person, post: post, mode: "ELECTED"})
	return person
}

// sells lets the owner of a flat sell it.
func (a *assembly) sells(number string) {
	a.Helper()
	owned := a.done(a.clerk, `query ($entry: ID!) { node(id: $entry) { ... on RollEntry { units { edges { node { ownerships { edges { node { id } } } } } } } } }`,
		values{"entry": a.places[number].ID}).list("node.units")[0].list("ownerships")[0].text("id")
	a.done(a.clerk, `mutation ($ownership: ID!, $buyer: ID!) {
		transferOwnership(input: {ownershipId: $ownership, personId: $buyer}) { userErrors { code } }
	}`, values{"ownership": owned, "buyer": a.people(1)[0]})
}

func numbersOf(first, last int) []string {
	var all []string
	for i := first; i <= last; i++ {
		all = append(all, fmt.Sprintf("%05d", i))
	}
	return all
}

// represented lets six owners have a seventh vote for them, in the first vote.
func (a *assembly) represented() {
	a.Helper()
	agent := a.who("00002")
	for _, number := range numbersOf(3, 8) {
		a.done(a.who(number), grantProxy, values{"input": a.authority(number, agent)})
		paper := a.paper(number, "FOR")[:1]
		a.done(agent, castForOne, values{"ballots": paper, "principal": a.who(number)})
	}
}

// watched asserts what a sign tells beside its figures.
func (a *assembly) watched(t *testing.T, list reply) {
	t.Helper()
	list.is("nodes.0.redFlags.3.figures.persons.0.id", a.who("00002"))
	list.is("nodes.0.redFlags.3.evidence.0.__typename", "Proxy")
	list.is("nodes.0.redFlags.3.count", 6)
	list.is("nodes.0.redFlags.3.threshold.share", "1/10")
	list.is("nodes.0.redFlags.3.threshold.verified", false)
	list.is("nodes.0.redFlags.0.evidence.0.__typename", "PaperBallot")
	list.is("nodes.0.redFlags.6.threshold.minutes", 60)
	if said := list.text("nodes.0.redFlags.3.sentence"); !strings.Contains(said, "ordinary reason") || !strings.Contains(said, "6 of the 57") {
		t.Error(said)
	}
	costs := func(votes ...string) int64 {
		before := a.statements.Load()
		a.done(a.chair, redFlags, values{"votes": votes})
		return a.statements.Load() - before
	}
	if one, two := costs(a.votes[0]), costs(a.votes...); one != two {
		t.Errorf("one vote costs %d statements, two cost %d", one, two)
	}
}

// draws lets bylaws draw other lines.
func (a *assembly) draws(t *testing.T) {
	t.Helper()
	a.bylaws(`"alerts": [
		{"code": "PAPERS_AT_ONCE", "off": true}, {"code": "SAME_READERS", "off": true}, {"code": "LATE_PROXIES", "off": true},
		{"code": "AREAS_CHANGED", "least": 71, "share": {"num": 0, "den": 1}, "days": 30},
		{"code": "BALLOTS_AT_ONCE", "least": 2, "count": 5, "share": {"num": 0, "den": 1}, "minutes": 1},
		{"code": "ONE_AGENT", "least": 2, "count": 5, "share": {"num": 0, "den": 1}}, {"code": "DELIVERIES_AT_ONCE", "least": 2, "count": 61, "minutes": 1}
	]`)
	a.flags(a.chair, []string{"BALLOTS_AT_ONCE 6/6", "ONE_AGENT 6/57"}).is("nodes.0.redFlags.1.threshold.source", "业主大会议事规则")
}

// flags asserts the signs about the first vote: nil where somebody is told nothing.
func (a *assembly) flags(as string, want []string) reply {
	a.Helper()
	all := a.done(as, redFlags, values{"votes": a.votes[:1]})
	var list []struct {
		RedFlags []struct {
			Code    string
			Figures struct{ Got, Of int }
		}
	}
	all.into("nodes", &list)
	var got []string
	for _, one := range list[0].RedFlags {
		got = append(got, fmt.Sprintf("%s %d/%d", one.Code, one.Figures.Got, one.Figures.Of))
	}
	if (list[0].RedFlags == nil) != (want == nil) || strings.Join(got, ", ") != strings.Join(want, ", ") {
		a.Errorf("%s is told %q, want %q", as, got, want)
	}
	return all
}
