package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
)

// Filing says until when something is put on file with an authority, and until
// when that answers.
type Filing struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	Of            Filed                     `json:"of,omitempty"`
	// Days are counted from the day on which it came about.
	Days int `json:"days,omitempty"`
	// AnswerDays are counted from the day on which it was handed in: as days, or as
	// working days. Zero says nothing.
	AnswerDays int  `json:"answerDays,omitempty"`
	Workdays   bool `json:"workdays,omitempty"`
}

// Filed is what is put on file.
type Filed string

// What is put on file.
const (
	// FiledTerm is the election of a body for a term.
	FiledTerm Filed = "TERM"
	// FiledChange is that somebody joined or left it.
	FiledChange Filed = "CHANGE"
	// FiledResolution is a resolution.
	FiledResolution Filed = "RESOLUTION"
)

// Values lists every Filed.
func (Filed) Values() []string { return []string{"TERM", "CHANGE", "RESOLUTION"} }

func (r Filing) check(f *findings) {
	f.bodies(r.Organizations)
	words(f, []Filed{r.Of}, "of")
	f.rangeOf(int64(r.Days), 1, mostDays, "days")
	f.rangeOf(int64(r.AnswerDays), 0, mostDays, "answerDays")
}

// FilingOf is the rule about putting it on file. It reports false if there is none.
func FilingOf(rules Rules, kind schema.OrganizationKind, of Filed) (Filing, bool) {
	for _, rule := range inForce(rules.Filing) {
		if rule.Of == of && slices.Contains(rule.Organizations, kind) {
			return rule, true
		}
	}
	return Filing{}, false
}

// Due is the last day on which it is in time, of what came about on a day.
func (r Filing) Due(happened day.Date, rest day.Calendar) day.Date {
	return day.PeriodEnd(happened, day.Period{Days: r.Days}, rest)
}

// AnswerDue is the last day on which the authority answers in time what was handed
// in on a day; the zero Date where nothing is said about it.
func (r Filing) AnswerDue(handedIn day.Date, rest day.Calendar) day.Date {
	switch {
	case r.AnswerDays == 0:
		return day.Date{}
	case r.Workdays:
		return workdays(handedIn, r.AnswerDays, rest)
	default:
		return day.PeriodEnd(handedIn, day.Period{Days: r.AnswerDays}, rest)
	}
}

// workdays is the day on which the last of so many working days is over that
// follow the start.
func workdays(start day.Date, n int, rest day.Calendar) day.Date {
	for range n {
		start = rest.OnOrAfter(start.AddDays(1))
	}
	return start
}
