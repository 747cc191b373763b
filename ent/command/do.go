package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/library"
	"sifang/schema/fault"
)

// Do is everything that can be done to the store.
type Do struct {
	store  *ent.Store
	papers *ent.Batcher[CastBallotsInput, CastBallotsPayload]
	second counter
	files  *library.Directory // nil where no documents are kept
}

// New binds the verbs to a store.
func New(store *ent.Store) *Do {
	return &Do{store: store, papers: ent.NewBatcher(store, "castBallots", casting{hold: heldVotes}.do), second: again}
}

// Keep says where the bytes of documents are, for verbs that read them. It
// answers the same Do.
func (d *Do) Keep(files *library.Directory) *Do {
	d.files = files
	return d
}

// Close waits until every paper handed in is answered, and takes no more.
func (d *Do) Close() { d.papers.Close() }

// work runs a verb and answers its payload, which is never nil: a refused verb
// answers a zero payload beside the refusals.
func work[P any](ctx context.Context, d *Do, verb string, in ent.Input, do func(context.Context, *ent.Tx) (*ent.Deed[P], error)) (*P, error) {
	payload, err := ent.Work(ctx, d.store, verb, in, do)
	return &payload, err
}

// refuse collects what is wrong; nil faults are passed over.
func refuse(all ...*fault.Fault) error {
	var faults fault.Faults
	for _, one := range all {
		if one != nil {
			faults = append(faults, one)
		}
	}
	return faults.Err()
}
