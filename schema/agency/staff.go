package agency

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PropertyBodies are the kinds of organizations whose staff property staff is.
var PropertyBodies = []schema.OrganizationKind{
	schema.OrganizationKindPropertyCompany, schema.OrganizationKindPropertyProject,
}

// guests hold a post in a property company and do not work for it: the community
// or the Party sends them.
var guests = []schema.PostCategory{schema.PostCategoryQualitySupervisor, schema.PostCategoryPartyInstructor}

// Staff reports whether somebody works on the day for a property company that is
// at work in one of the areas: by a post there, or by a declaration. The
// organizations come with the areas in which they are at work.
func Staff(who ident.ID, held []seat.Holding, declared []seat.Declaration, areas []ident.ID, on day.Date) bool {
	serves := func(o seat.Organization) bool {
		return slices.Contains(PropertyBodies, o.Kind) && shares(o.Areas, areas)
	}
	return slices.ContainsFunc(held, func(h seat.Holding) bool {
		return h.Member == who && !h.Post.ID.IsZero() && !slices.Contains(guests, h.Post.Category) &&
			seat.Effective(h, on) && serves(h.Organization)
	}) || slices.ContainsFunc(declared, func(d seat.Declaration) bool {
		return d.Kind == schema.DeclarationKindEmployment && d.Person == who && d.Held.Contains(on) && serves(d.AboutOrganization)
	})
}
