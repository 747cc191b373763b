package intake

import (
	"errors"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sifang/schema/fault"
)

// readXLSX hands on the lines of the one sheet of a workbook that has anything
// in it, and afterwards where cells of it are merged. Unpacked is how many bytes
// it may unpack to.
func readXLSX(content []byte, unpacked int64, next each, merged func(number, column int)) *Fault {
	a, err := open(content, unpacked)
	if err != nil {
		return explained(0, err)
	}
	b, err := a.book()
	if err != nil {
		return explained(0, err)
	}
	var filled []tab
	for _, t := range b.tabs {
		has, err := a.filled(t)
		if err != nil {
			return explained(0, err)
		}
		if has {
			filled = append(filled, t)
		}
	}
	switch {
	case len(filled) == 0:
		return nil
	case len(filled) > 1:
		names := make([]string, len(filled))
		for i, t := range filled {
			names[i] = t.name
		}
		return broken(0, "", fault.ImportSeveralSheets, "sheets", strings.Join(names, ", "))
	case filled[0].hidden:
		return broken(0, filled[0].name, fault.ImportHidden)
	}
	return a.lines(b, filled[0], next, merged)
}

// tab is a sheet as the workbook lists it.
type tab struct {
	name, id string
	hidden   bool
	part     string
}

// book is what the sheets of a workbook have in common.
type book struct {
	tabs    []tab
	strings []string // that cells name by their places
	dates   []bool   // by the style of a cell: whether it shows a date
	path    map[string]string
}

// book reads which sheets there are, their strings and their styles.
func (a *archive) book() (*book, error) {
	b := &book{path: map[string]string{}}
	if err := a.walk("xl/_rels/workbook.xml.rels", &relations{path: b.path}); err != nil {
		return nil, err
	}
	if err := a.walk("xl/workbook.xml", &tabs{book: b}); err != nil {
		return nil, err
	}
	texts := &sharedStrings{}
	if err := a.walk("xl/sharedStrings.xml", texts); err != nil && !errors.Is(err, errPart) {
		return nil, err
	}
	shown := &styles{formats: map[string]bool{}}
	if err := a.walk("xl/styles.xml", shown); err != nil && !errors.Is(err, errPart) {
		return nil, err
	}
	b.strings, b.dates = texts.all, shown.dates
	b.tabs = slices.DeleteFunc(b.tabs, func(t tab) bool { return t.part == "" })
	return b, nil
}

// filled reports whether there is any value in a sheet.
func (a *archive) filled(t tab) (bool, error) {
	look := &looking{}
	err := a.walk(t.part, look)
	return look.found, err
}

// silent is a walker that does nothing; others are made from it.
type silent struct{}

func (silent) element(node) error { return nil }
func (silent) text([]byte) error  { return nil }
func (silent) leave(string) error { return nil }

// looking ends at the first value of a sheet.
type looking struct {
	silent
	found bool
}

func (l *looking) element(n node) error {
	if n.Name.Local == "v" || n.Name.Local == "t" || n.Name.Local == "f" {
		l.found = true
		return errEnough
	}
	return nil
}

// relations find the parts that a workbook names by keys.
type relations struct {
	silent
	path map[string]string
}

func (r *relations) element(n node) error {
	if n.Name.Local == "Relationship" && strings.HasSuffix(attribute(n, "Type"), "/worksheet") {
		target := attribute(n, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		r.path[attribute(n, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
	}
	return nil
}

// tabs collects the sheets in their order.
type tabs struct {
	silent
	book *book
}

func (t *tabs) element(n node) error {
	if n.Name.Local != "sheet" {
		return nil
	}
	if len(t.book.tabs) == sheetsMost {
		return errSheets
	}
	one := tab{name: attribute(n, "name"), id: attribute(n, "id")}
	one.hidden = attribute(n, "state") != "" && attribute(n, "state") != "visible"
	one.part = t.book.path[one.id]
	t.book.tabs = append(t.book.tabs, one)
	return nil
}

// sharedStrings collects the texts that cells name by their places. How a text
// is pronounced is not part of it.
type sharedStrings struct {
	all    []string
	now    strings.Builder
	inText bool
	aside  int // depth below what tells the pronunciation
}

func (s *sharedStrings) element(n node) error {
	switch {
	case s.aside > 0 || n.Name.Local == "rPh":
		s.aside++
	case n.Name.Local == "si":
		s.now.Reset()
	case n.Name.Local == "t":
		s.inText = true
	}
	return nil
}

func (s *sharedStrings) text(piece []byte) error {
	if s.inText {
		s.now.Write(piece)
	}
	return nil
}

func (s *sharedStrings) leave(name string) error {
	switch {
	case s.aside > 0:
		s.aside--
	case name == "si":
		s.all = append(s.all, unescaped(s.now.String()))
	case name == "t":
		s.inText = false
	}
	return nil
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped puts characters back that a workbook writes as _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escape.ReplaceAllStringFunc(text, func(code string) string {
		r, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil {
			return code
		}
		return string(rune(r))
	})
}
