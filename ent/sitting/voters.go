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
	all, err := electorates(ctx, c, on, []*db.Meeting{m})
	if err != nil {
		return nil, 0, err
	}
	return all[0].voters, all[0].seats, nil
}

// electorate are the Voters of a meeting.
type electorate struct {
	voters []ident.ID
	seats  int
}

// electorates are those of several meetings at once.
func electorates(ctx context.Context, c *db.Client, on day.Date, meetings []*db.Meeting) ([]electorate, error) {
	ids := make([]ident.ID, len(meetings))
	for i, m := range meetings {
		ids[i] = m.OrganizationID
	}
	held, err := members(ctx, c, on, ids)
	if err != nil {
		return nil, err
	}
	posts, err := c.Post.Query().Where(post.OrganizationIDIn(ids...),
		post.FromLTE(on), post.Or(post.ToIsNil(), post.ToGT(on))).All(ctx)
	all := make([]electorate, len(meetings))
	for i, m := range meetings {
		all[i].voters = seated(held, m.Kind, on)[m.OrganizationID]
		for _, row := range posts {
			statutory := seat.Votes(seat.Holding{Post: seating.Post(row), Status: schema.MembershipStatusEffective}, on)
			if row.OrganizationID == m.OrganizationID && statutory {
				all[i].seats += row.Capacity
			}
		}
	}
	return all, err
}

// Seated are the persons with a vote in each of some organizations, in the
// order of their identifiers, each once.
func Seated(ctx context.Context, c *db.Client, in schema.MeetingKind, on day.Date, organizations ...ident.ID) (map[ident.ID][]ident.ID, error) {
	held, err := members(ctx, c, on, organizations)
	return seated(held, in, on), err
}

// members are the memberships of persons in some organizations.
func members(ctx context.Context, c *db.Client, on day.Date, organizations []ident.ID) ([]seat.Holding, error) {
	return seating.On(c, on).Holdings(ctx, membership.And(
		membership.OrganizationIDIn(organizations...), membership.PersonIDNotNil()))
}

// seated are the persons whose memberships carry a vote in a meeting of the
// kind, by their organizations.
func seated(held []seat.Holding, in schema.MeetingKind, on day.Date) map[ident.ID][]ident.ID {
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
	return seated
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
