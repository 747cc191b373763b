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
func (s *serve) startDemo(ctx context.Context, c console) (*ent.Store, []explorer.Token, error) {
	if s.DatabaseURL == defaultDatabase {
		s.DatabaseURL = demoDatabase
		if err := remove(strings.TrimPrefix(demoDatabase, "sqlite:")); err != nil {
			return nil, nil, err
		}
	} else if err := s.mustBeEmpty(ctx); err != nil {
		return nil, nil, err
	}
	fmt.Fprintln(c.out, "Telling the story of five estates …")
	store, players, err := demo.Open(ctx, s.DatabaseURL)
	if err != nil {
		return nil, nil, closed(store, err)
	}
	tokens, err := s.tokens(ctx, store, players)
	if err != nil {
		return nil, nil, closed(store, err)
	}
	fmt.Fprintln(c.out, "\nTokens, valid for seven days (send one as Authorization: Bearer TOKEN):")
	for _, t := range tokens {
		fmt.Fprintf(c.out, "\n  %s · %s · %s\n  %s\n", t.Role.English, t.Role.Chinese, t.Person, t.Bearer)
	}
	fmt.Fprintln(c.out)
	return store, tokens, nil
}

// examples are questions about the demo; without it there is nothing to ask.
func examples(isDemo bool) []explorer.Example {
	if !isDemo {
		return nil
	}
	return demo.Examples()
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
