package command_test

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
)

// seated is a meeting, in session, of an owners' committee of seven. So many of
// its seats are filled, so many of the holders are there; it answers them, the
// chair first.
func (c *council) seated(filled, there int) (*hall, []ident.ID) {
	c.Helper()
	own := *c
	own.owners = c.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, c.estate)
	c.seat(c.chair, own.owners, schema.PostCategoryChair)
	members := []ident.ID{c.chair}
	for range filled - 1 {
		members = append(members, c.person("委员"))
	}
	c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		post, err := tx.Post.Create().SetCommunityID(c.community).SetOrganizationID(own.owners).SetCategory(schema.PostCategoryMember).
			SetTitle("委员").SetSeatKind(schema.SeatKindElected).SetVotingRight(schema.VotingRightFull).SetCapacity(6).
			SetFrom(*on("2020-01-01")).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		for _, member := range members[1:] {
			if err := fill(ctx, tx, post, member); err != nil {
				return ident.Nil, err
			}
		}
		return post.ID, nil
	})
	h := &hall{council: &own, officer: c.asChair}
	h.holds(own.session(), "聘请会计", "OWNERS_COMMITTEE_BUSINESS")
	for _, member := range members[:there] {
		h.comes(member, nil)
	}
	return h, members
}

// fill puts somebody into a post, since it was created.
func fill(ctx context.Context, tx *ent.Tx, post *db.Post, person ident.ID) error {
	return tx.Membership.Create().SetNillableCommunityID(post.CommunityID).SetOrganizationID(post.OrganizationID).SetPersonID(person).
		SetPostID(post.ID).SetKind(schema.MembershipKindPostHolder).SetMode(schema.MembershipModeElected).
		SetStatus(schema.MembershipStatusEffective).SetFrom(post.From).Exec(ctx)
}
