package recount

import (
	"strings"

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
