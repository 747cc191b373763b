package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PartyComposition is how one party of a linkage is composed.
type PartyComposition struct {
	PartyID     ident.ID
	Composition Composition
}

// CrossAppointmentMatrix tells who sits in one party of a linkage on the
// strength of a post in another one.
type CrossAppointmentMatrix struct {
	On         day.Date
	Cells      []CrossAppointmentCell
	Directions []DirectionCount
}

// CrossAppointmentCell is one ordered pair of parties.
type CrossAppointmentCell struct {
	FromID       ident.ID
	ToID         ident.ID
	Direction    schema.CrossAppointmentDirection
	Appointments []CrossAppointment
}

// CrossAppointment is a seat that names another one.
type CrossAppointment struct {
	Seat Seat
	// LapsesWithSource: the seat ends with the post it rests on. An elected one
	// does not.
	LapsesWithSource bool
}

// DirectionCount is how many cross-appointments lead one way.
type DirectionCount struct {
	Direction schema.CrossAppointmentDirection
	Count     int
}

// ConcurrentHead is somebody who heads several parties of a linkage at once
// (一肩挑).
type ConcurrentHead struct {
	PersonID *ident.ID
	Seats    []Seat
}

// circle is a linkage on a day: its parties in their order, and who sits there.
type circle struct {
	moment
	parties []ident.ID
	seating.Bench
}

// gather reads the parties of the linkage on the day and who sits in them.
func gather(ctx context.Context, s *ent.Store, linkage ident.ID, on *day.Date, knownAt *time.Time) (circle, error) {
	m, err := at(ctx, s, on, knownAt)
	if err != nil {
		return circle{}, err
	}
	rows, err := s.Read().LinkageParty.Query().Where(linkageparty.LinkageID(linkage),
		linkageparty.FromLTE(m.on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(m.on))).
		Order(db.Asc(linkageparty.FieldPosition, linkageparty.FieldID)).All(m.whole)
	if err != nil {
		return circle{}, err
	}
	c := circle{moment: m}
	organizations := make([]ident.ID, len(rows))
	for i, row := range rows {
		c.parties = append(c.parties, seating.Original(row.ID, row.VersionOf))
		organizations[i] = row.OrganizationID
	}
	c.Bench, err = m.reader().Bench(m.whole, organizations...)
	return c, err
}

func (c circle) organizations() []seat.Organization {
	all := make([]seat.Organization, len(c.Bodies))
	for i, body := range c.Bodies {
		all[i] = body.Organization
	}
	return all
}

// CompositionsOf answers how each party of the linkage is composed on the day
// (today if nil), as the register had it at the instant (now if nil).
func CompositionsOf(ctx context.Context, s *ent.Store, linkage ident.ID, on *day.Date, knownAt *time.Time) ([]PartyComposition, error) {
	c, err := gather(ctx, s, linkage, on, knownAt)
	if err != nil {
		return nil, err
	}
	all := make([]PartyComposition, len(c.parties))
	for i, party := range c.parties {
		var one *Composition
		if one, err = c.composition(c.Bench, c.Bodies[i]); err != nil {
			return nil, err
		}
		all[i] = PartyComposition{PartyID: party, Composition: *one}
	}
	return all, nil
}

// CrossAppointmentsOf answers the matrix of cross-appointments of the linkage on
// the day (today if nil), as the register had it at the instant (now if nil)
// and as far as the viewer may see them.
func CrossAppointmentsOf(ctx context.Context, s *ent.Store, linkage ident.ID, on *day.Date, knownAt *time.Time) (*CrossAppointmentMatrix, error) {
	c, err := gather(ctx, s, linkage, on, knownAt)
	if err != nil {
		return nil, err
	}
	matrix := CrossAppointmentMatrix{On: c.on}
	count := map[schema.CrossAppointmentDirection]int{}
	for _, found := range seat.Matrix(c.organizations(), c.Holdings, c.on) {
		var shown []seat.Holding
		if shown, err = c.shown(found.Holdings); err != nil {
			return nil, err
		}
		cell := CrossAppointmentCell{FromID: found.From.ID, ToID: found.To.ID, Direction: found.Direction}
		for _, h := range shown {
			cell.Appointments = append(cell.Appointments, CrossAppointment{Seat: c.seat(h), LapsesWithSource: c.lapses(h)})
		}
		matrix.Cells = append(matrix.Cells, cell)
		count[found.Direction] += len(shown)
	}
	for _, name := range schema.CrossAppointmentDirection("").Values() {
		direction := schema.CrossAppointmentDirection(name)
		if n, possible := count[direction]; possible {
			matrix.Directions = append(matrix.Directions, DirectionCount{Direction: direction, Count: n})
		}
	}
	return &matrix, nil
}

// lapses reports whether the holding, while it is held, ends with its source.
func (c circle) lapses(h seat.Holding) bool {
	h.Status, h.Held.To = schema.MembershipStatusEffective, day.Date{}
	_, lapses := seat.Lapses(h, c.on)
	return lapses
}

// ConcurrentHeadsOf answers who heads two or more parties of the linkage on the
// day (today if nil), as the register had it at the instant (now if nil) and as
// far as the viewer may see.
func ConcurrentHeadsOf(ctx context.Context, s *ent.Store, linkage ident.ID, on *day.Date, knownAt *time.Time) ([]ConcurrentHead, error) {
	c, err := gather(ctx, s, linkage, on, knownAt)
	if err != nil {
		return nil, err
	}
	shown, err := c.shown(c.posts(c.Holdings))
	if err != nil {
		return nil, err
	}
	found := seat.ConcurrentHeads(c.organizations(), shown, c.on)
	heads := make([]ConcurrentHead, len(found))
	for i, head := range found {
		heads[i].PersonID = given(head.Member)
		for _, h := range head.Holdings {
			heads[i].Seats = append(heads[i].Seats, c.seat(h))
		}
	}
	return heads, nil
}
