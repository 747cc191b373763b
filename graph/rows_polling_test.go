package graph_test

import (
	"fmt"
	"maps"
	"slices"

	"sifang/schema/day"
)

// polling is an election of one member of the residents' committee by secret
// papers, which are counted by two and watched by one.
type polling struct {
	*session
	second   string // the officer who confirms what another one entered
	counters []string
	people   []string // who stands: A first
	papers   []string // under which candidacies
}

// elects calls an election in which so many new persons stand.
func (n *neighbourhood) elects(c called, standing int, counters []string) *polling {
	n.Helper()
	c.officer, c.area, c.days = n.members[0], n.community, 12
	c.election = oneSeat(n.seats)
	p := &polling{session: n.calls(c), second: n.members[1], counters: counters, people: n.people(standing)}
	p.stand()
	return p
}

// oneSeat is an election to a post, on secret papers.
func oneSeat(post string) values {
	return values{
		"question": "选举居民委员会委员", "kind": "ELECTION", "seats": 1, "postId": post, "method": "SECRET_PAPER", "visibility": "SECRET",
	}
}

// stand nominates those who stand, and everybody can read who does.
func (p *polling) stand() {
	p.Helper()
	p.papers = nil
	for _, person := range p.people {
		p.papers = append(p.papers, p.done(p.officer, `mutation ($vote: ID!, $person: ID!) {
			nominateCandidate(input: {voteId: $vote, personId: $person, source: JOINT}) { candidate { id } userErrors { code facts { name value } } }
		}`, values{"vote": p.vote, "person": person}).text("nominateCandidate.candidate.id"))
	}
	p.done(p.officer, `mutation ($vote: ID!) {
		publish(input: {voteId: $vote, place: "社区公告栏", text: "候选人名单"}) { vote { status } userErrors { code field } }
	}`, values{"vote": p.vote})
}

// again drafts another election on the same item.
func (p *polling) again(input values, more values) {
	p.Helper()
	maps.Copy(input, more)
	p.vote = p.polls(input)
	p.stand()
}

// counted opens the election and closes it when the papers are counted: how many
// came back, were blank and spoilt, and how many were for each candidate.
func (p *polling) counted(returned, blank, invalid int, votes ...int) verdict {
	p.Helper()
	p.opens()
	marks := make([]any, len(votes))
	for i, n := range votes {
		marks[i] = map[string]any{"optionId": p.papers[i], "papers": n}
	}
	figures := values{"issued": returned, "returned": returned, "blank": blank, "invalid": invalid, "marks": marks}
	entered := values{"voteId": p.vote, "counterIds": p.counters[:2], "scrutineerIds": p.counters[2:]}
	maps.Copy(entered, figures)
	sheet := p.done(p.officer, `mutation ($input: EnterCountInput!) { enterCount(input: $input) { countSheet { id } userErrors { code field facts { name value } } } }`,
		values{"input": map[string]any(entered)}).text("enterCount.countSheet.id")
	p.tells(sheet, "[<nil> <nil> <nil> <nil> <nil> <nil> <nil> <nil>]")
	figures["countSheetId"] = sheet
	p.owes(p.officer, "CONFIRM_COUNT", 0)
	p.owes(p.second, "CONFIRM_COUNT", 1).is("viewer.todo.todos.0.subject.id", sheet)
	p.done(p.second, `mutation ($input: ConfirmCountInput!) { confirmCount(input: $input) { countSheet { status } userErrors { code field } } }`,
		values{"input": map[string]any(figures)}).is("confirmCount.countSheet.status", "CONFIRMED")
	p.owes(p.second, "CONFIRM_COUNT", 0)
	p.tells(sheet, "[<nil> <nil> <nil> <nil> <nil> <nil> <nil> <nil>]")
	judged := p.closed(p.officer, p.vote)
	p.tells(sheet, fmt.Sprintf("[%d %d %d %d <nil> <nil> <nil> %d]", returned, returned, blank, invalid, len(votes)))
	return judged
}

// tells asserts what those who enter and confirm counts can read of one, figure
// by figure, and how many options it has.
func (p *polling) tells(sheet, want string) {
	p.Helper()
	for _, reader := range []string{p.officer, p.second} {
		one := p.done(reader, `query ($sheet: ID!) {
			node(id: $sheet) { ... on CountSheet { issued returned blank invalid for against abstain marks { optionId papers } } }
		}`, values{"sheet": sheet})
		var got []any
		for _, field := range []string{"issued", "returned", "blank", "invalid", "for", "against", "abstain", "marks"} {
			value, _ := at(one.data, []string{"node", field})
			if marks, ok := value.([]any); ok {
				value = len(marks)
			}
			got = append(got, value)
		}
		if fmt.Sprint(got) != want {
			p.Errorf("the count is told as %v, want %s", got, want)
		}
	}
}

// returned asserts what the election came to and what became of each candidate.
func (p *polling) returned(v verdict, outcome, election, quorum string, want ...string) {
	p.Helper()
	there := slices.DeleteFunc(slices.Clone(v.Clauses), func(c clause) bool { return !c.Quorum })
	got := make([]string, len(p.papers))
	for _, one := range v.Choices {
		if i := slices.Index(p.papers, one.CandidateID); i >= 0 {
			got[i] = fmt.Sprint(string(rune('A'+i)), " ", one.Outcome, " ", asked(one.Clauses))
		}
	}
	if len(v.Flags) > 0 {
		p.Errorf("flags %v", v.Flags)
	}
	if v.Outcome != outcome || v.Election != election || asked(there) != quorum || !slices.Equal(got, want) {
		p.Errorf("%s, %s, %s, %q, want %s, %s, %s, %q", v.Outcome, v.Election, asked(there), got, outcome, election, quorum, want)
	}
}

// final makes the result final.
func (p *polling) final() {
	p.Helper()
	p.done(p.officer, finalizeVote, values{"vote": p.vote}).is("finalizeVote.vote.status", "FINAL")
}

// takesUp lets a candidate take the seat.
func (p *polling) takesUp(candidate int, refused ...string) reply {
	p.Helper()
	return p.refused(p.people[candidate], takeUp, values{"candidate": p.papers[candidate], "accept": true}, refused...)
}

// entrusts lets somebody ask another one in writing to vote for them.
func (p *polling) entrusts(principal, agent string, refused ...string) {
	p.Helper()
	p.refused(principal, grantProxy, values{"input": map[string]any{
		"meetingId": p.meeting, "agentId": agent, "voteIds": []any{p.vote}, "scope": "代为投票选举居民委员会委员",
		"signedOn": day.Of(p.clock.Now()).String(), "expiresOn": day.Of(p.clock.Now()).AddDays(1).String(),
	}}, refused...)
}
