package day

import "time"

// AddDays is the day n days later, or earlier if n is negative. The zero Date
// stays the zero Date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return within(d.utc().AddDate(0, 0, n))
}

// AddMonths is the corresponding day n months later, or the last day of that
// month where there is none: a month after 31 January is 28 or 29 February
// (Civil Code art. 202).
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(int(d.year), time.Month(d.month), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := length(first.Year(), first.Month())
	return within(first.AddDate(0, 0, min(int(d.day), last)-1))
}

// AddYears is the corresponding day n years later; for 29 February it is
// 28 February where the year has no 29th (Civil Code art. 202).
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// DaysUntil is the number of days by which other lies after d, negative if
// it lies before.
func (d Date) DaysUntil(other Date) int {
	return int(other.utc().Sub(d.utc()) / (24 * time.Hour))
}

// within keeps a computed day inside the calendar that a Date can write.
func within(t time.Time) Date {
	switch {
	case t.Year() < 1:
		return Date{year: 1, month: 1, day: 1}
	case t.Year() > 9999:
		return Date{year: 9999, month: 12, day: 31}
	default:
		return fromTime(t)
	}
}
