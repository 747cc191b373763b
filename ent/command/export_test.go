package command

import (
	"entgo.io/ent/dialect/sql"

	"sifang/ent"
)

// NewHolding binds the verbs to a store, with another way to keep votes from
// being closed while ballots are cast into them, or with none.
func NewHolding(store *ent.Store, hold func(*sql.Selector)) *Do {
	return &Do{store: store, papers: ent.NewBatcher(store, "castBallots", casting{hold: hold}.do)}
}
