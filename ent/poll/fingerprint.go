package poll

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"sifang/schema/ident"
)

// Stood is an entry as it stands on a frozen roll.
type Stood struct {
	ID       ident.ID
	Position int
	Entry
}

// Fingerprint is the fingerprint of a frozen roll, in hexadecimal: SHA-256 of
// the line "sifang/roll/v1", of a line for the roll, and of a line for each
// entry in the order of positions. A line is JSON without blanks, its names
// sorted, what is absent left out, and ends with a line feed:
//
//	{"incumbents":6,"meeting":"…","seats":7}
//	{"delegates":["…"],"id":"…","label":"…","party":"…","position":1}
//	{"id":"…","label":"…","person":"…","position":2}
//
// Delegates are sorted. The identifiers of entries hold random bits, so that
// nobody can guess a roll from its fingerprint.
func Fingerprint(meeting ident.ID, r Roll, entries []Stood) (string, error) {
	var text bytes.Buffer
	text.WriteString("sifang/roll/v1\n")
	lines := json.NewEncoder(&text)
	lines.SetEscapeHTML(false)
	err := lines.Encode(map[string]any{"meeting": meeting, "seats": r.Seats, "incumbents": r.Incumbents})
	for _, e := range entries {
		line := map[string]any{"id": e.ID, "position": e.Position, "label": e.Label}
		if e.Person != nil {
			line["person"] = *e.Person
		}
		if e.Party != nil {
			line["party"] = *e.Party
		}
		if len(e.Delegates) > 0 {
			line["delegates"] = distinct(e.Delegates)
		}
		if err == nil {
			err = lines.Encode(line)
		}
	}
	sum := sha256.Sum256(text.Bytes())
	return hex.EncodeToString(sum[:]), err
}
