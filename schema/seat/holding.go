package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Holding is a membership as a value: who belongs to which organization, in
// which post or without one, by what act, from when until when.
type Holding struct {
	ID ident.ID
	// Member is the person who belongs, or the organization that does.
	Member       ident.ID
	Organization Organization
	// Post is the zero Post for belonging without one.
	Post   Post
	Kind   schema.MembershipKind
	Mode   schema.MembershipMode
	Status schema.MembershipStatus
	// Held are the days for which it was given. Once it is over, however it
	// ended, Held.To is the first day on which it was no longer held.
	Held day.Span
	// Term is the term of office it falls in; without bounds if none is known.
	Term day.Span
	// Source is the membership it rests on; the zero ID for none.
	Source ident.ID
	// OnBehalfOf is the organization for which the seat is held, if any.
	OnBehalfOf Organization
}

// Post is a seat or office of an organization.
type Post struct {
	ID          ident.ID
	Category    schema.PostCategory
	SeatKind    schema.SeatKind
	VotingRight schema.VotingRight
	// Capacity is how many may hold it at once; zero is without limit.
	Capacity int
}

// Organization is what a rule needs to know of one.
type Organization struct {
	ID   ident.ID
	Kind schema.OrganizationKind
	// Areas are all areas it covers, serves or is at home in, with every area
	// inside those: two organizations share an area if they have one in common.
	Areas []ident.ID
}

// Candidate is what is recorded about a person on the first day of an
// appointment.
type Candidate struct {
	ID   ident.ID
	Sex  schema.Sex
	Born day.Date
	// OwnsIn and AuthorizedIn are the areas of the units that the person owns,
	// and of those whose owner authorized the person, with every area around
	// those: the building, the estate, the property-management area.
	OwnsIn       []ident.ID
	AuthorizedIn []ident.ID
	// Declarations are those that name the person, and those that name
	// somebody who is declared a relative of the person.
	Declarations []Declaration
}

// Declaration is what was declared about a person.
type Declaration struct {
	Kind   schema.DeclarationKind
	Person ident.ID
	// Relation is what the other one is to the person (a Kin, for KINSHIP), or
	// which fact it is (for CONDUCT, such as JUDGMENT_DEBTOR).
	Relation string
	// AboutPerson or AboutOrganization is the relative, employer or other
	// party concerned; both are zero for conduct.
	AboutPerson       ident.ID
	AboutOrganization Organization
	Held              day.Span
}

// Effective reports whether the seat was held on the day: it had taken effect,
// was not suspended, and had not ended by then.
func Effective(h Holding, on day.Date) bool {
	switch h.Status {
	case schema.MembershipStatusEffective:
		return h.Held.Contains(on)
	case schema.MembershipStatusEnded, schema.MembershipStatusLapsed, schema.MembershipStatusRevoked:
		return !h.Held.To.IsZero() && h.Held.Contains(on)
	default:
		return false
	}
}

// Votes reports whether the seat gave its holder a vote in the body on the day.
// The same seats make up the statutory size of the body. Whoever was co-opted
// sits there with advice only, whatever the post says, and so does an observer;
// an alternate has no vote before being given a seat.
func Votes(h Holding, on day.Date) bool {
	added := []schema.SeatKind{schema.SeatKindCoOpted, schema.SeatKindAlternate, schema.SeatKindObserver}
	return h.Post.VotingRight == schema.VotingRightFull && !slices.Contains(added, h.Post.SeatKind) && Effective(h, on)
}

// taken reports whether the holding keeps its seat from others during its
// days: also one that is only proposed, so that nothing is promised twice, and
// one that is suspended, which is no vacancy.
func taken(h Holding) bool {
	switch h.Status {
	case schema.MembershipStatusDeclined:
		return false
	case schema.MembershipStatusEnded, schema.MembershipStatusLapsed, schema.MembershipStatusRevoked:
		return !h.Held.To.IsZero()
	default:
		return true
	}
}

// matches reports whether the holding is one of the seats of the place.
func (p Place) matches(h Holding) bool {
	if !slices.Contains(p.Organizations, h.Organization.Kind) {
		return false
	}
	if slices.Contains(p.ExceptPosts, h.Post.Category) {
		return false
	}
	return len(p.Posts) == 0 || slices.Contains(p.Posts, h.Post.Category)
}

// connected reports whether two organizations are connected as the scope asks.
func (s Scope) connected(a, b Organization) bool {
	switch s {
	case SameOrganization:
		return a.ID == b.ID
	case SharedArea:
		return intersect(a.Areas, b.Areas)
	default:
		return s == Anywhere
	}
}

// intersect reports whether two lists have an element in common.
func intersect(a, b []ident.ID) bool {
	return slices.ContainsFunc(a, func(id ident.ID) bool { return slices.Contains(b, id) })
}
