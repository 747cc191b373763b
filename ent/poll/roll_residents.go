package poll

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/household"
	"sifang/ent/db/person"
	"sifang/ent/db/residence"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// votingAge is from which birthday on residents vote (Organic Law of Urban
// Residents' Committees, as revised in 2025).
const votingAge = 18

// ofResidents has an entry for each resident with a vote.
func ofResidents(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (Roll, error) {
	r := Roll{Basis: schema.RollBasisResidents}
	electors, err := electors(ctx, c, m, on)
	r.Heads = len(electors)
	for _, p := range electors {
		r.Entries = append(r.Entries, Entry{Label: p.Name, Person: &p.ID, Heads: 1})
	}
	return r, err
}

// ofHouseholds has an entry for each household of which somebody has a vote; any
// of them may cast it. A resident who belongs to no household stands for none.
func ofHouseholds(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (Roll, error) {
	r := Roll{Basis: schema.RollBasisHouseholds}
	electors, err := electors(ctx, c, m, on)
	if err != nil {
		return r, err
	}
	members := map[ident.ID][]ident.ID{}
	var ids []ident.ID
	for _, p := range electors {
		if p.household == nil {
			r.Unhoused++
			continue
		}
		members[*p.household] = append(members[*p.household], p.ID)
		ids = append(ids, *p.household)
	}
	ids = distinct(ids)
	rows, err := each(ids, func(some []ident.ID) ([]*db.Household, error) {
		return c.Household.Query().Where(household.IDIn(some...)).All(ctx)
	})
	slices.SortFunc(rows, func(a, b *db.Household) int {
		return cmp.Or(natural(a.Label, b.Label), slices.Compare(a.ID[:], b.ID[:]))
	})
	r.Heads, r.Households = len(ids), len(ids)
	for _, h := range rows {
		r.Entries = append(r.Entries, Entry{
			Label: h.Label, Household: &h.ID, Delegates: distinct(members[h.ID]), Heads: 1, Households: 1,
		})
	}
	return r, err
}

// elector is a resident with a vote.
type elector struct {
	*db.Person
	household *ident.ID
}

// electors are the residents of the territory of whoever meets that take part in
// elections and are of voting age on the day, by their names. Whoever keeps the
// register said that they take part: so an age that was not recorded does not
// keep anybody off.
func electors(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]elector, error) {
	g, err := groundOf(ctx, c, m.OrganizationID, on)
	if err != nil {
		return nil, err
	}
	residences, err := each(g.ids(), func(some []ident.ID) ([]*db.Residence, error) {
		there := residence.Or(residence.AreaIDIn(some...), residence.HasHouseholdWith(household.AreaIDIn(some...)))
		return c.Residence.Query().Where(there, residence.VoterStatusEQ(schema.VoterStatusVoter),
			residence.FromLTE(on), residence.Or(residence.ToIsNil(), residence.ToGT(on))).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	lives := map[ident.ID]*ident.ID{}
	var ids []ident.ID
	for _, row := range residences {
		ids = append(ids, row.PersonID)
		if lives[row.PersonID] == nil {
			lives[row.PersonID] = row.HouseholdID
		}
	}
	rows, err := each(distinct(ids), func(some []ident.ID) ([]*db.Person, error) {
		return c.Person.Query().Where(person.IDIn(some...)).All(ctx)
	})
	slices.SortFunc(rows, func(a, b *db.Person) int {
		return cmp.Or(natural(a.Name, b.Name), slices.Compare(a.ID[:], b.ID[:]))
	})
	var found []elector
	for _, p := range rows {
		if p.BirthDate == nil || !p.BirthDate.AddYears(votingAge).After(on) {
			found = append(found, elector{Person: p, household: lives[p.ID]})
		}
	}
	return found, err
}
