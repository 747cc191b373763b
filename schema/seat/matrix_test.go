package seat

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
)

func TestDirection(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"PROPERTY_COMPANY", "PARTY_GENERAL_BRANCH", "PROPERTY_TO_COMMUNITY"},
		{"PROPERTY_PROJECT", "RESIDENTS_COMMITTEE", "PROPERTY_TO_COMMUNITY"},
		{"OWNERS_COMMITTEE", "RESIDENTS_COMMITTEE", "OWNERS_TO_COMMUNITY"},
		{"INTERIM_PROPERTY_COMMITTEE", "PARTY_COMMITTEE", "OWNERS_TO_COMMUNITY"},
		{"RESIDENTS_COMMITTEE", "PROPERTY_PROJECT", "COMMUNITY_TO_PROPERTY"},
		{"PARTY_COMMITTEE", "PROPERTY_COMPANY", "COMMUNITY_TO_PROPERTY"},
		{"RESIDENTS_COMMITTEE", "OWNERS_COMMITTEE", "COMMUNITY_TO_OWNERS"},
		{"PARTY_BRANCH", "OWNERS_COMMITTEE", "PARTY_TO_OWNERS"},
		{"GRID_PARTY_BRANCH", "PROPERTY_COMPANY", "PARTY_TO_PROPERTY"},
		{"STREET_OFFICE", "PARTY_BRANCH", "STREET_TO_ESTATE"},
		{"PARTY_WORKING_COMMITTEE", "PROPERTY_COMPANY", "STREET_TO_ESTATE"},
		{"STREET_OFFICE", "RESIDENTS_COMMITTEE", "OTHER"},
		{"PARTY_GENERAL_BRANCH", "PARTY_BRANCH", "OTHER"},
		{"PARTY_GENERAL_BRANCH", "RESIDENTS_COMMITTEE", "OTHER"},
		{"OWNERS_COMMITTEE", "PROPERTY_COMPANY", "OTHER"},
		{"LOCAL_EMPLOYER", "RESIDENTS_COMMITTEE", "OTHER"},
	} {
		got := Direction(schema.OrganizationKind(c.from), schema.OrganizationKind(c.to))
		if string(got) != c.want {
			t.Errorf("%s to %s is %s, got %s", c.from, c.to, c.want, got)
		}
	}
}

func TestEveryDirectionIsReached(t *testing.T) {
	reached := map[string]bool{}
	for _, from := range schema.OrganizationKind("").Values() {
		for _, to := range schema.OrganizationKind("").Values() {
			reached[string(Direction(schema.OrganizationKind(from), schema.OrganizationKind(to)))] = true
		}
	}
	for _, direction := range schema.CrossAppointmentDirection("").Values() {
		if !reached[direction] {
			t.Errorf("no two organizations give %s", direction)
		}
		delete(reached, direction)
	}
	if len(reached) > 0 {
		t.Errorf("not in the enumeration: %v", reached)
	}
}

func TestMatrix(t *testing.T) {
	parties := []Organization{generalBranch, residents, ownersCommittee, company}
	on := date(t, "2026-05-01")

	manager := seated(t, 1, person(1), company, schema.PostCategoryProjectManager)
	upward, _ := partTime(t, "2026-03-01", "")
	upward.ID, upward.Status, upward.Source = id(ident.KindMembership, 2), schema.MembershipStatusEffective, manager.ID

	member := seated(t, 3, person(2), residents, schema.PostCategoryMember)
	downward := seated(t, 4, person(2), company, schema.PostCategoryQualitySupervisor)
	downward.Mode, downward.Source = schema.MembershipModeDispatched, member.ID

	chair := seated(t, 5, person(3), ownersCommittee, schema.PostCategoryChair)
	proposed := seated(t, 6, person(3), residents, schema.PostCategoryPartTimeMember)
	proposed.Status, proposed.Source = schema.MembershipStatusProposed, chair.ID

	// The estate's branch is no party of this linkage.
	secretary := seated(t, 7, person(4), estateBranch, schema.PostCategorySecretary)
	outside := seated(t, 8, person(4), ownersCommittee, schema.PostCategoryMember)
	outside.Source = secretary.ID

	// Elected on the strength of a post that ended since.
	former := seated(t, 10, person(5), residents, schema.PostCategoryMember)
	former.Status, former.Held.To = schema.MembershipStatusEnded, on
	stays := seated(t, 11, person(5), ownersCommittee, schema.PostCategoryMember)
	stays.Source = former.ID

	// The chair also presides over the same body's working group.
	within := seated(t, 9, person(3), ownersCommittee, schema.PostCategoryClerk)
	within.Source = chair.ID

	cells := Matrix(parties, []Holding{manager, upward, member, downward, chair, proposed, secretary, outside, within, former, stays}, on)
	if len(cells) != 12 {
		t.Fatalf("four parties have 12 ordered pairs, got %d", len(cells))
	}
	got := map[schema.CrossAppointmentDirection][]ident.ID{}
	for _, cell := range cells {
		if cell.Direction != Direction(cell.From.Kind, cell.To.Kind) || cell.From.ID == cell.To.ID {
			t.Errorf("a cell from %s to %s is called %s", cell.From.Kind, cell.To.Kind, cell.Direction)
		}
		for _, h := range cell.Holdings {
			got[cell.Direction] = append(got[cell.Direction], h.ID)
		}
	}
	for direction, want := range map[schema.CrossAppointmentDirection][]ident.ID{
		schema.CrossAppointmentDirectionPropertyToCommunity: {upward.ID},
		schema.CrossAppointmentDirectionCommunityToProperty: {downward.ID},
		schema.CrossAppointmentDirectionOwnersToCommunity:   nil,
		schema.CrossAppointmentDirectionCommunityToOwners:   nil,
		schema.CrossAppointmentDirectionPartyToOwners:       nil,
		schema.CrossAppointmentDirectionOther:               nil,
	} {
		if !slices.Equal(got[direction], want) {
			t.Errorf("%s: got %v, want %v", direction, got[direction], want)
		}
	}
}

func TestConcurrentHeads(t *testing.T) {
	bodies := []Organization{estateBranch, ownersCommittee, residents}
	secretary := seated(t, 1, person(1), estateBranch, schema.PostCategorySecretary)
	chair := seated(t, 2, person(1), ownersCommittee, schema.PostCategoryChair)
	other := seated(t, 3, person(2), residents, schema.PostCategoryChair)
	deputy := seated(t, 4, person(2), estateBranch, schema.PostCategoryDeputySecretary)
	outside := seated(t, 5, person(2), generalBranch, schema.PostCategorySecretary)
	twice := seated(t, 6, person(3), residents, schema.PostCategoryChair)
	again := seated(t, 7, person(3), residents, schema.PostCategorySecretary)
	all := []Holding{other, chair, deputy, secretary, outside, twice, again}

	on := date(t, "2026-05-01")
	heads := ConcurrentHeads(bodies, all, on)
	if len(heads) != 1 || heads[0].Member != person(1) {
		t.Fatalf("got %+v", heads)
	}
	if got := heads[0].Holdings; len(got) != 2 || got[0].ID != secretary.ID || got[1].ID != chair.ID {
		t.Errorf("got %+v", got)
	}

	// The elected chair stops being secretary: stays chair, heads one body.
	all[3].Status, all[3].Held.To = schema.MembershipStatusEnded, on
	all[1].Source = secretary.ID
	if _, lapses := Lapses(all[1], on); lapses || !Effective(all[1], on) {
		t.Error("an elected chair lost the seat with the other post")
	}
	if got := ConcurrentHeads(bodies, all, on); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
	if got := ConcurrentHeads(bodies, all, on.AddDays(-1)); len(got) != 1 {
		t.Errorf("the day before: got %+v", got)
	}
}
