package voice

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"sifang/schema"
	"sifang/schema/ident"
)

// Ballot is a ballot that came in for one place on the roll, in one vote.
type Ballot struct {
	ID ident.ID
	// Voter is in whose name it was cast. Agent is who cast it for them; zero if
	// they did themselves.
	Voter, Agent ident.ID
	Channel      schema.BallotChannel
	// At is when it was cast; of a paper, when it was handed in.
	At   time.Time
	Said Said
	// Heir is set if the voter came to the place by a transfer of title after the
	// roll was frozen.
	Heir bool
	// Resold is set if an heir has passed the place on since: whoever has it now
	// finds its vote used.
	Resold bool
	// Stray is set if the voter may not vote for the place any more, since the
	// roll was amended. Such a ballot speaks for nobody.
	Stray bool
	// Invalid is set on a paper that does not count, for a reason of its own. It
	// never takes the place of another ballot.
	Invalid bool
}

// Said is what a ballot says: a choice on a motion, or the options marked.
type Said struct {
	Choice schema.BallotChoice `json:"choice,omitempty"`
	Marks  []ident.ID          `json:"marks,omitempty"`
}

// Same reports whether two ballots say the same. Marks have no order.
func (s Said) Same(other Said) bool {
	if s.Choice != other.Choice || len(s.Marks) != len(other.Marks) {
		return false
	}
	return !slices.ContainsFunc(s.Marks, func(mark ident.ID) bool { return !slices.Contains(other.Marks, mark) })
}

// speaks reports whether the ballot may be the one that counts.
func (b Ballot) speaks() bool { return !b.Invalid && !b.Stray }

// own reports whether the voter cast it.
func (b Ballot) own() bool { return b.Agent.IsZero() }

// online reports whether it came from the voter's own device. Whatever is said
// in the hall goes with the papers.
func (b Ballot) online() bool { return b.Channel == schema.BallotChannelOnline }

// earlier orders ballots by their instant, and those of one instant by their
// identifiers.
func earlier(a, b Ballot) int { return cmp.Or(a.At.Compare(b.At), bytes.Compare(a.ID[:], b.ID[:])) }
