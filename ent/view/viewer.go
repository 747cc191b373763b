package view

import (
	"context"

	"sifang/ent"
	"sifang/schema/ident"
)

// Viewer is whoever asks.
type Viewer struct {
	// PersonID is nil for the operator.
	PersonID *ident.ID
	Operator bool
}

// Whoever tells who asks; nil for a visitor.
func Whoever(ctx context.Context) *Viewer {
	v := ent.ViewerFrom(ctx)
	switch {
	case !v.Person.IsZero():
		return &Viewer{PersonID: &v.Person, Operator: v.Operator}
	case v.Operator:
		return &Viewer{Operator: true}
	default:
		return nil
	}
}
