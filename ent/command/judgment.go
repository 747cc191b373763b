package command

import (
	"context"
	"encoding/json"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// writeVerdict writes how a vote was judged, and answers what the record tells
// of it: the counts, and the fingerprint of the verdict.
func writeVerdict(ctx context.Context, tx *ent.Tx, v *db.Vote, judged tally.Verdict, at time.Time) (ident.ID, map[string]any, error) {
	document, err := json.Marshal(judged)
	if err != nil {
		return ident.Nil, nil, err
	}
	row, err := tx.Verdict.Create().SetNillableCommunityID(v.CommunityID).SetVoteID(v.ID).
		SetOutcome(judged.Outcome).SetDocument(document).SetJudgedAt(at).Save(ctx)
	if err != nil {
		return ident.Nil, nil, err
	}
	return row.ID, map[string]any{
		"verdict": row.ID, "outcome": judged.Outcome, "judgedAt": at.UTC(), "document": digest(document),
		"for": judged.Options.For.Entries, "against": judged.Options.Against.Entries,
		"abstain": judged.Options.Abstain.Entries, "notCast": judged.Options.NotCast.Entries,
	}, nil
}

// standing is how the vote, which is locked, stands judged now. What a deadline
// changed since is written down: time passes by itself, but only a verb
// writes.
func standing(ctx context.Context, tx *ent.Tx, v *db.Vote) (poll.Judgment, map[string]any, error) {
	judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	if err != nil {
		return judged, nil, err
	}
	if !ok {
		return judged, nil, fault.New(fault.NotFound, "kind", ident.KindVerdict)
	}
	facts := map[string]any{"outcome": judged.Outcome}
	if judged.Fresh {
		_, facts, err = writeVerdict(ctx, tx, v, judged.Verdict, judged.At)
	}
	return judged, facts, err
}
