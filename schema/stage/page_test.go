package stage

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the printed tables to testdata")

func TestPage(t *testing.T) {
	const golden = "testdata/stages.md"
	if *update {
		if err := os.WriteFile(golden, []byte(Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if Page() != string(kept) {
		t.Errorf("%s differs from the tables; if the change is meant, run go test -update and review the page", golden)
	}
}
