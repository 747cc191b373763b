package recount

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"sifang/schema/fault"
)

// maxDepth bounds how deep brackets may nest. A rule nests at most half as
// deep, and its findings no deeper than the rule.
const maxDepth = 128

// reader reads one JSON text from left to right, once. It is stricter than
// encoding/json, because two programs that count the same file must read the
// same numbers in it: a field may stand in an object once, in its own case,
// and integers are integers. The first thing that is wrong stops it; whatever
// is asked of it afterwards is nothing.
type reader struct {
	text  string
	at    int
	depth int
	// lenient readers pass over fields that they do not know.
	lenient bool
	place   []step
	fault   *fault.Fault
}

// step is the name of a field, or the number of an element of a list.
type step struct {
	name  string
	index int
}

func newReader(text string, place ...string) *reader {
	r := &reader{text: text}
	for _, name := range place {
		r.place = append(r.place, step{name: name})
	}
	return r
}

// refuse keeps the first refusal, with the place where the reader stands.
func (r *reader) refuse(f *fault.Fault) {
	if r.fault != nil {
		return
	}
	for _, s := range r.place {
		if s.name == "" {
			f.At(s.index)
		} else {
			f.At(s.name)
		}
	}
	r.fault = f
	r.at = len(r.text)
}

func (r *reader) unreadable() {
	r.refuse(fault.New(fault.RecountUnreadable, "offset", r.at))
}

// expect refuses a value of another type. Where the text ends instead, or
// holds no value at all, it is no JSON.
func (r *reader) expect(kind string) {
	if r.at >= len(r.text) || !strings.ContainsRune(`{["-0123456789tfn`, rune(r.text[r.at])) {
		r.unreadable()
		return
	}
	r.refuse(fault.New(fault.RecountTypeMismatch, "expected", kind))
}

// next is the next byte that is not blank, zero at the end.
func (r *reader) next() byte {
	for r.at < len(r.text) {
		switch c := r.text[r.at]; c {
		case ' ', '\t', '\n', '\r':
			r.at++
		default:
			return c
		}
	}
	return 0
}

// end refuses whatever follows the value.
func (r *reader) end() {
	if r.next(); r.at < len(r.text) {
		r.unreadable()
	}
}

func (r *reader) open(bracket byte, kind string) bool {
	if r.next() != bracket {
		r.expect(kind)
		return false
	}
	if r.depth++; r.depth > maxDepth {
		r.refuse(fault.New(fault.RecountTooDeep, "limit", maxDepth))
		return false
	}
	r.at++
	return true
}

// more reports whether another element follows, and steps over the comma
// before it or the bracket behind the last one.
func (r *reader) more(bracket byte, first bool) bool {
	if r.fault != nil {
		return false
	}
	switch c := r.next(); {
	case c == bracket:
		r.at++
		r.depth--
		return false
	case first && c != ',' && c != 0:
		return true
	case !first && c == ',':
		r.at++
		return true
	default:
		r.unreadable()
		return false
	}
}

// object reads an object. The function reads the value of a field and answers
// whether it knows the field.
func (r *reader) object(field func(name string) bool, required ...string) {
	if !r.open('{', "object") {
		return
	}
	var room [24]string
	seen := room[:0]
	for first := true; r.more('}', first); first = false {
		name := r.name()
		r.place = append(r.place, step{name: name})
		for _, one := range seen {
			if one == name {
				r.refuse(fault.New(fault.RecountFieldRepeated, "field", name))
			}
		}
		switch {
		case r.fault != nil:
		case field(name):
			seen = append(seen, name)
		case r.lenient:
			r.skip()
		default:
			r.refuse(fault.New(fault.RecountFieldUnknown, "field", name))
		}
		r.place = r.place[:len(r.place)-1]
	}
	for _, name := range required {
		r.require(name, seen)
	}
}

func (r *reader) require(name string, seen []string) {
	for _, one := range seen {
		if one == name {
			return
		}
	}
	if r.fault == nil {
		r.refuse(fault.New(fault.RecountFieldMissing, "field", name))
	}
}

// name reads the name of a field and the colon behind it.
func (r *reader) name() string {
	if r.next() != '"' {
		r.unreadable()
		return ""
	}
	name := r.string()
	if r.next() != ':' {
		r.unreadable()
		return ""
	}
	r.at++
	return name
}

// list reads a list; the function reads one element.
func (r *reader) list(element func()) {
	if !r.open('[', "array") {
		return
	}
	last := len(r.place)
	for i := 0; r.more(']', i == 0); i++ {
		r.place = append(r.place[:last], step{index: i})
		element()
	}
	r.place = r.place[:last]
}

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
