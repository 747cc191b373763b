package intake_test

import (
	"archive/zip"
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"sifang/ent/intake"
	"sifang/schema/fault"
)

// tight keeps each try of the fuzzer short.
var tight = intake.Limits{Rows: 20, Unpacked: 1 << 20, Name: 20, PersonName: 10, LeastArea: 1, MostArea: 100_000_000}

// FuzzParse gives any bytes to be read.
func FuzzParse(f *testing.F) {
	f.Add([]byte(chinese + full))
	f.Add([]byte("\ufeffnumber;area;areaSource;deliveryStatus\n1;\"80\";登记;未售\n"))
	f.Add([]byte("\xb7\xbf\xba\xc5\t\xc3\xe6\xbb\xfd\n101\t80\n"))
	f.Add(sheetOf(f, `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>房号</v></c></row></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, content []byte) {
		lawful(t, content)
	})
}

// FuzzSheet gives any sheet, texts and styles to be read in a workbook that is
// otherwise in order, which a fuzzer would hardly ever pack by itself.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData>`+
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>面积</v></c><c r="C1" t="str"><v>面积依据</v></c><c r="D1" t="str"><v>交付状态</v></c></row>`+
		`<row r="3" ht="0"><c r="A3" s="1"><v>1</v></c><c r="B3"><f>A1</f><v>80</v></c><c r="D3" t="inlineStr"><is><t>未售</t></is></c></row>`+
		`</sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells></worksheet>`,
		`<sst><si><r><t>房</t></r><r><t>号</t></r><rPh><t>x</t></rPh></si></sst>`,
		`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`)
	f.Fuzz(func(t *testing.T, sheet, strings, styles string) {
		lawful(t, packed(t, zip.Store, "xl/workbook.xml", bookPart, "xl/_rels/workbook.xml.rels", relsPart,
			"xl/sharedStrings.xml", strings, "xl/styles.xml", styles, "xl/worksheets/sheet1.xml", sheet))
	})
}

// lawful asserts what holds of every list, whatever the bytes.
func lawful(t *testing.T, content []byte) {
	t.Helper()
	l := intake.Parse(content, nil, tight)
	if again := intake.Parse(content, nil, tight); !reflect.DeepEqual(l, again) {
		t.Error("the same bytes are read in two ways")
	}
	if len(l.Faults) > l.Wrong || (l.Wrong > 0) != (len(l.Faults) > 0) || l.Wrong == 0 && len(l.Rows) == 0 || len(l.Rows) > tight.Rows {
		t.Errorf("%d rows, %d faults of %d", len(l.Rows), len(l.Faults), l.Wrong)
	}
	if !slices.IsSortedFunc(l.Faults, func(a, b intake.Fault) int { return a.Line - b.Line }) {
		t.Errorf("faults are not in order: %v", faultsOf(l))
	}
	for _, f := range l.Faults {
		for _, lang := range []fault.Language{fault.Chinese, fault.English} {
			if f.Refusal.Text(lang) == "" {
				t.Errorf("%v says nothing", f)
			}
		}
	}
	seen := map[intake.Place]bool{}
	for _, row := range l.Rows {
		named := utf8.RuneCountInString(row.Number) <= tight.Name && row.Number != ""
		if !named || row.Area < tight.LeastArea || row.Area > tight.MostArea || seen[row.Place] || row.Voter >= len(row.Owners) || row.Voter < -1 {
			t.Errorf("a row says %+v", row)
		}
		for _, value := range []struct {
			got   string
			known []string
		}{
			{string(row.Use), row.Use.Values()}, {string(row.AreaSource), row.AreaSource.Values()},
			{string(row.DeliveryStatus), row.DeliveryStatus.Values()},
		} {
			if !slices.Contains(value.known, value.got) {
				t.Errorf("a row says %+v", row)
			}
		}
		for i, o := range row.Owners {
			if o.Name == "" || slices.Index(row.Owners, o) < i {
				t.Errorf("owners %+v", row.Owners)
			}
		}
		seen[row.Place] = true
	}
}
