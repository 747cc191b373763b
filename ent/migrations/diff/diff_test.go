package diff_test

import (
	"os"
	"path/filepath"
	"testing"

	"sifang/ent/enttest/postgres"
	"sifang/ent/migrations/diff"
)

// copied is a copy of the migrations, so that a difference is found without
// being written into the repository.
func copied(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, engine := range []string{"sqlite", "postgres"} {
		if err := os.CopyFS(filepath.Join(root, engine), os.DirFS(filepath.Join("..", engine))); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const mend = "the nouns in ent/schema changed: run `go run ./server migrate diff NAME` and commit what it writes"

func TestMigrationsMatchTheNounsOnSQLite(t *testing.T) {
	written, err := diff.SQLite(t.Context(), copied(t), "forgotten")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range written {
		text, err := os.ReadFile(file)
		t.Errorf("%s; missing:\n%s (%v)", mend, text, err)
	}
}

func TestMigrationsMatchTheNounsOnBothEngines(t *testing.T) {
	postgres.OrSkip(t)
	written, err := diff.Write(t.Context(), copied(t), "forgotten")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range written {
		text, err := os.ReadFile(file)
		t.Errorf("%s; missing:\n%s (%v)", mend, text, err)
	}
}
