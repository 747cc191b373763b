package app_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sifang/ent/enttest"
	"sifang/server/internal/app"
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

// program is the program as a command in a directory of its own.
func program(t *testing.T, directory string, environment []string, arguments ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), self, arguments...)
	command.Dir = directory
	command.Env = append(environment, beProgram+"=1", "PATH="+os.Getenv("PATH"))
	return command
}

// run runs a command of the program to its end.
func run(t *testing.T, directory string, environment []string, arguments ...string) (string, int) {
	t.Helper()
	output, err := program(t, directory, environment, arguments...).CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !asExit(err, &exit) {
		t.Fatal(err)
	} else if exit != nil {
		return string(output), exit.ExitCode()
	}
	return string(output), 0
}

func asExit(err error, exit **exec.ExitError) bool {
	found, ok := err.(*exec.ExitError)
	*exit = found
	return ok
}

// server is the program while it answers requests.
type server struct {
	process *exec.Cmd
	base    string
	mu      sync.Mutex
	said    bytes.Buffer
}

const patience = 60 * time.Second

// serve starts the program on a free port and waits until it says where.
func serve(t *testing.T, directory string, environment []string, arguments ...string) *server {
	t.Helper()
	s := &server{process: program(t, directory, environment, append([]string{"serve", "--addr", "127.0.0.1:0"}, arguments...)...)}
	output, err := s.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.process.Stderr = writer(s.say)
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() }) // of a process that a failed test left
	address := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(output)
		for lines.Scan() {
			_, _ = s.say(append(lines.Bytes(), '\n'))
			if _, rest, ok := strings.Cut(lines.Text(), "answers at "); ok {
				address <- strings.TrimSuffix(strings.Fields(rest)[0], "/graphql;")
			}
		}
		close(address)
	}()
	select {
	case base, ok := <-address:
		if !ok {
			t.Fatalf("the program ended: %s", s.text())
		}
		s.base = base
	case <-time.After(patience):
		t.Fatalf("the program did not start: %s", s.text())
	}
	return s
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

func (s *server) say(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.Write(p)
}

func (s *server) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

// stop asks the program to end and waits for it.
func (s *server) stop(t *testing.T) {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.process.Wait(); err != nil {
		t.Errorf("the program ended with %v: %s", err, s.text())
	}
}

func (s *server) get(t *testing.T, path string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.base+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// ask asks the API and answers data and errors.
func (s *server) ask(t *testing.T, token, query string, variables map[string]any) (map[string]any, []any) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept-Language", "en")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer.Data, answer.Errors
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
	environment = append(environment, "SIFANG_TOKEN_KEY=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
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
