package poll

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/objection"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// Unsettled lists why the result of a vote that was counted cannot be final on
// the day: PRELIMINARY_NEEDED, OBJECTIONS_PENDING, OBJECTIONS_UNANSWERED.
func Unsettled(ctx context.Context, c *db.Client, v *db.Vote, today day.Date) (fault.Faults, error) {
	all, err := UnsettledOf(ctx, c, today, v)
	return all[v.ID], err
}

// UnsettledOf is Unsettled for several votes at once, by vote.
func UnsettledOf(ctx context.Context, c *db.Client, today day.Date, votes ...*db.Vote) (map[ident.ID]fault.Faults, error) {
	waiting, err := unanswered(ctx, c, votes)
	if err != nil {
		return nil, err
	}
	all := make(map[ident.ID]fault.Faults, len(votes))
	for _, v := range votes {
		pinned, err := rule.Parse(v.Rule)
		if err != nil {
			return nil, err
		}
		r := Result(v)
		r.Unanswered = waiting[v.ID]
		all[v.ID] = r.Open(pinned.Window, today)
	}
	return all, nil
}

// Result is how far the result of a vote is, but for its objections.
func Result(v *db.Vote) window.Result {
	r := window.Result{Status: v.Status}
	if v.ObjectionsUntil != nil {
		r.Until = *v.ObjectionsUntil
	}
	return r
}

// unanswered counts the objections that bear on each vote and wait for an answer:
// to its result, to its roll, to a candidate. That of an absent party, in time,
// waits for none: it counts by itself.
func unanswered(ctx context.Context, c *db.Client, votes []*db.Vote) (map[ident.ID]int, error) {
	ids, rolls := make([]ident.ID, len(votes)), make([]ident.ID, 0, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
		if v.RollID != nil {
			rolls = append(rolls, *v.RollID)
		}
	}
	rows, err := c.Objection.Query().Where(objection.StatusEQ(schema.ObjectionStatusFiled), objection.Or(
		objection.VoteIDIn(ids...), objection.RollIDIn(rolls...), objection.HasCandidateWith(candidate.VoteIDIn(ids...)),
	)).WithCandidate().All(ctx)
	waiting := make(map[ident.ID]int, len(votes))
	for _, row := range rows {
		for _, v := range votes {
			if bears(row, v) {
				waiting[v.ID]++
			}
		}
	}
	return waiting, err
}

// bears reports whether an objection that was read with its candidate bears on a
// vote.
func bears(o *db.Objection, v *db.Vote) bool {
	return o.VoteID != nil && *o.VoteID == v.ID ||
		o.RollID != nil && v.RollID != nil && *o.RollID == *v.RollID ||
		o.Edges.Candidate != nil && o.Edges.Candidate.VoteID == v.ID
}

// AnswersUntil is the instant until which absent parties may answer a vote that
// was closed; zero if its rule gives them no time.
func AnswersUntil(ctx context.Context, c *db.Client, v *db.Vote) (time.Time, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return time.Time{}, err
	}
	given, err := consent(ctx, c, pinned, v, time.Time{})
	return given.Deadline, err
}
