package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/handover"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// TermStates answers where each term stands today.
func (p Present) TermStates(ctx context.Context, terms []*db.Term) ([]schema.TermState, error) {
	offices, err := seating.Offices(ctx, p.store.Read(), terms...)
	states := make([]schema.TermState, len(offices))
	for i, o := range offices {
		states[i] = o.On(p.today())
	}
	return states, err
}

// today is the day on which it is asked.
func (p Present) today() day.Date { return day.Of(p.store.Now()) }

// FilingLate reports whether something was handed in after its time.
func FilingLate(f *db.Filing) bool { return f.DueOn != nil && f.FiledOn.After(*f.DueOn) }

// FilingOverdue reports whether the authority should have answered by now.
func (p Present) FilingOverdue(f *db.Filing) bool {
	return f.Status == schema.FilingStatusSubmitted && f.AnswerDueOn != nil && p.today().After(*f.AnswerDueOn)
}

// HandoverOverdue reports whether not all was received in time, and is still
// missing.
func (p Present) HandoverOverdue(h *db.Handover) bool {
	return h.CompletedAt == nil && p.today().After(h.DueOn)
}

// HandoversOverdue answers for each organization whether something that was to be
// handed over is overdue, also where the viewer may not see what.
func (p Present) HandoversOverdue(ctx context.Context, organizations []*db.Organization) ([]bool, error) {
	rows, err := p.store.Read().Handover.Query().Where(handover.OrganizationIDIn(originals(organizations)...),
		handover.CompletedAtIsNil(), handover.DueOnLT(p.today())).All(unguarded(ctx))
	late := map[ident.ID]bool{}
	for _, row := range rows {
		late[row.OrganizationID] = true
	}
	return answered(organizations, func(id ident.ID) bool { return late[id] }), err
}
