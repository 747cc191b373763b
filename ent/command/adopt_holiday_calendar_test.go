package command_test

import (
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// days reads days; one that is misspelt is no day.
func days(texts ...string) []day.Date {
	all := make([]day.Date, len(texts))
	for i, text := range texts {
		all[i] = *on(text)
	}
	return all
}

// The last calendar entered for a year stands, over what comes with the service,
// and changes nothing that was counted before.
func TestAdoptHolidayCalendar(t *testing.T) {
	eachCouncil(t, func(c *council) {
		announced := command.AdoptHolidayCalendarInput{Year: 2026, Source: "通知", Holidays: days("2026-06-08", "2026-06-09"), Workdays: days("2026-06-13")}
		with := func(change func(*command.AdoptHolidayCalendarInput)) command.AdoptHolidayCalendarInput {
			in := announced
			change(&in)
			return in
		}
		refused(c, c.do.AdoptHolidayCalendar, []refusal[command.AdoptHolidayCalendarInput]{
			{"by a registrar", c.registrar, announced, []fault.Code{fault.NotMandated}, ""},
			{"of the distant past", c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Year, in.Source = 1900, " " }),
				[]fault.Code{fault.OutOfRange, fault.Blank, fault.DaysMisplaced}, "year"},
			{"without a holiday", c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Holidays = nil }), []fault.Code{fault.Blank}, "holidays"},
			{"with a worked Monday", c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Workdays = days("2026-06-15") }),
				[]fault.Code{fault.DaysMisplaced}, "holidays"},
			{"with a day twice", c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Holidays = days("2026-06-08", "2026-06-08") }),
				[]fault.Code{fault.DaysMisplaced}, "holidays"},
			{"with a day of another year", c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Holidays = days("2027-06-08") }),
				[]fault.Code{fault.DaysMisplaced}, "holidays"},
			{"with too many", c.operator, with(func(in *command.AdoptHolidayCalendarInput) {
				in.Holidays = slices.Repeat(days("2026-06-08"), 101)
			}), []fault.Code{fault.TooMany, fault.DaysMisplaced}, "holidays"},
			{"a notice that there is not", c.operator, with(func(in *command.AdoptHolidayCalendarInput) {
				in.DocumentID = &ident.Document{ID: ident.New(ident.KindDocument, c.store.Now())}
			}), []fault.Code{fault.NotFound}, "documentId"},
		})
		c.law(rule.Posting{Kind: schema.PublicationKindComposition, Days: 7})
		before := c.hangs(c.asChair, c.composition())
		is(c, "by what comes with the service", before.Until.String(), "2026-06-08")
		once(c.town, func(o ent.Order) (*command.AdoptHolidayCalendarPayload, error) {
			return c.do.AdoptHolidayCalendar(c.operator, with(func(in *command.AdoptHolidayCalendarInput) { in.Order = o }))
		})
		c.seen(func(d *db.Client) counted { return d.HolidayCalendar.Query() }, 1, 1)
		is(c, "over two holidays", c.hangs(c.asChair, c.composition()).Until.String(), "2026-06-10")
		is(c, "what hangs already", get(c.town, c.store.Read().Publication.Get, before.ID).Until.String(), "2026-06-08")
		p, err := c.do.AdoptHolidayCalendar(c.operator, command.AdoptHolidayCalendarInput{Year: 2026, Source: "更正", Holidays: days("2026-06-08")})
		done(c.town, p, err)
		is(c, "as corrected", c.hangs(c.asChair, c.composition()).Until.String(), "2026-06-09")
	})
}

func TestPeriodEnd(t *testing.T) {
	eachCouncil(t, func(c *council) {
		for _, one := range []struct {
			from                             string
			years, months, days, workingDays int
			last, unmoved                    string
			provisional                      bool
		}{
			{"2026-06-04", 0, 0, 15, 0, "2026-06-22", "2026-06-19", false},
			{"2024-02-29", 1, 0, 0, 0, "2025-02-28", "2025-02-28", false},
			{"2026-01-31", 0, 1, 0, 0, "2026-02-28", "2026-02-28", false},
			{"2026-09-24", 0, 0, 0, 10, "2026-10-15", "2026-10-15", false},
			{"2026-12-02", 0, 0, 30, 0, "2027-01-04", "2027-01-01", true},
		} {
			got, err := view.Now(c.store).PeriodEnd(c.visitor, *on(one.from), one.years, one.months, one.days, one.workingDays)
			c.must(err)
			is(c, "last", got.Last.String(), one.last)
			is(c, "unmoved", got.Unmoved.String(), one.unmoved)
			is(c, "provisional", got.Provisional, one.provisional)
		}
		_, err := view.Now(c.store).PeriodEnd(c.visitor, *on("2026-06-01"), 101, -1, 36501, 3651)
		refusedWith(c.T, err, fault.OutOfRange, fault.OutOfRange, fault.OutOfRange, fault.OutOfRange)
	})
}
