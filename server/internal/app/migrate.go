package app

import (
	"context"
	"errors"
	"fmt"

	"sifang/ent/migrations/diff"
)

// migrate brings databases to the form the program needs.
type migrate struct {
	Apply applied `cmd:"" default:"1" help:"Apply what the database lacks (the default)."`
	Diff  differ  `cmd:"" help:"For developers: write the migrations that ent/schema calls for."`
}

type applied struct{ database }

// Run applies and says what it applied.
func (m applied) Run(ctx context.Context, c console) error {
	store, err := m.open(ctx)
	if err != nil {
		return err
	}
	names, err := store.Migrate(ctx)
	for _, name := range names {
		fmt.Fprintln(c.out, "applied", name)
	}
	if err == nil && len(names) == 0 {
		fmt.Fprintln(c.out, "nothing to apply")
	}
	return errors.Join(err, store.Close())
}

type differ struct {
	Name string `arg:"" help:"What changes, such as households."`
}

// Run writes a migration for each engine, where there is anything to migrate.
func (m differ) Run(ctx context.Context, c console) error {
	files, err := diff.Write(ctx, "ent/migrations", m.Name)
	for _, file := range files {
		fmt.Fprintln(c.out, "wrote", file)
	}
	if err == nil && len(files) == 0 {
		fmt.Fprintln(c.out, "nothing to write: the migrations match ent/schema")
	}
	return err
}
