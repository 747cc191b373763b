package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sifang/schema"
	"sifang/schema/fault"
)

// word is a value of an enumeration with the texts that mean it. The first of
// them is the Chinese term.
type word[V any] struct {
	value V
	texts []string
}

var uses = []word[schema.UnitUse]{
	{schema.UnitUseDwelling, []string{"住宅", "dwelling", "居住"}},
	{schema.UnitUseShop, []string{"商铺", "shop", "店铺", "商业", "商业用房"}},
	{schema.UnitUseOffice, []string{"办公", "office", "写字楼", "办公用房"}},
	{schema.UnitUseParking, []string{"车位", "parking", "停车位", "车库"}},
	{schema.UnitUseStorage, []string{"储藏室", "storage", "储藏间", "储物间"}},
	{schema.UnitUseOther, []string{"其他", "other", "其它"}},
}

var areaSources = []word[schema.AreaSource]{
	{schema.AreaSourceRegistered, []string{"登记", "registered", "登记面积", "不动产登记"}},
	{schema.AreaSourceSurveyed, []string{"实测", "surveyed", "实测面积", "测绘"}},
	{schema.AreaSourceContract, []string{"合同", "contract", "合同面积"}},
}

var deliveries = []word[schema.DeliveryStatus]{
	{schema.DeliveryStatusDelivered, []string{"已交付", "delivered"}},
	{schema.DeliveryStatusSoldUndelivered, []string{"已售未交付", "sold_undelivered", "sold, not delivered"}},
	{schema.DeliveryStatusUnsold, []string{"未售", "unsold", "未出售"}},
}

var ownerKinds = []word[bool]{ // whether it is an organization
	{false, []string{"个人", "person", "自然人"}},
	{true, []string{"单位", "organization", "法人", "企业", "公司"}},
}

var answers = []word[bool]{
	{true, []string{"是", "yes", "true", "1", "计入"}},
	{false, []string{"否", "no", "false", "0", "不计入"}},
}

// pick finds the value that a text means, or refuses with those there are.
func pick[V any](text string, words []word[V]) (V, *fault.Fault) {
	for _, w := range words {
		if slices.Contains(w.texts, text) {
			return w.value, nil
		}
	}
	folded := fold(text)
	for _, w := range words {
		if slices.ContainsFunc(w.texts, func(known string) bool { return fold(known) == folded }) {
			return w.value, nil
		}
	}
	var none V
	var zh, en []string
	for _, w := range words {
		zh, en = append(zh, w.texts[0]), append(en, w.texts[1])
	}
	return none, fault.New(fault.UnknownValue, "value", text,
		"allowed", fault.Words{Chinese: strings.Join(zh, "、"), English: strings.Join(en, ", ")})
}

// Words are the words for a value of a list, as lists write it, and for none.
func Words(value any) fault.Words {
	switch value := value.(type) {
	case schema.UnitUse:
		return said(value, uses)
	case schema.AreaSource:
		return said(value, areaSources)
	case schema.DeliveryStatus:
		return said(value, deliveries)
	case bool:
		return said(value, answers)
	default:
		text := fmt.Sprint(value)
		if text == "" {
			return fault.Words{Chinese: "无", English: "none"}
		}
		return fault.Words{Chinese: text, English: text}
	}
}

func said[V comparable](value V, words []word[V]) fault.Words {
	for _, w := range words {
		if w.value == value {
			return fault.Words{Chinese: w.texts[0], English: w.texts[1]}
		}
	}
	return fault.Words{}
}

// fold makes texts alike that differ in case, width and joining marks only.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' || r == '-' {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(text)))
}

// The forms of a number: as it is computed with, and grouped by thousands.
var (
	plainNumber   = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)
	groupedNumber = regexp.MustCompile(`^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
)

// figure is a text as a number in plain form, and whether it is one.
func figure(text string) (string, bool) {
	text = norm.NFKC.String(text)
	if groupedNumber.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	return text, plainNumber.MatchString(text)
}

// readArea reads square metres with at most two decimals, within the limits.
func readArea(text string, l Limits) (schema.FloorArea, *fault.Fault) {
	plain, ok := figure(text)
	if !ok {
		return 0, fault.New(fault.ImportNotANumber, "value", text)
	}
	outside := fault.New(fault.OutOfRange, "least", l.LeastArea, "most", l.MostArea)
	metres, decimals, _ := strings.Cut(strings.TrimPrefix(plain, "+"), ".")
	decimals = strings.TrimRight(decimals, "0")
	if len(decimals) > 2 {
		return 0, fault.New(fault.ImportDecimals, "value", text)
	}
	metres = strings.TrimLeft(metres, "0")
	if len(metres) > 12 {
		return 0, outside
	}
	hundredths, err := strconv.ParseInt(metres+decimals+strings.Repeat("0", 2-len(decimals)), 10, 64)
	area := schema.FloorArea(hundredths)
	if err != nil || area < l.LeastArea || area > l.MostArea {
		return 0, outside
	}
	return area, nil
}

// sound refuses what no cell may hold: characters that nobody sees, and what a
// spreadsheet would take for a formula.
func sound(text string) *fault.Fault {
	unseen := func(r rune) bool {
		return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == utf8.RuneError
	}
	if strings.IndexFunc(text, unseen) >= 0 {
		return fault.New(fault.ControlCharacter)
	}
	first, _ := utf8.DecodeRuneInString(norm.NFKC.String(text))
	if _, isNumber := figure(text); !isNumber && strings.ContainsRune("=+-@", first) {
		return fault.New(fault.ImportFormula)
	}
	return nil
}

// short refuses a text that is too long.
func short(text string, limit int) *fault.Fault {
	if n := utf8.RuneCountInString(text); n > limit {
		return fault.New(fault.TooLong, "limit", limit, "length", n)
	}
	return nil
}

// Uniform is the name of a building or the number of a unit in one form: １０１
// and 101 are the same door. The names in a Place have this form already.
func Uniform(text string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(text)), " ")
}

// Named is somebody's name in one form. Lists set two characters apart to make
// them as wide as three; that is no part of the name.
func Named(text string) string {
	parts := strings.Fields(norm.NFC.String(text))
	han := func(part string) bool {
		return strings.IndexFunc(part, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
	}
	if slices.IndexFunc(parts, func(p string) bool { return !han(p) }) < 0 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}
