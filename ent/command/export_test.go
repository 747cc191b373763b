package command

import (
	"bytes"
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
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

// NewUncounting binds the verbs to a store, with a second counter that refuses
// every file.
func NewUncounting(store *ent.Store) *Do {
	d := New(store)
	d.second = func(recount.Document) ([]recount.Difference, error) {
		return nil, fault.New(fault.RecountUnreadable, "offset", 0)
	}
	return d
}

// NewMiscounting binds the verbs to a store, with a second counter that has a
// fault: it reads the first ballot in favour as one against.
func NewMiscounting(store *ent.Store) *Do {
	d := New(store)
	d.second = func(file recount.Document) ([]recount.Difference, error) {
		misread := file
		misread.Count = bytes.Replace(file.Count, []byte(`"FOR"`), []byte(`"AGAINST"`), 1)
		found, err := recount.Count(misread)
		if err != nil {
			return nil, err
		}
		return recount.Compare(file, found)
	}
	return d
}
