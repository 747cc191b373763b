package seat

import (
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
)

func TestLapses(t *testing.T) {
	for name, c := range map[string]struct {
		mode     schema.MembershipMode
		status   schema.MembershipStatus
		from, to string
		noSource bool
		ended    string
		want     string
	}{
		"the project manager leaves the company":   {mode: schema.MembershipModeEngaged, ended: "2026-06-15", want: "2026-06-15"},
		"the community recalls its delegate":       {mode: schema.MembershipModeDispatched, ended: "2026-06-15", want: "2026-06-15"},
		"a co-opted member":                        {mode: schema.MembershipModeCoOpted, ended: "2026-06-15", want: "2026-06-15"},
		"a member by office":                       {mode: schema.MembershipModeExOfficio, ended: "2026-06-15", want: "2026-06-15"},
		"the secretary who was elected chair":      {mode: schema.MembershipModeElected, ended: "2026-06-15"},
		"a Party member":                           {mode: schema.MembershipModeEnrolled, ended: "2026-06-15"},
		"a seat that rests on nothing":             {mode: schema.MembershipModeEngaged, noSource: true, ended: "2026-06-15"},
		"the source goes on":                       {mode: schema.MembershipModeEngaged},
		"over on the same day":                     {mode: schema.MembershipModeEngaged, to: "2026-06-15", ended: "2026-06-15"},
		"over a day later":                         {mode: schema.MembershipModeEngaged, to: "2026-06-16", ended: "2026-06-15", want: "2026-06-15"},
		"still proposed":                           {mode: schema.MembershipModeEngaged, status: schema.MembershipStatusProposed, ended: "2026-06-15", want: "2026-06-15"},
		"suspended":                                {mode: schema.MembershipModeEngaged, status: schema.MembershipStatusSuspended, ended: "2026-06-15", want: "2026-06-15"},
		"already revoked":                          {mode: schema.MembershipModeEngaged, status: schema.MembershipStatusRevoked, ended: "2026-06-15"},
		"the source ended before it would begin":   {mode: schema.MembershipModeEngaged, from: "2026-09-01", ended: "2026-06-15", want: "2026-09-01"},
		"recorded late, and declined in meanwhile": {mode: schema.MembershipModeEngaged, status: schema.MembershipStatusDeclined, ended: "2026-06-15"},
	} {
		t.Run(name, func(t *testing.T) {
			h, _ := partTime(t, "2026-03-01", c.to)
			h.Mode, h.Status = c.mode, schema.MembershipStatusEffective
			if c.status != "" {
				h.Status = c.status
			}
			if c.from != "" {
				h.Held.From = date(t, c.from)
			}
			if c.noSource {
				h.Source = ident.Nil
			}
			on, lapses := Lapses(h, date(t, c.ended))
			if lapses != (c.want != "") || on != date(t, c.want) {
				t.Errorf("lapses on %q (%v), want %q", on, lapses, c.want)
			}
			if lapses {
				h.Held.To, h.Status = on, schema.MembershipStatusLapsed
				if Effective(h, on) || on.After(h.Held.From) && !Effective(h, on.AddDays(-1)) {
					t.Errorf("a seat that lapses on %s ends on another day", on)
				}
			}
		})
	}
}

func TestUntil(t *testing.T) {
	h, source := partTime(t, "2026-03-01", "")
	if got := Until(h, source); !got.IsZero() {
		t.Errorf("nothing bounds it, but it ends on %s", got)
	}
	h.Term = span(t, "2026-01-01", "2031-01-01")
	source.Held.To = date(t, "2029-05-01")
	if got := Until(h, source).String(); got != "2029-05-01" {
		t.Errorf("the source is shorter, but it ends on %s", got)
	}
	source.Term = span(t, "2024-01-01", "2027-01-01")
	if got := Until(h, source).String(); got != "2027-01-01" {
		t.Errorf("the source's term is shorter, but it ends on %s", got)
	}
	h.Mode = schema.MembershipModeElected
	if got := Until(h, source).String(); got != "2031-01-01" {
		t.Errorf("an elected seat runs to the end of its term, but it ends on %s", got)
	}
	h.Held.To = date(t, "2026-09-01")
	if got := Until(h, source).String(); got != "2026-09-01" {
		t.Errorf("its own end is the earliest, but it ends on %s", got)
	}
}

func TestEffective(t *testing.T) {
	for _, c := range []struct {
		status   schema.MembershipStatus
		from, to string
		want     bool
	}{
		{schema.MembershipStatusEffective, "2026-01-01", "", true},
		{schema.MembershipStatusEffective, "2026-05-01", "", true},
		{schema.MembershipStatusEffective, "2026-05-02", "", false},
		{schema.MembershipStatusEffective, "2026-01-01", "2026-05-01", false},
		{schema.MembershipStatusEffective, "2026-01-01", "2026-05-02", true},
		{schema.MembershipStatusEnded, "2026-01-01", "2026-05-02", true},
		{schema.MembershipStatusEnded, "2026-01-01", "2026-05-01", false},
		{schema.MembershipStatusEnded, "2026-01-01", "", false},
		{schema.MembershipStatusLapsed, "2026-01-01", "2026-05-02", true},
		{schema.MembershipStatusRevoked, "2026-01-01", "2026-05-02", true},
		{schema.MembershipStatusRevoked, "2026-01-01", "2026-01-01", false},
		{schema.MembershipStatusSuspended, "2026-01-01", "", false},
		{schema.MembershipStatusProposed, "2026-01-01", "", false},
		{schema.MembershipStatusPublicized, "2026-01-01", "", false},
		{schema.MembershipStatusDeclined, "2026-01-01", "", false},
	} {
		h := Holding{Status: c.status, Held: span(t, c.from, c.to)}
		if got := Effective(h, date(t, "2026-05-01")); got != c.want {
			t.Errorf("%s from %s to %q is effective on 2026-05-01: %v", c.status, c.from, c.to, got)
		}
	}
}

func TestVotes(t *testing.T) {
	on := date(t, "2026-05-01")
	for name, c := range map[string]struct {
		kind   schema.SeatKind
		right  schema.VotingRight
		status schema.MembershipStatus
		want   bool
	}{
		"an elected member":               {schema.SeatKindElected, schema.VotingRightFull, schema.MembershipStatusEffective, true},
		"a member by office":              {schema.SeatKindExOfficio, schema.VotingRightFull, schema.MembershipStatusEffective, true},
		"an elected member, suspended":    {schema.SeatKindElected, schema.VotingRightFull, schema.MembershipStatusSuspended, false},
		"an adviser":                      {schema.SeatKindAppointed, schema.VotingRightConsultative, schema.MembershipStatusEffective, false},
		"an alternate":                    {schema.SeatKindAlternate, schema.VotingRightNone, schema.MembershipStatusEffective, false},
		"an alternate promised a vote":    {schema.SeatKindAlternate, schema.VotingRightFull, schema.MembershipStatusEffective, false},
		"a part-time member, co-opted":    {schema.SeatKindCoOpted, schema.VotingRightConsultative, schema.MembershipStatusEffective, false},
		"co-opted with a promise to vote": {schema.SeatKindCoOpted, schema.VotingRightFull, schema.MembershipStatusEffective, false},
	} {
		h := with(seated(t, 1, person(1), residents, schema.PostCategoryMember), c.status)
		h.Post.SeatKind, h.Post.VotingRight = c.kind, c.right
		if got := Votes(h, on); got != c.want {
			t.Errorf("%s votes: %v", name, got)
		}
	}
}
