package intake_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"sifang/ent/intake"
	"sifang/schema/fault"
)

var headings = []any{"楼栋", "单元", "房号", "用途", "建筑面积", "面积依据", "交付状态", "业主", "业主类型", "共有人", "表决代表", "计入表决", "证件尾号"}

// made writes a workbook with another program than the one that reads it here.
func made(t testing.TB, write func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := write(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const first = "Sheet1"

// filled writes headings and rows into the first sheet.
func filled(f *excelize.File, rows ...[]any) error {
	for i, row := range append([][]any{headings}, rows...) {
		if err := f.SetSheetRow(first, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	return nil
}

func flat(number any) []any {
	return []any{"1栋", "2单元", number, "住宅", 89.5, "登记", "已交付", "张三", "个人", "李四（123x）、王五", "李四", true, "0123"}
}

func TestWorkbook(t *testing.T) {
	for name, write := range map[string]func(f *excelize.File) error{
		"texts and numbers": func(f *excelize.File) error { return filled(f, flat(101)) },
		"rich text": func(f *excelize.File) error {
			err := filled(f, flat("101"))
			if err != nil {
				return err
			}
			return f.SetCellRichText(first, "H2", []excelize.RichTextRun{{Text: "张"}, {Text: "三", Font: &excelize.Font{Bold: true}}})
		},
		"computed elsewhere": func(f *excelize.File) error {
			row := flat("101")
			row[4] = 89.49999999999999
			return filled(f, row)
		},
		"other sheets are empty": func(f *excelize.File) error {
			if _, err := f.NewSheet("Sheet2"); err != nil {
				return err
			}
			return filled(f, flat("101"))
		},
		"streamed": func(f *excelize.File) error {
			w, err := f.NewStreamWriter(first)
			if err != nil {
				return err
			}
			for i, row := range [][]any{headings, flat(101)} {
				if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	} {
		t.Run(name, func(t *testing.T) {
			if rows := parsed(t, string(made(t, write))); !reflect.DeepEqual(rows, []intake.Row{whole}) {
				t.Errorf("read %+v", rows)
			}
		})
	}
}

func TestCellsThatCannotBeTrusted(t *testing.T) {
	date := func(code string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				return err
			}
			if err := f.SetCellValue(first, "C2", 45658); err != nil {
				return err
			}
			return f.SetCellStyle(first, "C2", "C2", style)
		}
	}
	for name, c := range map[string]struct {
		change func(f *excelize.File) error
		want   []faulty
	}{
		"a formula": {func(f *excelize.File) error { return f.SetCellFormula(first, "E2", "44.75*2") }, []faulty{{2, "建筑面积", fault.ImportFormula}}},
		"a formula in a blank cell": {func(f *excelize.File) error { return f.SetCellFormula(first, "P9", "A1") },
			[]faulty{{9, "P", fault.ImportNoHeading}, {9, "房号", fault.Blank}, {9, "建筑面积", fault.Blank}, {9, "面积依据", fault.Blank}, {9, "交付状态", fault.Blank}}},
		"a text like a formula": {func(f *excelize.File) error { return f.SetCellStr(first, "H2", "=cmd|' /C calc'!A0") }, []faulty{{2, "业主", fault.ImportFormula}}},
		"merged":                {func(f *excelize.File) error { return f.MergeCell(first, "A2", "A3") }, []faulty{{2, "楼栋", fault.ImportMerged}}},
		"merged far below":      {func(f *excelize.File) error { return f.MergeCell(first, "A20", "B30") }, nil},
		"a hidden line":         {func(f *excelize.File) error { return f.SetRowVisible(first, 3, false) }, hiddenLine(3)},
		"a line of no height":   {func(f *excelize.File) error { return f.SetRowHeight(first, 3, 0) }, hiddenLine(3)},
		"a hidden empty line":   {func(f *excelize.File) error { return f.SetRowVisible(first, 7, false) }, nil},
		"a hidden column": {func(f *excelize.File) error { return f.SetColVisible(first, "M", false) },
			[]faulty{{1, "证件尾号", fault.ImportHidden}, {2, "证件尾号", fault.ImportHidden}, {3, "证件尾号", fault.ImportHidden}}},
		"a day of the calendar": {func(f *excelize.File) error {
			return f.SetCellValue(first, "C2", time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC))
		},
			[]faulty{{2, "房号", fault.ImportDate}}},
		"a day as it is written":   {date(`m"月"d"日"`), []faulty{{2, "房号", fault.ImportDate}}},
		"a time":                   {date(`[h]:mm`), []faulty{{2, "房号", fault.ImportDate}}},
		"a number, d in its words": {date(`0" d."`), nil},
		"a number in red":          {date(`[Red]0.00_)`), nil},
		"a blank formula in a serial": {func(f *excelize.File) error {
			if err := f.SetCellStr(first, "N1", "序号"); err != nil {
				return err
			}
			return f.SetCellFormula(first, "N2", "ROW()-1")
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			content := made(t, func(f *excelize.File) error {
				if err := filled(f, flat("101"), flat("102")); err != nil {
					return err
				}
				return c.change(f)
			})
			expect(t, intake.Parse(content, nil, limits), c.want...)
		})
	}
}

func hiddenLine(number int) []faulty {
	var all []faulty
	for _, heading := range headings {
		all = append(all, faulty{number, heading.(string), fault.ImportHidden})
	}
	return all
}

func TestSheets(t *testing.T) {
	another := func(f *excelize.File, texts ...string) error {
		_, err := f.NewSheet("附表")
		for _, text := range texts {
			err = errors.Join(err, f.SetCellStr("附表", "D5", text))
		}
		return err
	}
	for name, c := range map[string]struct {
		write func(f *excelize.File) error
		want  faulty
	}{
		"nothing at all": {func(*excelize.File) error { return nil }, faulty{0, "", fault.ImportNoRows}},
		"two sheets": {func(f *excelize.File) error {
			return errors.Join(filled(f, flat("101")), another(f, "x"))
		}, faulty{0, "", fault.ImportSeveralSheets}},
		"two sheets, one of them hidden": {func(f *excelize.File) error {
			return errors.Join(filled(f, flat("101")), another(f, "x"), f.SetSheetVisible("附表", false))
		}, faulty{0, "", fault.ImportSeveralSheets}},
		"a hidden sheet": {func(f *excelize.File) error {
			err := errors.Join(filled(f, flat("101")), another(f))
			f.SetActiveSheet(1)
			return errors.Join(err, f.SetSheetVisible(first, false))
		}, faulty{0, first, fault.ImportHidden}},
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, intake.Parse(made(t, c.write), nil, limits), c.want)
		})
	}
}

const (
	bookPart = `<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`
	relsPart = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
)

// packed makes a workbook of parts written by hand.
func packed(t testing.TB, method uint16, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		part, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheetOf(t testing.TB, sheet string) []byte {
	t.Helper()
	return packed(t, zip.Deflate, "xl/workbook.xml", bookPart, "xl/_rels/workbook.xml.rels", relsPart, "xl/worksheets/sheet1.xml", sheet)
}

func TestDamagedWorkbooks(t *testing.T) {
	const begin = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>房号</t></is></c></row>`
	const cell = `<row r="2"><c r="A2"><v>1</v></c></row>`
	missing := func(line int, code fault.Code) []faulty {
		var all []faulty
		if line == 0 {
			all = append(all, faulty{0, "", code})
		}
		for _, c := range []string{"建筑面积/area", "面积依据/areaSource", "交付状态/deliveryStatus"} {
			all = append(all, faulty{1, c, fault.ImportColumnMissing})
		}
		if line > 0 {
			all = append(all, faulty{line, "", code})
		}
		return all
	}
	for name, c := range map[string]struct {
		sheet string
		want  []faulty
	}{
		"breaks off":           {begin + cell, missing(2, fault.ImportUnreadable)},
		"breaks off in a cell": {begin + `<row r="2"><c r="A2"><v>1`, missing(2, fault.ImportUnreadable)},
		"lines out of order":   {begin + cell + cell + `</sheetData></worksheet>`, missing(2, fault.ImportUnreadable)},
		"columns out of order": {begin + `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row></sheetData></worksheet>`, missing(2, fault.ImportUnreadable)},
		"a cell elsewhere":     {begin + `<row r="2"><c r="A3"><v>1</v></c></row></sheetData></worksheet>`, missing(2, fault.ImportUnreadable)},
		"a text nowhere":       {begin + `<row r="2"><c r="A2" t="s"><v>7</v></c></row></sheetData></worksheet>`, missing(2, fault.ImportUnreadable)},
		"beyond the last line": {begin + `<row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>`, missing(1, fault.ImportUnreadable)},
		"nested without end":   {begin + strings.Repeat("<a>", 100), missing(1, fault.ImportUnreadable)},
		"a tag without end":    {begin + `<c r="` + strings.Repeat("A", 1<<17), missing(1, fault.ImportUnreadable)},
		"a bomb":               {begin + strings.Repeat(" ", 1<<20) + `</sheetData></worksheet>`, missing(0, fault.ImportTooLarge)},
		"entities that grow":   {`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>` + begin + `<row r="2"><c r="A2"><v>&a;</v></c></row></sheetData></worksheet>`, missing(2, fault.ImportUnreadable)},
	} {
		t.Run(name, func(t *testing.T) {
			tight := limits
			tight.Unpacked = 1 << 20
			expect(t, intake.Parse(sheetOf(t, c.sheet), nil, tight), c.want...)
		})
	}
	whole := sheetOf(t, begin+cell+`</sheetData></worksheet>`)
	expect(t, intake.Parse(whole[:len(whole)-30], nil, limits), faulty{0, "", fault.ImportUnreadable})
	expect(t, intake.Parse(packed(t, zip.Store, "xl/workbook.xml", bookPart), nil, limits), faulty{0, "", fault.ImportUnreadable})
	expect(t, intake.Parse(packed(t, zip.Store, "xl/workbook.xml", bookPart, "XL/workbook.xml", bookPart), nil, limits), faulty{0, "", fault.ImportUnreadable})
}

// TestSmallWorkbooksAreReadQuickly gives workbooks to be read that are a few
// kilobytes long, and name the same thing ever so often.
func TestSmallWorkbooksAreReadQuickly(t *testing.T) {
	const head = `<sheetData><row><c t="str"><v>房号</v></c></row>`
	broken := []faulty{{0, "", fault.ImportUnreadable}}
	sheet := func(cols, data string) []byte {
		return sheetOf(t, `<worksheet><cols>`+cols+`</cols>`+data+`</sheetData></worksheet>`)
	}
	for name, c := range map[string]struct {
		content []byte
		want    []faulty
	}{
		"columns hidden twice": {sheet(strings.Repeat(`<col min="3" max="16384" hidden="1"/>`, 10_000), head), broken},
		"columns out of order": {sheet(`<col min="5" max="6" hidden="1"/><col min="2" max="3" width="0"/>`, head), broken},
		"columns that overlap": {sheet(`<col min="2" max="5" hidden="1"/><col min="5" max="6" hidden="1"/>`, head), broken},
		"columns backwards":    {sheet(`<col min="5" max="2" hidden="1"/>`, head), broken},
		"beyond the last":      {sheet(`<col min="2" max="16385" hidden="1"/>`, head), broken},
		"before the first":     {sheet(`<col min="0" max="1" hidden="1"/>`, head), broken},
		"columns without end":  {sheet(`<col min="2" hidden="1"/>`, head), broken},
		"sheets without end":   {tabbed(t, 256), broken},
		"as many as may be":    {tabbed(t, 255), []faulty{{0, "", fault.ImportNoRows}}},
		"a long text in many cells": {packed(t, zip.Deflate, "xl/workbook.xml", bookPart, "xl/_rels/workbook.xml.rels", relsPart,
			"xl/sharedStrings.xml", `<sst><si><t>`+strings.Repeat("x", 1<<16)+`</t></si></sst>`,
			"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row>`+strings.Repeat(`<c t="s"><v>0</v></c>`, 16)),
			[]faulty{{0, "", fault.ImportTooLarge}}},
	} {
		t.Run(name, func(t *testing.T) {
			tight := limits
			tight.Unpacked = 1 << 20
			expect(t, intake.Parse(c.content, nil, tight), c.want...)
		})
	}
	l := intake.Parse(sheet(`<col min="2" max="2" hidden="1"/><col min="1" max="16384"/><col min="16384" max="16384" width="0"/>`,
		`<sheetData><row><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>`), nil, limits)
	hidden := slices.DeleteFunc(faultsOf(l), func(f faulty) bool { return f.code != fault.ImportHidden })
	if len(hidden) != 2 {
		t.Errorf("hidden are B and XFD, told are %v", l.Faults)
	}
}

// tabbed is a workbook with so many empty sheets.
func tabbed(t *testing.T, sheets int) []byte {
	t.Helper()
	book := `<workbook xmlns:r="r"><sheets>` + strings.Repeat(`<sheet r:id="rId1"/>`, sheets) + `</sheets></workbook>`
	return packed(t, zip.Deflate, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", relsPart, "xl/worksheets/sheet1.xml", `<worksheet/>`)
}

func TestTextsOfWorkbooks(t *testing.T) {
	const strs = `<sst><si><t>房号</t><rPh sb="0" eb="1"><t>fanghao</t></rPh></si><si><r><t>10</t></r><r><t>1</t></r></si><si><t>_x0031_02</t></si><si><t xml:space="preserve">a_x0007_b</t></si></sst>`
	const sheet = `<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="str"><v>面积</v></c><c t="inlineStr"><is><t>面积依据</t></is></c><c t="inlineStr"><is><t>交付状态</t></is></c></row>` +
		`<row r="5"><c t="s"><v>1</v></c><c><v>110.66999999999999</v></c><c t="str"><v>登记</v></c><c t="str"><v>已交付</v></c></row>` +
		`<row><c t="s"><v>2</v></c><c><v>1.2E2</v></c><c t="str"><v>登记</v></c><c t="str"><v>已交付</v></c></row>` +
		`<row><c t="s"><v>3</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-01-02</v></c></row></sheetData></worksheet>`
	l := intake.Parse(packed(t, zip.Deflate, "xl/workbook.xml", bookPart, "xl/_rels/workbook.xml.rels", relsPart,
		"xl/sharedStrings.xml", strs, "xl/worksheets/sheet1.xml", sheet), nil, limits)
	expect(t, l, faulty{7, "房号", fault.ControlCharacter}, faulty{7, "面积", fault.ImportCellError}, faulty{7, "交付状态", fault.ImportDate}, faulty{7, "面积依据", fault.UnknownValue})
	if len(l.Rows) != 2 || l.Rows[0].Number != "101" || l.Rows[0].Area != 11067 || l.Rows[0].Line != 5 || l.Rows[1].Number != "102" || l.Rows[1].Area != 12000 {
		t.Errorf("read %+v", l.Rows)
	}
}

// TestTenThousandUnits measures a list as large as an estate comes.
func TestTenThousandUnits(t *testing.T) {
	const units = 10_000
	content := made(t, func(f *excelize.File) error {
		w, err := f.NewStreamWriter(first)
		if err != nil {
			return err
		}
		for i := range units + 1 {
			row := headings
			if i > 0 {
				row = []any{fmt.Sprintf("%d栋", i%100), "1单元", i, "住宅", 89.5, "登记", "已交付", fmt.Sprintf("业主%d", i), "个人", "", "", "是", "0123"}
			}
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
				return err
			}
		}
		return w.Flush()
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := time.Now()
	l := intake.Parse(content, nil, limits)
	took := time.Since(begun)
	runtime.ReadMemStats(&after)
	if l.Wrong != 0 || len(l.Rows) != units {
		t.Fatalf("%d rows, %d wrong", len(l.Rows), l.Wrong)
	}
	t.Logf("%d bytes in %v, %d MiB allocated", len(content), took, (after.TotalAlloc-before.TotalAlloc)>>20)
}
