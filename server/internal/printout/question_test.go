package printout

import (
	"image/color"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"sifang/graph"
)

// TestQuestions holds every question of the pages against the API.
func TestQuestions(t *testing.T) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: graph.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(embedded, "pages/*.graphql")
	if err != nil || len(files) < len(pages) {
		t.Fatalf("%d questions for %d pages: %v", len(files), len(pages), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".graphql")
		if _, err := gqlparser.LoadQueryWithRules(schema, question(name), rules.NewDefaultRules()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, p := range pages {
		if question(p.Name) == "" {
			t.Errorf("%s asks nothing", p.Name)
		}
	}
}

// TestCode reads the drawn paths back into modules.
func TestCode(t *testing.T) {
	const text = "https://vote.example/print/ballots/01a175b8-ae80-8015-801a-5c07715031a7?entry=01a1c2f8-1280-8019-801b-e4a3ea2ba56e"
	drawn, err := code(text)
	if err != nil {
		t.Fatal(err)
	}
	dark := map[[2]int]bool{}
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1`).FindAllStringSubmatch(string(drawn), -1) {
		x, _ := strconv.Atoi(run[1])
		y, _ := strconv.Atoi(run[2])
		length, _ := strconv.Atoi(run[3])
		for i := range length {
			dark[[2]int{x + i, y}] = true
		}
	}
	want, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		t.Fatal(err)
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			if dark[[2]int{x, y}] != (want.At(x, y) == color.Black) {
				t.Fatalf("the module at %d, %d has the wrong colour", x, y)
			}
		}
	}
	if _, err := code(strings.Repeat("x", 5000)); err == nil {
		t.Error("more was drawn than a code holds")
	}
}

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		say(date("2026-06-30")):             "2026年6月30日",
		say(date("2026-06-30T16:30:00Z")):   "2026年7月1日", // it is past midnight in China
		say(date(nil)):                      "　　年　月　日",
		say(moment("2026-06-30T01:05:00Z")): "2026年6月30日09时05分",
		say(until("2026-06-30T16:00:00Z")):  "2026年6月30日24时",
		say(until("2026-06-30T10:00:00Z")):  "2026年6月30日18时00分",
		say(word("MeetingForm", "WRITTEN")): "书面征求意见",
		say(word("MeetingForm", "NONE")):    "error",
		say(date("soon")):                   "error",
		ordinal(1) + ordinal(10) + ordinal(11) + ordinal(20) + ordinal(99) + ordinal(100): "一十十一二十九十九100",
		strings.Join(lines(" a \n\n b"), "|"):                                             "a|b",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func say(text string, err error) string {
	if err != nil {
		return "error"
	}
	return text
}
