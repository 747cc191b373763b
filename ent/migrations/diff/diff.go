// Package diff compares the migrations with the nouns of the store and writes
// what is missing. It is for those who change the store, not for those who run
// it.
package diff

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/lib/pq"  // the engine of a city
	_ "modernc.org/sqlite" // the embedded engine

	tables "sifang/ent/db/migrate"
	"sifang/ent/enttest/postgres"
	"sifang/ent/migrations"
)

// Write replays the migrations below root (ent/migrations) on an empty database
// of each engine, compares the outcome with the nouns, and writes a file per
// engine that brings the one to the other. It answers the files written: none
// if nothing is missing. PostgreSQL's server programs must be installed.
func Write(ctx context.Context, root, name string) ([]string, error) {
	server, err := postgres.Start(ctx)
	if err != nil {
		return nil, fmt.Errorf("the migrations of PostgreSQL need its server programs: %w", err)
	}
	written, err := both(ctx, server, root, name)
	return written, errors.Join(err, server.Stop())
}

func both(ctx context.Context, server *postgres.Server, root, name string) ([]string, error) {
	dsn, err := server.CreateDatabase(ctx, "diff", "")
	if err != nil {
		return nil, err
	}
	onPostgreSQL, err := write(ctx, "postgres", dsn, dialect.Postgres, filepath.Join(root, string(migrations.PostgreSQL)), name)
	if err != nil {
		return nil, err
	}
	onSQLite, err := SQLite(ctx, root, name)
	return append(onPostgreSQL, onSQLite...), err
}

// SQLite is Write for the embedded engine alone.
func SQLite(ctx context.Context, root, name string) ([]string, error) {
	return write(ctx, "sqlite", "file::memory:?_pragma=foreign_keys(1)", dialect.SQLite, filepath.Join(root, string(migrations.SQLite)), name)
}

func write(ctx context.Context, driver, dsn, engine, directory, name string) ([]string, error) {
	pool, err := sql.Open(driver, dsn)
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	pool.SetMaxOpenConns(1) // an SQLite database in memory is one connection's own
	before, err := files(directory)
	if err != nil {
		return nil, err
	}
	dir, err := migrate.NewLocalDir(directory)
	if err != nil {
		return nil, err
	}
	differ, err := schema.NewMigrate(entsql.OpenDB(engine, pool),
		schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay),
		schema.WithDialect(engine), schema.WithFormatter(migrate.DefaultFormatter),
		schema.WithDropColumn(true), schema.WithDropIndex(true))
	if err != nil {
		return nil, err
	}
	if err := differ.NamedDiff(ctx, name, wanted()...); err != nil && !errors.Is(err, migrate.ErrNoPlan) {
		return nil, fmt.Errorf("%s: %w", engine, err)
	}
	after, err := files(directory)
	return after[len(before):], err
}

// wanted are the tables of the nouns. Nothing is ever deleted, so no table may
// tell an engine to follow a deletion, as those that join two others would.
func wanted() []*schema.Table {
	for _, table := range tables.Tables {
		for _, key := range table.ForeignKeys {
			key.OnDelete = schema.NoAction
		}
	}
	return tables.Tables
}

func files(directory string) ([]string, error) {
	if _, err := os.Stat(directory); err != nil {
		return nil, err
	}
	return filepath.Glob(filepath.Join(directory, "*.sql"))
}
