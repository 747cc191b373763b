package tally_test

import (
	"flag"
	"testing"
)

// TestMain runs each property five thousand times, unless the command line says
// otherwise: -rapid.checks=100000 is the long run.
func TestMain(m *testing.M) {
	if checks := flag.Lookup("rapid.checks"); checks != nil {
		_ = checks.Value.Set("5000") // a number always parses
	}
	flag.Parse()
	m.Run()
}
