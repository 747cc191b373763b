package poll

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/verdict"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// Judgment is a verdict with the instant for which it was given.
type Judgment struct {
	tally.Verdict
	At time.Time
	// Fresh: it differs from what is stored, because a deadline has passed
	// since.
	Fresh bool
	// Raised are the flags that were raised before the count.
	Raised []schema.VerdictFlag
	// Recount is what the second counter came to; nil where nothing was counted.
	Recount *schema.RecountResult
}

// Standing is how the vote stands judged at the instant: as stored last, or
// judged anew where absent parties had time to answer and that time is over.
// It reports false if the vote was never judged.
func Standing(ctx context.Context, c *db.Client, v *db.Vote, at time.Time) (Judgment, bool, error) {
	row, err := last(ctx, c, v.ID)
	if db.IsNotFound(err) {
		return Judgment{}, false, nil
	}
	if err != nil {
		return Judgment{}, false, err
	}
	j := Judgment{At: row.JudgedAt, Recount: row.Recount}
	if err := json.Unmarshal(row.Document, &j.Verdict); err != nil {
		return j, false, fmt.Errorf("verdict %s: %w", row.ID, err)
	}
	j.Raised = raised(j.Flags)
	deadline := j.ConsentDeadline
	if j.Outcome != schema.VerdictOutcomePendingConsent || deadline.IsZero() || at.Before(deadline) {
		return j, true, nil
	}
	facts, err := Gather(ctx, c, v, deadline, j.Raised...)
	if err != nil {
		return j, false, err
	}
	anew, err := tally.Judge(facts.Rule, facts.Count)
	return Judgment{Verdict: anew, At: deadline.UTC(), Fresh: true, Raised: j.Raised, Recount: j.Recount}, true, err
}

// raised are those flags of a verdict that no count finds out again: that the
// vote was held under another rule than the one prescribed.
func raised(flags []schema.VerdictFlag) []schema.VerdictFlag {
	if slices.Contains(flags, schema.VerdictFlagRuleConflict) {
		return []schema.VerdictFlag{schema.VerdictFlagRuleConflict}
	}
	return nil
}

// last is the verdict that stands.
func last(ctx context.Context, c *db.Client, vote ident.ID) (*db.Verdict, error) {
	return c.Verdict.Query().Where(verdict.VoteID(vote)).Order(db.Desc(verdict.FieldID)).First(ctx)
}
