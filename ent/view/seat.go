package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db/membership"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Seat is a post held by somebody on a day.
type Seat struct {
	MembershipID   ident.ID
	OrganizationID ident.ID
	PostID         ident.ID
	PersonID       *ident.ID
	Mode           schema.MembershipMode
	From           day.Date
	To             *day.Date
	// Statutory: the seat has a vote and counts in the size of the body.
	Statutory    bool
	OnBehalfOfID *ident.ID
	SourceID     *ident.ID
}

// Day is a question about a day, as the register had it at an instant.
type Day struct {
	store   *ent.Store
	on      *day.Date
	knownAt *time.Time
}

// On asks about a day (today if nil), as the register had it at the instant (now
// if nil).
func On(s *ent.Store, on *day.Date, knownAt *time.Time) Day { return Day{s, on, knownAt} }

// moment is a Day with today and now where the question leaves them open.
type moment struct {
	store *ent.Store
	on    day.Date
	// whole reads everything, guarded only what the viewer may see.
	whole, guarded context.Context
}

func (d Day) moment(ctx context.Context) (moment, error) {
	m := moment{store: d.store, guarded: ctx, on: day.Of(d.store.Now())}
	if d.on != nil {
		m.on = *d.on
	}
	// What the viewer may see follows from the offices of today, whichever
	// instant the question asks for: they are looked up before it applies.
	if _, err := d.store.Powers(ctx); err != nil {
		return m, err
	}
	if d.knownAt != nil {
		m.guarded = ent.KnownAt(ctx, *d.knownAt)
	}
	m.whole = ent.Unguarded(m.guarded)
	return m, nil
}

func (m moment) reader() seating.Reader { return seating.On(m.store.Read(), m.on) }

// posts are the holdings that are posts held on the day.
func (m moment) posts(holdings []seat.Holding) []seat.Holding {
	var held []seat.Holding
	for _, h := range holdings {
		if !h.Post.ID.IsZero() && seat.Effective(h, m.on) {
			held = append(held, h)
		}
	}
	return held
}

// sight is which memberships the viewer may see.
type sight map[ident.ID]bool

// sees looks up which of the holdings the viewer may see.
func (m moment) sees(holdings []seat.Holding) (sight, error) {
	if len(holdings) == 0 {
		return nil, nil
	}
	ids := make([]ident.ID, len(holdings))
	for i, h := range holdings {
		ids[i] = h.ID
	}
	rows, err := m.store.Read().Membership.Query().
		Where(membership.Or(membership.IDIn(ids...), membership.VersionOfIn(ids...))).All(m.guarded)
	seen := make(sight, len(rows))
	for _, row := range rows {
		seen[seating.Original(row.ID, row.VersionOf)] = true
	}
	return seen, err
}

// shown are the holdings that the viewer may see.
func (s sight) shown(holdings []seat.Holding) []seat.Holding {
	var shown []seat.Holding
	for _, h := range holdings {
		if s[h.ID] {
			shown = append(shown, h)
		}
	}
	return shown
}

// seats are the posts among the holdings that are held on the day and that the
// viewer may see.
func (m moment) seats(holdings []seat.Holding, seen sight) []*Seat {
	var seats []*Seat
	for _, h := range seen.shown(m.posts(holdings)) {
		seats = append(seats, m.seat(h))
	}
	return seats
}

func (m moment) seat(h seat.Holding) *Seat {
	s := &Seat{
		MembershipID: h.ID, OrganizationID: h.Organization.ID, PostID: h.Post.ID, Mode: h.Mode,
		From: h.Held.From, Statutory: seat.Votes(h, m.on),
		OnBehalfOfID: given(h.OnBehalfOf.ID), SourceID: given(h.Source),
	}
	if h.Member.Kind() == ident.KindPerson {
		s.PersonID = given(h.Member)
	}
	if !h.Held.To.IsZero() {
		s.To = &h.Held.To
	}
	return s
}

// given is an identifier, or nil where there is none.
func given(id ident.ID) *ident.ID {
	if id.IsZero() {
		return nil
	}
	return &id
}
