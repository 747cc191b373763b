// Package page is how lists are read piece by piece: how many rows a page
// holds, and the cursor that says where the next one begins.
//
// A cursor names the order it belongs to, the value of the row in that order,
// and the row. One of another order, or one that was tampered with, is
// refused; it never reaches the database.
package page

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"

	"sifang/schema/day"
	"sifang/schema/ident"
)

// The number of rows on a page when the question does not say, and at most.
const (
	Default = 20
	Most    = 100
)

// ErrSize reports a page size outside 1 to Most, or both first and last.
var ErrSize = fmt.Errorf("give either first or last, between 1 and %d", Most)

// ErrCursor reports a cursor that this list did not give out.
var ErrCursor = errors.New("not a cursor of this list")

// Size checks first and last and fills in the default. A size of zero is
// allowed where only the count is wanted.
func Size(first, last *int) (*int, error) {
	if first == nil && last == nil {
		usual := Default
		return &usual, nil
	}
	if first != nil && last != nil {
		return nil, ErrSize
	}
	for _, size := range []*int{first, last} {
		if size != nil && (*size < 0 || *size > Most) {
			return nil, ErrSize
		}
	}
	return first, nil
}

// Cursor is a place in a list.
type Cursor struct {
	ID    ident.ID
	Value any    // of the row in the list's order; nil in the order of identifiers
	Order string // the column ordered by
	text  string // the value as it was written, until the order tells its type
}

// Info tells whether there is more before and behind a page.
type Info struct {
	HasNextPage     bool    `json:"hasNextPage"`
	HasPreviousPage bool    `json:"hasPreviousPage"`
	StartCursor     *Cursor `json:"startCursor"`
	EndCursor       *Cursor `json:"endCursor"`
}

// In says which order the cursor belongs to.
func (c Cursor) In(order string) Cursor {
	c.Order = order
	return c
}

const separator = "\x1f"

// MarshalGQL writes the cursor.
func (c Cursor) MarshalGQL(w io.Writer) {
	plain := strings.Join([]string{c.Order, c.ID.String(), write(c.Value)}, separator)
	_, _ = io.WriteString(w, strconv.Quote(base64.RawURLEncoding.EncodeToString([]byte(plain))))
}

// UnmarshalGQL reads a cursor, or returns ErrCursor.
func (c *Cursor) UnmarshalGQL(v any) error {
	encoded, ok := v.(string)
	if !ok {
		return ErrCursor
	}
	plain, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil {
		return ErrCursor
	}
	parts := strings.SplitN(string(plain), separator, 3)
	if len(parts) != 3 {
		return ErrCursor
	}
	id, err := ident.Parse(parts[1])
	if err != nil {
		return ErrCursor
	}
	*c = Cursor{ID: id, Order: parts[0], text: parts[2]}
	return nil
}

func write(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case time.Time:
		return value.UTC().Format(time.RFC3339Nano)
	default:
		return fmt.Sprint(value)
	}
}

// read gives the text of a cursor the type of the column it belongs to.
func read(text string, like any) (any, error) {
	switch like.(type) {
	case string:
		return text, nil
	case int:
		return strconv.Atoi(text)
	case time.Time:
		return time.Parse(time.RFC3339Nano, text)
	case day.Date:
		return day.Parse(text)
	default:
		return nil, fmt.Errorf("no list is ordered by a %T", like)
	}
}

// Between limits a list to the rows behind after and before before, in the
// order of column and then of the identifier, whichever end it is read from.
// like is any value of the column; it is an identifier where the list is in the
// order of identifiers.
func Between(after, before *Cursor, idColumn, column string, like any, direction entgql.OrderDirection) ([]func(*sql.Selector), error) {
	typed := make([]*entgql.Cursor[ident.ID], 2)
	for i, c := range []*Cursor{after, before} {
		if c == nil {
			continue
		}
		if c.Order != column {
			return nil, ErrCursor
		}
		typed[i] = &entgql.Cursor[ident.ID]{ID: c.ID}
		if column == idColumn {
			continue
		}
		value, err := read(c.text, like)
		if err != nil {
			return nil, ErrCursor
		}
		typed[i].Value = value
	}
	// Rows before a cursor are those that the reversed order would put after it.
	predicates := entgql.CursorsPredicate(typed[0], nil, idColumn, column, direction)
	return append(predicates, entgql.CursorsPredicate(typed[1], nil, idColumn, column, direction.Reverse())...), nil
}
