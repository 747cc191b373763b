package tally

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/rule"
)

// explain words a verdict: the outcome, and under it each step that led there.
func (f *facts) explain(v Verdict) rule.Sentence {
	outcome := f.outcomeText(v)
	var parts []rule.Sentence
	if v.Outcome == schema.VerdictOutcomeVoid {
		parts = append(parts, rule.Say(false,
			"该事项未列入公布的议程，而规则要求只能表决已公布的事项。",
			"The item was not on the published agenda, and the rule admits no other items."))
	}
	parts = append(parts, explainQuorum(v))
	if f.motion() {
		parts = append(parts, f.explainApproval(v))
	} else {
		parts = append(parts, f.explainChoices(v)...)
	}
	parts = append(parts, f.explainDeemed(v)...)
	parts = append(parts, f.explainConditions()...)
	parts = append(parts, f.explainParties(v)...)
	if v.Outcome == schema.VerdictOutcomeTied || f.chairDecided(v) {
		parts = append(parts, f.explainTie(v))
	}
	parts = append(parts, f.explainAside()...)
	parts = append(parts, f.explainPapers(v)...)
	parts = append(parts, f.explainConflicts()...)
	if f.count.Open {
		parts = append(parts, v.Margins.sentence(f.motion()))
	}
	return rule.Say(v.Outcome == schema.VerdictOutcomeAdopted, outcome.Chinese, outcome.English, parts...)
}

func explainQuorum(v Verdict) rule.Sentence {
	switch {
	case v.Quorum.Kind == rule.FoundNothing:
		return v.Quorum.Sentence()
	case v.Quorum.Met:
		return sayAll(v.Quorum, "法定人数已达到", "There was a quorum")
	default:
		return sayAll(v.Quorum, "法定人数未达到", "There was no quorum")
	}
}

// explainApproval says whether enough were in favour. Where nothing could be
// decided it says that too, lest the numbers be taken for a result.
func (f *facts) explainApproval(v Verdict) rule.Sentence {
	zh, en := "同意的未达到规则的要求", "Not enough were in favour"
	switch met, limits := v.Approval.Met, f.hasLimits(); {
	case limits && met:
		zh, en = "规则的要求已达到", "What the rule asks for was reached"
	case limits:
		zh, en = "规则的要求未达到", "What the rule asks for was not reached"
	case met:
		zh, en = "同意的已达到规则的要求", "Enough were in favour"
	}
	if v.Approval.Met && v.Outcome == schema.VerdictOutcomeNotQuorate {
		zh, en = zh+"，但法定人数未达到，不产生结果", en+", but without a quorum that decides nothing"
	}
	if v.Approval.Met && v.Outcome == schema.VerdictOutcomeVoid {
		zh, en = zh+"，但该事项不得表决，不产生结果", en+", but on an item that could not be voted on"
	}
	return sayAll(v.Approval, zh, en)
}

// hasLimits reports whether the approval also asks how many are against.
func (f *facts) hasLimits() bool {
	return slices.ContainsFunc(f.rule.Approval.Leaves(), func(c rule.Clause) bool { return c.Limit != nil })
}

// sayAll words a finding under a heading. Where it asks for several things at
// once, the heading says so, and they follow.
func sayAll(f rule.Finding, zh, en string) rule.Sentence {
	if f.Kind != rule.FoundAll {
		return rule.Say(f.Met, zh+"。", en+".", f.Sentence())
	}
	var parts []rule.Sentence
	for _, part := range f.Parts {
		parts = append(parts, part.Sentence())
	}
	if f.Met {
		return rule.Say(true, zh+"；以下各项均已满足。", en+"; each of the following is met.", parts...)
	}
	return rule.Say(false, zh+"；以下各项须全部满足。", en+"; each of the following would have to be met.", parts...)
}

// explainConditions says of each condition of the rule whether it is fulfilled,
// and what follows if not.
func (f *facts) explainConditions() []rule.Sentence {
	lacking := map[string]bool{}
	for _, code := range codes(f.lacking()) {
		lacking[code] = true
	}
	var said []rule.Sentence
	for _, c := range f.rule.Conditions {
		zh, en := bare(c.Title.Chinese), bare(c.Title.English)
		switch {
		case !lacking[c.Code]:
			said = append(said, rule.Say(true, fmt.Sprintf("条件“%s”已具备。", zh), fmt.Sprintf("This condition is fulfilled: %s.", en)))
		case c.Lacking == rule.Blocks:
			said = append(said, rule.Say(false, fmt.Sprintf("条件“%s”尚不具备，不具备则不能通过。", zh),
				fmt.Sprintf("This condition is not fulfilled, and nothing is adopted without it: %s.", en)))
		default:
			said = append(said, rule.Say(false, fmt.Sprintf("条件“%s”尚不具备，程序上有欠缺，决定可能因此被撤销。", zh),
				fmt.Sprintf("This condition is not fulfilled, for which a decision may be challenged: %s.", en)))
		}
	}
	return said
}

// explainConflicts names the higher texts that the rule contradicts.
func (f *facts) explainConflicts() []rule.Sentence {
	var said []rule.Sentence
	for _, c := range f.rule.Conflicts {
		zh, en := "《"+c.Source.Title+"》", c.Source.Title
		if c.Source.Article != "" {
			zh, en = zh+"第"+c.Source.Article+"条", en+", article "+c.Source.Article
		}
		said = append(said, rule.Say(false, fmt.Sprintf("本次所依规则与%s不一致：%s。", zh, bare(c.Note.Chinese)),
			fmt.Sprintf("The rule of this vote contradicts %s: %s.", en, bare(c.Note.English))))
	}
	return said
}

// bare is a text without the stop at its end, to be part of a sentence.
func bare(text string) string { return strings.TrimRight(strings.TrimSpace(text), ".。") }

// chairDecided reports whether the vote of the chair broke a tie.
func (f *facts) chairDecided(v Verdict) bool {
	n := &numbers{facts: f, reading: f.asRuled(), option: overall}
	decided := v.Outcome == schema.VerdictOutcomeAdopted && !v.Approval.Met || v.Outcome == schema.VerdictOutcomeRejected
	return f.motion() && f.rule.Tie == rule.CastingVote && decided && !n.approved(theyConsent) && n.tied()
}

func (f *facts) explainTie(v Verdict) rule.Sentence {
	if !f.motion() {
		return rule.Say(false, "得票相等的，不按姓名、编号或者提出的先后区分。",
			"Equals are not told apart by their names or by the order in which they stand.")
	}
	tie := ties[f.rule.Tie]
	if f.rule.Tie == rule.CastingVote {
		tie = castings[f.chairSays()]
		if f.chairSays() == schema.BallotChoiceFor && v.Outcome == schema.VerdictOutcomeRejected {
			tie = castingInVain
			if f.blocked() {
				tie = castings[schema.BallotChoiceFor]
			}
		}
	}
	return rule.Say(v.Outcome == schema.VerdictOutcomeAdopted, tie.Chinese, tie.English)
}

func (m Margins) sentence(motion bool) rule.Sentence {
	switch {
	case m.CanPass && m.CanFail:
		return rule.Say(true, "表决尚未结束，结果仍可能改变。", "Voting goes on, and the outcome is still open.")
	case m.CanPass && motion:
		return rule.Say(true, "表决尚未结束，但结果已不会改变：必定通过。", "Voting goes on, but the motion can no longer fail.")
	case m.CanPass:
		return rule.Say(true, "表决尚未结束，但必定会有选定的结果。", "Voting goes on, but it is certain to choose.")
	case motion:
		return rule.Say(false, "表决尚未结束，但结果已不会改变：不可能通过。", "Voting goes on, but the motion can no longer pass.")
	default:
		return rule.Say(false, "表决尚未结束，但已不可能有选定的结果。", "Voting goes on, but it can no longer choose.")
	}
}
