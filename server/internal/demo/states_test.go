package demo_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/enttest"
	"sifang/schema/ident"
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
}

// toldAt opens a demo of one state, for somebody who looks at it so many days
// from now, and answers whom its query is asked as.
func toldAt(t *testing.T, database string, state demo.State, days int) (*ent.Store, []demo.Player, ident.ID) {
	t.Helper()
	present := func() time.Time { return time.Now().AddDate(0, 0, days) }
	store, players, err := demo.OpenOn(t.Context(), present, database, state)
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
	for _, p := range players {
		if p.English == state.As {
			return store, players, p.Person
		}
	}
	t.Fatalf("nobody is %s", state.As)
	return nil, nil, ident.Nil
}

// TestStates opens each state on each engine, and asks its query as the role that
// it names.
func TestStates(t *testing.T) {
	for engine, database := range map[string]func(testing.TB) string{
		"sqlite":   func(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "demo.db") },
		"postgres": enttest.Unmigrated,
	} {
		for _, state := range demo.States() {
			t.Run(engine+"/"+state.Name, func(t *testing.T) {
				store, _, viewer := toldAt(t, database(t), state, 0)
				testShows(t, store, state, viewer)
			})
		}
	}
}

// testShows asserts what the query of a state shows.
func testShows(t *testing.T, store *ent.Store, state demo.State, viewer ident.ID) {
	t.Helper()
	if len(shows[state.Name]) == 0 {
		t.Fatal("nothing is asserted of it")
	}
	answer := newAPI(t, store).ask(t, viewer, state.Query, nil)
	for path, want := range shows[state.Name] {
		if got, _ := at(answer, strings.Split(path, ".")); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}

// otherDays are days on which a state is told as well: in the longest holidays of
// a year, and on a weekend.
var otherDays = []time.Time{
	time.Date(2027, 2, 9, 4, 0, 0, 0, time.UTC), time.Date(2027, 10, 4, 4, 0, 0, 0, time.UTC), time.Date(2028, 1, 1, 16, 30, 0, 0, time.UTC),
}

// TestStatesOnOtherDays tells each state on another day than today, too.
func TestStatesOnOtherDays(t *testing.T) {
	for i, state := range demo.States() {
		day := otherDays[i%len(otherDays)]
		t.Run(state.Name+" on "+day.Format(time.DateOnly), func(t *testing.T) {
			days := int(time.Until(day)/(24*time.Hour)) + 1
			store, _, viewer := toldAt(t, "sqlite:"+filepath.Join(t.TempDir(), "demo.db"), state, days)
			testShows(t, store, state, viewer)
		})
	}
}

func TestUnknownState(t *testing.T) {
	if _, err := demo.Named("no-such-state"); err == nil || !strings.Contains(err.Error(), "written-vote-open") {
		t.Errorf("an unknown state is refused with %v", err)
	}
}
