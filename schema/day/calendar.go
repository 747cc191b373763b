package day

import (
	"slices"
	"time"
)

// Calendar says which days are legal days of rest (法定休假日). Holidays and
// the weekends worked in exchange for them are announced anew for every year, so
// they are data. The zero Calendar has no days of rest.
type Calendar struct {
	// Weekends makes every Saturday and Sunday a day of rest.
	Weekends bool `json:"weekends,omitempty"`
	// Holidays are days of rest whatever day of the week they are.
	Holidays []Date `json:"holidays,omitempty"`
	// Workdays are Saturdays and Sundays that are worked (调休).
	Workdays []Date `json:"workdays,omitempty"`
	// Fixed makes the holidays to which the law itself gives a date days of rest
	// in years for which nothing was announced.
	Fixed bool `json:"fixed,omitempty"`
	// Announced are the years whose days of rest were announced.
	Announced []int `json:"announced,omitempty"`
}

// Rests reports whether the day is a day of rest.
func (c Calendar) Rests(d Date) bool {
	if slices.Contains(c.Holidays, d) || c.Fixed && !c.Knows(d) && d.fixedHoliday() {
		return true
	}
	weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	return c.Weekends && weekend && !slices.Contains(c.Workdays, d)
}

// Knows reports whether the days of rest of the day's year were announced. Where
// they were not, Rests tells weekends and the holidays with a date of their own
// only, and a period that ends there may end later than it says.
func (c Calendar) Knows(d Date) bool { return slices.Contains(c.Announced, int(d.year)) }

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

// AddWorkingDays is the nth working day (工作日) after the day, which itself is
// not counted. Without any it is the day itself.
func (c Calendar) AddWorkingDays(d Date, n int) Date {
	for ; n > 0; n-- {
		next := c.OnOrAfter(d.AddDays(1))
		if next == d { // the end of the calendar
			break
		}
		d = next
	}
	return d
}

// With is the calendar with what was announced for a further year, instead of
// what was announced for it before.
func (c Calendar) With(year int, announced Calendar) Calendar {
	other := func(d Date) bool { return int(d.year) != year }
	c.Holidays = append(kept(c.Holidays, other), announced.Holidays...)
	c.Workdays = append(kept(c.Workdays, other), announced.Workdays...)
	if !slices.Contains(c.Announced, year) {
		c.Announced = append(slices.Clone(c.Announced), year)
	}
	return c
}

func kept(days []Date, keep func(Date) bool) []Date {
	var all []Date
	for _, d := range days {
		if keep(d) {
			all = append(all, d)
		}
	}
	return all
}

// fixedHoliday reports a holiday of all citizens to which the law itself gives a
// date: 1 January, 1 and 2 May, 1 to 3 October (Regulation on Public Holidays for
// Festivals and Memorial Days, as amended in 2024, art. 2). The others go by the
// moon and the sun, and are known once the year's days were announced.
func (d Date) fixedHoliday() bool {
	switch time.Month(d.month) {
	case time.January:
		return d.day == 1
	case time.May:
		return d.day <= 2
	case time.October:
		return d.day <= 3
	default:
		return false
	}
}
