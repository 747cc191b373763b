package enttest_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/ent/enttest/postgres"
	"sifang/ent/migrations"
	"sifang/schema"
)

// TestMain runs nothing where there is no PostgreSQL and none is required. Of
// packages that pass, go test ./... shows nothing that their tests say, but it
// does show which had "no tests to run": that is how it tells, at this package,
// that nothing was tested on PostgreSQL.
func TestMain(m *testing.M) {
	flag.Parse()
	if _, ok := postgres.Find(); !ok && os.Getenv("SIFANG_TEST_POSTGRES") != "require" {
		_ = flag.Set("test.run", "^$") // a flag that every test has
	}
	os.Exit(enttest.Run(m))
}

// Each test has databases of its own, of today's form and empty.
func TestDatabasesAreApart(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		one := enttest.Open(t, ent.Config{URL: database})
		others := map[string]string{"sqlite": enttest.SQLite(t), "postgres": enttest.PostgreSQL(t)}
		operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
		do := command.New(one)
		defer do.Close()
		if _, err := do.RegisterArea(operator, command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "双马街道"}); err != nil {
			t.Fatal(err)
		}
		if empty, err := one.Empty(t.Context()); err != nil || empty {
			t.Errorf("what was written is not there: %v", err)
		}
		for name, url := range others {
			other := enttest.Open(t, ent.Config{URL: url})
			if empty, err := other.Empty(t.Context()); err != nil || !empty {
				t.Errorf("%s: another test's database holds it, too: %v", name, err)
			}
			if err := other.Check(t.Context()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestUnmigrated(t *testing.T) {
	s := enttest.Open(t, ent.Config{URL: enttest.Unmigrated(t)})
	if err := s.Check(context.Background()); !errors.As(err, new(*migrations.TooOld)) {
		t.Errorf("a database in which nothing was done is checked with %v", err)
	}
}
