package day

// Counting is how the days between a notice and the event it announces are
// counted, where the law says how many but not how.
type Counting string

// The ways of counting.
const (
	// ClearDays counts neither the day of posting nor the day of the event.
	ClearDays Counting = "CLEAR_DAYS"
	// DateDifference counts the day of the event but not that of posting.
	DateDifference Counting = "DATE_DIFFERENCE"
)

// Values lists every Counting.
func (Counting) Values() []string { return []string{string(ClearDays), string(DateDifference)} }

// Days is the number of days of notice given, and never negative. What is not
// a known way of counting is counted as clear days, the stricter one.
func (c Counting) Days(posted, event Date) int {
	return max(0, posted.DaysUntil(event)-c.extra())
}

// EarliestEvent is the first day on which the event may be held if that many
// days of notice are due.
func (c Counting) EarliestEvent(posted Date, notice int) Date {
	return posted.AddDays(notice + c.extra())
}

// LatestPosting is the last day on which notice may be posted if that many
// days are due before the event.
func (c Counting) LatestPosting(event Date, notice int) Date {
	return event.AddDays(-notice - c.extra())
}

func (c Counting) extra() int {
	if c == DateDifference {
		return 0
	}
	return 1
}
