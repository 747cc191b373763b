package notice

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// Extraordinary is the subject under which sets of rules keep the periods of
// meetings outside the ordinary course.
const Extraordinary = "EXTRAORDINARY"

// Subject is the subject under which the periods of a meeting are found in a
// set of rules: committees differ by their kind, all others by whether they
// meet in the ordinary course. It is empty for an ordinary meeting.
func Subject(kind schema.MeetingKind, under schema.ConvenedUnder, of schema.OrganizationKind) string {
	switch {
	case kind == schema.MeetingKindCommittee:
		return string(of)
	case under != schema.ConvenedUnderRegular:
		return Extraordinary
	default:
		return ""
	}
}

// Call is a meeting as it is about to be announced.
type Call struct {
	// Posted is the day on which the notice goes out, Held that of the meeting.
	Posted, Held day.Date
	Form         schema.MeetingForm
	// Periods are those of the rules in force; zero days ask for nothing.
	Periods rule.Periods
	// Items is how many items stand on the agenda.
	Items int
	// Chair and Venue tell whether they are named.
	Chair, Venue bool
}

// Warnings lists what is missing, in the order of the API. A written meeting
// needs neither a place nor anybody to preside, a remote one no place.
func (c Call) Warnings() []schema.WarningCode {
	var missing []schema.WarningCode
	sitting := c.Form != schema.MeetingFormWritten
	for _, one := range []struct {
		code    schema.WarningCode
		applies bool
	}{
		{schema.WarningCodeNoticeTooShort, c.Given() < c.Periods.NoticeDays},
		{schema.WarningCodeNoAgenda, c.Items == 0},
		{schema.WarningCodeNoChair, sitting && !c.Chair},
		{schema.WarningCodeNoVenue, sitting && c.Form != schema.MeetingFormRemote && !c.Venue},
	} {
		if one.applies {
			missing = append(missing, one.code)
		}
	}
	return missing
}

// Given is how many days of notice the meeting has, counted as its rules count
// them.
func (c Call) Given() int { return c.counting().Days(c.Posted, c.Held) }

// Earliest is the first day on which the meeting could be held with a notice
// that goes out on the day of this one.
func (c Call) Earliest() day.Date {
	if c.Periods.NoticeDays == 0 {
		return c.Posted
	}
	return c.counting().EarliestEvent(c.Posted, c.Periods.NoticeDays)
}

func (c Call) counting() day.Counting { return day.Counting(c.Periods.NoticeMethod) }

// Unacknowledged lists the warnings that are not among those acknowledged.
func Unacknowledged(warnings, acknowledged []schema.WarningCode) []schema.WarningCode {
	return slices.DeleteFunc(slices.Clone(warnings), func(w schema.WarningCode) bool {
		return slices.Contains(acknowledged, w)
	})
}

// Standing lists the warnings that stay with a meeting whose notice is amended:
// those of the amendment, and that the first notice came too late, unless the
// amendment moves the meeting, which is then announced anew as a whole.
func Standing(before, amendment []schema.WarningCode, moved bool) []schema.WarningCode {
	late := schema.WarningCodeNoticeTooShort
	if !moved && slices.Contains(before, late) && !slices.Contains(amendment, late) {
		return append([]schema.WarningCode{late}, amendment...)
	}
	return amendment
}
