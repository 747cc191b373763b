package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"sifang/ent/enttest"
)

const checklistOf = `query ($vote: ID!) {
	node(id: $vote) { ... on Vote { checklist { requirement asked source state found evidence { id } } } }
}`

// TestChecklist goes through a vote in writing, of which one owner was never
// served, before, after, and when it is final.
func TestChecklist(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan, numbered(1, 3, 100_00)...)
		a := e.drafted(selectCompany)
		a.checks("NOTICE_PERIOD NOT_YET", "AGENDA_PUBLISHED NOT_YET", "AUTHORITY MET", "ROLL_FROZEN NOT_YET", "SERVICE_PROVEN NOT_YET",
			"RECUSALS_RULED MET", "WINDOW_KEPT MET", "QUORUM_REACHED NOT_YET", "RECOUNT_AGREES NOT_YET", "RESULT_POSTED NOT_YET",
			"OBJECTIONS_ANSWERED NOT_YET", "RESOLUTION_POSTED NOT_YET")
		a.call()
		e.clock.Pass(21 * oneDay)
		a.begin()
		a.freeze()
		a.open()
		a.serve([]string{"00001", "00002"})
		a.cast(alike("FOR", 1, 3))
		a.judged()
		lines := a.checks("NOTICE_PERIOD MET", "AGENDA_PUBLISHED MET", "AUTHORITY MET", "ROLL_FROZEN MET", "SERVICE_PROVEN NOT_PROVABLE",
			"RECUSALS_RULED MET", "WINDOW_KEPT MET", "QUORUM_REACHED MET", "RECOUNT_AGREES MET", "RESULT_POSTED MET",
			"OBJECTIONS_ANSWERED NOT_YET", "RESOLUTION_POSTED NOT_YET")
		lines.is("node.checklist.3.evidence.id", a.roll)
		lines.is("node.checklist.4.found", "Of 3 entries 1 are without proof.")
		if source := lines.text("node.checklist.2.source"); !strings.Contains(source, "278") {
			t.Errorf("the authority rests on %q", source)
		}
		lines.is("node.checklist.8.source", nil)
		visitor := a.done("", checklistOf, values{"vote": a.votes[0]})
		visitor.is("node.checklist.3.evidence", nil)
		visitor.is("node.checklist.7.state", "MET")
		a.done(a.chair, `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { userErrors { code } } }`, values{"vote": a.votes[0]})
		a.done(a.chair, checklistOf, values{"vote": a.votes[0]}).is("node.checklist.10.state", "MET")
	})
}

// checks asserts how the requirements of the first vote stand, as the chair reads
// it.
func (a *assembly) checks(want ...string) reply {
	a.Helper()
	all := a.done(a.chair, checklistOf, values{"vote": a.votes[0]})
	var lines []struct{ Requirement, State, Asked, Found string }
	all.into("node.checklist", &lines)
	got := make([]string, len(lines))
	for i, one := range lines {
		got[i] = one.Requirement + " " + one.State
		if one.Asked == "" || one.Found == "" {
			a.Errorf("%s is silent: %+v", one.Requirement, one)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		a.Errorf("the checklist is %q, want %q", got, want)
	}
	return all
}
