package intake

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"sifang/schema/fault"
)

// The greatest line and column of a sheet (ECMA-376 part 1, 18.3.1.73).
const (
	lastLine   = 1 << 20
	lastColumn = 1 << 14
)

// errPlace reports a cell that is not where it says, or not in order, or whose
// text is nowhere.
var errPlace = errors.New("a cell has no place")

// errColumns reports hidden columns that are not in order, overlap, or lie
// beyond the last one.
var errColumns = errors.New("columns have no place")

// lines hands on the lines of a sheet. A cell that cannot be trusted comes with
// the reason.
func (a *archive) lines(b *book, t tab, next each, merged func(number, column int)) *Fault {
	s := &sheet{book: b, next: next, left: &a.left}
	if err := a.walk(t.part, s); err != nil {
		return explained(s.now.number, err)
	}
	for _, m := range s.merges {
		if s.first > 0 && m.last >= s.first && m.number <= s.last {
			merged(m.number, m.column)
		}
	}
	return nil
}

// sheet reads a sheet line by line.
type sheet struct {
	book *book
	next each
	left *int64 // bytes that may still be unpacked

	hidden []bool // by column: whether it is not shown; those beyond are
	merges []merge

	now         line
	first, last int // lines that have anything in them
	notShown    bool
	columns     int // that the line has so far

	column                      int
	kind                        string
	style                       int
	formula, inText, inlineText bool
	content                     strings.Builder
	aside                       int // depth below what tells the pronunciation
}

// merge is where merged cells begin, and the line in which they end.
type merge struct{ number, column, last int }

func (s *sheet) element(n node) error {
	switch name := n.Name.Local; {
	case s.aside > 0 || name == "rPh":
		s.aside++
	case name == "col":
		return s.hide(n)
	case name == "row":
		return s.begin(n)
	case name == "c":
		return s.open(n)
	case name == "f":
		s.formula = true
	case name == "is":
		s.inlineText = true
	case name == "v", name == "t" && s.inlineText:
		s.inText = true
	case name == "mergeCell":
		return s.merge(attribute(n, "ref"))
	}
	return nil
}

func (s *sheet) text(piece []byte) error {
	if s.inText && s.aside == 0 {
		s.content.Write(piece)
	}
	return nil
}

func (s *sheet) leave(name string) error {
	switch {
	case s.aside > 0:
		s.aside--
	case name == "v", name == "t":
		s.inText = false
	case name == "is":
		s.inlineText = false
	case name == "c":
		return s.close()
	case name == "row" && len(s.now.cells) > 0:
		if s.first == 0 {
			s.first = s.now.number
		}
		s.last = s.now.number
		if !s.next(s.now) {
			s.merges = nil
			return errEnough
		}
	}
	return nil
}

func yes(text string) bool { return text == "1" || text == "true" }

// none reports a height or width of nothing, which hides as well.
func none(text string) bool {
	size, err := strconv.ParseFloat(text, 64)
	return err == nil && size == 0
}

// hide notes columns that are not shown, counted from 1. They come in order, and
// none comes twice, so that there are never more than a sheet has.
func (s *sheet) hide(n node) error {
	if !yes(attribute(n, "hidden")) && !none(attribute(n, "width")) {
		return nil
	}
	from, err := strconv.Atoi(attribute(n, "min"))
	to, bad := strconv.Atoi(attribute(n, "max"))
	if err != nil || bad != nil || from <= len(s.hidden) || to < from || to > lastColumn {
		return errColumns
	}
	s.hidden = append(s.hidden, make([]bool, to-len(s.hidden))...)
	for column := from; column <= to; column++ {
		s.hidden[column-1] = true
	}
	return nil
}

func (s *sheet) shown(column int) bool {
	return !s.notShown && (column >= len(s.hidden) || !s.hidden[column])
}

// begin begins a line. One that does not say its number follows the one before.
func (s *sheet) begin(n node) error {
	number := s.now.number + 1
	if r := attribute(n, "r"); r != "" {
		given, err := strconv.Atoi(r)
		if err != nil || given < number || given > lastLine {
			return errPlace
		}
		number = given
	}
	s.now = line{number: number, cells: s.now.cells[:0]}
	s.columns = 0
	s.notShown = yes(attribute(n, "hidden")) || none(attribute(n, "ht"))
	return nil
}

// open begins a cell. One that does not say its column follows the one before.
func (s *sheet) open(n node) error {
	s.column = s.columns
	if r := attribute(n, "r"); r != "" {
		column, number, ok := at(r)
		if !ok || column < s.columns || number != s.now.number {
			return errPlace
		}
		s.column = column
	}
	s.columns = s.column + 1
	s.kind, s.formula = attribute(n, "t"), false
	s.style, _ = strconv.Atoi(attribute(n, "s")) // none is the first
	s.content.Reset()
	return nil
}

var place = regexp.MustCompile(`^([A-Z]{1,3})([0-9]{1,7})$`)

// at reads where a cell is, such as AB12: its column, counted from 0, and its
// line.
func at(ref string) (int, int, bool) {
	parts := place.FindStringSubmatch(ref)
	if parts == nil {
		return 0, 0, false
	}
	column := 0
	for _, c := range parts[1] {
		column = column*26 + int(c-'A') + 1
	}
	number, err := strconv.Atoi(parts[2])
	return column - 1, number, err == nil && number > 0 && column <= lastColumn
}

func (s *sheet) merge(ref string) error {
	from, to, found := strings.Cut(ref, ":")
	column, number, ok := at(from)
	_, last, well := at(to)
	if !found || !ok || !well {
		return errPlace
	}
	s.merges = append(s.merges, merge{number: number, column: column, last: last})
	return nil
}

// close ends a cell and keeps it if there is anything in it.
func (s *sheet) close() error {
	one := cell{column: s.column, text: s.content.String()}
	switch s.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(one.text))
		if one.text != "" && (err != nil || i < 0 || i >= len(s.book.strings)) {
			return errPlace
		}
		if one.text != "" {
			one.text = s.book.strings[i]
		}
		// Many cells may name one long text, so it counts each time.
		if *s.left -= int64(len(one.text)); *s.left < 0 {
			return errUnpacked
		}
	case "b":
		if one.text != "" {
			one.text = strconv.FormatBool(yes(one.text))
		}
	case "e":
		one.wrong = fault.New(fault.ImportCellError, "value", one.text)
	case "d":
		one.wrong = fault.New(fault.ImportDate)
	case "str", "inlineStr":
		one.text = unescaped(one.text)
	default:
		one.text = number(one.text)
		if s.style >= 0 && s.style < len(s.book.dates) && s.book.dates[s.style] {
			one.wrong = fault.New(fault.ImportDate)
		}
	}
	if s.formula {
		one.wrong = fault.New(fault.ImportFormula)
	} else if strings.TrimSpace(one.text) == "" {
		return nil
	}
	if !s.shown(s.column) {
		one.wrong = fault.New(fault.ImportHidden)
	}
	s.now.cells = append(s.now.cells, one)
	return nil
}

var numeral = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,3})?$`)

// number writes a stored number as the spreadsheet shows it. It is stored in
// binary, of which fifteen digits count: 110.66999999999999 is 110.67.
func number(stored string) string {
	stored = strings.TrimSpace(stored)
	if !numeral.MatchString(stored) {
		return stored
	}
	value, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	value, err = strconv.ParseFloat(strconv.FormatFloat(value, 'g', 15, 64), 64)
	if err != nil {
		return stored
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}
