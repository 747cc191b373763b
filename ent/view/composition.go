package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Composition is who sits in an organization on a day, and whether the rules
// of composition are met.
type Composition struct {
	OrganizationID ident.ID
	On             day.Date
	// Members is how many persons hold statutory seats, also those that the
	// viewer may not see.
	Members  int
	Seats    []Seat
	Findings []CompositionFinding
	// Met: no rule of composition is broken.
	Met bool
}

// CompositionFinding is how one rule of composition stands.
type CompositionFinding struct {
	Rule     string
	Source   string
	Verified bool
	Met      bool
	Needed   string
	Got      string
	// Unknown is of how many persons the fact that the rule asks for was never
	// recorded.
	Unknown  int
	Sentence fault.Words
}

// CompositionOf answers how the organization is composed on the day (today if
// nil), as the register had it at the instant (now if nil). An organization
// that did not exist for the register then is a *db.NotFoundError.
func CompositionOf(ctx context.Context, s *ent.Store, organization ident.ID, on *day.Date, knownAt *time.Time) (*Composition, error) {
	m, err := at(ctx, s, on, knownAt)
	if err != nil {
		return nil, err
	}
	bench, err := m.reader().Bench(m.whole, organization)
	if err != nil {
		return nil, err
	}
	return m.composition(bench, bench.Bodies[0])
}

func (m moment) composition(bench seating.Bench, body seat.Body) (*Composition, error) {
	chain, err := rules.For(m.whole, m.store.Read(), body.ID, m.on)
	if err != nil {
		return nil, err
	}
	c := Composition{OrganizationID: body.ID, On: m.on, Members: m.members(bench, body.ID), Met: true}
	if c.Seats, err = m.seats(within(bench.Holdings, body.ID)); err != nil {
		return nil, err
	}
	for _, found := range seat.Composition(chain.Seats(), body, bench.Holdings, bench.People, m.on) {
		c.Met = c.Met && found.Met
		c.Findings = append(c.Findings, CompositionFinding{
			Rule: found.Rule, Source: found.Source.String(), Verified: found.Source.Verified(), Met: found.Met,
			Needed: needed(found.Needed), Got: got(found), Unknown: found.Unknown, Sentence: fault.Words(found.Sentence),
		})
	}
	return &c, nil
}

// within are the holdings in one organization.
func within(holdings []seat.Holding, organization ident.ID) []seat.Holding {
	var inside []seat.Holding
	for _, h := range holdings {
		if h.Organization.ID == organization {
			inside = append(inside, h)
		}
	}
	return inside
}

// members counts the persons in statutory seats: whoever sits twice is one.
func (m moment) members(bench seating.Bench, organization ident.ID) int {
	persons := map[ident.ID]bool{}
	for _, h := range within(bench.Holdings, organization) {
		if seat.Votes(h, m.on) {
			persons[h.Member] = true
		}
	}
	return len(persons)
}
