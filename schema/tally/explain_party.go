package tally

import (
	"fmt"
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// explainParties says what became of the parties that did not vote.
func (f *facts) explainParties(v Verdict) []rule.Sentence {
	answers := map[Answer]int{}
	recused, unasked := 0, 0
	for _, s := range v.Parties {
		switch {
		case s.Position == schema.PartyPositionRecused:
			recused++
		case s.Position != schema.PartyPositionAbsent:
		case s.Answer == "":
			unasked++
		default:
			answers[s.Answer]++
		}
	}
	var said []rule.Sentence
	if recused > 0 {
		said = append(said, f.recusedParties(recused))
	}
	if unasked > 0 {
		said = append(said, f.unaskedParties(unasked))
	}
	if n := answers[Awaited]; n > 0 {
		said = append(said, f.awaitedParties(n))
	}
	for _, answer := range []Answer{Consented, Objected, Deemed, Silent} {
		if n := answers[answer]; n > 0 {
			text := answerTexts[answer]
			said = append(said, rule.Say(answer == Consented || answer == Deemed,
				fmt.Sprintf(text.Chinese, n), fmt.Sprintf(text.English, parties(n))))
		}
	}
	return said
}

func (f *facts) recusedParties(n int) rule.Sentence {
	if f.rule.Recused.InBase {
		return rule.Say(false, fmt.Sprintf("有%d方因回避未表决，仍计入总方数。", n),
			fmt.Sprintf("Stepped aside and still counted among all: %s.", parties(n)))
	}
	return rule.Say(true, fmt.Sprintf("有%d方因回避未表决，不计入总方数。", n),
		fmt.Sprintf("Stepped aside and left out of the count: %s.", parties(n)))
}

func (f *facts) unaskedParties(n int) rule.Sentence {
	if f.rule.Parties != nil && f.rule.Parties.Absent == schema.AbsentPartyPolicyLeavesBase {
		return rule.Say(true, fmt.Sprintf("有%d方缺席，依规则不计入总方数。", n),
			fmt.Sprintf("Absent, and left out of the count under the rule: %s.", parties(n)))
	}
	return rule.Say(false, fmt.Sprintf("有%d方缺席，缺席不是同意。", n),
		fmt.Sprintf("Absent, which is not consent: %s.", parties(n)))
}

func (f *facts) awaitedParties(n int) rule.Sentence {
	deemed := f.rule.Parties.Absent == schema.AbsentPartyPolicyCountedAsConsentAfterNotice
	zh, en := "期满未表示的，不视为同意", "silence until then is not consent"
	if deemed {
		zh, en = "期满未提出异议的，视为同意", "silence until then counts as consent"
	}
	if deadline := f.count.Consent.Deadline; !deadline.IsZero() {
		dayZh, dayEn := until(deadline)
		return rule.Say(false, fmt.Sprintf("有%d方缺席，可在%s前表示意见；%s。", n, dayZh, zh),
			fmt.Sprintf("Absent, with time to answer until %s: %s; %s.", dayEn, parties(n), en))
	}
	return rule.Say(false, fmt.Sprintf("有%d方缺席，尚未通知其表示意见；期限自通知起算，%s。", n, zh),
		fmt.Sprintf("Absent, and not yet told: %s; their time runs from the notice, and %s.", parties(n), en))
}

func parties(n int) string {
	if n == 1 {
		return "1 party"
	}
	return fmt.Sprintf("%d parties", n)
}

// until words an instant in China. Midnight ends the day before.
func until(at time.Time) (string, string) {
	date := day.Of(at)
	clock := at.Sub(date.Start())
	if clock == 0 {
		last := date.AddDays(-1).Start()
		return last.Format("2006年1月2日") + "24时", "the end of " + last.Format("2 January 2006")
	}
	local := date.Start().Add(clock)
	return local.Format("2006年1月2日15时04分"), local.Format("15:04 on 2 January 2006")
}

var answerTexts = map[Answer]rule.Text{
	Consented: {Chinese: "有%d方缺席，已在期限内表示同意。", English: "Absent, and consented in time: %s."},
	Objected:  {Chinese: "有%d方缺席，已在期限内提出异议。", English: "Absent, and objected in time: %s."},
	Deemed:    {Chinese: "有%d方缺席，期满未提出异议，视为同意。", English: "Absent, silent until the end of the time to object, and so counted as consenting: %s."},
	Silent:    {Chinese: "有%d方缺席，期满未表示同意，不视为同意。", English: "Absent, silent until the end of the time to answer, which is not consent: %s."},
}
