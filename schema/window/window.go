package window

import (
	"time"

	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Window is the time for which a vote is open.
type Window struct{ Opens, Closes time.Time }

// Days is how many days the vote is open, the day of the opening not counted.
func (w Window) Days() int { return day.Of(w.Opens).DaysUntil(lastDay(w.Closes)) }

// lastDay is the day to which a close belongs: the one that ends at 24:00, and
// not the one that begins then.
func lastDay(closes time.Time) day.Date { return day.Of(closes.Add(-time.Nanosecond)) }

// Outside refuses a window that ends before it begins (ENDS_BEFORE_IT_STARTS),
// or lasts fewer or more days than the bounds allow (WINDOW_TOO_SHORT,
// WINDOW_TOO_LONG). Without bounds any length will do.
func (w Window) Outside(bounds *rule.Window) *fault.Fault {
	if !w.Closes.After(w.Opens) {
		return fault.New(fault.EndsBeforeItStarts, "from", w.Opens, "to", w.Closes)
	}
	switch days := w.Days(); {
	case bounds == nil:
		return nil
	case days < bounds.LeastDays:
		return fault.New(fault.WindowTooShort, "days", days, "least", bounds.LeastDays)
	case bounds.MostDays > 0 && days > bounds.MostDays:
		return fault.New(fault.WindowTooLong, "days", days, "most", bounds.MostDays)
	default:
		return nil
	}
}

// Bounded reports whether the bounds say how long a vote is open, so that it
// cannot be left to whoever closes it.
func Bounded(bounds *rule.Window) bool {
	return bounds != nil && (bounds.LeastDays > 0 || bounds.MostDays > 0)
}

// Plan is a window as it is to be announced. What is nil is not announced.
type Plan struct {
	Opens, Closes *time.Time
	// Earliest is the first instant at which the vote could be opened at all.
	Earliest time.Time
}

// Unlawful refuses an opening before the vote could be opened (OPENS_TOO_EARLY),
// and what Outside refuses. Where no opening is announced it is not known how
// long the vote will be open, but no longer than from the earliest opening.
func (p Plan) Unlawful(bounds *rule.Window) (opens, closes *fault.Fault) {
	if p.Opens != nil && p.Opens.Before(p.Earliest) {
		return fault.New(fault.OpensTooEarly, "earliest", p.Earliest), nil
	}
	if p.Closes == nil {
		return nil, nil
	}
	w := Window{Opens: p.Earliest, Closes: *p.Closes}
	if p.Opens != nil {
		w.Opens = *p.Opens
	}
	closes = w.Outside(bounds)
	if p.Opens == nil && closes != nil && closes.Code == fault.WindowTooLong {
		return nil, nil
	}
	return nil, closes
}
