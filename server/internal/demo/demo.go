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
	State            string // the name of the state of whose story they are; empty in the ordinary demo
}

const oneDay = 24 * time.Hour

// begins is how long ago each story begins.
const begins = 150 * oneDay

// Open opens the database, fills it, and answers the store, which then keeps
// real time, and those whom a visitor may be. The database must be empty.
//
// It tells of the five estates of the source documents or, if states are named,
// of one invented estate for each of them.
func Open(ctx context.Context, url string, at ...State) (*ent.Store, []Player, error) {
	return OpenOn(ctx, time.Now, url, at...)
}

// OpenOn is Open for those who look at the demo at another time, which the store
// keeps from then on.
func OpenOn(ctx context.Context, present func() time.Time, url string, at ...State) (*ent.Store, []Player, error) {
	c := &clock{present: present, offset: -begins}
	store, err := ent.Open(ctx, ent.Config{URL: url, Now: c.now})
	if err != nil {
		return nil, nil, err
	}
	if _, err := store.Migrate(ctx); err != nil {
		return store, nil, err
	}
	do := command.New(store)
	defer do.Close()
	t := &teller{ctx: ctx, store: store, do: do, clock: c, divisions: map[string]*ident.Area{}}
	if len(at) == 0 {
		at = estates
	}
	for _, chapter := range at {
		t.by = &ent.Viewer{Operator: true}
		c.offset = -begins
		t.state = chapter.Name
		chapter.tell(t)
	}
	c.offset = 0
	return store, t.cast, t.err
}

// estates are the chapters of the ordinary demo.
var estates = []State{{tell: huangge}, {tell: xintangli}, {tell: heping}, {tell: huayuan}, {tell: zhongyuan}}
