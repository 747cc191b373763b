package poll

import (
	"encoding/json"

	"sifang/ent/db"
	"sifang/schema/recount"
	"sifang/schema/tally"
)

// Document is the file of a vote: everything its verdict depends on, and the
// verdict. Whoever has it can count again without this service.
func (f Facts) Document(v *db.Vote, judged tally.Verdict) (recount.Document, error) {
	d := recount.Document{
		Format: recount.Format, RollHash: f.RollHash,
		Vote: recount.Vote{ID: v.ID.String(), Question: v.Question, Kind: v.Kind, Method: v.Method},
	}
	if v.OpenedAt != nil {
		d.Vote.Opened = v.OpenedAt.UTC()
	}
	if v.ClosedAt != nil {
		d.Vote.Closed = v.ClosedAt.UTC()
	}
	var err error
	if d.Rule, err = f.Rule.Print(); err != nil {
		return d, err
	}
	if d.Count, err = json.Marshal(f.Count); err != nil {
		return d, err
	}
	d.Verdict, err = json.Marshal(judged)
	return d, err
}
