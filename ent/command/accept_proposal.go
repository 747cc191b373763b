package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// AcceptProposalInput is a proposal to be taken up, and who is to follow it.
type AcceptProposalInput struct {
	ent.Order
	ProposalID ident.Proposal
	TrackerID  *ident.Person
}

// AcceptProposalPayload names the proposal.
type AcceptProposalPayload struct {
	fault.Outcome
	ProposalID ident.ID
}

// AcceptProposal takes a proposal up: from now on it may be put on an agenda.
func (d *Do) AcceptProposal(ctx context.Context, in AcceptProposalInput) (*AcceptProposalPayload, error) {
	return work(ctx, d, "acceptProposal", in, in.do)
}

func (in AcceptProposalInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AcceptProposalPayload], error) {
	if in.TrackerID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.TrackerID.ID, "trackerId"); err != nil {
			return nil, err
		}
	}
	p, grant, err := judged(ctx, tx, "acceptProposal", in.ProposalID)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Proposal.Next("acceptProposal", p.Status)
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	err = tx.Proposal.UpdateOneID(p.ID).SetStatus(status).SetNillableTrackerID(pointer(in.TrackerID)).Exec(ctx)
	return ent.Did(AcceptProposalPayload{ProposalID: p.ID}, grant, p.ID, p.CommunityID, map[string]any{
		"status": status,
	}), err
}

// judged locks a proposal and asks the mandate of those who take proposals up
// or decline them.
func judged(ctx context.Context, tx *ent.Tx, verb string, id ident.Proposal) (*db.Proposal, mandate.Grant, error) {
	var none mandate.Grant
	p, err := need(ctx, lockedProposal(tx, ent.Update), id.ID, "proposalId")
	if err != nil {
		return nil, none, err
	}
	subject, err := takingUp(ctx, tx, p)
	if err != nil {
		return nil, none, err
	}
	grant, err := may(ctx, tx, verb, p.ID, subject)
	return p, grant, err
}

// takingUp is the subject of what those do who take a proposal up.
func takingUp(ctx context.Context, tx *ent.Tx, p *db.Proposal) (mandate.Subject, error) {
	area, err := tx.Area.Get(ctx, p.AreaID)
	if err != nil {
		return mandate.Subject{}, err
	}
	return power.OfProposal(ctx, tx.Client, tx.Today, area)
}
