package demo_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/enttest"
	"sifang/server/internal/demo"
)

// shows is what stands at paths of the answer to the query of each state.
var shows = map[string]map[string]any{
	"written-vote-open": {
		"votes.edges.0.node.status":                                              "OPEN",
		"votes.edges.0.node.turnout.cast":                                        17,
		"votes.edges.0.node.turnout.of":                                          38,
		"votes.edges.1.node.turnout.cast":                                        16, // one paper is spoilt there
		"votes.edges.2.node.status":                                              "OPEN",
		"votes.edges.0.node.agendaItem.meeting.form":                             "WRITTEN",
		"votes.edges.0.node.agendaItem.meeting.proxies.totalCount":               1,
		"votes.edges.0.node.agendaItem.meeting.paperBallots.totalCount":          7,
		"votes.edges.0.node.agendaItem.meeting.paperBallots.edges.6.node.status": "ENTERED",
		"votes.edges.0.node.doorList.places.0.unserved.entries":                  0,
		"votes.edges.0.node.doorList.places.3.unserved.entries":                  5,
		"votes.edges.0.node.doorList.places.4.unserved.entries":                  6, // a notice on the door serves nobody
		"votes.edges.0.node.doorList.quorum.met":                                 false,
	},
	"called-too-late": {
		"meetings.edges.0.node.status":               "CALLED",
		"meetings.edges.0.node.acknowledgedWarnings": "[NOTICE_TOO_SHORT]",
	},
	"no-quorum": {
		"votes.edges.0.node.status":                    "FINAL",
		"votes.edges.0.node.verdict.outcome":           "NOT_QUORATE",
		"votes.edges.0.node.verdict.clauses.0.measure": "AREA",
		"votes.edges.0.node.verdict.clauses.0.met":     false,
		"votes.edges.0.node.verdict.clauses.1.met":     true,
		"votes.edges.0.node.verdict.clauses.2.met":     true,
		"votes.edges.0.node.agendaItem.disposition":    "PENDING",
	},
	"tie": {
		"votes.edges.0.node.status":                     "CLOSED",
		"votes.edges.0.node.verdict.outcome":            "TIED",
		"votes.edges.0.node.verdict.parties.1.position": "FOR",
		"votes.edges.0.node.verdict.parties.2.position": "AGAINST",
		"votes.edges.0.node.agendaItem.disposition":     "PENDING",
	},
	"pending-consent": {
		"votes.edges.0.node.verdict.outcome":            "PENDING_CONSENT",
		"votes.edges.0.node.verdict.parties.3.position": "ABSENT",
		"votes.edges.0.node.viewerCan.4.verb":           "finalizeVote",
		"votes.edges.0.node.viewerCan.4.reasons.0.code": "CONSENT_PENDING",
	},
	"heads-yes-area-no": {
		"votes.edges.0.node.verdict.outcome":                                "REJECTED",
		"votes.edges.0.node.verdict.flags":                                  "[SPLIT_MAJORITY]",
		"votes.edges.0.node.verdict.clauses.2.measure":                      "AREA",
		"votes.edges.0.node.verdict.clauses.2.met":                          false,
		"votes.edges.0.node.verdict.clauses.3.met":                          true,
		"votes.edges.0.node.revotes.edges.0.node.status":                    "NOTICED",
		"votes.edges.0.node.revotes.edges.0.node.agendaItem.meeting.status": "CALLED",
	},
	"preliminary-with-objections": {
		"votes.edges.0.node.status":                         "PRELIMINARY",
		"votes.edges.0.node.verdict.outcome":                "ADOPTED",
		"votes.edges.0.node.objections.edges.0.node.status": "DISMISSED",
		"votes.edges.0.node.objections.edges.1.node.status": "FILED",
		"votes.edges.0.node.objections.edges.1.node.late":   false,
		"votes.edges.0.node.viewerCan.4.verb":               "finalizeVote",
		"votes.edges.0.node.viewerCan.4.reasons.0.code":     "OBJECTIONS_PENDING",
	},
	"recount-differs": {
		"votes.edges.0.node.status":                         "CLOSED",
		"votes.edges.0.node.verdicts.edges.0.node.outcome":  "REJECTED",
		"votes.edges.0.node.verdicts.edges.1.node.outcome":  "ADOPTED",
		"votes.edges.0.node.verdict.outcome":                "ADOPTED",
		"votes.edges.0.node.objections.edges.0.node.remedy": "CORRECTION",
		"votes.edges.0.node.objectionsUntil":                "<nil>",
		"votes.edges.0.node.viewerCan.4.reasons.0.code":     "PRELIMINARY_NEEDED",
	},
	"paper-conflict": {
		"meetings.edges.0.node.paperBallots.edges.0.node.status":    "MATCHED",
		"meetings.edges.0.node.paperBallots.edges.1.node.status":    "MISMATCHED",
		"meetings.edges.0.node.paperBallots.edges.1.node.settledBy": "<nil>",
	},
	"reserved-matter-referred": {
		"resolutions.edges.0.node.kind":                             "REFERRAL",
		"resolutions.edges.0.node.agendaItem.authority":             "OWNERS_ASSEMBLY",
		"resolutions.edges.0.node.agendaItem.disposition":           "REFERRED",
		"resolutions.edges.0.node.agendaItem.meeting.kind":          "JOINT",
		"resolutions.edges.0.node.agendaItem.proposal.status":       "ACCEPTED",
		"resolutions.edges.0.node.agendaItem.referredTo.totalCount": 0,
	},
	"revoked-by-court": {
		"resolutions.edges.0.node.currentStatus":                                        "REVOKED",
		"resolutions.edges.0.node.challenges.edges.0.node.rulings.edges.0.node.outcome": "REVOKED",
		"resolutions.edges.0.node.tasks.edges.0.node.currentStatus":                     "STOPPED",
		"resolutions.edges.0.node.agendaItem.proposal.status":                           "ACCEPTED",
	},
	"stayed-by-court": {
		"resolutions.edges.0.node.currentStatus":                  "STAYED",
		"resolutions.edges.0.node.challenges.edges.0.node.status": "PENDING",
		"resolutions.edges.0.node.tasks.edges.0.node.stoppedBy":   "STAYED",
	},
	"resolution-overdue": {
		"resolutions.edges.0.node.currentStatus":                    "IN_FORCE",
		"resolutions.edges.0.node.tasks.edges.1.node.currentStatus": "OVERDUE",
		"resolutions.edges.0.node.tasks.edges.1.node.progress":      40,
		"resolutions.edges.0.node.tasks.edges.2.node.currentStatus": "OVERDUE",
		"resolutions.edges.0.node.evaluation.count":                 4,
		"resolutions.edges.0.node.evaluation.satisfied":             1,
	},
	"election-tie": {
		"votes.edges.0.node.status":                    "CLOSED",
		"votes.edges.0.node.verdict.outcome":           "TIED",
		"votes.edges.0.node.verdict.election":          "TIE_BREAK_REQUIRED",
		"votes.edges.0.node.verdict.choices.3.outcome": "ELECTED",
		"votes.edges.0.node.verdict.choices.4.outcome": "TIED",
		"votes.edges.0.node.verdict.choices.5.outcome": "TIED",
		"votes.edges.0.node.tieBreaks.totalCount":      0,
	},
	"petition-gathering": {
		"proposals.edges.0.node.petition.met":            false,
		"proposals.edges.0.node.petition.signatures":     8,
		"proposals.edges.0.node.petition.lines.0.needed": 8,
		"proposals.edges.0.node.petition.lines.0.got":    7,
	},
	"caretaker": {
		"organizations.edges.0.node.terms.edges.0.node.currentState": "CARETAKER",
		"organizations.edges.0.node.renewal.begun":                   true,
		"organizations.edges.0.node.handoverOverdue":                 true,
		"organizations.edges.0.node.handovers.edges.0.node.overdue":  true,
	},
	"four-deliberations": {
		"procedureRuns.edges.0.node.status":           "RUNNING",
		"procedureRuns.edges.0.node.next.0.step.code": "PARTY_MEETING",
		"procedureRuns.edges.0.node.progress.1.state": "DONE",
		"procedureRuns.edges.0.node.progress.2.state": "DUE",
		"procedureRuns.edges.0.node.progress.3.state": "BLOCKED",
	},
}

// toldAt opens a demo of states, for somebody who looks at it at an instant.
func toldAt(t *testing.T, database string, instant time.Time, at ...demo.State) (*ent.Store, demo.Told) {
	t.Helper()
	ahead := time.Until(instant)
	present := func() time.Time { return time.Now().Add(ahead) }
	store, told, err := demo.OpenOn(t.Context(), present, database, at...)
	if store != nil {
		t.Cleanup(func() {
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	return store, told
}

// shown is the answer to the query of a state, asked as the role that it names.
func shown(t *testing.T, store *ent.Store, told demo.Told, state demo.State) map[string]any {
	t.Helper()
	var variables map[string]any
	if text := told.Variables[state.Name]; text != "" {
		if err := json.Unmarshal([]byte(text), &variables); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range told.Players {
		if p.English == state.As {
			return newAPI(t, store).ask(t, p.Person, state.Query, variables)
		}
	}
	t.Fatalf("nobody is %s", state.As)
	return nil
}

// otherDays are days on which a state is told as well as today: in the longest
// holidays of a year, on a weekend, at noon and about midnight in China.
var otherDays = []time.Time{
	time.Date(2027, 2, 9, 4, 0, 0, 0, time.UTC), time.Date(2027, 10, 6, 15, 59, 0, 0, time.UTC), time.Date(2028, 1, 1, 16, 1, 0, 0, time.UTC),
}

// TestStates opens each state today on one engine and on another day on the other,
// and asks its query as the role that it names.
func TestStates(t *testing.T) {
	for i, state := range demo.States() {
		t.Run("postgres/"+state.Name, func(t *testing.T) {
			t.Parallel()
			store, told := toldAt(t, enttest.PostgreSQL(t), time.Now(), state)
			testShows(t, store, told, state)
		})
		t.Run("sqlite/"+state.Name, func(t *testing.T) {
			t.Parallel()
			store, told := toldAt(t, enttest.SQLite(t), otherDays[i%len(otherDays)], state)
			testShows(t, store, told, state)
		})
	}
}

// TestAllStates tells all states into one database and looks at it from all sides:
// as whoever asks about each state, and as the owners in the first one.
func TestAllStates(t *testing.T) {
	store, told := toldAt(t, enttest.SQLite(t), time.Now(), demo.States()...)
	var askers, owners []demo.Player
	for _, state := range demo.States() {
		for _, p := range told.Players {
			if p.State == state.Name && p.English == state.As {
				askers = append(askers, p)
			} else if p.State == "written-vote-open" && state.Name == p.State && strings.Contains(strings.ToLower(p.English), "owner ") {
				owners = append(owners, p)
			}
		}
	}
	if len(askers) != len(demo.States()) {
		t.Fatalf("%d ask about %d states", len(askers), len(demo.States()))
	}
	t.Run("a visitor reads what is published", func(t *testing.T) { testVisitor(t, store) })
	t.Run("whoever sees a row sees what it requires", func(t *testing.T) { testRequired(t, store, append(askers, owners...)) })
	t.Run("pages lead on and back", func(t *testing.T) { testPages(t, store, askers, askers[0].English) })
}

// testShows asserts what the query of a state shows.
func testShows(t *testing.T, store *ent.Store, told demo.Told, state demo.State) {
	t.Helper()
	if len(shows[state.Name]) == 0 {
		t.Fatal("nothing is asserted of it")
	}
	answer := shown(t, store, told, state)
	for path, want := range shows[state.Name] {
		if got, _ := at(answer, strings.Split(path, ".")); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}

func TestUnknownState(t *testing.T) {
	if _, err := demo.Named("no-such-state"); err == nil || !strings.Contains(err.Error(), "written-vote-open") {
		t.Errorf("an unknown state is refused with %v", err)
	}
}
