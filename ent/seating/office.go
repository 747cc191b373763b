package seating

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/term"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Offices are terms of office as the law looks at them, each with the first day
// of the one that follows it. It asks the register once, however many there are.
func Offices(ctx context.Context, c *db.Client, terms ...*db.Term) ([]seat.Office, error) {
	if len(terms) == 0 {
		return nil, nil
	}
	var organizations []ident.ID
	for _, t := range terms {
		organizations = append(organizations, t.OrganizationID)
	}
	rows, err := c.Term.Query().Where(term.OrganizationIDIn(unique(organizations)...)).
		Order(db.Asc(term.FieldNumber, term.FieldID)).All(ctx)
	offices := make([]seat.Office, len(terms))
	for i, t := range terms {
		offices[i] = office(t, rows)
	}
	return offices, err
}

// office is a term among others, which are in the order of their numbers.
func office(t *db.Term, all []*db.Term) seat.Office {
	o := seat.Office{Held: Span(t.From, t.To), Caretaker: date(t.CaretakerFrom), Written: t.State}
	for _, other := range all {
		if other.OrganizationID == t.OrganizationID && other.Number > t.Number {
			o.Next = other.From
			break
		}
	}
	return o
}

func date(d *day.Date) day.Date {
	if d == nil {
		return day.Date{}
	}
	return *d
}
