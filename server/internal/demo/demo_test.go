package demo_test

import (
	"os"
	"path/filepath"
	"testing"

	"sifang/ent"
	"sifang/ent/db/area"
	"sifang/ent/db/assignment"
	"sifang/ent/db/meeting"
	"sifang/ent/db/organization"
	"sifang/ent/db/resolution"
	"sifang/ent/db/vote"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/server/internal/demo"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

// told opens a demo of its own for the test.
func told(t *testing.T, database string) (*ent.Store, []demo.Player) {
	t.Helper()
	store, told, err := demo.Open(t.Context(), database)
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
	return store, told.Players
}

// TestDemo tells the story once on each engine and looks at it from all sides.
func TestDemo(t *testing.T) {
	for engine, database := range map[string]func(testing.TB) string{
		"sqlite":   func(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "demo.db") },
		"postgres": enttest.Unmigrated,
	} {
		t.Run(engine, func(t *testing.T) {
			store, players := told(t, database(t))
			t.Run("figures", func(t *testing.T) { testFigures(t, store, players) })
			t.Run("a visitor reads what is published", func(t *testing.T) { testVisitor(t, store) })
			t.Run("the explorer's examples find something", func(t *testing.T) { testExamples(t, store) })
			t.Run("whoever sees a row sees what it requires", func(t *testing.T) { testRequired(t, store, players) })
			t.Run("pages lead on and back", func(t *testing.T) { testPages(t, store, players, "Clerk of a street office (Xintangli)") })
		})
	}
}

// testFigures holds the demo against the figures of the source documents.
func testFigures(t *testing.T, s *ent.Store, players []demo.Player) {
	all, c := ent.Unguarded(t.Context()), s.Read()
	kinds := func(k schema.OrganizationKind) int {
		return c.Organization.Query().Where(organization.KindEQ(k)).CountX(all)
	}
	areas := func(k schema.AreaKind) int { return c.Area.Query().Where(area.KindEQ(k)).CountX(all) }
	assigned := c.Assignment.Query().Where(assignment.HasAreaWith(area.KindEQ(schema.AreaKindCourtyard))).AllX(all)
	people := map[ident.ID]bool{}
	for _, a := range assigned {
		people[*a.PersonID] = true
	}
	outcomes := map[schema.VerdictOutcome]int{}
	for _, v := range c.Verdict.Query().AllX(all) {
		outcomes[v.Outcome]++
	}
	for name, figure := range map[string][2]int{
		"groups of Huangge":               {kinds(schema.OrganizationKindPartyGroup), 34},
		"responsibility areas of Huangge": {areas(schema.AreaKindResponsibilityArea), 353},
		"entrances of Xintangli":          {areas(schema.AreaKindEntrance), 11},
		"recommendations for a lift":      {c.Resolution.Query().Where(resolution.KindEQ(schema.ResolutionKindRecommendation)).CountX(all), 8},
		"adopted":                         {outcomes[schema.VerdictOutcomeAdopted], 8},
		"tied":                            {outcomes[schema.VerdictOutcomeTied], 1},
		"rejected":                        {outcomes[schema.VerdictOutcomeRejected], 2},
		"waiting for consent":             {outcomes[schema.VerdictOutcomePendingConsent], 1},
		"courtyards of Zhongyuan":         {len(assigned), 78},
		"people who look after them":      {len(people), 22},
		"estates that Huayuan succeeds":   {c.AreaLink.Query().CountX(all), 8},
		"meetings called too late":        {c.Meeting.Query().Where(meeting.StatusEQ(schema.MeetingStatusCalled)).CountX(all), 1},
		"meetings under way":              {c.Meeting.Query().Where(meeting.StatusEQ(schema.MeetingStatusOpen)).CountX(all), 2},
		"votes under way":                 {c.Vote.Query().Where(vote.StatusEQ(schema.VoteStatusOpen)).CountX(all), 1},
	} {
		if figure[0] != figure[1] {
			t.Errorf("%s: %d, want %d", name, figure[0], figure[1])
		}
	}
	if len(players) < 8 {
		t.Errorf("%d players", len(players))
	}
	events := c.AuditEvent.Query().CountX(all)
	if queued := c.Outbox.Query().CountX(all); queued != events || events == 0 {
		t.Errorf("%d deeds are recorded and %d leaves wait for the log", events, queued)
	}
}
