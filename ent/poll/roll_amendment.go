package poll

import (
	"context"
	"encoding/json"
	"fmt"

	"sifang/ent/db"
	"sifang/ent/db/rollamendment"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// Change is what an amendment does to an entry of a roll, as it is kept: what
// the entry was, and what it is to be. One that is added was nothing before, and
// one that is struck is nothing after.
type Change struct {
	Before *Line `json:"before,omitempty"`
	After  *Line `json:"after,omitempty"`
}

// Line is an entry of a roll at one time.
type Line struct {
	Label        string           `json:"label"`
	Premises     string           `json:"premises,omitempty"`
	Heads        int              `json:"heads"`
	Area         schema.FloorArea `json:"area"`
	Seats        int              `json:"seats,omitempty"`
	Households   int              `json:"households,omitempty"`
	Voters       []ident.ID       `json:"voters"`
	Person       *ident.ID        `json:"person,omitempty"`
	Organization *ident.ID        `json:"organization,omitempty"`
	Household    *ident.ID        `json:"household,omitempty"`
	Building     *ident.ID        `json:"building,omitempty"`
	Units        []ident.ID       `json:"units,omitempty"`
}

// LineOf is an entry as it stands; it was read with its delegates and units.
func LineOf(row *db.RollEntry) Line {
	w := weights(row)
	l := Line{
		Label: row.Label, Heads: int(w.Heads), Area: schema.FloorArea(w.Area), Seats: int(w.Seats), Households: int(w.Households),
		Voters: distinct(Voters(row)), Person: row.PersonID, Organization: row.OrganizationID, Household: row.HouseholdID,
		Building: row.BuildingID,
	}
	if row.Premises != nil {
		l.Premises = *row.Premises
	}
	for _, u := range row.Edges.Units {
		l.Units = append(l.Units, u.ID)
	}
	l.Units = distinct(l.Units)
	return l
}

// LineFor is an entry that is to be written.
func LineFor(e Entry) Line {
	voters := ordered(e.Delegates)
	if e.Person != nil {
		voters = []ident.ID{*e.Person}
	}
	return Line{
		Label: e.Label, Premises: e.Premises, Heads: e.Heads, Area: e.Area, Seats: e.Seats, Households: e.Households,
		Voters: voters, Person: e.Person, Organization: e.Organization, Household: e.Household, Building: e.Building, Units: ordered(e.Units),
	}
}

// Entry is the line as an entry. Its voters are all delegates: what an amendment
// says about them stands in place of what the roll said before.
func (l Line) Entry() Entry {
	return Entry{
		Label: l.Label, Premises: l.Premises, Heads: l.Heads, Area: l.Area, Seats: l.Seats, Households: l.Households,
		Delegates: l.Voters, Person: l.Person, Organization: l.Organization, Household: l.Household, Building: l.Building, Units: l.Units,
	}
}

func (l Line) weights() *tally.Weights {
	return &tally.Weights{
		Heads: int64(l.Heads), Area: int64(l.Area), Seats: int64(l.Seats), Households: int64(l.Households),
	}
}

// Amended tells, for each entry of a roll that was amended after it was frozen,
// what it was then: the weights before the first correction, and whether it was
// added or struck since.
func Amended(ctx context.Context, c *db.Client, roll ident.ID) (map[ident.ID]*tally.Amendment, error) {
	rows, err := c.RollAmendment.Query().Where(rollamendment.RollID(roll),
		rollamendment.StatusEQ(schema.RollAmendmentStatusConfirmed), rollamendment.EntryIDNotNil()).
		Order(rollamendment.ByDecidedAt(), rollamendment.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	all := map[ident.ID]*tally.Amendment{}
	for _, row := range rows {
		a := all[*row.EntryID]
		if a == nil {
			a = &tally.Amendment{}
			all[*row.EntryID] = a
		}
		switch row.Kind {
		case schema.RollAmendmentKindAdd:
			a.Added = true
		case schema.RollAmendmentKindRemove:
			a.Removed = true
		case schema.RollAmendmentKindCorrect:
			change, err := ChangeOf(row)
			if err != nil {
				return nil, err
			}
			if a.Before == nil && !a.Added {
				a.Before = change.Before.weights()
			}
		}
	}
	return all, nil
}

// ChangeOf reads what an amendment does.
func ChangeOf(row *db.RollAmendment) (Change, error) {
	var change Change
	if err := json.Unmarshal(row.Change, &change); err != nil {
		return change, fmt.Errorf("amendment %s: %w", row.ID, err)
	}
	return change, nil
}
