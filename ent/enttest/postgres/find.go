package postgres

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// ErrNotFound says that the machine has no PostgreSQL server programs, or not
// where SIFANG_POSTGRES_BIN says they are.
var ErrNotFound = errors.New("no PostgreSQL server programs (initdb, postgres) found: " +
	"install them or name their directory in SIFANG_POSTGRES_BIN")

// Find answers the directory that holds the PostgreSQL server programs. If
// SIFANG_POSTGRES_BIN is set only that directory counts; otherwise PATH is
// searched first, then the directories of Debian's packages, newest first.
func Find() (string, bool) {
	for _, dir := range candidates() {
		// The programs are run from another working directory.
		bin, err := filepath.Abs(dir)
		if err == nil && has(bin, "initdb") && has(bin, "postgres") {
			return bin, true
		}
	}
	return "", false
}

func candidates() []string {
	if dir := os.Getenv("SIFANG_POSTGRES_BIN"); dir != "" {
		return []string{dir}
	}
	// Debian keeps the server programs out of PATH.
	debian, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		debian = nil
	}
	slices.SortFunc(debian, newerFirst)
	return append(filepath.SplitList(os.Getenv("PATH")), debian...)
}

// newerFirst orders /usr/lib/postgresql/17/bin before …/9.6/bin.
func newerFirst(a, b string) int {
	x, y := release(a), release(b)
	switch {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return 0
}

// release answers 0 for a directory that is not named after a release.
func release(bin string) float64 {
	number, err := strconv.ParseFloat(filepath.Base(filepath.Dir(bin)), 64)
	if err != nil {
		return 0
	}
	return number
}

func has(dir, program string) bool {
	// With a slash in it, LookPath asks only whether this very file can be run.
	_, err := exec.LookPath(filepath.Join(dir, program))
	return err == nil
}
