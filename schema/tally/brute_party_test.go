package tally_test

import (
	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// The second counter's view of parties.

func (b brute) partyBallots(p string) []tally.Ballot {
	var said []tally.Ballot
	for _, e := range b.roll() {
		if e.Party == p {
			said = append(said, b.voices(e)...)
		}
	}
	return said
}

func (b brute) partyThere(p string, recused bool) bool {
	for _, e := range b.roll() {
		if e.Party == p && b.anybody(e, recused) {
			return true
		}
	}
	return false
}

func (b brute) partyRecused(p string) bool {
	free, bound := 0, 0
	for _, e := range b.roll() {
		for _, v := range e.Voters {
			if e.Party == p && v.Recused {
				bound++
			} else if e.Party == p {
				free++
			}
		}
	}
	if len(b.partyBallots(p)) > 0 {
		return false
	}
	return bound > 0 && free == 0 || b.partyThere(p, true) && !b.partyThere(p, false)
}

func (b brute) absent(p string) bool {
	return len(b.partyBallots(p)) == 0 && !b.partyRecused(p) && !b.partyThere(p, false)
}

// stance is how a party votes, or what it answered if it was absent.
func (b brute) stance(p string) string {
	members := b.r.Parties != nil && b.r.Parties.Position == rule.MembersMajority
	if said := b.partyBallots(p); len(said) > 0 {
		if b.option == "" {
			return b.together(said, members)
		}
		if b.allChose(said, b.option, members) {
			return "FOR"
		}
		return "NOT_THIS"
	}
	if !b.isMotion() || !b.absent(p) || b.r.Parties == nil || b.r.Parties.ConsentDays == 0 {
		return ""
	}
	k := b.c.Consent
	last, found := tally.Reply{}, false
	for _, one := range k.Replies {
		late := !k.Deadline.IsZero() && !one.At.Before(k.Deadline)
		if one.Party != p || late || one.At.After(k.Now) {
			continue
		}
		if !found || one.At.After(last.At) || one.At.Equal(last.At) && one.Objects {
			last, found = one, true
		}
	}
	switch {
	case found && last.Objects:
		return "AGAINST"
	case found:
		return "FOR"
	case k.Deadline.IsZero() || k.Now.Before(k.Deadline):
		return map[string]string{"consents": "FOR", "objects": "AGAINST"}[b.awaited]
	case b.r.Parties.Absent == schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		return "FOR"
	default:
		return ""
	}
}
