package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"sifang/schema/fault"
)

// The bounds of one tag, of elements within elements and of sheets. They keep a
// small file from growing in memory, and from taking long, while it is read.
const (
	tagMost    = 64 << 10
	depthMost  = 64
	sheetsMost = 255
)

var (
	errUnpacked = errors.New("the workbook unpacks to too much")
	errTag      = errors.New("a tag is too long")
	errDepth    = errors.New("elements are nested too deeply")
	errSheets   = errors.New("there are too many sheets")
	errPart     = errors.New("a part of the workbook is missing")
	errTwice    = errors.New("a part of the workbook is there twice")
)

// archive is an opened workbook: parts in XML, packed together.
type archive struct {
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func open(content []byte, unpacked int64) (*archive, error) {
	packed, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	a := &archive{parts: make(map[string]*zip.File, len(packed.File)), left: unpacked}
	for _, part := range packed.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		if a.parts[name] != nil {
			return nil, fmt.Errorf("%w: %s", errTwice, name)
		}
		a.parts[name] = part
	}
	return a, nil
}

// node is an element's name and attributes as they come by.
type node = xml.StartElement

// walker is told about a part as it is read. Element and leave come in pairs;
// text comes in pieces. Any of them may end the walk with errEnough.
type walker interface {
	element(n node) error
	text(piece []byte) error
	leave(name string) error
}

// errEnough ends a walk early, and well.
var errEnough = errors.New("enough was read")

// walk reads a part of the workbook from its beginning to its end.
func (a *archive) walk(name string, w walker) error {
	part := a.parts[strings.ToLower(name)]
	if part == nil {
		return fmt.Errorf("%w: %s", errPart, name)
	}
	unpacked, err := part.Open()
	if err != nil {
		return err
	}
	err = visit(xml.NewDecoder(&bounded{from: unpacked, left: &a.left}), w)
	if errors.Is(err, errEnough) {
		err = nil
	}
	return errors.Join(err, unpacked.Close())
}

func visit(decoder *xml.Decoder, w walker) error {
	for depth := 0; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > depthMost {
				return errDepth
			}
			err = w.element(token)
		case xml.EndElement:
			depth--
			err = w.leave(token.Name.Local)
		case xml.CharData:
			err = w.text(token)
		}
		if err != nil {
			return err
		}
	}
}

// attribute is the value of an attribute, empty if it is not there.
func attribute(n node, name string) string {
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// bounded reads what is unpacked, as long as there is not too much of it.
type bounded struct {
	from io.Reader
	left *int64
	tag  int // bytes since a tag began; 0 outside of tags
}

// Read reads, or reports errUnpacked or errTag.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if *b.left -= int64(n); *b.left < 0 {
		return 0, errUnpacked
	}
	for _, c := range p[:n] {
		switch {
		case c == '<':
			b.tag = 1
		case c == '>':
			b.tag = 0
		case b.tag > 0:
			b.tag++
		}
		if b.tag > tagMost {
			return 0, errTag
		}
	}
	return n, err
}

// explained says why a workbook cannot be read beyond a line.
func explained(number int, err error) *Fault {
	switch {
	case errors.Is(err, errUnpacked):
		return broken(0, "", fault.ImportTooLarge)
	case errors.Is(err, errPart):
		return unreadable(number, "工作簿缺少必要的部分", "a part of the workbook is missing")
	default:
		return unreadable(number, "工作簿已损坏", "the workbook is damaged")
	}
}
