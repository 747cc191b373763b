package command

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/recount"
	"sifang/schema/tally"
)

// counter counts the file of a vote again, and lists where it comes to
// something else than the verdict in it.
type counter func(recount.Document) ([]recount.Difference, error)

// again is the second counter, which shares nothing with the first one.
func again(d recount.Document) ([]recount.Difference, error) {
	found, err := recount.Count(d)
	if err != nil {
		return nil, err
	}
	return recount.Compare(d, found)
}

// judgment is a verdict with what the second counter says to it.
type judgment struct {
	tally.Verdict
	at          time.Time
	recount     schema.RecountResult
	differences []string
}

// judge counts a vote twice, in two ways that share no code. A verdict on which
// they differ is kept, and stops whatever would rest on it. Where only the second
// one cannot count, the service fails: no user has done anything wrong.
func (second counter) judge(v *db.Vote, facts poll.Facts, at time.Time) (judgment, error) {
	j := judgment{at: at, recount: schema.RecountResultAgrees}
	var err error
	if j.Verdict, err = tally.Judge(facts.Rule, facts.Count); err != nil {
		return j, err
	}
	document, err := facts.Document(v, j.Verdict)
	if err != nil {
		return j, err
	}
	found, err := second(document)
	if err != nil {
		return j, fmt.Errorf("vote %s cannot be recounted: %v", v.ID, err)
	}
	for _, one := range found {
		j.recount = schema.RecountResultDiffers
		j.differences = append(j.differences, one.Place+": "+one.Verdict+" / "+one.Recount)
	}
	return j, nil
}

// rejudge judges a vote anew that was counted before, because something was
// settled since, and answers what the record tells of it. A verdict that says the
// same is not written twice, and nothing is told of it.
func (second counter) rejudge(ctx context.Context, tx *ent.Tx, v *db.Vote) (map[string]any, error) {
	before, counted, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	if err != nil || !counted {
		return nil, err
	}
	afterVerdict(tx, before)
	facts, err := poll.Gather(ctx, tx.Client, v, tx.Now, before.Raised...)
	if err != nil {
		return nil, err
	}
	j, err := second.judge(v, facts, tx.Now)
	if err != nil {
		return nil, err
	}
	if same, err := j.repeats(before); same || err != nil {
		return nil, err
	}
	_, told, err := j.write(ctx, tx, v)
	return told, err
}

// renew judges a vote anew that is closed already, because what it rests on has
// changed, and adds to the facts what the record tells of that.
func (second counter) renew(ctx context.Context, tx *ent.Tx, v *db.Vote, facts map[string]any) error {
	if v.Status != schema.VoteStatusClosed {
		return nil
	}
	told, err := second.rejudge(ctx, tx, v)
	maps.Copy(facts, told)
	return err
}

// afterVerdict moves the time of the verb behind the verdict before: the last
// one stands, and identifiers, which tell milliseconds, tell which one that is.
func afterVerdict(tx *ent.Tx, before poll.Judgment) { tx.CatchUp(before.At.Add(time.Millisecond)) }

// repeats reports whether the judgment says what was said before. One on which
// the two counters differ is always said.
func (j judgment) repeats(before poll.Judgment) (bool, error) {
	if before.Fresh || before.Recount == nil || *before.Recount != j.recount || len(j.differences) > 0 {
		return false, nil
	}
	was, err := json.Marshal(before.Verdict)
	if err != nil {
		return false, err
	}
	is, err := json.Marshal(j.Verdict)
	return bytes.Equal(was, is), err
}

// write writes how a vote was judged, and answers what the record tells of it:
// the counts, and the fingerprint of the verdict.
func (j judgment) write(ctx context.Context, tx *ent.Tx, v *db.Vote) (ident.ID, map[string]any, error) {
	document, err := json.Marshal(j.Verdict)
	if err != nil {
		return ident.Nil, nil, err
	}
	create := tx.Verdict.Create().SetNillableCommunityID(v.CommunityID).SetVoteID(v.ID).
		SetOutcome(j.Outcome).SetDocument(document).SetJudgedAt(j.at).SetDifferences(j.differences)
	if j.recount != "" {
		create.SetRecount(j.recount)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return ident.Nil, nil, err
	}
	return row.ID, map[string]any{
		"verdict": row.ID, "outcome": j.Outcome, "judgedAt": j.at.UTC(), "document": digest(document), "recount": j.recount,
		"for": j.Options.For.Entries, "against": j.Options.Against.Entries,
		"abstain": j.Options.Abstain.Entries, "notCast": j.Options.NotCast.Entries,
	}, nil
}

// standing is how the vote, which is locked, stands judged now. What a deadline
// changed since is counted twice, like any verdict, and written down: time
// passes by itself, but only a verb writes. It refuses with RECOUNT_DIFFERS a
// verdict on which the two counters differ.
func (second counter) standing(ctx context.Context, tx *ent.Tx, v *db.Vote) (poll.Judgment, map[string]any, error) {
	judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	switch {
	case err != nil:
		return judged, nil, err
	case !ok:
		return judged, nil, fault.New(fault.NotFound, "kind", ident.KindVerdict)
	case !judged.Fresh:
		return judged, map[string]any{"outcome": judged.Outcome}, refuse(at(doubtful(judged), "voteId"))
	}
	facts, err := poll.Gather(ctx, tx.Client, v, judged.At, judged.Raised...)
	if err != nil {
		return judged, nil, err
	}
	j, err := second.judge(v, facts, judged.At)
	if err != nil {
		return judged, nil, err
	}
	judged.Verdict, judged.Recount = j.Verdict, &j.recount
	if err := refuse(at(doubtful(judged), "voteId")); err != nil {
		return judged, nil, err
	}
	_, told, err := j.write(ctx, tx, v)
	return judged, told, err
}
