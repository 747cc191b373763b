package command

import (
	"entgo.io/ent/dialect/sql"

	"sifang/schema/day"
	"sifang/schema/fault"
)

// overlapping limits to rows that hold on a day of the period, half-open.
func overlapping(from day.Date, to *day.Date) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.Or(sql.IsNull(s.C("to")), sql.GT(s.C("to"), from)))
		if to != nil {
			s.Where(sql.LT(s.C("from"), *to))
		}
	}
}

// existsOn refuses a day on which the thing that the field names does not
// exist: not yet, or no longer.
func existsOn(on, from day.Date, to *day.Date, field ...any) *fault.Fault {
	if within(on, from, to) {
		return nil
	}
	return fault.New(fault.NotInForce, "day", on).At(field...)
}

// spanOf is a period as the rules take it: an absent end is the zero Date.
func spanOf(from day.Date, to *day.Date) day.Span {
	if to == nil {
		return day.Span{From: from}
	}
	return day.Span{From: from, To: *to}
}

// openEnd words the end of a period for people.
func openEnd(to *day.Date) any {
	if to == nil {
		return fault.Words{Chinese: "长期", English: "further notice"}
	}
	return *to
}
