package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// forbidden refuses, with CARETAKER_FORBIDS, a vote on what the body that convenes
// the meeting may not bring to one while it is a caretaker.
func (p polled) forbidden(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	matter, err := p.matter(ctx, tx)
	if err != nil || matter == "" {
		return nil, err
	}
	wrong, err := sitting.Forbidden(ctx, tx.Client, p.meeting, tx.Today, matter)
	return at(wrong, "agendaItemId"), err
}

// forbidden is the same for all votes on an agenda that is to be announced: one
// may have been drafted before the change-over began.
func (a agenda) forbidden(ctx context.Context, tx *ent.Tx, m *db.Meeting) (*fault.Fault, error) {
	voted := map[ident.ID]bool{}
	for _, v := range a.votes {
		if v.Status != schema.VoteStatusVoid {
			voted[v.AgendaItemID] = true
		}
	}
	proposals := map[ident.ID]bool{}
	for _, item := range a.items {
		proposals[item.ProposalID] = proposals[item.ProposalID] || voted[item.ID]
	}
	var matters []string
	for _, p := range a.proposals {
		if proposals[p.ID] && p.Matter != "" {
			matters = append(matters, p.Matter)
		}
	}
	wrong, err := sitting.Forbidden(ctx, tx.Client, m, tx.Today, matters...)
	return at(wrong, "meetingId"), err
}
