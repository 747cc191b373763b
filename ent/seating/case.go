package seating

import (
	"context"

	"sifang/ent/db/membership"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Case is all that the law asks when somebody is to be given a seat.
type Case struct {
	// Organization is where the seat is.
	Organization seat.Organization
	Candidate    seat.Candidate
	// Holdings are those of the candidate, of the relatives, of everybody with
	// whom an interest was declared, and of everybody in the organization.
	Holdings []seat.Holding
}

// Related are the person and everybody whom a declaration ties to the person
// or to a relative of the person, in the order of their identifiers: those
// whose other seats decide whether this one may be given.
func (r Reader) Related(ctx context.Context, who ident.ID) ([]ident.ID, error) {
	declarations, err := r.declared(ctx, who)
	return tied(who, declarations), err
}

func tied(who ident.ID, declarations []seat.Declaration) []ident.ID {
	all := []ident.ID{who}
	for _, d := range declarations {
		all = append(all, d.Person)
		if !d.AboutPerson.IsZero() {
			all = append(all, d.AboutPerson)
		}
	}
	return unique(all)
}

// Case gathers what is known of the person on the day, who is to sit in the
// organization and, if so, for another one.
func (r Reader) Case(ctx context.Context, who, organization ident.ID, onBehalfOf *ident.ID) (Case, error) {
	declarations, err := r.declared(ctx, who)
	if err != nil {
		return Case{}, err
	}
	behalf := appendKnown(nil, onBehalfOf)
	known, err := r.facts(ctx, []ident.ID{who}, behalf)
	if err != nil {
		return Case{}, err
	}
	var c Case
	for _, row := range known.persons {
		c.Candidate = known.candidate(row, behalf)
	}
	c.Candidate.Declarations = declarations
	c.Holdings, err = r.Holdings(ctx, membership.Or(
		membership.PersonIDIn(tied(who, declarations)...), membership.OrganizationID(organization)))
	if err != nil {
		return Case{}, err
	}
	found, err := r.organizations(ctx, []ident.ID{organization})
	if err != nil {
		return Case{}, err
	}
	c.Organization = found[organization]
	return c, r.place(ctx, &c)
}

// place gives the organizations of a case their areas.
func (r Reader) place(ctx context.Context, c *Case) error {
	all := []*seat.Organization{&c.Organization}
	for i := range c.Holdings {
		all = append(all, &c.Holdings[i].Organization)
	}
	for i := range c.Candidate.Declarations {
		all = append(all, &c.Candidate.Declarations[i].AboutOrganization)
	}
	ids := make([]ident.ID, len(all))
	for i, o := range all {
		ids[i] = o.ID
	}
	at, err := r.locate(ctx, ids)
	for _, o := range all {
		o.Areas = at[o.ID]
	}
	return err
}
