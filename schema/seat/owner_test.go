package seat

import (
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
)

func TestForOwners(t *testing.T) {
	on := date(t, "2026-05-01")
	sent := func(h Holding, by Organization) Holding {
		h.OnBehalfOf = by
		return h
	}
	seats := func(who byte) Holding {
		return seated(t, who, person(who), ownersCommittee, schema.PostCategoryMember)
	}
	member, alternate := seats(1), seats(1)
	alternate.Post.SeatKind, alternate.Post.VotingRight = schema.SeatKindAlternate, schema.VotingRightNone
	landlord := Organization{ID: ident.ID{14: 7, 15: 1}, Kind: schema.OrganizationKindPropertyCompany}
	stranger, agent := owner(t, 1), owner(t, 1)
	stranger.OwnsIn = []ident.ID{otherEstate}
	agent.OwnsIn, agent.AuthorizedIn = nil, agent.OwnsIn
	for name, c := range map[string]struct {
		holding Holding
		who     Candidate
		want    bool
	}{
		"an owner":                         {member, owner(t, 1), true},
		"an owner elsewhere":               {member, stranger, false},
		"sent by an organization that is":  {sent(member, landlord), agent, true},
		"an owner whom somebody else sent": {sent(member, landlord), owner(t, 1), false},
		"without a vote":                   {alternate, owner(t, 1), false},
	} {
		got := ForOwners(ownersCommittee, []Holding{c.holding}, []Candidate{c.who}, on)
		if got[person(1)] != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
