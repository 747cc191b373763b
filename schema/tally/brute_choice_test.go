package tally_test

import (
	"math/big"

	"sifang/schema"
	"sifang/schema/rule"
)

// The second counter's view of choices and elections. Nothing is sorted: the
// place of an option is how many are better.

func (b brute) rankedBy() []schema.Measure {
	if b.r.Election != nil {
		return b.r.Election.Ranking
	}
	var all []schema.Measure
	for _, leaf := range b.r.Approval.Leaves() {
		all = append(all, leaf.Measure())
	}
	return all
}

// beats compares two options by their votes: 1, 0 or -1.
func (b brute) beats(x, y string) int {
	for _, m := range b.rankedBy() {
		if by := b.on(x).got(rule.For, m, nil) - b.on(y).got(rule.For, m, nil); by != 0 {
			return map[bool]int{true: 1, false: -1}[by > 0]
		}
	}
	return 0
}

// mayWin are the options that reached the approval, the others those that did
// not; for none of them nobody can win.
func (b brute) mayWin() (yes, no []string) {
	for _, o := range b.c.Options {
		switch {
		case o.None:
		case b.c.TieBreak || b.on(o.ID).met(b.r.Approval):
			yes = append(yes, o.ID)
		default:
			no = append(no, o.ID)
		}
	}
	return yes, no
}

// ahead counts who is better and who is equal, itself included.
func (b brute) ahead(of string, among []string) (better, equal int) {
	for _, o := range among {
		switch b.beats(o, of) {
		case 1:
			better++
		case 0:
			equal++
		}
	}
	return better, equal
}

func (b brute) choice() schema.VerdictOutcome {
	yes, _ := b.mayWin()
	if len(yes) == 0 || b.blocked() {
		return rejected
	}
	for _, o := range yes {
		if better, equal := b.ahead(o, yes); better == 0 && equal > 1 && b.marksAllowed() == 1 {
			return tied
		}
	}
	return adopted
}

func (b brute) election() schema.ElectionOutcome {
	yes, _ := b.mayWin()
	e, fill := b.r.Election, b.c.Fill
	filled := min(len(yes), fill)
	split := false
	for _, o := range yes {
		better, equal := b.ahead(o, yes)
		split = split || better < fill && better+equal > fill
	}
	switch {
	case b.blocked():
		return "NOT_ESTABLISHED"
	case split && b.c.TieBreak && e.SecondTie == rule.LeaveVacant:
		return "ESTABLISHED_WITH_VACANCIES"
	case split:
		return "TIE_BREAK_REQUIRED"
	case filled == fill:
		return "ESTABLISHED"
	case filled == 0 || filled < e.LeastSeats:
		return "NOT_ESTABLISHED"
	}
	if e.LeastShare != nil {
		by := big.NewRat(int64(filled), int64(fill)).Cmp(big.NewRat(e.LeastShare.Fraction.Num, e.LeastShare.Fraction.Den))
		if by < 0 || by == 0 && e.LeastShare.Compare == rule.MoreThan {
			return "NOT_ESTABLISHED"
		}
	}
	return "ESTABLISHED_WITH_VACANCIES"
}

// fates is what becomes of each option in a quorate vote.
func (b brute) fates() map[string]schema.CandidateOutcome {
	yes, no := b.mayWin()
	fate := map[string]schema.CandidateOutcome{}
	for _, o := range b.c.Options {
		fate[o.ID] = "NOT_ELECTED"
	}
	if b.blocked() {
		return fate
	}
	if b.c.Kind == schema.VoteKindChoice {
		for _, o := range yes {
			better, _ := b.ahead(o, yes)
			switch {
			case b.choice() != tied:
				fate[o] = "ELECTED"
			case better == 0:
				fate[o] = "TIED"
			}
		}
		return fate
	}
	result := b.election()
	if result == "NOT_ESTABLISHED" {
		return fate
	}
	var queue []string
	places := b.c.StandBy
	kept := 0
	for _, o := range yes {
		better, equal := b.ahead(o, yes)
		switch {
		case better+equal <= b.c.Fill:
			fate[o] = "ELECTED"
		case better < b.c.Fill:
			kept = better + equal - b.c.Fill
			if result == "TIE_BREAK_REQUIRED" {
				fate[o] = "TIED"
			}
		default:
			queue = append(queue, o)
		}
	}
	a := b.r.Election.Alternates
	if a == nil || kept > 0 && result != "TIE_BREAK_REQUIRED" {
		return fate
	}
	if a.MostPerSeat > 0 {
		places = min(places, a.MostPerSeat*b.c.Fill)
	}
	places -= kept
	for _, o := range queue {
		if better, equal := b.ahead(o, queue); better+equal <= places {
			fate[o] = "ALTERNATE"
		}
	}
	if !a.MustQualify {
		for _, o := range no {
			if better, equal := b.ahead(o, no); len(queue)+better+equal <= places {
				fate[o] = "ALTERNATE"
			}
		}
	}
	return fate
}
