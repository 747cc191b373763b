package app_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sifang/ent/enttest"
	"sifang/server/internal/app"
	"sifang/server/internal/explorer"
)

// beProgram makes the test's own executable be the program: what is tested
// then runs as a process of its own, with signals and exit codes.
const beProgram = "TEST_BE_THE_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		os.Exit(app.Main(os.Args[1:], os.Environ(), os.Stdout, os.Stderr))
	}
	os.Exit(enttest.Run(m))
}

const registerStreet = `mutation ($name: String!) { registerArea(input: {kind: STREET, name: $name}) { area { name } userErrors { code } } }`

func TestServeOnSQLite(t *testing.T) {
	directory := t.TempDir()
	s := serve(t, directory, nil)
	for path, want := range map[string]string{
		"/livez": "alive", "/readyz": "ready", "/schema.graphql": "type Mutation", "/": "<html",
	} {
		if status, body := s.get(t, path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s answered %d %.200s", path, status, body)
		}
	}
	token, code := run(t, directory, nil, "token", "--operator")
	if code != 0 {
		t.Fatalf("no token: %s", token)
	}
	data, errors := s.ask(t, strings.TrimSpace(token), registerStreet, map[string]any{"name": "双马街道"})
	if len(errors) != 0 {
		t.Fatal(errors)
	}
	if got := fmt.Sprint(data["registerArea"]); got != "map[area:map[name:双马街道] userErrors:[]]" {
		t.Error(got)
	}
	s.stop(t)

	s = serve(t, directory, nil)
	data, _ = s.ask(t, "", "{ areas { totalCount } }", nil)
	if got := fmt.Sprint(data); got != "map[areas:map[totalCount:1]]" {
		t.Errorf("after a restart: %s", got)
	}
	s.stop(t)
	key, err := os.ReadFile(filepath.Join(directory, "sifang.db.key"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(s.text(), strings.TrimSpace(string(key))) || strings.Contains(s.text(), strings.TrimSpace(token)) {
		t.Error("a secret is in the log")
	}
}

func TestServeOnPostgreSQL(t *testing.T) {
	database := enttest.Unmigrated(t)
	directory := t.TempDir()
	environment := []string{"SIFANG_DATABASE_URL=" + database}
	output, code := run(t, directory, environment, "serve", "--addr", "127.0.0.1:0")
	if code != 1 || !strings.Contains(output, "migrate") {
		t.Errorf("a database of no form was answered %d %s", code, output)
	}
	output, code = run(t, directory, environment, "migrate")
	if code != 0 || strings.Count(output, "applied ") < 2 {
		t.Errorf("migrate: %d %s", code, output)
	}
	output, code = run(t, directory, environment, "serve", "--addr", "127.0.0.1:0")
	if code != 1 || !strings.Contains(output, "SIFANG_TOKEN_KEY is required") {
		t.Errorf("without a key: %d %s", code, output)
	}
	environment = append(environment, "SIFANG_TOKEN_KEY="+tokenKey)
	s := serve(t, directory, environment)
	if status, body := s.get(t, "/readyz"); status != http.StatusOK {
		t.Errorf("readyz: %d %s", status, body)
	}
	s.stop(t)
}

func TestSchemaOfAnotherVersionIsRefused(t *testing.T) {
	directory := t.TempDir()
	serve(t, directory, nil).stop(t)
	db, err := sql.Open("sqlite", filepath.Join(directory, "sifang.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.ExecContext(context.Background(), `INSERT INTO schema_version (version, digest) VALUES ('99990101000000', 'x')`)
	if err != nil {
		t.Fatal(err)
	}
	output, code := run(t, directory, nil, "serve", "--addr", "127.0.0.1:0")
	if code != 1 || !strings.Contains(output, "99990101000000") {
		t.Errorf("a newer schema was answered %d %s", code, output)
	}
}

func TestSettings(t *testing.T) {
	directory := t.TempDir()
	for name, c := range map[string]struct {
		environment []string
		arguments   []string
		code        int
		says        string
	}{
		"help":               {nil, []string{"--help"}, 0, "Print a bearer token"},
		"help of a command":  {nil, []string{"serve", "--help"}, 0, "SIFANG_DATABASE_URL"},
		"states of the demo": {nil, []string{"serve", "--help"}, 0, "paper-conflict"},
		"unknown state":      {nil, []string{"serve", "--demo", "--at", "bliss"}, 2, "the demo knows no state \"bliss\"; it knows "},
		"state of no demo":   {nil, []string{"serve", "--at", "tie"}, 2, "give --demo as well"},
		"unknown setting":    {[]string{"SIFANG_DATABSE_URL=x"}, []string{"schema"}, 2, "unknown setting SIFANG_DATABSE_URL"},
		"unknown flag":       {nil, []string{"serve", "--prot", "1"}, 2, "unknown flag"},
		"unknown engine":     {[]string{"SIFANG_DATABASE_URL=mysql://x"}, []string{"migrate"}, 1, "sqlite:PATH or postgres://"},
		"broken key":         {[]string{"SIFANG_TOKEN_KEY=short"}, []string{"token", "--operator"}, 1, "32 random bytes"},
		"token for nobody":   {nil, []string{"token", "--as", "x"}, 1, "identifier of a person"},
		"token for stranger": {nil, []string{"token", "--as", "019e80b1-da80-8004-8000-7123e5635545"}, 1, "no person"},
		"the API":            {nil, []string{"schema"}, 0, "type Query"},
	} {
		t.Run(name, func(t *testing.T) {
			output, code := run(t, directory, c.environment, c.arguments...)
			if code != c.code || !strings.Contains(output, c.says) {
				t.Errorf("exit %d, want %d; said %.300s", code, c.code, output)
			}
		})
	}
}

func TestDemoWantsAnEmptyDatabase(t *testing.T) {
	directory := t.TempDir()
	s := serve(t, directory, nil)
	token, _ := run(t, directory, nil, "token", "--operator")
	if _, errors := s.ask(t, strings.TrimSpace(token), registerStreet, map[string]any{"name": "x"}); len(errors) != 0 {
		t.Fatal(errors)
	}
	s.stop(t)
	output, code := run(t, directory, nil, "serve", "--demo", "--database-url", "sqlite:./sifang.db")
	if code != 1 || !strings.Contains(output, "nothing was changed") {
		t.Errorf("answered %d %s", code, output)
	}
}

// TestDemoAt starts the program at a state, and asks what it says to ask as the
// role that it names.
func TestDemoAt(t *testing.T) {
	s := serve(t, t.TempDir(), nil, "--demo", "--at", "petition-gathering")
	defer s.stop(t)
	if said := s.text(); !strings.Contains(said, "What to look at: A petition") || !strings.Contains(said, "看点：联名") {
		t.Errorf("it said %s", said)
	}
	var page struct {
		Tokens   []explorer.Token
		Examples []explorer.Example
	}
	for _, path := range []string{"/explorer/tokens.json", "/explorer/settings.json"} {
		status, body := s.get(t, path)
		if err := json.Unmarshal([]byte(body), &page); status != http.StatusOK || err != nil {
			t.Fatal(path, status, err)
		}
	}
	if len(page.Examples) != 1 || len(page.Tokens) < 10 {
		t.Fatalf("%d examples and %d tokens", len(page.Examples), len(page.Tokens))
	}
	var variables map[string]any
	if err := json.Unmarshal([]byte(page.Examples[0].Variables), &variables); err != nil {
		t.Fatal(err)
	}
	for _, token := range page.Tokens {
		if token.Role.English != "Owner who began the petition" {
			continue
		}
		data, errors := s.ask(t, token.Bearer, page.Examples[0].Query, variables)
		if got := fmt.Sprint(data); len(errors) > 0 || !strings.Contains(got, "got:7") || !strings.Contains(got, "met:false") {
			t.Errorf("answered %s %v", got, errors)
		}
		return
	}
	t.Error("nobody began the petition")
}
