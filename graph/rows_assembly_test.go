package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

const oneDay = 24 * time.Hour

// motion is a question to the owners. Its rule follows from the matter, unless
// one is named.
type motion struct{ matter, rule string }

// Matters of Civil Code art. 278.
var (
	selectCompany = motion{matter: "PROPERTY_COMPANY_SELECTION"}
	useFund       = motion{matter: "MAINTENANCE_FUND_USE"}
	raiseFund     = motion{matter: "MAINTENANCE_FUND_RAISING"}
	rebuild       = motion{matter: "REBUILDING"}
)

// assembly is a meeting of the owners in writing, with a vote for each motion.
type assembly struct {
	*estate
	meeting string
	items   []string
	votes   []string
	roll    string
	places  map[string]place // by the numbers of their units
}

// place is a place on the roll.
type place struct {
	ID       string
	Premises string
	Heads    int
	Area     string
	Person   *struct{ ID string }
}

// drafted is an assembly 21 days ahead that was not called so far. The clerk
// presides, so that two persons may act in it.
func (e *estate) drafted(motions ...motion) *assembly {
	e.Helper()
	return e.draftedFor(e.clock.Now().Add(21*oneDay), motions...)
}

func (e *estate) draftedFor(starts time.Time, motions ...motion) *assembly {
	e.Helper()
	a := &assembly{estate: e, places: map[string]place{}}
	a.meeting = e.done(e.chair, `mutation ($assembly: ID!, $clerk: ID!, $starts: DateTime!, $ends: DateTime!) {
		draftMeeting(input: {kind: ASSEMBLY, form: WRITTEN, title: "业主大会", organizationId: $assembly, chairId: $clerk, startsAt: $starts, endsAt: $ends}) {
			meeting { id } userErrors { code field }
		}
	}`, values{"assembly": e.assembly, "clerk": e.clerk, "starts": starts, "ends": starts.Add(100 * oneDay)}).text("draftMeeting.meeting.id")
	for _, m := range motions {
		a.add(m)
	}
	return a
}

// add puts a motion on the agenda, with a vote.
func (a *assembly) add(m motion) {
	a.Helper()
	item := a.tabled(m.matter)
	input := values{"agendaItemId": item, "question": "是否同意？"}
	if m.rule != "" {
		input["ruleCode"] = m.rule
	}
	a.items = append(a.items, item)
	a.votes = append(a.votes, a.vote(input))
}

// vote drafts a vote.
func (a *assembly) vote(input values) string {
	a.Helper()
	return a.done(a.chair, `mutation ($input: DraftVoteInput!) {
		draftVote(input: $input) { vote { id } userErrors { code field facts { name value } } }
	}`, values{"input": map[string]any(input)}).text("draftVote.vote.id")
}

// tabled is an item on a new proposal.
func (a *assembly) tabled(matter string) string {
	a.Helper()
	return a.done(a.chair, `mutation ($meeting: ID!, $proposal: ID!) {
		addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { agendaItem { id } userErrors { code } }
	}`, values{"meeting": a.meeting, "proposal": a.proposal(matter)}).text("addAgendaItem.agendaItem.id")
}

// proposal is a proposal about the estate that was taken up.
func (e *estate) proposal(matter string) string {
	e.Helper()
	proposal := e.done(e.chair, `mutation ($estate: ID!, $matter: String!) {
		submitProposal(input: {title: "议案", text: "请予审议。", source: COMMITTEE, matter: $matter, areaId: $estate}) { proposal { id } userErrors { code field } }
	}`, values{"estate": e.area, "matter": matter}).text("submitProposal.proposal.id")
	e.done(e.chair, `mutation ($proposal: ID!) { acceptProposal(input: {proposalId: $proposal}) { userErrors { code } } }`, values{"proposal": proposal})
	return proposal
}

const callMeeting = `mutation ($meeting: ID!, $acknowledge: [WarningCode!]!) {
	callMeeting(input: {meetingId: $meeting, place: "小区公告栏", acknowledge: $acknowledge}) { meeting { warnings acknowledgedWarnings } userErrors { code facts { name value } } }
}`

// call posts the notice. That a meeting in writing has no venue is known.
func (a *assembly) call(acknowledge ...string) {
	a.Helper()
	a.done(a.chair, callMeeting, values{"meeting": a.meeting, "acknowledge": acknowledgedToo(acknowledge)})
}

func acknowledgedToo(warnings []string) []any {
	all := []any{}
	for _, w := range warnings {
		all = append(all, w)
	}
	return all
}

// begin opens the meeting when its time has come.
func (a *assembly) begin() {
	a.Helper()
	a.done(a.chair, `mutation ($meeting: ID!) { openMeeting(input: {meetingId: $meeting}) { userErrors { code } } }`, values{"meeting": a.meeting})
}

// freeze settles the roll: all owners, or those of some buildings or entrances.
func (a *assembly) freeze(scope ...any) {
	a.Helper()
	a.roll = a.done(a.chair, `mutation ($meeting: ID!, $scope: [ID!]) {
		freezeRoll(input: {meetingId: $meeting, scopeAreaIds: $scope}) { roll { id } userErrors { code field } }
	}`, values{"meeting": a.meeting, "scope": scope}).text("freezeRoll.roll.id")
	a.readRoll()
}

// readRoll reads the roll, page by page.
func (a *assembly) readRoll() {
	a.Helper()
	clear(a.places)
	for after, more := any(nil), true; more; {
		page := a.done(a.chair, `query ($roll: ID!, $after: String) {
			node(id: $roll) { ... on Roll { entries(first: 100, after: $after) {
				pageInfo { hasNextPage endCursor } edges { node { id premises heads area person { id } } }
			} } }
		}`, values{"roll": a.roll, "after": after})
		for _, one := range page.list("node.entries") {
			var p place
			one.into("", &p)
			a.places[p.Premises] = p
		}
		more, after = page.text("node.entries.pageInfo.hasNextPage") == "true", page.text("node.entries.pageInfo.endCursor")
	}
}

const openVote = `mutation ($vote: ID!, $closes: DateTime) {
	openVote(input: {voteId: $vote, closesAt: $closes}) { vote { status } userErrors { code field } }
}`

// open opens all votes; they close when somebody closes them.
func (a *assembly) open() { a.openUntil(nil) }

func (a *assembly) openUntil(closes any) {
	a.Helper()
	for _, v := range a.votes {
		a.done(a.chair, openVote, values{"vote": v, "closes": closes}).is("openVote.vote.status", "OPEN")
	}
}

// held is an assembly in session with open votes, whose roll is all owners.
func (e *estate) held(motions ...motion) *assembly {
	e.Helper()
	a := e.drafted(motions...)
	a.call()
	e.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	a.open()
	return a
}

const castBallots = `mutation ($ballots: [BallotInput!]!) { castBallots(input: {ballots: $ballots}) { ballots { id } userErrors { code field } } }`

// cast lets owners vote online, each with one paper for all votes: choices by
// the numbers of their flats.
func (a *assembly) cast(choices map[string]string) {
	a.Helper()
	papers := map[string][]any{}
	for number, choice := range choices {
		papers[number] = a.paper(number, choice)
	}
	a.castPapers(papers)
}

// castPapers lets owners hand in papers online, many at once: by the numbers of
// their flats.
func (a *assembly) castPapers(papers map[string][]any) {
	a.Helper()
	for numbers := range slices.Chunk(slices.Sorted(maps.Keys(papers)), 64) {
		said := make([]map[string]any, len(numbers))
		var all sync.WaitGroup
		for i, number := range numbers {
			p, ok := a.places[number]
			if !ok || p.Person == nil {
				a.Fatalf("nobody votes for %s: %+v", number, p)
			}
			ballots := values{"ballots": papers[number]}
			all.Go(func() { said[i] = a.ask(a.T, step{As: p.Person.ID, Query: castBallots, Variables: ballots}) })
		}
		all.Wait()
		for i, answer := range said {
			var refusals []any
			if collect(answer["data"], &refusals); len(refusals) > 0 || answer["errors"] != nil {
				a.Fatalf("%s was not cast: %v", numbers[i], answer)
			}
		}
	}
}

// paper says the same in all votes.
func (a *assembly) paper(number, choice string) []any {
	paper := make([]any, len(a.votes))
	for i, v := range a.votes {
		paper[i] = map[string]any{"voteId": v, "entryId": a.places[number].ID, "choice": choice}
	}
	return paper
}

// serve records that ballots reached the owners of some flats, with the agenda
// and what silence means.
func (a *assembly) serve(numbers []string) {
	a.Helper()
	entries := make([]any, len(numbers))
	for i, number := range numbers {
		entries[i] = a.places[number].ID
	}
	a.done(a.chair, `mutation ($entries: [ID!]!, $at: DateTime!) {
		recordDelivery(input: {entryIds: $entries, method: IN_PERSON, deliveredAt: $at, agendaTold: true, consequenceTold: true, witness: "签收单"}) {
			recorded userErrors { code field }
		}
	}`, values{"entries": entries, "at": a.clock.Now()}).is("recordDelivery.recorded", len(numbers))
}

// bloc is a group of owners of one flat each, who vote alike. The area is theirs
// together; the first flat has what cannot be shared equally.
type bloc struct {
	heads, area int64
	choice      string // none if empty
	served      bool   // and told what silence means
}

// blocs are the flats of some groups, numbered from 00001, with what their
// owners choose and who is served.
func blocs(groups ...bloc) ([]flat, map[string]string, []string) {
	var flats []flat
	var served []string
	choices := map[string]string{}
	for _, g := range groups {
		for i := range g.heads {
			f := flat{number: fmt.Sprintf("%05d", len(flats)+1), area: g.area / g.heads}
			if i == 0 {
				f.area += g.area % g.heads
			}
			f.owner = "业主" + f.number
			flats = append(flats, f)
			if g.choice != "" {
				choices[f.number] = g.choice
			}
			if g.served {
				served = append(served, f.number)
			}
		}
	}
	return flats, choices, served
}
