package command

import (
	"cmp"
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// WithdrawCandidacyInput is the candidate who does not want to stand any more.
type WithdrawCandidacyInput struct {
	ent.Order
	CandidateID ident.Candidate
}

// WithdrawCandidacyPayload names the candidate.
type WithdrawCandidacyPayload struct {
	fault.Outcome
	CandidateID ident.ID
}

// WithdrawCandidacy takes a candidate off the paper who does not want to stand
// any more. Once the election is open, it is too late for that: whoever is
// elected may then decline.
func (d *Do) WithdrawCandidacy(ctx context.Context, in WithdrawCandidacyInput) (*WithdrawCandidacyPayload, error) {
	return work(ctx, d, "withdrawCandidacy", in, in.do)
}

func (in WithdrawCandidacyInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[WithdrawCandidacyPayload], error) {
	c, err := need(ctx, tx.Candidate.Get, in.CandidateID.ID, "candidateId")
	if err != nil {
		return nil, err
	}
	v, err := tx.Vote.Get(ctx, c.VoteID)
	if err != nil {
		return nil, err
	}
	e, grant, err := electing(ctx, tx, "withdrawCandidacy", c.ID, v, c.PersonID)
	if err != nil {
		return nil, err
	}
	// Now that the vote is locked, nobody else changes the candidate.
	if c, err = tx.Candidate.Get(ctx, c.ID); err != nil {
		return nil, err
	}
	_, late := stage.Vote.Next("withdrawCandidacy", e.vote.Status)
	status, wrong := stage.Candidate.Next("withdrawCandidacy", c.Status)
	if err := refuse(at(cmp.Or(late, wrong), "candidateId")); err != nil {
		return nil, err
	}
	err = tx.Candidate.UpdateOneID(c.ID).SetStatus(status).Exec(ctx)
	return ent.Did(WithdrawCandidacyPayload{CandidateID: c.ID}, grant, c.ID, c.CommunityID, map[string]any{
		"vote": e.vote.ID, "person": c.PersonID, "was": c.Status,
	}), err
}
