package recount_test

import (
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestNothingIsShared: a second counter that imported the first one, or its
// rules, would make the same mistakes.
func TestNothingIsShared(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		read++
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range file.Imports {
			path, _ := strconv.Unquote(one.Path.Value)
			if strings.HasPrefix(path, "sifang/") && !slices.Contains([]string{"sifang/schema", "sifang/schema/fault"}, path) {
				t.Errorf("%s imports %s", f.Name(), path)
			}
		}
	}
	if read == 0 {
		t.Error("no file was read")
	}
}
