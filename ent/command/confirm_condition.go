package command

import (
	"context"
	"slices"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// ConfirmConditionInput is a condition of the rule of a vote, how it came to be
// fulfilled, and the document that shows it, if there is one.
type ConfirmConditionInput struct {
	ent.Order
	VoteID     ident.Vote
	Code       string
	Statement  string
	DocumentID *ident.Document
}

// ConfirmConditionPayload names the vote.
type ConfirmConditionPayload struct {
	fault.Outcome
	VoteID ident.ID
}

// ConfirmCondition records that a condition is fulfilled which the rule of a vote
// states beside the count, such as that whoever is to be recalled was heard. A
// vote that is closed already is judged anew.
func (d *Do) ConfirmCondition(ctx context.Context, in ConfirmConditionInput) (*ConfirmConditionPayload, error) {
	return work(ctx, d, "confirmCondition", in, confirming{in, d.second}.do)
}

// confirming is a condition to be confirmed, with the counter that checks the
// verdict.
type confirming struct {
	ConfirmConditionInput
	second counter
}

func (in confirming) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmConditionPayload], error) {
	p, grant, err := voted(ctx, tx, "confirmCondition", in.VoteID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, p.vote.CommunityID)
	if err != nil {
		return nil, err
	}
	_, wrong := nextOf("confirmCondition", p.vote)
	unknown, err := in.unknown(p.vote)
	if err != nil {
		return nil, err
	}
	if err := refuse(wrong, unknown, text("statement", in.Statement, reasonLimit)); err != nil {
		return nil, err
	}
	if p.vote, err = tx.Vote.UpdateOne(p.vote).SetFulfilled(append(slices.Clone(p.vote.Fulfilled), in.Code)).Save(ctx); err != nil {
		return nil, err
	}
	tx.Seal("statement", in.Statement)
	facts := map[string]any{"condition": in.Code, "document": document}
	if err := in.second.renew(ctx, tx, p.vote, facts); err != nil {
		return nil, err
	}
	return ent.Did(ConfirmConditionPayload{VoteID: p.vote.ID}, grant, p.vote.ID, p.vote.CommunityID, facts), nil
}

// unknown refuses a code of no condition that is still to be confirmed, with
// UNKNOWN_CONDITION, and a vote that has none, with NOTHING_TO_CONFIRM.
func (in ConfirmConditionInput) unknown(v *db.Vote) (*fault.Fault, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	lacking, none := poll.Lacking(v, pinned)
	if none != nil {
		return none.At("voteId"), nil
	}
	if slices.Contains(lacking, in.Code) {
		return nil, nil
	}
	return fault.New(fault.UnknownCondition, "code", in.Code, "known", strings.Join(lacking, ", ")).At("code"), nil
}
