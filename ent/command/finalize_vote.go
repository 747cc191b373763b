package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/vote"
	"sifang/ent/debate"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// FinalizeVoteInput is a vote whose result is to be final.
type FinalizeVoteInput struct {
	ent.Order
	VoteID ident.Vote
}

// FinalizeVotePayload names the vote.
type FinalizeVotePayload struct {
	fault.Outcome
	VoteID ident.ID
}

// FinalizeVote makes the result of a vote final. A motion that was rejected
// settles its item; one that recalls somebody, and was adopted, ends their post;
// one that was tied, or had no quorum, leaves it to be taken up again.
func (d *Do) FinalizeVote(ctx context.Context, in FinalizeVoteInput) (*FinalizeVotePayload, error) {
	return work(ctx, d, "finalizeVote", in, finalizing{in, d.second}.do)
}

// finalizing makes a result final, with the counter that checks a verdict that
// was not written down yet.
type finalizing struct {
	FinalizeVoteInput
	second counter
}

func (in finalizing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FinalizeVotePayload], error) {
	recalled, err := recalled(ctx, tx, in.VoteID)
	if err != nil {
		return nil, err
	}
	proposal, err := votedOn(ctx, tx, in.VoteID)
	if err != nil {
		return nil, err
	}
	p, grant, err := voted(ctx, tx, "finalizeVote", in.VoteID, ent.Share, ent.Update)
	if err != nil {
		return nil, err
	}
	status, wrong := nextOf("finalizeVote", p.vote)
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	if err := unsettled(ctx, tx, p.vote); err != nil {
		return nil, err
	}
	judged, told, err := in.second.standing(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	if judged.Outcome == schema.VerdictOutcomePendingConsent {
		return nil, fault.New(fault.ConsentPending, "until", judged.ConsentDeadline).At("voteId")
	}
	if err := decided(ctx, tx, p.vote, judged.Outcome); err != nil {
		return nil, err
	}
	if err := p.settleRejected(ctx, tx, proposal, judged); err != nil {
		return nil, err
	}
	if err := remove(ctx, tx, recalled, judged); err != nil {
		return nil, err
	}
	err = tx.Vote.UpdateOneID(p.vote.ID).SetStatus(status).Exec(ctx)
	return ent.Did(FinalizeVotePayload{VoteID: p.vote.ID}, grant, p.vote.ID, p.vote.CommunityID, told), err
}

// unsettled refuses to rest anything on a result that cannot be final yet, with
// PRELIMINARY_NEEDED, OBJECTIONS_PENDING and OBJECTIONS_UNANSWERED.
func unsettled(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	faults, err := poll.Unsettled(ctx, tx.Client, v, tx.Today)
	if err != nil {
		return err
	}
	for _, one := range faults {
		one.At("voteId")
	}
	return faults.Err()
}

// settleRejected settles the item and its proposal if the motion was rejected
// and nothing else on the item is open: no vote, and no other motion. What became
// of an amendment settles neither.
func (p polled) settleRejected(ctx context.Context, tx *ent.Tx, proposal *db.Proposal, judged poll.Judgment) error {
	if judged.Outcome != schema.VerdictOutcomeRejected {
		return nil
	}
	amends, err := debate.Amends(ctx, tx.Client, p.vote)
	if err != nil || amends {
		return err
	}
	open, err := p.others(ctx, tx)
	if err != nil || open {
		return err
	}
	if open, err = p.othersMoved(ctx, tx); err != nil || open {
		return err
	}
	disposition, settled := stage.AgendaItem.Next("finalizeVote", p.item.Disposition, stage.MotionRejected)
	if settled != nil {
		return nil // it was settled in another way meanwhile
	}
	if err := tx.AgendaItem.UpdateOneID(p.item.ID).SetDisposition(disposition).Exec(ctx); err != nil {
		return err
	}
	next, elsewhere := stage.Proposal.Next("finalizeVote", proposal.Status, stage.MotionRejected)
	if elsewhere != nil {
		return nil
	}
	return tx.Proposal.UpdateOneID(proposal.ID).SetStatus(next).Exec(ctx)
}

// others reports whether another vote on the item may still carry something:
// one that is not over, or one that adopted.
func (p polled) others(ctx context.Context, tx *ent.Tx) (bool, error) {
	rows, err := tx.Vote.Query().Where(vote.AgendaItemID(p.item.ID), vote.IDNEQ(p.vote.ID),
		vote.StatusNEQ(schema.VoteStatusVoid)).All(ctx)
	if err != nil {
		return false, err
	}
	for _, v := range rows {
		amends, err := debate.Amends(ctx, tx.Client, v)
		if err != nil {
			return false, err
		}
		if amends && v.Status == schema.VoteStatusFinal {
			continue
		}
		judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
		if err != nil {
			return false, err
		}
		if !ok || v.Status != schema.VoteStatusFinal || judged.Outcome == schema.VerdictOutcomeAdopted {
			return true, nil
		}
	}
	return false, nil
}
