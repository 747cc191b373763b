package demo_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/schema/ident"
	"sifang/server/internal/demo"
)

// stop is one stop of the README's tour: who asks, what, and with which
// variables.
type stop struct{ as, query, variables string }

var (
	stops       = regexp.MustCompile("(?s)\nAs ([^\n]+):\n\n```graphql\n(.*?)```\n(?:\n```json\n(.*?)```\n)?")
	placeholder = regexp.MustCompile(`<([^<>]+)>`)
)

func readTour(t *testing.T) []stop {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var tour []stop
	for _, found := range stops.FindAllStringSubmatch(string(text), -1) {
		tour = append(tour, stop{as: found[1], query: found[2], variables: found[3]})
	}
	if blocks := strings.Count(string(text), "```graphql"); len(tour) != blocks || blocks < 6 {
		t.Fatalf("%d of %d queries name who asks", len(tour), blocks)
	}
	return tour
}

// TestTour goes through the README as a reader would, one query after the
// other, on a demo of its own.
func TestTour(t *testing.T) {
	store, players := told(t, "sqlite:"+filepath.Join(t.TempDir(), "demo.db"))
	people := map[string]ident.ID{"a visitor": ident.Nil}
	for _, p := range players {
		people[p.Chinese] = p.Person
	}
	a := newAPI(t, store)
	var answers []map[string]any
	for i, s := range readTour(t) {
		viewer, known := people[s.as]
		if !known {
			t.Fatalf("the demo has nobody called %s", s.as)
		}
		var variables map[string]any
		if s.variables != "" {
			if err := json.Unmarshal([]byte(filled(t, s.variables, answers)), &variables); err != nil {
				t.Fatal(err)
			}
		}
		data := a.ask(t, viewer, s.query, variables)
		for field, value := range data {
			said, _ := value.(map[string]any)
			if _, isList := said["edges"]; said == nil || isList && len(edges(value)) == 0 {
				t.Errorf("stop %d: %s finds nothing", i+1, field)
			}
		}
		answers = append(answers, data)
	}
	var cast []string
	for _, data := range answers {
		if verb, ok := data["castBallots"].(map[string]any); ok {
			text, err := json.Marshal(verb["userErrors"])
			if err != nil {
				t.Fatal(err)
			}
			cast = append(cast, string(text))
		}
	}
	if len(cast) != 2 || cast[0] != "[]" || !strings.Contains(cast[1], "ALREADY_VOTED") {
		t.Errorf("the two ballots were answered %v", cast)
	}
}

// testExamples asks what the explorer offers to ask.
func testExamples(t *testing.T, s *ent.Store) {
	a := newAPI(t, s)
	for _, e := range demo.Examples() {
		for field, value := range a.ask(t, ident.Nil, e.Query, nil) {
			if len(edges(value)) == 0 {
				t.Errorf("%s: %s finds nothing", e.Title.English, field)
			}
		}
	}
}

// filled puts what the last answer says at a path in place of <path>.
func filled(t *testing.T, text string, answers []map[string]any) string {
	t.Helper()
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		path := strings.Split(strings.Trim(found, "<>"), ".")
		for i := len(answers) - 1; i >= 0; i-- {
			if value, ok := at(answers[i], path); ok {
				return fmt.Sprint(value)
			}
		}
		t.Fatalf("no answer has %s", found)
		return ""
	})
}

func at(value any, path []string) (any, bool) {
	for _, name := range path {
		switch v := value.(type) {
		case map[string]any:
			value = v[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(v) {
				return nil, false
			}
			value = v[i]
		default:
			return nil, false
		}
	}
	return value, value != nil
}
