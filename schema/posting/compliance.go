package posting

import (
	"slices"
	"time"

	"sifang/schema/day"
)

// Check is that somebody looked whether something still hangs.
type Check struct {
	At    time.Time
	There bool // and whole
}

// Gap is a time in which something is known not to have hung: from when it was
// found gone until it was found again. It may have gone at any time after it was
// last seen.
type Gap struct {
	LastSeen time.Time // when it was posted, or a check found it
	Gone     time.Time // the first check that did not find it
	Again    time.Time // zero while nobody has found it again
}

// Compliance is how far a posting did what it had to.
type Compliance struct {
	// Posted is for how many whole days it hung, the day of posting not counted.
	// A day of which somebody knows that it did not hang throughout counts for
	// nothing; the others do, because it is taken to hang until it is found gone.
	Posted int
	// Due is the day with whose end its time is full, with the days made up for
	// that it did not hang; zero while it is gone.
	Due  day.Date
	Met  bool
	Gaps []Gap
}

// Hung tells how far something posted at an instant, to hang for so many days and
// until a day, complied with that on a day that has begun.
func Hung(posted time.Time, days int, until, today day.Date, checks []Check) Compliance {
	c := Compliance{Gaps: gaps(posted, checks)}
	first := day.Of(posted)
	for d, hung := first, 0; ; d = d.AddDays(1) {
		lost, forEver := c.lost(d)
		if !lost && d != first {
			hung++
			if d.Before(today) {
				c.Posted++
			}
		}
		if c.Due.IsZero() && !lost && hung >= days && !d.Before(until) {
			c.Due, c.Met = d, d.Before(today)
		}
		if !d.Before(today) && (forEver || !c.Due.IsZero()) {
			return c
		}
	}
}

// lost reports whether it did not hang throughout the day, as far as anybody
// knows, and whether nobody knows that this has ended.
func (c Compliance) lost(d day.Date) (lost, forEver bool) {
	for _, g := range c.Gaps {
		begun := !d.Before(day.Of(g.Gone))
		switch {
		case begun && g.Again.IsZero():
			return true, true
		case begun && !d.After(day.Of(g.Again)):
			return true, false
		}
	}
	return false, false
}

// gaps are the times between checks that found it gone and those that found it
// again.
func gaps(posted time.Time, checks []Check) []Gap {
	checks = slices.Clone(checks)
	slices.SortStableFunc(checks, func(a, b Check) int { return a.At.Compare(b.At) })
	var all []Gap
	seen, gone := posted, false
	for _, check := range checks {
		switch {
		case check.There && gone:
			all[len(all)-1].Again = check.At
		case !check.There && !gone:
			all = append(all, Gap{LastSeen: seen, Gone: check.At})
		}
		gone = !check.There
		if check.There {
			seen = check.At
		}
	}
	return all
}
