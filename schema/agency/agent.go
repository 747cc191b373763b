package agency

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Agent is what is known of somebody who votes for others in a meeting.
type Agent struct {
	// OnRoll: the agent may vote in the meeting as well. It is true while there
	// is no roll yet, because nobody can tell before.
	OnRoll bool
	// Candidate: the agent stands in an election of the meeting.
	Candidate bool
	// PropertyStaff: the agent works for a property company that serves the area.
	PropertyStaff bool
	// Principals are those from whom the agent holds an authority for the meeting
	// that was not revoked, and those for whom the agent has voted in it.
	Principals []ident.ID
}

// Judge refuses an agent whom the rule does not let vote for the principal:
// PROXY_NOT_ALLOWED where everybody votes in person, PROXY_BARRED,
// PROXY_AGENT_NOT_ON_ROLL, and PROXY_LIMIT where the agent stands for as many
// others as may be.
func (a Agent) Judge(r rule.Rule, principal ident.ID) *fault.Fault {
	if r.Proxies == nil {
		return fault.New(fault.ProxyNotAllowed, "rule", r.Code)
	}
	for _, barred := range r.Proxies.Barred {
		if why, is := a.is(barred); is {
			return fault.New(fault.ProxyBarred, "why", why)
		}
	}
	if r.Proxies.AgentOnRoll && !a.OnRoll {
		return fault.New(fault.ProxyAgentNotOnRoll)
	}
	others := distinct(a.Principals, principal)
	if most := r.Proxies.MostPrincipals; most > 0 && others >= most {
		return fault.New(fault.ProxyLimit, "limit", most, "count", others+1)
	}
	return nil
}

// is reports whether the agent belongs to a group, and says so in words.
func (a Agent) is(barred rule.Barred) (fault.Words, bool) {
	switch barred {
	case rule.PropertyStaff:
		return fault.Words{Chinese: "物业服务企业人员", English: "staff of the property company"}, a.PropertyStaff
	case rule.Candidate:
		return fault.Words{Chinese: "候选人", English: "candidates"}, a.Candidate
	default:
		return fault.Words{}, false
	}
}

// distinct counts the identifiers, each once and without one of them.
func distinct(ids []ident.ID, without ident.ID) int {
	n := 0
	for i, id := range ids {
		if id != without && !slices.Contains(ids[:i], id) {
			n++
		}
	}
	return n
}

// Reason is why a paper that an agent signed does not count, if it is refused
// with one of the codes of this package.
func Reason(refused *fault.Fault) schema.InvalidReason {
	switch refused.Code {
	case fault.ProxyLimit:
		return schema.InvalidReasonProxyLimit
	case fault.ProxyBarred:
		return schema.InvalidReasonProxyBarred
	default:
		return schema.InvalidReasonProxyInvalid
	}
}
