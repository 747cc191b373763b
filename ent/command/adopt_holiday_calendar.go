package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// AdoptHolidayCalendarInput is which days of a year are legal days of rest, as
// they were announced.
type AdoptHolidayCalendarInput struct {
	ent.Order
	Year       int
	Source     string
	Holidays   []day.Date
	Workdays   []day.Date
	DocumentID *ident.Document
}

// AdoptHolidayCalendarPayload names the calendar.
type AdoptHolidayCalendarPayload struct {
	fault.Outcome
	HolidayCalendarID ident.ID
}

// The years of which days of rest may be entered, and how many at most.
const (
	firstYear, lastYear = 1949, 2199
	restLimit           = 100
)

// AdoptHolidayCalendar enters the days of rest of a year. The last one entered
// for a year stands; what was counted before stays as it is.
func (d *Do) AdoptHolidayCalendar(ctx context.Context, in AdoptHolidayCalendarInput) (*AdoptHolidayCalendarPayload, error) {
	return work(ctx, d, "adoptHolidayCalendar", in, in.do)
}

func (in AdoptHolidayCalendarInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AdoptHolidayCalendarPayload], error) {
	grant, err := may(ctx, tx, "adoptHolidayCalendar", ident.Nil, mandate.Subject{})
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, nil)
	if err != nil {
		return nil, err
	}
	if err := refuse(in.known(), text("source", in.Source, nameLimit), in.several("holidays", in.Holidays, 1),
		in.several("workdays", in.Workdays, 0), in.misplaced()); err != nil {
		return nil, err
	}
	announced := in.announcement()
	row, err := tx.HolidayCalendar.Create().SetYear(in.Year).SetSource(in.Source).SetDays(announced.Calendar()).
		SetAdoptedAt(tx.Now).SetNillableDocumentID(document).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(AdoptHolidayCalendarPayload{HolidayCalendarID: row.ID}, grant, row.ID, nil, map[string]any{
		"year": in.Year, "source": in.Source, "holidays": in.Holidays, "workdays": in.Workdays, "document": document,
	}), nil
}

func (in AdoptHolidayCalendarInput) announcement() day.Announcement {
	return day.Announcement{Year: in.Year, Source: in.Source, Holidays: in.Holidays, Workdays: in.Workdays}
}

func (in AdoptHolidayCalendarInput) known() *fault.Fault {
	if in.Year >= firstYear && in.Year <= lastYear {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", firstYear, "most", lastYear).At("year")
}

// several refuses a list of too few or too many days.
func (in AdoptHolidayCalendarInput) several(field string, days []day.Date, least int) *fault.Fault {
	switch {
	case len(days) < least:
		return fault.New(fault.Blank).At(field)
	case len(days) > restLimit:
		return fault.New(fault.TooMany, "limit", restLimit, "count", len(days)).At(field)
	default:
		return nil
	}
}

// misplaced refuses days that cannot be right (DAYS_MISPLACED). Those of a
// holiday that begins in the last days of the year before belong to that year.
func (in AdoptHolidayCalendarInput) misplaced() *fault.Fault {
	wrong := in.announcement().Misplaced()
	if len(wrong) == 0 {
		return nil
	}
	return fault.New(fault.DaysMisplaced, "days", wrong, "year", in.Year).At("holidays")
}
