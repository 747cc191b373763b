package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"sifang/ent"
	"sifang/server/internal/demo"
	"sifang/server/internal/explorer"
)

// demoTokens are valid for long enough to look around, and not for ever.
const demoTokens = 7 * 24 * time.Hour

// startDemo begins with a fresh database. Its own file is replaced each time;
// any other database must be empty.
func (s *serve) startDemo(ctx context.Context, c console) (*ent.Store, explorer.Config, error) {
	at, err := s.states()
	if err != nil {
		return nil, explorer.Config{}, err
	}
	if s.DatabaseURL == defaultDatabase {
		s.DatabaseURL = demoDatabase
		if err := remove(strings.TrimPrefix(demoDatabase, "sqlite:")); err != nil {
			return nil, explorer.Config{}, err
		}
	} else if err := s.mustBeEmpty(ctx); err != nil {
		return nil, explorer.Config{}, err
	}
	fmt.Fprintln(c.out, telling(at))
	store, told, err := demo.Open(ctx, s.DatabaseURL, at...)
	if err != nil {
		return nil, explorer.Config{}, closed(store, err)
	}
	tokens, err := s.tokens(ctx, store, told.Players)
	if err != nil {
		return nil, explorer.Config{}, closed(store, err)
	}
	fmt.Fprintln(c.out, "\nTokens, valid for seven days (send one as Authorization: Bearer TOKEN):")
	for _, t := range tokens {
		fmt.Fprintf(c.out, "\n  %s · %s · %s\n  %s\n", t.Role.English, t.Role.Chinese, t.Person, t.Bearer)
	}
	page := explorer.Config{Tokens: tokens, Examples: demo.Examples()}
	if len(at) > 0 {
		page.Examples = shown(c, at, told)
	}
	fmt.Fprintln(c.out)
	return store, page, nil
}

// states is the one state that was asked for, if any.
func (s *serve) states() ([]demo.State, error) {
	if s.At == "" {
		return nil, nil
	}
	state, err := demo.Named(s.At)
	return []demo.State{state}, err
}

// telling is what is said before the story is told.
func telling(at []demo.State) string {
	if len(at) == 0 {
		return "Telling the story of five estates …"
	}
	return "Telling the story of an estate up to " + at[0].Name + " …"
}

// shown says what to look at in each state, with the query that shows it, and
// answers the queries for the menu of the page.
func shown(c console, at []demo.State, told demo.Told) []explorer.Example {
	var examples []explorer.Example
	for _, state := range at {
		example := state.Example(told)
		fmt.Fprintf(c.out, "\nWhat to look at: %s\n看点：%s\nAsk as: %s\n\n%s\n", state.English, state.Chinese, state.As, example.Query)
		if example.Variables != "" {
			fmt.Fprintf(c.out, "\nVariables: %s\n", example.Variables)
		}
		examples = append(examples, example)
	}
	return examples
}

func closed(store *ent.Store, err error) error {
	if store == nil {
		return err
	}
	return errors.Join(err, store.Close())
}

// remove puts away what a former demo left, and nothing else.
func remove(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (s *serve) mustBeEmpty(ctx context.Context) error {
	store, err := s.ready(ctx, true)
	if err != nil {
		return err
	}
	empty, err := store.Empty(ctx)
	if err == nil && !empty {
		err = errors.New("the demo wants an empty database, and this one is not: nothing was changed")
	}
	return errors.Join(err, store.Close())
}

func (s *serve) tokens(ctx context.Context, store *ent.Store, players []demo.Player) ([]explorer.Token, error) {
	key, err := s.key(s.DatabaseURL)
	if err != nil {
		return nil, err
	}
	tokens := make([]explorer.Token, len(players))
	for i, p := range players {
		person, err := store.Read().Person.Get(ent.Unguarded(ctx), p.Person)
		if err != nil {
			return nil, err
		}
		bearer, err := key.Issue(&ent.Viewer{Person: p.Person}, store.Now(), demoTokens)
		if err != nil {
			return nil, err
		}
		tokens[i] = explorer.Token{
			Role: explorer.Label{Chinese: p.Chinese, English: p.English}, Person: person.Name, Bearer: bearer,
		}
	}
	return tokens, nil
}
