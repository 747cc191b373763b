package rule

import "sifang/schema"

// Clause is one node of a condition: exactly one of its fields is set.
type Clause struct {
	// All is met if every part is.
	All []Clause `json:"all,omitempty"`
	// Any is met if at least one part is.
	Any []Clause `json:"any,omitempty"`
	// KOf is met if at least K of its parts are.
	KOf *KOf `json:"kOf,omitempty"`
	// Share asks for a part of a base: more than half of all seats.
	Share *Share `json:"share,omitempty"`
	// Number asks for a plain number: at least three parties.
	Number *Number `json:"number,omitempty"`
	// Limit asks that no more than a part of a base is against.
	Limit *Limit `json:"limit,omitempty"`
}

// KOf asks for some of several clauses.
type KOf struct {
	K  int      `json:"k" rule:"required"`
	Of []Clause `json:"of" rule:"required"`
}

// Share asks that what is counted is a fraction of a base.
type Share struct {
	Count    Counted        `json:"count" rule:"required"`
	Measure  schema.Measure `json:"measure" rule:"required"`
	Base     schema.Base    `json:"base" rule:"required"`
	Compare  Comparison     `json:"compare" rule:"required"`
	Fraction Fraction       `json:"fraction" rule:"required"`
	Among    *Group         `json:"among,omitempty"`
}

// Number asks that what is counted is at least so much, whatever the base.
// Areas are in 0.01 m².
type Number struct {
	Count   Counted        `json:"count" rule:"required"`
	Measure schema.Measure `json:"measure" rule:"required"`
	Least   int64          `json:"least" rule:"required"`
	Among   *Group         `json:"among,omitempty"`
}

// Limit asks that what is counted is at most a fraction of a base, which is how
// an objection vote (异议表决) is judged. The fraction nothing makes it a veto: one
// voice against is too many.
type Limit struct {
	Count    Counted        `json:"count" rule:"required"`
	Measure  schema.Measure `json:"measure" rule:"required"`
	Base     schema.Base    `json:"base" rule:"required"`
	Fraction Fraction       `json:"fraction" rule:"required"`
	Among    *Group         `json:"among,omitempty"`
}

// Group restricts a leaf to those entries of the roll, or those parties, that
// carry its code, such as the owner members of an interim committee.
type Group struct {
	Code  string `json:"code" rule:"required"`
	Title Text   `json:"title" rule:"required"`
}

// GroupOwner is the code of those members of a body who sit there for the owners,
// as in an interim committee beside those whom others sent.
const GroupOwner = "OWNER"

// Counted says what a leaf counts.
type Counted string

// What a leaf counts. A quorum counts who is there or who takes part, an
// approval counts who is in favour.
const (
	// For counts what was cast in favour.
	For Counted = "FOR"
	// Present counts who was present when the vote was opened.
	Present Counted = "PRESENT"
	// Participating counts who cast a valid ballot (参与表决), in favour,
	// against or abstaining.
	Participating Counted = "PARTICIPATING"
	// Against counts what was cast against; only a limit does.
	Against Counted = "AGAINST"
)

// Values lists every Counted.
func (Counted) Values() []string { return []string{"FOR", "PRESENT", "PARTICIPATING", "AGAINST"} }

// Leaves lists the shares, numbers and limits of the clause, from left to
// right.
func (c Clause) Leaves() []Clause {
	if c.Share != nil || c.Number != nil || c.Limit != nil {
		return []Clause{c}
	}
	var leaves []Clause
	for _, part := range c.parts() {
		leaves = append(leaves, part.Leaves()...)
	}
	return leaves
}

// Measure is what a leaf measures in; a combination has none.
func (c Clause) Measure() schema.Measure {
	switch {
	case c.Share != nil:
		return c.Share.Measure
	case c.Number != nil:
		return c.Number.Measure
	case c.Limit != nil:
		return c.Limit.Measure
	default:
		return ""
	}
}

// Count is what a leaf counts; a combination counts nothing.
func (c Clause) Count() Counted {
	switch {
	case c.Share != nil:
		return c.Share.Count
	case c.Number != nil:
		return c.Number.Count
	case c.Limit != nil:
		return c.Limit.Count
	default:
		return ""
	}
}

// Base is what a share or a limit measures against; a number has none.
func (c Clause) Base() schema.Base {
	switch {
	case c.Share != nil:
		return c.Share.Base
	case c.Limit != nil:
		return c.Limit.Base
	default:
		return ""
	}
}

// Among is the group that a leaf is restricted to, or nil.
func (c Clause) Among() *Group {
	switch {
	case c.Share != nil:
		return c.Share.Among
	case c.Number != nil:
		return c.Number.Among
	case c.Limit != nil:
		return c.Limit.Among
	default:
		return nil
	}
}

func (c Clause) parts() []Clause {
	switch {
	case c.KOf != nil:
		return c.KOf.Of
	case c.Any != nil:
		return c.Any
	default:
		return c.All
	}
}
