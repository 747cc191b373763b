package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/poll"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CorrectVoteInput is a vote with the question as it is to be.
type CorrectVoteInput struct {
	ent.Order
	VoteID          ident.Vote
	ExpectedVersion int
	Question        string
}

// CorrectVotePayload names the vote.
type CorrectVotePayload struct {
	fault.Outcome
	VoteID ident.ID
}

// CorrectVote edits the question of a vote that was not announced yet. The rule
// stays as pinned: who wants another one drafts another vote.
func (d *Do) CorrectVote(ctx context.Context, in CorrectVoteInput) (*CorrectVotePayload, error) {
	return work(ctx, d, "correctVote", in, in.do)
}

func (in CorrectVoteInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CorrectVotePayload], error) {
	p, grant, err := voted(ctx, tx, "correctVote", in.VoteID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	if err := refuse(at(poll.Correctable(p.vote), "voteId"), unchanged(in.ExpectedVersion, p.vote.Version),
		text("question", in.Question, questionLimit)); err != nil {
		return nil, err
	}
	err = tx.Vote.UpdateOneID(p.vote.ID).SetQuestion(in.Question).Exec(ctx)
	return ent.Did(CorrectVotePayload{VoteID: p.vote.ID}, grant, p.vote.ID, p.vote.CommunityID, map[string]any{
		"version": p.vote.Version + 1, "question": digest([]byte(in.Question)),
	}), err
}
