package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// view is an organization and everybody connected with it on one day.
type view struct {
	organization Organization
	holdings     []Holding
	people       []Candidate
	on           day.Date
}

// seats are the seats of the organization that the description is about: its
// statutory seats, if the description is empty.
func (v view) seats(among Description) []Holding {
	var seats []Holding
	for _, h := range v.holdings {
		if h.Organization.ID != v.organization.ID || !Effective(h, v.on) {
			continue
		}
		if among.empty() && Votes(h, v.on) || !among.empty() && v.fits(h, among) == met {
			seats = append(seats, h)
		}
	}
	return seats
}

// pick counts the persons in the seats who answer the description, and those
// of whom it is not known.
func (v view) pick(seats []Holding, of Description) ([]ident.ID, []ident.ID) {
	var yes, unsure []Holding
	for _, h := range seats {
		switch v.fits(h, of) {
		case met:
			yes = append(yes, h)
		case unknown:
			unsure = append(unsure, h)
		case unmet:
		}
	}
	return members(yes), members(unsure)
}

// fits reports whether a seat and its holder answer the description.
func (v view) fits(h Holding, d Description) answer {
	who := v.person(h.Member)
	switch {
	case len(d.Posts) > 0 && !slices.Contains(d.Posts, h.Post.Category),
		slices.Contains(d.ExceptPosts, h.Post.Category),
		len(d.SeatKinds) > 0 && !slices.Contains(d.SeatKinds, h.Post.SeatKind),
		len(d.OnBehalfOf) > 0 && !slices.Contains(d.OnBehalfOf, h.OnBehalfOf.Kind),
		len(d.Memberships) > 0 && !v.belongs(h.Member, d.Memberships),
		len(d.AlsoAt) > 0 && !v.sitsAlso(h, d.AlsoAt),
		d.Owner && !intersect(slices.Concat(who.OwnsIn, who.AuthorizedIn), v.organization.Areas):
		return unmet
	case d.Sex != "" && who.Sex == "":
		return unknown
	default:
		return holds(d.Sex == "" || d.Sex == who.Sex)
	}
}

func (v view) belongs(member ident.ID, kinds []schema.MembershipKind) bool {
	return slices.ContainsFunc(v.holdings, func(h Holding) bool {
		return h.Member == member && slices.Contains(kinds, h.Kind) && Effective(h, v.on)
	})
}

// sitsAlso reports whether the holder of a seat also sits in one of the
// places, in another organization.
func (v view) sitsAlso(seat Holding, places []Place) bool {
	return slices.ContainsFunc(v.holdings, func(h Holding) bool {
		if h.Member != seat.Member || h.Organization.ID == seat.Organization.ID || !Effective(h, v.on) {
			return false
		}
		return slices.ContainsFunc(places, func(p Place) bool { return p.matches(h) })
	})
}

// person is what is recorded about somebody, or nothing.
func (v view) person(id ident.ID) Candidate {
	i := slices.IndexFunc(v.people, func(c Candidate) bool { return c.ID == id })
	if i < 0 {
		return Candidate{}
	}
	return v.people[i]
}

func (d Description) empty() bool {
	return len(d.Posts)+len(d.ExceptPosts)+len(d.SeatKinds)+len(d.OnBehalfOf)+
		len(d.AlsoAt)+len(d.Memberships) == 0 && d.Sex == "" && !d.Owner
}
