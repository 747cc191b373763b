package graph

import (
	"sifang/ent"
	"sifang/ent/command"
)

// Resolver answers questions from the store and passes verbs to Do.
type Resolver struct {
	Store *ent.Store
	Do    *command.Do
}
