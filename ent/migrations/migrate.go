package migrations

import (
	"context"
	"database/sql"
	"embed"
)

// Engine is a kind of database; its value is the name of the directory that
// holds its files.
type Engine string

// The engines the service runs on.
const (
	SQLite     Engine = "sqlite"
	PostgreSQL Engine = "postgres"
)

//go:embed all:sqlite all:postgres
var embedded embed.FS

// Apply applies every file that the database has not seen yet, each in a
// transaction of its own, and answers their names, also when a later one
// fails. Any number of processes may call it at once: each file is applied by
// one of them while the others wait (on SQLite for as long as the busy_timeout
// of db allows).
//
// A database it must not touch is refused before anything is written, with
// *TooNew, *Skipped or *Changed.
func Apply(ctx context.Context, db *sql.DB, e Engine) ([]string, error) {
	r, err := newRunner(embedded, e)
	if err != nil {
		return nil, err
	}
	return r.apply(ctx, db)
}

// Check answers nil if the database has the form this program needs, else
// *TooOld, *TooNew, *Skipped or *Changed. It writes nothing.
func Check(ctx context.Context, db *sql.DB, e Engine) error {
	r, err := newRunner(embedded, e)
	if err != nil {
		return err
	}
	return r.check(ctx, db)
}

// Current answers the newest version the database has, known to this program
// or not, and "" if nothing was ever applied.
func Current(ctx context.Context, db *sql.DB, e Engine) (string, error) {
	r, err := newRunner(embedded, e)
	if err != nil {
		return "", err
	}
	h, err := r.history(ctx, db)
	return h.newest(), err
}

// Latest answers the version this program needs, "" if it has no files.
func Latest(e Engine) (string, error) {
	r, err := newRunner(embedded, e)
	if err != nil {
		return "", err
	}
	return latest(r.files), nil
}
