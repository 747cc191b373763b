package poll

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/delivery"
	"sifang/ent/db/predicate"
	"sifang/ent/db/recusal"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// roll reads who may vote: the lines of the frozen roll with their voters, who
// of them is there, who stepped aside, and who was served. A city's roll is long:
// only what is counted is read.
func (f *Facts) roll(ctx context.Context, c *db.Client, v *db.Vote, m *db.Meeting) error {
	frozen, err := c.Roll.Query().Where(roll.ID(*v.RollID)).Only(ctx)
	if err != nil {
		return err
	}
	rows, err := c.RollEntry.Query().Where(rollentry.RollID(frozen.ID)).Order(rollentry.ByPosition()).Select(
		rollentry.FieldID, rollentry.FieldHeads, rollentry.FieldArea, rollentry.FieldSeats, rollentry.FieldHouseholds, rollentry.FieldStruck,
		rollentry.FieldGroups, rollentry.FieldPersonID, rollentry.FieldPartyID, rollentry.FieldBuildingID, rollentry.FieldAmendedByID,
	).All(ctx)
	if err != nil {
		return err
	}
	f.RollHash = frozen.Hash
	people, err := f.people(ctx, c, v, m, frozen.ID)
	if err != nil {
		return err
	}
	if err := people.represent(ctx, c, m, f.Count.Ballots); err != nil {
		return err
	}
	if err := people.inherit(ctx, c, frozen, rows, f.Count.Ballots); err != nil {
		return err
	}
	served, err := served(ctx, c, frozen.ID, f.Count.Consent.Now, v)
	if err != nil {
		return err
	}
	amended, err := Amended(ctx, c, frozen.ID)
	if err != nil {
		return err
	}
	f.Count.Roll = make([]tally.Entry, 0, len(rows))
	for _, row := range rows {
		entry := tally.Entry{
			ID: row.ID.String(), Weights: weights(row), Groups: row.Groups, Served: served[row.ID], Amended: amended[row.ID],
		}
		if row.PartyID != nil {
			entry.Party = row.PartyID.String()
			f.party(entry.Party)
		}
		if row.BuildingID != nil {
			entry.Building = row.BuildingID.String()
		}
		entry.Voters = people.of(row)
		if row.Struck == nil || !*row.Struck {
			f.Count.Due += entry.Weights.Heads
		}
		f.Count.Roll = append(f.Count.Roll, entry)
	}
	if len(f.Count.Parties) == 0 && frozen.Area == 0 {
		f.Count.Seats, f.Count.Incumbents = int64(frozen.Seats), int64(frozen.Incumbents)
	}
	return nil
}

// party lists a party of the linkage once, in the order of the roll.
func (f *Facts) party(id string) {
	if n := len(f.Count.Parties); n == 0 || f.Count.Parties[n-1].ID != id {
		f.Count.Parties = append(f.Count.Parties, rule.Party{ID: id})
	}
}

// weights are what an entry weighs. Rolls from before weights were written down
// tell them by who stands on them: parties are counted, not weighed; a member
// of a party has a head but no seat in the linkage.
func weights(row *db.RollEntry) tally.Weights {
	switch {
	case row.Heads != nil:
		return tally.Weights{
			Heads: int64(*row.Heads), Area: wide(row.Area), Seats: whole(row.Seats), Households: whole(row.Households),
		}
	case row.PersonID == nil:
		return tally.Weights{}
	case row.PartyID != nil:
		return tally.Weights{Heads: 1}
	default:
		return tally.Weights{Heads: 1, Seats: 1}
	}
}

func whole(n *int) int64 {
	if n == nil {
		return 0
	}
	return int64(*n)
}

func wide(area *schema.FloorArea) int64 {
	if area == nil {
		return 0
	}
	return int64(*area)
}

// people are those who may vote on a roll, and how they stand to one vote.
type people struct {
	vote      *db.Vote
	delegates map[ident.ID][]ident.ID // by entry
	recused   map[ident.ID]bool
	stays     map[ident.ID][]Stay // by person
	agents    agents
	written   bool
}

func (f *Facts) people(ctx context.Context, c *db.Client, v *db.Vote, m *db.Meeting, id ident.ID) (people, error) {
	p := people{vote: v, recused: map[ident.ID]bool{}, stays: map[ident.ID][]Stay{}, written: f.Count.Written}
	var err error
	if p.delegates, err = delegates(ctx, c, id); err != nil {
		return p, err
	}
	aside, err := Recused(ctx, c, v.AgendaItemID)
	if err != nil {
		return p, err
	}
	for _, person := range aside {
		p.recused[person] = true
	}
	if p.written {
		return p, nil
	}
	stays, err := Stays(ctx, c, m.ID)
	for _, s := range stays {
		p.stays[s.PersonID] = append(p.stays[s.PersonID], s)
	}
	return p, err
}

// of are the voters of an entry, those who took its units over included.
func (p people) of(row *db.RollEntry) []tally.Voter {
	persons := p.persons(row)
	voters := make([]tally.Voter, len(persons))
	for i, person := range persons {
		voters[i] = tally.Voter{
			Person: person.String(), Arrival: p.arrival(row, person), Recused: p.recused[person],
		}
	}
	return voters
}

func (p people) persons(row *db.RollEntry) []ident.ID {
	if inPerson(row) {
		return append([]ident.ID{*row.PersonID}, p.delegates[row.ID]...)
	}
	return p.delegates[row.ID]
}

// SteppedAside are the recusals that hold: somebody's own, and those ruled.
func SteppedAside() predicate.Recusal {
	return recusal.StatusIn(schema.RecusalStatusDeclared, schema.RecusalStatusUpheld)
}

// Recused are the persons who step aside on an item.
func Recused(ctx context.Context, c *db.Client, item ident.ID) ([]ident.ID, error) {
	rows, err := c.Recusal.Query().Where(recusal.AgendaItemID(item),
		SteppedAside()).All(ctx)
	persons := make([]ident.ID, len(rows))
	for i, row := range rows {
		persons[i] = row.PersonID
	}
	return persons, err
}

// delegates are those who may vote for an entry beside or instead of its
// person, by entry. A roll may have more entries than a statement has room for,
// so they are read along the roll.
func delegates(ctx context.Context, c *db.Client, id ident.ID) (map[ident.ID][]ident.ID, error) {
	var rows []struct {
		ID       ident.ID `json:"id"`
		Delegate ident.ID `json:"delegate"`
	}
	err := c.RollEntry.Query().Where(rollentry.RollID(id), func(s *sql.Selector) {
		t := sql.Dialect(s.Dialect()).Table(rollentry.DelegatesTable)
		s.Join(t).On(s.C(rollentry.FieldID), t.C(rollentry.DelegatesPrimaryKey[0]))
		s.AppendSelectAs(t.C(rollentry.DelegatesPrimaryKey[1]), "delegate")
	}).Order(func(s *sql.Selector) { s.OrderBy("delegate") }).Select(rollentry.FieldID).Scan(ctx, &rows)
	all := map[ident.ID][]ident.ID{}
	for _, row := range rows {
		all[row.ID] = append(all[row.ID], row.Delegate)
	}
	return all, err
}

// served are the entries for which it is proved that the ballot, the agenda and
// what silence means reached the voter before the vote was over. What was
// posted proves no such thing.
func served(ctx context.Context, c *db.Client, id ident.ID, at time.Time, v *db.Vote) (map[ident.ID]bool, error) {
	if v.ClosedAt != nil {
		at = *v.ClosedAt
	}
	rows, err := c.Delivery.Query().Where(delivery.HasEntryWith(rollentry.RollID(id)),
		delivery.MethodNEQ(schema.DeliveryMethodPosted), delivery.AgendaTold(true), delivery.ConsequenceTold(true),
		delivery.DeliveredAtLTE(at)).All(ctx)
	all := make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		all[row.EntryID] = true
	}
	return all, err
}

// Voters are the persons who may vote under an entry that was read with its
// delegates.
func Voters(row *db.RollEntry) []ident.ID {
	voters := make([]ident.ID, 0, len(row.Edges.Delegates)+1)
	if inPerson(row) {
		voters = append(voters, *row.PersonID)
	}
	for _, p := range row.Edges.Delegates {
		voters = append(voters, p.ID)
	}
	return voters
}

// inPerson reports whether the person of an entry votes beside its delegates. An
// amendment names all voters of an entry as delegates.
func inPerson(row *db.RollEntry) bool { return row.PersonID != nil && row.AmendedByID == nil }
