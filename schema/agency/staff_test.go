package agency

import (
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/seat"
)

func TestStaff(t *testing.T) {
	june := day.Span{From: on(t, "2026-06-01"), To: on(t, "2026-07-01")}
	here := seat.Organization{ID: id(30), Kind: schema.OrganizationKindPropertyProject, Areas: ids(40, 41)}
	elsewhere, committee := here, here
	elsewhere.Areas, committee.Kind = ids(42), schema.OrganizationKindOwnersCommittee
	manager := seat.Post{ID: id(50), Category: schema.PostCategoryProjectManager}
	holds := func(o seat.Organization, p seat.Post) []seat.Holding {
		return []seat.Holding{{Member: id(agent), Organization: o, Post: p, Status: schema.MembershipStatusEffective, Held: june}}
	}
	declares := func(kind schema.DeclarationKind, o seat.Organization) []seat.Declaration {
		return []seat.Declaration{{Kind: kind, Person: id(agent), AboutOrganization: o, Held: june}}
	}
	employment := schema.DeclarationKindEmployment
	for name, c := range map[string]struct {
		held     []seat.Holding
		declared []seat.Declaration
		who      byte
		on       string
		want     bool
	}{
		"a manager":                    {holds(here, manager), nil, agent, "2026-06-10", true},
		"a manager who left":           {holds(here, manager), nil, agent, "2026-07-01", false},
		"a manager of another estate":  {holds(elsewhere, manager), nil, agent, "2026-06-10", false},
		"a member of the committee":    {holds(committee, manager), nil, agent, "2026-06-10", false},
		"a supervisor whom we sent":    {holds(here, seat.Post{ID: id(51), Category: schema.PostCategoryQualitySupervisor}), nil, agent, "2026-06-10", false},
		"a volunteer without a post":   {holds(here, seat.Post{}), nil, agent, "2026-06-10", false},
		"declared to work there":       {nil, declares(employment, here), agent, "2026-06-10", true},
		"declared to have worked":      {nil, declares(employment, here), agent, "2026-07-01", false},
		"declared to work elsewhere":   {nil, declares(employment, elsewhere), agent, "2026-06-10", false},
		"declared to have an interest": {nil, declares(schema.DeclarationKindInterest, here), agent, "2026-06-10", false},
		"somebody else":                {holds(here, manager), declares(employment, here), friend, "2026-06-10", false},
	} {
		if got := Staff(id(c.who), c.held, c.declared, ids(41, 43), on(t, c.on)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
