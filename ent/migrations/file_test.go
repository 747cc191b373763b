package migrations

import (
	"strings"
	"testing"
	"testing/fstest"
)

// files makes a file system of names (without .sql) and texts in turn, the
// same for both engines.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{"sqlite/.keep": {}, "postgres/.keep": {}}
	for i := 0; i+1 < len(pairs); i += 2 {
		for engine := range dialects {
			fsys[string(engine)+"/"+pairs[i]+".sql"] = &fstest.MapFile{Data: []byte(pairs[i+1])}
		}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	fsys := files("20260201000000_votes", "SELECT 2;", "20260101000000_start", "abc")
	fsys["sqlite/atlas.sum"] = &fstest.MapFile{Data: []byte("h1:")}
	fsys["sqlite/old/20250101000000_draft.sql"] = &fstest.MapFile{}
	got, err := load(fsys, "sqlite")
	if err != nil {
		t.Fatal(err)
	}
	// The digest of "abc" is the first example of FIPS 180-2, appendix B.
	want := file{version: "20260101000000", name: "20260101000000_start.sql", text: "abc",
		digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
	if len(got) != 2 || got[0] != want || got[1].version != "20260201000000" || latest(got) != got[1].version {
		t.Errorf("got %+v", got)
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct {
		names string // without .sql, with blanks between
		text  string
		says  string
	}{
		{"20260101_start", "", "14 digits"},
		{"2026010100000x_start", "", "14 digits"},
		{"20260101000000", "", "14 digits"},
		{"20260101000000_start 20260101000000_votes", "", "another file"},
		{"20260101000000_start", "CREATE TABLE a (b int);\n  commit ;", "transaction"},
		{"20260101000000_start", "ROLLBACK;", "transaction"},
	} {
		var pairs []string
		for name := range strings.FieldsSeq(c.names) {
			pairs = append(pairs, name, c.text)
		}
		_, err := newRunner(files(pairs...), SQLite)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %q: got %v, want %q", c.names, c.text, err, c.says)
		}
	}
}

func TestLoadAllowsWordsThatEndNothing(t *testing.T) {
	text := "-- COMMIT\nCREATE TRIGGER keep BEFORE DELETE ON votes BEGIN\n  SELECT RAISE(ROLLBACK, 'kept');\nEND;\nCREATE TABLE commits (commit_id int);"
	_, err := newRunner(files("20260101000000_start", text), SQLite)
	if err != nil {
		t.Error(err)
	}
}

func TestUnknownEngine(t *testing.T) {
	_, err := Latest("oracle")
	if err == nil || !strings.Contains(err.Error(), "oracle") {
		t.Errorf("got %v", err)
	}
}
