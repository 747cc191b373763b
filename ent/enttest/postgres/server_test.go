package postgres

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"

	_ "github.com/lib/pq"
)

func running(t *testing.T, settings ...string) *Server {
	t.Helper()
	OrSkip(t)
	s, err := Start(t.Context(), settings...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stopped := s.Stop()
		if stopped != nil {
			t.Error(stopped)
		}
	})
	return s
}

func connect(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// create makes a database and connects to it.
func create(t *testing.T, s *Server, name, template string) *sql.DB {
	t.Helper()
	dsn, err := s.CreateDatabase(t.Context(), name, template)
	if err != nil {
		t.Fatal(err)
	}
	return connect(t, dsn)
}

func do(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), statement)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func ask(t *testing.T, db *sql.DB, query string) string {
	t.Helper()
	var answer string
	err := db.QueryRowContext(t.Context(), query).Scan(&answer)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return answer
}

func TestSettings(t *testing.T) {
	t.Parallel()
	db := connect(t, running(t, "synchronous_commit=off", "max_connections=50").DSN("postgres"))
	for name, want := range map[string]string{
		"server_encoding":    "UTF8",
		"lc_collate":         "C",
		"timezone":           "UTC",
		"listen_addresses":   "",
		"fsync":              "off",
		"synchronous_commit": "off",
		"max_connections":    "50",
	} {
		got := ask(t, db, "SELECT current_setting('"+name+"')")
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestTwoServersSideBySide(t *testing.T) {
	t.Parallel()
	one, two := running(t), running(t)
	first, second := create(t, one, "estate", ""), create(t, two, "estate", "")
	do(t, first, "CREATE TABLE meeting (title text)")
	if ask(t, second, "SELECT count(*) FROM pg_tables WHERE tablename = 'meeting'") != "0" {
		t.Error("a table made on one server appeared on the other")
	}

	err := one.Stop()
	if err != nil {
		t.Fatal(err)
	}
	_, err = os.Stat(one.dir)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the directory of a stopped server is still there: %v", err)
	}
	err = first.PingContext(t.Context())
	if err == nil {
		t.Error("a stopped server answers")
	}
	if ask(t, second, "SELECT 'here'") != "here" {
		t.Error("stopping one server harmed the other")
	}
}

func TestDatabaseFromTemplate(t *testing.T) {
	t.Parallel()
	s := running(t)
	master := create(t, s, "master", "")
	do(t, master, "CREATE TABLE party AS SELECT '业主委员会' AS name")
	master.Close()

	var copies sync.WaitGroup
	for _, name := range []string{"east", "west", `四方 "1' & co?`} {
		copies.Go(func() {
			dsn, err := s.CreateDatabase(t.Context(), name, "master")
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			db, err := sql.Open("postgres", dsn)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			defer db.Close()
			var at, party string
			err = db.QueryRowContext(t.Context(), "SELECT current_database(), name FROM party").Scan(&at, &party)
			if err != nil || at != name || party != "业主委员会" {
				t.Errorf("copy %s: at %q, party %q, %v", name, at, party, err)
			}
		})
	}
	copies.Wait()
	_, err := s.CreateDatabase(t.Context(), "east", "master")
	if err == nil {
		t.Error("a database was created over another")
	}
}

func TestDropDatabaseEndsItsConnections(t *testing.T) {
	t.Parallel()
	s := running(t)
	db := create(t, s, "estate", "")
	do(t, db, "CREATE TABLE meeting (title text)")
	err := s.DropDatabase(t.Context(), "estate")
	if err != nil {
		t.Fatal(err)
	}
	err = s.DropDatabase(t.Context(), "estate")
	if err == nil {
		t.Error("a database was dropped twice")
	}
	again := create(t, s, "estate", "")
	if ask(t, again, "SELECT count(*) FROM pg_tables WHERE tablename = 'meeting'") != "0" {
		t.Error("a table outlived its database")
	}
}

func TestRunsAsAnOrdinaryUser(t *testing.T) {
	t.Parallel()
	OrSkip(t)
	bin, _ := Find()
	// Both homes are tried: the usual one, and the one of a machine that has
	// no user postgres.
	for _, names := range [][]string{{"postgres", "nobody"}, {"no such user", "nobody"}} {
		who, err := ordinaryUser(names...)
		if err != nil {
			t.Fatal(err)
		}
		s, err := start(t.Context(), bin, who, nil)
		if err != nil {
			t.Fatalf("as %v: %v", names, err)
		}
		info, err := os.Stat(s.dir + "/data")
		if err != nil {
			t.Fatal(err)
		}
		uid := int(info.Sys().(*syscall.Stat_t).Uid)
		if uid == 0 || who != nil && uid != who.uid || who == nil && uid != os.Geteuid() {
			t.Errorf("as %v: the data belongs to user %d, want %+v", names, uid, who)
		}
		err = s.Stop()
		if err != nil {
			t.Error(err)
		}
	}
	_, err := ordinaryUser("no such user")
	if (err != nil) != (os.Geteuid() == 0) {
		t.Errorf("without any ordinary user: %v", err)
	}
}

func TestStartFailsWithTheServersOwnWords(t *testing.T) {
	t.Parallel()
	OrSkip(t)
	_, err := Start(t.Context(), "no_such_setting=1")
	if err == nil || !strings.Contains(err.Error(), "no_such_setting") {
		t.Errorf("got %v, want the server's complaint", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Start(ended)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
