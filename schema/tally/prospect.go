package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// prospect is what a vote may still become.
type prospect struct {
	*facts
	// recusedCome: those who had to step aside and were absent come as well.
	recusedCome bool
	// spared abstains, whatever the others do.
	spared *Entry
	// fallOut: whoever did not vote hands in what counts as nothing.
	fallOut bool
}

// blank and joker are options that only exist in prospects: papers for nothing,
// and papers that count for each option in turn.
const (
	blank = "\x00blank"
	joker = "\x00joker"
)

// all is the vote after everybody who may still vote marked one and the same
// option. It reports whether there is anybody.
func (p prospect) all(option string) (*facts, bool) {
	return p.with(option).later(Ballot{Marks: []string{option}})
}

// with adds an option.
func (p prospect) with(option string) prospect {
	f := *p.facts
	f.count.Options = append(slices.Clip(f.count.Options), Option{ID: option, None: option == blank})
	p.facts = &f
	return p
}

// outcome is what the vote comes to if everybody who may still vote casts the
// same.
func (p prospect) outcome(vote Ballot) schema.VerdictOutcome {
	later, _ := p.later(vote)
	return later.judge(later.asRuled()).outcome
}

// later is the vote after everybody who may still vote, or vote anew, cast the
// same. What was set aside may be settled, and never comes back by itself.
func (p prospect) later(vote Ballot) (*facts, bool) {
	c := p.count
	c.Fulfilled = codes(p.rule.Conditions)
	if !c.Written && p.rule.LateArrivalsVote {
		c.Roll = p.lateRoll()
	}
	if len(c.Sheets) > 0 {
		rest := c.mayCast(p.rule)
		for _, sheet := range c.Sheets {
			rest -= sheet.papers()
		}
		c.Sheets = append(slices.Clip(c.Sheets), vote.asSheet(rest))
		return gather(p.rule, c, p.at), rest > 0
	}
	c.Ballots = make([]Ballot, 0, len(p.count.Roll))
	moved := false
	for i := range c.Roll {
		one := vote
		if &p.count.Roll[i] == p.spared {
			one.Choice = schema.BallotChoiceAbstain
		}
		ballots, more := p.castLater(c.Ballots, i, &c.Roll[i], one)
		c.Ballots, moved = ballots, moved || more
	}
	return gather(p.rule, c, p.at), moved
}

// castLater adds the ballots of an entry as they will be. An entry that voted is
// done, unless everybody who voted for it may vote anew; members of a party
// vote each for themselves.
func (p prospect) castLater(to []Ballot, i int, e *Entry, vote Ballot) ([]Ballot, bool) {
	l := &p.lines[i]
	if l.gone {
		return to, false
	}
	ballots := p.count.Ballots
	stays := func(k int) bool { return !p.mayChange(&ballots[k]) }
	done := l.cast && !p.byMajority(e)
	fixed := done && slices.ContainsFunc(l.voices, stays)
	moved, from := false, len(to)
	vote.Entry = e.ID
	for _, v := range e.Voters {
		k := slices.IndexFunc(l.voices, func(k int) bool { return ballots[k].Person == v.Person })
		switch {
		case k >= 0 && (fixed || stays(l.voices[k]) || p.fallOut): // nothing that counts as nothing goes before it
			to = append(to, ballots[l.voices[k]])
		case k >= 0, !done && !v.Recused && p.admitted(v):
			vote.Person, moved = v.Person, true
			to = append(to, vote)
		}
	}
	if n := len(to) - from; p.fallOut && len(l.voices) == 0 && n > 0 {
		p.spoil(to[from:])
	}
	return to, moved
}

// spoil makes ballots of one entry count as nothing: two who share a vote use it
// in two ways, and one alone hands in a blank paper.
func (p prospect) spoil(ballots []Ballot) {
	if len(ballots) == 1 {
		ballots[0].Invalid = schema.InvalidReasonBlank
		return
	}
	ballots[0].Choice = schema.BallotChoiceFor
	if !p.motion() {
		ballots[0].Marks = []string{p.count.Options[0].ID}
	}
}

// mayChange reports whether the voter may still cast a ballot that goes before
// this one.
func (f *facts) mayChange(b *Ballot) bool {
	return f.rule.Recast == rule.UntilClose || b.Agent != "" ||
		f.rule.ChannelPrecedence == rule.OnlinePrevails && !online(*b) ||
		f.rule.ChannelPrecedence == rule.PaperPrevails && online(*b)
}

// lateRoll lets everybody come who was absent.
func (p prospect) lateRoll() []Entry {
	roll := slices.Clone(p.count.Roll)
	for i := range roll {
		voters := slices.Clone(roll[i].Voters)
		for k, v := range voters {
			if v.Arrival == Absent && (p.recusedCome || !v.Recused) {
				voters[k].Arrival = Late
			}
		}
		roll[i].Voters = voters
	}
	return roll
}

func (b Ballot) asSheet(papers int64) Sheet {
	s := Sheet{Issued: papers, Returned: papers}
	switch {
	case len(b.Marks) > 0:
		s.Marks = []Marks{{Option: b.Marks[0], Papers: papers}}
	case b.Choice == schema.BallotChoiceFor:
		s.For = papers
	default:
		s.Against = papers
	}
	return s
}
