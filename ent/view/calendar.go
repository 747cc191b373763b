package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/restdays"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// CountedPeriod is when a period ends.
type CountedPeriod struct {
	Last        day.Date
	Unmoved     day.Date
	Provisional bool
}

// The longest periods that are counted.
const (
	mostYears       = 100
	mostMonths      = 12 * mostYears
	mostDays        = 365 * mostYears
	mostWorkingDays = mostDays / 10
)

// PeriodEnd counts a period that begins on a day. It refuses one that is longer
// than anybody asks about (OUT_OF_RANGE).
func (p Present) PeriodEnd(ctx context.Context, from day.Date, years, months, days, workingDays int) (*CountedPeriod, error) {
	var faults fault.Faults
	for _, one := range []struct {
		field       string
		given, most int
	}{{"years", years, mostYears}, {"months", months, mostMonths}, {"days", days, mostDays}, {"workingDays", workingDays, mostWorkingDays}} {
		if one.given < 0 || one.given > one.most {
			faults = append(faults, fault.New(fault.OutOfRange, "least", 0, "most", one.most).At(one.field))
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	rest, err := restdays.Known(ent.Unguarded(ctx), p.store.Read())
	if err != nil {
		return nil, err
	}
	length := day.Period{Years: years, Months: months, Days: days, WorkingDays: workingDays}
	last := day.PeriodEnd(from, length, rest)
	unmoved := rest.AddWorkingDays(day.PeriodEnd(from, day.Period{Years: years, Months: months, Days: days}, day.Calendar{}), workingDays)
	return &CountedPeriod{Last: last, Unmoved: unmoved, Provisional: !rest.Knows(last)}, nil
}

// EachDay are the days one by one, as the API lists them.
func EachDay(days []day.Date) []*day.Date {
	all := make([]*day.Date, len(days))
	for i := range days {
		all[i] = &days[i]
	}
	return all
}
