package graph_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// contest is an election of the owners' committee of an estate in Hangzhou, by
// an assembly in writing, or the vote that breaks its tie.
type contest struct {
	*assembly
	vote   string
	closes time.Time
	post   string
	groups []electors
	voters map[string]string // the group of a flat, by its number
	people []string          // who stands, C1 first
	papers map[int]string    // under which candidacy, by their numbers
}

// electors are owners of one flat each who mark the same candidates. The area is
// theirs together.
type electors struct {
	heads, area int64
	marks       []int
}

// newContest is an election to seven seats, with two alternates: called, with
// the list of those who stand posted on the same day. They have flats of 90 m²
// and vote as little as the owners of the other flats that belong to no group.
func newContest(t *testing.T, s *stage, all weight, standing int, groups []electors) *contest {
	t.Helper()
	var blocks []bloc
	idle := w(all.heads-int64(standing), all.area-int64(standing)*90_00)
	for i, g := range groups {
		blocks = append(blocks, bloc{g.heads, g.area, strconv.Itoa(i), false})
		idle.heads, idle.area = idle.heads-g.heads, idle.area-g.area
	}
	flats, voters, _ := blocs(append(blocks, bloc{idle.heads, idle.area, "", false})...)
	e := newEstate(t, s, inHangzhou, flats...)
	c := &contest{groups: groups, voters: voters, people: e.owners(standing), papers: map[int]string{}}
	c.post = e.done(e.clerk, `mutation ($committee: ID!) {
		createPost(input: {organizationId: $committee, category: MEMBER, title: "委员", seatKind: ELECTED, votingRight: FULL, capacity: 7}) { post { id } userErrors { code } }
	}`, values{"committee": e.committee}).text("createPost.post.id")
	c.assembly = e.drafted()
	c.items = append(c.items, c.tabled("OWNERS_COMMITTEE_ELECTION"))
	c.vote = c.assembly.vote(values{
		"agendaItemId": c.items[0], "question": "选举业主委员会委员", "kind": "ELECTION", "seats": 7, "alternates": 2, "postId": c.post,
	})
	for i, person := range c.people {
		c.papers[i+1] = c.done(c.chair, `mutation ($vote: ID!, $person: ID!) {
			nominateCandidate(input: {voteId: $vote, personId: $person, source: COMMITTEE}) { candidate { id } userErrors { code facts { name value } } }
		}`, values{"vote": c.vote, "person": person}).text("nominateCandidate.candidate.id")
	}
	c.call()
	c.done(c.chair, `mutation ($vote: ID!) {
		publish(input: {voteId: $vote, place: "小区公告栏", text: "候选人名单"}) { vote { status } userErrors { code field } }
	}`, values{"vote": c.vote}).is("publish.vote.status", "NOTICED")
	return c
}

// objectedTo lets an owner object to a candidate, who may stand all the same.
// Until that is answered the election is not opened.
func (c *contest) objectedTo(number int) {
	c.Helper()
	objection := c.done(c.people[0], `mutation ($candidate: ID!) {
		fileObjection(input: {candidateId: $candidate, text: "未履行业主义务。"}) { objection { id late } userErrors { code field } }
	}`, values{"candidate": c.papers[number]}).text("fileObjection.objection.id")
	c.refused(c.chair, openVote, values{"vote": c.vote, "closes": c.clock.Now().Add(thirtyDays)}, "OBJECTIONS_UNANSWERED")
	c.done(c.chair, `mutation ($objection: ID!) {
		answerObjection(input: {objectionId: $objection, upheld: false, answer: "经核实，不影响候选资格。"}) { objection { status } userErrors { code field } }
	}`, values{"objection": objection}).is("answerObjection.objection.status", "DISMISSED")
}

const thirtyDays = 30 * oneDay

// convenes opens the assembly, three weeks after it was called.
func (c *contest) convenes() {
	c.Helper()
	c.clock.Pass(21 * oneDay)
	c.begin()
	c.freeze()
}

// opens opens the vote for thirty days.
func (c *contest) opens() {
	c.Helper()
	c.closes = c.clock.Now().Add(thirtyDays)
	c.done(c.chair, openVote, values{"vote": c.vote, "closes": c.closes}).is("openVote.vote.status", "OPEN")
}

// marking is the paper of a flat with marks for some of those who stand.
func (c *contest) marking(number string, candidates ...int) []any {
	var marks []any
	for _, one := range candidates {
		marks = append(marks, c.papers[one])
	}
	return []any{map[string]any{"voteId": c.vote, "entryId": c.places[number].ID, "marks": marks}}
}

// counts lets each group mark what it marks, and closes the vote when its time
// is over.
func (c *contest) counts(marks func(group int) []int) verdict {
	c.Helper()
	papers := map[string][]any{}
	for number, group := range c.voters {
		i, err := strconv.Atoi(group)
		if err != nil {
			c.Fatal(err)
		}
		papers[number] = c.marking(number, marks(i)...)
	}
	c.castPapers(papers)
	c.clock.Set(c.closes)
	return c.closed(c.chair, c.vote)
}

// counted is what the groups' own marks come to.
func (c *contest) counted() verdict {
	c.Helper()
	return c.counts(func(group int) []int { return c.groups[group].marks })
}

// between opens the vote that breaks a tie, in which the groups choose between
// those who were tied: a digit for each.
func (c *contest) between(word string) verdict {
	c.Helper()
	c.opens()
	return c.counts(func(group int) []int { return []int{int(word[group] - '0')} })
}

// breaksTie is the vote on the same roll between those who were tied. Its paper
// is that of the election.
func (c *contest) breaksTie() *contest {
	c.Helper()
	tie := *c
	tie.vote = c.assembly.vote(values{"agendaItemId": c.items[0], "question": "在得票相同者之间再次投票", "tieBreakOfId": c.vote})
	tie.papers = map[int]string{}
	stand := c.done(c.chair, `query ($vote: ID!) { node(id: $vote) { ... on Vote {
		tieBreakOf { id } roll { id } candidates(orderBy: {field: POSITION}) { edges { node { id person { id } } } }
	} } }`, values{"vote": tie.vote})
	stand.is("node.tieBreakOf.id", c.vote)
	for _, one := range stand.list("node.candidates") {
		tie.papers[slices.Index(c.people, one.text("person.id"))+1] = one.text("id")
	}
	return &tie
}

// returned asserts what an election came to: of each candidate what became of
// them, their place, and their votes.
func (c *contest) returned(v verdict, outcome, election string, want ...string) {
	c.Helper()
	var got []string
	for _, one := range v.Choices {
		for number, id := range c.papers {
			if id == one.CandidateID {
				got = append(got, fmt.Sprintf("C%d %s %d %d/%s", number, one.Outcome, one.Rank, one.Heads, one.Area))
			}
		}
	}
	if len(v.Flags) > 0 {
		c.Errorf("flags %v", v.Flags)
	}
	if v.Outcome != outcome || v.Election != election || !slices.Equal(got, want) {
		c.Errorf("%s, %s\n%s\nwant %s, %s\n%s", v.Outcome, v.Election, strings.Join(got, "\n"), outcome, election, strings.Join(want, "\n"))
	}
}

// final posts the result and makes it final once nobody objected to it in time.
func (c *contest) final() {
	c.Helper()
	posted := c.done(c.chair, `mutation ($vote: ID!) {
		publish(input: {voteId: $vote, place: "小区公告栏", text: "选举结果"}) { vote { status } publication { until } userErrors { code field } }
	}`, values{"vote": c.vote})
	posted.is("publish.vote.status", "PRELIMINARY")
	c.clock.Pass(8 * oneDay)
	c.asked(c.chair, "FINALIZE_VOTE", c.vote, true)
	c.done(c.chair, finalizeVote, values{"vote": c.vote}).is("finalizeVote.vote.status", "FINAL")
}

const (
	finalizeVote = `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { vote { status } userErrors { code } } }`
	takeUp       = `mutation ($candidate: ID!, $accept: Boolean!) {
		acceptElection(input: {candidateId: $candidate, accept: $accept}) {
			candidate { status } membership { status mode basis person { id } } userErrors { code facts { name value } }
		}
	}`
)

// accepts lets candidates take the seat, who hold it from then on because of the
// vote.
func (c *contest) accepts(numbers ...int) {
	c.Helper()
	for _, number := range numbers {
		seat := c.answers(number, true)
		seat.is("acceptElection.membership.status", "EFFECTIVE")
		seat.is("acceptElection.membership.mode", "ELECTED")
		seat.is("acceptElection.membership.person.id", c.people[number-1])
		if basis := seat.text("acceptElection.membership.basis"); !strings.Contains(basis, c.vote) {
			c.Errorf("C%d sits there because of %s", number, basis)
		}
	}
}

// answers lets a candidate say whether they take the seat.
func (c *contest) answers(number int, accept bool, refused ...string) reply {
	c.Helper()
	return c.refused(c.people[number-1], takeUp, values{"candidate": c.papers[number], "accept": accept}, refused...)
}

// vacant asserts how many seats of the committee nobody holds.
func (c *contest) vacant(want int) {
	c.Helper()
	c.done("", `query ($committee: ID!) { node(id: $committee) { ... on Organization { postHolders { post { title } vacant } } } }`,
		values{"committee": c.committee}).is("node.postHolders.1.vacant", want)
}
