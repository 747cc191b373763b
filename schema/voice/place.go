package voice

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Place is a place on the roll, as far as it decides which ballot speaks for
// it.
type Place struct {
	// Policies are those of the rule that the vote is held under.
	Policies rule.Policies
	// Party is set if the place is a party's, whose delegates cast one ballot
	// among them.
	Party bool
	// Settled is the voter whom those who disagreed agreed upon; zero if nobody.
	Settled ident.ID
}

// Stand tells what becomes of each ballot, in the order in which they are given.
// The order decides nothing. At most one of them is VALID.
//
// Of one voter's ballots the voter's own goes before an agent's; then one
// channel goes before the other, as the rule says; and on one channel the first
// counts, or the last where a ballot may be cast again. Where voters who share
// the place say different things, the one settled upon speaks, or nobody.
func (p Place) Stand(ballots []Ballot) []schema.BallotStatus {
	status := make([]schema.BallotStatus, len(ballots))
	voters := map[ident.ID][]int{}
	for i, b := range ballots {
		status[i] = schema.BallotStatusSuperseded
		switch {
		case b.Invalid:
			status[i] = schema.BallotStatusInvalid
		case b.speaks():
			voters[b.Voter] = append(voters[b.Voter], i)
		}
	}
	var voices []int
	for _, of := range voters {
		voices = append(voices, p.prevailing(ballots, of))
	}
	if i := slices.IndexFunc(voices, func(i int) bool { return ballots[i].Voter == p.Settled }); i >= 0 {
		voices = voices[i : i+1]
	}
	if unanimous(ballots, voices) {
		status[first(ballots, voices)] = schema.BallotStatusValid
		return status
	}
	for _, i := range voices {
		status[i] = schema.BallotStatusConflicted
	}
	return status
}

// prevailing is the one that counts among the ballots of one voter.
func (p Place) prevailing(ballots []Ballot, of []int) int {
	of = prefer(of, func(i int) bool { return ballots[i].own() })
	online := p.Policies.ChannelPrecedence == rule.OnlinePrevails
	if p.Policies.ChannelPrecedence == "" || p.Policies.ChannelPrecedence == rule.FirstPrevails {
		online = ballots[first(ballots, of)].online()
	}
	of = prefer(of, func(i int) bool { return ballots[i].online() == online })
	if p.again() {
		return slices.MaxFunc(of, func(a, b int) int { return earlier(ballots[a], ballots[b]) })
	}
	return first(ballots, of)
}

// again reports whether a ballot may be cast again.
func (p Place) again() bool { return p.Policies.Recast == rule.UntilClose }

// Admit refuses, with ALREADY_VOTED, a ballot for which there is no room beside
// those that came in: a second one of a voter on the same channel, where the
// rule lets nobody vote again; an agent's, once the voter has voted; what
// another voter of the place has said before, or what nobody disputes any more;
// a second one of a party; and one of a former owner after the new one voted,
// or the reverse, however often the place changed hands. Papers are never refused: they are kept beside.
func (p Place) Admit(ballots []Ballot, one Ballot) *fault.Fault {
	var mine, others []Ballot
	for _, b := range ballots {
		switch {
		case !b.speaks():
		case b.Voter == one.Voter:
			mine = append(mine, b)
		case b.Heir != one.Heir, b.Resold:
			return alreadyVoted(b)
		default:
			others = append(others, b)
		}
	}
	slices.SortFunc(mine, earlier)
	for _, b := range mine {
		if b.own() && !one.own() || !p.again() && b.own() == one.own() && b.online() == one.online() {
			return alreadyVoted(b)
		}
	}
	if len(mine) > 0 {
		return nil
	}
	return p.beside(others, one)
}

// beside refuses a ballot that adds nothing to those of other voters of the
// place.
func (p Place) beside(others []Ballot, one Ballot) *fault.Fault {
	for i, status := range p.Stand(others) {
		counts := status == schema.BallotStatusValid
		if p.Party || counts && (!p.Settled.IsZero() || others[i].Said.Same(one.Said)) {
			return alreadyVoted(others[i])
		}
	}
	return nil
}

func alreadyVoted(b Ballot) *fault.Fault { return fault.New(fault.AlreadyVoted, "at", b.At) }

// first is the earliest of the ballots.
func first(ballots []Ballot, of []int) int {
	return slices.MinFunc(of, func(a, b int) int { return earlier(ballots[a], ballots[b]) })
}

// prefer are those for which it is so, or all if it is so for none.
func prefer(of []int, is func(int) bool) []int {
	some := slices.DeleteFunc(slices.Clone(of), func(i int) bool { return !is(i) })
	if len(some) == 0 {
		return of
	}
	return some
}

// unanimous reports whether there are voices, and all of them say the same.
func unanimous(ballots []Ballot, voices []int) bool {
	for _, i := range voices {
		if !ballots[i].Said.Same(ballots[voices[0]].Said) {
			return false
		}
	}
	return len(voices) > 0
}
