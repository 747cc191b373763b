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
	// Recount is what the second counter came to; nil where it was not asked, as
	// about a fresh verdict.
	Recount *schema.RecountResult
}

// Standing is how the vote stands judged at the instant: as stored last, or
// judged anew where absent parties had time to answer and that time is over.
// It reports false if the vote was never judged.
func Standing(ctx context.Context, c *db.Client, v *db.Vote, at time.Time) (Judgment, bool, error) {
	all, err := Standings(ctx, c, at, v)
	judged, ok := all[v.ID]
	return judged, ok, err
}

// Standings are those of several votes, by vote. One that was never judged has
// none. Each that is judged anew is gathered by itself: soon somebody writes
// that down, so there are few.
func Standings(ctx context.Context, c *db.Client, at time.Time, votes ...*db.Vote) (map[ident.ID]Judgment, error) {
	all, err := stored(ctx, c, votes)
	if err != nil {
		return nil, err
	}
	for _, v := range votes {
		j, ok := all[v.ID]
		deadline := j.ConsentDeadline
		if !ok || j.Outcome != schema.VerdictOutcomePendingConsent || deadline.IsZero() || at.Before(deadline) {
			continue
		}
		facts, err := Gather(ctx, c, v, deadline, j.Raised...)
		if err != nil {
			return nil, err
		}
		anew, err := tally.Judge(facts.Rule, facts.Count)
		if err != nil {
			return nil, err
		}
		all[v.ID] = Judgment{Verdict: anew, At: deadline.UTC(), Fresh: true, Raised: j.Raised}
	}
	return all, nil
}

// stored are the verdicts that stand: of each vote the last.
func stored(ctx context.Context, c *db.Client, votes []*db.Vote) (map[ident.ID]Judgment, error) {
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
	}
	rows, err := c.Verdict.Query().Where(verdict.VoteIDIn(ids...)).Order(db.Asc(verdict.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	last := make(map[ident.ID]*db.Verdict, len(votes))
	for _, row := range rows {
		last[row.VoteID] = row
	}
	all := make(map[ident.ID]Judgment, len(last))
	for id, row := range last {
		j := Judgment{At: row.JudgedAt, Recount: row.Recount}
		if err := json.Unmarshal(row.Document, &j.Verdict); err != nil {
			return nil, fmt.Errorf("verdict %s: %w", row.ID, err)
		}
		j.Raised = raised(j.Flags)
		all[id] = j
	}
	return all, nil
}

// raised are those flags of a verdict that no count finds out again: that the
// vote was held under another rule than the one prescribed.
func raised(flags []schema.VerdictFlag) []schema.VerdictFlag {
	if slices.Contains(flags, schema.VerdictFlagRuleConflict) {
		return []schema.VerdictFlag{schema.VerdictFlagRuleConflict}
	}
	return nil
}
