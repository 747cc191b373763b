package recount

import (
	"slices"
	"strings"

	"sifang/schema"
)

// prevailing finds the one ballot that counts of several valid ones of one
// voter: they are narrowed down until those left are alike, and the others are
// superseded. If they are alike in all that could decide and say different
// things, none counts.
func (s *sifted) prevailing(valid []int) (int, bool) {
	left := s.byChannel(s.inPerson(valid))
	slices.SortStableFunc(left, s.earlier)
	if s.rule.recast == untilClose {
		slices.Reverse(left)
	}
	alike := 1
	for alike < len(left) && s.earlier(left[0], left[alike]) == 0 {
		alike++
	}
	left = left[:alike]
	same := s.unanimous(left)
	for _, i := range valid {
		switch {
		case !slices.Contains(left, i), same && i != left[0]:
			s.reasons[i] = superseded
		case !same:
			s.reasons[i] = conflicting
		}
	}
	return left[0], same
}

// inPerson keeps what the voter cast, if anything, before what an agent did.
func (s *sifted) inPerson(ballots []int) []int {
	return prefer(ballots, func(i int) bool { return s.poll.ballots[i].agent == "" })
}

// byChannel keeps the ballots of the channel that goes before the other one.
// There are two: online, and paper, be it in the hall or elsewhere. Where the
// first ballot decides, and came at once on both, neither goes before.
func (s *sifted) byChannel(ballots []int) []int {
	isOnline := func(i int) bool { return s.poll.ballots[i].channel == online }
	onPaper := func(i int) bool { return !isOnline(i) }
	switch s.rule.channel {
	case onlinePrevails:
		return prefer(ballots, isOnline)
	case paperPrevails:
		return prefer(ballots, onPaper)
	}
	earliest := slices.MinFunc(ballots, s.earlier)
	first := keep(ballots, func(i int) bool { return s.earlier(i, earliest) == 0 })
	switch len(keep(first, isOnline)) {
	case 0:
		return keep(ballots, onPaper)
	case len(first):
		return keep(ballots, isOnline)
	default:
		return ballots
	}
}

// prefer keeps those of which something is so, and all if it is so of none.
func prefer(ballots []int, is func(int) bool) []int {
	if left := keep(ballots, is); len(left) > 0 {
		return left
	}
	return ballots
}

// earlier orders ballots by their instant, then by their identifier.
func (s *sifted) earlier(a, b int) int {
	x, y := &s.poll.ballots[a], &s.poll.ballots[b]
	if by := x.at.Compare(y.at); by != 0 {
		return by
	}
	return strings.Compare(x.id, y.id)
}

// agree decides between the voters of one entry, who share one vote: the one
// who was settled upon, or what all of them say, or nothing.
func (s *sifted) agree(e *entry, ballots []int) []int {
	if person, ok := s.poll.speaker(e.id); ok {
		chosen := keep(ballots, func(i int) bool { return s.poll.ballots[i].person == person })
		if len(chosen) > 0 {
			s.because(superseded, keep(ballots, func(i int) bool { return i != chosen[0] }))
			return chosen
		}
	}
	if s.unanimous(ballots) {
		return ballots
	}
	s.because(conflicting, ballots)
	return nil
}

func (p *poll) speaker(entry string) (string, bool) {
	i, ok := p.speakers.find(entry)
	if !ok {
		return "", false
	}
	return p.settled[i].person, true
}

func (s *sifted) because(reason string, ballots []int) {
	for _, i := range ballots {
		s.reasons[i] = reason
	}
}

// unanimous reports whether all ballots say the same.
func (s *sifted) unanimous(ballots []int) bool {
	return !slices.ContainsFunc(ballots, func(i int) bool { return !s.same(ballots[0], i) })
}

// same reports whether two ballots say the same, in whatever order they mark it.
func (s *sifted) same(a, b int) bool {
	x, y := &s.poll.ballots[a], &s.poll.ballots[b]
	if s.poll.kind == schema.VoteKindMotion {
		return x.choice == y.choice
	}
	return slices.Equal(x.marks, y.marks)
}

func keep(ballots []int, is func(int) bool) []int {
	var kept []int
	for _, i := range ballots {
		if is(i) {
			kept = append(kept, i)
		}
	}
	return kept
}
