package window

import (
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Result is what a vote came to, before it is final.
type Result struct {
	Status schema.VoteStatus
	// Until is the last day for objections; zero if the result was not posted.
	Until day.Date
	// Unanswered is how many objections wait for an answer.
	Unanswered int
}

// Preliminary is for how many days a result has to be open to objections; zero
// if it may be final at once.
func Preliminary(bounds *rule.Window) int {
	if bounds == nil {
		return 0
	}
	return bounds.PreliminaryDays
}

// Open lists why the result cannot be final yet: it was not posted, and the rule
// asks for that (PRELIMINARY_NEEDED); there is still time for objections
// (OBJECTIONS_PENDING); some were not answered (OBJECTIONS_UNANSWERED).
func (r Result) Open(bounds *rule.Window, today day.Date) fault.Faults {
	var faults fault.Faults
	if days := Preliminary(bounds); r.Status == schema.VoteStatusClosed && days > 0 {
		faults = append(faults, fault.New(fault.PreliminaryNeeded, "days", days))
	}
	if r.Status == schema.VoteStatusPreliminary && !today.After(r.Until) {
		faults = append(faults, fault.New(fault.ObjectionsPending, "until", r.Until))
	}
	if r.Status != schema.VoteStatusFinal && r.Unanswered > 0 {
		faults = append(faults, fault.New(fault.ObjectionsUnanswered, "count", r.Unanswered))
	}
	return faults
}

// Late reports whether an objection that is filed today comes after its time. It
// is recorded and answered all the same.
func (r Result) Late(today day.Date) bool {
	return r.Status == schema.VoteStatusFinal || !r.Until.IsZero() && today.After(r.Until)
}
