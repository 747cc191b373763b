package ident

import (
	"crypto/rand"
	"database/sql/driver"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// ID identifies one row of any kind. The zero ID identifies nothing.
type ID uuid.UUID

// Nil is the zero ID.
var Nil ID

// ErrMalformed reports a text that is not an identifier of this service.
var ErrMalformed = errors.New("not an identifier")

var counter atomic.Uint32

const (
	counterBits = 18
	randomBits  = 44
)

// New makes an identifier of the given kind at the given instant. Two calls
// in one process never return the same one, and within one millisecond later
// calls sort after earlier ones until the counter wraps, after 262 144 identifiers.
func New(kind Kind, at time.Time) ID {
	var random [8]byte
	_, _ = rand.Read(random[:]) // crypto/rand never fails: it ends the program instead
	count := uint64(counter.Add(1)) & (1<<counterBits - 1)
	tail := count<<randomBits | binary.BigEndian.Uint64(random[:])&(1<<randomBits-1)

	var id ID
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli())<<16|8<<12|uint64(kind))
	binary.BigEndian.PutUint64(id[8:], 1<<63|tail)
	return id
}

// After sorts after every identifier made by the instant, to the millisecond, and
// before all that are made later.
func After(at time.Time) ID {
	var id ID
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli()+1)<<16)
	return id
}

// Draft holds the place of an identifier of the given kind that is still to be
// made, when the instant is known.
func Draft(kind Kind) ID {
	var id ID
	binary.BigEndian.PutUint64(id[:8], 8<<12|uint64(kind))
	binary.BigEndian.PutUint64(id[8:], 1<<63)
	return id
}

// IsDraft reports whether the identifier only holds the place of another one.
func (i ID) IsDraft() bool { return i == Draft(i.Kind()) }

// Parse reads the text form. It returns ErrMalformed for anything that New
// did not make.
func Parse(text string) (ID, error) {
	if len(text) != 36 {
		return Nil, fmt.Errorf("%w: %d characters instead of 36", ErrMalformed, len(text))
	}
	parsed, err := uuid.Parse(text)
	if err != nil {
		return Nil, ErrMalformed
	}
	id := ID(parsed)
	if parsed.Version() != 8 || !id.Kind().Known() {
		return Nil, ErrMalformed
	}
	return id, nil
}

// Kind tells what the identifier names.
func (i ID) Kind() Kind { return Kind(binary.BigEndian.Uint16(i[6:8]) & 0x0fff) }

// Time tells when the identifier was made, to the millisecond.
func (i ID) Time() time.Time {
	return time.UnixMilli(int64(binary.BigEndian.Uint64(i[:8]) >> 16)).UTC()
}

// IsZero reports whether the identifier identifies nothing.
func (i ID) IsZero() bool { return i == Nil }

func (i ID) String() string { return uuid.UUID(i).String() }

// MarshalText is the form used in JSON, where an ID may also be a key.
func (i ID) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (i *ID) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*i = parsed
	return nil
}

// Value stores the identifier in its text form, which both engines take.
func (i ID) Value() (driver.Value, error) { return i.String(), nil }

// Scan reads a column.
func (i *ID) Scan(src any) error { return (*uuid.UUID)(i).Scan(src) }

// MarshalGQL writes the identifier as a GraphQL ID.
func (i ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(i.String())) }

// UnmarshalGQL reads an identifier of any kind. It also takes an ID, because
// entgql hands one back that was decoded before.
func (i *ID) UnmarshalGQL(v any) error {
	switch v := v.(type) {
	case ID:
		*i = v
		return nil
	case string:
		return i.UnmarshalText([]byte(v))
	case json.Number:
		return ErrMalformed
	default:
		return fmt.Errorf("%w: %T", ErrMalformed, v)
	}
}

// Plain is the identifier without its type. Typed identifiers inherit it.
func (i ID) Plain() ID { return i }
