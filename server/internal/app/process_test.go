package app_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

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

// tokenKey is the key of the tests: no secret.
const tokenKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

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
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := s.post(t.Context(), http.DefaultClient, token, query, variables, &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Data, answer.Errors
}

// post asks the API and reads its answer.
func (s *server) post(ctx context.Context, client *http.Client, token, query string, variables map[string]any, answer any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept-Language", "en")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return json.NewDecoder(response.Body).Decode(answer)
}
