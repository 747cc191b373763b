package tally

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/rule"
)

// explainDeemed says how many were counted though they did not vote, as what,
// and what the vote would have come to without them.
func (f *facts) explainDeemed(v Verdict) []rule.Sentence {
	if v.Deemed == nil {
		return nil
	}
	var said []rule.Sentence
	basis := f.rule.Deemed.Basis
	if served := v.Deemed.Served; served.Entries > 0 {
		zh, en := f.amounts(served)
		as := deemedAs[v.Deemed.CountedAs]
		if v.Deemed.CountedAs == schema.BallotChoiceAbstain && f.rule.Deemed.Direction == rule.FollowMajority {
			as = deemedWithoutMajority
		}
		said = append(said, rule.Say(true,
			fmt.Sprintf("已送达而未表决的有%s，依“%s”，%s。", zh, bare(basis.Chinese), as.Chinese),
			fmt.Sprintf("Served and silent: %s. Under %s they %s.", en, bare(basis.English), as.English)))
	}
	if unserved := v.Deemed.Unserved; unserved.Entries > 0 {
		zh, en := f.amounts(unserved)
		said = append(said, rule.Say(false, fmt.Sprintf("未能证明已送达的有%s，不作任何计算。", zh),
			fmt.Sprintf("Not proved to have been served: %s, whose silence counts as nothing.", en)))
	}
	if other, ok := v.otherwise(Strictly); ok && v.Deemed.Served.Entries > 0 {
		zh, en := consequence(v.Outcome, other.Outcome)
		said = append(said, rule.Say(other.Outcome == v.Outcome,
			fmt.Sprintf("如果只计实际表决的，结果%s。", zh),
			fmt.Sprintf("Counting only those who really voted, the result %s.", en)))
	}
	return said
}

func (v Verdict) otherwise(in Reading) (Alternative, bool) {
	for _, other := range v.Otherwise {
		if other.Reading == in {
			return other, true
		}
	}
	return Alternative{}, false
}

// consequence tells a result by another one that was reached.
func consequence(reached, other schema.VerdictOutcome) (string, string) {
	if other == reached {
		return "不变", "would be the same"
	}
	word := results[other]
	return "会是：" + word.Chinese, "would be: " + word.English
}

// explainPapers says what became of papers that do not count, and of a roll that
// was amended.
func (f *facts) explainPapers(v Verdict) []rule.Sentence {
	said := f.explainInvalid(v)
	times := map[Reason]int{}
	for i := range f.aside {
		times[f.aside[i].Reason]++
	}
	for _, why := range asideOrder {
		if n := times[why]; n > 0 {
			text := asideTexts[why]
			said = append(said, rule.Say(false, fmt.Sprintf(text.Chinese, n), fmt.Sprintf(text.English, ballots(n))))
		}
	}
	if other, ok := v.otherwise(AsFrozen); ok {
		zh, en := consequence(v.Outcome, other.Outcome)
		said = append(said, rule.Say(other.Outcome == v.Outcome,
			fmt.Sprintf("名册在冻结后作过更正；如果按更正前的名册计算，结果%s。", zh),
			fmt.Sprintf("The roll was corrected after it was frozen; on the roll as it was before, the result %s.", en)))
	}
	return said
}

func (f *facts) explainInvalid(v Verdict) []rule.Sentence {
	if v.Invalid.Entries == 0 {
		return nil
	}
	zh, en := f.amounts(v.Invalid)
	if other, ok := v.otherwise(InvalidTakingPart); ok {
		otherZh, otherEn := consequence(v.Outcome, other.Outcome)
		return []rule.Sentence{rule.Say(false,
			fmt.Sprintf("交回的票中，无效的有%s，不算参与表决；如果算参与，结果%s。", zh, otherZh),
			fmt.Sprintf("Spoilt papers came from %s. They do not take part; if they did, the result %s.", en, otherEn))}
	}
	other, _ := v.otherwise(InvalidExcluded)
	otherZh, otherEn := consequence(v.Outcome, other.Outcome)
	return []rule.Sentence{rule.Say(false,
		fmt.Sprintf("交回的票中，无效的有%s，算参与表决，但不算同意；如果不算参与，结果%s。", zh, otherZh),
		fmt.Sprintf("Spoilt papers came from %s. They take part, in favour of nothing; if they did not, the result %s.", en, otherEn))}
}

// explainAside says who stepped aside in a body without parties.
func (f *facts) explainAside() []rule.Sentence {
	recused := 0
	for i, l := range f.lines {
		if l.recused && !l.gone && f.count.Roll[i].Party == "" {
			recused++
		}
	}
	switch {
	case recused == 0:
		return nil
	case f.rule.Recused.InBase:
		return []rule.Sentence{rule.Say(false, fmt.Sprintf("有%d名成员因回避未表决，仍计入总数。", recused),
			fmt.Sprintf("Members who stepped aside and are still counted among all: %d.", recused))}
	default:
		return []rule.Sentence{rule.Say(true, fmt.Sprintf("有%d名成员因回避未表决，不计入总数。", recused),
			fmt.Sprintf("Members who stepped aside and are left out of the count: %d.", recused))}
	}
}

// amounts words what entries weigh in the measures of the rule.
func (f *facts) amounts(sum Sum) (string, string) {
	var zh, en []string
	used := measuresOf(f.rule)
	for _, measure := range []schema.Measure{
		schema.MeasureHeads, schema.MeasureSeats, schema.MeasureHouseholds, schema.MeasureWeight, schema.MeasureArea,
	} {
		unit := units[measure]
		if !slices.Contains(used, measure) {
			continue
		}
		n := sum.Weights.Of(measure)
		number, many := fmt.Sprint(n), unit.many
		if measure == schema.MeasureArea {
			number = fmt.Sprintf("%d.%02d", n/100, n%100)
		} else if n == 1 {
			many = unit.one
		}
		zh, en = append(zh, number+unit.zh), append(en, number+" "+many)
	}
	return strings.Join(zh, "、"), strings.Join(en, " with ")
}

func ballots(n int) string {
	if n == 1 {
		return "1 ballot"
	}
	return fmt.Sprintf("%d ballots", n)
}
