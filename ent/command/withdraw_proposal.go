package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/power"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// WithdrawProposalInput is a proposal to be taken back, and why.
type WithdrawProposalInput struct {
	ent.Order
	ProposalID ident.Proposal
	Reason     *string
}

// WithdrawProposalPayload names the proposal.
type WithdrawProposalPayload struct {
	fault.Outcome
	ProposalID ident.ID
}

// WithdrawProposal takes a proposal back before it stands on an agenda.
func (d *Do) WithdrawProposal(ctx context.Context, in WithdrawProposalInput) (*WithdrawProposalPayload, error) {
	return work(ctx, d, "withdrawProposal", in, in.do)
}

func (in WithdrawProposalInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[WithdrawProposalPayload], error) {
	p, err := need(ctx, lockedProposal(tx, ent.Update), in.ProposalID.ID, "proposalId")
	if err != nil {
		return nil, err
	}
	subject, err := power.OfProposer(ctx, tx.Client, tx.Today, p)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "withdrawProposal", p.ID, subject)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Proposal.Next("withdrawProposal", p.Status)
	if err := refuse(wrong, given("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	if in.Reason != nil {
		tx.Seal("reason", *in.Reason)
	}
	if err := stopped(ctx, tx, "withdrawProposal", p.ID); err != nil {
		return nil, err
	}
	err = tx.Proposal.UpdateOneID(p.ID).SetStatus(status).SetNillableReason(in.Reason).Exec(ctx)
	return ent.Did(WithdrawProposalPayload{ProposalID: p.ID}, grant, p.ID, p.CommunityID, map[string]any{
		"status": status,
	}), err
}
