package tally

import (
	"fmt"
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// explain words a verdict: the outcome, and under it each step that led there.
func (f *facts) explain(v Verdict) rule.Sentence {
	outcome := outcomes[v.Outcome]
	var parts []rule.Sentence
	if v.Outcome == schema.VerdictOutcomeVoid {
		parts = append(parts, rule.Say(false,
			"该事项未列入公布的议程，而规则要求只能表决已公布的事项。",
			"The item was not on the published agenda, and the rule admits no other items."))
	}
	parts = append(parts, f.explainQuorum(v), f.explainApproval(v))
	parts = append(parts, f.explainParties(v)...)
	if v.Outcome == schema.VerdictOutcomeTied {
		tie := ties[f.rule.Tie]
		parts = append(parts, rule.Say(false, tie.Chinese, tie.English))
	}
	parts = append(parts, f.explainAside(v)...)
	if f.count.Open {
		parts = append(parts, v.Margins.sentence())
	}
	return rule.Say(v.Outcome == schema.VerdictOutcomeAdopted, outcome.Chinese, outcome.English, parts...)
}

func (f *facts) explainQuorum(v Verdict) rule.Sentence {
	switch {
	case v.Quorum.Kind == rule.FoundNothing:
		return v.Quorum.Sentence()
	case v.Quorum.Met:
		return rule.Say(true, "法定人数已达到。", "There was a quorum.", v.Quorum.Sentence())
	default:
		return rule.Say(false, "法定人数未达到。", "There was no quorum.", v.Quorum.Sentence())
	}
}

func (f *facts) explainApproval(v Verdict) rule.Sentence {
	if v.Approval.Met {
		return rule.Say(true, "同意已达到规则的要求。", "The approval reached what the rule asks for.", v.Approval.Sentence())
	}
	return rule.Say(false, "同意未达到规则的要求。", "The approval did not reach what the rule asks for.", v.Approval.Sentence())
}

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

// explainAside says who stepped aside in a body without parties, and how many
// ballots were not counted.
func (f *facts) explainAside(v Verdict) []rule.Sentence {
	var said []rule.Sentence
	recused := 0
	for i, l := range f.lines {
		if l.recused && !l.gone && f.count.Roll[i].Party == "" {
			recused++
		}
	}
	switch {
	case recused > 0 && f.rule.Recused.InBase:
		said = append(said, rule.Say(false, fmt.Sprintf("有%d名成员因回避未表决，仍计入总数。", recused),
			fmt.Sprintf("Members who stepped aside and are still counted among all: %d.", recused)))
	case recused > 0:
		said = append(said, rule.Say(true, fmt.Sprintf("有%d名成员因回避未表决，不计入总数。", recused),
			fmt.Sprintf("Members who stepped aside and are left out of the count: %d.", recused)))
	}
	if n := len(v.SetAside); n > 0 {
		said = append(said, rule.Say(false, fmt.Sprintf("有%d张表决票未计入。", n),
			fmt.Sprintf("Ballots that were not counted: %d.", n)))
	}
	return said
}

func (m Margins) sentence() rule.Sentence {
	switch {
	case m.CanPass && m.CanFail:
		return rule.Say(true, "表决尚未结束，结果仍可能改变。", "Voting goes on, and the outcome is still open.")
	case m.CanPass:
		return rule.Say(true, "表决尚未结束，但结果已不会改变：必定通过。", "Voting goes on, but the motion can no longer fail.")
	default:
		return rule.Say(false, "表决尚未结束，但结果已不会改变：不可能通过。", "Voting goes on, but the motion can no longer pass.")
	}
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

var outcomes = map[schema.VerdictOutcome]rule.Text{
	schema.VerdictOutcomeAdopted:        {Chinese: "表决结果：通过。", English: "Result: adopted."},
	schema.VerdictOutcomeRejected:       {Chinese: "表决结果：未通过。", English: "Result: rejected."},
	schema.VerdictOutcomeTied:           {Chinese: "表决结果：票数相等，未通过。", English: "Result: tied, not adopted."},
	schema.VerdictOutcomeNotQuorate:     {Chinese: "表决结果：未达到法定人数，不能作出决定。", English: "Result: no quorum, so nothing was decided."},
	schema.VerdictOutcomePendingConsent: {Chinese: "表决结果：待缺席方表示意见。", English: "Result: waiting for the parties that were absent."},
	schema.VerdictOutcomeVoid:           {Chinese: "表决结果：无效。", English: "Result: void."},
}

var ties = map[rule.TiePolicy]rule.Text{
	rule.Escalate: {Chinese: "同意与反对相等，主持人没有决定权，应提请上级协调。",
		English: "As many were against as in favour; the chair has no casting vote, and the matter goes to the next higher body."},
	rule.Retable: {Chinese: "同意与反对相等，主持人没有决定权，可修改后重新提出。",
		English: "As many were against as in favour; the chair has no casting vote, and the motion may come back with changes."},
}

var answerTexts = map[Answer]rule.Text{
	Consented: {Chinese: "有%d方缺席，已在期限内表示同意。", English: "Absent, and consented in time: %s."},
	Objected:  {Chinese: "有%d方缺席，已在期限内提出异议。", English: "Absent, and objected in time: %s."},
	Deemed:    {Chinese: "有%d方缺席，期满未提出异议，视为同意。", English: "Absent, silent until the end of the time to object, and so counted as consenting: %s."},
	Silent:    {Chinese: "有%d方缺席，期满未表示同意，不视为同意。", English: "Absent, silent until the end of the time to answer, which is not consent: %s."},
}
