package migrations

import (
	"database/sql"
	"strings"
	"testing"
)

// Two steps: a table with rows that refer to it in every way, and its rebuild
// in the form in which atlas writes one.
const (
	parents = `
CREATE TABLE meeting (id integer NOT NULL PRIMARY KEY, title text NOT NULL);
CREATE TABLE item (id integer NOT NULL PRIMARY KEY, meeting_id integer NOT NULL REFERENCES meeting (id) ON DELETE CASCADE);
CREATE TABLE note (id integer NOT NULL PRIMARY KEY, meeting_id integer REFERENCES meeting (id) ON DELETE SET NULL);
CREATE TABLE vote (id integer NOT NULL PRIMARY KEY, meeting_id integer NOT NULL REFERENCES meeting (id) ON DELETE NO ACTION);
INSERT INTO meeting VALUES (1, '联席会议'), (2, '业主大会');
INSERT INTO item VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO note VALUES (1, 1), (2, NULL);
INSERT INTO vote VALUES (1, 2);`

	rebuild = `-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_meeting" table
CREATE TABLE ` + "`new_meeting`" + ` (id integer NOT NULL PRIMARY KEY, title text NOT NULL, place text NULL);
-- Copy rows from old table "meeting" to new temporary table "new_meeting"
INSERT INTO new_meeting (id, title) SELECT id, title FROM meeting;
-- Drop "meeting" table after copying rows
DROP TABLE meeting;
-- Rename temporary table "new_meeting" to "meeting"
ALTER TABLE new_meeting RENAME TO meeting;
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;`
)

// single is a pool of one connection, so that a test sees how that was left.
func single(t *testing.T) *sql.DB {
	db := sqliteFile(t)()
	db.SetMaxOpenConns(1)
	return db
}

func keysAreOn(t *testing.T, db *sql.DB) {
	t.Helper()
	var on bool
	err := db.QueryRowContext(t.Context(), "PRAGMA foreign_keys").Scan(&on)
	if err != nil || !on {
		t.Errorf("foreign keys are left off (%v)", err)
	}
}

func TestRebuildKeepsEveryRow(t *testing.T) {
	db := single(t)
	r := with(t, files("20260101000000_start", parents, "20260201000000_place", rebuild), SQLite)
	applies(t, r, db, "20260101000000_start.sql", "20260201000000_place.sql")
	keysAreOn(t, db)
	for from, want := range map[string]int{
		"meeting":                     2,
		"meeting WHERE place IS NULL": 2,
		"item":                        3,
		"item JOIN meeting m ON meeting_id = m.id": 3,
		"note": 2,
		"note JOIN meeting m ON meeting_id = m.id": 1,
		"vote JOIN meeting m ON meeting_id = m.id": 1,
		"pragma_foreign_key_check":                 0,
	} {
		got := count(t, db, from)
		if got != want {
			t.Errorf("%d rows of %s, want %d", got, from, want)
		}
	}
	// The references still lead to the new table and are enforced.
	_, err := db.ExecContext(t.Context(), "INSERT INTO item VALUES (4, 9)")
	if err == nil {
		t.Error("an item of no meeting was stored")
	}
}

// TestRebuildInAnOrdinaryTransactionLosesRows shows what the runner is there
// to prevent, and that the test above would see it.
func TestRebuildInAnOrdinaryTransactionLosesRows(t *testing.T) {
	db := single(t)
	withoutVotes := strings.Replace(parents, "INSERT INTO vote VALUES (1, 2);", "", 1)
	applies(t, with(t, files("20260101000000_start", withoutVotes), SQLite), db, "20260101000000_start.sql")
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = tx.ExecContext(t.Context(), rebuild)
	if err != nil {
		t.Fatal(err)
	}
	err = tx.Commit()
	if err != nil {
		t.Fatal(err)
	}
	if count(t, db, "item") != 0 || count(t, db, "note WHERE meeting_id IS NOT NULL") != 0 {
		t.Error("the rows are still there: is the switch no longer ignored inside a transaction?")
	}
}

func TestFailedRebuildKeepsEveryRow(t *testing.T) {
	db := single(t)
	applies(t, with(t, files("20260101000000_start", parents), SQLite), db, "20260101000000_start.sql")
	for name, text := range map[string]string{
		"a statement fails":    rebuild + "INSERT INTO nowhere VALUES (1);",
		"it rolls itself back": rebuild + "INSERT OR ROLLBACK INTO meeting VALUES (1, 'twice', NULL);",
		"it loses a parent":    strings.Replace(rebuild, "FROM meeting;", "FROM meeting WHERE id = 2;", 1),
	} {
		_, err := with(t, files("20260101000000_start", parents, "20260201000000_place", text), SQLite).apply(t.Context(), db)
		if err == nil {
			t.Errorf("%s: applied", name)
		}
		keysAreOn(t, db)
		if count(t, db, "meeting") != 2 || count(t, db, "item") != 3 || count(t, db, "note WHERE meeting_id = 1") != 1 ||
			count(t, db, "pragma_table_info('meeting')") != 2 || count(t, db, "schema_version") != 1 {
			t.Errorf("%s: something was lost or half applied", name)
		}
	}
}

func TestLostParentsAreNamed(t *testing.T) {
	db := single(t)
	lossy := parents + "DELETE FROM meeting WHERE id = 1;"
	_, err := with(t, files("20260101000000_start", lossy), SQLite).apply(t.Context(), db)
	if err == nil {
		t.Fatal("applied")
	}
	for _, want := range []string{
		"20260101000000_start.sql",
		"2 rows of item would refer to rows of meeting that do not exist",
		"1 rows of note would refer to rows of meeting that do not exist",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if hasTable(t, db, "schema_version") {
		t.Error("a refused step was noted")
	}
}
