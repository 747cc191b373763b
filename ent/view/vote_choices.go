package view

import (
	"cmp"
	"slices"

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
	AreaID  *ident.ID
	Label   *string
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

// buildings tells how each building voted, and beside them what lies in none.
func buildings(judged []tally.Building, names names) ([]BuildingCount, error) {
	told := make([]BuildingCount, len(judged))
	hidden := telling(judged)
	for i, one := range judged {
		told[i].NotCast = int(one.Options.NotCast.Entries)
		if !hidden[i] {
			told[i].Options = optionCounts(one.Options)
		}
		if one.Building == "" {
			continue
		}
		id, err := ident.Parse(one.Building)
		if err != nil {
			return nil, err
		}
		name := names[id]
		told[i].AreaID, told[i].Label = &id, &name
	}
	return told, nil
}

// few is the least number of ballots in a group whose choices are told.
const few = 5

// telling are the places among the buildings whose choices would tell how
// somebody voted: where few ballots were cast, and so many of the next larger ones
// that few cannot be reckoned back from the totals either.
func telling(judged []tally.Building) map[int]bool {
	cast := func(i int) int64 {
		o := judged[i].Options
		return o.For.Entries + o.Against.Entries + o.Abstain.Entries
	}
	order := make([]int, len(judged))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cast(a), cast(b)) })
	hidden := map[int]bool{}
	var together int64
	for _, i := range order {
		if cast(i) >= few && (together == 0 || together >= few) {
			break
		}
		hidden[i] = true
		together += cast(i)
	}
	return hidden
}
