package migrations

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sifang/ent/enttest/postgres"

	_ "github.com/lib/pq"
	_ "modernc.org/sqlite"
)

// database is a fresh one; each call opens it anew, as another process would.
type database func() *sql.DB

func TestOnSQLite(t *testing.T) {
	behaves(t, SQLite, sqliteFile)
}

func TestOnPostgreSQL(t *testing.T) {
	postgres.OrSkip(t)
	// The strictest default proves that the runner does not rely on a mild one.
	server, err := postgres.Start(t.Context(), "default_transaction_isolation=serializable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stopped := server.Stop()
		if stopped != nil {
			t.Error(stopped)
		}
	})
	behaves(t, PostgreSQL, func(t *testing.T) database {
		dsn, err := server.CreateDatabase(t.Context(), t.Name(), "")
		if err != nil {
			t.Fatal(err)
		}
		return opener(t, "postgres", dsn)
	})
}

func sqliteFile(t *testing.T) database {
	return opener(t, "sqlite", "file:"+filepath.Join(t.TempDir(), "test.db")+
		"?_pragma=busy_timeout(20000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)")
}

func opener(t *testing.T, driver, dsn string) database {
	return func() *sql.DB {
		db, err := sql.Open(driver, dsn)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
}

// behaves is what both engines promise.
func behaves(t *testing.T, e Engine, fresh func(*testing.T) database) {
	for name, test := range map[string]func(*testing.T, Engine, database){
		"embedded files apply":           testEmbedded,
		"each file is applied once":      testOnce,
		"a failure leaves nothing":       testFailure,
		"giving up leaves nothing":       testGivingUp,
		"what does not fit is refused":   testRefused,
		"processes share the files":      testShared,
		"who waited finds nothing to do": testWaits,
		"an upgrade keeps every row":     testUpgrade,
	} {
		t.Run(name, func(t *testing.T) { test(t, e, fresh(t)) })
	}
}

func with(t *testing.T, fsys fs.FS, e Engine) *runner {
	t.Helper()
	r, err := newRunner(fsys, e)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// applies requires that exactly these files are applied now.
func applies(t *testing.T, r *runner, db *sql.DB, names ...string) {
	t.Helper()
	got, err := r.apply(t.Context(), db)
	if err != nil || !slices.Equal(got, names) {
		t.Fatalf("applied %v, %v; want %v", got, err, names)
	}
}

func count(t *testing.T, db *sql.DB, from string) int {
	t.Helper()
	var n int
	err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM "+from).Scan(&n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// hasTable asks for the table by using it.
func hasTable(t *testing.T, db *sql.DB, name string) bool {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT 1 FROM "+name)
	if err != nil {
		return false
	}
	rows.Close()
	return rows.Err() == nil
}

func testEmbedded(t *testing.T, e Engine, open database) {
	db := open()
	_, err := Apply(t.Context(), db, e)
	if err != nil {
		t.Fatal(err)
	}
	err = Check(t.Context(), db, e)
	if err != nil {
		t.Error(err)
	}
	current, err := Current(t.Context(), db, e)
	if err != nil {
		t.Error(err)
	}
	want, err := Latest(e)
	if err != nil || current != want {
		t.Errorf("current %q, latest %q, %v", current, want, err)
	}
}

func testOnce(t *testing.T, e Engine, open database) {
	db := open()
	// The second step needs the first and both have several statements.
	start := []string{"20260101000000_start", "CREATE TABLE item (id int PRIMARY KEY); INSERT INTO item VALUES (1);"}
	votes := []string{"20260201000000_votes", "INSERT INTO item VALUES (2); INSERT INTO item VALUES (3);"}
	old, all := with(t, files(start...), e), with(t, files(append(start, votes...)...), e)

	wantTooOld(t, all.check(t.Context(), db), "", "20260201000000")
	applies(t, old, db, "20260101000000_start.sql")
	applies(t, old, db)
	wantTooOld(t, all.check(t.Context(), db), "20260101000000", "20260201000000")
	applies(t, all, db, "20260201000000_votes.sql")
	applies(t, all, db)
	err := all.check(t.Context(), db)
	if err != nil {
		t.Error(err)
	}
	if count(t, db, "item") != 3 || count(t, db, "schema_version WHERE applied_at IS NOT NULL") != 2 {
		t.Error("rows are missing")
	}
}

func wantTooOld(t *testing.T, err error, have, want string) {
	t.Helper()
	old, ok := errors.AsType[*TooOld](err)
	if !ok || *old != (TooOld{Have: have, Want: want}) || !strings.Contains(err.Error(), "migrate") {
		t.Fatalf("got %v, want too old: %q, not %q", err, have, want)
	}
}

func testFailure(t *testing.T, e Engine, open database) {
	db := open()
	start := []string{"20260101000000_start", "CREATE TABLE item (id int)"}
	half := append(slices.Clone(start), "20260201000000_half", "CREATE TABLE vote (id int); INSERT INTO item VALUES (1); INSERT INTO nowhere VALUES (1);")
	got, err := with(t, files(half...), e).apply(t.Context(), db)
	if err == nil || !strings.Contains(err.Error(), "20260201000000_half.sql") || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("got %v, want the file and its mistake", err)
	}
	if !slices.Equal(got, []string{"20260101000000_start.sql"}) {
		t.Errorf("applied %v before the failure", got)
	}
	other := open()
	if hasTable(t, other, "vote") || count(t, other, "item") != 0 || count(t, other, "schema_version") != 1 {
		t.Error("half a file was applied")
	}
	half[3] = "CREATE TABLE vote (id int)"
	applies(t, with(t, files(half...), e), db, "20260201000000_half.sql")
}

// testGivingUp ends the caller's patience in the middle of a statement that
// would never end.
func testGivingUp(t *testing.T, e Engine, open database) {
	db := open()
	r := with(t, files("20260101000000_endless", `CREATE TABLE item (id int);
		CREATE TABLE numbers AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) AS total FROM n;`), e)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	got, err := r.apply(ctx, db)
	if err == nil || ctx.Err() == nil || len(got) != 0 {
		t.Errorf("applied %v, %v", got, err)
	}
	applies(t, with(t, files("20260101000000_start", "CREATE TABLE item (id int)"), e), db, "20260101000000_start.sql")
}

func testRefused(t *testing.T, e Engine, open database) {
	db := open()
	one := []string{"20260101000000_one", "CREATE TABLE one (id int)"}
	two := []string{"20260201000000_two", "CREATE TABLE two (id int)"}
	three := []string{"20260301000000_three", "CREATE TABLE three (id int)"}
	four := []string{"20260401000000_four", "CREATE TABLE four (id int)"}
	applies(t, with(t, files(slices.Concat(one, three)...), e), db, "20260101000000_one.sql", "20260301000000_three.sql")

	for _, c := range []struct {
		files []string
		says  []string
	}{
		{one, []string{"20260301000000", "20260101000000", "newer program"}},
		{nil, []string{"20260301000000", "none", "newer program"}},
		{slices.Concat(three, four), []string{"20260101000000", "20260401000000", "newer program"}},
		{slices.Concat(one, two, three, four), []string{"20260201000000_two.sql", "never applied", "20260301000000"}},
		{slices.Concat(one, []string{three[0], three[1] + ";"}, four), []string{"20260301000000_three.sql", "changed"}},
	} {
		r := with(t, files(c.files...), e)
		_, applied := r.apply(t.Context(), db)
		for _, err := range []error{r.check(t.Context(), db), applied} {
			for _, words := range c.says {
				if err == nil || !strings.Contains(err.Error(), words) {
					t.Errorf("with %v: got %v, want %q", c.files, err, words)
				}
			}
		}
	}
	if hasTable(t, db, "two") || hasTable(t, db, "four") || count(t, db, "schema_version") != 2 {
		t.Error("a refused database was changed")
	}
}

func testShared(t *testing.T, e Engine, open database) {
	var steps, want []string
	for _, name := range []string{"20260101000000_one", "20260102000000_two", "20260103000000_three", "20260104000000_four"} {
		steps = append(steps, name, "CREATE TABLE t"+name+" (id int)")
		want = append(want, name+".sql")
	}
	r := with(t, files(steps...), e)
	var processes sync.WaitGroup
	applied := make([][]string, 6)
	for i := range applied {
		db := open()
		processes.Go(func() {
			var err error
			applied[i], err = r.apply(t.Context(), db)
			if err != nil {
				t.Error(err)
			}
			err = r.check(t.Context(), db)
			if err != nil {
				t.Errorf("migrated and not ready: %v", err)
			}
		})
	}
	processes.Wait()
	got := slices.Concat(applied...)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("applied %v, want each of %v once", got, want)
	}
}

// testWaits lets a second process in while the first is in the middle of a
// step. PostgreSQL shows that it waits; SQLite shows only that nothing was
// applied twice and nothing failed.
func testWaits(t *testing.T, e Engine, open database) {
	r := with(t, files("20260101000000_start", "CREATE TABLE item (id int)"), e)
	conn, err := open().Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	err = exec(t.Context(), conn, r.begin)
	if err != nil {
		t.Fatal(err)
	}

	type outcome struct {
		applied []string
		err     error
	}
	second := make(chan outcome, 1)
	db := open()
	go func() {
		applied, err := r.apply(t.Context(), db)
		second <- outcome{applied, err}
	}()
	if e == PostgreSQL {
		awaitWaiter(t, open())
	}
	select {
	case o := <-second:
		t.Fatalf("the second process did not wait: %+v", o)
	default:
	}
	err = r.run(t.Context(), conn, r.files[0])
	if err != nil {
		t.Fatal(err)
	}
	o := <-second
	if o.err != nil || len(o.applied) != 0 {
		t.Errorf("the second process: %+v", o)
	}
}

func awaitWaiter(t *testing.T, db *sql.DB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for count(t, db, "pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0 {
		if ctx.Err() != nil {
			t.Fatal("nobody waits for the lock")
		}
	}
}
