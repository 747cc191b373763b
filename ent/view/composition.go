package view

import (
	"context"
	"slices"

	"sifang/ent/db"
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
	Seats    []*Seat
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

// Compositions answers how each of the organizations is composed: nil for one
// that the register did not have at the instant.
func (d Day) Compositions(ctx context.Context, organizations []*db.Organization) ([]*Composition, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	groups := make([][]ident.ID, len(organizations))
	for i, o := range organizations {
		groups[i] = []ident.ID{o.ID}
	}
	composed, err := m.compositions(groups)
	all := make([]*Composition, len(organizations))
	for i, some := range composed {
		all[i] = some[0]
	}
	return all, err
}

// compositions are those of the organizations in each group, which are looked at
// together; nil for one that is not there.
func (m moment) compositions(groups [][]ident.ID) ([][]*Composition, error) {
	benches, err := m.reader().Benches(m.whole, groups...)
	if err != nil {
		return nil, err
	}
	var scopes []rules.Scope
	var held []seat.Holding
	for _, bench := range benches {
		for _, body := range bench.Bodies {
			scopes = append(scopes, rules.Scope{Organizations: []ident.ID{body.ID}})
			held = append(held, m.posts(within(bench.Holdings, body.ID))...)
		}
	}
	chains, err := rules.Of(m.whole, m.store.Read(), m.on, scopes...)
	if err != nil {
		return nil, err
	}
	seen, err := m.sees(held)
	all := make([][]*Composition, len(groups))
	for i, bench := range benches {
		all[i] = make([]*Composition, len(groups[i]))
		for _, body := range bench.Bodies {
			all[i][slices.Index(groups[i], body.ID)] = m.composition(bench, body, chains[0].Seats(), seen)
			chains = chains[1:]
		}
	}
	return all, err
}

func (m moment) composition(bench seating.Bench, body seat.Body, law seat.Rules, seen sight) *Composition {
	c := Composition{
		OrganizationID: body.ID, On: m.on, Members: m.members(bench, body.ID), Met: true,
		Seats: m.seats(within(bench.Holdings, body.ID), seen),
	}
	for _, found := range seat.Composition(law, body, bench.Holdings, bench.People, m.on) {
		c.Met = c.Met && found.Met
		c.Findings = append(c.Findings, CompositionFinding{
			Rule: found.Rule, Source: found.Source.String(), Verified: found.Source.Verified(), Met: found.Met,
			Needed: needed(found.Needed), Got: got(found), Unknown: found.Unknown, Sentence: fault.Words(found.Sentence),
		})
	}
	return &c
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
