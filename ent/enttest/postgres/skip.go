package postgres

import "os"

// Test is what OrSkip needs of a *testing.T, so that programs which start a
// server need not carry package testing.
type Test interface {
	Helper()
	Skip(args ...any)
	Fatal(args ...any)
}

// OrSkip ends the calling test if there are no server programs: it is skipped,
// saying so, or fails where SIFANG_TEST_POSTGRES=require promises them.
func OrSkip(t Test) {
	t.Helper()
	_, ok := Find()
	switch {
	case ok:
	case os.Getenv("SIFANG_TEST_POSTGRES") == "require":
		t.Fatal("SIFANG_TEST_POSTGRES=require:", ErrNotFound)
	default:
		t.Skip("NOT TESTED ON POSTGRESQL:", ErrNotFound)
	}
}
