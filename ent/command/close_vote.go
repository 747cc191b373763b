package command

import (
	"bytes"
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// CloseVoteInput is a vote to be closed.
type CloseVoteInput struct {
	ent.Order
	VoteID ident.Vote
}

// CloseVotePayload names the vote, and its verdict.
type CloseVotePayload struct {
	fault.Outcome
	VoteID    ident.ID
	VerdictID ident.ID
}

// CloseVote ends a vote and judges it. It waits for ballots that are being
// cast; every ballot is either counted, or refused because the vote is closed.
func (d *Do) CloseVote(ctx context.Context, in CloseVoteInput) (*CloseVotePayload, error) {
	return work(ctx, d, "closeVote", in, closing{in, d.second}.do)
}

// closing is the end of a vote, with the counter that checks the first one.
type closing struct {
	CloseVoteInput
	second counter
}

func (in closing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CloseVotePayload], error) {
	p, grant, err := voted(ctx, tx, "closeVote", in.VoteID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	aside, err := presides(ctx, tx, p.item.ID, "voteId")
	if err != nil {
		return nil, err
	}
	status, wrong := nextOf("closeVote", p.vote)
	if err := refuse(wrong, aside); err != nil {
		return nil, err
	}
	early, err := p.early(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err := refuse(early); err != nil {
		return nil, err
	}
	if err := afterTheLast(ctx, tx, p.vote); err != nil {
		return nil, err
	}
	conflicting, err := p.conflicts(ctx, tx)
	if err != nil {
		return nil, err
	}
	closed, at := *p.vote, cutOff(p.vote, tx.Now)
	closed.Status, closed.ClosedAt = status, &at
	facts, err := poll.Gather(ctx, tx.Client, &closed, tx.Now, conflicting...)
	if err != nil {
		return nil, err
	}
	judged, err := in.second.judge(&closed, facts, tx.Now)
	if err != nil {
		return nil, err
	}
	verdict, told, err := judged.write(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	err = tx.Vote.UpdateOneID(p.vote.ID).SetStatus(status).SetClosedAt(at).Exec(ctx)
	return ent.Did(CloseVotePayload{VoteID: p.vote.ID, VerdictID: verdict}, grant, p.vote.ID, p.vote.CommunityID, told), err
}

// cutOff is the instant at which a vote ended: the one announced, if it has
// come, however much later that is written down.
func cutOff(v *db.Vote, now time.Time) time.Time {
	if v.ClosesAt != nil && v.ClosesAt.Before(now) {
		return *v.ClosesAt
	}
	return now
}

// afterTheLast moves the time of the verb behind the last ballot, so that the
// record of the close comes after those of all ballots that it counts.
func afterTheLast(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	last, err := tx.Ballot.Query().Where(ballot.VoteID(v.ID)).Order(db.Desc(ballot.FieldCastAt)).First(ctx)
	switch {
	case db.IsNotFound(err):
		tx.CatchUp(*v.OpenedAt)
	case err != nil:
		return err
	default:
		// Identifiers tell milliseconds, and the record is in their order.
		tx.CatchUp(last.CastAt.Add(time.Millisecond))
	}
	return nil
}

// conflicts raises RULE_CONFLICT if the vote was held under another rule than
// the one prescribed for the matter on the day it was opened, or under that rule
// with other bylaws laid over it. That one article of law has both rules, as it
// has an election and its run-off, is no conflict.
func (p polled) conflicts(ctx context.Context, tx *ent.Tx) ([]schema.VerdictFlag, error) {
	matter, err := p.matter(ctx, tx)
	if err != nil {
		return nil, err
	}
	prescribed, ok, err := poll.Prescribed(ctx, tx.Client, p.meeting, matter, day.Of(*p.vote.OpenedAt))
	if err != nil || !ok {
		return nil, err
	}
	pinned, err := rule.Parse(p.vote.Rule)
	if err != nil {
		return nil, err
	}
	lawful := rule.Alternative(prescribed, pinned)
	if pinned.Code == prescribed.Code && pinned.Version == prescribed.Version {
		lawful, err = saysTheSame(prescribed, pinned)
	}
	if err != nil || lawful {
		return nil, err
	}
	return []schema.VerdictFlag{schema.VerdictFlagRuleConflict}, nil
}

// saysTheSame reports whether two rules say the same, in whichever edition of the
// bylaws that stands.
func saysTheSame(one, other rule.Rule) (bool, error) {
	one.Laid, other.Laid = nil, nil
	one.Conflicts, other.Conflicts = nil, nil
	first, err := one.Print()
	if err != nil {
		return false, err
	}
	second, err := other.Print()
	return bytes.Equal(first, second), err
}
