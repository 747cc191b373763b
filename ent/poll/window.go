package poll

import (
	"context"
	"slices"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// TimeIsUp reports whether the announced close of a vote is over, whether that is
// written down or not. What comes in at that very instant is in time.
func TimeIsUp(v *db.Vote, now time.Time) bool { return v.ClosesAt != nil && now.After(*v.ClosesAt) }

// CloseDue reports whether the announced close of a vote has come, so that it may
// be written down.
func CloseDue(v *db.Vote, now time.Time) bool { return v.ClosesAt != nil && !now.Before(*v.ClosesAt) }

// BeforeOpening refuses to open a vote before the time that was announced
// (OPENS_LATER). What was only planned binds nobody.
func BeforeOpening(v *db.Vote, now time.Time) *fault.Fault {
	if v.Status != schema.VoteStatusNoticed || v.OpensAt == nil || !now.Before(*v.OpensAt) {
		return nil
	}
	return fault.New(fault.OpensLater, "opensAt", *v.OpensAt)
}

// BeforeClose refuses to close an open vote before the time that was announced
// (CLOSES_LATER), unless nothing can happen in it any more.
func BeforeClose(ctx context.Context, c *db.Client, v *db.Vote, now time.Time) (*fault.Fault, error) {
	if v.Status != schema.VoteStatusOpen || v.ClosesAt == nil || CloseDue(v, now) {
		return nil, nil
	}
	over, err := exhausted(ctx, c, v)
	if err != nil || over {
		return nil, err
	}
	return fault.New(fault.ClosesLater, "closesAt", *v.ClosesAt), nil
}

// exhausted reports whether every place on the roll has voted, and none of these
// ballots can be changed or superseded by another one.
func exhausted(ctx context.Context, c *db.Client, v *db.Vote) (bool, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil || v.RollID == nil || v.Method != schema.VoteMethodNamed || changeable(pinned.Policies) {
		return false, err
	}
	entries, err := c.RollEntry.Query().Where(rollentry.RollID(*v.RollID),
		rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false))).WithDelegates().All(ctx)
	if err != nil {
		return false, err
	}
	ballots, err := c.Ballot.Query().Where(ballot.VoteID(v.ID), ballot.StatusEQ(schema.BallotStatusValid)).All(ctx)
	if err != nil {
		return false, err
	}
	counts := make(map[ident.ID]*db.Ballot, len(ballots))
	for _, b := range ballots {
		counts[b.EntryID] = b
	}
	silent := slices.ContainsFunc(entries, func(e *db.RollEntry) bool {
		b := counts[e.ID]
		return b == nil || b.AgentID != nil || !b.Settled && e.PartyID == nil && len(Voters(e)) > 1
	})
	return !silent, nil
}

// changeable reports whether a ballot that was cast may still be replaced by one
// of the same voter.
func changeable(p rule.Policies) bool {
	return p.Recast == rule.UntilClose || p.ChannelPrecedence == rule.OnlinePrevails || p.ChannelPrecedence == rule.PaperPrevails
}
