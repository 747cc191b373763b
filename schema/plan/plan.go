package plan

import (
	"slices"

	"sifang/schema/day"
	"sifang/schema/rule"
)

// Case is a matter that is to be settled by a day.
type Case struct {
	// By is the day by which it is settled, Today the day of the question.
	By, Today day.Date
	// Periods are those in force for the meeting, Sources where they stand.
	Periods rule.Periods
	Sources rule.PeriodSources
	// Window bounds the vote and what follows it; nil if the rule sets no bounds.
	// Bounds are where it stands.
	Window *rule.Window
	Bounds rule.WindowSources
	// Written: papers are brought round, and must have reached everybody before the
	// vote is closed.
	Written bool
	// Rest are the days of rest.
	Rest day.Calendar
}

// Code says which step it is.
type Code string

// The steps, in the order in which they are done.
const (
	// Ready: the matter was taken up and, if it takes a petition, enough signed.
	Ready Code = "READY"
	// Announced: the notice with the agenda is posted.
	Announced Code = "ANNOUNCED"
	// Listed: the roll is frozen.
	Listed Code = "LISTED"
	// Opened: the meeting is held and the vote opened.
	Opened Code = "OPENED"
	// Served: the papers reached everybody, in a meeting in writing.
	Served Code = "SERVED"
	// Closed: the vote is closed and counted.
	Closed Code = "CLOSED"
	// ResultPosted: the preliminary result is posted, open to objections.
	ResultPosted Code = "RESULT_POSTED"
	// Final: the time for objections is over, and the result is final.
	Final Code = "FINAL"
	// DecisionPosted: what was decided is posted.
	DecisionPosted Code = "DECISION_POSTED"
	// Settled: it has hung for its days.
	Settled Code = "SETTLED"
)

// Values lists every Code.
func (Code) Values() []string {
	return []string{
		"READY", "ANNOUNCED", "LISTED", "OPENED", "SERVED", "CLOSED", "RESULT_POSTED", "FINAL", "DECISION_POSTED", "SETTLED",
	}
}

// Step is one step and the last day for it.
type Step struct {
	Code   Code
	Latest day.Date
	// Late: that day is over.
	Late bool
	// Days is the period behind the step, zero if there is none, and Source where it
	// stands.
	Days   int
	Source *rule.Source
}

// Plan are the steps in the order in which they are done, and the first day on
// which the matter could be settled by who begins today.
type Plan struct {
	Steps    []Step
	Earliest day.Date
}

// Of counts backwards from the day by which the matter is settled. Only steps
// that the rules know are in it.
func Of(c Case) Plan {
	var p Plan
	latest := c.By
	step := func(code Code, days int, source *rule.Source) {
		p.Steps = append(p.Steps, Step{Code: code, Latest: latest, Late: latest.Before(c.Today), Days: days, Source: source})
	}
	step(Settled, 0, nil)
	latest = c.lastStart(latest, c.Periods.PublicationDays)
	step(DecisionPosted, c.Periods.PublicationDays, c.Sources.Publication)
	if days := c.window().PreliminaryDays; days > 0 {
		step(Final, 0, nil)
		// It is final on the day after the last one for objections.
		latest = c.lastStart(latest.AddDays(-1), days)
		step(ResultPosted, days, c.Bounds.Preliminary)
	}
	step(Closed, 0, nil)
	if c.Written {
		step(Served, 0, nil)
	}
	latest = latest.AddDays(-c.window().LeastDays)
	step(Opened, c.window().LeastDays, c.Bounds.Least)
	step(Listed, 0, nil)
	if c.Periods.NoticeDays > 0 {
		latest = c.counting().LatestPosting(latest, c.Periods.NoticeDays)
	}
	step(Announced, c.Periods.NoticeDays, c.Sources.Notice)
	step(Ready, 0, nil)
	slices.Reverse(p.Steps)
	p.Earliest = c.earliest()
	return p
}

// TooLate reports whether the last day of some step is over.
func (p Plan) TooLate() bool {
	return slices.ContainsFunc(p.Steps, func(s Step) bool { return s.Late })
}

// earliest counts forwards from today.
func (c Case) earliest() day.Date {
	held := c.Today
	if c.Periods.NoticeDays > 0 {
		held = c.counting().EarliestEvent(c.Today, c.Periods.NoticeDays)
	}
	settled := held.AddDays(c.window().LeastDays)
	if days := c.window().PreliminaryDays; days > 0 {
		settled = c.end(settled, days).AddDays(1)
	}
	return c.end(settled, c.Periods.PublicationDays)
}

// end is the last day of a posting that begins on the day; the day itself if
// nothing is asked.
func (c Case) end(start day.Date, days int) day.Date {
	if days == 0 {
		return start
	}
	return day.PeriodEnd(start, day.Period{Days: days}, c.Rest)
}

// lastStart is the last day on which a posting of so many days may begin and end
// by the day.
func (c Case) lastStart(by day.Date, days int) day.Date {
	start := by.AddDays(-days)
	for c.end(start, days).After(by) {
		earlier := start.AddDays(-1)
		if earlier == start { // the beginning of the calendar
			break
		}
		start = earlier
	}
	return start
}

func (c Case) window() rule.Window {
	if c.Window == nil {
		return rule.Window{}
	}
	return *c.Window
}

func (c Case) counting() day.Counting { return day.Counting(c.Periods.NoticeMethod) }
