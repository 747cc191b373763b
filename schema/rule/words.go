package rule

import (
	"fmt"
	"strconv"

	"sifang/schema"
)

// Sentence is one step of an explanation in both languages, with the steps
// behind it. It reads without knowledge of mathematics or of this service.
type Sentence struct {
	Text
	Met   bool       `json:"met"`
	Parts []Sentence `json:"parts,omitempty"`
}

// Say joins a text and the steps behind it.
func Say(met bool, zh, en string, parts ...Sentence) Sentence {
	return Sentence{Text: Text{Chinese: zh, English: en}, Met: met, Parts: parts}
}

// Sentence words the finding, one sentence a clause.
func (f Finding) Sentence() Sentence {
	var parts []Sentence
	for _, part := range f.Parts {
		parts = append(parts, part.Sentence())
	}
	var zh, en string
	switch f.Kind {
	case FoundShare:
		zh, en = f.shareChinese(), f.shareEnglish()
	case FoundNumber:
		zh, en = f.numberChinese(), f.numberEnglish()
	case FoundLimit:
		zh, en = f.limitChinese(), f.limitEnglish()
	case FoundPersons:
		zh = fmt.Sprintf("到会的不同自然人至少须有%d人，现有%d人，%s。", f.Needed, f.Got, f.verdictChinese())
		en = fmt.Sprintf("At least %s must be present; %d %s, so this is %s.",
			plural(f.Needed, "different person", "different people"), f.Got, isAre(f.Got), f.verdictEnglish())
	case FoundNothing:
		zh, en = "规则未规定法定人数。", "The rule asks for no quorum."
	default:
		zh, en = f.combinedChinese(), f.combinedEnglish()
	}
	return Say(f.Met, zh, en, parts...)
}

func (f Finding) shareChinese() string {
	unit, verb := unitsChinese[f.Measure], verbsChinese[f.Count]
	if f.Fraction.Num == f.Fraction.Den {
		return fmt.Sprintf("%s，须全部%s；现%s的有%s%s，%s。",
			f.wholeChinese(), verb, verb, amount(f.Got, f.Measure), unit, f.verdictChinese())
	}
	return fmt.Sprintf("%s，须有%s%s，即至少%s%s；现有%s%s，%s。", f.wholeChinese(),
		f.Fraction.chinese(f.Compare), verb, amount(f.Needed, f.Measure), unit,
		amount(f.Got, f.Measure), unit, f.verdictChinese())
}

func (f Finding) shareEnglish() string {
	needed := fmt.Sprintf(", which takes at least %s", amount(f.Needed, f.Measure))
	if f.Fraction.Num == f.Fraction.Den {
		needed = ""
	}
	return fmt.Sprintf("%s of %s must %s%s; %s %s, so this is %s.",
		f.Fraction.english(f.Compare), f.wholeEnglish(), verbsEnglish[f.Count], needed,
		amount(f.Got, f.Measure), f.auxiliary(), f.verdictEnglish())
}

func (f Finding) limitChinese() string {
	unit, verb := unitsChinese[f.Measure], verbsChinese[f.Count]
	bound := "不得有" + verb + "的"
	if f.Fraction.Num > 0 {
		bound = fmt.Sprintf("%s的不得超过%s，即至多%s%s",
			verb, f.Fraction.partChinese(), amount(f.Needed, f.Measure), unit)
	}
	return fmt.Sprintf("%s，%s；现%s的有%s%s，%s。",
		f.wholeChinese(), bound, verb, amount(f.Got, f.Measure), unit, f.verdictChinese())
}

func (f Finding) limitEnglish() string {
	verb, part, allows := verbsEnglish[f.Count], "None", ""
	if f.Fraction.Num > 0 {
		part = "At most " + f.Fraction.partEnglish()
		allows = ", which allows at most " + amount(f.Needed, f.Measure)
	}
	return fmt.Sprintf("%s of %s may %s%s; %s %s, so this is %s.", part, f.wholeEnglish(), verb, allows,
		amount(f.Got, f.Measure), f.auxiliary(), f.verdictEnglish())
}

// wholeChinese says out of what: 名册所列共90人.
func (f Finding) wholeChinese() string {
	return amongChinese(f.Among) + basis(f.Measure, f.Base).Chinese + amount(f.Whole, f.Measure) + unitsChinese[f.Measure]
}

// wholeEnglish says out of what: the 90 people on the roll.
func (f Finding) wholeEnglish() string {
	whole := fmt.Sprintf("the %s %s", f.units(f.Whole), basis(f.Measure, f.Base).English)
	if f.Among != nil {
		whole += ", counting only " + f.Among.Title.English + ","
	}
	return whole
}

func (f Finding) numberChinese() string {
	unit := unitsChinese[f.Measure]
	return fmt.Sprintf("%s至少须有%s%s%s；现有%s%s，%s。", amongChinese(f.Among), amount(f.Needed, f.Measure), unit,
		verbsChinese[f.Count], amount(f.Got, f.Measure), unit, f.verdictChinese())
}

func (f Finding) numberEnglish() string {
	among := ""
	if f.Among != nil {
		among = ", counting only " + f.Among.Title.English + ","
	}
	return fmt.Sprintf("At least %s%s must %s; %s %s, so this is %s.", f.units(f.Needed), among,
		verbsEnglish[f.Count], amount(f.Got, f.Measure), f.auxiliary(), f.verdictEnglish())
}

func (f Finding) combinedChinese() string {
	switch f.Kind {
	case FoundAny:
		return "以下各项满足其一即可，" + f.verdictChinese() + "。"
	case FoundKOf:
		return fmt.Sprintf("以下各项中至少须满足%d项，现满足%d项，%s。", f.Needed, f.Got, f.verdictChinese())
	default:
		return "以下各项须全部满足，" + f.verdictChinese() + "。"
	}
}

func (f Finding) combinedEnglish() string {
	switch f.Kind {
	case FoundAny:
		return "One of the following is enough: this is " + f.verdictEnglish() + "."
	case FoundKOf:
		return fmt.Sprintf("At least %d of the following are required; %d %s met, so this is %s.",
			f.Needed, f.Got, isAre(f.Got), f.verdictEnglish())
	default:
		return "All of the following are required: this is " + f.verdictEnglish() + "."
	}
}

func (f Finding) verdictChinese() string {
	if f.Met {
		return "已满足"
	}
	return "未满足"
}

func (f Finding) verdictEnglish() string {
	if f.Met {
		return "met"
	}
	return "not met"
}

// auxiliary answers "must be in favour" and "must take part".
func (f Finding) auxiliary() string {
	one := f.Got == 1 && f.Measure != schema.MeasureArea
	switch {
	case f.Count != Participating:
		return isAre(f.Got)
	case one:
		return "does"
	default:
		return "do"
	}
}

func (f Finding) units(n int64) string {
	unit := unitsEnglish[f.Measure]
	if n == 1 && f.Measure != schema.MeasureArea {
		return "1 " + unit.one
	}
	return amount(n, f.Measure) + " " + unit.many
}

// amount writes a number; areas in square metres with two decimals.
func amount(n int64, measure schema.Measure) string {
	if measure == schema.MeasureArea {
		return fmt.Sprintf("%d.%02d", n/100, n%100)
	}
	return strconv.FormatInt(n, 10)
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.FormatInt(n, 10) + " " + many
}

func isAre(n int64) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
