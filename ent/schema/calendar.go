package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	"sifang/schema/day"
	"sifang/schema/ident"
)

// HolidayCalendar is which days of a year are legal days of rest.
type HolidayCalendar struct{ ent.Schema }

func (HolidayCalendar) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindHolidayCalendar}}
}

func (HolidayCalendar) Fields() []ent.Field {
	return []ent.Field{
		number("year", "The year (年份).", ordered),
		words("source", "The notice that it rests on (依据)."),
		document("days", "The days themselves.", day.Calendar{}),
		instant("adopted_at", "When it was entered (登记时间)."),
		ref("document", optional),
	}
}

func (HolidayCalendar) Edges() []ent.Edge {
	return []ent.Edge{
		link("document", Document.Type, "The notice on paper (文件).", optional),
	}
}

func (HolidayCalendar) Indexes() []ent.Index {
	return paths([]string{"document"}, "year")
}

func (HolidayCalendar) Annotations() []schema.Annotation {
	return listed("Which days of a year are legal days of rest (节假日安排).",
		"holidayCalendars", "Legal days of rest by year; the last one entered for a year stands (节假日安排)")
}
