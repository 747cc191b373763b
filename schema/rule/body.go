package rule

import (
	"sifang/schema"
	"sifang/schema/fault"
)

// Body is the size of who decides, as far as no roll tells it.
type Body struct {
	// Seats are all seats of a committee, filled or not.
	Seats int64 `json:"seats,omitempty"`
	// Incumbents are the seats that are filled.
	Incumbents int64 `json:"incumbents,omitempty"`
	// Due are the members who should attend (应到会).
	Due int64 `json:"due,omitempty"`
	// Parties are the voting parties of a linkage in their order.
	Parties []Party `json:"parties,omitempty"`
}

// Party is a voting party of a linkage.
type Party struct {
	ID     string   `json:"id"`
	Groups []string `json:"groups,omitempty"`
}

// Size is the number behind a base, zero for a base that a roll or the ballots
// make up.
func (b Body) Size(base schema.Base) int64 {
	switch base {
	case schema.BaseAllSeats:
		return b.Seats
	case schema.BaseIncumbents:
		return b.Incumbents
	case schema.BaseDue:
		return b.Due
	default:
		return 0
	}
}

// Suits tells whether everything is known that the rule measures against. It
// refuses with COUNT_BASE_MISSING, since a base of nothing would let one voice
// carry anything, and with COUNT_REPEATED for a party listed twice.
func (b Body) Suits(r Rule) fault.Faults {
	var faults fault.Faults
	missing := map[schema.Base]bool{}
	for _, leaf := range r.Leaves() {
		if leaf.Measure() == schema.MeasureParties {
			continue
		}
		switch base := leaf.Base(); base {
		case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
			if b.Size(base) <= 0 && !missing[base] {
				missing[base] = true
				faults = append(faults, fault.New(fault.CountBaseMissing, "base", base))
			}
		}
	}
	if r.CountsParties() && len(b.Parties) == 0 {
		faults = append(faults, fault.New(fault.CountBaseMissing, "base", schema.MeasureParties).At("parties"))
	}
	seen := map[string]bool{}
	for i, party := range b.Parties {
		if seen[party.ID] {
			faults = append(faults, fault.New(fault.CountRepeated, "id", party.ID).At("parties", i, "id"))
		}
		seen[party.ID] = true
	}
	return faults
}
