package view

import (
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// ChoiceReport is what an option or a candidate came to.
type ChoiceReport struct {
	OptionID    *ident.ID
	CandidateID *ident.ID
	Label       string
	None        bool
	Ballots     int
	Heads       int
	Area        schema.FloorArea
	Clauses     []ClauseReport
	Rank        *int
	Outcome     schema.CandidateOutcome
}

// BuildingCount is the vote in one building or entrance.
type BuildingCount struct {
	AreaID  ident.ID
	Label   string
	Options []OptionCount
	NotCast int
}

// DeemedReport is what silence was counted as.
type DeemedReport struct {
	CountedAs *schema.BallotChoice
	Served    Amounts
	Unserved  Amounts
}

// Amounts are a number of places on the roll and what they weigh.
type Amounts struct {
	Entries int
	Heads   int
	Area    schema.FloorArea
}

// ReadingReport is what the vote would have come to, read otherwise.
type ReadingReport struct {
	Reading tally.Reading
	Outcome schema.VerdictOutcome
	Clauses []ClauseReport
}

func optionCounts(o tally.Options) []OptionCount {
	count := func(choice schema.BallotChoice, sum tally.Sum) OptionCount {
		a := amounts(sum)
		return OptionCount{Choice: choice, Ballots: a.Entries, Heads: a.Heads, Area: a.Area}
	}
	return []OptionCount{
		count(schema.BallotChoiceFor, o.For), count(schema.BallotChoiceAgainst, o.Against), count(schema.BallotChoiceAbstain, o.Abstain),
	}
}

func amounts(s tally.Sum) Amounts {
	return Amounts{Entries: int(s.Entries), Heads: int(s.Weights.Heads), Area: schema.FloorArea(s.Weights.Area)}
}

// choices tells what each option of a vote came to.
func choices(judged []tally.Choice, names names) ([]ChoiceReport, error) {
	told := make([]ChoiceReport, len(judged))
	for i, one := range judged {
		id, err := ident.Parse(one.Option)
		if err != nil {
			return nil, err
		}
		told[i] = choiceReport(id, names[id], one)
	}
	return told, nil
}

func choiceReport(id ident.ID, label string, one tally.Choice) ChoiceReport {
	a := amounts(one.For)
	report := ChoiceReport{
		Label: label, None: one.None, Ballots: a.Entries, Heads: a.Heads, Area: a.Area,
		Clauses: clauses(one.Approval, false), Outcome: one.Outcome,
	}
	if one.Rank > 0 {
		report.Rank = &one.Rank
	}
	switch id.Kind() {
	case ident.KindCandidate:
		report.CandidateID = &id
	case ident.KindVoteOption:
		report.OptionID = &id
	}
	return report
}

// buildings tells how each building voted. Fewer than five places on the roll are
// told as one number: their choices would name them.
func buildings(judged []tally.Building, names names) ([]BuildingCount, error) {
	told := make([]BuildingCount, len(judged))
	for i, one := range judged {
		id, err := ident.Parse(one.Building)
		if err != nil {
			return nil, err
		}
		told[i] = BuildingCount{AreaID: id, Label: names[id], NotCast: int(one.Options.NotCast.Entries)}
		if cast := one.Options.For.Entries + one.Options.Against.Entries + one.Options.Abstain.Entries; cast >= few {
			told[i].Options = optionCounts(one.Options)
		}
	}
	return told, nil
}

// few is the least number of ballots in a group whose choices are told apart.
const few = 5
