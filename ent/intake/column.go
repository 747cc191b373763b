package intake

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"sifang/schema/fault"
)

// Column is one thing that a list says about units.
type Column int

// The columns that a list may have, in any order.
const (
	Building Column = iota
	Entrance
	Number
	Use
	Area
	AreaSource
	DeliveryStatus
	FirstOwner // the owner, or the first of several
	OwnerKind
	IDSuffix
	CoOwners
	DesignatedVoter
	CountsForVoting
	Serial // counts the lines, and is passed over
	columnCount
)

// columns are the headings under which each is recognised. The first two are
// its names in Chinese and English.
var columns = [columnCount]struct {
	headings []string
	required bool
}{
	Building:        {headings: []string{"楼栋", "building", "栋", "幢", "楼号", "栋号", "幢号", "楼幢"}},
	Entrance:        {headings: []string{"单元", "entrance", "单元号", "门栋", "梯"}},
	Number:          {headings: []string{"房号", "number", "室号", "房屋编号", "门牌号", "unitNumber"}, required: true},
	Use:             {headings: []string{"用途", "use", "房屋用途", "规划用途"}},
	Area:            {headings: []string{"建筑面积", "area", "专有面积", "专有部分面积", "面积", "exclusiveArea"}, required: true},
	AreaSource:      {headings: []string{"面积依据", "areaSource"}, required: true},
	DeliveryStatus:  {headings: []string{"交付状态", "deliveryStatus"}, required: true},
	FirstOwner:      {headings: []string{"业主", "owner", "业主姓名", "产权人", "权利人", "所有权人"}},
	OwnerKind:       {headings: []string{"业主类型", "ownerKind"}},
	IDSuffix:        {headings: []string{"证件尾号", "idSuffix", "身份证尾号", "证件后几位"}},
	CoOwners:        {headings: []string{"共有人", "coOwners", "coOwner", "共有产权人"}},
	DesignatedVoter: {headings: []string{"表决代表", "designatedVoter", "表决代表人", "投票代表"}},
	CountsForVoting: {headings: []string{"计入表决", "countsForVoting"}},
	Serial:          {headings: []string{"序号", "serial", "no", "#"}},
}

// recognised tells which column a heading in its plain form means.
var recognised = func() map[string]Column {
	all := map[string]Column{}
	for c, column := range columns {
		for _, heading := range column.headings {
			all[plain(heading)] = Column(c)
		}
	}
	return all
}()

// String is the column's names.
func (c Column) String() string { return columns[c].headings[0] + "/" + columns[c].headings[1] }

// words is the column's name in each language.
func (c Column) words() fault.Words {
	return fault.Words{Chinese: columns[c].headings[0], English: columns[c].headings[1]}
}

// plain is a heading without what does not matter in it: case, blanks, stars,
// full-width forms, and a unit in parentheses.
func plain(heading string) string {
	text := strings.ToLower(norm.NFKC.String(heading))
	if before, _, found := strings.Cut(text, "("); found && strings.TrimSpace(before) != "" {
		text = before
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\u00a0_-*:.", r) {
			return -1
		}
		return r
	}, text)
}

// Mapping names headings of a file's own for columns.
type Mapping map[Column]string

// header is the line of headings: which column each place in a line is.
type header struct {
	line  int
	means map[int]Column // by place
	words map[int]string // as they stand in the file
	place [columnCount]int
	// complete says that no column is missing, so that rows can be whole.
	complete bool
}

// absent is the place of a column that the file does not have.
const absent = -1

// readHeader finds out what each column of the file is.
func readHeader(l line, mapping Mapping, found *List) *header {
	h := &header{line: l.number, means: map[int]Column{}, words: map[int]string{}, complete: true}
	for c := range h.place {
		h.place[c] = absent
	}
	for _, one := range l.cells {
		text := strings.TrimSpace(one.text)
		if text == "" {
			continue
		}
		h.words[one.column] = text
		if one.wrong != nil {
			found.Add(l.number, text, one.wrong)
		}
		column, known := meant(text, mapping)
		switch {
		case !known:
			found.Add(l.number, text, fault.New(fault.ImportColumnUnknown, "known", knownColumns()))
		case h.place[column] != absent:
			found.Add(l.number, text, fault.New(fault.ImportColumnRepeated))
		default:
			h.place[column], h.means[one.column] = one.column, column
		}
	}
	for c, column := range columns {
		named, mapped := mapping[Column(c)]
		if (column.required || mapped) && h.place[c] == absent {
			label := Column(c).String()
			if mapped {
				label = named
			}
			found.Add(l.number, label, fault.New(fault.ImportColumnMissing))
			h.complete = false
		}
	}
	return h
}

// meant tells which column a heading means. What the caller said about it goes
// before what it says by itself.
func meant(heading string, mapping Mapping) (Column, bool) {
	for c := range columnCount {
		if named, ok := mapping[c]; ok && plain(named) == plain(heading) {
			return c, true
		}
	}
	column, known := recognised[plain(heading)]
	_, elsewhere := mapping[column]
	return column, known && !elsewhere
}

// knownColumns lists the columns for people.
func knownColumns() fault.Words {
	var zh, en []string
	for _, column := range columns {
		zh, en = append(zh, column.headings[0]), append(en, column.headings[1])
	}
	return fault.Words{Chinese: strings.Join(zh, "、"), English: strings.Join(en, ", ")}
}

// label names a place in a line as people find it: by its heading, or by the
// letter of the spreadsheet.
func (h *header) label(column int) string {
	if h != nil {
		if words, ok := h.words[column]; ok {
			return words
		}
	}
	return letter(column)
}

// of is the label of a column: its heading in the file, or its name.
func (h *header) of(c Column) string {
	if h.place[c] != absent {
		return h.label(h.place[c])
	}
	return c.String()
}

// letter is how a spreadsheet names a column counted from 0: A, B … Z, AA.
func letter(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return letter(column/26-1) + string(rune('A'+column%26))
}
