package recount

import (
	"bytes"
	"encoding/json"
	"time"
	"unicode/utf8"

	"sifang/schema"
	"sifang/schema/fault"
)

// Format names the form of the file and its version.
const Format = "sifang/vote/v1"

// MaxSize is the size in bytes above which a file is refused unread.
const MaxSize = 256 << 20

// Document is the file of one vote: all that it was decided on, and what it
// was said to have come to.
type Document struct {
	Format string `json:"format"`
	Vote   Vote   `json:"vote"`
	// RollHash is the root over the salted entries of the roll when it was
	// frozen. The salts are not in the file, so it is compared, not recomputed.
	RollHash string `json:"rollHash,omitempty"`
	// Rule, Count and Verdict are JSON objects, described in the documentation of
	// the package.
	Rule    json.RawMessage `json:"rule"`
	Count   json.RawMessage `json:"count"`
	Verdict json.RawMessage `json:"verdict"`
}

// Vote says which vote it is.
type Vote struct {
	ID       string            `json:"id"`
	Question string            `json:"question"`
	Kind     schema.VoteKind   `json:"kind"`
	Method   schema.VoteMethod `json:"method,omitempty"`
	Opened   time.Time         `json:"opened,omitzero"`
	Closed   time.Time         `json:"closed,omitzero"`
}

// Parse reads the file of a vote. It keeps the bytes given to it, which must
// not be changed afterwards. It refuses, with the place of what is wrong:
// RECOUNT_TOO_LARGE, RECOUNT_UNREADABLE, RECOUNT_TOO_DEEP, RECOUNT_FORMAT,
// RECOUNT_FIELD_UNKNOWN, RECOUNT_FIELD_REPEATED, RECOUNT_FIELD_MISSING,
// RECOUNT_TYPE_MISMATCH, UNKNOWN_VALUE.
func Parse(data []byte) (Document, error) {
	if len(data) > MaxSize {
		return Document{}, fault.New(fault.RecountTooLarge, "limit", MaxSize, "length", len(data))
	}
	if !utf8.Valid(data) {
		return Document{}, fault.New(fault.RecountUnreadable, "offset", 0)
	}
	r := newReader(string(data))
	var d Document
	part := func() json.RawMessage {
		from, to := r.raw()
		return data[from:to:to]
	}
	r.object(func(name string) bool {
		switch name {
		case "format":
			if d.Format = r.string(); d.Format != Format {
				r.refuse(fault.New(fault.RecountFormat, "format", d.Format, "known", Format))
			}
		case "vote":
			d.Vote = r.vote()
		case "rollHash":
			d.RollHash = r.string()
		case "rule":
			d.Rule = part()
		case "count":
			d.Count = part()
		case "verdict":
			d.Verdict = part()
		default:
			return false
		}
		return true
	}, "format", "vote", "rule", "count", "verdict")
	r.end()
	if r.fault != nil {
		return Document{}, r.fault
	}
	return d, nil
}

func (r *reader) vote() Vote {
	var v Vote
	r.object(func(name string) bool {
		switch name {
		case "id":
			v.ID = r.string()
		case "question":
			v.Question = r.string()
		case "kind":
			v.Kind = schema.VoteKind(r.word(schema.VoteKind("").Values()...))
		case "method":
			v.Method = schema.VoteMethod(r.word(schema.VoteMethod("").Values()...))
		case "opened":
			v.Opened = r.instant()
		case "closed":
			v.Closed = r.instant()
		default:
			return false
		}
		return true
	}, "id", "question", "kind")
	return v
}

// Print writes the file. The rule, the count and the verdict are written byte
// for byte as they are.
func (d Document) Print() ([]byte, error) {
	vote, err := json.Marshal(d.Vote)
	if err != nil {
		return nil, err
	}
	hash, err := json.Marshal(d.RollHash)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(len(d.Rule) + len(d.Count) + len(d.Verdict) + len(vote) + 256)
	for _, part := range []struct {
		before string
		value  []byte
	}{
		{`{"format":"` + Format + `","vote":`, vote},
		{`,"rollHash":`, hash},
		{`,"rule":`, d.Rule},
		{`,"count":`, d.Count},
		{`,"verdict":`, d.Verdict},
	} {
		b.WriteString(part.before)
		b.Write(part.value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
