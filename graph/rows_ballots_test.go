package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

// Options, papers, and several ballots for one place on the roll.
var ballotRows = []row{
	{"6b", once(row6b)},
	{"7", []play{{"nobody was named", row7}, {"the husband was named before", row7Designated}}},
	{"11", once(row11)},
	{"16", []play{{"online prevails", bothChannels("440305001", "", "REJECTED", "23500.00≥20000.00 235≥200 16700.00<17625.00 167<177", "FOR 167/16700.00, AGAINST 68/6800.00, ABSTAIN 0/0.00")}}},
	{"16b", []play{{"paper prevails", bothChannels(inXiangtan, `"channelPrecedence": "PAPER_PREVAILS"`, "ADOPTED", "23500.00≥20000.00 235≥200 17900.00≥17625.00 179≥177", "FOR 179/17900.00, AGAINST 56/5600.00, ABSTAIN 0/0.00")}}},
	{"43", once(row43)},
}

// sheet is a paper for a flat: a choice, or why it does not count.
type sheet struct{ number, choice, invalid string }

// hand enters papers, which chair and clerk read alike, and answers how their
// ballots stand.
func (a *assembly) hand(sheets ...sheet) []string {
	a.Helper()
	var statuses []string
	for some := range slices.Chunk(sheets, 25) {
		for _, reader := range []string{a.chair, a.clerk} {
			var query strings.Builder
			query.WriteString("mutation ($meeting: ID!, $at: DateTime!) {\n")
			for i, one := range some {
				p := a.places[one.number]
				said := "choice: " + one.choice
				if one.invalid != "" {
					said = "invalid: " + one.invalid
				}
				var answers strings.Builder
				for _, v := range a.votes {
					fmt.Fprintf(&answers, "{voteId: %q, %s}", v, said)
				}
				fmt.Fprintf(&query, "p%d: enterPaperBallot(input: {meetingId: $meeting, number: %q, entryId: %q, personId: %q, receivedAt: $at, ballots: [%s]}) { ballots { status } userErrors { code field } }\n",
					i, "票"+one.number, p.ID, p.Person.ID, answers.String())
			}
			read := a.done(reader, query.String()+"}", values{"meeting": a.meeting, "at": a.clock.Now()})
			for i := range some {
				var ballots []struct{ Status string }
				read.into(fmt.Sprintf("p%d.ballots", i), &ballots)
				for _, b := range ballots {
					statuses = append(statuses, b.Status)
				}
			}
		}
	}
	return statuses
}

// Three companies, none with a majority; then a second vote between the first of
// them and none. Everybody has 100 m².
func row6b(t *testing.T, s *stage) {
	e := newEstate(t, s, inXiangtan, numbered(1, 300, 100_00)...)
	a := e.drafted()
	for _, options := range [][]any{{"X", "Y"}, {"X"}} {
		item := a.tabled(selectCompany.matter)
		a.votes = append(a.votes, a.vote(values{"agendaItemId": item, "question": "选聘哪一家？", "kind": "CHOICE", "options": options, "noneOption": true}))
	}
	a.call()
	a.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	a.open()
	first, second := a.options(0), a.options(1)
	papers := map[string][]any{}
	for i, number := range slices.Sorted(maps.Keys(a.places))[:200] {
		company, between := first[0], second[0]
		switch {
		case i >= 160:
			company = first[2]
		case i >= 90:
			company = first[1]
		}
		if i >= 101 {
			between = second[1]
		}
		papers[number] = []any{
			map[string]any{"voteId": a.votes[0], "marks": []any{company}}, map[string]any{"voteId": a.votes[1], "marks": []any{between}},
		}
	}
	a.castPapers(papers)
	a.chose(a.judgedAt(0), "REJECTED", "90 NOT_ELECTED", "70 NOT_ELECTED", "40 NOT_ELECTED")
	a.chose(a.judgedAt(1), "ADOPTED", "101 ELECTED", "99 NOT_ELECTED")
}

// options are the options of a vote in their order, the one for none last.
func (a *assembly) options(vote int) []string {
	a.Helper()
	var ids []string
	for _, one := range a.done(a.chair, `query ($vote: ID!) { node(id: $vote) { ... on Vote { options(orderBy: {field: POSITION}) { edges { node { id } } } } } }`,
		values{"vote": a.votes[vote]}).list("node.options") {
		ids = append(ids, one.text("id"))
	}
	return ids
}

// chose asserts what became of options or candidates, as heads and outcome.
func (d teller) chose(v verdict, outcome string, want ...string) {
	d.Helper()
	var got []string
	for _, c := range v.Choices {
		got = append(got, fmt.Sprint(c.Heads, " ", c.Outcome))
	}
	if v.Outcome != outcome || !slices.Equal(got, want) {
		d.Errorf("%s %q, want %s %q", v.Outcome, got, outcome, want)
	}
}

// disagreeing are 66 owners in favour, 33 silent, and a couple with the last of
// a hundred flats.
func disagreeing(t *testing.T, s *stage, designated string) *assembly {
	t.Helper()
	flats := numbered(1, 100, 100_00)
	flats[99].owner, flats[99].coOwners, flats[99].voter = "丈夫", "妻子", designated
	a := newEstate(t, s, inXiangtan, flats...).held(selectCompany)
	a.cast(alike("FOR", 1, 66))
	return a
}

// readBy lets chair and clerk enter a paper of somebody for a place.
func (a *assembly) readBy(reader, person, number, choice string, codes ...string) reply {
	a.Helper()
	return a.refused(reader, `mutation ($meeting: ID!, $number: String!, $entry: ID!, $person: ID!, $at: DateTime!, $ballots: [PaperAnswerInput!]!) {
		enterPaperBallot(input: {meetingId: $meeting, number: $number, entryId: $entry, personId: $person, receivedAt: $at, ballots: $ballots}) {
			ballots { status } userErrors { code field }
		}
	}`, values{
		"meeting": a.meeting, "number": "票" + number, "entry": a.places[number].ID, "person": person, "at": a.clock.Now(),
		"ballots": []any{map[string]any{"voteId": a.votes[0], "choice": choice}},
	}, codes...)
}

// A couple says two things. Until they agree on one, their flat takes no part,
// and one is missing for the quorum.
func row7(t *testing.T, s *stage) {
	a := disagreeing(t, s, "")
	both := a.voters("00100")
	a.done(both["丈夫"], castBallots, values{"ballots": a.paper("00100", "FOR")})
	a.clock.Pass(time.Hour)
	a.readBy(a.chair, both["妻子"], "00100", "AGAINST")
	a.readBy(a.clerk, both["妻子"], "00100", "AGAINST").is("enterPaperBallot.ballots.0.status", "CONFLICTED")
	v := a.judged()
	a.came(v, "NOT_QUORATE", "6600.00<6666.67 66<67 6600.00≥3300.01 66≥34")
	if v.SetAside != 2 {
		t.Errorf("%d ballots set aside", v.SetAside)
	}
	a.done(a.chair, `mutation ($vote: ID!, $entry: ID!, $wife: ID!, $document: ID!) {
		settleBallotConflict(input: {voteId: $vote, entryId: $entry, personId: $wife, documentId: $document}) { ballot { status } userErrors { code } }
	}`, values{
		"vote": a.votes[0], "entry": a.places["00100"].ID, "wife": both["妻子"], "document": a.document(a.chair, "确认书.csv", []byte("确认\n")),
	})
	v = a.read(a.chair, a.votes[0])
	a.came(v, "ADOPTED", "6700.00≥6666.67 67≥67 6600.00≥3350.01 66≥34")
}

func row7Designated(t *testing.T, s *stage) {
	a := disagreeing(t, s, "丈夫")
	theirs := a.done(a.clerk, `{
		units(last: 1) { edges { node { number ownerships(first: 2) { edges { node { designatedVoter person { id } } } } } } }
	}`, nil).list("units")[0]
	theirs.is("number", "00100")
	husband := ""
	for _, one := range theirs.list("ownerships") {
		if one.text("designatedVoter") == "true" {
			husband = one.text("person.id")
		} else {
			a.readBy(a.chair, one.text("person.id"), "00100", "AGAINST", "VOTER_NOT_OF_ENTRY")
		}
	}
	a.done(husband, castBallots, values{"ballots": a.paper("00100", "FOR")})
	a.came(a.judged(), "ADOPTED", "6700.00≥6666.67 67≥67 6700.00≥3350.01 67≥34")
}

// 205 papers of 300 come back, seven of them spoilt. The second vote is held
// when the bylaws say that these take part; the first one, drafted before, is not
// held as they say when it opens.
func row11(t *testing.T, s *stage) {
	flats, choices, _ := blocs(bloc{104, 10_400_00, "FOR", false}, bloc{80, 8_000_00, "AGAINST", false}, bloc{14, 1_400_00, "ABSTAIN", false},
		bloc{102, 10_200_00, "", false})
	e := newEstate(t, s, inXiangtan, flats...)
	a := e.drafted(selectCompany)
	e.policy(`"invalidBallots": "TAKE_PART"`)
	a.add(selectCompany)
	a.call()
	a.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	a.open()
	a.cast(choices)
	var spoilt []sheet
	for _, f := range flats[198:205] {
		spoilt = append(spoilt, sheet{f.number, "", "ILLEGIBLE"})
	}
	if got := a.hand(spoilt...); len(got) != 14 || slices.ContainsFunc(got, func(s string) bool { return s != "INVALID" }) {
		t.Errorf("the spoilt papers stand as %v", got)
	}
	v := a.judgedAt(0)
	a.came(v, "NOT_QUORATE", "19800.00<20000.00 198<200 10400.00≥9900.01 104≥100", "RULE_CONFLICT")
	a.otherwise(v, "INVALID_TAKING_PART", "ADOPTED")
	v = a.judgedAt(1)
	a.came(v, "ADOPTED", "20500.00≥20000.00 205≥200 10400.00≥10250.01 104≥103")
	a.otherwise(v, "INVALID_EXCLUDED", "NOT_QUORATE")
	if v.Invalid != 7 {
		t.Errorf("%d invalid", v.Invalid)
	}
}

// 170 votes online and 80 papers, fifteen flats of them with both.
func bothChannels(street, policy, outcome, clauses, given string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		e := newEstate(t, s, street, numbered(1, 300, 100_00)...)
		if policy != "" {
			e.policy(policy)
		}
		a := e.held(raiseFund)
		online := alike("FOR", 1, 120)
		maps.Copy(online, alike("AGAINST", 121, 170))
		a.cast(online)
		var papers []sheet
		for _, group := range []struct {
			from, to int
			choice   string
		}{{1, 3, "FOR"}, {121, 132, "FOR"}, {201, 247, "FOR"}, {251, 268, "AGAINST"}} {
			for number, choice := range alike(group.choice, group.from, group.to) {
				papers = append(papers, sheet{number, choice, ""})
			}
		}
		a.hand(papers...)
		v := a.judged()
		a.came(v, outcome, clauses)
		a.given(v, given)
		if v.SetAside != 15 {
			t.Errorf("%d ballots gave way", v.SetAside)
		}
	}
}

// Twelve signatures are disputed. Without them there is no quorum: they decide.
// A single one of them does not.
func row43(t *testing.T, s *stage) {
	a, _ := voted(t, s, []bloc{{110, 11_000_00, "FOR", false}, {95, 9_500_00, "AGAINST", false}, {95, 9_500_00, "", false}},
		selectCompany, "ADOPTED", "20500.00≥20000.00 205≥200 11000.00≥10250.01 110≥103")
	var inFavour []any
	for _, one := range a.done(a.chair, `query ($vote: ID!) {
		node(id: $vote) { ... on Vote { ballots(first: 100) { edges { node { id choice } } } } }
	}`, values{"vote": a.votes[0]}).list("node.ballots") {
		if one.text("choice") == "FOR" {
			inFavour = append(inFavour, one.text("id"))
		}
	}
	const decisive = `query ($vote: ID!, $ballots: [ID!]!) {
		decisiveBallots(voteId: $vote, ballotIds: $ballots) { asJudged excluded flipped stands userErrors { code field } }
	}`
	twelve := a.done(a.chair, decisive, values{"vote": a.votes[0], "ballots": inFavour[:12]})
	twelve.is("decisiveBallots.asJudged", "ADOPTED")
	twelve.is("decisiveBallots.excluded", "NOT_QUORATE")
	twelve.is("decisiveBallots.flipped", "REJECTED")
	twelve.is("decisiveBallots.stands", false)
	a.done(a.chair, decisive, values{"vote": a.votes[0], "ballots": inFavour[:1]}).is("decisiveBallots.stands", true)
	a.refused(a.chair, decisive, values{"vote": a.votes[0], "ballots": []any{inFavour[0], a.votes[0]}}, "COUNT_BALLOT_UNKNOWN")
	a.refused(a.who("00300"), decisive, values{"vote": a.votes[0], "ballots": inFavour[:1]}, "COUNT_BALLOT_UNKNOWN")
}
