package command

import (
	"encoding/json"
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/voice"
)

// PaperAnswerInput is what somebody read on a paper about one vote: a choice,
// marks, or that it does not count and why.
type PaperAnswerInput struct {
	VoteID  ident.Vote
	Choice  schema.BallotChoice
	Marks   []ident.ID
	Invalid *schema.InvalidReason
}

// answerRead is an answer as it is kept.
type answerRead struct {
	Vote ident.ID `json:"vote"`
	voice.Said
	Invalid *schema.InvalidReason `json:"invalid,omitempty"`
}

// reading is what somebody read on a paper, in an order in which two readings of
// one paper are the same text.
type reading []answerRead

func readingOf(answers []PaperAnswerInput) reading {
	r := make(reading, len(answers))
	for i, one := range answers {
		marks := slices.Clone(one.Marks)
		slices.SortFunc(marks, inOrder)
		r[i] = answerRead{Vote: one.VoteID.ID, Said: voice.Said{Choice: one.Choice, Marks: marks}, Invalid: one.Invalid}
	}
	slices.SortFunc(r, func(a, b answerRead) int { return inOrder(a.Vote, b.Vote) })
	return r
}

// text is the reading as it is kept.
func (r reading) text() (json.RawMessage, error) { return json.Marshal(r) }

// agrees reports whether a reading that was kept says the same.
func (r reading) agrees(kept json.RawMessage) (bool, error) {
	var other reading
	if err := json.Unmarshal(kept, &other); err != nil {
		return false, err
	}
	return slices.EqualFunc(r, other, func(a, b answerRead) bool {
		return a.Vote == b.Vote && a.Said.Same(b.Said) && reasonOf(a) == reasonOf(b)
	}), nil
}

func reasonOf(a answerRead) schema.InvalidReason {
	if a.Invalid == nil {
		return ""
	}
	return *a.Invalid
}

// legible refuses what nobody can have read on a paper of the votes: an answer
// that says nothing, or several things at once, and marks for what is not on it.
// That the voter marked too much is no such thing.
func (b *box) legible(answers []PaperAnswerInput) fault.Faults {
	if wrong := paperSized(answers); wrong != nil {
		return fault.Faults{wrong}
	}
	var faults fault.Faults
	for i, one := range answers {
		m := b.motions[one.VoteID.ID]
		var wrong *fault.Fault
		switch {
		case m == nil:
			wrong = fault.New(fault.NotFound, "kind", ident.KindVote).At("voteId")
		case slices.ContainsFunc(answers[:i], func(a PaperAnswerInput) bool { return a.VoteID == one.VoteID }):
			wrong = fault.New(fault.ListedTwice).At("voteId")
		case one.Invalid != nil && (one.Choice != "" || len(one.Marks) > 0):
			wrong = fault.New(fault.OneOfNeeded, "fields", "choice, marks, invalid").At("invalid")
		case one.Invalid == nil:
			wrong = m.offer.Read(voice.Said{Choice: one.Choice, Marks: one.Marks})
		}
		if wrong != nil {
			faults = append(faults, inBallot(wrong, i))
		}
	}
	return faults
}

func paperSized(answers []PaperAnswerInput) *fault.Fault {
	ballots := make([]BallotInput, len(answers))
	return sized(ballots)
}

// inBallot places a refusal within one of the ballots of an input.
func inBallot(f *fault.Fault, i int) *fault.Fault {
	path := f.Field
	f.Field = nil
	f.At("ballots", i)
	f.Field = append(f.Field, path...)
	return f
}
