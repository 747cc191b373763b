package tally

import (
	"sifang/schema"
	"sifang/schema/rule"
)

// facts are a count, sifted. How papers are read afterwards changes nothing
// here, so that every reading of a vote shares them.
type facts struct {
	rule  rule.Rule
	count Count
	// at is where each entry stands on the roll, place that of each option; settled
	// is who speaks for an entry.
	at      map[string]int
	place   map[string]int
	settled map[string]string
	bundles bundles
	// lines stand in the order of the roll, and those who left it among them; heard
	// are the ballots behind all of them.
	lines []line
	heard []int
	// amended: some entry was changed after the roll was frozen.
	amended bool
	ledger  []account
	// chosen is what each option came to.
	chosen  []Sum
	parties []side
	aside   []SetAside
}

// line is an entry of the roll with what became of it.
type line struct {
	fate
	// voices are the places of the ballots that count: one, or one for each
	// co-owner, delegate or member who cast one.
	voices []int
}

// fate is all that sums ask about an entry.
type fate struct {
	// choice is how it votes; empty if it does not, or is divided.
	choice schema.BallotChoice
	// cast: a valid ballot counts for it. paper: something was handed in. invalid:
	// nothing but spoilt papers was.
	cast, paper, invalid bool
	// here: somebody who may vote is there. recused: everybody had to step
	// aside; aside: some of those are there all the same.
	here, recused, aside bool
	// served: the silence of the entry may mean something.
	served bool
	// byHand are no entries: they were counted, and nobody knows whose they are.
	byHand bool
	// gone entries no longer stand on the roll.
	gone bool
}

// silent entries handed in nothing, though somebody could have.
func (f fate) silent() bool { return !f.paper && !f.recused && !f.byHand }

// gather sifts a count, given where each entry stands on its roll.
func gather(r rule.Rule, c Count, at map[string]int) *facts {
	f := &facts{
		rule: r, count: c, at: at, place: places(c.Options), settled: map[string]string{},
		lines: make([]line, len(c.Roll)), heard: make([]int, 0, len(c.Ballots)),
	}
	for _, s := range c.Settled {
		f.settled[s.Entry] = s.Person
	}
	f.bundles = c.bundles(at, f.place)
	f.sift()
	f.sum()
	return f
}

// sum books what became of all entries.
func (f *facts) sum() {
	f.chosen = make([]Sum, len(f.count.Options))
	for i := range f.lines {
		f.enter(i)
	}
	for _, sheet := range f.count.Sheets {
		f.enterSheet(sheet)
	}
	for _, party := range f.count.Parties {
		f.parties = append(f.parties, f.stand(party, overall))
	}
}

// motion reports whether the vote is on a motion, and not between options.
func (f *facts) motion() bool { return f.count.kind() == schema.VoteKindMotion }

func (c Count) kind() schema.VoteKind {
	if c.Kind == "" {
		return schema.VoteKindMotion
	}
	return c.Kind
}

// ofParty reports whether those who vote under an entry speak for a party, each
// with a voice, instead of sharing one vote.
func (f *facts) ofParty(e *Entry) bool { return e.Party != "" && f.rule.Parties != nil }

// byMajority reports whether they are members of the party who vote each for
// themselves.
func (f *facts) byMajority(e *Entry) bool {
	return f.ofParty(e) && f.rule.Parties.Position == rule.MembersMajority
}

// admitted reports whether the voter, if not recused, may vote now.
func (f *facts) admitted(v Voter) bool { return f.count.Written || f.arrived(v) }

func (f *facts) arrived(v Voter) bool {
	return v.Arrival == AtOpening || v.Arrival == Late && f.rule.LateArrivalsVote
}
