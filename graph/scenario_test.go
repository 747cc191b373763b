package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/ent/library"
	"sifang/graph"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// A scenario is a story told to the API: a file of steps, each asked by
// somebody over HTTP and answered as expected, on both engines. Everything it
// needs it makes with verbs.
type scenario struct {
	// Story says in a sentence what is shown.
	Story string `yaml:"story"`
	// After names files below testdata whose steps come first.
	After []string `yaml:"after"`
	Steps []step   `yaml:"steps"`
}

type step struct {
	// Does says what the step is for; it names the subtest.
	Does string `yaml:"does"`
	// As is who asks: operator, visitor (also if absent), or ${a person}.
	As string `yaml:"as"`
	// Pass lets time pass before the step, such as 24h.
	Pass string `yaml:"pass"`
	// Language is what Accept-Language would say: en if absent.
	Language  string         `yaml:"language"`
	Key       string         `yaml:"idempotencyKey"`
	Query     string         `yaml:"query"`
	Variables map[string]any `yaml:"variables"`
	// Data must be part of the answer: objects may hold more, lists may not.
	// "*" stands for anything but null.
	Data map[string]any `yaml:"data"`
	// Refused are the codes of all userErrors in the answer, in order. A step
	// that does not name any expects none.
	Refused []string `yaml:"refused"`
	// Errors are the codes of all top-level errors, in order.
	Errors []string `yaml:"errors"`
	// Keep names values of the answer for later steps: name: path.to.value.
	Keep map[string]string `yaml:"keep"`
	// Statements is how many statements the step may send outside of verbs.
	Statements *int64 `yaml:"statements"`
}

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/scenarios/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d scenarios (%v)", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			steps := load(t, file)
			enttest.Each(t, func(t *testing.T, database string) { newStage(t, database).play(t, steps) })
		})
	}
	for _, r := range rows {
		t.Run(r.number, r.run)
	}
}

// load reads a scenario and, before it, those that it comes after.
func load(t *testing.T, file string) []step {
	t.Helper()
	text, err := fs.ReadFile(os.DirFS("."), filepath.ToSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	var s scenario
	if err := yaml.UnmarshalWithOptions(text, &s, yaml.Strict()); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var steps []step
	for _, before := range s.After {
		steps = append(steps, load(t, filepath.Join("testdata", before))...)
	}
	return append(steps, s.Steps...)
}

// stage is where a scenario is played: the API over a database of its own.
type stage struct {
	api        http.Handler
	verbs      *command.Do
	files      *library.Directory
	clock      *enttest.Clock
	statements atomic.Int64
	kept       map[string]any
}

func newStage(t *testing.T, database string) *stage {
	s := &stage{clock: enttest.NewClock(), files: library.In(t.TempDir()), kept: map[string]any{}}
	store := enttest.Open(t, ent.Config{URL: database, Now: s.clock.Now, Observe: func(string) { s.statements.Add(1) }})
	s.verbs = command.New(store).Keep(s.files)
	t.Cleanup(s.verbs.Close)
	s.api = graph.New(graph.Config{Store: store, Do: s.verbs, Log: slog.New(slog.NewTextHandler(testLog{t}, nil))})
	return s
}

// testLog shows the service's log beside the test that caused it.
type testLog struct{ t *testing.T }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(p)))
	return len(p), nil
}

func (s *stage) play(t *testing.T, steps []step) {
	for i, step := range steps {
		if !t.Run(fmt.Sprintf("%02d %s", i+1, step.Does), func(t *testing.T) { s.step(t, step) }) {
			t.FailNow() // later steps stand on this one
		}
	}
}

func (s *stage) step(t *testing.T, step step) {
	if step.Pass != "" {
		d, err := time.ParseDuration(step.Pass)
		if err != nil {
			t.Fatal(err)
		}
		s.clock.Pass(d)
	}
	before := s.statements.Load()
	answer := s.ask(t, step)
	sent := s.statements.Load() - before
	text, err := json.MarshalIndent(answer, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	show := func(format string, arguments ...any) {
		t.Helper()
		t.Errorf(format+"\n%s", append(arguments, text)...)
	}
	if got, want := codesOf(answer["errors"]), fmt.Sprint(step.Errors); got != want {
		show("errors %s, want %s", got, want)
	}
	var refused []any
	collect(answer["data"], &refused)
	if got, want := codesOf(refused), fmt.Sprint(step.Refused); got != want {
		show("refused with %s, want %s", got, want)
	}
	if step.Data != nil {
		if difference := differs(s.filled(t, step.Data), answer["data"], "data"); difference != "" {
			show("%s", difference)
		}
	}
	if step.Statements != nil && sent != *step.Statements {
		show("%d statements, want %d", sent, *step.Statements)
	}
	for name, path := range step.Keep {
		value, ok := at(answer["data"], strings.Split(path, "."))
		if !ok || value == nil {
			show("nothing to keep at %s", path)
		}
		s.kept[name] = value
	}
}

func (s *stage) ask(t *testing.T, step step) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": step.Query, "variables": s.filled(t, step.Variables)})
	if err != nil {
		t.Fatal(err)
	}
	ctx := ent.WithViewer(t.Context(), s.viewer(t, step.As))
	language := fault.English
	if step.Language != "" {
		language = fault.Language(step.Language)
	}
	ctx = graph.WithLanguage(ctx, language)
	if step.Key != "" {
		ctx = graph.WithIdempotencyKey(ctx, step.Key)
	}
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	s.api.ServeHTTP(recorder, request)
	var answer map[string]any
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("status %d: %v\n%s", recorder.Code, err, recorder.Body)
	}
	return answer
}

func (s *stage) viewer(t *testing.T, as string) *ent.Viewer {
	t.Helper()
	switch as {
	case "operator":
		return &ent.Viewer{Operator: true}
	case "", "visitor":
		return &ent.Viewer{}
	}
	id, err := ident.Parse(fmt.Sprint(s.filled(t, as)))
	if err != nil || id.Kind() != ident.KindPerson {
		t.Fatalf("%q is not a person (%v)", as, err)
	}
	return &ent.Viewer{Person: id}
}

var (
	whole = regexp.MustCompile(`^\$\{(\w+)\}$`)
	part  = regexp.MustCompile(`\$\{(\w+)\}`)
)

// filled puts kept values in place of ${name}.
func (s *stage) filled(t *testing.T, value any) any {
	t.Helper()
	switch value := value.(type) {
	case map[string]any:
		all := make(map[string]any, len(value))
		for k, v := range value {
			all[k] = s.filled(t, v)
		}
		return all
	case []any:
		all := make([]any, len(value))
		for i, v := range value {
			all[i] = s.filled(t, v)
		}
		return all
	case string:
		if name := whole.FindStringSubmatch(value); name != nil {
			return s.keptAs(t, name[1])
		}
		return part.ReplaceAllStringFunc(value, func(name string) string {
			return fmt.Sprint(s.keptAs(t, part.FindStringSubmatch(name)[1]))
		})
	default:
		return value
	}
}

func (s *stage) keptAs(t *testing.T, name string) any {
	t.Helper()
	value, ok := s.kept[name]
	if !ok {
		t.Fatalf("no step kept %s", name)
	}
	return value
}

func codesOf(errors any) string {
	all, _ := errors.([]any)
	codes := make([]string, 0, len(all))
	for _, one := range all {
		fields, _ := one.(map[string]any)
		if extensions, ok := fields["extensions"].(map[string]any); ok {
			fields = extensions
		}
		codes = append(codes, fmt.Sprint(fields["code"]))
	}
	return fmt.Sprint(codes)
}

// collect gathers the userErrors of all payloads in an answer.
func collect(value any, refused *[]any) {
	switch value := value.(type) {
	case map[string]any:
		if errors, ok := value["userErrors"].([]any); ok {
			*refused = append(*refused, errors...)
		}
		for _, v := range value {
			collect(v, refused)
		}
	case []any:
		for _, v := range value {
			collect(v, refused)
		}
	}
}

// differs says where the answer is not what was wanted; nothing if it is.
func differs(want, got any, path string) string {
	switch want := want.(type) {
	case map[string]any:
		fields, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s is %v, want an object", path, got)
		}
		for k, v := range want {
			if difference := differs(v, fields[k], path+"."+k); difference != "" {
				return difference
			}
		}
		return ""
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return fmt.Sprintf("%s is %v, want %d elements", path, got, len(want))
		}
		for i := range want {
			if difference := differs(want[i], list[i], fmt.Sprintf("%s.%d", path, i)); difference != "" {
				return difference
			}
		}
		return ""
	case string:
		if want == "*" && got != nil {
			return ""
		}
	}
	if fmt.Sprint(want) != fmt.Sprint(got) {
		return fmt.Sprintf("%s is %v, want %v", path, got, want)
	}
	return ""
}

func at(value any, path []string) (any, bool) {
	for _, name := range path {
		switch v := value.(type) {
		case map[string]any:
			value = v[name]
		case []any:
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(v) {
				return nil, false
			}
			value = v[i]
		default:
			return nil, false
		}
	}
	return value, true
}
