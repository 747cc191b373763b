package day

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// ErrMalformed reports a text that is not a day of the calendar written as
// YYYY-MM-DD.
var ErrMalformed = errors.New("not a date of the form YYYY-MM-DD")

// china is the civil time of the whole country. It is a fixed offset so that
// no time-zone database decides on which day a period ends.
var china = time.FixedZone("+08:00", 8*60*60)

const layout = "2006-01-02"

// Date is one day of the calendar, from 0001-01-01 to 9999-12-31. Two dates
// are the same day exactly if they are equal, so a Date may be a key. The zero
// Date is no day at all: a term without an end, a fact nobody recorded.
type Date struct {
	year       int16
	month, day uint8
}

// New is the given day. It reports false where the calendar has no such day,
// such as 30 February.
func New(year int, month time.Month, dayOfMonth int) (Date, bool) {
	if year < 1 || year > 9999 || month < time.January || month > time.December {
		return Date{}, false
	}
	if dayOfMonth < 1 || dayOfMonth > length(year, month) {
		return Date{}, false
	}
	return Date{year: int16(year), month: uint8(month), day: uint8(dayOfMonth)}, true
}

// Parse reads YYYY-MM-DD and nothing else: no clock, no blanks, no shorter
// form. It returns ErrMalformed otherwise.
func Parse(text string) (Date, error) {
	t, err := time.Parse(layout, text)
	if err != nil || len(text) != len(layout) || t.Year() < 1 {
		return Date{}, fmt.Errorf("%w: %q", ErrMalformed, text)
	}
	return fromTime(t), nil
}

// Of is the day in China on which the instant falls.
func Of(instant time.Time) Date { return within(instant.In(china)) }

// IsZero reports whether the Date is no day at all.
func (d Date) IsZero() bool { return d == Date{} }

// String is YYYY-MM-DD, or nothing for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// Start is the instant at which the day begins in China.
func (d Date) Start() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, china)
}

// End is the instant at which the day is over in China: its 24:00, which is
// the start of the next day. A period that ends on this day excludes it.
func (d Date) End() time.Time { return d.Start().AddDate(0, 0, 1) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// Compare is negative if d is earlier than other, positive if later. The zero
// Date is earlier than every day.
func (d Date) Compare(other Date) int {
	return cmp.Or(
		cmp.Compare(d.year, other.year),
		cmp.Compare(d.month, other.month),
		cmp.Compare(d.day, other.day),
	)
}

// Before reports whether d is earlier than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d is later than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// utc is the day as an instant in which every day is 24 hours long.
func (d Date) utc() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

func fromTime(t time.Time) Date {
	return Date{year: int16(t.Year()), month: uint8(t.Month()), day: uint8(t.Day())}
}

// length is the number of days of a month.
func length(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
