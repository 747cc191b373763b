package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/term"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// OfficeRule is a rule about what a term of office asks of a body.
type OfficeRule struct {
	Code     string
	Source   string
	Verified bool
	Sentence fault.Words
}

func officeRule(h seat.Head) *OfficeRule {
	return &OfficeRule{Code: h.Code, Source: h.Source.String(), Verified: h.Source.Verified(), Sentence: fault.Words(h.Sentence)}
}

// offices is what is known about the terms and the rules of some organizations.
type offices struct {
	terms map[ident.ID]seat.Office // the last one begun
	law   map[ident.ID]seat.Rules
}

// offices reads all of it at once.
func (p Present) offices(ctx context.Context, organizations []*db.Organization) (offices, error) {
	o := offices{terms: map[ident.ID]seat.Office{}, law: map[ident.ID]seat.Rules{}}
	ids := originals(organizations)
	rows, err := p.store.Read().Term.Query().Where(term.OrganizationIDIn(ids...), term.FromLTE(p.today())).
		Order(db.Asc(term.FieldNumber)).All(ctx)
	if err != nil {
		return o, err
	}
	found, err := seating.Offices(ctx, p.store.Read(), rows...)
	if err != nil {
		return o, err
	}
	for i, row := range rows {
		o.terms[row.OrganizationID] = found[i]
	}
	scopes := make([]rules.Scope, len(ids))
	for i, id := range ids {
		scopes[i] = rules.Scope{Organizations: []ident.ID{id}}
	}
	chains, err := rules.Of(ctx, p.store.Read(), p.today(), scopes...)
	for i, chain := range chains {
		o.law[ids[i]] = chain.Seats()
	}
	return o, err
}

// originals are the organizations by their own identifiers, also where a former
// version of one is at hand.
func originals(organizations []*db.Organization) []ident.ID {
	ids := make([]ident.ID, len(organizations))
	for i, o := range organizations {
		ids[i] = seating.Original(o.ID, o.VersionOf)
	}
	return ids
}

// answered is one answer for each organization, in their order.
func answered[V any](organizations []*db.Organization, answer func(ident.ID) V) []V {
	all := make([]V, len(organizations))
	for i, id := range originals(organizations) {
		all[i] = answer(id)
	}
	return all
}

// unguarded reads what decides, whoever asks.
func unguarded(ctx context.Context) context.Context { return ent.Unguarded(ctx) }

// dated is a day, or nil for none.
func dated(d day.Date) *day.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}
