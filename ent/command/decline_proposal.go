package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// DeclineProposalInput is a proposal not to be taken up, and why.
type DeclineProposalInput struct {
	ent.Order
	ProposalID ident.Proposal
	Reason     string
}

// DeclineProposalPayload names the proposal.
type DeclineProposalPayload struct {
	fault.Outcome
	ProposalID ident.ID
}

// DeclineProposal does not take a proposal up, for a reason that the proposer
// reads.
func (d *Do) DeclineProposal(ctx context.Context, in DeclineProposalInput) (*DeclineProposalPayload, error) {
	return work(ctx, d, "declineProposal", in, in.do)
}

func (in DeclineProposalInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DeclineProposalPayload], error) {
	p, grant, err := judged(ctx, tx, "declineProposal", in.ProposalID)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Proposal.Next("declineProposal", p.Status)
	if err := refuse(wrong, text("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	err = tx.Proposal.UpdateOneID(p.ID).SetStatus(status).SetReason(in.Reason).Exec(ctx)
	return ent.Did(DeclineProposalPayload{ProposalID: p.ID}, grant, p.ID, p.CommunityID, map[string]any{
		"status": status,
	}), err
}
