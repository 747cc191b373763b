package poll

import (
	"bytes"
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/person"
	"sifang/ent/seating"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// ofLinkage is the roll of a joint meeting. How the parties come to their
// positions decides who stands on it.
func ofLinkage(ctx context.Context, c *db.Client, m *db.Meeting, d Drawing) (Roll, error) {
	parties, err := sitting.VotingParties(ctx, c, *m.LinkageID, d.On)
	if err != nil {
		return Roll{}, err
	}
	if d.Position == rule.MembersMajority {
		return ofMembers(ctx, c, m, parties, d.On)
	}
	return ofDelegates(ctx, c, parties, d.On)
}

// ofBody is the roll of an organization: the holders of its statutory seats
// and, for a meeting of a Party branch, its full members, who need no post.
func ofBody(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (Roll, error) {
	r := Roll{Basis: schema.RollBasisMembers}
	voters, seats, err := sitting.Voters(ctx, c, m, on)
	if err != nil {
		return r, err
	}
	r.Heads = len(voters)
	r.Entries, err = named(ctx, c, voters, nil)
	// Who holds two seats is one person, and a Party branch has no seats at all.
	r.Incumbents = len(r.Entries)
	r.Seats = max(seats, r.Incumbents)
	if err != nil {
		return r, err
	}
	return r, r.group(ctx, c, m, on)
}

// group tells the groups of the members apart.
func (r Roll) group(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) error {
	groups, err := groupsOf(ctx, c, m)
	if err != nil || len(groups) == 0 {
		return err
	}
	benches, err := seating.On(c, on).Benches(ctx, []ident.ID{m.OrganizationID})
	if err != nil {
		return err
	}
	b := benches[0]
	owners := seat.ForOwners(b.Bodies[0].Organization, b.Holdings, b.People, on)
	for i, e := range r.Entries {
		if owners[*e.Person] {
			r.Entries[i].Groups = []string{rule.GroupOwner}
		}
	}
	return nil
}

// ofDelegates has an entry for each party, under which any one of its delegates
// casts its one ballot.
func ofDelegates(ctx context.Context, c *db.Client, parties []*db.LinkageParty, on day.Date) (Roll, error) {
	r := Roll{Basis: schema.RollBasisParties, Seats: len(parties)}
	ids := make([]ident.ID, len(parties))
	for i, p := range parties {
		ids[i] = p.ID
	}
	rows, err := c.PartyDelegate.Query().Where(partydelegate.PartyIDIn(ids...),
		partydelegate.FromLTE(on), partydelegate.Or(partydelegate.ToIsNil(), partydelegate.ToGT(on))).All(ctx)
	if err != nil {
		return r, err
	}
	sent := map[ident.ID][]ident.ID{}
	for _, row := range rows {
		sent[row.PartyID] = append(sent[row.PartyID], row.PersonID)
	}
	for _, p := range parties {
		delegates := distinct(sent[p.ID])
		if len(delegates) > 0 {
			r.Incumbents++
		}
		r.Entries = append(r.Entries, Entry{Label: p.Edges.Organization.Name, Party: &p.ID, Delegates: delegates})
	}
	return r, nil
}

// ofMembers has an entry for each member of each party.
func ofMembers(ctx context.Context, c *db.Client, m *db.Meeting, parties []*db.LinkageParty, on day.Date) (Roll, error) {
	r := Roll{Basis: schema.RollBasisParties, Seats: len(parties)}
	organizations := make([]ident.ID, len(parties))
	for i, p := range parties {
		organizations[i] = p.OrganizationID
	}
	voters, err := sitting.Seated(ctx, c, m.Kind, on, organizations...)
	if err != nil {
		return r, err
	}
	for _, p := range parties {
		members, err := named(ctx, c, voters[p.OrganizationID], &p.ID)
		if err != nil {
			return r, err
		}
		if len(members) == 0 {
			members = []Entry{{Label: p.Edges.Organization.Name, Party: &p.ID}}
		} else {
			r.Incumbents++
		}
		r.Heads += len(voters[p.OrganizationID])
		r.Entries = append(r.Entries, members...)
	}
	return r, nil
}

// named makes entries of persons, who stand on the roll under their names, each
// for one head and, where they sit for no party, for one seat.
func named(ctx context.Context, c *db.Client, persons []ident.ID, party *ident.ID) ([]Entry, error) {
	rows, err := c.Person.Query().Where(person.IDIn(persons...)).Order(db.Asc(person.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	entries := make([]Entry, len(rows))
	for i, p := range rows {
		entries[i] = Entry{Label: p.Name, Person: &p.ID, Party: party, Heads: 1}
		if party == nil {
			entries[i].Seats = 1
		}
	}
	return entries, nil
}

// distinct sorts identifiers and names each once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
