package agency

import (
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

func id(n byte) ident.ID { return ident.ID{15: n} }

func ids(all ...byte) []ident.ID {
	var list []ident.ID
	for _, one := range all {
		list = append(list, id(one))
	}
	return list
}

func on(t *testing.T, text string) day.Date {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asks lets agents be as the rules of Weifang and of residents' elections do:
// three principals, of the roll, no candidates and no staff of the company.
var asks = rule.Rule{Code: "R", Policies: rule.Policies{Proxies: &rule.Proxies{
	MostPrincipals: 3, AgentOnRoll: true, Barred: []rule.Barred{rule.PropertyStaff, rule.Candidate},
}}}

func TestJudge(t *testing.T) {
	for name, c := range map[string]struct {
		rule   rule.Rule
		agent  Agent
		code   fault.Code
		reason schema.InvalidReason
	}{
		"everybody votes in person": {rule.Rule{Code: "R"}, Agent{OnRoll: true}, fault.ProxyNotAllowed, schema.InvalidReasonProxyInvalid},
		"nothing is asked":          {rule.Rule{Policies: rule.Policies{Proxies: &rule.Proxies{}}}, Agent{Candidate: true, PropertyStaff: true, Principals: ids(1, 2, 3, 4)}, "", ""},
		"the first":                 {asks, Agent{OnRoll: true}, "", ""},
		"the third":                 {asks, Agent{OnRoll: true, Principals: ids(1, 2)}, "", ""},
		"the third, who is known":   {asks, Agent{OnRoll: true, Principals: ids(1, 2, 9, 2)}, "", ""},
		"the fourth":                {asks, Agent{OnRoll: true, Principals: ids(1, 2, 3)}, fault.ProxyLimit, schema.InvalidReasonProxyLimit},
		"no owner":                  {asks, Agent{}, fault.ProxyAgentNotOnRoll, schema.InvalidReasonProxyInvalid},
		"staff of the property":     {asks, Agent{OnRoll: true, PropertyStaff: true}, fault.ProxyBarred, schema.InvalidReasonProxyBarred},
		"a candidate":               {asks, Agent{OnRoll: true, Candidate: true}, fault.ProxyBarred, schema.InvalidReasonProxyBarred},
		"a candidate with too many": {asks, Agent{OnRoll: true, Candidate: true, Principals: ids(1, 2, 3)}, fault.ProxyBarred, schema.InvalidReasonProxyBarred},
		"not of the roll, as it is": {asks, Agent{Principals: ids(1, 2, 3)}, fault.ProxyAgentNotOnRoll, schema.InvalidReasonProxyInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			refused := c.agent.Judge(c.rule, id(9))
			switch {
			case refused == nil && c.code == "":
			case refused == nil || refused.Code != c.code || Reason(refused) != c.reason:
				t.Errorf("answered %v", refused)
			}
		})
	}
}

const (
	principal = 1
	agent     = 2
	friend    = 3
	vote      = 20
	otherVote = 21
)

// written is an authority of one for another in June, for a vote.
func written(t *testing.T, n, from, to byte, votes ...byte) Authority {
	t.Helper()
	return Authority{
		ID: id(n), Principal: id(from), Agent: id(to), Votes: ids(votes...),
		Held: day.Span{From: on(t, "2026-06-01"), To: on(t, "2026-07-01")},
	}
}

func TestFind(t *testing.T) {
	one := written(t, 10, principal, agent, vote)
	revoked := one
	revoked.Revoked = true
	for name, c := range map[string]struct {
		all  []Authority
		on   string
		vote byte
		code fault.Code
	}{
		"it holds":               {[]Authority{one}, "2026-06-01", vote, ""},
		"on its last day":        {[]Authority{one}, "2026-06-30", vote, ""},
		"on the first day after": {[]Authority{one}, "2026-07-01", vote, fault.ProxyExpired},
		"before it was signed":   {[]Authority{one}, "2026-05-31", vote, fault.ProxyExpired},
		"taken back":             {[]Authority{revoked}, "2026-06-02", vote, fault.ProxyRevoked},
		"given again":            {[]Authority{revoked, one}, "2026-06-02", vote, ""},
		"for another vote":       {[]Authority{one}, "2026-06-02", otherVote, fault.ProxyNeeded},
		"none":                   {nil, "2026-06-02", vote, fault.ProxyNeeded},
		"to somebody else":       {[]Authority{written(t, 10, principal, friend, vote)}, "2026-06-02", vote, fault.ProxyNeeded},
		"of somebody else":       {[]Authority{written(t, 10, friend, agent, vote)}, "2026-06-02", vote, fault.ProxyNeeded},
	} {
		t.Run(name, func(t *testing.T) {
			found, refused := Find(c.all, id(principal), id(agent), id(c.vote), on(t, c.on))
			switch {
			case refused == nil && c.code == "" && found.ID == id(10):
			case refused == nil || refused.Code != c.code:
				t.Errorf("found %v, answered %v", found, refused)
			}
		})
	}
}

func TestRings(t *testing.T) {
	passed := func(n, to, from byte) Authority {
		one := written(t, n, principal, to, vote)
		one.From = id(from)
		return one
	}
	back := written(t, 11, agent, principal, vote)
	revoked := back
	revoked.Revoked = true
	for name, c := range map[string]struct {
		all  []Authority
		one  Authority
		want bool
	}{
		"no other":                {nil, written(t, 10, principal, agent, vote), false},
		"each for the other":      {[]Authority{back}, written(t, 10, principal, agent, vote), true},
		"taken back":              {[]Authority{revoked}, written(t, 10, principal, agent, vote), false},
		"in different votes":      {[]Authority{back}, written(t, 10, principal, agent, otherVote), false},
		"round three":             {[]Authority{written(t, 11, agent, friend, vote), written(t, 12, friend, principal, vote)}, written(t, 10, principal, agent, vote), true},
		"two to one":              {[]Authority{written(t, 11, friend, agent, vote)}, written(t, 10, principal, agent, vote), false},
		"passed on":               {[]Authority{written(t, 10, principal, agent, vote)}, passed(11, friend, 10), false},
		"passed back":             {[]Authority{written(t, 10, principal, agent, vote), passed(11, friend, 10)}, passed(12, agent, 11), true},
		"passed on by a stranger": {nil, passed(11, friend, 99), false},
		"others in a ring": {
			[]Authority{written(t, 11, agent, friend, vote), written(t, 12, friend, agent, vote)}, written(t, 10, principal, agent, vote), false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Rings(c.all, c.one, on(t, "2026-06-10")); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestGranted(t *testing.T) {
	one := written(t, 10, principal, agent, vote)
	revoked := one
	revoked.Revoked = true
	for name, c := range map[string]struct {
		all   []Authority
		votes []ident.ID
		on    string
		want  bool
	}{
		"the same vote":    {[]Authority{one}, ids(otherVote, vote), "2026-06-10", true},
		"another vote":     {[]Authority{one}, ids(otherVote), "2026-06-10", false},
		"taken back":       {[]Authority{revoked}, ids(vote), "2026-06-10", false},
		"when it is over":  {[]Authority{one}, ids(vote), "2026-07-01", false},
		"of somebody else": {[]Authority{written(t, 10, friend, agent, vote)}, ids(vote), "2026-06-10", false},
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := Granted(c.all, id(principal), c.votes, on(t, c.on)); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestPassOn(t *testing.T) {
	first := written(t, 10, principal, agent, vote, otherVote)
	revoked, long := first, written(t, 11, principal, friend, vote)
	revoked.Revoked = true
	long.Held.To = on(t, "2026-07-02")
	for name, c := range map[string]struct {
		first, second Authority
		on            string
		code          fault.Code
	}{
		"part of it":              {first, written(t, 11, principal, friend, vote), "2026-06-10", ""},
		"what was taken back":     {revoked, written(t, 11, principal, friend, vote), "2026-06-10", fault.ProxyRevoked},
		"what is over":            {first, written(t, 11, principal, friend, vote), "2026-07-01", fault.ProxyExpired},
		"for longer":              {first, long, "2026-06-10", fault.ProxyWider},
		"for another vote":        {first, written(t, 11, principal, friend, 22), "2026-06-10", fault.ProxyWider},
		"in the agent's own name": {first, written(t, 11, agent, friend, vote), "2026-06-10", fault.ProxyWider},
	} {
		t.Run(name, func(t *testing.T) {
			refused := PassOn(c.first, c.second, on(t, c.on))
			switch {
			case refused == nil && c.code == "":
			case refused == nil || refused.Code != c.code:
				t.Errorf("answered %v", refused)
			}
		})
	}
}

func TestVague(t *testing.T) {
	for scope, want := range map[string]bool{
		"":                         true,
		" \u3002":                  true,
		"\u5168\u6743\u4ee3\u8868": true,
		"\u300c\u5168\u6743\u4ee3\u8868\u300d\u3002": true,
		"Everything.": true,
		"\u5c31\u9009\u8058\u7269\u4e1a\u516c\u53f8\u4e00\u4e8b\u4ee3\u4e3a\u8868\u51b3":             false,
		"\u5168\u6743\u4ee3\u8868\u672c\u4eba\u5c31\u5c0f\u533a\u7ef4\u4fee\u8d44\u91d1\u8868\u51b3": false,
		"the motion on the lift": false,
	} {
		if got := Vague(scope); got != want {
			t.Errorf("%q: %v", scope, got)
		}
	}
}
