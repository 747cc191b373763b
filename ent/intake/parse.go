package intake

import (
	"bytes"
	"strings"

	"sifang/schema/fault"
)

// Parse reads a list. What it answers depends on nothing but the bytes, the
// mapping and the limits. Beyond a place from which on the file cannot be read,
// or beyond the greatest number of rows, it reads no further; there is a fault
// then.
func Parse(content []byte, mapping Mapping, limits Limits) *List {
	r := &reading{mapping: mapping, limits: limits, seen: map[Place]int{}, suffixed: map[string]bool{}}
	if bad := r.table(content); bad != nil {
		r.list.Add(bad.Line, bad.Column, bad.Refusal)
	} else if r.rows == 0 {
		r.list.Add(0, "", fault.New(fault.ImportNoRows))
	}
	r.tellApart()
	r.list.Sort()
	r.list.head = r.head
	return &r.list
}

// reading is a list while it is read.
type reading struct {
	mapping Mapping
	limits  Limits

	list     List
	head     *header
	rows     int             // below the headings, also those with faults
	seen     map[Place]int   // the line in which a unit stands
	suffixed map[string]bool // names that came with the last digits of a document
}

// archived is how a packed workbook begins.
var archived = []byte("PK\x03\x04")

// table reads a workbook or a text, whichever it is.
func (r *reading) table(content []byte) *Fault {
	if bytes.HasPrefix(content, archived) {
		return readXLSX(content, r.limits.Unpacked, r.line, func(number, column int) {
			r.list.Add(number, r.head.label(column), fault.New(fault.ImportMerged))
		})
	}
	text, bad := decoded(content)
	if bad != nil {
		return bad
	}
	return readCSV(text, r.line)
}

// line takes a line: the first has the headings, each other one is a unit.
func (r *reading) line(l line) bool {
	if r.head == nil {
		r.head = readHeader(l, r.mapping, &r.list)
		return true
	}
	if r.rows == r.limits.Rows {
		r.list.Add(l.number, "", fault.New(fault.ImportTooManyRows, "limit", r.limits.Rows))
		return false
	}
	r.rows++
	wrong := r.list.Wrong
	row := r.read(r.cellsOf(l))
	if r.list.Wrong == wrong && r.head.complete {
		r.list.Rows = append(r.list.Rows, row)
	}
	return true
}

// cellsOf sorts the cells of a line by what they mean. A cell that cannot be
// trusted is told, and empty.
func (r *reading) cellsOf(l line) *cells {
	c := &cells{line: l.number, reading: r}
	for _, one := range l.cells {
		wrong := one.wrong
		text := strings.TrimSpace(one.text)
		if wrong == nil {
			wrong = sound(text)
		}
		if _, headed := r.head.words[one.column]; !headed {
			wrong = fault.New(fault.ImportNoHeading)
		}
		column, known := r.head.means[one.column]
		switch {
		case known && column == Serial:
		case wrong != nil:
			r.list.Add(l.number, r.head.label(one.column), wrong)
			if known {
				c.spoilt[column] = true
			}
		case known:
			c.text[column] = text
		}
	}
	return c
}

// tellApart refuses names that stand both with and without the last digits of
// a document: whether that is one person, nobody can know.
func (r *reading) tellApart() {
	told := map[string]bool{}
	for _, row := range r.list.Rows {
		for i, o := range row.Owners {
			if o.Organization || o.Suffix != "" || !r.suffixed[o.Name] || told[o.Name] {
				continue
			}
			told[o.Name] = true
			column := FirstOwner
			if i > 0 {
				column = CoOwners
			}
			r.list.Add(row.Line, r.head.of(column), fault.New(fault.ImportNameAmbiguous, "name", o.Name))
		}
	}
}
