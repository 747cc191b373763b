package tally

import (
	"fmt"
	"strconv"

	"sifang/schema"
	"sifang/schema/rule"
)

// outcomeText is the first sentence of an explanation.
func (f *facts) outcomeText(v Verdict) rule.Text {
	texts := choiceOutcomes
	switch {
	case v.Outcome == schema.VerdictOutcomeVoid, v.Outcome == schema.VerdictOutcomeNotQuorate, f.motion():
		texts = outcomes
	case v.Election != "":
		return electionTexts[v.Election]
	}
	return texts[v.Outcome]
}

// explainChoices says of each option what it came to, in the order of the
// verdict, and how many seats were filled.
func (f *facts) explainChoices(v Verdict) []rule.Sentence {
	var said []rule.Sentence
	if f.count.kind() == schema.VoteKindElection {
		said = append(said, f.explainSeats(v))
	}
	for _, choice := range v.Choices {
		said = append(said, f.explainChoice(v, choice))
	}
	return said
}

func (f *facts) explainSeats(v Verdict) rule.Sentence {
	elected, fill := 0, f.count.Fill
	for _, choice := range v.Choices {
		if choice.Outcome == schema.CandidateOutcomeElected {
			elected++
		}
	}
	return rule.Say(elected == fill, fmt.Sprintf("应选%d席，现选出%d席。", fill, elected),
		fmt.Sprintf("Seats to be filled: %d. Filled: %d.", fill, elected))
}

func (f *facts) explainChoice(v Verdict, c Choice) rule.Sentence {
	option := f.count.Options[f.place[c.Option]]
	name := option.Name
	if name == "" {
		name = option.ID
	}
	if c.None {
		zh, en := f.amounts(c.For)
		return rule.Say(false, fmt.Sprintf("选“%s”的有%s，不算任何一项的得票。", name, zh),
			fmt.Sprintf("%s: chosen by %s, which is a vote for nobody.", name, en))
	}
	texts := optionOutcomes
	if v.Election != "" {
		texts = candidateOutcomes
	}
	outcome, won := texts[c.Outcome], c.Outcome == schema.CandidateOutcomeElected
	zh := fmt.Sprintf("%s：未达到规则的要求，%s", name, outcome.Chinese)
	en := fmt.Sprintf("%s did not reach what the rule asks for: %s", name, outcome.English)
	if c.Rank > 0 {
		zh = fmt.Sprintf("第%d名：%s，%s", c.Rank, name, outcome.Chinese)
		en = fmt.Sprintf("%s: %s, %s", place(c.Rank), name, outcome.English)
	}
	said := sayAll(c.Approval, zh, en)
	said.Met = won
	return said
}

// place is an ordinal at the beginning of a sentence.
func place(rank int) string {
	words := []string{"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"}
	if rank <= len(words) {
		return words[rank-1]
	}
	return "Number " + strconv.Itoa(rank)
}
