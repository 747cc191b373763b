package demo_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/area"
	"sifang/ent/db/assignment"
	"sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/proposal"
	"sifang/ent/db/resolution"
	"sifang/ent/db/verdict"
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
			t.Run("pages lead on and back", func(t *testing.T) { testPages(t, store, players) })
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

// testVisitor compares what a visitor reads of each type
// with what was published, told apart here a second time and in another way.
func testVisitor(t *testing.T, s *ent.Store) {
	all, visitor, c := ent.Unguarded(t.Context()), ent.WithViewer(t.Context(), &ent.Viewer{}), s.Read()
	publishedPosts := c.Membership.Query().Where(membership.PublishedAtNotNil(), membership.PostIDNotNil()).AllX(all)
	var holders []ident.ID
	for _, m := range publishedPosts {
		holders = append(holders, *m.PersonID)
	}
	type list = func(context.Context) ([]ident.ID, error)
	none := func(context.Context) ([]ident.ID, error) { return nil, nil }
	for name, c := range map[string]struct{ seen, published list }{
		db.TypeArea:                 {c.Area.Query().IDs, c.Area.Query().IDs},
		db.TypeAreaLink:             {c.AreaLink.Query().IDs, c.AreaLink.Query().IDs},
		db.TypeOrganization:         {c.Organization.Query().IDs, c.Organization.Query().IDs},
		db.TypeOrganizationArea:     {c.OrganizationArea.Query().IDs, c.OrganizationArea.Query().IDs},
		db.TypeOrganizationRelation: {c.OrganizationRelation.Query().IDs, c.OrganizationRelation.Query().IDs},
		db.TypeTerm:                 {c.Term.Query().IDs, c.Term.Query().IDs},
		db.TypePost:                 {c.Post.Query().IDs, c.Post.Query().IDs},
		db.TypeLinkage:              {c.Linkage.Query().IDs, c.Linkage.Query().IDs},
		db.TypeLinkageParty:         {c.LinkageParty.Query().IDs, c.LinkageParty.Query().IDs},
		db.TypeAssignment:           {c.Assignment.Query().IDs, c.Assignment.Query().IDs},
		db.TypeRuleSet:              {c.RuleSet.Query().IDs, c.RuleSet.Query().IDs},
		db.TypePublication:          {c.Publication.Query().IDs, c.Publication.Query().IDs},
		db.TypePerson:               {c.Person.Query().IDs, func(context.Context) ([]ident.ID, error) { return holders, nil }},
		db.TypeMembership: {c.Membership.Query().IDs, func(context.Context) ([]ident.ID, error) {
			return idsOf(publishedPosts, func(m *db.Membership) ident.ID { return m.ID }), nil
		}},
		db.TypeProposal:      {c.Proposal.Query().IDs, c.Proposal.Query().Where(proposal.HasAgendaItemsWith(agendaitem.NoticedAtNotNil())).IDs},
		db.TypeMeeting:       {c.Meeting.Query().IDs, c.Meeting.Query().Where(meeting.StatusNEQ(schema.MeetingStatusDraft)).IDs},
		db.TypeAgendaItem:    {c.AgendaItem.Query().IDs, c.AgendaItem.Query().Where(agendaitem.NoticedAtNotNil()).IDs},
		db.TypeVote:          {c.Vote.Query().IDs, c.Vote.Query().Where(vote.StatusNEQ(schema.VoteStatusDraft)).IDs},
		db.TypeVerdict:       {c.Verdict.Query().IDs, c.Verdict.Query().Where(verdict.HasVoteWith(vote.StatusNEQ(schema.VoteStatusDraft))).IDs},
		db.TypeResolution:    {c.Resolution.Query().IDs, c.Resolution.Query().Where(resolution.HasPublications()).IDs},
		db.TypeUnit:          {c.Unit.Query().IDs, none},
		db.TypeOwnership:     {c.Ownership.Query().IDs, none},
		db.TypeHousehold:     {c.Household.Query().IDs, none},
		db.TypeResidence:     {c.Residence.Query().IDs, none},
		db.TypeDeclaration:   {c.Declaration.Query().IDs, none},
		db.TypePartyDelegate: {c.PartyDelegate.Query().IDs, none},
		db.TypeAttendance:    {c.Attendance.Query().IDs, none},
		db.TypeRoll:          {c.Roll.Query().IDs, none},
		db.TypeRollEntry:     {c.RollEntry.Query().IDs, none},
		db.TypeBallot:        {c.Ballot.Query().IDs, none},
		db.TypeAuditEvent:    {c.AuditEvent.Query().IDs, none},
	} {
		seen, err := c.seen(visitor)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		published, err := c.published(all)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if seen, published := set(seen), set(published); !slices.Equal(seen, published) {
			t.Errorf("%s: a visitor reads %d rows, and %d are published", name, len(seen), len(published))
		}
	}
}

func idsOf[T any](rows []T, id func(T) ident.ID) []ident.ID {
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = id(row)
	}
	return ids
}

func set(ids []ident.ID) []string {
	texts := idsOfText(ids)
	slices.Sort(texts)
	return slices.Compact(texts)
}

func idsOfText(ids []ident.ID) []string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = id.String()
	}
	return texts
}
