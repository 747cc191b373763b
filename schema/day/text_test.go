package day

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestEveryTextFormComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay(t).date()
		text, err := json.Marshal(d)
		if err != nil || string(text) != `"`+d.String()+`"` {
			t.Fatalf("%s, %v", text, err)
		}
		var fromJSON Date
		if err = json.Unmarshal(text, &fromJSON); err != nil || fromJSON != d {
			t.Fatalf("JSON %s came back as %s, %v", text, fromJSON, err)
		}
		stored, err := d.Value()
		if err != nil || stored != d.String() {
			t.Fatalf("stored as %v, %v", stored, err)
		}
		var quoted strings.Builder
		d.MarshalGQL(&quoted)
		if quoted.String() != string(text) {
			t.Fatalf("GraphQL %s", quoted.String())
		}
		var fromGQL Date
		if err = fromGQL.UnmarshalGQL(d.String()); err != nil || fromGQL != d {
			t.Fatalf("GraphQL came back as %s, %v", fromGQL, err)
		}
	})
}

func TestScan(t *testing.T) {
	want := must(t, "2026-03-01")
	for name, src := range map[string]any{
		"text":                 "2026-03-01",
		"bytes":                []byte("2026-03-01"),
		"midnight in UTC":      time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		"midnight in China":    time.Date(2026, 3, 1, 0, 0, 0, 0, china),
		"midnight in New York": time.Date(2026, 3, 1, 0, 0, 0, 0, time.FixedZone("", -5*60*60)),
	} {
		var got Date
		if err := got.Scan(src); err != nil || got != want {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	for name, src := range map[string]any{
		"a number": int64(20260301), "no date": "2026-02-30", "an instant": []byte("2026-03-01T00:00:00Z"),
		"a year too far": time.Date(12026, 3, 1, 0, 0, 0, 0, time.UTC),
	} {
		got := want
		if err := got.Scan(src); !errors.Is(err, ErrMalformed) || got != want {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
}

func TestNoDayIsNull(t *testing.T) {
	var d Date
	if stored, err := d.Value(); stored != nil || err != nil {
		t.Errorf("stored as %v, %v", stored, err)
	}
	read := must(t, "2026-03-01")
	if err := read.Scan(nil); err != nil || !read.IsZero() {
		t.Errorf("NULL was read as %s, %v", read, err)
	}
	var text strings.Builder
	if d.MarshalGQL(&text); text.String() != "null" {
		t.Errorf("GraphQL %s", text.String())
	}
	if got, err := json.Marshal(d); err == nil {
		t.Errorf("JSON %s", got)
	}
	if got, err := json.Marshal(Span{}); err != nil || string(got) != "{}" {
		t.Errorf("JSON %s, %v", got, err)
	}
}

func TestUnmarshalGQLIsStrict(t *testing.T) {
	for _, v := range []any{nil, 20260301, json.Number("20260301"), "2026-3-1", "2026-03-01T00:00:00+08:00", "", true} {
		got := must(t, "2020-01-01")
		if err := got.UnmarshalGQL(v); !errors.Is(err, ErrMalformed) || got.String() != "2020-01-01" {
			t.Errorf("%v was read as %s, %v", v, got, err)
		}
	}
}
