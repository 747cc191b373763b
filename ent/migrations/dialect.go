package migrations

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// dialect is how an engine is migrated safely.
type dialect struct {
	before string                                 // outside any transaction, before the first one; "" for nothing
	begin  string                                 // begins a transaction that excludes every other migrator
	after  string                                 // outside any transaction, whatever happened; "" for nothing
	exists string                                 // whether schema_version exists
	create string                                 // makes schema_version
	verify func(context.Context, *sql.Conn) error // refuses what the file left behind
}

var dialects = map[Engine]dialect{
	// SQLite changes a table by copying it and dropping the original. With
	// foreign keys on, that drop deletes or clears the rows that refer to it, and
	// inside a transaction the switch is ignored without a word; so it is turned
	// before the transaction begins, and the references are verified before it
	// commits. A file's own switches are such ignored ones.
	SQLite: {
		before: "PRAGMA foreign_keys = off",
		begin:  "BEGIN IMMEDIATE",
		after:  "PRAGMA foreign_keys = on",
		exists: "SELECT count(*) > 0 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
		create: `CREATE TABLE schema_version (
			version text NOT NULL PRIMARY KEY,
			digest text NOT NULL,
			applied_at datetime NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000000 AS INTEGER)))`,
		verify: references,
	},
	// The lock ends with its transaction and nothing stays on the session, so a
	// connection pooler may stand between; the lock's number is arbitrary. READ
	// COMMITTED, or the history would be read as it was before the wait. Waiting
	// and rebuilding may take longer than statements otherwise may.
	PostgreSQL: {
		begin: `BEGIN ISOLATION LEVEL READ COMMITTED;
			SET LOCAL statement_timeout = 0;
			SELECT pg_advisory_xact_lock(20261122)`,
		exists: "SELECT to_regclass('schema_version') IS NOT NULL",
		create: `CREATE TABLE schema_version (
			version text NOT NULL PRIMARY KEY,
			digest text NOT NULL,
			applied_at timestamptz NOT NULL DEFAULT now())`,
		verify: func(context.Context, *sql.Conn) error { return nil },
	},
}

// references refuses rows that refer to a row which does not exist.
func references(ctx context.Context, conn *sql.Conn) error {
	rows, err := conn.QueryContext(ctx,
		`SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var broken []error
	for rows.Next() {
		var child, parent string
		var count int
		err = rows.Scan(&child, &parent, &count)
		if err != nil {
			return err
		}
		broken = append(broken, fmt.Errorf("%d rows of %s would refer to rows of %s that do not exist", count, child, parent))
	}
	return errors.Join(append(broken, rows.Err())...)
}
