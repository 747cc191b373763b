package posting_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema/day"
	"sifang/schema/posting"
)

// noon is noon of a day of June 2026 in China.
func noon(d int) time.Time { return time.Date(2026, 6, d, 4, 0, 0, 0, time.UTC) }

func june(t *testing.T, d int) day.Date { return on(t, "2026-06-01").AddDays(d - 1) }

// Seven days posted on 1 June hang until the 8th.
func TestHung(t *testing.T) {
	there := func(d int) posting.Check { return posting.Check{At: noon(d), There: true} }
	gone := func(d int) posting.Check { return posting.Check{At: noon(d)} }
	for name, c := range map[string]struct {
		today  int
		checks []posting.Check
		posted int
		due    int // of June; 0 while it is gone
		met    bool
		gaps   int
	}{
		"on the day of posting":               {1, nil, 0, 8, false, 0},
		"the day of posting does not count":   {2, nil, 0, 8, false, 0},
		"on its last day it still hangs":      {8, nil, 6, 8, false, 0},
		"the day after it is full":            {9, nil, 7, 8, true, 0},
		"somebody saw it there":               {9, []posting.Check{there(4), there(8)}, 7, 8, true, 0},
		"gone":                                {6, []posting.Check{gone(5)}, 3, 0, false, 1},
		"gone, and nobody put it up again":    {20, []posting.Check{there(3), gone(5)}, 3, 0, false, 1},
		"put up again the same day":           {10, []posting.Check{gone(5), there(5)}, 7, 9, true, 1},
		"put up again two days later":         {11, []posting.Check{gone(5), there(7)}, 6, 11, false, 1},
		"and then full":                       {12, []posting.Check{gone(5), there(7)}, 7, 11, true, 1},
		"gone twice":                          {14, []posting.Check{gone(3), there(4), gone(8), there(9)}, 8, 12, true, 2},
		"seen gone by two":                    {12, []posting.Check{gone(5), gone(6), there(7)}, 7, 11, true, 1},
		"entered in another order":            {12, []posting.Check{there(7), gone(5)}, 7, 11, true, 1},
		"gone when it had hung long enough":   {12, []posting.Check{gone(9)}, 7, 8, true, 1},
		"gone on its last day is too early":   {12, []posting.Check{gone(8)}, 6, 0, false, 1},
		"gone on the day on which it was put": {3, []posting.Check{gone(1), there(2)}, 0, 9, false, 1},
	} {
		got := posting.Hung(noon(1), 7, june(t, 8), june(t, c.today), c.checks)
		due := day.Date{}
		if c.due > 0 {
			due = june(t, c.due)
		}
		if got.Posted != c.posted || got.Due != due || got.Met != c.met || len(got.Gaps) != c.gaps {
			t.Errorf("%s: %+v, want %d days, due %s, met %v", name, got, c.posted, due, c.met)
		}
	}
}

func TestGaps(t *testing.T) {
	checks := []posting.Check{{At: noon(3), There: true}, {At: noon(5)}, {At: noon(6)}, {At: noon(7), There: true}, {At: noon(9)}}
	got := posting.Hung(noon(1), 7, june(t, 8), june(t, 12), checks).Gaps
	want := []posting.Gap{{LastSeen: noon(3), Gone: noon(5), Again: noon(7)}, {LastSeen: noon(7), Gone: noon(9)}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("gaps %+v, want %+v", got, want)
	}
}

// TestAMinimumThatMoved: what ends on a day of rest hangs over it, however many
// days that makes.
func TestAMinimumThatMoved(t *testing.T) {
	got := posting.Hung(noon(5), 7, june(t, 15), june(t, 15), nil) // the 12th and more: until Monday the 15th
	if got.Posted != 9 || got.Due != june(t, 15) || got.Met {
		t.Errorf("%+v", got)
	}
	none := posting.Hung(noon(5), 0, june(t, 5), june(t, 6), nil)
	if none.Due != june(t, 5) || !none.Met {
		t.Errorf("nothing is asked, and %+v", none)
	}
}

func TestHungProperties(t *testing.T) {
	start := on(t, "2026-06-01")
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(0, 20).Draw(t, "days")
		until := start.AddDays(days + rapid.IntRange(0, 3).Draw(t, "moved"))
		var checks []posting.Check
		for _, d := range rapid.SliceOfN(rapid.IntRange(1, 40), 0, 8).Draw(t, "checks") {
			checks = append(checks, posting.Check{At: noon(d), There: rapid.Bool().Draw(t, "there")})
		}
		today := start.AddDays(rapid.IntRange(0, 60).Draw(t, "today"))
		got := posting.Hung(noon(1), days, until, today, checks)
		if got.Met != (!got.Due.IsZero() && got.Due.Before(today)) {
			t.Fatalf("met and due disagree: %+v", got)
		}
		if got.Met && got.Posted < days {
			t.Fatalf("met after %d of %d days", got.Posted, days)
		}
		if !got.Due.IsZero() && got.Due.Before(until) {
			t.Fatalf("full on %s, before %s", got.Due, until)
		}
		if plain := posting.Hung(noon(1), days, until, today, nil); got.Posted > plain.Posted {
			t.Fatalf("checks made %d days of %d", got.Posted, plain.Posted)
		}
		if later := posting.Hung(noon(1), days, until, today.AddDays(1), checks); later.Posted < got.Posted || got.Met && !later.Met {
			t.Fatalf("a day later %+v, after %+v", later, got)
		}
	})
}
