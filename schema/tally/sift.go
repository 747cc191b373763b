package tally

import (
	"cmp"
	"slices"
	"strings"

	"sifang/schema"
)

// SetAside is a ballot that was cast and does not count.
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
	// NotAChoice: it says nothing that could be counted.
	NotAChoice Reason = "NOT_A_CHOICE"
	// Spoilt: the paper was found invalid when it was handed in.
	Spoilt Reason = "SPOILT"
	// TooManyMarks: more options are marked than the vote allows.
	TooManyMarks Reason = "TOO_MANY_MARKS"
	// Superseded: another ballot of the same voter or entry counts instead.
	Superseded Reason = "SUPERSEDED"
	// Conflicting: one vote was cast in two ways, and nothing says which counts.
	Conflicting Reason = "CONFLICTED"
)

// Values lists every Reason.
func (Reason) Values() []string {
	return []string{
		"NOT_ON_ROLL", "RECUSED", "NOT_PRESENT", "NOT_A_CHOICE", "SPOILT", "TOO_MANY_MARKS",
		"SUPERSEDED", "CONFLICTED",
	}
}

// none ends a chain of ballots.
const none = -1

// bundles are the ballots of each entry, as chains of their places, and those
// that name no entry. marks are the places of the options that each ballot
// marks, none for one that there is not.
type bundles struct {
	first, next []int32
	strays      []int
	marks       [][]int32
}

func (c Count) bundles(at, place map[string]int) bundles {
	b := bundles{first: make([]int32, len(c.Roll)), next: make([]int32, len(c.Ballots))}
	for i := range b.first {
		b.first[i] = none
	}
	for i := range c.Ballots {
		entry, known := at[c.Ballots[i].Entry]
		if !known {
			b.strays = append(b.strays, i)
			continue
		}
		b.next[i], b.first[entry] = b.first[entry], int32(i)
	}
	if c.kind() != schema.VoteKindMotion {
		b.marks = c.marks(place)
	}
	return b
}

// marks are the places of the options that each ballot marks.
func (c Count) marks(place map[string]int) [][]int32 {
	all, sum := make([][]int32, len(c.Ballots)), 0
	for i := range c.Ballots {
		sum += len(c.Ballots[i].Marks)
	}
	found := make([]int32, 0, sum)
	for i := range c.Ballots {
		from := len(found)
		for _, mark := range c.Ballots[i].Marks {
			at, known := place[mark]
			if !known {
				at = none
			}
			found = append(found, int32(at))
		}
		all[i] = found[from:len(found):len(found)]
	}
	return all
}

// sift finds the ballots that count for each entry and sets the others aside.
func (f *facts) sift() {
	for _, i := range f.once(slices.Clone(f.bundles.strays)) {
		f.setAside(i, NotOnRoll)
	}
	var bundle []int
	for i := range f.lines {
		bundle = f.bundle(i, bundle[:0])
		f.lines[i] = f.line(&f.count.Roll[i], bundle)
	}
	slices.SortFunc(f.aside, func(a, b SetAside) int {
		return cmp.Or(strings.Compare(a.Entry, b.Entry), compare(&a.Ballot, &b.Ballot))
	})
}

// bundle adds the ballots of an entry, each once.
func (f *facts) bundle(entry int, to []int) []int {
	for b := f.bundles.first[entry]; b != none; b = f.bundles.next[b] {
		to = append(to, int(b))
	}
	return f.once(to)
}

// once sorts ballots by their voters and drops those handed in twice.
func (f *facts) once(bundle []int) []int {
	if len(bundle) < 2 {
		return bundle
	}
	all := f.count.Ballots
	slices.SortFunc(bundle, func(a, b int) int {
		return cmp.Or(strings.Compare(all[a].Entry, all[b].Entry), compare(&all[a], &all[b]))
	})
	return slices.CompactFunc(bundle, func(a, b int) bool {
		return all[a].Entry == all[b].Entry && compare(&all[a], &all[b]) == 0
	})
}

// compare orders the ballots of an entry by everything that they say.
func compare(a, b *Ballot) int {
	if by := strings.Compare(a.Person, b.Person); by != 0 {
		return by
	}
	return cmp.Or(
		earlier(a, b), strings.Compare(a.Agent, b.Agent), cmp.Compare(a.Channel, b.Channel),
		cmp.Compare(a.Choice, b.Choice), slices.Compare(a.Marks, b.Marks), cmp.Compare(a.Invalid, b.Invalid),
	)
}

// earlier orders ballots by their instant, and those of one instant by their
// identifiers.
func earlier(a, b *Ballot) int {
	return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID))
}

func (f *facts) setAside(ballot int, why Reason) {
	one := f.count.Ballots[ballot]
	one.At = one.At.UTC()
	f.aside = append(f.aside, SetAside{one, why})
}

// line finds what became of an entry, given what was handed in for it.
func (f *facts) line(e *Entry, bundle []int) line {
	l := line{fate: f.before(e)}
	f.amended = f.amended || e.Amended != nil
	spoilt := false
	lawful := bundle[:0]
	for _, i := range bundle {
		switch why := f.objection(e, i); why {
		case "":
			lawful = append(lawful, i)
			l.paper = true
		case Spoilt, TooManyMarks:
			f.setAside(i, why)
			l.paper, spoilt = true, true
		case NotAChoice:
			f.setAside(i, why)
			l.paper = true
		default:
			f.setAside(i, why)
		}
	}
	l.invalid = spoilt && len(lawful) == 0
	l.voices = f.voices(e, lawful)
	l.cast = len(l.voices) > 0
	l.choice = f.voice(e, l.voices)
	if f.count.Written { // who returns a ballot stands for present
		l.here = l.cast
	}
	return l
}

// before is what is known about an entry without its ballots.
func (f *facts) before(e *Entry) fate {
	one := fate{recused: len(e.Voters) > 0, gone: e.Amended != nil && e.Amended.Removed}
	for _, voter := range e.Voters {
		there := !f.count.Written && f.arrived(voter)
		one.recused = one.recused && voter.Recused
		one.here = one.here || there && !voter.Recused
		one.aside = one.aside || there && voter.Recused
	}
	one.served = e.Served && len(e.Voters) > 0 && !one.recused && !f.ofParty(e)
	return one
}

// objection is why a ballot cannot count whatever else was cast.
func (f *facts) objection(e *Entry, i int) Reason {
	ballot := &f.count.Ballots[i]
	if e.Amended != nil && e.Amended.Removed {
		return NotOnRoll
	}
	who := slices.IndexFunc(e.Voters, func(v Voter) bool { return v.Person == ballot.Person })
	switch {
	case who < 0:
		return NotOnRoll
	case e.Voters[who].Recused:
		return WasRecused
	case !f.admitted(e.Voters[who]):
		return NotPresent
	case ballot.Invalid != "":
		return Spoilt
	case f.motion() && !isChoice(ballot.Choice), !f.motion() && !f.areChoices(f.bundles.marks[i]):
		return NotAChoice
	case !f.motion() && len(ballot.Marks) > f.mostMarks():
		return TooManyMarks
	default:
		return ""
	}
}

func isChoice(c schema.BallotChoice) bool {
	return c == schema.BallotChoiceFor || c == schema.BallotChoiceAgainst || c == schema.BallotChoiceAbstain
}
