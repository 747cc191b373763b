package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/ident"
	"sifang/schema/recount"
)

// Hold reads votes that ballots are cast into, and keeps them from being closed.
type Hold func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error)

// HeldVotes is how it is done.
func HeldVotes(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error) {
	return heldVotes(ctx, tx, votes)
}

// NewHolding binds the verbs to a store, with another way to keep votes from
// being closed while ballots are cast into them, or with none.
func NewHolding(store *ent.Store, hold Hold) *Do {
	return &Do{store: store, papers: ent.NewBatcher(store, "castBallots", casting{hold: hold}.do), second: again}
}

// NewMiscounting binds the verbs to a store, with a second counter that always
// comes to something else.
func NewMiscounting(store *ent.Store) *Do {
	d := New(store)
	d.second = func(recount.Document) ([]recount.Difference, error) {
		return []recount.Difference{{Place: "outcome", Verdict: "ADOPTED", Recount: "REJECTED"}}, nil
	}
	return d
}
