package poll

import (
	"context"
	"encoding/json"
	"fmt"
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
// none.
func Standings(ctx context.Context, c *db.Client, at time.Time, votes ...*db.Vote) (map[ident.ID]Judgment, error) {
	all, err := stored(ctx, c, votes)
	if err != nil {
		return nil, err
	}
	var over []occasion
	for _, v := range votes {
		j, ok := all[v.ID]
		deadline := j.ConsentDeadline
		if ok && j.Outcome == schema.VerdictOutcomePendingConsent && !deadline.IsZero() && !at.Before(deadline) {
			over = append(over, occasion{v, deadline, j.Flags})
		}
	}
	if len(over) == 0 {
		return all, nil
	}
	facts, err := gather(ctx, c, over)
	if err != nil {
		return nil, err
	}
	for i, one := range over {
		anew, err := tally.Judge(facts[i].Rule, facts[i].Count)
		if err != nil {
			return nil, err
		}
		all[one.vote.ID] = Judgment{Verdict: anew, At: one.at.UTC(), Fresh: true}
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
		j := Judgment{At: row.JudgedAt}
		if err := json.Unmarshal(row.Document, &j.Verdict); err != nil {
			return nil, fmt.Errorf("verdict %s: %w", row.ID, err)
		}
		all[id] = j
	}
	return all, nil
}
