package slate

import (
	"sifang/schema/day"
	"sifang/schema/rule"
)

// Posting is the day on which a candidate was put on the posted list, and the
// last day for which that list has to hang.
type Posting struct{ Listed, Until day.Date }

// Opens is the first day on which the election may be opened under the periods
// for lists of candidates: the days of notice lie between the list and the
// election, and the list has hung for its time. Days are counted as for the
// notice of a meeting.
func (p Posting) Opens(periods rule.Periods) day.Date {
	first := p.Until.AddDays(1)
	if periods.NoticeDays == 0 {
		return day.Latest(p.Listed, first)
	}
	return day.Latest(day.Counting(periods.NoticeMethod).EarliestEvent(p.Listed, periods.NoticeDays), first)
}

// Posted is a list posted on the day for as long as the periods ask.
func Posted(on day.Date, periods rule.Periods, rest day.Calendar) Posting {
	return Posting{Listed: on, Until: day.PeriodEnd(on, day.Period{Days: periods.PublicationDays}, rest)}
}
