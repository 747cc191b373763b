package posting

import (
	"sifang/schema/day"
	"sifang/schema/rule"
)

// Term is for how long something posted on a day has to hang.
type Term struct {
	// Days is for how many days at least, the day of posting not counted.
	Days int
	// Until is the last of them; a last day of rest moved on (Civil Code art. 203).
	Until day.Date
	// ObjectionsUntil is the last day on which an objection is in time; zero if no
	// provision states one.
	ObjectionsUntil day.Date
	// Basis cites the provision that asks for the longest time; empty if none asks
	// for any.
	Basis string
	// Provisional says that the days of rest at the end of it were not announced
	// yet, so that it may end later.
	Provisional bool
}

// Least is for how many days at least the provisions ask something posted on the
// day to hang. Working days are told as the days that they take.
func Least(posted day.Date, laws []rule.Posting, rest day.Calendar) int {
	least := 0
	for _, law := range laws {
		least = max(least, law.Days, posted.DaysUntil(rest.AddWorkingDays(posted, law.WorkingDays)))
	}
	return least
}

// Of is the term of something posted on the day for so many days, or for as many
// as the provisions ask if that is longer.
func Of(posted day.Date, days int, laws []rule.Posting, rest day.Calendar) Term {
	t := Term{Days: max(days, Least(posted, laws, rest))}
	t.Until = posted // where nothing is asked there is no last day that could move
	if t.Days > 0 {
		t.Until = day.PeriodEnd(posted, day.Period{Days: t.Days}, rest)
	}
	longest := 0
	for _, law := range laws {
		if asked := Least(posted, []rule.Posting{law}, rest); asked > longest {
			longest, t.Basis = asked, law.Citation()
		}
		if law.ObjectionDays > 0 {
			t.ObjectionsUntil = day.Latest(t.ObjectionsUntil, day.PeriodEnd(posted, day.Period{Days: law.ObjectionDays}, rest))
		}
	}
	t.Provisional = !rest.Knows(t.Until) || !t.ObjectionsUntil.IsZero() && !rest.Knows(t.ObjectionsUntil)
	return t
}

// AnswerDue is the last day on which an answer to an objection that came in on
// the day is in time: the earliest that a provision states, or zero if none
// states any.
func AnswerDue(filed day.Date, laws []rule.Posting, rest day.Calendar) day.Date {
	var due day.Date
	for _, law := range laws {
		if law.AnswerDays > 0 {
			due = day.Earliest(due, day.PeriodEnd(filed, day.Period{Days: law.AnswerDays}, rest))
		}
	}
	return due
}

// Closing is when the office that takes objections in stops doing so, as the most
// specific provision says.
func Closing(laws []rule.Posting) day.Closing {
	var closing day.Closing
	for _, law := range laws {
		if law.ClosesAt != "" {
			closing = law.ClosesAt
		}
	}
	return closing
}
