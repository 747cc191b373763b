package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"sifang/schema/fault"
)

const byteOrderMark = "\xef\xbb\xbf"

// decoded is the content as text. UTF-8 is tried first: text in GB18030 is
// hardly ever valid UTF-8 by accident.
func decoded(content []byte) (string, *Fault) {
	content = bytes.TrimPrefix(content, []byte(byteOrderMark))
	if utf8.Valid(content) {
		return string(content), nil
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", broken(0, "", fault.ImportEncoding)
	}
	return string(text), nil
}

// readCSV hands on the lines of a text table. What separates its columns is
// found out from its first line.
func readCSV(text string, next each) *Fault {
	comma := separator(text)
	if number := tooWide(text, comma); number > 0 {
		return unreadable(number, "列数过多", "there are too many columns")
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.ReuseRecord = comma, -1, true
	var cells []cell
	for {
		record, err := reader.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &bad):
			return unreadable(bad.Line, "引号不成对，或者出现在文字中间", "a quotation mark stands alone, or in the middle of a text")
		case err != nil:
			return unreadable(0, "读取失败", "it could not be read")
		}
		number, _ := reader.FieldPos(0)
		cells = cells[:0]
		for i, field := range record {
			if strings.TrimSpace(field) != "" {
				cells = append(cells, cell{column: i, text: field})
			}
		}
		if len(cells) > 0 && !next(line{number: number, cells: cells}) {
			return nil
		}
	}
}

// separator is whichever of comma, semicolon and tab stands most often in the
// first line that has anything in it, outside of quotation marks.
func separator(text string) rune {
	var counts [3]int
	quoted := false
	for _, r := range strings.TrimLeft(text, " \r\n") {
		if r == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if r == '\n' {
			break
		}
		if i := strings.IndexRune(",;\t", r); i >= 0 {
			counts[i]++
		}
	}
	best := 0
	for i, count := range counts {
		if count > counts[best] {
			best = i
		}
	}
	return rune(",;\t"[best])
}

// tooWide is the line in which a record begins that has more columns than any
// table; 0 if there is none. It is asked before the records are taken apart,
// because a file of nothing but commas would take fifty times its size.
func tooWide(text string, comma rune) int {
	number, begun, columns, quoted := 1, 1, 0, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\n':
			number++
			if !quoted {
				begun, columns = number, 0
			}
		case rune(c) == comma && !quoted:
			if columns++; columns >= widest {
				return begun
			}
		}
	}
	return 0
}
