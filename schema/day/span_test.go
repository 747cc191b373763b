package day

import (
	"testing"

	"pgregory.net/rapid"
)

// window is long enough for spans of a few days on either side of each other.
const window = 12

func TestSpansAreSetsOfDays(t *testing.T) {
	base := must(t, "2026-02-20")
	draw := func(t *rapid.T, name string) Span {
		var s Span
		if from := rapid.IntRange(-1, window).Draw(t, name+" from"); from >= 0 {
			s.From = base.AddDays(from)
		}
		if to := rapid.IntRange(-1, window).Draw(t, name+" to"); to >= 0 {
			s.To = base.AddDays(to)
		}
		return s
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw(t, "a"), draw(t, "b")
		both, within, some := false, true, false
		for offset := -2; offset <= window+2; offset++ {
			d := base.AddDays(offset)
			inA := (a.From.IsZero() || !d.Before(a.From)) && (a.To.IsZero() || d.Before(a.To))
			if a.Contains(d) != inA {
				t.Fatalf("%+v and %s", a, d)
			}
			both = both || inA && b.Contains(d)
			within = within && (!inA || b.Contains(d))
			some = some || inA
		}
		if a.Empty() == some {
			t.Fatalf("%+v empty: %v", a, a.Empty())
		}
		if a.Overlaps(b) != both || b.Overlaps(a) != both {
			t.Fatalf("%+v overlaps %+v: %v", a, b, a.Overlaps(b))
		}
		if a.Within(b) != within {
			t.Fatalf("%+v within %+v: %v", a, b, a.Within(b))
		}
	})
}

func TestEarliestAndLatestKnowOpenEnds(t *testing.T) {
	early, late := must(t, "2026-01-01"), must(t, "2026-02-01")
	for _, c := range []struct{ a, b, earliest, latest Date }{
		{early, late, early, late},
		{late, early, early, late},
		{early, Date{}, early, early},
		{Date{}, late, late, late},
		{Date{}, Date{}, Date{}, Date{}},
	} {
		if got := Earliest(c.a, c.b); got != c.earliest {
			t.Errorf("earlier end of %q and %q: %q", c.a, c.b, got)
		}
		if got := Latest(c.a, c.b); got != c.latest {
			t.Errorf("later beginning of %q and %q: %q", c.a, c.b, got)
		}
	}
}
