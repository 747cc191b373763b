package view

import (
	"context"

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
	Composition *Composition
}

// CrossAppointmentMatrix tells who sits in one party of a linkage on the
// strength of a post in another one.
type CrossAppointmentMatrix struct {
	On         day.Date
	Cells      []*CrossAppointmentCell
	Directions []DirectionCount
}

// CrossAppointmentCell is one ordered pair of parties.
type CrossAppointmentCell struct {
	FromID       ident.ID
	ToID         ident.ID
	Direction    schema.CrossAppointmentDirection
	Appointments []*CrossAppointment
}

// CrossAppointment is a seat that names another one.
type CrossAppointment struct {
	Seat *Seat
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
	Seats    []*Seat
}

// circle is a linkage on a day: its parties and their organizations, in their
// order.
type circle struct {
	parties, organizations []ident.ID
}

// circles reads the parties of each linkage on the day.
func (m moment) circles(linkages []*db.Linkage) ([]circle, error) {
	ids := make([]ident.ID, len(linkages))
	for i, l := range linkages {
		ids[i] = l.ID
	}
	rows, err := m.store.Read().LinkageParty.Query().Where(linkageparty.LinkageIDIn(ids...),
		linkageparty.FromLTE(m.on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(m.on))).
		Order(db.Asc(linkageparty.FieldPosition, linkageparty.FieldID)).All(m.whole)
	all := make([]circle, len(linkages))
	for i, id := range ids {
		for _, row := range rows {
			if row.LinkageID == id {
				all[i].parties = append(all[i].parties, seating.Original(row.ID, row.VersionOf))
				all[i].organizations = append(all[i].organizations, row.OrganizationID)
			}
		}
	}
	return all, err
}

// PartyCompositions answers how each party of each linkage is composed.
func (d Day) PartyCompositions(ctx context.Context, linkages []*db.Linkage) ([][]*PartyComposition, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	circles, err := m.circles(linkages)
	if err != nil {
		return nil, err
	}
	groups := make([][]ident.ID, len(circles))
	for i, c := range circles {
		groups[i] = c.organizations
	}
	composed, err := m.compositions(groups)
	all := make([][]*PartyComposition, len(linkages))
	for i, some := range composed {
		for j, c := range some {
			if c != nil {
				all[i] = append(all[i], &PartyComposition{PartyID: circles[i].parties[j], Composition: c})
			}
		}
	}
	return all, err
}

// ring are several linkages on a day, with who sits in their parties.
type ring struct {
	moment
	circles       []circle
	organizations map[ident.ID]seat.Organization
	holdings      []seat.Holding
}

func (d Day) ring(ctx context.Context, linkages []*db.Linkage) (ring, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return ring{}, err
	}
	r := ring{moment: m}
	if r.circles, err = m.circles(linkages); err != nil {
		return r, err
	}
	var all []ident.ID
	for _, c := range r.circles {
		all = append(all, c.organizations...)
	}
	r.holdings, r.organizations, err = m.reader().Seats(m.whole, all)
	return r, err
}

// in are the organizations of one circle.
func (r ring) in(c circle) []seat.Organization {
	var all []seat.Organization
	for _, id := range c.organizations {
		if o, ok := r.organizations[id]; ok {
			all = append(all, o)
		}
	}
	return all
}

// CrossAppointments answers the matrix of cross-appointments of each linkage, as
// far as the viewer may see them.
func (d Day) CrossAppointments(ctx context.Context, linkages []*db.Linkage) ([]*CrossAppointmentMatrix, error) {
	r, err := d.ring(ctx, linkages)
	if err != nil {
		return nil, err
	}
	cells := make([][]seat.Cell, len(r.circles))
	var found []seat.Holding
	for i, c := range r.circles {
		cells[i] = seat.Matrix(r.in(c), r.holdings, r.on)
		for _, cell := range cells[i] {
			found = append(found, cell.Holdings...)
		}
	}
	seen, err := r.sees(found)
	all := make([]*CrossAppointmentMatrix, len(cells))
	for i := range cells {
		all[i] = r.matrix(cells[i], seen)
	}
	return all, err
}

func (m moment) matrix(cells []seat.Cell, seen sight) *CrossAppointmentMatrix {
	matrix := CrossAppointmentMatrix{On: m.on}
	count := map[schema.CrossAppointmentDirection]int{}
	for _, found := range cells {
		cell := &CrossAppointmentCell{FromID: found.From.ID, ToID: found.To.ID, Direction: found.Direction}
		for _, h := range seen.shown(found.Holdings) {
			cell.Appointments = append(cell.Appointments, &CrossAppointment{Seat: m.seat(h), LapsesWithSource: m.lapses(h)})
		}
		matrix.Cells = append(matrix.Cells, cell)
		count[found.Direction] += len(cell.Appointments)
	}
	for _, name := range schema.CrossAppointmentDirection("").Values() {
		direction := schema.CrossAppointmentDirection(name)
		if n, possible := count[direction]; possible {
			matrix.Directions = append(matrix.Directions, DirectionCount{Direction: direction, Count: n})
		}
	}
	return &matrix
}

// lapses reports whether the holding, while it is held, ends with its source.
func (m moment) lapses(h seat.Holding) bool {
	h.Status, h.Held.To = schema.MembershipStatusEffective, day.Date{}
	_, lapses := seat.Lapses(h, m.on)
	return lapses
}

// ConcurrentHeads answers who heads two or more parties of each linkage, as far
// as the viewer may see.
func (d Day) ConcurrentHeads(ctx context.Context, linkages []*db.Linkage) ([][]*ConcurrentHead, error) {
	r, err := d.ring(ctx, linkages)
	if err != nil {
		return nil, err
	}
	held := r.posts(r.holdings)
	seen, err := r.sees(held)
	all := make([][]*ConcurrentHead, len(r.circles))
	for i, c := range r.circles {
		for _, head := range seat.ConcurrentHeads(r.in(c), seen.shown(held), r.on) {
			one := &ConcurrentHead{PersonID: given(head.Member)}
			for _, h := range head.Holdings {
				one.Seats = append(one.Seats, r.seat(h))
			}
			all[i] = append(all[i], one)
		}
	}
	return all, err
}
