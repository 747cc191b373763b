package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// VoidVoteInput is a vote to be declared void, and why.
type VoidVoteInput struct {
	ent.Order
	VoteID ident.Vote
	Reason string
}

// VoidVotePayload names the vote, and the verdict that says so.
type VoidVotePayload struct {
	fault.Outcome
	VoteID    ident.ID
	VerdictID ident.ID
}

// VoidVote declares a vote void that is not final. Its ballots stay where they
// are and count for nothing. What is final only a court or an authority strikes
// down, and then it is the resolution that falls.
func (d *Do) VoidVote(ctx context.Context, in VoidVoteInput) (*VoidVotePayload, error) {
	return work(ctx, d, "voidVote", in, in.do)
}

func (in VoidVoteInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[VoidVotePayload], error) {
	p, grant, err := voted(ctx, tx, "voidVote", in.VoteID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	status, wrong := nextOf("voidVote", p.vote)
	issued, err := p.vote.QueryResolutions().Exist(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuse(wrong, settledBy(issued), text("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	if p.vote.Status == schema.VoteStatusOpen {
		if err := afterTheLast(ctx, tx, p.vote); err != nil {
			return nil, err
		}
	}
	judged, err := voided(ctx, tx, p.vote, rule.Text{Chinese: in.Reason, English: in.Reason})
	if err != nil {
		return nil, err
	}
	verdict, told, err := judgment{Verdict: judged, at: tx.Now}.write(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	update := tx.Vote.UpdateOneID(p.vote.ID).SetStatus(status)
	if p.vote.Status == schema.VoteStatusOpen {
		update.SetClosedAt(cutOff(p.vote, tx.Now))
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(VoidVotePayload{VoteID: p.vote.ID, VerdictID: verdict}, grant, p.vote.ID, p.vote.CommunityID, told), update.Exec(ctx)
}

// settledBy refuses to declare void what a resolution rests on.
func settledBy(issued bool) *fault.Fault {
	if !issued {
		return nil
	}
	return fault.New(fault.ResolutionIssued).At("voteId")
}

// voided is what was judged before, if anything was, now void for a reason.
func voided(ctx context.Context, tx *ent.Tx, v *db.Vote, because rule.Text) (tally.Verdict, error) {
	before, judged, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	if err != nil {
		return tally.Verdict{}, err
	}
	if judged {
		afterVerdict(tx, before)
	}
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return tally.Verdict{}, err
	}
	void := before.Verdict
	void.Rule = tally.Reference{Code: pinned.Code, Version: pinned.Version}
	void.Outcome = schema.VerdictOutcomeVoid
	void.Margins = tally.Margins{CanFail: true}
	void.Explanation = rule.Say(false, "表决结果：无效。", "Result: void.",
		rule.Say(false, "表决被宣布无效，理由："+because.Chinese, "The vote was declared void: "+because.English))
	return void, nil
}
