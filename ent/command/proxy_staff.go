package command

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/declaration"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/agency"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// propertyStaff are those of some persons who work for a property company that
// serves the area of whoever meets. Few hold a post in a company or were declared
// to work for one, and only of these it is asked where the company is at work.
func propertyStaff(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date, persons []ident.ID) (map[ident.ID]bool, error) {
	ofCompany := organization.KindIn(agency.PropertyBodies...)
	holders, err := c.Membership.Query().Where(membership.PersonIDIn(persons...), membership.PostIDNotNil(),
		membership.HasOrganizationWith(ofCompany)).All(ctx)
	if err != nil {
		return nil, err
	}
	declared, err := c.Declaration.Query().Where(declaration.PersonIDIn(persons...),
		declaration.KindEQ(schema.DeclarationKindEmployment), declaration.HasAboutOrganizationWith(ofCompany)).All(ctx)
	if err != nil {
		return nil, err
	}
	var suspects []ident.ID
	for _, row := range holders {
		suspects = append(suspects, *row.PersonID)
	}
	for _, row := range declared {
		suspects = append(suspects, row.PersonID)
	}
	found := map[ident.ID]bool{}
	for _, id := range distinct(suspects) {
		known, err := seating.On(c, on).Case(ctx, id, m.OrganizationID, nil)
		if err != nil {
			return nil, err
		}
		found[id] = agency.Staff(id, known.Holdings, known.Candidate.Declarations, known.Organization.Areas, on)
	}
	return found, nil
}
