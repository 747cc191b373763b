package tally

import (
	"time"

	"sifang/schema"
	"sifang/schema/rule"
)

// Count is everything that a verdict depends on, beside the rule.
type Count struct {
	rule.Body
	// Kind is a motion if empty. A choice and an election have Options.
	Kind    schema.VoteKind `json:"kind,omitempty"`
	Options []Option        `json:"options,omitempty"`
	// MostMarks is how many options one paper may mark; zero is one, in an
	// election as many as there are seats.
	MostMarks int `json:"mostMarks,omitempty"`
	// Fill is the number of seats that an election fills, StandBy that of
	// alternates.
	Fill    int `json:"fill,omitempty"`
	StandBy int `json:"standBy,omitempty"`
	// TieBreak is an election among those who were tied, who reached the approval
	// before and are ranked only.
	TieBreak bool `json:"tieBreak,omitempty"`
	// Chair is the person whose ballot decides a tie where the rule says so.
	Chair string `json:"chair,omitempty"`
	// Fulfilled are the codes of the rule's conditions that are.
	Fulfilled []string `json:"fulfilled,omitempty"`
	// Written is a vote without a sitting: nobody is present, and who returns
	// a ballot stands for present.
	Written bool `json:"written,omitempty"`
	// Open says that ballots may still come in; margins then speak of them.
	Open bool `json:"open,omitempty"`
	// Noticed says that the item was on the published agenda.
	Noticed bool     `json:"noticed,omitempty"`
	Roll    []Entry  `json:"roll,omitempty"`
	Ballots []Ballot `json:"ballots,omitempty"`
	// Sheets are hand counts. Votes counted by hand have no ballots.
	Sheets []Sheet `json:"sheets,omitempty"`
	// Settled says for entries whose voters disagreed which of them speaks.
	Settled []Settlement `json:"settled,omitempty"`
	Consent Consent      `json:"consent,omitzero"`
	// Flags were raised before the count, such as a notice that was too short.
	Flags []schema.VerdictFlag `json:"flags,omitempty"`
}

// Entry is a line of the roll: one vote, and the persons who may cast it. A
// party of a linkage has an entry for its delegates, or one for each member.
type Entry struct {
	ID      string   `json:"id"`
	Party   string   `json:"party,omitempty"`
	Groups  []string `json:"groups,omitempty"`
	Voters  []Voter  `json:"voters,omitempty"`
	Weights Weights  `json:"weights,omitzero"`
	// Building is the building or entrance under which the entry is shown.
	Building string `json:"building,omitempty"`
	// Served says it is proved that the ballot, the agenda and the consequence of
	// silence reached the voter (送达).
	Served bool `json:"served,omitempty"`
	// Amended says that the entry was changed after the roll was frozen.
	Amended *Amendment `json:"amended,omitempty"`
}

// Amendment is what an entry was on the roll as it was frozen.
type Amendment struct {
	// Added entries did not stand on it; Removed ones did, and do not count now.
	Added   bool `json:"added,omitempty"`
	Removed bool `json:"removed,omitempty"`
	// Before are the weights of an entry that was corrected.
	Before *Weights `json:"before,omitempty"`
}

// Option is something to choose, or somebody to elect.
type Option struct {
	ID string `json:"id"`
	// None is the option for none of the others.
	None bool `json:"none,omitempty"`
	// Name is how explanations call it; its ID if empty.
	Name string `json:"name,omitempty"`
}

// Sheet is a count by hand.
type Sheet struct {
	ID string `json:"id"`
	// Issued papers were handed out, Returned ones came back. Of those returned
	// some are blank or invalid. A show of hands has neither.
	Issued   int64 `json:"issued,omitempty"`
	Returned int64 `json:"returned,omitempty"`
	Blank    int64 `json:"blank,omitempty"`
	Invalid  int64 `json:"invalid,omitempty"`
	// For, Against and Abstain count a motion, Marks each option.
	For     int64   `json:"for,omitempty"`
	Against int64   `json:"against,omitempty"`
	Abstain int64   `json:"abstain,omitempty"`
	Marks   []Marks `json:"marks,omitempty"`
}

// Marks is how many papers marked an option.
type Marks struct {
	Option string `json:"option"`
	Papers int64  `json:"papers"`
}

// Settlement names the voter who speaks for an entry.
type Settlement struct {
	Entry  string `json:"entry"`
	Person string `json:"person"`
}

// Voter is a person who may cast the vote of an entry.
type Voter struct {
	Person  string  `json:"person"`
	Arrival Arrival `json:"arrival,omitempty"`
	// Recused persons do not vote on this item; a ballot of theirs is set aside.
	Recused bool `json:"recused,omitempty"`
}

// Arrival says when somebody came to the sitting.
type Arrival string

// The arrivals.
const (
	Absent    Arrival = ""
	AtOpening Arrival = "AT_OPENING"
	// Late is after the vote was opened; the rule says whether that is in time.
	Late Arrival = "LATE"
)

// Weights are what an entry weighs in each measure. Areas are in 0.01 m².
type Weights struct {
	Heads      int64 `json:"heads,omitempty"`
	Area       int64 `json:"area,omitempty"`
	Seats      int64 `json:"seats,omitempty"`
	Households int64 `json:"households,omitempty"`
	Weight     int64 `json:"weight,omitempty"`
}

// Of is the weight in one measure. Parties have none: they are counted.
func (w Weights) Of(measure schema.Measure) int64 {
	switch measure {
	case schema.MeasureHeads:
		return w.Heads
	case schema.MeasureArea:
		return w.Area
	case schema.MeasureSeats:
		return w.Seats
	case schema.MeasureHouseholds:
		return w.Households
	case schema.MeasureWeight:
		return w.Weight
	default:
		return 0
	}
}

func (w Weights) plus(other Weights) Weights {
	return Weights{
		Heads: w.Heads + other.Heads, Area: w.Area + other.Area, Seats: w.Seats + other.Seats,
		Households: w.Households + other.Households, Weight: w.Weight + other.Weight,
	}
}

// sane bounds one entry so that no sum over a roll can overflow.
func (w Weights) sane() bool {
	for _, one := range []int64{w.Heads, w.Area, w.Seats, w.Households, w.Weight} {
		if one < 0 || one > rule.MaxWhole {
			return false
		}
	}
	return true
}

// Ballot is what was cast for one entry in the name of one of its voters.
type Ballot struct {
	// ID tells two ballots apart that say the same.
	ID     string              `json:"id,omitempty"`
	Entry  string              `json:"entry"`
	Person string              `json:"person"`
	Choice schema.BallotChoice `json:"choice,omitempty"`
	// Marks are the options chosen, in a choice or an election.
	Marks []string `json:"marks,omitempty"`
	// Agent is who cast it for the person, who did not.
	Agent string `json:"agent,omitempty"`
	// Channel is the way it came in; online if empty. At is when.
	Channel schema.BallotChannel `json:"channel,omitempty"`
	At      time.Time            `json:"at,omitzero"`
	// Invalid is why a paper that was handed in does not count.
	Invalid schema.InvalidReason `json:"invalid,omitempty"`
}

// Consent is how things stand with the parties that were absent: what they
// were told, until when they may answer, what they answered, and the instant
// for which the verdict is asked.
type Consent struct {
	NoticedAt time.Time `json:"noticedAt,omitzero"`
	Deadline  time.Time `json:"deadline,omitzero"`
	Now       time.Time `json:"now,omitzero"`
	Replies   []Reply   `json:"replies,omitempty"`
}

// Reply is the answer of an absent party. Of several the latest counts.
type Reply struct {
	Party   string    `json:"party"`
	Objects bool      `json:"objects,omitempty"`
	At      time.Time `json:"at"`
}
