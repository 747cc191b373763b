package day

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"time"
)

// MarshalText is the form used in JSON. The zero Date has none: a field that
// may be empty is left out with omitzero.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, fmt.Errorf("%w: no day", ErrMalformed)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText wrote and refuses everything else.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Value stores the day as the text YYYY-MM-DD, which sorts like the calendar
// and which both engines take for a date. The zero Date is NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads a column: text on SQLite, midnight of the day on PostgreSQL,
// whatever zone the driver puts it in. NULL is the zero Date.
func (d *Date) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.UnmarshalText([]byte(src))
	case []byte:
		return d.UnmarshalText(src)
	case time.Time:
		if src.Year() < 1 || src.Year() > 9999 {
			return fmt.Errorf("%w: year %d", ErrMalformed, src.Year())
		}
		*d = fromTime(src)
		return nil
	default:
		return fmt.Errorf("%w: %T", ErrMalformed, src)
	}
}

// MarshalGQL writes the day as the scalar Date, and the zero Date as null.
func (d Date) MarshalGQL(w io.Writer) {
	text := "null"
	if !d.IsZero() {
		text = strconv.Quote(d.String())
	}
	_, _ = io.WriteString(w, text)
}

// UnmarshalGQL reads the scalar Date. Only YYYY-MM-DD is one: a client that
// sends an instant means a moment, and which day that is depends on the zone.
func (d *Date) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return fmt.Errorf("%w: %T", ErrMalformed, v)
	}
	return d.UnmarshalText([]byte(text))
}
