package day

import (
	"slices"
	"time"
)

// Calendar says which days are legal days of rest (法定休假日). Holidays and
// the weekends worked in exchange for them are decided anew for every year, so
// they are data. The zero Calendar has no days of rest.
type Calendar struct {
	// Weekends makes every Saturday and Sunday a day of rest.
	Weekends bool `json:"weekends,omitempty"`
	// Holidays are days of rest whatever day of the week they are.
	Holidays []Date `json:"holidays,omitempty"`
	// Workdays are Saturdays and Sundays that are worked (调休).
	Workdays []Date `json:"workdays,omitempty"`
}

// Rests reports whether the day is a day of rest.
func (c Calendar) Rests(d Date) bool {
	if slices.Contains(c.Holidays, d) {
		return true
	}
	weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	return c.Weekends && weekend && !slices.Contains(c.Workdays, d)
}

// OnOrAfter is the day itself, or the first day after the days of rest that
// it falls into (Civil Code art. 203).
func (c Calendar) OnOrAfter(d Date) Date {
	for c.Rests(d) {
		next := d.AddDays(1)
		if next == d { // the end of the calendar
			break
		}
		d = next
	}
	return d
}
