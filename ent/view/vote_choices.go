package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/candidate"
	"sifang/ent/db/voteoption"
	"sifang/ent/poll"
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

// further tells what only some votes have, and what has to be named: options
// and buildings.
func (r *VerdictReport) further(ctx context.Context, c *db.Client, v *db.Vote, judged poll.Judgment) error {
	var err error
	if r.Choices, err = choices(ctx, c, v, judged.Choices); err != nil {
		return err
	}
	r.Buildings, err = buildings(ctx, c, judged.Buildings)
	return err
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

// choices names the options of a vote and tells what each came to.
func choices(ctx context.Context, c *db.Client, v *db.Vote, judged []tally.Choice) ([]ChoiceReport, error) {
	if len(judged) == 0 {
		return nil, nil
	}
	labels, err := c.VoteOption.Query().Where(voteoption.VoteID(v.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	names := map[ident.ID]string{}
	for _, row := range labels {
		names[row.ID] = row.Label
	}
	candidates, err := c.Candidate.Query().Where(candidate.VoteID(v.ID)).WithPerson().All(ctx)
	if err != nil {
		return nil, err
	}
	for _, row := range candidates {
		names[row.ID] = row.Edges.Person.Name
	}
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

// buildings names the buildings and tells how each voted. Fewer than five
// places on the roll are told as one number: their choices would name them.
func buildings(ctx context.Context, c *db.Client, judged []tally.Building) ([]BuildingCount, error) {
	ids := make([]ident.ID, len(judged))
	for i, one := range judged {
		var err error
		if ids[i], err = ident.Parse(one.Building); err != nil {
			return nil, err
		}
	}
	rows, err := c.Area.Query().Where(area.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	names := map[ident.ID]string{}
	for _, row := range rows {
		names[row.ID] = row.Name
	}
	var told []BuildingCount
	for i, one := range judged {
		count := BuildingCount{AreaID: ids[i], Label: names[ids[i]], NotCast: int(one.Options.NotCast.Entries)}
		if cast := one.Options.For.Entries + one.Options.Against.Entries + one.Options.Abstain.Entries; cast >= few {
			count.Options = optionCounts(one.Options)
		}
		told = append(told, count)
	}
	return told, nil
}

// few is the least number of ballots in a group whose choices are told apart.
const few = 5
