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

// moment is the day a question is about, and the instant whose register it
// asks.
type moment struct {
	store *ent.Store
	on    day.Date
	// whole reads everything, guarded only what the viewer may see.
	whole, guarded context.Context
}

// at takes today and now where a question leaves them open.
func at(ctx context.Context, s *ent.Store, on *day.Date, knownAt *time.Time) (moment, error) {
	m := moment{store: s, guarded: ctx, on: day.Of(s.Now())}
	if on != nil {
		m.on = *on
	}
	// What the viewer may see follows from the offices of today, whichever
	// instant the question asks for: they are looked up before it applies.
	if _, err := s.Powers(ctx); err != nil {
		return m, err
	}
	if knownAt != nil {
		m.guarded = ent.KnownAt(ctx, *knownAt)
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

// shown are the holdings that the viewer may see.
func (m moment) shown(holdings []seat.Holding) ([]seat.Holding, error) {
	ids := make([]ident.ID, len(holdings))
	for i, h := range holdings {
		ids[i] = h.ID
	}
	rows, err := m.store.Read().Membership.Query().
		Where(membership.Or(membership.IDIn(ids...), membership.VersionOfIn(ids...))).All(m.guarded)
	if err != nil {
		return nil, err
	}
	seen := make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		seen[seating.Original(row.ID, row.VersionOf)] = true
	}
	var shown []seat.Holding
	for _, h := range holdings {
		if seen[h.ID] {
			shown = append(shown, h)
		}
	}
	return shown, nil
}

// seats are the posts among the holdings that are held on the day and that the
// viewer may see.
func (m moment) seats(holdings []seat.Holding) ([]Seat, error) {
	shown, err := m.shown(m.posts(holdings))
	seats := make([]Seat, len(shown))
	for i, h := range shown {
		seats[i] = m.seat(h)
	}
	return seats, err
}

func (m moment) seat(h seat.Holding) Seat {
	s := Seat{
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
