package graph_test

import (
	"testing"
	"time"
)

// Agenda, notice, and how long a vote is open.
var windowRows = []row{
	{"17", once(row17)},
	{"18", []play{
		{"clear days", row18},
		{"a day later", row18Safe},
		{"date difference", row18Difference},
	}},
	{"19", once(row19)},
	{"19b", once(row19b)},
	{"19c", once(row19c)},
}

// What somebody raises after the notice is not voted on, unless an amended
// notice names it in time (Hangzhou art. 19).
func row17(t *testing.T, s *stage) {
	flats, choices, _ := blocs(bloc{9, 900_00, "FOR", false}, bloc{1, 100_00, "AGAINST", false})
	a := newEstate(t, s, inHangzhou, flats...).drafted(useFund)
	a.call()
	a.add(raiseFund)
	a.done(a.chair, `mutation ($meeting: ID!) { amendNotice(input: {meetingId: $meeting, place: "小区公告栏"}) { userErrors { code } } }`,
		values{"meeting": a.meeting})
	a.add(selectCompany)
	a.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	raised := a.votes[2]
	closes := a.clock.Now().Add(6 * oneDay)
	a.refused(a.chair, openVote, values{"vote": raised, "closes": closes}, "NOT_NOTICED")
	a.refused(a.chair, `mutation ($meeting: ID!, $proposal: ID!) {
		addAgendaItem(input: {meetingId: $meeting, proposalId: $proposal}) { userErrors { code } }
	}`, values{"meeting": a.meeting, "proposal": a.proposal("REBUILDING")}, "WRONG_STATE")
	a.votes = a.votes[:2]
	a.openUntil(closes)
	a.cast(choices)
	a.came(a.judgedAt(0), "ADOPTED", "1000.00≥666.67 10≥7 900.00≥500.01 9≥6")
	a.came(a.judgedAt(1), "ADOPTED", "1000.00≥666.67 10≥7 900.00≥750.00 9≥8")
	a.done("", `query ($for: WeightsInput!, $against: WeightsInput!) {
		whatIf(input: {ruleCode: "OWNERS_ORDINARY", for: $for, against: $against, noticed: false}) { verdict { outcome } userErrors { code } }
	}`, values{"for": map[string]any{"heads": 9, "area": "900.00"}, "against": map[string]any{"heads": 1, "area": "100.00"}}).
		is("whatIf.verdict.outcome", "VOID")
}

// noticed is a small estate on Monday, 1 June 2026, and an assembly for a day
// in that month that was not called so far.
func noticed(t *testing.T, s *stage, on int, bylaws string) (*assembly, map[string]string) {
	t.Helper()
	monday := s.clock.Now()
	s.clock.Pass(-13 * oneDay) // so that no posting of its officers ends on a weekend
	flats, choices, _ := blocs(bloc{2, 200_00, "FOR", false}, bloc{1, 100_00, "AGAINST", false})
	e := newEstate(t, s, inXiangtan, flats...)
	s.clock.Set(monday)
	if bylaws != "" {
		e.bylaws(bylaws)
	}
	return e.draftedFor(time.Date(2026, 6, on, 1, 0, 0, 0, time.UTC), selectCompany), choices
}

// opened opens meeting and votes at the time announced, and lets everybody vote.
func (a *assembly) opened(on int, choices map[string]string) verdict {
	a.Helper()
	a.clock.Set(time.Date(2026, 6, on, 1, 0, 0, 0, time.UTC))
	a.begin()
	a.freeze()
	a.open()
	a.cast(choices)
	return a.judged()
}

// From Monday, 1 June, to the 16th are fourteen clear days. Who calls the
// assembly is warned; what it decides carries the flag.
func row18(t *testing.T, s *stage) {
	a, choices := noticed(t, s, 16, "")
	a.refused(a.chair, callMeeting, values{"meeting": a.meeting, "acknowledge": []any{}}, "ACKNOWLEDGEMENT_REQUIRED")
	a.call("NOTICE_TOO_SHORT")
	a.came(a.opened(16, choices), "ADOPTED", "300.00≥200.00 3≥2 200.00≥150.01 2≥2", "PROCEDURAL_DEFECT")
}

func row18Safe(t *testing.T, s *stage) {
	a, choices := noticed(t, s, 17, "")
	a.call()
	a.came(a.opened(17, choices), "ADOPTED", "300.00≥200.00 3≥2 200.00≥150.01 2≥2")
}

func row18Difference(t *testing.T, s *stage) {
	a, choices := noticed(t, s, 16, `"periods": [{"meeting": "ASSEMBLY", "noticeDays": 15, "noticeMethod": "DATE_DIFFERENCE"}]`)
	a.call()
	a.came(a.opened(16, choices), "ADOPTED", "300.00≥200.00 3≥2 200.00≥150.01 2≥2")
}

const extendVote = `mutation ($vote: ID!, $closes: DateTime!) {
	extendVote(input: {voteId: $vote, closesAt: $closes, reason: "参与人数不足", place: "小区公告栏"}) { vote { closesAt } userErrors { code field } }
}`

// running is a vote in Hangzhou that is open for so many days, where the bylaws
// allow to extend it once.
func running(t *testing.T, s *stage, days int, flats []flat) (*assembly, time.Time) {
	t.Helper()
	e := newEstate(t, s, inHangzhou, flats...)
	e.policy(`"window": {"extensions": 1}`)
	a := e.drafted(selectCompany)
	a.call()
	a.clock.Pass(21 * oneDay)
	a.begin()
	a.freeze()
	opened := a.clock.Now()
	a.openUntil(opened.Add(time.Duration(days) * oneDay))
	return a, opened
}

// On day 28 of 30 too few have voted; the vote is extended by 15 days.
func row19(t *testing.T, s *stage) {
	_, choices, _ := blocs(bloc{110, 11_000_00, "FOR", false}, bloc{70, 7_300_00, "AGAINST", false})
	flats, late, _ := blocs(bloc{110, 11_000_00, "FOR", false}, bloc{70, 7_300_00, "AGAINST", false},
		bloc{10, 1_000_00, "FOR", false}, bloc{15, 1_500_00, "AGAINST", false}, bloc{95, 9_200_00, "", false})
	a, opened := running(t, s, 30, flats)
	a.cast(choices)
	a.clock.Set(opened.Add(28 * oneDay))
	before := a.hash()
	a.done(a.chair, extendVote, values{"vote": a.votes[0], "closes": opened.Add(45 * oneDay)})
	for number := range choices {
		delete(late, number)
	}
	a.clock.Pass(10 * oneDay)
	a.cast(late)
	a.clock.Set(opened.Add(45*oneDay + time.Minute))
	a.came(a.judged(), "ADOPTED", "20800.00≥20000.00 205≥200 12000.00≥10400.01 120≥103")
	if after := a.hash(); after != before {
		t.Errorf("the roll was %s and is %s", before, after)
	}
}

// hash is the fingerprint of the roll.
func (a *assembly) hash() string {
	a.Helper()
	return a.done(a.chair, `query ($roll: ID!) { node(id: $roll) { ... on Roll { hash } } }`, values{"roll": a.roll}).text("node.hash")
}

// A second extension is refused. What stands at the close is no quorum, and the
// vote is held anew as another one.
func row19b(t *testing.T, s *stage) {
	flats, choices, _ := blocs(bloc{11, 1_100_00, "FOR", false}, bloc{7, 700_00, "AGAINST", false}, bloc{12, 1_200_00, "", false})
	a, opened := running(t, s, 20, flats)
	a.cast(choices)
	first := opened.Add(30 * oneDay)
	a.done(a.chair, extendVote, values{"vote": a.votes[0], "closes": first})
	a.refused(a.chair, extendVote, values{"vote": a.votes[0], "closes": opened.Add(40 * oneDay)}, "EXTENSION_LIMIT")
	a.clock.Set(first.Add(time.Minute))
	a.came(a.judged(), "NOT_QUORATE", "1800.00<2000.00 18<20 1100.00≥900.01 11≥10")
	a.done(a.chair, `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { vote { status } userErrors { code } } }`,
		values{"vote": a.votes[0]}).is("finalizeVote.vote.status", "FINAL")
	again := a.vote(values{"agendaItemId": a.items[0], "question": "是否同意？", "revoteOfId": a.votes[0]})
	revote := a.done(a.chair, `query ($vote: ID!) { node(id: $vote) { ... on Vote { id revoteOf { id } turnout { cast } } } }`, values{"vote": again})
	revote.is("node.revoteOf.id", a.votes[0])
	revote.is("node.turnout.cast", 0)
	if again == a.votes[0] {
		t.Error("it is the same vote")
	}
}

// Sixty days are the most, extensions included (Hangzhou art. 20).
func row19c(t *testing.T, s *stage) {
	a, opened := running(t, s, 60, numbered(1, 3, 100_00))
	a.refused(a.chair, extendVote, values{"vote": a.votes[0], "closes": opened.Add(75 * oneDay)}, "WINDOW_TOO_LONG")
}
