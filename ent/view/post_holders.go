package view

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/post"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PostHolders are those who hold one post on a day.
type PostHolders struct {
	PostID ident.ID
	Seats  []Seat
	// Vacant is how many more may hold it. Whoever is suspended keeps the seat.
	Vacant int
}

// PostHoldersOf answers, for every post of the organization that exists on the
// day (today if nil), who holds it, as the register had it at the instant (now
// if nil).
func PostHoldersOf(ctx context.Context, s *ent.Store, organization ident.ID, on *day.Date, knownAt *time.Time) ([]PostHolders, error) {
	m, err := at(ctx, s, on, knownAt)
	if err != nil {
		return nil, err
	}
	posts, err := s.Read().Post.Query().Where(post.OrganizationID(organization),
		post.FromLTE(m.on), post.Or(post.ToIsNil(), post.ToGT(m.on))).
		Order(db.Asc(post.FieldFrom, post.FieldID)).All(m.whole)
	if err != nil {
		return nil, err
	}
	holdings, err := m.reader().Holdings(m.whole, membership.And(membership.OrganizationID(organization), membership.PostIDNotNil()))
	if err != nil {
		return nil, err
	}
	seats, err := m.seats(holdings)
	if err != nil {
		return nil, err
	}
	answers := make([]PostHolders, len(posts))
	for i, row := range posts {
		id := seating.Original(row.ID, row.VersionOf)
		answers[i] = PostHolders{PostID: id, Vacant: max(0, row.Capacity-m.taken(holdings, id))}
		for _, one := range seats {
			if one.PostID == id {
				answers[i].Seats = append(answers[i].Seats, one)
			}
		}
	}
	return answers, nil
}

// taken counts those who hold the post on the day or are suspended from it.
func (m moment) taken(holdings []seat.Holding, post ident.ID) int {
	return len(slices.DeleteFunc(slices.Clone(holdings), func(h seat.Holding) bool {
		suspended := h.Status == schema.MembershipStatusSuspended && h.Held.Contains(m.on)
		return h.Post.ID != post || !suspended && !seat.Effective(h, m.on)
	}))
}

// PostsHeldBy answers which posts the person holds on the day (today if nil),
// as the register had it at the instant (now if nil) and as far as the viewer
// may see.
func PostsHeldBy(ctx context.Context, s *ent.Store, person ident.ID, on *day.Date, knownAt *time.Time) ([]Seat, error) {
	m, err := at(ctx, s, on, knownAt)
	if err != nil {
		return nil, err
	}
	holdings, err := m.reader().Holdings(m.whole, membership.And(membership.PersonID(person), membership.PostIDNotNil()))
	if err != nil {
		return nil, err
	}
	return m.seats(holdings)
}
