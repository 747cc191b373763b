package library

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"sifang/schema/fault"
)

// The kinds of files that the library takes.
const (
	PDF         = "application/pdf"
	PNG         = "image/png"
	JPEG        = "image/jpeg"
	WebP        = "image/webp"
	XLSX        = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	TextUTF8    = "text/plain; charset=utf-8"
	TextGB18030 = "text/plain; charset=gb18030"
)

// Admitted lists the kinds of files that the library takes. None of them runs
// anything by itself: workbooks with macros and pages are not among them.
var Admitted = []string{PDF, PNG, JPEG, WebP, XLSX, TextUTF8, TextGB18030}

// signatures are how files of a kind begin; a dot stands for any byte.
var signatures = []struct{ media, start string }{
	{PDF, "%PDF-"},
	{PNG, "\x89PNG\r\n\x1a\n"},
	{JPEG, "\xff\xd8\xff"},
	{WebP, "RIFF....WEBP"},
}

// sniff tells what kind of file it is by what is in it.
func sniff(file *os.File, size int64) (string, error) {
	head := make([]byte, 16)
	n, err := file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	for _, s := range signatures {
		if begins(head[:n], s.start) {
			return s.media, nil
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) && workbook(file, size) {
		return XLSX, nil
	}
	for _, text := range []struct {
		media string
		in    io.Reader
	}{
		{TextUTF8, whatIs(file, size)},
		{TextGB18030, simplifiedchinese.GB18030.NewDecoder().Reader(whatIs(file, size))},
	} {
		plain, err := readable(text.in)
		if plain || err != nil {
			return text.media, err
		}
	}
	return "", fault.New(fault.DocumentNotAdmitted, "admitted", strings.Join(Admitted, ", "))
}

func whatIs(file *os.File, size int64) io.Reader { return io.NewSectionReader(file, 0, size) }

func begins(head []byte, start string) bool {
	if len(head) < len(start) {
		return false
	}
	for i := range len(start) {
		if start[i] != '.' && head[i] != start[i] {
			return false
		}
	}
	return true
}

// workbook reports whether an archive holds a spreadsheet, and one that runs
// nothing.
func workbook(file *os.File, size int64) bool {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return false
	}
	var types, book bool
	for _, part := range archive.File {
		switch name := strings.ToLower(part.Name); {
		case strings.Contains(name, "vbaproject"), strings.Contains(name, "macrosheets"):
			return false
		case name == "[content_types].xml":
			types = true
		case name == "xl/workbook.xml":
			book = true
		}
	}
	return types && book
}

// readable reports whether there is nothing but text.
func readable(in io.Reader) (bool, error) {
	from := bufio.NewReaderSize(in, 64<<10)
	for {
		r, _, err := from.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case r == utf8.RuneError, unicode.IsControl(r) && !strings.ContainsRune("\t\r\n\f", r):
			return false, nil
		}
	}
}
