package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
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
	if err := refuse(in.draft(p.vote.Status), unchanged(in.ExpectedVersion, p.vote.Version),
		text("question", in.Question, questionLimit)); err != nil {
		return nil, err
	}
	err = tx.Vote.UpdateOneID(p.vote.ID).SetQuestion(in.Question).Exec(ctx)
	return ent.Did(CorrectVotePayload{VoteID: p.vote.ID}, grant, p.vote.ID, p.vote.CommunityID, map[string]any{
		"version": p.vote.Version + 1, "question": digest([]byte(in.Question)),
	}), err
}

// draft refuses to edit what others may have read already.
func (CorrectVoteInput) draft(status schema.VoteStatus) *fault.Fault {
	if status == schema.VoteStatusDraft {
		return nil
	}
	return fault.New(fault.WrongState, "verb", "correctVote", "state", status, "allowed", schema.VoteStatusDraft).At("voteId")
}
