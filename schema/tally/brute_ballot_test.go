package tally_test

import (
	"reflect"
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// The second counter's view of ballots.

// fate is why a ballot cannot count whatever else was cast, VALID if nothing.
func (b brute) fate(e tally.Entry, v tally.Voter, one tally.Ballot) string {
	if v.Recused || !b.c.Written && !b.arrived(v) {
		return "NO_VOTE"
	}
	if one.Invalid != "" {
		return "SPOILT"
	}
	if b.isMotion() {
		if !slices.Contains(one.Choice.Values(), string(one.Choice)) {
			return "NONSENSE"
		}
		return "VALID"
	}
	times, none := map[string]int{}, false
	for _, o := range b.c.Options {
		times[o.ID] = 0
	}
	for _, mark := range one.Marks {
		if _, known := times[mark]; !known || times[mark] > 0 {
			return "NONSENSE"
		}
		times[mark]++
	}
	for _, o := range b.c.Options {
		none = none || o.None && times[o.ID] > 0
	}
	if len(one.Marks) == 0 || none && len(one.Marks) > 1 {
		return "NONSENSE"
	}
	if len(one.Marks) > b.marksAllowed() {
		return "TOO_MANY"
	}
	return "VALID"
}

func (b brute) marksAllowed() int {
	n := b.c.MostMarks
	if b.c.Kind == schema.VoteKindElection {
		if n == 0 || b.r.Election.MarksAtMostSeats && n > b.c.Fill {
			n = b.c.Fill
		}
	}
	if n < 1 {
		n = 1
	}
	return n
}

// handedIn are the ballots of a voter for an entry with such a fate, each once.
func (b brute) handedIn(e tally.Entry, v tally.Voter, fates ...string) []tally.Ballot {
	var all []tally.Ballot
	for _, one := range b.c.Ballots {
		again := slices.ContainsFunc(all, func(o tally.Ballot) bool { return reflect.DeepEqual(o, one) })
		if one.Entry == e.ID && one.Person == v.Person && !again && slices.Contains(fates, b.fate(e, v, one)) {
			all = append(all, one)
		}
	}
	return all
}

// ballot is the one of a voter that counts. It is the one that beats all others;
// if two cannot beat each other and differ, none counts.
func (b brute) ballot(e tally.Entry, v tally.Voter) (tally.Ballot, bool) {
	all := b.handedIn(e, v, "VALID")
	own := slices.DeleteFunc(slices.Clone(all), func(o tally.Ballot) bool { return o.Agent != "" })
	if len(own) > 0 {
		all = own
	}
	first := map[bool]tally.Ballot{} // the earliest one online, and on paper
	for _, one := range all {
		was, ok := first[isOnline(one)]
		if !ok || before(one, was) {
			first[isOnline(one)] = one
		}
	}
	if len(first) == 2 {
		drop, undecided := b.r.ChannelPrecedence == rule.PaperPrevails, false
		if b.r.ChannelPrecedence != rule.OnlinePrevails && b.r.ChannelPrecedence != rule.PaperPrevails {
			drop = before(first[false], first[true])
			undecided = !drop && !before(first[true], first[false])
		}
		if !undecided {
			all = slices.DeleteFunc(all, func(o tally.Ballot) bool { return isOnline(o) == drop })
		}
	}
	var best []tally.Ballot
	for _, one := range all {
		beaten := slices.ContainsFunc(all, func(o tally.Ballot) bool {
			if b.r.Recast == rule.UntilClose {
				return before(one, o)
			}
			return before(o, one)
		})
		if !beaten {
			best = append(best, one)
		}
	}
	for _, one := range best {
		if !b.alike(one, best[0]) {
			return tally.Ballot{}, false
		}
	}
	if len(best) == 0 {
		return tally.Ballot{}, false
	}
	return best[0], true
}

func isOnline(o tally.Ballot) bool { return o.Channel != "PAPER" && o.Channel != "HALL" }

func before(a, b tally.Ballot) bool {
	return a.At.Before(b.At) || a.At.Equal(b.At) && a.ID < b.ID
}

func (b brute) alike(x, y tally.Ballot) bool {
	if b.isMotion() {
		return x.Choice == y.Choice
	}
	set := func(o tally.Ballot) map[string]bool {
		marks := map[string]bool{}
		for _, mark := range o.Marks {
			marks[mark] = true
		}
		return marks
	}
	return reflect.DeepEqual(set(x), set(y))
}

// countVoices finds the ballots that count for an entry.
func (b brute) countVoices(e tally.Entry) []tally.Ballot {
	var all []tally.Ballot
	for _, v := range e.Voters {
		if one, ok := b.ballot(e, v); ok {
			all = append(all, one)
		}
	}
	if b.isOfParty(e) {
		return all
	}
	for _, s := range b.c.Settled {
		for _, one := range all {
			if s.Entry == e.ID && s.Person == one.Person {
				return []tally.Ballot{one}
			}
		}
	}
	for _, one := range all {
		if !b.alike(one, all[0]) {
			return nil
		}
	}
	return all
}

func (b brute) isOfParty(e tally.Entry) bool { return e.Party != "" && b.r.Parties != nil }

// votes is how an entry votes, DIVIDED if it took part without a choice.
func (b brute) votes(e tally.Entry) string {
	members := b.isOfParty(e) && b.r.Parties.Position == rule.MembersMajority
	return b.together(b.voices(e), members)
}

// together is what ballots say together: what all say, or more than half.
func (b brute) together(all []tally.Ballot, byMajority bool) string {
	if len(all) == 0 {
		return ""
	}
	for _, word := range []string{"FOR", "AGAINST", "ABSTAIN"} {
		n, alike := 0, true
		for _, one := range all {
			if b.says(one) == word {
				n++
			}
			alike = alike && b.alike(one, all[0])
		}
		if n == len(all) && (alike || byMajority) || byMajority && n > len(all)-n {
			return word
		}
	}
	return "DIVIDED"
}

func (b brute) says(one tally.Ballot) string {
	if b.isMotion() {
		return string(one.Choice)
	}
	for _, o := range b.c.Options {
		if o.None && slices.Contains(one.Marks, o.ID) {
			return "AGAINST"
		}
	}
	return "FOR"
}

// chose reports whether an entry is in favour of an option.
func (b brute) chose(e tally.Entry, option string) bool {
	members := b.isOfParty(e) && b.r.Parties.Position == rule.MembersMajority
	return b.allChose(b.voices(e), option, members)
}

func (b brute) allChose(all []tally.Ballot, option string, byMajority bool) bool {
	n := 0
	for _, one := range all {
		if slices.Contains(one.Marks, option) {
			n++
		}
	}
	return n > 0 && (n == len(all) || byMajority && n > len(all)-n)
}

func (b brute) anyPaper(e tally.Entry) bool {
	return slices.ContainsFunc(e.Voters, func(v tally.Voter) bool {
		return len(b.handedIn(e, v, "VALID", "SPOILT", "TOO_MANY", "NONSENSE")) > 0
	})
}

func (b brute) onlySpoilt(e tally.Entry) bool {
	bad, good := false, false
	for _, v := range e.Voters {
		bad = bad || len(b.handedIn(e, v, "SPOILT", "TOO_MANY")) > 0
		good = good || len(b.handedIn(e, v, "VALID")) > 0
	}
	return bad && !good
}

func (b brute) arrived(v tally.Voter) bool {
	return v.Arrival == tally.AtOpening || b.r.LateArrivalsVote && v.Arrival == tally.Late
}

func (b brute) there(e tally.Entry, v tally.Voter) bool {
	if b.c.Written {
		return slices.ContainsFunc(b.voices(e), func(o tally.Ballot) bool { return o.Person == v.Person })
	}
	return b.arrived(v)
}

func (b brute) anybody(e tally.Entry, recused bool) bool {
	for _, v := range e.Voters {
		if v.Recused == recused && b.there(e, v) {
			return true
		}
	}
	return false
}

func allRecused(e tally.Entry) bool {
	for _, v := range e.Voters {
		if !v.Recused {
			return false
		}
	}
	return len(e.Voters) > 0
}
