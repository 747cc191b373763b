package recount

import (
	"cmp"
	"slices"
	"strings"

	"sifang/schema"
)

// Why a ballot does not count. A ballot without a reason counts.
const (
	notOnRoll   = "NOT_ON_ROLL"
	wasRecused  = "RECUSED"
	notPresent  = "NOT_PRESENT"
	notAChoice  = "NOT_A_CHOICE"
	tooMany     = "TOO_MANY_MARKS"
	spoilt      = "SPOILT"
	superseded  = "SUPERSEDED"
	conflicting = "CONFLICTED"
	// repeated is the same ballot once more, which is not even reported.
	repeated = "REPEATED"
)

// sifted is a poll after each ballot was found to count or not. Nothing here
// depends on how the papers are read afterwards.
type sifted struct {
	rule rule
	poll poll
	// reasons belong to the ballots; those that count have none.
	reasons []string
	// places are the entries of the ballots, -1 where there is none.
	places []int
	// counted are the ballots that count, in the order of the roll.
	counted []paper
	// papers are the entries from which anything came in, lawful those from which
	// a valid ballot came, though it may be set aside, and spoilt those from which
	// an invalid paper came and no valid one.
	papers, lawful, spoilt set
	// hands is what was counted by hand.
	hands hands
}

// paper is a ballot that counts, by the places of its entry and its own.
type paper struct{ entry, ballot int }

// sift joins roll and ballots after sorting both by entry.
func sift(u rule, p poll) *sifted {
	s := &sifted{
		rule: u, poll: p, reasons: make([]string, len(p.ballots)), places: make([]int, len(p.ballots)),
		papers: newSet(len(p.roll)), lawful: newSet(len(p.roll)), spoilt: newSet(len(p.roll)),
	}
	most := p.most(u)
	for i := range p.ballots {
		p.ballots[i].marks = p.places(p.ballots[i].words)
	}
	roll := p.order
	ballots := sorted(len(p.ballots), func(i int) string { return p.ballots[i].entry })
	for len(ballots) > 0 {
		n := ballots.alike()
		name := ballots[0].name
		for len(roll) > 0 && roll[0].name < name {
			roll = roll[1:]
		}
		if of := s.once(ballots[:n]); len(roll) > 0 && roll[0].name == name {
			s.entry(roll[0].at, of, most)
		} else {
			s.strange(of)
		}
		ballots = ballots[n:]
	}
	s.spoilt = s.spoilt.minus(s.lawful)
	slices.SortFunc(s.counted, func(a, b paper) int { return cmp.Or(a.entry-b.entry, a.ballot-b.ballot) })
	return s
}

// strange sets ballots aside that are for no entry.
func (s *sifted) strange(ballots []int) {
	for _, b := range ballots {
		s.reasons[b], s.places[b] = notOnRoll, -1
	}
}

// once sorts the ballots of an entry by person and everything else that is
// written on them, and keeps one of those that are equal.
func (s *sifted) once(ballots order) []int {
	all := s.poll.ballots
	slices.SortFunc(ballots, func(a, b named) int { return all[a.at].compare(&all[b.at]) })
	kept := make([]int, 0, len(ballots))
	for _, b := range ballots {
		if n := len(kept); n > 0 && all[b.at].compare(&all[kept[n-1]]) == 0 {
			s.reasons[b.at] = repeated
			continue
		}
		kept = append(kept, b.at)
	}
	return kept
}

// compare orders the ballots of an entry by everything that is written on them.
func (b *ballot) compare(c *ballot) int {
	if by := strings.Compare(b.person, c.person); by != 0 {
		return by
	}
	return cmp.Or(
		b.at.Compare(c.at), strings.Compare(b.id, c.id), strings.Compare(b.agent, c.agent),
		strings.Compare(b.channel, c.channel), strings.Compare(b.choice, c.choice),
		slices.Compare(b.words, c.words), strings.Compare(b.invalid, c.invalid),
	)
}

// entry decides about the ballots of one entry, sorted by person.
func (s *sifted) entry(at int, ballots []int, most int) {
	e := &s.poll.roll[at]
	var left []int
	for len(ballots) > 0 {
		n := 1
		for n < len(ballots) && s.poll.ballots[ballots[n]].person == s.poll.ballots[ballots[0]].person {
			n++
		}
		if b, ok := s.person(at, ballots[:n], most); ok {
			left = append(left, b)
		}
		ballots = ballots[n:]
	}
	if !s.ofParty(e) {
		left = s.agree(e, left)
	}
	for _, b := range left {
		s.counted = append(s.counted, paper{at, b})
	}
}

// ofParty reports whether several persons speak for the entry each with a
// voice, as delegates or members of a party, instead of sharing one vote.
func (s *sifted) ofParty(e *entry) bool { return e.party != "" && s.rule.parties != nil }

// person decides about the ballots of one person for an entry, and finds the
// one that counts.
func (s *sifted) person(at int, ballots []int, most int) (int, bool) {
	v, known := s.poll.roll[at].voter(s.poll.ballots[ballots[0]].person)
	var valid []int
	for _, i := range ballots {
		s.places[i] = at
		s.reasons[i] = s.refusal(v, known, &s.poll.ballots[i], most)
		switch s.reasons[i] {
		case "":
			valid = append(valid, i)
			s.lawful.add(at)
		case spoilt, tooMany:
			s.spoilt.add(at)
		case notAChoice:
		default:
			continue
		}
		s.papers.add(at)
	}
	if len(valid) == 0 {
		return 0, false
	}
	return s.prevailing(valid)
}

func (e *entry) voter(person string) (voter, bool) {
	i, ok := slices.BinarySearchFunc(e.voters, person, func(v voter, person string) int {
		return strings.Compare(v.person, person)
	})
	if !ok {
		return voter{}, false
	}
	return e.voters[i], true
}

// refusal is why a ballot cannot count whatever else was cast.
func (s *sifted) refusal(v voter, known bool, b *ballot, most int) string {
	switch {
	case !known:
		return notOnRoll
	case v.recused:
		return wasRecused
	case !s.poll.written && !s.arrived(v):
		return notPresent
	case b.invalid != "":
		return spoilt
	case !s.poll.lawful(b):
		return notAChoice
	case s.poll.kind != schema.VoteKindMotion && len(b.marks) > most:
		return tooMany
	default:
		return ""
	}
}

func (s *sifted) arrived(v voter) bool {
	return v.arrival == atOpening || v.arrival == late && s.rule.late
}

// lawful reports whether the ballot says something that can be counted.
func (p *poll) lawful(b *ballot) bool {
	if p.kind == schema.VoteKindMotion {
		return b.choice == inFavour || b.choice == against || b.choice == abstaining
	}
	for i, mark := range b.marks {
		alone := len(b.marks) == 1
		if mark < 0 || p.options[mark].none && !alone || i > 0 && mark == b.marks[i-1] {
			return false
		}
	}
	return len(b.marks) > 0
}

// places turns the options on a ballot into their positions, sorted.
func (p *poll) places(words []string) []int {
	if len(words) == 0 {
		return nil
	}
	marks := make([]int, len(words))
	for i, word := range words {
		marks[i] = slices.IndexFunc(p.options, func(o option) bool { return o.id == word })
	}
	slices.Sort(marks)
	return marks
}
