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
	base, unit := baseChinese[f.Base], unitsChinese[f.Measure]
	if f.Measure == schema.MeasureParties && f.Base == schema.BaseAllSeats {
		base = "参加表决的各方共"
	}
	among := ""
	if f.Among != nil {
		among = "仅就" + f.Among.Title.Chinese + "而言，"
	}
	whole := among + base + amount(f.Whole, f.Measure) + unit
	verb := verbsChinese[f.Count]
	if f.Fraction.Num == f.Fraction.Den {
		return fmt.Sprintf("%s，须全部%s；现%s的有%s%s，%s。",
			whole, verb, verb, amount(f.Got, f.Measure), unit, f.verdictChinese())
	}
	return fmt.Sprintf("%s，须有%s%s，即至少%s%s；现有%s%s，%s。", whole,
		f.Fraction.chinese(f.Compare), verb, amount(f.Needed, f.Measure), unit,
		amount(f.Got, f.Measure), unit, f.verdictChinese())
}

func (f Finding) shareEnglish() string {
	base := basesEnglish[f.Base]
	if f.Measure == schema.MeasureParties && f.Base == schema.BaseAllSeats {
		base = "that vote"
	}
	whole := fmt.Sprintf("%s of the %s %s", f.Fraction.english(f.Compare), f.units(f.Whole), base)
	if f.Among != nil {
		whole += ", counting only " + f.Among.Title.English + ","
	}
	needed := fmt.Sprintf(", which takes at least %s", amount(f.Needed, f.Measure))
	if f.Fraction.Num == f.Fraction.Den {
		needed = ""
	}
	return fmt.Sprintf("%s must %s%s; %s %s, so this is %s.", whole, verbsEnglish[f.Count], needed,
		amount(f.Got, f.Measure), f.auxiliary(), f.verdictEnglish())
}

func (f Finding) numberChinese() string {
	among, unit := "", unitsChinese[f.Measure]
	if f.Among != nil {
		among = "仅就" + f.Among.Title.Chinese + "而言，"
	}
	return fmt.Sprintf("%s至少须有%s%s%s；现有%s%s，%s。", among, amount(f.Needed, f.Measure), unit,
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

var verbsChinese = map[Counted]string{For: "同意", Present: "到会", Participating: "参与表决"}

var verbsEnglish = map[Counted]string{For: "be in favour", Present: "be present", Participating: "take part"}

var unitsChinese = map[schema.Measure]string{
	schema.MeasureHeads: "人", schema.MeasureArea: "平方米", schema.MeasureParties: "方",
	schema.MeasureSeats: "席", schema.MeasureHouseholds: "户", schema.MeasureWeight: "票权",
}

var unitsEnglish = map[schema.Measure]struct{ one, many string }{
	schema.MeasureHeads:      {"person", "people"},
	schema.MeasureArea:       {"square metres", "square metres"},
	schema.MeasureParties:    {"party", "parties"},
	schema.MeasureSeats:      {"seat", "seats"},
	schema.MeasureHouseholds: {"household", "households"},
	schema.MeasureWeight:     {"weighted vote", "weighted votes"},
}

var baseChinese = map[schema.Base]string{
	schema.BaseOnRoll:           "名册所列共",
	schema.BaseParticipating:    "参与表决的共",
	schema.BasePresent:          "到会的共",
	schema.BaseValid:            "投有效票的共",
	schema.BaseCastForOrAgainst: "表示同意或者反对的共",
	schema.BaseAllSeats:         "全体席位共",
	schema.BaseIncumbents:       "现任成员共",
	schema.BaseDue:              "应到会的共",
}

var basesEnglish = map[schema.Base]string{
	schema.BaseOnRoll:           "on the roll",
	schema.BaseParticipating:    "that took part",
	schema.BasePresent:          "present",
	schema.BaseValid:            "with a valid ballot",
	schema.BaseCastForOrAgainst: "cast for or against",
	schema.BaseAllSeats:         "there are in all",
	schema.BaseIncumbents:       "that are filled",
	schema.BaseDue:              "due to attend",
}
