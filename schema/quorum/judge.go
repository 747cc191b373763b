package quorum

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Whole is who might have come.
type Whole struct {
	rule.Body
	// OnRoll is how many are on the roll, Groups how many of them are in each
	// group that a rule counts apart.
	OnRoll int64            `json:"onRoll,omitempty"`
	Groups map[string]int64 `json:"groups,omitempty"`
}

// Verdict is whether enough are there. It is stored as JSON and read back
// unchanged.
type Verdict struct {
	Met         bool          `json:"met"`
	Persons     int64         `json:"persons"`
	Observers   int64         `json:"observers"`
	Remote      int64         `json:"remote"`
	Parties     []PartyCount  `json:"parties,omitempty"`
	Finding     rule.Finding  `json:"finding"`
	Explanation rule.Sentence `json:"explanation"`
}

// PartyCount is how many are there for a party, in the order of the linkage.
type PartyCount struct {
	Party   string `json:"party"`
	Persons int64  `json:"persons"`
}

// Judge holds a presence against the quorum of a rule. It refuses, with
// Faults, what attendance cannot tell: QUORUM_NOT_BY_PRESENCE for a quorum of
// votes cast or of area, COUNT_BASE_MISSING for a base that was not given,
// COUNT_REPEATED for a party listed twice.
func Judge(r rule.Rule, p Presence, w Whole) (Verdict, error) {
	if err := check(r, w).Err(); err != nil {
		return Verdict{}, err
	}
	found := r.JudgeQuorum(numbers{p, w}, p.Persons())
	v := Verdict{
		Met: found.Met, Persons: p.Persons(), Observers: p.Observers(), Remote: p.Remote(),
		Finding: found, Explanation: found.Sentence(),
	}
	for _, party := range w.Parties {
		v.Parties = append(v.Parties, PartyCount{party.ID, p.For(party.ID)})
	}
	return v, nil
}

// byPresence are the measures in which one person present is one.
var byPresence = []schema.Measure{schema.MeasureHeads, schema.MeasureSeats, schema.MeasureParties}

func check(r rule.Rule, w Whole) fault.Faults {
	r = rule.Rule{Quorum: r.Quorum} // an approval is not judged here
	if r.Quorum == nil {
		return nil
	}
	faults := w.Suits(r)
	for _, leaf := range r.Quorum.Leaves() {
		if leaf.Count() != rule.Present || !slices.Contains(byPresence, leaf.Measure()) {
			faults = append(faults, fault.New(fault.QuorumNotByPresent,
				"count", string(leaf.Count()), "measure", leaf.Measure()))
		}
		if leaf.Base() == schema.BaseOnRoll && w.onRoll(leaf.Share.Among) <= 0 {
			faults = append(faults, fault.New(fault.CountBaseMissing, "base", schema.BaseOnRoll))
		}
	}
	return faults
}

func (w Whole) onRoll(group *rule.Group) int64 {
	if group == nil {
		return w.OnRoll
	}
	return w.Groups[group.Code]
}

// numbers answer what a quorum asks about a room.
type numbers struct {
	Presence
	whole Whole
}

// Got is how many persons, seats or parties are there.
func (n numbers) Got(_ rule.Counted, measure schema.Measure, group string) int64 {
	if measure != schema.MeasureParties {
		return n.voters(group)
	}
	return n.parties(group, func(party rule.Party) bool { return n.For(party.ID) > 0 })
}

// Whole is the base, which does not change with who comes.
func (n numbers) Whole(base schema.Base, measure schema.Measure, group string) (int64, bool) {
	switch {
	case measure == schema.MeasureParties:
		return n.parties(group, func(rule.Party) bool { return true }), false
	case base != schema.BaseOnRoll:
		return n.whole.Size(base), false
	case group == "":
		return n.whole.OnRoll, false
	default:
		return n.whole.Groups[group], false
	}
}

func (n numbers) parties(group string, is func(rule.Party) bool) int64 {
	var sum int64
	for _, party := range n.whole.Parties {
		if (group == "" || slices.Contains(party.Groups, group)) && is(party) {
			sum++
		}
	}
	return sum
}
