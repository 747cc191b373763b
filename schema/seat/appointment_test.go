package seat

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// partTime is a project manager engaged as part-time member of the residents'
// committee, on the strength of the post in the company.
func partTime(t *testing.T, from, to string) (Holding, Holding) {
	source := seated(t, 2, person(1), company, schema.PostCategoryProjectManager)
	source.Mode = schema.MembershipModeEngaged
	h := seated(t, 1, person(1), residents, schema.PostCategoryPartTimeMember)
	h.Post.SeatKind, h.Post.VotingRight = schema.SeatKindCoOpted, schema.VotingRightConsultative
	h.Mode, h.Source, h.Held = schema.MembershipModeEngaged, source.ID, span(t, from, to)
	h.Status = schema.MembershipStatusProposed
	return h, source
}

func TestACrossAppointmentRestsOnItsSource(t *testing.T) {
	for name, c := range map[string]struct {
		to     string
		change func(target, source *Holding)
		want   []string
	}{
		"held until further notice":     {},
		"no source named":               {change: func(h, _ *Holding) { h.Source = ident.Nil }, want: []string{"SOURCE_REQUIRED PART_TIME_SOURCE"}},
		"no source named, but elected":  {change: func(h, _ *Holding) { h.Source, h.Mode = ident.Nil, schema.MembershipModeElected }},
		"a source that is not there":    {change: func(h, _ *Holding) { h.Source = id(ident.KindMembership, 77) }, want: []string{"SOURCE_NOT_HELD"}},
		"itself as its source":          {change: func(h, _ *Holding) { h.Source = h.ID }, want: []string{"SOURCE_NOT_HELD"}},
		"somebody else's post":          {change: func(_, s *Holding) { s.Member = person(2) }, want: []string{"SOURCE_NOT_HELD"}},
		"a post held only later":        {change: func(_, s *Holding) { s.Held.From = date(t, "2026-03-02") }, want: []string{"SOURCE_NOT_HELD"}},
		"a post from which suspended":   {change: func(_, s *Holding) { s.Status = schema.MembershipStatusSuspended }, want: []string{"SOURCE_NOT_HELD"}},
		"a post that ends before":       {change: func(_, s *Holding) { s.Held.To = date(t, "2026-02-01") }, want: []string{"SOURCE_NOT_HELD"}},
		"a post that ends during":       {change: func(_, s *Holding) { s.Held.To = date(t, "2027-01-01") }, want: []string{"OUTLASTS_SOURCE"}},
		"a term that ends during":       {change: func(_, s *Holding) { s.Term = span(t, "2025-01-01", "2027-01-01") }, want: []string{"OUTLASTS_SOURCE"}},
		"ending with the post":          {to: "2027-01-01", change: func(_, s *Holding) { s.Held.To = date(t, "2027-01-01") }},
		"ending before the post":        {to: "2026-12-31", change: func(_, s *Holding) { s.Held.To = date(t, "2027-01-01") }},
		"ending a day after the post":   {to: "2027-01-02", change: func(_, s *Holding) { s.Held.To = date(t, "2027-01-01") }, want: []string{"OUTLASTS_SOURCE"}},
		"elected, outlasting the other": {change: func(h, s *Holding) { h.Mode = schema.MembershipModeElected; s.Held.To = date(t, "2027-01-01") }},
	} {
		t.Run(name, func(t *testing.T) {
			target, source := partTime(t, "2026-03-01", c.to)
			if c.change != nil {
				c.change(&target, &source)
			}
			expect(t, CheckAppointment(preset(t, "national"), owner(t, 1), target, []Holding{target, source}), c.want...)
		})
	}
}

func TestTermsInOnePost(t *testing.T) {
	term := span(t, "2026-01-01", "2031-01-01")
	for name, c := range map[string]struct {
		held   day.Span
		others []Holding
		want   []string
	}{
		"the whole term":          {held: term},
		"beginning too early":     {held: span(t, "2025-12-31", "2031-01-01"), want: []string{"OUTSIDE_TERM"}},
		"ending too late":         {held: span(t, "2026-01-01", "2031-01-02"), want: []string{"OUTSIDE_TERM"}},
		"without an end":          {held: span(t, "2026-01-01", ""), want: []string{"OUTSIDE_TERM"}},
		"after an earlier period": {held: span(t, "2028-01-01", "2031-01-01"), others: []Holding{period(t, 1, 9, 1, "2026-01-01", "2028-01-01")}},
		"into an earlier period":  {held: span(t, "2027-12-31", "2031-01-01"), others: []Holding{period(t, 1, 9, 1, "2026-01-01", "2028-01-01")}, want: []string{"OVERLAPPING_TERM"}},
		"proposed twice":          {held: term, others: []Holding{with(period(t, 1, 9, 1, "2026-01-01", ""), schema.MembershipStatusProposed)}, want: []string{"OVERLAPPING_TERM"}},
		"after having declined":   {held: term, others: []Holding{with(period(t, 1, 9, 1, "2026-01-01", ""), schema.MembershipStatusDeclined)}},
		"after one that ended on a day nobody recorded": {held: term, others: []Holding{
			with(period(t, 1, 9, 1, "2020-01-01", ""), schema.MembershipStatusEnded),
			with(period(t, 1, 8, 1, "2020-01-01", ""), schema.MembershipStatusLapsed),
		}},
		"another post": {held: term, others: []Holding{period(t, 1, 9, 2, "2026-01-01", "")}},
	} {
		t.Run(name, func(t *testing.T) {
			target := period(t, 1, 1, 1, "2026-01-01", "")
			target.Held, target.Term = c.held, term
			expect(t, CheckAppointment(Rules{}, owner(t, 1), target, c.others), c.want...)
		})
	}
}

func TestAPostHasOnlySoManySeats(t *testing.T) {
	target := period(t, 1, 1, 1, "2026-01-01", "2027-01-01")
	target.Post.Capacity = 2
	first := period(t, 2, 2, 1, "2026-01-01", "2026-06-01")
	for name, c := range map[string]struct {
		others []Holding
		want   []string
	}{
		"one other":                      {others: []Holding{first}},
		"two others, one after another":  {others: []Holding{first, period(t, 3, 3, 1, "2026-06-01", "")}},
		"two others at once":             {others: []Holding{first, period(t, 3, 3, 1, "2026-05-31", "")}, want: []string{"POST_FULL"}},
		"both seats promised":            {others: []Holding{first, with(period(t, 3, 3, 1, "2025-01-01", "2026-02-01"), schema.MembershipStatusPublicized)}, want: []string{"POST_FULL"}},
		"one of them is suspended":       {others: []Holding{first, with(period(t, 3, 3, 1, "2026-01-01", ""), schema.MembershipStatusSuspended)}, want: []string{"POST_FULL"}},
		"one of them was revoked":        {others: []Holding{first, with(period(t, 3, 3, 1, "2025-01-01", "2026-01-01"), schema.MembershipStatusRevoked)}},
		"a second one before the target": {others: []Holding{first, period(t, 3, 3, 1, "2025-01-01", "2026-01-01")}},
		"seats of another post":          {others: []Holding{first, period(t, 3, 3, 2, "2026-01-01", "")}},
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, CheckAppointment(Rules{}, owner(t, 1), target, c.others), c.want...)
		})
	}
}

func TestBelongingWithoutAPostOverlapsItself(t *testing.T) {
	target := belonging(t, 1, person(1), estateBranch, schema.MembershipKindDualReporting)
	same := belonging(t, 2, person(1), estateBranch, schema.MembershipKindDualReporting)
	expect(t, CheckAppointment(Rules{}, owner(t, 1), target, []Holding{same}), "OVERLAPPING_TERM")
	otherKind := belonging(t, 3, person(1), estateBranch, schema.MembershipKindVolunteer)
	otherBranch := belonging(t, 4, person(1), generalBranch, schema.MembershipKindDualReporting)
	otherPerson := belonging(t, 5, person(2), estateBranch, schema.MembershipKindDualReporting)
	expect(t, CheckAppointment(Rules{}, owner(t, 1), target, []Holding{otherKind, otherBranch, otherPerson}))
}

// period is a seat in a numbered post, held for a period.
func period(t interface{ Fatal(...any) }, who, number, post byte, from, to string) Holding {
	return Holding{
		ID: id(ident.KindMembership, number), Member: person(who), Organization: ownersCommittee,
		Post:   Post{ID: id(ident.KindPost, post), Category: schema.PostCategoryMember},
		Mode:   schema.MembershipModeElected,
		Status: schema.MembershipStatusEffective, Held: span(t, from, to),
	}
}

func with(h Holding, status schema.MembershipStatus) Holding {
	h.Status = status
	return h
}

func TestEveryBreachIsNamedAtOnce(t *testing.T) {
	candidate := Candidate{ID: person(1), Born: date(t, "2010-01-01"), Declarations: []Declaration{{
		Kind: schema.DeclarationKindConduct, Person: person(1), Relation: "JUDGMENT_DEBTOR", Held: span(t, "2025-01-01", ""),
	}}}
	target := seated(t, 1, person(1), ownersCommittee, schema.PostCategoryMember)
	target.Post.Capacity, target.Term, target.Source = 1, span(t, "2026-01-01", "2031-01-01"), id(ident.KindMembership, 77)
	manager := seated(t, 2, person(1), company, schema.PostCategoryProjectManager)
	same := with(target, schema.MembershipStatusEffective)
	same.ID = id(ident.KindMembership, 3)
	expect(t, CheckAppointment(preset(t, "national", "beijing"), candidate, target, []Holding{manager, same}),
		"NOT_ELIGIBLE OC_OWNER", "NOT_ELIGIBLE OC_CAPACITY", "NOT_ELIGIBLE OC_JUDGMENT_DEBTOR",
		"INCOMPATIBLE PROPERTY_STAFF", "SOURCE_NOT_HELD", "OUTSIDE_TERM", "OVERLAPPING_TERM", "POST_FULL")
}

// Whatever is proposed, and in whatever order: if every appointment that is
// accepted takes effect, nobody ever holds one post twice, and no post ever
// has more holders than seats.
func TestAcceptedAppointmentsNeverCollide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		capacity := map[byte]int{1: 1, 2: 2, 3: 0}
		first := date(t, "2026-01-01")
		const days = 20
		var accepted []Holding
		for n := range rapid.IntRange(1, 12).Draw(t, "proposals") {
			post := byte(rapid.IntRange(1, 3).Draw(t, "post"))
			h := period(t, byte(rapid.IntRange(1, 3).Draw(t, "person")), byte(n+1), post, "", "")
			h.Post.Capacity = capacity[post]
			from := rapid.IntRange(0, days-1).Draw(t, "from")
			h.Held.From = first.AddDays(from)
			if length := rapid.IntRange(0, days).Draw(t, "length"); length > 0 {
				h.Held.To = h.Held.From.AddDays(length)
			}
			if len(CheckAppointment(Rules{}, Candidate{ID: h.Member}, h, accepted)) == 0 {
				accepted = append(accepted, h)
			}
		}
		for offset := range 3 * days {
			on := first.AddDays(offset)
			holders := map[ident.ID][]ident.ID{}
			for _, h := range accepted {
				if Effective(h, on) {
					if slices.Contains(holders[h.Post.ID], h.Member) {
						t.Fatalf("on %s somebody holds a post twice", on)
					}
					holders[h.Post.ID] = append(holders[h.Post.ID], h.Member)
				}
			}
			for post, seats := range capacity {
				if got := len(holders[id(ident.KindPost, post)]); seats > 0 && got > seats {
					t.Fatalf("on %s a post of %d seats has %d holders", on, seats, got)
				}
			}
		}
	})
}

// A lawful appointment is not refused for no reason: the first proposal for an
// empty post always passes.
func TestTheFirstProposalForAnEmptyPostPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := period(t, 1, 1, 1, "", "")
		h.Post.Capacity = rapid.IntRange(0, 3).Draw(t, "capacity")
		h.Held.From = date(t, "2026-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "from"))
		var others []Holding
		for n := range rapid.IntRange(0, 5).Draw(t, "others") {
			other := period(t, byte(n+1), byte(n+2), 2, "2020-01-01", "")
			others = append(others, other)
		}
		if refused := CheckAppointment(Rules{}, Candidate{ID: h.Member}, h, others); len(refused) > 0 {
			t.Fatalf("refused: %v", refused)
		}
	})
}

func TestCheckTerm(t *testing.T) {
	for _, c := range []struct {
		presets  []string
		kind     schema.OrganizationKind
		from, to string
		want     []string
	}{
		{[]string{"national"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "2031-03-01", nil},
		{[]string{"national"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "2031-03-02", []string{"TERM_LENGTH OC_TERM"}},
		{[]string{"national"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "", []string{"TERM_LENGTH OC_TERM"}},
		{[]string{"national"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "2027-03-01", nil},
		{[]string{"national", "shanghai"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "2028-03-01", []string{"TERM_LENGTH OC_TERM"}},
		{[]string{"national", "shanghai"}, schema.OrganizationKindOwnersCommittee, "2026-03-01", "2029-03-01", nil},
		{[]string{"national"}, schema.OrganizationKindResidentsCommittee, "2026-03-01", "2030-03-01", []string{"TERM_LENGTH RC_TERM"}},
		{[]string{"national"}, schema.OrganizationKindResidentsCommittee, "2028-02-29", "2033-02-28", nil},
		{[]string{"national", "beijing"}, schema.OrganizationKindInterimPropertyCommittee, "2026-03-01", "2029-03-02", []string{"TERM_LENGTH INTERIM_TERM"}},
		{[]string{"national"}, schema.OrganizationKindPropertyCompany, "2026-03-01", "", nil},
	} {
		expect(t, CheckTerm(preset(t, c.presets...), c.kind, span(t, c.from, c.to)), c.want...)
	}
}
