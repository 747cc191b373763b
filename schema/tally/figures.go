package tally

import (
	"sifang/schema"
)

// Figures are a vote told in numbers, such as a report gives them or somebody
// makes them up to see what would follow: how many stood on the roll, how many
// of them voted, and how. Areas are in 0.01 m².
type Figures struct {
	Kind schema.VoteKind `json:"kind,omitempty"`
	Shares
	// Groups are, among all of these, those who belong to a group that the rule
	// names. Groups do not overlap.
	Groups []GroupFigures `json:"groups,omitempty"`

	// Seats, Incumbents and Due are the sizes of a body, as in a [Count].
	Seats      int64 `json:"seats,omitempty"`
	Incumbents int64 `json:"incumbents,omitempty"`
	Due        int64 `json:"due,omitempty"`
	// Parties are the voting parties of a linkage, each with its position.
	Parties []PartyFigures `json:"parties,omitempty"`

	// Options are what a choice is between, or candidates, each with the votes in
	// its favour.
	Options   []OptionFigures `json:"options,omitempty"`
	MostMarks int             `json:"mostMarks,omitempty"`
	Fill      int             `json:"fill,omitempty"`
	StandBy   int             `json:"standBy,omitempty"`
	TieBreak  bool            `json:"tieBreak,omitempty"`

	// Chair is what the chair voted, where the rule gives a casting vote.
	Chair schema.BallotChoice `json:"chair,omitempty"`
	// Fulfilled are the conditions of the rule that are.
	Fulfilled []string `json:"fulfilled,omitempty"`
	Written   bool     `json:"written,omitempty"`
	Noticed   bool     `json:"noticed,omitempty"`
}

// Shares are the parts of a roll. No two of them share a member, but that who
// votes in a sitting is present.
type Shares struct {
	// Roll is everybody; in a measure in which it is zero, the sum of the others.
	Roll Weights `json:"roll,omitzero"`
	// Present are those who came to the sitting and may vote; if zero, those who
	// voted.
	Present Weights `json:"present,omitzero"`
	For     Weights `json:"for,omitzero"`
	Against Weights `json:"against,omitzero"`
	Abstain Weights `json:"abstain,omitzero"`
	// Valid are the valid papers of a choice or an election; if zero where each
	// paper marks one option, the sum of the options.
	Valid   Weights `json:"valid,omitzero"`
	Invalid Weights `json:"invalid,omitzero"`
	// ServedSilent were proved to be served and did not vote, Unserved did not vote
	// either; nor did whoever of the roll is not mentioned.
	ServedSilent Weights `json:"servedSilent,omitzero"`
	Unserved     Weights `json:"unserved,omitzero"`
	// Recused are there and stepped aside; they are not among those present.
	Recused Weights `json:"recused,omitzero"`
}

// GroupFigures are the parts of a group.
type GroupFigures struct {
	Code string `json:"code"`
	Shares
}

// PartyFigures is how a party stood.
type PartyFigures struct {
	Party    string               `json:"party"`
	Groups   []string             `json:"groups,omitempty"`
	Position schema.PartyPosition `json:"position"`
	// Marks are the options that it chose, where there are options.
	Marks []string `json:"marks,omitempty"`
	// Delegate tells apart who spoke for it. One name at two parties is one person.
	Delegate string `json:"delegate,omitempty"`
}

// OptionFigures are the votes in favour of an option.
type OptionFigures struct {
	Option
	For Weights `json:"for,omitzero"`
}
