package day

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The notices say how many days are off and how many are worked in exchange.
func TestAnnouncements(t *testing.T) {
	all, err := Announcements()
	if err != nil {
		t.Fatal(err)
	}
	want := map[int][2]int{2024: {28, 8}, 2025: {28, 5}, 2026: {33, 6}}
	for _, one := range all {
		if got := [2]int{len(one.Holidays), len(one.Workdays)}; got != want[one.Year] {
			t.Errorf("%d: %v days off and worked, want %v", one.Year, got, want[one.Year])
		}
		if wrong := one.Misplaced(); len(wrong) > 0 || one.Source == "" || one.VerifiedOn.IsZero() {
			t.Errorf("%d: %v, from %q, verified on %s", one.Year, wrong, one.Source, one.VerifiedOn)
		}
		for _, fixed := range []string{"-01-01", "-05-01", "-10-01", "-10-02", "-10-03"} {
			if d := must(t, one.Holidays[0].String()[:4]+fixed); !slices.Contains(one.Holidays, d) {
				t.Errorf("%s is no holiday", d)
			}
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d years, want %d", len(all), len(want))
	}
}

func TestAYearWithoutAnAnnouncement(t *testing.T) {
	rest, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"2030-01-01": true, "2030-05-01": true, "2030-05-02": true, "2030-10-03": true, // by the law itself
		"2030-10-04": false, "2030-05-03": false, // a Friday each
		"2030-02-04": false, // Spring Festival, which the moon decides
		"2030-06-01": true,  // a Saturday
	} {
		if d := must(t, text); rest.Rests(d) != want || rest.Knows(d) {
			t.Errorf("%s rests: %v, known: %v", d, rest.Rests(d), rest.Knows(d))
		}
	}
	known := rest.With(2030, Calendar{Holidays: []Date{must(t, "2030-10-04")}, Workdays: []Date{must(t, "2030-06-01")}})
	for text, want := range map[string]bool{"2030-10-04": true, "2030-06-01": false, "2030-01-01": false, "2029-01-01": true} {
		if got := known.Rests(must(t, text)); got != want {
			t.Errorf("%s rests: %v", text, got)
		}
	}
	if !known.Knows(must(t, "2030-01-01")) || rest.Knows(must(t, "2030-01-01")) {
		t.Error("what is known of one calendar is known of the other")
	}
}

func TestALaterAnnouncementStands(t *testing.T) {
	rest, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	moved := rest.With(2026, Calendar{Holidays: []Date{must(t, "2026-10-08")}})
	for text, want := range map[string]bool{"2026-10-08": true, "2026-10-07": false, "2026-10-10": true, "2025-10-07": true} {
		if got := moved.Rests(must(t, text)); got != want {
			t.Errorf("%s rests: %v", text, got)
		}
	}
}

func TestMisplaced(t *testing.T) {
	for name, c := range map[string]struct {
		a    Announcement
		want string
	}{
		"in order":              {Announcement{Year: 2026, Holidays: []Date{must(t, "2026-10-01")}, Workdays: []Date{must(t, "2026-10-10")}}, ""},
		"another year":          {Announcement{Year: 2026, Holidays: []Date{must(t, "2025-10-01")}}, "2025-10-01"},
		"named twice":           {Announcement{Year: 2026, Holidays: []Date{must(t, "2026-10-01"), must(t, "2026-10-01")}}, "2026-10-01"},
		"both":                  {Announcement{Year: 2026, Holidays: []Date{must(t, "2026-10-10")}, Workdays: []Date{must(t, "2026-10-10")}}, "2026-10-10"},
		"worked like any other": {Announcement{Year: 2026, Workdays: []Date{must(t, "2026-10-09")}}, "2026-10-09"},
	} {
		got := ""
		for _, d := range c.a.Misplaced() {
			got += d.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWorkingDaysAreDaysOnWhichNobodyRests(t *testing.T) {
	rest, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		start, n := anyDay(t).date(), rapid.IntRange(0, 40).Draw(t, "n")
		end, worked := rest.AddWorkingDays(start, n), 0
		for d := start.AddDays(1); !d.After(end); d = d.AddDays(1) {
			if !rest.Rests(d) {
				worked++
			}
		}
		if worked != n || n > 0 && rest.Rests(end) {
			t.Fatalf("%d working days after %s is %s, with %d between", n, start, end, worked)
		}
		if got := (Calendar{}).AddWorkingDays(start, n); got != start.AddDays(n) {
			t.Fatalf("where nobody rests %d working days after %s are %s", n, start, got)
		}
	})
}
