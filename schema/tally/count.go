package tally

import (
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Count is everything that a verdict depends on, beside the rule.
type Count struct {
	rule.Body
	// Written is a vote without a sitting: nobody is present, and who returns
	// a ballot stands for present.
	Written bool `json:"written,omitempty"`
	// Open says that ballots may still come in; margins then speak of them.
	Open bool `json:"open,omitempty"`
	// Noticed says that the item was on the published agenda.
	Noticed bool     `json:"noticed,omitempty"`
	Roll    []Entry  `json:"roll,omitempty"`
	Ballots []Ballot `json:"ballots,omitempty"`
	Consent Consent  `json:"consent,omitzero"`
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

// Ballot is what one person cast for one entry.
type Ballot struct {
	Entry  string              `json:"entry"`
	Person string              `json:"person"`
	Choice schema.BallotChoice `json:"choice"`
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

// check tells what is wrong with what was given. A verdict about numbers that
// contradict each other would be worth nothing.
func (c Count) check(r rule.Rule) fault.Faults {
	faults := c.Suits(r)
	known := map[string]bool{}
	for _, party := range c.Parties {
		known[party.ID] = true
	}
	seen, total := map[string]bool{}, Weights{}
	for i, entry := range c.Roll {
		if seen[entry.ID] {
			faults = append(faults, fault.New(fault.CountRepeated, "id", entry.ID).At("roll", i, "id"))
		}
		seen[entry.ID] = true
		if entry.Party != "" && !known[entry.Party] {
			faults = append(faults, fault.New(fault.CountPartyUnknown, "party", entry.Party).At("roll", i, "party"))
		}
		total = total.plus(entry.Weights)
		if !entry.Weights.sane() || !total.sane() {
			return append(faults, fault.New(fault.CountWeight, "most", rule.MaxWhole).At("roll", i, "weights"))
		}
	}
	faults = append(faults, c.checkSize(r, schema.BaseAllSeats, total.Seats)...)
	faults = append(faults, c.checkSize(r, schema.BaseIncumbents, total.Seats)...)
	faults = append(faults, c.checkSize(r, schema.BaseDue, total.Heads)...)
	if !c.Consent.Deadline.IsZero() && !c.Consent.Deadline.After(c.Consent.NoticedAt) ||
		c.Consent.Deadline.IsZero() != c.Consent.NoticedAt.IsZero() {
		faults = append(faults, fault.New(fault.CountNoticeMissing).At("consent", "deadline"))
	}
	return faults
}

// checkSize refuses a base that is smaller than the roll it should contain.
func (c Count) checkSize(r rule.Rule, base schema.Base, roll int64) fault.Faults {
	size := c.Size(base)
	if size >= roll && size <= rule.MaxWhole || size == 0 || !r.Uses(base) {
		return nil
	}
	return fault.Faults{fault.New(fault.CountBaseTooSmall, "base", base, "given", size, "roll", roll)}
}
