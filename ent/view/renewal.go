package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/post"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Renewal is how an organization stands before its next election.
type Renewal struct {
	// ExpiresOn is the first day on which its term is over; nil without an end.
	ExpiresOn *day.Date
	// DueOn is the last day on which the change-over is begun in time; nil where no
	// rule says anything, and Basis with it.
	DueOn *day.Date
	Basis *OfficeRule
	// Begun: the change-over group was formed, or the next term was entered.
	Begun   bool
	Overdue bool
	// Seats are the places with a vote, Filled those that are taken, Alternates those
	// who stand by to move up.
	Seats      int
	Filled     int
	Alternates int
	// Reelection is the rule by which it is to be elected anew because too few of its
	// places are taken; nil if that is not so.
	Reelection *OfficeRule
}

// Renewals answers how each organization stands before its next election: nil for
// one that has neither a term nor a post with a vote.
func (p Present) Renewals(ctx context.Context, organizations []*db.Organization) ([]*Renewal, error) {
	ctx = unguarded(ctx)
	o, err := p.offices(ctx, organizations)
	if err != nil {
		return nil, err
	}
	filled, err := p.filled(ctx, organizations, o)
	if err != nil {
		return nil, err
	}
	renewals := map[ident.ID]*Renewal{}
	for i, id := range originals(organizations) {
		term, serving := o.terms[id]
		if f := filled[id]; serving || f.Seats > 0 {
			renewals[id] = renewal(o.law[id], organizations[i].Kind, term, f, p.today())
		}
	}
	return answered(organizations, func(id ident.ID) *Renewal { return renewals[id] }), nil
}

func renewal(law seat.Rules, kind schema.OrganizationKind, term seat.Office, f seat.Filled, today day.Date) *Renewal {
	r := &Renewal{
		ExpiresOn: dated(term.Held.To), Begun: !term.Caretaker.IsZero() || !term.Next.IsZero(),
		Seats: f.Seats, Filled: f.Taken, Alternates: f.Alternates,
	}
	if rule, due, ok := seat.RenewalDue(law, kind, term.Held.To); ok {
		r.DueOn, r.Basis, r.Overdue = &due, officeRule(rule.Head), !r.Begun && today.After(due)
	}
	if rule, ok := seat.Reelection(law, kind, f); ok {
		r.Reelection = officeRule(rule.Head)
	}
	return r
}

// filled counts the places of each organization. Who is suspended keeps the place.
// Somebody who sits in two places fills both.
func (p Present) filled(ctx context.Context, organizations []*db.Organization, o offices) (map[ident.ID]seat.Filled, error) {
	today, ids := p.today(), originals(organizations)
	posts, err := p.store.Read().Post.Query().Where(post.OrganizationIDIn(ids...), post.FromLTE(today),
		post.Or(post.ToIsNil(), post.ToGT(today))).All(ctx)
	if err != nil {
		return nil, err
	}
	holdings, err := seating.On(p.store.Read(), today).Holdings(ctx, membership.And(membership.OrganizationIDIn(ids...), membership.PostIDNotNil()))
	if err != nil {
		return nil, err
	}
	waiting, err := p.standBy(ctx, posts, holdings, o)
	if err != nil {
		return nil, err
	}
	all := map[ident.ID]seat.Filled{}
	voting := map[ident.ID]bool{}
	for _, row := range posts {
		id := seating.Original(row.ID, row.VersionOf)
		held := seat.Holding{Post: seating.Post(row), Status: schema.MembershipStatusEffective}
		if voting[id] = seat.Votes(held, today); voting[id] {
			f := all[row.OrganizationID]
			f.Seats += row.Capacity
			all[row.OrganizationID] = f
		}
	}
	for _, h := range holdings {
		suspended := h.Status == schema.MembershipStatusSuspended && h.Held.Contains(today)
		f := all[h.Organization.ID]
		switch {
		case !suspended && !seat.Effective(h, today):
		case voting[h.Post.ID]:
			f.Taken++
		case h.Post.SeatKind == schema.SeatKindAlternate:
			f.Alternates++
		}
		all[h.Organization.ID] = f
	}
	for id, n := range waiting {
		f := all[id]
		f.Alternates += n
		all[id] = f
	}
	return all, nil
}
