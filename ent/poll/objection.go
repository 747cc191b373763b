package poll

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/objection"
	"sifang/ent/db/predicate"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// Unsettled lists why the result of a vote that was counted cannot be final on
// the day: PRELIMINARY_NEEDED, OBJECTIONS_PENDING, OBJECTIONS_UNANSWERED.
func Unsettled(ctx context.Context, c *db.Client, v *db.Vote, today day.Date) (fault.Faults, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	r := Result(v)
	if r.Unanswered, err = unanswered(ctx, c, v); err != nil {
		return nil, err
	}
	return r.Open(pinned.Window, today), nil
}

// Result is how far the result of a vote is, but for its objections.
func Result(v *db.Vote) window.Result {
	r := window.Result{Status: v.Status}
	if v.ObjectionsUntil != nil {
		r.Until = *v.ObjectionsUntil
	}
	return r
}

// unanswered counts the objections that bear on a vote and wait for an answer:
// to its result, to its roll, to a candidate. That of an absent party, in time,
// waits for none: it counts by itself.
func unanswered(ctx context.Context, c *db.Client, v *db.Vote) (int, error) {
	about := []predicate.Objection{objection.VoteID(v.ID), objection.HasCandidateWith(candidate.VoteID(v.ID))}
	if v.RollID != nil {
		about = append(about, objection.RollID(*v.RollID))
	}
	return c.Objection.Query().Where(objection.Or(about...), objection.StatusEQ(schema.ObjectionStatusFiled)).Count(ctx)
}

// AnswersUntil is the instant until which absent parties may answer a vote that
// was closed; zero if its rule gives them no time.
func AnswersUntil(v *db.Vote) (time.Time, error) {
	pinned, err := rule.Parse(v.Rule)
	return consent(pinned, v, time.Time{}).Deadline, err
}
