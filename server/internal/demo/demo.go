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

// Told is what there is to know of a story that was told.
type Told struct {
	Players []Player
	// Variables are those of the query of a state, as a JSON object, by the name of
	// the state; most need none.
	Variables map[string]string
}

const oneDay = 24 * time.Hour

// begins is how long ago each story begins.
const begins = 150 * oneDay

// Open opens the database, fills it, and answers the store, which then keeps
// real time, and what was told. The database must be empty.
//
// It tells of the five estates of the source documents or, if states are named,
// of one invented estate for each of them.
func Open(ctx context.Context, url string, at ...State) (*ent.Store, Told, error) {
	return OpenOn(ctx, time.Now, url, at...)
}

// OpenOn is Open for those who look at the demo at another time, which the store
// keeps from then on.
func OpenOn(ctx context.Context, present func() time.Time, url string, at ...State) (*ent.Store, Told, error) {
	c := &clock{present: present, offset: -begins}
	store, err := ent.Open(ctx, ent.Config{URL: url, Now: c.now})
	if err != nil {
		return nil, Told{}, err
	}
	if _, err := store.Migrate(ctx); err != nil {
		return store, Told{}, err
	}
	do := command.New(store)
	defer do.Close()
	t := &teller{ctx: ctx, store: store, do: do, clock: c, divisions: map[string]*ident.Area{}, told: Told{Variables: map[string]string{}}}
	if len(at) == 0 {
		at = estates
	}
	for _, chapter := range at {
		t.by = &ent.Viewer{Operator: true}
		c.offset = -begins
		t.state, t.since = chapter.Name, nil
		chapter.tell(t)
	}
	c.offset = 0
	return store, t.told, t.err
}

// estates are the chapters of the ordinary demo.
var estates = []State{{tell: huangge}, {tell: xintangli}, {tell: heping}, {tell: huayuan}, {tell: zhongyuan}}
