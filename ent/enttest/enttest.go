// Package enttest gives each test a database of its own: SQLite always, and a
// real PostgreSQL where its server programs are installed.
package enttest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"sifang/ent"
	"sifang/ent/enttest/postgres"
)

// engines is what one test process shares: a migrated database of each engine
// that the databases of tests are copied from.
type engines struct {
	sqlite   func() (string, error)
	postgres func() (*postgres.Server, error)
	server   *postgres.Server
	count    atomic.Int64
}

var shared = newEngines()

func newEngines() *engines {
	e := &engines{}
	e.sqlite = sync.OnceValues(func() (string, error) {
		directory, err := os.MkdirTemp("", "sifang-test-")
		if err != nil {
			return "", err
		}
		path := filepath.Join(directory, "template.db")
		return path, migrated("sqlite:" + path)
	})
	e.postgres = sync.OnceValues(func() (*postgres.Server, error) {
		server, err := postgres.Start(context.Background())
		if err != nil {
			return nil, err
		}
		e.server = server
		dsn, err := server.CreateDatabase(context.Background(), "template", "")
		if err != nil {
			return server, err
		}
		return server, migrated(dsn)
	})
	return e
}

func migrated(database string) error {
	store, err := ent.Open(context.Background(), ent.Config{URL: database})
	if err != nil {
		return err
	}
	_, err = store.Migrate(context.Background())
	return errors.Join(err, store.Close())
}

// Run runs the tests of a package and puts away what they shared. Where no
// PostgreSQL is installed it says, as the last line, what was left out; go test
// shows that of a package that is tested alone, with -v, or failed. A package's
// TestMain calls it.
func Run(m *testing.M) int {
	code := m.Run()
	if shared.server != nil {
		if err := shared.server.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
			code = max(code, 1)
		}
	}
	if path, err := shared.sqlite(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	if _, ok := postgres.Find(); !ok {
		fmt.Println("NOT TESTED: PostgreSQL, because its server programs are not installed")
	}
	return code
}

// Each runs the test on every engine, with the URL of a database of its own
// that has today's form and no rows. It comes last in a test: the engines run
// side by side once the test returns.
func Each(t *testing.T, test func(t *testing.T, database string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, PostgreSQL(t))
	})
}

// SQLite is the URL of an empty database of the embedded engine.
func SQLite(t testing.TB) string {
	t.Helper()
	template, err := shared.sqlite()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// PostgreSQL is the URL of an empty database on a real server. Without server
// programs the test is skipped, or fails where SIFANG_TEST_POSTGRES=require.
func PostgreSQL(t testing.TB) string {
	t.Helper()
	return fresh(t, "template")
}

func fresh(t testing.TB, template string) string {
	t.Helper()
	postgres.OrSkip(t)
	server, err := shared.postgres()
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("test_%d", shared.count.Add(1))
	dsn, err := server.CreateDatabase(context.Background(), name, template)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.DropDatabase(context.Background(), name); err != nil {
			t.Errorf("drop %s: %v", name, err)
		}
	})
	return dsn
}

// Open opens the store for the test. Config.URL is the database.
func Open(t testing.TB, c ent.Config) *ent.Store {
	t.Helper()
	store, err := ent.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return store
}

// Unmigrated is the URL of a database on a real server in which nothing was
// ever done. It skips or fails like PostgreSQL.
func Unmigrated(t testing.TB) string {
	t.Helper()
	return fresh(t, "")
}

// Waiting is how many transactions wait for a lock in a PostgreSQL database.
func Waiting(t testing.TB, s *ent.Store) int {
	t.Helper()
	rows, err := s.Read().QueryContext(t.Context(),
		"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var count int
	if !rows.Next() {
		t.Fatal(rows.Err())
	}
	if err := rows.Scan(&count); err != nil {
		t.Fatal(err)
	}
	return count
}
