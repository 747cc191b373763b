package tally_test

import (
	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// The second counter's view of parties.

func (b brute) partyBallots(p string) []string {
	var said []string
	for _, e := range b.c.Roll {
		if e.Party == p && b.votes(e) != "" {
			for _, v := range e.Voters {
				if one := b.choice(e, v); one != "" {
					said = append(said, one)
				}
			}
		}
	}
	return said
}

func (b brute) partyThere(p string, recused bool) bool {
	for _, e := range b.c.Roll {
		if e.Party == p && b.anybody(e, recused) {
			return true
		}
	}
	return false
}

func (b brute) partyRecused(p string) bool {
	free, bound := 0, 0
	for _, e := range b.c.Roll {
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

// stance is how a party votes, or what it answered if it was absent. awaited
// is what those say who may still answer.
func (b brute) stance(p, awaited string) string {
	if said := b.partyBallots(p); len(said) > 0 {
		return verdictOf(said, b.r.Parties != nil && b.r.Parties.Position == rule.MembersMajority)
	}
	if !b.absent(p) || b.r.Parties == nil || b.r.Parties.ConsentDays == 0 {
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
		return map[string]string{"consents": "FOR", "objects": "AGAINST"}[awaited]
	case b.r.Parties.Absent == schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		return "FOR"
	default:
		return ""
	}
}
