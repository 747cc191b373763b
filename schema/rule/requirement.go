package rule

import (
	"fmt"
	"strings"

	"sifang/schema"
)

// requirement words what the clause asks for, without numbers: 名册所列人数须有
// 三分之二以上参与表决. It is part of a sentence.
func (c Clause) requirement() Text {
	switch {
	case c.Share != nil:
		return c.Share.requirement()
	case c.Number != nil:
		return c.Number.requirement()
	case c.Limit != nil:
		return c.Limit.requirement()
	case c.KOf != nil:
		n, parts := len(c.KOf.Of), joined(c.KOf.Of, "；", "; ")
		return Text{
			Chinese: fmt.Sprintf("以下%d项中至少须满足%d项：%s", n, c.KOf.K, parts.Chinese),
			English: fmt.Sprintf("at least %d of these %d: %s", c.KOf.K, n, parts.English),
		}
	case c.Any != nil:
		return joined(c.Any, "，或者", ", or ")
	default:
		return joined(c.All, "，并且", ", and ")
	}
}

// joined words the parts of a combination. One that is a combination itself
// stands in brackets.
func joined(parts []Clause, zh, en string) Text {
	var chinese, english []string
	for _, part := range parts {
		text := part.requirement()
		if len(part.parts()) > 1 {
			text = Text{Chinese: "（" + text.Chinese + "）", English: "(" + text.English + ")"}
		}
		chinese, english = append(chinese, text.Chinese), append(english, text.English)
	}
	return Text{Chinese: strings.Join(chinese, zh), English: strings.Join(english, en)}
}

func (s Share) requirement() Text {
	of := share(s.Measure, s.Base, s.Among)
	part := "有" + s.Fraction.chinese(s.Compare)
	if s.Fraction.Num == s.Fraction.Den {
		part = "全部"
	}
	return Text{
		Chinese: of.Chinese + "须" + part + verbsChinese[s.Count],
		English: lower(s.Fraction.english(s.Compare)) + " of " + of.English + " must " + verbsEnglish[s.Count],
	}
}

func (m Number) requirement() Text {
	f := Finding{Measure: m.Measure}
	among := ""
	if m.Among != nil {
		among = ", counting only " + m.Among.Title.English + ","
	}
	return Text{
		Chinese: fmt.Sprintf("%s至少须有%s%s%s", amongChinese(m.Among),
			amount(m.Least, m.Measure), unitsChinese[m.Measure], verbsChinese[m.Count]),
		English: fmt.Sprintf("at least %s%s must %s", f.units(m.Least), among, verbsEnglish[m.Count]),
	}
}

func (l Limit) requirement() Text {
	of := share(l.Measure, l.Base, l.Among)
	zh, en := "中不得有"+verbsChinese[l.Count]+"的", "none"
	if l.Fraction.Num > 0 {
		zh = "中" + verbsChinese[l.Count] + "的不得超过" + l.Fraction.partChinese()
		en = "at most " + l.Fraction.partEnglish()
	}
	return Text{Chinese: of.Chinese + zh, English: en + " of " + of.English + " may " + verbsEnglish[l.Count]}
}

// share words what a part is taken of: 名册所列人数, the people on the roll.
func share(measure schema.Measure, base schema.Base, among *Group) Text {
	of, noun := basis(measure, base), nouns[measure]
	zh := strings.TrimSuffix(of.Chinese, "共")
	if base != schema.BaseAllSeats && base != schema.BaseIncumbents {
		zh += noun.Chinese
	}
	en := "the " + noun.English + " " + of.English
	if among != nil {
		en += ", counting only " + among.Title.English + ","
	}
	return Text{Chinese: amongChinese(among) + zh, English: en}
}

func lower(sentence string) string {
	return strings.ToLower(sentence[:1]) + sentence[1:]
}

// nouns name what is measured where no number goes with it.
var nouns = map[schema.Measure]Text{
	schema.MeasureHeads:      {Chinese: "人数", English: "people"},
	schema.MeasureArea:       {Chinese: "面积", English: "area"},
	schema.MeasureParties:    {Chinese: "各方", English: "parties"},
	schema.MeasureSeats:      {Chinese: "席位", English: "seats"},
	schema.MeasureHouseholds: {Chinese: "户数", English: "households"},
	schema.MeasureWeight:     {Chinese: "票权", English: "weighted votes"},
}
