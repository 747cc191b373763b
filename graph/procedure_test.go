package graph_test

import (
	"fmt"
	"testing"

	"sifang/ent/enttest"
)

// What is to be done next is asked about a hundred procedures as cheaply as about
// one.
func TestProceduresAreReadTogether(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		s := newStage(t, database)
		b := newNeighbourhood(t, s, 2, 0).branchOf(1)
		var sent []int64
		for n := range 4 {
			b.consults(b.chartered())
			before := s.statements.Load()
			read := b.done(b.secretary, `{ procedureRuns(first: 10) { edges { node {
				status definition { title } viewerCan { verb allowed } next { step { code title } until overdue missing }
				progress { step { code source } state done { step doneAt document { name } recordedBy { id } } }
			} } } }`, nil)
			sent = append(sent, s.statements.Load()-before)
			for i, run := range read.list("procedureRuns") {
				run.is("next.0.step.code", "INFORMATION")
				run.is("progress.0.state", "DONE")
				run.is("progress.0.done.document.name", "议题.csv")
				run.is("progress.2.state", "BLOCKED")
				if i > n {
					t.Errorf("%d procedures after %d were begun", i+1, n+1)
				}
			}
		}
		if fmt.Sprint(sent[1]) != fmt.Sprint(sent[3]) {
			t.Errorf("statements for one procedure and more: %v", sent)
		}
	})
}

// consults begins a consultation on a proposal, whose topic is on paper.
func (b *party) consults(proposal string) {
	b.Helper()
	run := b.done(b.secretary, `mutation ($proposal: ID!, $branch: ID!) {
		startProcedure(input: {proposalId: $proposal, organizationId: $branch, code: "CONSULTATION"}) { procedureRun { id } userErrors { code } }
	}`, values{"proposal": proposal, "branch": b.branch}).text("startProcedure.procedureRun.id")
	b.takes(run, "TOPIC", values{"document": b.document(b.secretary, "议题.csv", []byte("停车\n"))})
}

// A procedure that goes no further is stopped, and says why.
func TestStopProcedure(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		b := newNeighbourhood(t, newStage(t, database), 2, 0).branchOf(1)
		proposal := b.chartered()
		run := b.setsOut(proposal)
		stopped := b.done(b.secretary, `mutation ($run: ID!) {
			stopProcedure(input: {runId: $run, reason: "另行处理"}) {
				procedureRun { status stopReason next { step { code } } viewerCan { verb allowed reasons { code } } } userErrors { code }
			}
		}`, values{"run": run})
		stopped.is("stopProcedure.procedureRun.status", "STOPPED")
		stopped.is("stopProcedure.procedureRun.stopReason", "另行处理")
		stopped.is("stopProcedure.procedureRun.next", []any{})
		stopped.is("stopProcedure.procedureRun.viewerCan.0.reasons.0.code", "WRONG_STATE")
		b.tells(b.secretary, proposal, nil,
			"submitProposal The proposal “居民公约” was handed in.",
			"acceptProposal The proposal “居民公约” was taken up.",
			"startProcedure The procedure “Four deliberations and two disclosures, in a community” was begun.",
			"stopProcedure The procedure “Four deliberations and two disclosures, in a community” was stopped.",
		)
	})
}
