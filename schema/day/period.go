package day

import "time"

// Period is a length of time counted in years, months and days, as a law or a
// contract names it: one year, three months, fifteen days, ten working days.
type Period struct {
	Years  int `json:"years,omitempty"`
	Months int `json:"months,omitempty"`
	Days   int `json:"days,omitempty"`
	// WorkingDays are counted after all the others, leaving out days of rest.
	WorkingDays int `json:"workingDays,omitempty"`
}

// PeriodEnd is the last day of a period that begins with something that
// happened on the start day. That day is not counted (Civil Code art. 201);
// years and months end on the corresponding day or, where there is none, on
// the month's last (art. 202): a year from 29 February 2024 ends on
// 28 February 2025. A last day that is a day of rest moves to the next day
// that is none (art. 203). The period is over at [Date.End] of the answer.
func PeriodEnd(start Date, length Period, rest Calendar) Date {
	end := start.AddMonths(12*length.Years + length.Months).AddDays(length.Days)
	return rest.OnOrAfter(rest.AddWorkingDays(end, length.WorkingDays))
}

// Deadline is the instant at which a period is over that begins with something
// that happened at the start instant: 24:00 in China of its last day.
func Deadline(start time.Time, length Period, rest Calendar) time.Time {
	return Closing("").Of(PeriodEnd(Of(start), length, rest))
}
