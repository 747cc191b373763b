package seat

import (
	"testing"

	"sifang/schema"
)

func TestPublicationDays(t *testing.T) {
	chair := seated(t, 1, person(1), ownersCommittee, schema.PostCategoryChair)
	clerk := seated(t, 2, person(2), residents, schema.PostCategoryClerk)
	clerk.Mode = schema.MembershipModeEngaged
	longer := Rules{Publication: []Publication{{
		Head: Head{Code: "OC_PUBLICATION"}, Days: 7,
		For: Place{Organizations: []schema.OrganizationKind{schema.OrganizationKindOwnersCommittee}},
	}}}
	engaged := Rules{Publication: []Publication{{
		Head: Head{Code: "ENGAGED"}, Days: 5, Modes: []schema.MembershipMode{schema.MembershipModeEngaged},
	}}}
	none := Rules{Publication: []Publication{{Head: Head{Code: "APPOINTMENT_PUBLICATION", Off: true}}}}
	for name, c := range map[string]struct {
		rules []Rules
		of    Holding
		want  int
	}{
		"nothing is said":                  {nil, chair, 0},
		"what is customary":                {[]Rules{preset(t, "national")}, chair, 3},
		"the longest period counts":        {[]Rules{longer, preset(t, "national")}, chair, 7},
		"another kind of organization":     {[]Rules{preset(t, "national"), longer}, clerk, 3},
		"a rule for those engaged":         {[]Rules{preset(t, "national"), engaged}, clerk, 5},
		"an elected chair is none of them": {[]Rules{preset(t, "national"), engaged}, chair, 3},
		"bylaws that ask for none":         {[]Rules{preset(t, "national"), none}, chair, 0},
		"bylaws that ask for it somewhere": {[]Rules{preset(t, "national"), none, longer}, chair, 7},
	} {
		var rules Rules
		for _, layer := range c.rules {
			rules = Merge(rules, layer)
		}
		if got := PublicationDays(rules, c.of); got != c.want {
			t.Errorf("%s: %d days, want %d", name, got, c.want)
		}
	}
}
