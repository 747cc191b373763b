package seat

import (
	"slices"
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Interval says how often a body meets at least.
type Interval struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	// Every is from one meeting to the next.
	Every day.Period `json:"every,omitzero"`
	// Calendar counts whole years or parts of a year of the calendar instead: once
	// a year (每年) is some day of each year, once every two months (每两个月) is
	// within two months of the last.
	Calendar bool `json:"calendar,omitempty"`
}

func (i Interval) check(f *findings) {
	f.bodies(i.Organizations)
	f.length(i.Every, "every")
	// The calendar is divided into equal parts of a year, or into years.
	if months := i.months(); i.Calendar && (months < 1 || i.Every.Days > 0 || 12%months != 0 && months%12 != 0) {
		f.add(fault.New(fault.OutOfRange, "least", 1, "most", 12), "every", "months")
	}
}

func (i Interval) months() int { return 12*i.Every.Years + i.Every.Months }

// Due is the last day on which the next meeting is in time after one on a day. For
// a body that never met that is the day on which it came to be.
func (i Interval) Due(last day.Date) day.Date {
	if !i.Calendar || i.months() == 0 {
		return day.PeriodEnd(last, i.Every, day.Calendar{})
	}
	start := last.Start()
	month := 12*start.Year() + int(start.Month()) - 1
	month += 2*i.months() - month%i.months() // the first month after the next part
	first, _ := day.New(month/12, time.Month(month%12+1), 1)
	return first.AddDays(-1)
}

// NextMeeting is the last day on which a body of this kind is to meet again after
// a meeting on a day, and the rule that says so: of several, the earliest day. It
// reports false where no rule says anything.
func NextMeeting(rules Rules, kind schema.OrganizationKind, last day.Date) (Interval, day.Date, bool) {
	var found Interval
	var due day.Date
	for _, rule := range inForce(rules.Meetings) {
		if !slices.Contains(rule.Organizations, kind) {
			continue
		}
		if on := rule.Due(last); due.IsZero() || on.Before(due) {
			found, due = rule, on
		}
	}
	return found, due, !due.IsZero()
}
