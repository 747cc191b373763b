package command

import (
	"context"
	"encoding/json"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
	"sifang/schema/tally"
)

// CountInput are the figures of a count by hand. Hands are counted for, against
// and abstaining, or for each option; of papers it is counted as well how many
// were handed out and came back.
type CountInput struct {
	Issued   int
	Returned int
	Blank    int
	Invalid  int
	For      int
	Against  int
	Abstain  int
	Marks    []MarkCountInput
}

// MarkCountInput is how many papers marked an option or a candidate.
type MarkCountInput struct {
	OptionID ident.ID
	Papers   int
}

// countField is one figure with the name of its input field.
type countField struct {
	name  string
	given int
}

func (in CountInput) ofPapers() []countField {
	return []countField{{"issued", in.Issued}, {"returned", in.Returned}, {"blank", in.Blank}, {"invalid", in.Invalid}}
}

func (in CountInput) ofVoices() []countField {
	return []countField{{"for", in.For}, {"against", in.Against}, {"abstain", in.Abstain}}
}

// marks are those of each option.
func (in CountInput) marks() []tally.Marks {
	marks := make([]tally.Marks, len(in.Marks))
	for i, one := range in.Marks {
		marks[i] = tally.Marks{Option: one.OptionID.String(), Papers: int64(one.Papers)}
	}
	return marks
}

// sheet is the count as the counter reads it.
func (in CountInput) sheet() tally.Sheet {
	return tally.Sheet{
		Issued: int64(in.Issued), Returned: int64(in.Returned), Blank: int64(in.Blank), Invalid: int64(in.Invalid),
		For: int64(in.For), Against: int64(in.Against), Abstain: int64(in.Abstain), Marks: in.marks(),
	}
}

// suits refuses figures that the method of the vote does not know: of hands no
// papers are counted, and of papers it must be said how many there were.
func (in CountInput) suits(method schema.VoteMethod) *fault.Fault {
	if method == schema.VoteMethodSecretPaper {
		if in.Issued == 0 {
			return fault.New(fault.FieldNeeded, "kind", method, "field", "issued").At("issued")
		}
		return nil
	}
	for _, one := range in.ofPapers() {
		if one.given != 0 {
			return fault.New(fault.FieldUnused, "kind", method, "field", one.name).At(one.name)
		}
	}
	return nil
}

// countable refuses a count that does not add up, or that cannot have come out
// of the roll and the rule of the vote, together with what was confirmed before:
// what the counter itself would refuse when the vote is judged.
func countable(ctx context.Context, tx *ent.Tx, v *db.Vote, in CountInput) error {
	facts, err := poll.Gather(ctx, tx.Client, v, tx.Now)
	if err != nil {
		return err
	}
	last := len(facts.Count.Sheets)
	facts.Count.Sheets = append(facts.Count.Sheets, in.sheet())
	_, err = tally.Judge(facts.Rule, facts.Count)
	faults, refused := fault.Of(err)
	if !refused {
		return err
	}
	for _, f := range faults {
		f.Field = countPlace(f.Field, last)
	}
	return faults.Err()
}

// countPlace is the input field for a place in the count: a figure of the last
// sheet, or else the vote, which cannot be counted by hand.
func countPlace(place []string, last int) []string {
	var f fault.Fault
	f.At("sheets", last)
	if len(place) < 3 || !slices.Equal(place[:2], f.Field) {
		return []string{"voteId"}
	}
	rest := slices.Clone(place[2:])
	if end := len(rest) - 1; rest[end] == "option" {
		rest[end] = "optionId"
	}
	return rest
}

// counting locks the vote that is counted by hand. It refuses one that is not,
// and one that is counted no more.
func counting(ctx context.Context, tx *ent.Tx, verb string, id ident.Vote) (polled, mandate.Grant, error) {
	p, grant, err := voted(ctx, tx, verb, id, ent.Share, ent.Share)
	if err != nil {
		return p, grant, err
	}
	_, wrong := nextOf(stage.Verb(verb), p.vote)
	var byName *fault.Fault
	if p.vote.Method == schema.VoteMethodNamed {
		byName = fault.New(fault.NotCountedByHand, "method", p.vote.Method).At("voteId")
	}
	return p, grant, refuse(wrong, byName)
}

// differences refuses a count that is not the one that was entered, figure by
// figure. It does not tell what was entered: whoever confirms it reads the paper.
func (in CountInput) differences(row *db.CountSheet) (fault.Faults, error) {
	var faults fault.Faults
	entered := []*int{row.Issued, row.Returned, row.Blank, row.Invalid, row.For, row.Against, row.Abstain}
	for i, one := range append(in.ofPapers(), in.ofVoices()...) {
		if entered[i] == nil && one.given != 0 || entered[i] != nil && *entered[i] != one.given {
			faults = append(faults, fault.New(fault.CountDiffers).At(one.name))
		}
	}
	var marks []tally.Marks
	if len(row.Marks) > 0 {
		if err := json.Unmarshal(row.Marks, &marks); err != nil {
			return nil, err
		}
	}
	for i, one := range in.marks() {
		if !slices.Contains(marks, one) {
			faults = append(faults, fault.New(fault.CountDiffers).At("marks", i, "papers"))
		}
	}
	if len(marks) != len(in.Marks) {
		faults = append(faults, fault.New(fault.CountDiffers).At("marks"))
	}
	return faults, nil
}
