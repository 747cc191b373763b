package demo

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema/ident"
)

// Player is somebody of the demo whom a visitor may be.
type Player struct {
	Person           ident.ID
	Chinese, English string // the role, in both languages
}

// months is how long ago the story begins.
const months = 5

// Open opens the database, fills it, and answers the store, which then keeps
// real time, and those whom a visitor may be. The database must be empty.
func Open(ctx context.Context, url string) (*ent.Store, []Player, error) {
	c := &clock{offset: -months * 30 * 24 * time.Hour}
	store, err := ent.Open(ctx, ent.Config{URL: url, Now: c.now})
	if err != nil {
		return nil, nil, err
	}
	if _, err := store.Migrate(ctx); err != nil {
		return store, nil, err
	}
	do := command.New(store)
	defer do.Close()
	t := &teller{ctx: ctx, store: store, do: do, clock: c}
	for _, chapter := range []func(*teller){huangge, xintangli, heping, huayuan, zhongyuan} {
		t.by = &ent.Viewer{Operator: true}
		c.offset = -months * 30 * 24 * time.Hour
		chapter(t)
	}
	c.offset = 0
	return store, t.cast, t.err
}
