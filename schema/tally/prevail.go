package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// voices finds the ballots that count for an entry among the lawful ones, which
// stand sorted by voter, and sets the others aside.
func (f *facts) voices(e *Entry, lawful []int) []int {
	from := len(f.heard)
	for len(lawful) > 0 {
		n := 1
		for n < len(lawful) && f.count.Ballots[lawful[n]].Person == f.count.Ballots[lawful[0]].Person {
			n++
		}
		if i := f.prevailing(lawful[:n]); i != none {
			f.heard = append(f.heard, i)
		}
		lawful = lawful[n:]
	}
	all := f.heard[from:len(f.heard):len(f.heard)]
	if len(all) < 2 || f.ofParty(e) {
		return all
	}
	return f.agreed(all, f.settled[e.ID])
}

// agreed is how voters who share one vote use it: as the one among them who was
// settled upon, or as all of them say. Otherwise their ballots are set aside;
// which of them counts is for them to settle, not for a counter.
func (f *facts) agreed(all []int, settled string) []int {
	who := slices.IndexFunc(all, func(i int) bool { return f.count.Ballots[i].Person == settled })
	switch {
	case who >= 0:
		for i, ballot := range all {
			if i != who {
				f.setAside(ballot, Superseded)
			}
		}
		return all[who : who+1 : who+1]
	case f.unanimous(all):
		return all
	default:
		for _, ballot := range all {
			f.setAside(ballot, Conflicting)
		}
		return nil
	}
}

// prevailing finds the one ballot that counts among those of one voter. What the
// voter cast goes before what an agent did; then one channel goes before the
// other; and on one channel the last ballot counts, or the first one, as the
// rule says. If that leaves ballots that say different things, none does.
func (f *facts) prevailing(ballots []int) int {
	if len(ballots) == 1 {
		return ballots[0]
	}
	left := f.ofChannel(prefer(ballots, func(i int) bool { return f.count.Ballots[i].Agent == "" }))
	best := slices.MinFunc(left, f.earlier)
	if f.rule.Recast == rule.UntilClose {
		best = slices.MaxFunc(left, f.earlier)
	}
	left = prefer(left, func(i int) bool { return f.earlier(i, best) == 0 })
	same := f.unanimous(left)
	for _, i := range ballots {
		switch {
		case !slices.Contains(left, i), same && i != left[0]:
			f.setAside(i, Superseded)
		case !same:
			f.setAside(i, Conflicting)
		}
	}
	if !same {
		return none
	}
	return left[0]
}

func (f *facts) earlier(a, b int) int { return earlier(&f.count.Ballots[a], &f.count.Ballots[b]) }

// ofChannel are the ballots of the channel that prevails. Paper in the hall is
// paper.
func (f *facts) ofChannel(ballots []int) []int {
	switch f.rule.ChannelPrecedence {
	case rule.OnlinePrevails:
		return prefer(ballots, func(i int) bool { return online(f.count.Ballots[i]) })
	case rule.PaperPrevails:
		return prefer(ballots, func(i int) bool { return !online(f.count.Ballots[i]) })
	default:
		first := slices.MinFunc(ballots, f.earlier)
		channel := online(f.count.Ballots[first])
		if slices.ContainsFunc(ballots, func(i int) bool {
			return online(f.count.Ballots[i]) != channel && f.earlier(i, first) == 0
		}) {
			return ballots // neither channel was the first
		}
		return prefer(ballots, func(i int) bool { return online(f.count.Ballots[i]) == channel })
	}
}

func online(b Ballot) bool { return b.Channel == "" || b.Channel == schema.BallotChannelOnline }

// prefer are those for which it is so, or all if it is so for none.
func prefer(ballots []int, is func(int) bool) []int {
	var some []int
	for _, i := range ballots {
		if is(i) {
			some = append(some, i)
		}
	}
	if some == nil {
		return ballots
	}
	return some
}

// unanimous reports whether all ballots say the same.
func (f *facts) unanimous(ballots []int) bool {
	for _, i := range ballots[1:] {
		if !f.same(ballots[0], i) {
			return false
		}
	}
	return true
}

func (f *facts) same(a, b int) bool {
	if f.motion() {
		return f.count.Ballots[a].Choice == f.count.Ballots[b].Choice
	}
	return sameMarks(f.bundles.marks[a], f.bundles.marks[b])
}

// voice is how an entry votes, empty if it does not or is divided.
func (f *facts) voice(e *Entry, voices []int) schema.BallotChoice {
	switch {
	case len(voices) == 0:
		return ""
	case len(voices) == 1:
		return f.said(voices[0])
	case f.byMajority(e):
		return f.majority(voices)
	case !f.unanimous(voices):
		return ""
	default:
		return f.said(voices[0])
	}
}

// said is what a ballot says. One that marks options is for some of them, or
// against all.
func (f *facts) said(i int) schema.BallotChoice {
	if f.motion() {
		return f.count.Ballots[i].Choice
	}
	if f.count.Options[f.bundles.marks[i][0]].None {
		return schema.BallotChoiceAgainst
	}
	return schema.BallotChoiceFor
}

// majority is the choice of more than half, empty if there is none.
func (f *facts) majority(voices []int) schema.BallotChoice {
	times := map[schema.BallotChoice]int{}
	for _, i := range voices {
		choice := f.said(i)
		times[choice]++
		if 2*times[choice] > len(voices) {
			return choice
		}
	}
	return ""
}
