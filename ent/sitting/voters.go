package sitting

import (
	"bytes"
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/post"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Voters are the persons who have a vote in a meeting that is not one of a
// linkage, in the order of their identifiers, and the number of seats with a
// vote: the holders of statutory seats and, in a meeting of a Party branch, its
// full members.
func Voters(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]ident.ID, int, error) {
	seated, err := Seated(ctx, c, m.Kind, on, m.OrganizationID)
	if err != nil {
		return nil, 0, err
	}
	posts, err := c.Post.Query().Where(post.OrganizationID(m.OrganizationID),
		post.FromLTE(on), post.Or(post.ToIsNil(), post.ToGT(on))).All(ctx)
	seats := 0
	for _, row := range posts {
		if seat.Votes(seat.Holding{Post: seating.Post(row), Status: schema.MembershipStatusEffective}, on) {
			seats += row.Capacity
		}
	}
	return seated[m.OrganizationID], seats, err
}

// Seated are the persons with a vote in each of some organizations, in the
// order of their identifiers, each once.
func Seated(ctx context.Context, c *db.Client, in schema.MeetingKind, on day.Date, organizations ...ident.ID) (map[ident.ID][]ident.ID, error) {
	held, err := seating.On(c, on).Holdings(ctx, membership.And(
		membership.OrganizationIDIn(organizations...), membership.PersonIDNotNil()))
	if err != nil {
		return nil, err
	}
	seated := map[ident.ID][]ident.ID{}
	for _, h := range held {
		if votes(h, in, on) {
			seated[h.Organization.ID] = append(seated[h.Organization.ID], h.Member)
		}
	}
	for organization, persons := range seated {
		slices.SortFunc(persons, func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
		seated[organization] = slices.Compact(persons)
	}
	return seated, nil
}

// votes reports whether a membership carries a vote in a meeting of the kind: a
// statutory seat does and, in a Party branch, full membership, which needs no
// post.
func votes(h seat.Holding, in schema.MeetingKind, on day.Date) bool {
	if in == schema.MeetingKindPartyBranch && h.Kind == schema.MembershipKindPartyMember && seat.Effective(h, on) {
		return true
	}
	return seat.Votes(h, on)
}
