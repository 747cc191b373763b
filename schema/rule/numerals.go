package rule

import (
	"fmt"
	"strings"
)

// chinese words a share: 过半数, 半数以上, 超过三分之二, 百分之二十以上.
func (f Fraction) chinese(by Comparison) string {
	half := f.Num*2 == f.Den
	switch {
	case half && by == MoreThan:
		return "过半数"
	case by == MoreThan:
		return "超过" + f.partChinese()
	default:
		return f.partChinese() + "以上"
	}
}

// partChinese words the bare fraction: 半数, 三分之一.
func (f Fraction) partChinese() string {
	if f.Num*2 == f.Den {
		return "半数"
	}
	return numeral(f.Den) + "分之" + numeral(f.Num)
}

// english words a share: More than half, At least two thirds, All.
func (f Fraction) english(by Comparison) string {
	switch {
	case f.Num == f.Den:
		return "All"
	case by == MoreThan:
		return "More than " + f.partEnglish()
	default:
		return "At least " + f.partEnglish()
	}
}

// partEnglish words the bare fraction: half, one third, 20 per cent.
func (f Fraction) partEnglish() string {
	ordinal, known := ordinals[f.Den]
	switch {
	case f.Num*2 == f.Den:
		return "half"
	case f.Den == 100:
		return fmt.Sprintf("%d per cent", f.Num)
	case known && f.Num == 1:
		return "one " + ordinal
	case known:
		return cardinals[f.Num] + " " + ordinal + "s"
	default:
		return fmt.Sprintf("%d in every %d", f.Num, f.Den)
	}
}

var cardinals = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

var ordinals = map[int64]string{
	3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
}

var digits = []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// numeral writes 1 to 10,000 in Chinese, as fractions are written in law.
func numeral(n int64) string {
	if n >= maxDen {
		return "一万"
	}
	var out strings.Builder
	skipped := false
	for _, place := range []struct {
		size int64
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		digit := n / place.size % 10
		switch {
		case digit == 0:
			skipped = out.Len() > 0
			continue
		case skipped:
			out.WriteString("零")
			skipped = false
		}
		if place.size != 10 || digit != 1 || out.Len() > 0 {
			out.WriteString(digits[digit])
		}
		out.WriteString(place.name)
	}
	if n == 100 || n == 1000 { // the law says 百分之五, not 一百分之五
		return strings.TrimPrefix(out.String(), "一")
	}
	return out.String()
}
