package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/notice"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// ExtendVoteInput is a later close of a vote, why, and where that is posted.
type ExtendVoteInput struct {
	ent.Order
	VoteID   ident.Vote
	ClosesAt time.Time
	Reason   string
	Place    string
}

// ExtendVotePayload names the vote, and the posting of its new close.
type ExtendVotePayload struct {
	fault.Outcome
	VoteID        ident.ID
	PublicationID ident.ID
}

// ExtendVote puts the close of an open vote off, before it comes and by a
// posting. The roll and the ballots stay as they are.
func (d *Do) ExtendVote(ctx context.Context, in ExtendVoteInput) (*ExtendVotePayload, error) {
	return work(ctx, d, "extendVote", in, in.do)
}

func (in ExtendVoteInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ExtendVotePayload], error) {
	proposal, err := votedOn(ctx, tx, in.VoteID)
	if err != nil {
		return nil, err
	}
	p, grant, err := voted(ctx, tx, "extendVote", in.VoteID, ent.Share, ent.Update)
	if err != nil {
		return nil, err
	}
	faults, err := in.unlawful(tx, p.vote)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(faults, text("reason", in.Reason, reasonLimit), unposted(in.Place))...); err != nil {
		return nil, err
	}
	before, times := *p.vote.ClosesAt, p.vote.Extensions+1
	if err := tx.Vote.UpdateOneID(p.vote.ID).SetClosesAt(in.ClosesAt).SetExtensions(times).Exec(ctx); err != nil {
		return nil, err
	}
	posting, err := in.post(ctx, tx, p.vote, before)
	if err != nil {
		return nil, err
	}
	if err := p.onProposal(proposal).show(ctx, tx); err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(ExtendVotePayload{VoteID: p.vote.ID, PublicationID: posting.ID}, grant, p.vote.ID, p.vote.CommunityID, map[string]any{
		"closesAt": in.ClosesAt.UTC(), "before": before.UTC(), "extensions": times, "publication": posting.ID,
	}), nil
}

// unlawful lists why the close cannot be put off: WRONG_STATE,
// NO_TIME_ANNOUNCED, TIME_IS_UP, NOT_LATER, EXTENSION_LIMIT and WINDOW_TOO_LONG.
func (in ExtendVoteInput) unlawful(tx *ent.Tx, v *db.Vote) ([]*fault.Fault, error) {
	if _, wrong := nextOf("extendVote", v); wrong != nil {
		return []*fault.Fault{wrong}, nil
	}
	if v.ClosesAt == nil {
		return []*fault.Fault{fault.New(fault.NoTimeAnnounced).At("voteId")}, nil
	}
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	longer := window.Extension{
		Window: window.Window{Opens: *v.OpenedAt, Closes: *v.ClosesAt}, Used: v.Extensions, To: in.ClosesAt, Now: tx.Now,
	}
	faults := longer.Unlawful(pinned.Window)
	for _, one := range faults {
		one.At("closesAt")
	}
	return faults, nil
}

// post posts the new close until it comes.
func (in ExtendVoteInput) post(ctx context.Context, tx *ent.Tx, v *db.Vote, before time.Time) (*db.Publication, error) {
	until := day.Of(in.ClosesAt)
	said := notice.Extension{Question: v.Question, From: before, To: in.ClosesAt, Reason: in.Reason, Posted: tx.Today}
	return tx.Publication.Create().SetNillableCommunityID(v.CommunityID).SetKind(schema.PublicationKindAmendedNotice).
		SetPlace(in.Place).SetText(said.Text()).SetPostedAt(tx.Now).SetMinimumDays(tx.Today.DaysUntil(until)).SetUntil(until).
		SetVoteID(v.ID).SetNillablePostedByID(by(tx)).Save(ctx)
}
