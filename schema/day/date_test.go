package day

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// must reads a date that the test itself wrote.
func must(t interface{ Fatal(...any) }, text string) Date {
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// walked is a day found by walking the calendar, in which only the lengths of
// the months are known: the reference that date arithmetic is held against.
type walked struct{ year, month, day int }

func leap(year int) bool { return year%4 == 0 && year%100 != 0 || year%400 == 0 }

func (w walked) last() int {
	if w.month == 2 && leap(w.year) {
		return 29
	}
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[w.month-1]
}

func (w walked) next() walked {
	switch {
	case w.day < w.last():
		return walked{w.year, w.month, w.day + 1}
	case w.month < 12:
		return walked{w.year, w.month + 1, 1}
	default:
		return walked{w.year + 1, 1, 1}
	}
}

func (w walked) date() Date {
	return Date{year: int16(w.year), month: uint8(w.month), day: uint8(w.day)}
}

// anyDay draws a day of the years for which the service is likely to be asked.
func anyDay(t *rapid.T) walked {
	w := walked{year: rapid.IntRange(1890, 2110).Draw(t, "year"), month: rapid.IntRange(1, 12).Draw(t, "month")}
	w.day = rapid.IntRange(1, w.last()).Draw(t, "day")
	return w
}

func TestParse(t *testing.T) {
	for _, text := range []string{"2026-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29"} {
		if got := must(t, text).String(); got != text {
			t.Errorf("%s was read as %s", text, got)
		}
	}
	for _, text := range []string{
		"", "2026", "2026-1-1", "2026-01-1", "26-01-01", "2026/01/01", "2026-13-01", "2026-00-10", "2026-02-30",
		"2025-02-29", "1900-02-29", "0000-01-01", "+2026-01-01", "2026-01-01T00:00:00Z", " 2026-01-01", "2026-01-01 ",
		"10000-01-01", "２０２６-01-01", "today",
	} {
		if d, err := Parse(text); !errors.Is(err, ErrMalformed) {
			t.Errorf("%q was read as %v, %v", text, d, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2026-01-01", "2026-02-30", "0000-00-00", "9999-12-31", "２０２６-01-01"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err == nil && d.String() != text {
			t.Errorf("%q was read as %s", text, d)
		}
		if err != nil && !d.IsZero() {
			t.Errorf("%q was refused and still gave %s", text, d)
		}
	})
}

func TestNewKnowsEveryDayOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-1, 10001).Draw(t, "year")
		month := rapid.IntRange(-1, 14).Draw(t, "month")
		dayOfMonth := rapid.IntRange(-1, 33).Draw(t, "day")
		exists := year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
			dayOfMonth >= 1 && dayOfMonth <= walked{year, month, 1}.last()
		d, ok := New(year, time.Month(month), dayOfMonth)
		if ok != exists || ok && d != (walked{year, month, dayOfMonth}).date() {
			t.Fatalf("%d-%d-%d: %v, %v", year, month, dayOfMonth, d, ok)
		}
	})
}

func TestOfIsTheDayInChina(t *testing.T) {
	for instant, want := range map[string]string{
		"2026-03-10T15:59:59Z":      "2026-03-10",
		"2026-03-10T16:00:00Z":      "2026-03-11",
		"2026-03-10T23:59:59+08:00": "2026-03-10",
		"2025-12-31T20:00:00-05:00": "2026-01-01",
		// Summer time was last kept in 1991; the civil day is still UTC+8.
		"1990-07-01T15:30:00Z": "1990-07-01",
	} {
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := Of(at).String(); got != want {
			t.Errorf("%s is %s in China, got %s", instant, want, got)
		}
	}
}

func TestADayLastsFromItsStartToItsEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyDay(t)
		d, next := w.date(), w.next().date()
		if d.End() != next.Start() || Of(d.Start()) != d || Of(d.End().Add(-time.Nanosecond)) != d || Of(d.End()) != next {
			t.Fatalf("%s runs from %s to %s", d, d.Start(), d.End())
		}
		if d.Weekday() != d.Start().Weekday() {
			t.Fatalf("%s is a %s", d, d.Weekday())
		}
	})
}

func TestAddDaysWalksTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay(t)
		steps := rapid.IntRange(0, 1500).Draw(t, "steps")
		to := from
		for range steps {
			to = to.next()
		}
		start, end := from.date(), to.date()
		if got := start.AddDays(steps); got != end {
			t.Fatalf("%d days after %s is %s, not %s", steps, start, end, got)
		}
		if got := end.AddDays(-steps); got != start {
			t.Fatalf("%d days before %s is %s, not %s", steps, end, start, got)
		}
		if there, back := start.DaysUntil(end), end.DaysUntil(start); there != steps || back != -steps {
			t.Fatalf("from %s to %s: %d and %d instead of %d days", start, end, there, back, steps)
		}
		if start.Before(end) != (steps > 0) || end.After(start) != (steps > 0) || (start.Compare(end) == 0) != (steps == 0) {
			t.Fatalf("%s and %s are in the wrong order", start, end)
		}
	})
}

func TestAddMonthsKeepsTheDayOrTakesTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay(t)
		months := rapid.IntRange(-600, 600).Draw(t, "months")
		index := from.year*12 + from.month - 1 + months
		want := walked{year: index / 12, month: index%12 + 1}
		want.day = min(from.day, want.last())
		if got := from.date().AddMonths(months); got != want.date() {
			t.Fatalf("%d months after %s is %s, not %s", months, from.date(), want.date(), got)
		}
	})
}

func TestArithmeticStaysInTheCalendar(t *testing.T) {
	first, last := must(t, "0001-01-01"), must(t, "9999-12-31")
	if got := last.AddDays(1); got != last {
		t.Errorf("the day after the last is %s", got)
	}
	if got := first.AddMonths(-1); got != first {
		t.Errorf("the month before the first is %s", got)
	}
	if got := (Date{}).AddYears(5); !got.IsZero() {
		t.Errorf("five years after no day is %s", got)
	}
	if got := (Date{}).AddDays(5); !got.IsZero() {
		t.Errorf("five days after no day is %s", got)
	}
}
