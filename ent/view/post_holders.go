package view

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/post"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PostHolders are those who hold one post on a day.
type PostHolders struct {
	PostID ident.ID
	Seats  []*Seat
	// Vacant is how many more may hold it. Whoever is suspended keeps the seat.
	Vacant int
}

// PostHolders answers, for every post of each organization that exists on the
// day, who holds it.
func (d Day) PostHolders(ctx context.Context, organizations []*db.Organization) ([][]*PostHolders, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(organizations))
	for i, o := range organizations {
		ids[i] = o.ID
	}
	posts, err := d.store.Read().Post.Query().Where(post.OrganizationIDIn(ids...),
		post.FromLTE(m.on), post.Or(post.ToIsNil(), post.ToGT(m.on))).
		Order(db.Asc(post.FieldFrom, post.FieldID)).All(m.whole)
	if err != nil {
		return nil, err
	}
	holdings, err := m.reader().Holdings(m.whole, membership.And(membership.OrganizationIDIn(ids...), membership.PostIDNotNil()))
	if err != nil {
		return nil, err
	}
	seen, err := m.sees(m.posts(holdings))
	all := make([][]*PostHolders, len(ids))
	for i, id := range ids {
		for _, row := range posts {
			if row.OrganizationID == id {
				all[i] = append(all[i], m.holders(row, holdings, seen))
			}
		}
	}
	return all, err
}

// holders are those of the holdings that are in a post.
func (m moment) holders(row *db.Post, holdings []seat.Holding, seen sight) *PostHolders {
	id := seating.Original(row.ID, row.VersionOf)
	here := slices.DeleteFunc(slices.Clone(holdings), func(h seat.Holding) bool { return h.Post.ID != id })
	return &PostHolders{PostID: id, Seats: m.seats(here, seen), Vacant: max(0, row.Capacity-m.taken(here))}
}

// taken counts those who hold a post on the day or are suspended from one.
func (m moment) taken(holdings []seat.Holding) int {
	taken := 0
	for _, h := range holdings {
		suspended := h.Status == schema.MembershipStatusSuspended && h.Held.Contains(m.on)
		if suspended || seat.Effective(h, m.on) {
			taken++
		}
	}
	return taken
}

// PostsHeld answers which posts each person holds, as far as the viewer may see.
func (d Day) PostsHeld(ctx context.Context, persons []*db.Person) ([][]*Seat, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(persons))
	for i, p := range persons {
		ids[i] = p.ID
	}
	holdings, err := m.reader().Holdings(m.whole, membership.And(membership.PersonIDIn(ids...), membership.PostIDNotNil()))
	if err != nil {
		return nil, err
	}
	seen, err := m.sees(m.posts(holdings))
	all := make([][]*Seat, len(ids))
	for i, id := range ids {
		own := slices.DeleteFunc(slices.Clone(holdings), func(h seat.Holding) bool { return h.Member != id })
		all[i] = m.seats(own, seen)
	}
	return all, err
}
