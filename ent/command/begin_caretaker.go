package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// BeginCaretakerInput is the term whose holders only keep things going from now
// on, and since when: the day on which the change-over group was formed.
type BeginCaretakerInput struct {
	ent.Order
	TermID ident.Term
	On     *day.Date
}

// BeginCaretakerPayload names the term.
type BeginCaretakerPayload struct {
	fault.Outcome
	TermID ident.ID
}

// BeginCaretaker says that the change-over of a term has begun. What the rules
// keep from caretakers is kept from the body from that day on.
func (d *Do) BeginCaretaker(ctx context.Context, in BeginCaretakerInput) (*BeginCaretakerPayload, error) {
	return work(ctx, d, "beginCaretaker", in, in.do)
}

func (in BeginCaretakerInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[BeginCaretakerPayload], error) {
	t, err := need(ctx, tx.Term.Get, in.TermID.ID, "termId")
	if err != nil {
		return nil, err
	}
	o, err := lockedOrganization(tx, ent.Update)(ctx, t.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "beginCaretaker", o.ID)
	if err != nil {
		return nil, err
	}
	// Now that the organization is locked, no verb changes its terms.
	if t, err = tx.Term.Get(ctx, t.ID); err != nil {
		return nil, err
	}
	offices, err := seating.Offices(ctx, tx.Client, t)
	if err != nil {
		return nil, err
	}
	// One that ran out acts as caretaker already, but nobody entered since when its
	// successor is being prepared.
	stands := t.State
	if offices[0].On(tx.Today) == schema.TermStateEnded {
		stands = schema.TermStateEnded
	}
	on := orToday(in.On, tx)
	status, wrong := stage.Term.Next("beginCaretaker", stands)
	if err := refuse(at(wrong, "termId"), between(on, t.From, tx.Today, "on")); err != nil {
		return nil, err
	}
	return ent.Did(BeginCaretakerPayload{TermID: t.ID}, grant, t.ID, t.CommunityID, map[string]any{
		"organization": o.ID, "number": t.Number, "on": on,
	}), tx.Term.UpdateOneID(t.ID).SetState(status).SetCaretakerFrom(on).Exec(ctx)
}
