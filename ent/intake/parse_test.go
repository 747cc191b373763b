package intake_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"sifang/ent/intake"
	"sifang/schema"
	"sifang/schema/fault"
)

var limits = intake.Limits{Rows: 50_000, Unpacked: 64 << 20, Name: 200, PersonName: 100, LeastArea: 1, MostArea: 100_000_000}

const chinese = "楼栋,单元,房号,用途,建筑面积,面积依据,交付状态,业主,业主类型,共有人,表决代表,计入表决,证件尾号\n"

// faulty is where and why something was refused.
type faulty struct {
	line   int
	column string
	code   fault.Code
}

func faultsOf(l *intake.List) []faulty {
	var all []faulty
	for _, f := range l.Faults {
		all = append(all, faulty{f.Line, f.Column, f.Refusal.Code})
	}
	return all
}

// parsed reads a list in which nothing may be wrong.
func parsed(t *testing.T, content string) []intake.Row {
	t.Helper()
	l := intake.Parse([]byte(content), nil, limits)
	if l.Wrong != 0 {
		t.Fatalf("wrong: %v", faultsOf(l))
	}
	return l.Rows
}

func expect(t *testing.T, l *intake.List, want ...faulty) {
	t.Helper()
	if got := faultsOf(l); !reflect.DeepEqual(got, want) || l.Wrong != len(want) {
		t.Errorf("%d wrong:\n%v\nwant\n%v", l.Wrong, got, want)
	}
}

// full is the first row of most tests below, and what it says.
const full = "1栋,2单元,101,住宅,89.50,登记,已交付,张三,个人,李四（123x）、王五,李四,是,0123\n"

var whole = intake.Row{
	Line: 2, Place: intake.Place{Building: "1栋", Entrance: "2单元", Number: "101"},
	Use: schema.UnitUseDwelling, Area: 8950, AreaSource: schema.AreaSourceRegistered,
	DeliveryStatus: schema.DeliveryStatusDelivered, CountsForVoting: true,
	Owners: []intake.Owner{{Name: "张三", Suffix: "0123"}, {Name: "李四", Suffix: "123X"}, {Name: "王五"}}, Voter: 1,
}

func TestOneListInEveryForm(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(chinese + full)
	if err != nil {
		t.Fatal(err)
	}
	english := "building,entrance,number,use,area,areaSource,deliveryStatus,owner,ownerKind,coOwners,designatedVoter,countsForVoting,idSuffix\n" +
		"1栋,2单元,101,Dwelling,89.5,REGISTERED,delivered,张三,person,李四(123X);王五,李四（123X）,yes,0123\n"
	reordered := "序号,业主,证件尾号,共有人,表决代表,交付状态,面积依据,建筑面积（㎡）,房　号,单元,楼栋\n" +
		"1,张　三,0123,\"李四(123X)；王五；\",李四,已交付,登记,89.5,１０１,2单元,1栋\n"
	for name, content := range map[string]string{
		"comma":          chinese + full,
		"mark":           "\ufeff" + chinese + full,
		"gb18030":        gb,
		"semicolon":      strings.ReplaceAll(chinese+full, ",", ";"),
		"tab":            strings.ReplaceAll(chinese+full, ",", "\t"),
		"lines of DOS":   strings.ReplaceAll(chinese+full, "\n", "\r\n"),
		"no last break":  strings.TrimSuffix(chinese+full, "\n"),
		"quoted":         chinese + `"` + strings.ReplaceAll(strings.TrimSpace(full), ",", `","`) + "\"\n",
		"blank lines":    strings.Replace(chinese+full, "是,0123\n", "是,0123\n,,,,,,,,,,,,\n\n \n", 1),
		"in English":     english,
		"in other order": reordered,
	} {
		t.Run(name, func(t *testing.T) {
			if rows := parsed(t, content); !reflect.DeepEqual(rows, []intake.Row{whole}) {
				t.Errorf("read %+v", rows)
			}
		})
	}
}

func TestWhatIsLeftOut(t *testing.T) {
	rows := parsed(t, "number,area,areaSource,deliveryStatus\nA-1,1234.5,surveyed,unsold\nA-2,\"1,234.50\",合同,已售未交付\n")
	want := intake.Row{
		Line: 2, Place: intake.Place{Number: "A-1"}, Use: schema.UnitUseDwelling, Area: 123450, AreaSource: schema.AreaSourceSurveyed,
		DeliveryStatus: schema.DeliveryStatusUnsold, CountsForVoting: true, Voter: -1,
	}
	second := want
	second.Line, second.Number, second.AreaSource, second.DeliveryStatus = 3, "A-2", schema.AreaSourceContract, schema.DeliveryStatusSoldUndelivered
	if !reflect.DeepEqual(rows, []intake.Row{want, second}) {
		t.Errorf("read %+v", rows)
	}
}

func TestFaultsOfFiles(t *testing.T) {
	const head, row = "房号,面积,面积依据,交付状态\n", "101,80,登记,已交付\n"
	for name, c := range map[string]struct {
		content string
		want    faulty
	}{
		"nothing":             {"", faulty{0, "", fault.ImportNoRows}},
		"blanks":              {"\n \n", faulty{0, "", fault.ImportNoRows}},
		"headings only":       {head, faulty{0, "", fault.ImportNoRows}},
		"no encoding":         {head + "101\xff,80,登记,已交付\n", faulty{0, "", fault.ImportEncoding}},
		"lone quote":          {head + row + "\"102,80,登记,已交付\n", faulty{3, "", fault.ImportUnreadable}},
		"quote in the middle": {head + row + "1\"02,80,登记,已交付\n", faulty{3, "", fault.ImportUnreadable}},
		"no archive":          {"PK\x03\x04" + head, faulty{0, "", fault.ImportUnreadable}},
		"too wide":            {head + row + strings.Repeat(",", 200) + "\n", faulty{3, "", fault.ImportUnreadable}},
		"too wide in quotes":  {head + "\"10\n1\"" + strings.Repeat(",", 200), faulty{2, "", fault.ImportUnreadable}},
		"unknown column":      {"房号,面积,面积依据,交付状态,电话\n101,80,登记,已交付,\n", faulty{1, "电话", fault.ImportColumnUnknown}},
		"column twice":        {"房号,面积,面积依据,交付状态,室号\n101,80,登记,已交付,\n", faulty{1, "室号", fault.ImportColumnRepeated}},
		"column missing":      {"房号,面积,交付状态\n101,80,已交付\n", faulty{1, "面积依据/areaSource", fault.ImportColumnMissing}},
		"no heading":          {head + "101,80,登记,已交付,x\n", faulty{2, "E", fault.ImportNoHeading}},
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, intake.Parse([]byte(c.content), nil, limits), c.want)
		})
	}
}

func TestFaultsOfRows(t *testing.T) {
	const head = "房号,用途,面积,面积依据,交付状态,业主,业主类型,证件尾号,共有人,表决代表,计入表决\n"
	long := strings.Repeat("长", 201)
	for name, c := range map[string]struct {
		row  string
		want []faulty
	}{
		"blank":               {",,,,,,,,,,是", []faulty{{2, "房号", fault.Blank}, {2, "面积", fault.Blank}, {2, "面积依据", fault.Blank}, {2, "交付状态", fault.Blank}}},
		"unknown words":       {"1,别墅区,80,目测,半交付,张三,群体,,,,也许", []faulty{{2, "用途", fault.UnknownValue}, {2, "面积依据", fault.UnknownValue}, {2, "交付状态", fault.UnknownValue}, {2, "计入表决", fault.UnknownValue}, {2, "业主类型", fault.UnknownValue}}},
		"negative":            {"1,住宅,-80,登记,已交付,,,,,,", []faulty{{2, "面积", fault.OutOfRange}}},
		"zero":                {"1,住宅,0.00,登记,已交付,,,,,,", []faulty{{2, "面积", fault.OutOfRange}}},
		"huge":                {"1,住宅,1000000.01,登记,已交付,,,,,,", []faulty{{2, "面积", fault.OutOfRange}}},
		"beyond counting":     {"1,住宅," + strings.Repeat("9", 40) + ",登记,已交付,,,,,,", []faulty{{2, "面积", fault.OutOfRange}}},
		"three decimals":      {"1,住宅,80.125,登记,已交付,,,,,,", []faulty{{2, "面积", fault.ImportDecimals}}},
		"with its unit":       {"1,住宅,80㎡,登记,已交付,,,,,,", []faulty{{2, "面积", fault.ImportNotANumber}}},
		"exponent":            {"1,住宅,8e1,登记,已交付,,,,,,", []faulty{{2, "面积", fault.ImportNotANumber}}},
		"formula":             {"=1+1,住宅,80,登记,已交付,@张三,,,,,", []faulty{{2, "房号", fault.ImportFormula}, {2, "业主", fault.ImportFormula}}},
		"wide formula":        {"＝1,住宅,80,登记,已交付,－,,,,,", []faulty{{2, "房号", fault.ImportFormula}, {2, "业主", fault.ImportFormula}}},
		"unseen":              {"1\u200b,住宅,80,登记,已交付,张\u202e三,,,,,", []faulty{{2, "房号", fault.ControlCharacter}, {2, "业主", fault.ControlCharacter}}},
		"too long":            {long + ",住宅,80,登记,已交付," + long + ",,,,,", []faulty{{2, "房号", fault.TooLong}, {2, "业主", fault.TooLong}}},
		"parking unsaid":      {"B1,车位,12,登记,已交付,,,,,,", []faulty{{2, "计入表决", fault.FieldNeeded}}},
		"beside no owner":     {"1,住宅,80,登记,未售,,,1234,李四,李四,", []faulty{{2, "证件尾号", fault.ImportOwnerNeeded}, {2, "共有人", fault.ImportOwnerNeeded}, {2, "表决代表", fault.ImportOwnerNeeded}}},
		"nobody":              {"1,住宅,80,登记,未售,无,,,/,,", []faulty{{2, "业主", fault.ImportNotAName}, {2, "共有人", fault.ImportNotAName}}},
		"identity number":     {"1,住宅,80,登记,已交付,张三110101199001011234,,11010119900101123X,李四 13800138000,,", []faulty{{2, "业主", fault.ImportIDNumber}, {2, "证件尾号", fault.ImportIDNumber}, {2, "共有人", fault.ImportIDNumber}}},
		"two suffixes":        {"1,住宅,80,登记,已交付,张三(1234),,4321,,,", []faulty{{2, "证件尾号", fault.UnknownValue}}},
		"company with suffix": {"1,商铺,80,登记,已交付,甲公司,单位,1234,,,", []faulty{{2, "证件尾号", fault.FieldUnused}}},
		"owner twice":         {"1,住宅,80,登记,已交付,张三,,,李四、张三,,", []faulty{{2, "共有人", fault.ListedTwice}}},
		"too many co-owners":  {"1,住宅,80,登记,已交付,张三,,," + strings.Repeat("李、", 51) + ",,", []faulty{{2, "共有人", fault.TooMany}}},
		"stranger votes":      {"1,住宅,80,登记,已交付,张三,,,李四,王五,", []faulty{{2, "表决代表", fault.ImportVoterNotOwner}}},
		"which of two votes":  {"1,住宅,80,登记,已交付,张三(123),,,张三(456),张三,", []faulty{{2, "表决代表", fault.ImportVoterNotOwner}}},
	} {
		t.Run(name, func(t *testing.T) {
			l := intake.Parse([]byte(head+c.row+"\n"), nil, limits)
			expect(t, l, c.want...)
			if len(l.Rows) != 0 {
				t.Errorf("a row with faults is taken as %+v", l.Rows)
			}
		})
	}
}

func TestFaultsAcrossRows(t *testing.T) {
	const head = "楼栋,单元,房号,面积,面积依据,交付状态,业主,共有人\n"
	row := func(place, owners string) string { return place + ",80,登记,已交付," + owners + "\n" }
	l := intake.Parse([]byte(head+row("1,,101", "张三,")+row("2,,101", "张三(1234),李四")+row("１,, 101", "王五,李四(777)")), nil, limits)
	expect(t, l, faulty{2, "业主", fault.ImportNameAmbiguous}, faulty{3, "共有人", fault.ImportNameAmbiguous}, faulty{4, "房号", fault.ImportRepeated})
	if text := l.Faults[2].Refusal.Text(fault.Chinese); !strings.Contains(text, "第 2 行") {
		t.Error(text)
	}
}

func TestManyRows(t *testing.T) {
	few := limits
	few.Rows = 3
	content := "房号,面积,面积依据,交付状态\n"
	for i := range 5 {
		content += fmt.Sprintf("%d,80,登记,已交付\n", i)
	}
	l := intake.Parse([]byte(content), nil, few)
	expect(t, l, faulty{5, "", fault.ImportTooManyRows})
	if len(l.Rows) != 3 {
		t.Errorf("%d rows", len(l.Rows))
	}
	wrong := "房号,面积,面积依据,交付状态\n" + strings.Repeat("x,x,登记,已交付\n", 1000)
	if l := intake.Parse([]byte(wrong), nil, limits); l.Wrong != 1999 || len(l.Faults) != 200 {
		t.Errorf("%d faults are told of %d", len(l.Faults), l.Wrong)
	}
}

func TestMapping(t *testing.T) {
	const content = "地址,套内面积,面积,面积依据,交付状态\n101,70,80,登记,已交付\n"
	mapping := intake.Mapping{intake.Number: "地址", intake.Area: "套内 面积"}
	expect(t, intake.Parse([]byte(content), mapping, limits), faulty{1, "面积", fault.ImportColumnUnknown})
	mapping[intake.Building] = "楼"
	expect(t, intake.Parse([]byte(strings.ReplaceAll(content, ",80", "")), mapping, limits),
		faulty{1, "面积", fault.ImportColumnUnknown}, faulty{1, "楼", fault.ImportColumnMissing},
		faulty{2, "面积依据", fault.UnknownValue}, faulty{2, "交付状态", fault.Blank})
	two := strings.NewReplacer(",面积,", ",").Replace("地址,套内面积,面积依据,交付状态\n101,70,登记,已交付\n")
	delete(mapping, intake.Building)
	l := intake.Parse([]byte(two), mapping, limits)
	if l.Wrong != 0 || l.Rows[0].Number != "101" || l.Rows[0].Area != 7000 {
		t.Errorf("%v %+v", faultsOf(l), l.Rows)
	}
}
