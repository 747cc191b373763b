package poll

import (
	"bytes"
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/person"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Roll is who may vote in a meeting, before it is frozen.
type Roll struct {
	// Seats are those of the body, or the voting parties of the linkage;
	// Incumbents are those that are filled.
	Seats, Incumbents int
	Entries           []Entry
}

// Entry is one place on a roll: a member of the body; a party with those who
// may cast its ballot; or a member of a party. A party for which nobody may
// vote has an entry without anybody.
type Entry struct {
	Label     string
	Person    *ident.ID
	Party     *ident.ID
	Delegates []ident.ID
}

// Draw draws up the roll of a meeting as of the day. How the parties of a
// linkage come to their positions decides who stands on it. Meetings of owners
// and of all residents have rolls that are not drawn up from posts; it reports
// false for these.
func Draw(ctx context.Context, c *db.Client, m *db.Meeting, how rule.Position, on day.Date) (Roll, bool, error) {
	switch {
	case m.Kind == schema.MeetingKindAssembly, m.Kind == schema.MeetingKindResidents:
		return Roll{}, false, nil
	case m.LinkageID == nil:
		r, err := ofBody(ctx, c, m, on)
		return r, true, err
	}
	parties, err := sitting.VotingParties(ctx, c, *m.LinkageID, on)
	if err != nil {
		return Roll{}, true, err
	}
	if how == rule.MembersMajority {
		r, err := ofMembers(ctx, c, m, parties, on)
		return r, true, err
	}
	r, err := ofDelegates(ctx, c, parties, on)
	return r, true, err
}

// ofBody is the roll of an organization: the holders of its statutory seats
// and, for a meeting of a Party branch, its full members, who need no post.
func ofBody(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (Roll, error) {
	var r Roll
	voters, seats, err := sitting.Voters(ctx, c, m, on)
	if err != nil {
		return r, err
	}
	r.Entries, err = named(ctx, c, voters, nil)
	// Who holds two seats is one person, and a Party branch has no seats at all.
	r.Incumbents = len(r.Entries)
	r.Seats = max(seats, r.Incumbents)
	return r, err
}

// ofDelegates has an entry for each party, under which any one of its delegates
// casts its one ballot.
func ofDelegates(ctx context.Context, c *db.Client, parties []*db.LinkageParty, on day.Date) (Roll, error) {
	r := Roll{Seats: len(parties)}
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
	r := Roll{Seats: len(parties)}
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
		r.Entries = append(r.Entries, members...)
	}
	return r, nil
}

// named makes entries of persons, who stand on the roll under their names.
func named(ctx context.Context, c *db.Client, persons []ident.ID, party *ident.ID) ([]Entry, error) {
	rows, err := c.Person.Query().Where(person.IDIn(persons...)).Order(db.Asc(person.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	entries := make([]Entry, len(rows))
	for i, p := range rows {
		entries[i] = Entry{Label: p.Name, Person: &p.ID, Party: party}
	}
	return entries, nil
}

// distinct sorts identifiers and names each once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
