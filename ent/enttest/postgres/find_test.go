package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestNewestReleaseComesFirst(t *testing.T) {
	dirs := []string{"/usr/lib/postgresql/9.6/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/local/bin", "/usr/lib/postgresql/15/bin"}
	slices.SortFunc(dirs, newerFirst)
	want := []string{"/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/9.6/bin", "/usr/lib/postgresql/local/bin"}
	if !slices.Equal(dirs, want) {
		t.Errorf("got %v, want %v", dirs, want)
	}
}

func TestFindTakesTheNamedDirectoryOrNone(t *testing.T) {
	complete, half, empty := t.TempDir(), t.TempDir(), t.TempDir()
	for _, program := range []string{complete + "/initdb", complete + "/postgres", half + "/postgres"} {
		err := os.WriteFile(program, nil, 0o755)
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{complete, half, empty} {
		// Whatever PATH and the machine have, a named directory is not replaced.
		t.Setenv("SIFANG_POSTGRES_BIN", dir)
		bin, ok := Find()
		if ok != (dir == complete) || ok && bin != dir {
			t.Errorf("Find() with %s = %q, %t", dir, bin, ok)
		}
	}
	t.Setenv("SIFANG_POSTGRES_BIN", "")
	t.Setenv("PATH", strings.Join([]string{empty, half, complete}, string(filepath.ListSeparator)))
	bin, ok := Find()
	if !ok || bin != complete {
		t.Errorf("Find() on PATH = %q, %t; want %q", bin, ok, complete)
	}
}

func TestStartWithoutPrograms(t *testing.T) {
	t.Setenv("SIFANG_POSTGRES_BIN", t.TempDir())
	_, err := Start(context.Background())
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

// verdict is a Test that notes what OrSkip did to it.
type verdict struct{ skipped, failed string }

func (v *verdict) Helper()           {}
func (v *verdict) Skip(args ...any)  { v.skipped = fmt.Sprintln(args...) }
func (v *verdict) Fatal(args ...any) { v.failed = fmt.Sprintln(args...) }

func TestOrSkip(t *testing.T) {
	t.Setenv("SIFANG_POSTGRES_BIN", t.TempDir())
	for _, c := range []struct {
		demand          string
		skipped, failed bool
	}{
		{demand: "", skipped: true},
		{demand: "require", failed: true},
	} {
		t.Setenv("SIFANG_TEST_POSTGRES", c.demand)
		var v verdict
		OrSkip(&v)
		if strings.Contains(v.skipped, "SIFANG_POSTGRES_BIN") != c.skipped || strings.Contains(v.failed, "SIFANG_POSTGRES_BIN") != c.failed {
			t.Errorf("demand %q: %+v", c.demand, v)
		}
	}
}
