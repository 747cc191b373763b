package poll

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"sifang/schema/ident"
)

// Stood is an entry as it stands on a frozen roll.
type Stood struct {
	ID       ident.ID
	Position int
	Entry
}

// Fingerprint is the fingerprint of a frozen roll, in hexadecimal: SHA-256 of
// the line "sifang/roll/v2", of a line for the roll, and of a line for each
// entry in the order of positions. A line is JSON without blanks, its names
// sorted, what is absent, zero or empty left out, and ends with a line feed:
//
//	{"area":8950,"basis":"OWNERS","drawnOn":"2026-06-01","heads":1,"meeting":"…","scope":["…"],"units":1}
//	{"area":8950,"building":"…","delegates":["…","…"],"heads":1,"id":"…","label":"…","position":1,"premises":"…","units":["…"]}
//
// The line of a roll may also have "households", "incumbents" and "seats", that
// of an entry "groups", "household", "households", "organization", "party",
// "person" and "seats". Areas are in 0.01 m². The identifiers in a list, and the
// groups, are sorted. The identifiers of entries hold random bits, so that
// nobody can guess a roll from its fingerprint.
//
// A roll without a basis is older than this form: its first line is
// "sifang/roll/v1", that of the roll tells incumbents, meeting and seats also
// where they are zero, and those of its entries tell delegates, id, label,
// party, person and position.
func Fingerprint(meeting ident.ID, r Roll, entries []Stood) (string, error) {
	var text bytes.Buffer
	text.WriteString("sifang/roll/v2\n")
	lines := json.NewEncoder(&text)
	lines.SetEscapeHTML(false)
	err := lines.Encode(rollLine{
		Area: int64(r.Area), Basis: string(r.Basis), DrawnOn: r.DrawnOn.String(), Heads: r.Heads, Households: r.Households,
		Incumbents: r.Incumbents, Meeting: meeting, Scope: ordered(r.Scope), Seats: r.Seats, Units: r.Units,
	})
	for _, e := range entries {
		if err != nil {
			return "", err
		}
		err = lines.Encode(entryLine{
			Area: int64(e.Area), Building: e.Building, Delegates: ordered(e.Delegates), Groups: slices.Sorted(slices.Values(e.Groups)),
			Heads: e.Heads, Household: e.Household, Households: e.Households, ID: e.ID, Label: e.Label, Organization: e.Organization,
			Party: e.Party, Person: e.Person, Position: e.Position, Premises: e.Premises, Seats: e.Seats, Units: ordered(e.Units),
		})
	}
	sum := sha256.Sum256(text.Bytes())
	return hex.EncodeToString(sum[:]), err
}

// ordered sorts a copy of identifiers.
func ordered(ids []ident.ID) []ident.ID { return distinct(slices.Clone(ids)) }

// rollLine and entryLine have their fields in the order of the names in JSON.
type rollLine struct {
	Area       int64      `json:"area,omitempty"`
	Basis      string     `json:"basis"`
	DrawnOn    string     `json:"drawnOn"`
	Heads      int        `json:"heads,omitempty"`
	Households int        `json:"households,omitempty"`
	Incumbents int        `json:"incumbents,omitempty"`
	Meeting    ident.ID   `json:"meeting"`
	Scope      []ident.ID `json:"scope,omitempty"`
	Seats      int        `json:"seats,omitempty"`
	Units      int        `json:"units,omitempty"`
}

type entryLine struct {
	Area         int64      `json:"area,omitempty"`
	Building     *ident.ID  `json:"building,omitempty"`
	Delegates    []ident.ID `json:"delegates,omitempty"`
	Groups       []string   `json:"groups,omitempty"`
	Heads        int        `json:"heads,omitempty"`
	Household    *ident.ID  `json:"household,omitempty"`
	Households   int        `json:"households,omitempty"`
	ID           ident.ID   `json:"id"`
	Label        string     `json:"label"`
	Organization *ident.ID  `json:"organization,omitempty"`
	Party        *ident.ID  `json:"party,omitempty"`
	Person       *ident.ID  `json:"person,omitempty"`
	Position     int        `json:"position"`
	Premises     string     `json:"premises,omitempty"`
	Seats        int        `json:"seats,omitempty"`
	Units        []ident.ID `json:"units,omitempty"`
}
