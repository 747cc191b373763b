package quorum_test

import (
	"flag"
	"testing"
)

// TestMain runs each property ten thousand times, unless the command line says
// otherwise.
func TestMain(m *testing.M) {
	if checks := flag.Lookup("rapid.checks"); checks != nil {
		_ = checks.Value.Set("10000") // a number always parses
	}
	flag.Parse()
	m.Run()
}
