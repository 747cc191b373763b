package migrations

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// column is one column of a table, as either engine describes it.
type column struct{ table, name, typ string }

// described lists the columns of all tables but the history's, as both engines
// tell them.
var described = map[Engine]string{
	SQLite: `SELECT m.name, c.name, lower(c.type) FROM sqlite_master m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_version' ORDER BY m.name, c.cid`,
	PostgreSQL: `SELECT table_name, column_name, udt_name FROM information_schema.columns
		WHERE table_schema = 'public' AND table_name <> 'schema_version' ORDER BY table_name, ordinal_position`,
}

// lax lets rows be written in any order; all of them refer to rows that exist
// in the end.
var lax = map[Engine]string{SQLite: "PRAGMA foreign_keys = off", PostgreSQL: "SET session_replication_role = replica"}

// sample is a value of a type of a column. Every row has the same identifier,
// so that every reference leads somewhere.
func sample(t *testing.T, c column) string {
	switch c.typ {
	case "uuid":
		return "'019e80b1-da80-8001-8000-7123e5635545'"
	case "text", "varchar":
		if c.name == "from" || c.name == "to" {
			return "'2026-06-01'"
		}
		return "'" + c.table + "." + c.name + "'"
	case "date":
		return "'2026-06-01'"
	case "datetime":
		return "1780304400123456"
	case "timestamptz":
		return "'2026-06-01T09:00:00.123456+08:00'"
	case "bool":
		return "true"
	case "integer", "bigint", "int8":
		return "42"
	case "blob":
		return "x'00ff'"
	case "bytea":
		return `'\x00ff'`
	case "json", "jsonb":
		return `'{"kept": [1]}'`
	default:
		t.Fatalf("%s.%s is of the type %s, of which this test has no value", c.table, c.name, c.typ)
		return ""
	}
}

// testUpgrade goes through all versions. At each it fills every table that is
// new; at each further one, every row is still there with every value that its
// columns had.
func testUpgrade(t *testing.T, e Engine, open database) {
	all := with(t, embedded, e)
	if len(all.files) < 2 {
		t.Fatalf("%d migrations; an upgrade needs two", len(all.files))
	}
	db := open()
	var columns []column
	var want map[string][]string
	for n := range all.files {
		applies(t, &runner{dialect: all.dialect, files: all.files[:n+1]}, db, all.files[n].name)
		got := contents(t, db, columns)
		for table, rows := range want {
			if len(rows) != 1 || !slices.Equal(rows, got[table]) {
				t.Errorf("after %s %s holds\n%v\nand held\n%v", all.files[n].name, table, got[table], rows)
			}
		}
		columns = describe(t, db, e)
		fill(t, db, e, columns)
		want = contents(t, db, columns)
	}
}

func describe(t *testing.T, db *sql.DB, e Engine) []column {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), described[e])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []column
	for rows.Next() {
		var c column
		if err := rows.Scan(&c.table, &c.name, &c.typ); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

func byTable(columns []column) map[string][]column {
	tables := map[string][]column{}
	for _, c := range columns {
		tables[c.table] = append(tables[c.table], c)
	}
	return tables
}

func fill(t *testing.T, db *sql.DB, e Engine, columns []column) {
	t.Helper()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	statements := []string{lax[e]}
	filled := contents(t, db, columns)
	for table, columns := range byTable(columns) {
		if len(filled[table]) > 0 {
			continue
		}
		var names, values []string
		for _, c := range columns {
			names = append(names, `"`+c.name+`"`)
			values = append(values, sample(t, c))
		}
		statements = append(statements, fmt.Sprintf(`INSERT INTO "%s" (%s) VALUES (%s)`, table, strings.Join(names, ", "), strings.Join(values, ", ")))
	}
	for _, statement := range statements {
		if _, err := conn.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// contents are the rows of each table, as text.
func contents(t *testing.T, db *sql.DB, columns []column) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for table, columns := range byTable(columns) {
		var parts []string
		for _, c := range columns {
			parts = append(parts, `coalesce(CAST("`+c.name+`" AS text), 'null')`)
		}
		rows, err := db.QueryContext(t.Context(), fmt.Sprintf(`SELECT %s FROM "%s"`, strings.Join(parts, ` || '|' || `), table))
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var text string
			if err := rows.Scan(&text); err != nil {
				t.Fatal(err)
			}
			all[table] = append(all[table], text)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}
