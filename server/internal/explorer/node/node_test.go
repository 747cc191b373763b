// Package node tests the page's scripts where Node.js runs them: what needs no
// browser, such as reading, completing and formatting documents, checking JSON,
// typing, and search.
package node

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMain runs nothing where there is no Node.js, but for CI, where there has
// to be. Of packages that pass, go test ./... shows nothing that their tests
// say, but it does show which had "no tests to run".
func TestMain(m *testing.M) {
	flag.Parse()
	if _, err := exec.LookPath("node"); err != nil && os.Getenv("CI") == "" {
		_ = flag.Set("test.run", "^$") // a flag that every test has
	}
	os.Exit(m.Run())
}

func TestScripts(t *testing.T) {
	tests, err := filepath.Glob("*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatalf("found no tests: %v", err)
	}
	out, err := exec.Command("node", append([]string{"--test"}, tests...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
