// Package scalar reads and writes the plain values of the API strictly: what
// is not exactly of the form is refused, because a date that was guessed is
// worse than none.
package scalar

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// ErrDateTime reports what is not an instant of the API.
var ErrDateTime = errors.New("a DateTime is a text with date, time and offset, such as 2026-06-01T09:00:00+08:00")

// ErrInt reports what is not a whole number of 32 bits.
var ErrInt = errors.New("an Int is a whole number of 32 bits")

// MarshalDateTime writes an instant as RFC 3339 in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano)))
	})
}

// UnmarshalDateTime reads RFC 3339 with an offset, to the microsecond.
func UnmarshalDateTime(v any) (time.Time, error) {
	text, ok := v.(string)
	if !ok {
		return time.Time{}, ErrDateTime
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, ErrDateTime
	}
	return t.UTC().Truncate(time.Microsecond), nil
}

// MarshalInt writes a whole number of 32 bits.
func MarshalInt(n int) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Itoa(n)) })
}

// UnmarshalInt reads a whole number of 32 bits.
func UnmarshalInt(v any) (int, error) {
	var n int64
	var err error
	switch v := v.(type) {
	case json.Number:
		n, err = strconv.ParseInt(string(v), 10, 64)
	case int64:
		n = v
	case int:
		n = int64(v)
	default:
		err = ErrInt
	}
	if err != nil || n < math.MinInt32 || n > math.MaxInt32 {
		return 0, ErrInt
	}
	return int(n), nil
}
