package recount

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"sifang/schema/fault"
)

func (r *reader) strings() []string {
	var all []string
	r.list(func() { all = append(all, r.string()) })
	return all
}

func (r *reader) string() string {
	if r.next() != '"' {
		r.expect("string")
		return ""
	}
	start := r.at + 1
	for i := start; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '"':
			r.at = i + 1
			return r.text[start:i]
		case c == '\\':
			return r.escaped(i)
		case c < ' ':
			r.at = i
			r.unreadable()
			return ""
		}
	}
	r.unreadable()
	return ""
}

// escaped reads a string in which a backslash was met.
func (r *reader) escaped(from int) string {
	for i := from; i < len(r.text); i++ {
		switch r.text[i] {
		case '\\':
			i++
		case '"':
			var text string
			if json.Unmarshal([]byte(r.text[r.at:i+1]), &text) != nil {
				r.unreadable()
				return ""
			}
			r.at = i + 1
			return text
		}
	}
	r.unreadable()
	return ""
}

// word reads one of the words.
func (r *reader) word(allowed ...string) string {
	given := r.string()
	for _, one := range allowed {
		if one == given {
			return one
		}
	}
	r.refuse(fault.New(fault.UnknownValue, "value", given, "allowed", strings.Join(allowed, ", ")))
	return ""
}

func (r *reader) boolean() bool {
	r.next()
	for _, word := range []string{"true", "false"} {
		if strings.HasPrefix(r.text[r.at:], word) {
			r.at += len(word)
			return word == "true"
		}
	}
	r.expect("boolean")
	return false
}

func (r *reader) integer() int64 {
	r.next()
	start := r.at
	if c := r.next(); c != '-' && (c < '0' || c > '9') {
		r.expect("integer")
		return 0
	}
	r.number()
	if r.fault != nil {
		return 0
	}
	value, err := strconv.ParseInt(r.text[start:r.at], 10, 64)
	if err != nil {
		r.at = start
		r.expect("integer")
	}
	return value
}

// between reads an integer and refuses one that is out of range.
func (r *reader) between(least, most int64) int64 {
	value := r.integer()
	if r.fault == nil && (value < least || value > most) {
		r.refuse(fault.New(fault.OutOfRange, "least", least, "most", most))
	}
	return value
}

func (r *reader) instant() time.Time {
	text := r.string()
	if r.fault != nil {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		r.refuse(fault.New(fault.RecountTypeMismatch, "expected", "RFC 3339 instant"))
	}
	return at
}
