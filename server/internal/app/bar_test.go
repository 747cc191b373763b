package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBar(t *testing.T) {
	var out strings.Builder
	b := &bar{out: &out, shown: -1}
	for done := range 1001 {
		b.show(done, 1000)
	}
	b.show(0, 0)
	b.end()
	drawn := strings.Split(out.String(), "\r")
	if len(drawn) != 102 { // nothing, and each hundredth once
		t.Errorf("drawn %d times", len(drawn))
	}
	if want := "[" + strings.Repeat("#", 20) + strings.Repeat(" ", 20) + "]  50% 500/1000"; drawn[51] != want {
		t.Errorf("half way it shows %q", drawn[51])
	}
	if last := drawn[101]; !strings.HasSuffix(last, "100% 1000/1000\n") {
		t.Errorf("at the end it shows %q", last)
	}
}

func TestBarWhereNobodyLooks(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var text strings.Builder
	if newBar(file).out != nil || newBar(&text).out != nil {
		t.Error("a bar is drawn into a file")
	}
	b := newBar(&text)
	b.show(1, 2)
	b.end()
	if text.Len() != 0 {
		t.Errorf("drawn %q", text.String())
	}
}
