package day

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPeriodEnd(t *testing.T) {
	rest := Calendar{
		Weekends: true,
		Holidays: []Date{must(t, "2026-10-01"), must(t, "2026-10-02"), must(t, "2026-10-05"), must(t, "2026-10-06"), must(t, "2026-10-07")},
		Workdays: []Date{must(t, "2026-10-10")},
	}
	for _, c := range []struct {
		start, want, why string
		length           Period
		rest             Calendar
	}{
		{start: "2026-03-10", length: Period{Years: 1}, want: "2027-03-10", why: "a year to sue, from the day one knew"},
		{start: "2024-02-29", length: Period{Years: 1}, want: "2025-02-28", why: "no corresponding day: the month's last"},
		{start: "2024-02-29", length: Period{Years: 4}, want: "2028-02-29", why: "the corresponding day exists again"},
		{start: "2025-02-28", length: Period{Years: 3}, want: "2028-02-28", why: "the corresponding day, not the month's last"},
		{start: "2026-01-31", length: Period{Months: 1}, want: "2026-02-28", why: "no 31 February"},
		{start: "2026-08-31", length: Period{Months: 6}, want: "2027-02-28", why: "across the year"},
		{start: "2026-03-27", length: Period{Days: 3}, want: "2026-03-30", why: "the start day does not count"},
		{start: "2026-06-01", length: Period{}, want: "2026-06-01", why: "no time at all"},
		{start: "2026-09-24", length: Period{Days: 10}, rest: rest, want: "2026-10-08", why: "a Sunday within the National Day holiday"},
		{start: "2026-10-07", length: Period{Days: 3}, rest: rest, want: "2026-10-10", why: "a Saturday worked in exchange"},
		{start: "2026-10-07", length: Period{Days: 4}, rest: rest, want: "2026-10-12", why: "a Sunday"},
		{start: "2026-10-07", length: Period{Days: 4}, want: "2026-10-11", why: "no calendar given"},
	} {
		if got := PeriodEnd(must(t, c.start), c.length, c.rest).String(); got != c.want {
			t.Errorf("%+v from %s ends on %s, got %s (%s)", c.length, c.start, c.want, got, c.why)
		}
	}
}

func TestDeadlineIsMidnightInChina(t *testing.T) {
	// 23:30 in China of 9 March, 15:30 in UTC.
	start := time.Date(2026, 3, 9, 15, 30, 0, 0, time.UTC)
	want := time.Date(2026, 3, 12, 16, 0, 0, 0, time.UTC)
	if got := Deadline(start, Period{Days: 3}, Calendar{}); !got.Equal(want) {
		t.Errorf("three days end at %s, got %s", want, got)
	}
}

func TestAPeriodMovesOnlyOverDaysOfRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := anyDay(t).date()
		length := Period{Days: rapid.IntRange(0, 90).Draw(t, "days")}
		rest := Calendar{Weekends: rapid.Bool().Draw(t, "weekends")}
		for _, offset := range rapid.SliceOfN(rapid.IntRange(0, 100), 0, 40).Draw(t, "holidays") {
			rest.Holidays = append(rest.Holidays, start.AddDays(offset))
		}
		for _, offset := range rapid.SliceOfN(rapid.IntRange(0, 100), 0, 10).Draw(t, "workdays") {
			rest.Workdays = append(rest.Workdays, start.AddDays(offset))
		}
		plain, got := PeriodEnd(start, length, Calendar{}), PeriodEnd(start, length, rest)
		if rest.Rests(got) || got.Before(plain) {
			t.Fatalf("a period that should end on %s ends on %s", plain, got)
		}
		for d := plain; d.Before(got); d = d.AddDays(1) {
			if !rest.Rests(d) {
				t.Fatalf("a period that could end on %s ends on %s", d, got)
			}
		}
	})
}

func TestACalendarOfNothingButRestEnds(t *testing.T) {
	last := must(t, "9999-12-31")
	if got := (Calendar{Holidays: []Date{last}}).OnOrAfter(last); got != last {
		t.Errorf("got %s", got)
	}
}

func TestNotice(t *testing.T) {
	posted, assembly := must(t, "2026-06-01"), must(t, "2026-06-16")
	for counting, want := range map[Counting]struct {
		days     int
		earliest string
		latest   string
	}{
		ClearDays:      {14, "2026-06-17", "2026-05-31"},
		DateDifference: {15, "2026-06-16", "2026-06-01"},
		"UNHEARD_OF":   {14, "2026-06-17", "2026-05-31"},
	} {
		if got := counting.Days(posted, assembly); got != want.days {
			t.Errorf("%s: %d days of notice, want %d", counting, got, want.days)
		}
		if got := counting.EarliestEvent(posted, 15).String(); got != want.earliest {
			t.Errorf("%s: lawful from %s, got %s", counting, want.earliest, got)
		}
		if got := counting.LatestPosting(assembly, 15).String(); got != want.latest {
			t.Errorf("%s: to be posted by %s, got %s", counting, want.latest, got)
		}
	}
}

func TestNoticeCountsTheDaysBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay(t)
		span := rapid.IntRange(-40, 40).Draw(t, "span")
		posted, event := from.date(), from.date().AddDays(span)
		clear, upTo := 0, 0
		for d := posted.AddDays(1); !d.After(event); d = d.AddDays(1) {
			upTo++
			if d != event {
				clear++
			}
		}
		if got := ClearDays.Days(posted, event); got != clear {
			t.Fatalf("%d clear days from %s to %s, not %d", clear, posted, event, got)
		}
		if got := DateDifference.Days(posted, event); got != upTo {
			t.Fatalf("%d days from %s to %s, not %d", upTo, posted, event, got)
		}
		for _, counting := range []Counting{ClearDays, DateDifference} {
			due := rapid.IntRange(1, 60).Draw(t, "due")
			earliest := counting.EarliestEvent(posted, due)
			if counting.Days(posted, earliest) != due || counting.Days(posted, earliest.AddDays(-1)) >= due {
				t.Fatalf("%s: %d days of notice from %s are not full exactly on %s", counting, due, posted, earliest)
			}
			if got := counting.LatestPosting(earliest, due); got != posted {
				t.Fatalf("%s: to be posted by %s, not %s", counting, posted, got)
			}
		}
	})
}
