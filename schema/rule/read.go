package rule

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sifang/schema/fault"
)

// Limits of a document. A real rule has a few hundred bytes and four levels.
const (
	maxBytes = 256 << 10
	maxDepth = 64
	maxText  = 10_000
)

// read fills into from a JSON document and refuses, each at its place,
// whatever encoding/json would forgive: fields that do not exist or appear
// twice, names in another case, null, required fields left out, words outside
// their enumeration.
func read(data []byte, into any) fault.Faults {
	if len(data) > maxBytes {
		return fault.Faults{fault.New(fault.TooLong, "limit", maxBytes, "length", len(data))}
	}
	if !utf8.Valid(data) || !json.Valid(data) {
		return fault.Faults{fault.New(fault.RuleUnreadable)}
	}
	var r reader
	r.tokens = json.NewDecoder(bytes.NewReader(data))
	r.tokens.UseNumber()
	value := r.value(nil)
	if len(r.faults) == 0 {
		r.check(value, reflect.TypeOf(into).Elem(), nil)
	}
	if len(r.faults) == 0 && json.Unmarshal(data, into) != nil {
		return fault.Faults{fault.New(fault.RuleUnreadable)}
	}
	return r.faults
}

// object keeps the fields of a JSON object in their order, repeated ones too.
type object []field

type field struct {
	name  string
	value any
}

type reader struct {
	tokens *json.Decoder
	faults fault.Faults
}

func (r *reader) refuse(path []any, one *fault.Fault) {
	r.faults = append(r.faults, one.At(path...))
}

// value reads the next value: object, []any, string, json.Number, bool or nil.
func (r *reader) value(path []any) any {
	token, err := r.tokens.Token()
	if err != nil {
		r.refuse(nil, fault.New(fault.RuleUnreadable))
		return nil
	}
	delim, nested := token.(json.Delim)
	if !nested {
		return token
	}
	if len(path) >= maxDepth {
		if len(r.faults) == 0 {
			r.refuse(nil, fault.New(fault.RuleTooDeep, "limit", maxDepth))
		}
		return nil
	}
	var whole any
	if delim == '[' {
		list := []any{}
		for len(r.faults) == 0 && r.tokens.More() {
			list = append(list, r.value(step(path, len(list))))
		}
		whole = list
	} else {
		whole = r.object(path)
	}
	_, _ = r.tokens.Token() // the closing bracket: the text is known to be valid
	return whole
}

func (r *reader) object(path []any) object {
	fields := object{}
	for len(r.faults) == 0 && r.tokens.More() {
		token, _ := r.tokens.Token()
		name, _ := token.(string)
		fields = append(fields, field{name, r.value(step(path, name))})
	}
	return fields
}

// check compares a value with the Go type it is meant for.
func (r *reader) check(value any, want reflect.Type, path []any) {
	if want.Kind() == reflect.Pointer {
		want = want.Elem()
	}
	if reflect.PointerTo(want).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		r.text(value, want, path)
		return
	}
	switch want.Kind() {
	case reflect.Struct:
		if fields, ok := value.(object); ok {
			r.fields(fields, want, path)
			return
		}
		r.mismatch("object", path)
	case reflect.Slice:
		list, ok := value.([]any)
		if !ok {
			r.mismatch("array", path)
		}
		for i, element := range list {
			r.check(element, want.Elem(), step(path, i))
		}
	case reflect.String:
		if word, ok := value.(string); ok {
			r.word(word, want, path)
			return
		}
		r.mismatch("string", path)
	case reflect.Bool:
		if _, ok := value.(bool); !ok {
			r.mismatch("boolean", path)
		}
	case reflect.Int, reflect.Int64:
		number, _ := value.(json.Number)
		if _, err := strconv.ParseInt(string(number), 10, want.Bits()); err != nil {
			r.mismatch("integer", path)
		}
	default: // a type that documents do not use yet
		r.mismatch(want.Kind().String(), path)
	}
}

func (r *reader) mismatch(expected string, path []any) {
	r.refuse(path, fault.New(fault.RuleTypeMismatch, "expected", expected))
}

// text checks a value that its type reads from a string, such as a date.
func (r *reader) text(value any, want reflect.Type, path []any) {
	word, ok := value.(string)
	target, _ := reflect.New(want).Interface().(encoding.TextUnmarshaler)
	if !ok || target == nil || target.UnmarshalText([]byte(word)) != nil {
		r.mismatch(want.String(), path)
	}
}

// word checks a string: the words of an enumeration, or plain text.
func (r *reader) word(word string, want reflect.Type, path []any) {
	if list, ok := reflect.Zero(want).Interface().(interface{ Values() []string }); ok {
		switch {
		case slices.Contains(list.Values(), word):
		case slices.Contains(laterWords, word):
			r.refuse(path, fault.New(fault.RuleNotSupported, "feature", word))
		default:
			r.refuse(path, fault.New(fault.UnknownValue,
				"value", word, "allowed", strings.Join(list.Values(), ", ")))
		}
		return
	}
	if length := utf8.RuneCountInString(word); length > maxText {
		r.refuse(path, fault.New(fault.TooLong, "limit", maxText, "length", length))
	}
	if strings.ContainsFunc(word, unicode.IsControl) {
		r.refuse(path, fault.New(fault.ControlCharacter))
	}
}

// fields checks an object against the JSON names of a struct.
func (r *reader) fields(fields object, want reflect.Type, path []any) {
	known := named(want)
	seen := map[string]bool{}
	for _, given := range fields {
		at := step(path, given.name)
		of, ok := known[given.name]
		switch {
		case !ok:
			r.refuse(at, fault.New(fault.RuleFieldUnknown, "field", given.name))
		case seen[given.name]:
			r.refuse(at, fault.New(fault.RuleFieldRepeated, "field", given.name))
		default:
			r.check(given.value, of.Type, at)
			if blank(given.value) && required(of) {
				r.refuse(at, fault.New(fault.Blank))
			}
		}
		seen[given.name] = true
	}
	for _, of := range reflect.VisibleFields(want) {
		if name := jsonName(of); required(of) && !seen[name] {
			r.refuse(step(path, name), fault.New(fault.RuleFieldMissing, "field", name))
		}
	}
}

func named(t reflect.Type) map[string]reflect.StructField {
	known := map[string]reflect.StructField{}
	for _, f := range reflect.VisibleFields(t) {
		if name := jsonName(f); name != "" {
			known[name] = f
		}
	}
	return known
}

// jsonName is the name of a field in a document; empty if it has none there.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if !f.IsExported() || name == "-" {
		return ""
	}
	return name
}

func required(f reflect.StructField) bool { return f.Tag.Get("rule") == "required" }

func blank(value any) bool {
	word, ok := value.(string)
	return ok && strings.TrimSpace(word) == ""
}

// step extends a path without touching the one it extends.
func step(path []any, next any) []any {
	return append(slices.Clip(path), next)
}
