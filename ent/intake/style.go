package intake

import (
	"regexp"
	"strconv"
	"strings"
)

// styles finds out which cells show a number as a date. Spreadsheets turn a
// house number such as 1-2 into the second of January and keep the count of
// days: what is stored there is not what was typed.
type styles struct {
	silent
	formats map[string]bool // that the workbook defines itself: whether one shows a date
	dates   []bool
	inCells bool
}

func (s *styles) element(n node) error {
	switch n.Name.Local {
	case "numFmt":
		s.formats[attribute(n, "numFmtId")] = dateCode(attribute(n, "formatCode"))
	case "cellXfs":
		s.inCells = true
	case "xf":
		if s.inCells {
			id := attribute(n, "numFmtId")
			date, own := s.formats[id]
			s.dates = append(s.dates, date || !own && dateFormat(id))
		}
	}
	return nil
}

func (s *styles) leave(name string) error {
	if name == "cellXfs" {
		s.inCells = false
	}
	return nil
}

// dateFormat reports whether a format that every spreadsheet knows shows dates
// or times (ECMA-376 part 1, 18.8.30, with those of East Asian editions).
func dateFormat(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
}

// literal is what a format shows as it stands: quoted, escaped, or a colour or
// locale in brackets.
var literal = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// dateCode reports whether a format shows days, months, years, hours or
// seconds.
func dateCode(code string) bool {
	rest := strings.ToLower(literal.ReplaceAllString(code, ""))
	return rest != "general" && strings.ContainsAny(rest, "ymdhs")
}
