package tally

import (
	"cmp"
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// SetAside is a ballot that was cast and does not count. It takes part in
// nothing, not even in the quorum.
type SetAside struct {
	Ballot
	Reason Reason `json:"reason"`
}

// Reason says why a ballot does not count.
type Reason string

// The reasons.
const (
	// NotOnRoll: no such entry, or the person may not vote for it, as an
	// alternate who has not been seated.
	NotOnRoll Reason = "NOT_ON_ROLL"
	// WasRecused: the person had to step aside on this item.
	WasRecused Reason = "RECUSED"
	// NotPresent: the person was absent, or came too late under the rule.
	NotPresent Reason = "NOT_PRESENT"
	// NotAChoice: neither for, nor against, nor abstaining.
	NotAChoice Reason = "NOT_A_CHOICE"
	// Conflicting: one vote was cast in two ways, and nothing says which counts.
	Conflicting Reason = "CONFLICTED"
)

// Values lists every Reason.
func (Reason) Values() []string {
	return []string{"NOT_ON_ROLL", "RECUSED", "NOT_PRESENT", "NOT_A_CHOICE", "CONFLICTED"}
}

// line is an entry of the roll with what became of it.
type line struct {
	Entry
	// choices are the valid ballots of its voters, one each.
	choices []schema.BallotChoice
	// choice is how the entry votes; empty if it does not, or is divided.
	choice schema.BallotChoice
	cast   bool
	// here: somebody who may vote is there. recused: everybody had to step
	// aside; aside: some of those are there all the same.
	here, recused, aside bool
	// there are the persons who count as present.
	there []string
}

// facts are a count, sifted.
type facts struct {
	rule    rule.Rule
	count   Count
	lines   []line
	parties []side
	aside   []SetAside
}

func gather(r rule.Rule, c Count) facts {
	f := facts{rule: r, count: c}
	cast := f.sift()
	for _, entry := range c.Roll {
		f.lines = append(f.lines, f.line(entry, cast))
	}
	slices.SortFunc(f.aside, func(a, b SetAside) int {
		return cmp.Or(cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Person, b.Person), cmp.Compare(a.Choice, b.Choice))
	})
	for _, party := range c.Parties {
		f.parties = append(f.parties, f.stand(party))
	}
	return f
}

type seatOf struct{ entry, person string }

// sift keeps the ballots that count, one for each voter, and sets the others
// aside. A ballot handed in twice counts once.
func (f *facts) sift() map[seatOf]schema.BallotChoice {
	voters := map[seatOf]Voter{}
	for _, entry := range f.count.Roll {
		for _, voter := range entry.Voters {
			voters[seatOf{entry.ID, voter.Person}] = voter
		}
	}
	cast := map[seatOf]schema.BallotChoice{}
	given := map[Ballot]bool{}
	conflict := map[seatOf]bool{}
	for _, ballot := range f.count.Ballots {
		if given[ballot] {
			continue
		}
		given[ballot] = true
		at := seatOf{ballot.Entry, ballot.Person}
		voter, known := voters[at]
		switch {
		case !known:
			f.setAside(ballot, NotOnRoll)
		case voter.Recused:
			f.setAside(ballot, WasRecused)
		case !f.admitted(voter):
			f.setAside(ballot, NotPresent)
		case !slices.Contains(ballot.Choice.Values(), string(ballot.Choice)):
			f.setAside(ballot, NotAChoice)
		case cast[at] != "" && cast[at] != ballot.Choice:
			conflict[at] = true
		default:
			cast[at] = ballot.Choice
		}
	}
	for ballot := range given {
		if at := (seatOf{ballot.Entry, ballot.Person}); conflict[at] && slices.Contains(ballot.Choice.Values(), string(ballot.Choice)) {
			f.setAside(ballot, Conflicting)
			delete(cast, at)
		}
	}
	return cast
}

func (f *facts) setAside(ballot Ballot, why Reason) {
	f.aside = append(f.aside, SetAside{ballot, why})
}

// admitted reports whether the voter, if not recused, may vote now.
func (f *facts) admitted(v Voter) bool {
	return f.count.Written || f.arrived(v)
}

func (f *facts) arrived(v Voter) bool {
	return v.Arrival == AtOpening || v.Arrival == Late && f.rule.LateArrivalsVote
}

// byMajority reports whether the persons of an entry are members of a party
// who vote each for themselves, instead of holders of one vote.
func (f *facts) byMajority(e Entry) bool {
	return e.Party != "" && f.rule.Parties != nil && f.rule.Parties.Position == rule.MembersMajority
}

func (f *facts) line(entry Entry, cast map[seatOf]schema.BallotChoice) line {
	l := line{Entry: entry, recused: len(entry.Voters) > 0}
	for _, voter := range entry.Voters {
		choice := cast[seatOf{entry.ID, voter.Person}]
		if choice != "" {
			l.choices = append(l.choices, choice)
		}
		arrived := f.arrived(voter)
		if f.count.Written {
			arrived = choice != ""
		}
		if arrived && (!voter.Recused || f.rule.Recused.CountAsPresent) {
			l.there = append(l.there, voter.Person)
		}
		l.recused = l.recused && voter.Recused
		l.here = l.here || arrived && !voter.Recused
		l.aside = l.aside || arrived && voter.Recused
	}
	l.choice = agreement(l.choices)
	switch {
	case f.byMajority(entry):
		l.choice = majority(l.choices)
	case l.choice == "" && (entry.Party == "" || f.rule.Parties == nil):
		f.disagree(entry, cast)
		l.choices = nil
		if f.count.Written { // what is set aside is not even presence
			l.here, l.there = false, nil
		}
	}
	l.cast = len(l.choices) > 0
	return l
}

// disagree sets aside the ballots of co-owners who cast their one vote in two
// ways. Which of them counts is for them to settle, not for a counter.
func (f *facts) disagree(entry Entry, cast map[seatOf]schema.BallotChoice) {
	for _, voter := range entry.Voters {
		if choice := cast[seatOf{entry.ID, voter.Person}]; choice != "" {
			f.setAside(Ballot{entry.ID, voter.Person, choice}, Conflicting)
		}
	}
}

// agreement is what all choices have in common, empty if they differ or there
// are none.
func agreement(choices []schema.BallotChoice) schema.BallotChoice {
	if len(choices) == 0 {
		return ""
	}
	for _, choice := range choices {
		if choice != choices[0] {
			return ""
		}
	}
	return choices[0]
}

// majority is the choice of more than half, empty if there is none.
func majority(choices []schema.BallotChoice) schema.BallotChoice {
	times := map[schema.BallotChoice]int{}
	for _, choice := range choices {
		times[choice]++
		if 2*times[choice] > len(choices) {
			return choice
		}
	}
	return ""
}
