package intake

import (
	"sifang/schema/fault"
)

// line is one line of a table: the cells that have something in them, by their
// places.
type line struct {
	number int // in the file, from 1
	cells  []cell
}

// cell is one cell of a line.
type cell struct {
	column int // from 0
	text   string
	wrong  *fault.Fault // why its text cannot be trusted; nil if it can
}

// each is given the lines of a table one after the other, and answers whether
// it wants more. A line is good only until the next one.
type each func(line) bool

// widest is how many columns a table may have. Nothing that lists units comes
// near it.
const widest = 200

// broken is a table that cannot be read beyond a line.
func broken(number int, column string, code fault.Code, facts ...any) *Fault {
	return &Fault{Line: number, Column: column, Refusal: fault.New(code, facts...)}
}

// unreadable is a table that is damaged from a line on.
func unreadable(number int, zh, en string) *Fault {
	return broken(number, "", fault.ImportUnreadable, "why", fault.Words{Chinese: zh, English: en})
}
