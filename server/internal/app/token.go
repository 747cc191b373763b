package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/ident"
)

// token prints a bearer token.
type token struct {
	database
	signing
	As       string        `xor:"who" required:"" placeholder:"PERSON" help:"Identifier of the person."`
	Operator bool          `xor:"who" required:"" help:"For the operator, who sets up what no office exists for yet."`
	Valid    time.Duration `default:"12h" help:"How long it is valid."`
}

// Run prints the token, and nothing else, to standard output.
func (t token) Run(ctx context.Context, c console) error {
	store, err := t.ready(ctx, false)
	if err != nil {
		return err
	}
	text, err := t.issue(ctx, store)
	if err == nil {
		fmt.Fprintln(c.out, text)
	}
	return errors.Join(err, store.Close())
}

func (t token) issue(ctx context.Context, store *ent.Store) (string, error) {
	key, err := t.key(t.DatabaseURL)
	if err != nil {
		return "", err
	}
	viewer := &ent.Viewer{Operator: t.Operator}
	if !t.Operator {
		if viewer.Person, err = ident.Parse(t.As); err != nil {
			return "", fmt.Errorf("--as takes the identifier of a person: %w", err)
		}
		if _, err := store.Read().Person.Get(ent.Unguarded(ctx), viewer.Person); db.IsNotFound(err) {
			return "", fmt.Errorf("no person has the identifier %s", viewer.Person)
		} else if err != nil {
			return "", err
		}
	}
	return key.Issue(viewer, store.Now(), t.Valid)
}
