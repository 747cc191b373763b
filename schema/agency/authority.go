package agency

import (
	"slices"
	"strings"
	"unicode"

	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Authority is a written authority to vote for somebody in votes of a meeting.
type Authority struct {
	ID               ident.ID
	Principal, Agent ident.ID
	Votes            []ident.ID
	// Held are the days on which it holds, from the one on which it was signed.
	Held    day.Span
	Revoked bool
	// From is the authority that was passed on in this one; zero for none.
	From ident.ID
}

// covers reports whether the authority is one of the principal to the agent for
// the vote, whether it still holds or not.
func (a Authority) covers(principal, agent, vote ident.ID) bool {
	return a.Principal == principal && a.Agent == agent && slices.Contains(a.Votes, vote)
}

// Holds reports whether the authority may be used on the day.
func (a Authority) Holds(on day.Date) bool { return !a.Revoked && a.Held.Contains(on) }

// Find is the authority under which the agent may vote for the principal on the
// day. It refuses with PROXY_NEEDED where there is none, PROXY_REVOKED and
// PROXY_EXPIRED.
func Find(all []Authority, principal, agent, vote ident.ID, on day.Date) (Authority, *fault.Fault) {
	refused := fault.New(fault.ProxyNeeded)
	for _, one := range all {
		switch {
		case !one.covers(principal, agent, vote):
		case one.Holds(on):
			return one, nil
		case one.Revoked:
			refused = fault.New(fault.ProxyRevoked)
		default:
			refused = fault.New(fault.ProxyExpired, "from", one.Held.From, "to", one.Held.To)
		}
	}
	return Authority{}, refused
}

// Rings reports whether votes would come back to where they came from: the
// agent's own authority, or that of whom the agent has asked, leads to the
// principal; or it is passed on to somebody who has held it.
func Rings(all []Authority, one Authority, on day.Date) bool {
	for from := one.From; !from.IsZero(); {
		i := slices.IndexFunc(all, func(a Authority) bool { return a.ID == from })
		if i < 0 {
			break
		}
		if all[i].Agent == one.Agent {
			return true
		}
		from = all[i].From
	}
	reached := []ident.ID{one.Agent}
	for i := 0; i < len(reached); i++ {
		if reached[i] == one.Principal {
			return true
		}
		for _, next := range all {
			if next.Principal == reached[i] && next.Holds(on) && shares(next.Votes, one.Votes) && !slices.Contains(reached, next.Agent) {
				reached = append(reached, next.Agent)
			}
		}
	}
	return false
}

// Granted is an authority of the principal that holds on the day and covers one
// of the votes, if there is one: a voter has one agent for each vote.
func Granted(all []Authority, principal ident.ID, votes []ident.ID, on day.Date) (Authority, bool) {
	i := slices.IndexFunc(all, func(a Authority) bool {
		return a.Principal == principal && !a.Revoked && on.Before(a.Held.To) && shares(a.Votes, votes)
	})
	if i < 0 {
		return Authority{}, false
	}
	return all[i], true
}

func shares(a, b []ident.ID) bool {
	return slices.ContainsFunc(a, func(id ident.ID) bool { return slices.Contains(b, id) })
}

// PassOn refuses to pass on more than there is: PROXY_REVOKED and PROXY_EXPIRED
// where the first authority does not hold on the day, PROXY_WIDER where the
// second one is for somebody else, for votes that the first one does not cover,
// or for longer.
func PassOn(first, second Authority, on day.Date) *fault.Fault {
	switch {
	case first.Revoked:
		return fault.New(fault.ProxyRevoked)
	case !first.Held.Contains(on):
		return fault.New(fault.ProxyExpired, "from", first.Held.From, "to", first.Held.To)
	case first.Principal != second.Principal, first.Held.To.Before(second.Held.To):
		return fault.New(fault.ProxyWider)
	}
	for _, vote := range second.Votes {
		if !slices.Contains(first.Votes, vote) {
			return fault.New(fault.ProxyWider)
		}
	}
	return nil
}

// sweeping are words that name no matter: an authority "for everything" is none
// (Civil Code art. 165).
var sweeping = []string{
	"全权", "全权代表", "全权代理", "全权委托", "全权处理", "全部事项", "一切事项", "所有事项", "代为投票",
	"everything", "all matters", "full powers", "full authority",
}

// Vague reports whether a scope names no matter.
func Vague(scope string) bool {
	bare := strings.ToLower(strings.TrimFunc(scope, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	}))
	return bare == "" || slices.Contains(sweeping, bare)
}
