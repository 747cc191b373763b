package poll

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/objection"
	"sifang/schema"
	"sifang/schema/ident"
)

// Objections are how many bear on a vote, and how many of them wait for an answer.
type Objections struct{ Filed, Unanswered int }

// ObjectionsTo counts those that bear on each vote: to its result, its roll, its
// candidates. Those that were withdrawn are none.
func ObjectionsTo(ctx context.Context, c *db.Client, votes ...*db.Vote) (map[ident.ID]Objections, error) {
	ids, rolls := make([]ident.ID, len(votes)), make([]ident.ID, 0, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
		if v.RollID != nil {
			rolls = append(rolls, *v.RollID)
		}
	}
	rows, err := c.Objection.Query().Where(objection.StatusNEQ(schema.ObjectionStatusWithdrawn), objection.Or(
		objection.VoteIDIn(ids...), objection.RollIDIn(rolls...), objection.HasCandidateWith(candidate.VoteIDIn(ids...)),
	)).WithCandidate().All(ctx)
	all := make(map[ident.ID]Objections, len(votes))
	for _, row := range rows {
		for _, v := range votes {
			if !bears(row, v) {
				continue
			}
			n := all[v.ID]
			n.Filed++
			if row.Status == schema.ObjectionStatusFiled && row.PartyID == nil {
				n.Unanswered++
			}
			all[v.ID] = n
		}
	}
	return all, err
}
