package graph_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sifang/graph"
)

// TestWord holds that every value people may read has a Chinese word, so that
// whoever prints one never prints its code.
func TestWord(t *testing.T) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: graph.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	for name, definition := range schema.Types {
		// Orders are for programs, and refusals say themselves in a sentence.
		coded := strings.HasSuffix(name, "OrderField") || name == "OrderDirection" || name == "UserErrorCode" || strings.HasPrefix(name, "__")
		for _, value := range definition.EnumValues {
			if !coded && graph.Word(name, value.Name) == "" {
				t.Errorf("%s has no word for %s", name, value.Name)
			}
		}
	}
	if got := graph.Word("MeetingForm", "WRITTEN"); got != "书面征求意见" {
		t.Errorf("got %q", got)
	}
	if graph.Word("MeetingForm", "NONE") != "" || graph.Word("Nothing", "NONE") != "" {
		t.Error("a word for nothing")
	}
}
