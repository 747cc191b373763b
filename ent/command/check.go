package command

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// The greatest lengths of texts, in characters.
const (
	nameLimit = 200
	textLimit = 20_000
)

// text checks what somebody wrote: not blank, not too long, no control
// characters but line breaks and tabs.
func text(field, value string, limit int) *fault.Fault {
	if strings.TrimSpace(value) == "" {
		return fault.New(fault.Blank).At(field)
	}
	return optionalText(field, &value, limit)
}

// optionalText is text for what may be left out.
func optionalText(field string, value *string, limit int) *fault.Fault {
	if value == nil {
		return nil
	}
	if n := utf8.RuneCountInString(*value); n > limit {
		return fault.New(fault.TooLong, "limit", limit, "length", n).At(field)
	}
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || r == utf8.RuneError }
	if strings.IndexFunc(*value, control) >= 0 {
		return fault.New(fault.ControlCharacter).At(field)
	}
	return nil
}

// span checks that a period, half-open, has at least one day.
func span(from day.Date, to *day.Date) *fault.Fault {
	if to != nil && to.Compare(from) <= 0 {
		return fault.New(fault.EndsBeforeItStarts, "from", from, "to", *to).At("to")
	}
	return nil
}

// orToday is the day given, or today.
func orToday(d *day.Date, tx *ent.Tx) day.Date {
	if d == nil {
		return tx.Today
	}
	return *d
}

// found turns a missing row into a refusal that names the input field, and
// passes every other error on. A row that the viewer may not see is refused in
// the same words as one that does not exist.
func found[T any](row T, err error, kind ident.Kind, field ...any) (T, error) {
	if db.IsNotFound(err) {
		var none T
		return none, fault.New(fault.NotFound, "kind", kind).At(field...)
	}
	return row, err
}

// pointer is the address of an optional typed identifier's plain one.
func pointer[T interface{ Plain() ident.ID }](id *T) *ident.ID {
	if id == nil {
		return nil
	}
	plain := (*id).Plain()
	return &plain
}

// within reports whether the day lies in the half-open period.
func within(d, from day.Date, to *day.Date) bool {
	return from.Compare(d) <= 0 && (to == nil || d.Compare(*to) < 0)
}

// need reads the row that an input field names, or refuses the field.
func need[T any](ctx context.Context, get func(context.Context, ident.ID) (T, error), id ident.ID, field ...any) (T, error) {
	row, err := get(ctx, id)
	return found(row, err, id.Kind(), field...)
}

// between refuses a day outside of a period of which both ends count; a zero end
// is none.
func between(d, least, most day.Date, field string) *fault.Fault {
	if !d.Before(least) && (most.IsZero() || !d.After(most)) {
		return nil
	}
	if most.IsZero() {
		return fault.New(fault.DayTooEarly, "least", least).At(field)
	}
	return fault.New(fault.OutOfRange, "least", least, "most", most).At(field)
}
