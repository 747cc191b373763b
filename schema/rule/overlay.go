package rule

import "slices"

// policy is one thing that an override may change. Bounds of proxies and of
// windows are policies each of their own, so that a set that caps proxies does
// not admit those whom a more general one bars.
type policy struct {
	states func(Override) bool
	lay    func(from Override, onto *Override)
}

var overridable = []policy{
	{
		func(o Override) bool { return o.InvalidBallots != "" },
		func(o Override, onto *Override) { onto.InvalidBallots = o.InvalidBallots },
	},
	{
		func(o Override) bool { return o.Deemed != nil },
		func(o Override, onto *Override) { onto.Deemed = o.Deemed },
	},
	{
		func(o Override) bool { return o.ChannelPrecedence != "" },
		func(o Override, onto *Override) { onto.ChannelPrecedence = o.ChannelPrecedence },
	},
	{
		func(o Override) bool { return o.Recast != "" },
		func(o Override, onto *Override) { onto.Recast = o.Recast },
	},
	{
		func(o Override) bool { return o.Proxies != nil },
		func(_ Override, onto *Override) { onto.Proxies = &Proxies{} },
	},
	{
		func(o Override) bool { return o.proxies().MostPrincipals > 0 },
		func(o Override, onto *Override) { onto.Proxies.MostPrincipals = o.Proxies.MostPrincipals },
	},
	{
		func(o Override) bool { return o.proxies().AgentOnRoll },
		func(_ Override, onto *Override) { onto.Proxies.AgentOnRoll = true },
	},
	bar(PropertyStaff),
	bar(Candidate),
	days(func(w *Window) *int { return &w.LeastDays }),
	days(func(w *Window) *int { return &w.MostDays }),
	days(func(w *Window) *int { return &w.Extensions }),
	days(func(w *Window) *int { return &w.PreliminaryDays }),
	{
		func(o Override) bool { return o.Tie != "" },
		func(o Override, onto *Override) { onto.Tie = o.Tie },
	},
	{
		func(o Override) bool { return o.Recused != nil },
		func(o Override, onto *Override) { onto.Recused = o.Recused },
	},
	{
		func(o Override) bool { return o.DistinctPersonsMin > 0 },
		func(o Override, onto *Override) { onto.DistinctPersonsMin = o.DistinctPersonsMin },
	},
	{
		func(o Override) bool { return o.LateArrivalsVote != nil },
		func(o Override, onto *Override) { onto.LateArrivalsVote = o.LateArrivalsVote },
	},
}

func bar(group Barred) policy {
	return policy{
		func(o Override) bool { return slices.Contains(o.proxies().Barred, group) },
		func(_ Override, onto *Override) { onto.Proxies.Barred = append(onto.Proxies.Barred, group) },
	}
}

func days(of func(*Window) *int) policy {
	return policy{
		func(o Override) bool { return o.Window != nil && *of(o.Window) > 0 },
		func(o Override, onto *Override) {
			if onto.Window == nil {
				onto.Window = &Window{}
			}
			*of(onto.Window) = *of(o.Window)
		},
	}
}

func (p Policies) proxies() Proxies {
	if p.Proxies == nil {
		return Proxies{}
	}
	return *p.Proxies
}

// statesAnything reports whether the override would change anything at all.
func (o Override) statesAnything() bool {
	return slices.ContainsFunc(overridable, func(p policy) bool { return p.states(o) })
}

// stated are the rule's own policies as an override would state them.
func (r Rule) stated() Override {
	return Override{
		Policies: r.Policies, Tie: r.Tie, Recused: &r.Recused,
		DistinctPersonsMin: r.DistinctPersonsMin, LateArrivalsVote: &r.LateArrivalsVote,
	}
}

// laid is the rule under the overrides, of which the first that states a policy
// decides it, and which of them decided something. One of the overrides is what
// the rule itself states. What does not suit the rule is left out: silence is
// not counted in an election, whatever bylaws say about votes.
func (r Rule) laid(overrides []Override) (Rule, []int) {
	var all Override
	var decided []int
	for _, policy := range overridable {
		for i, one := range overrides {
			if one = r.suiting(one); policy.states(one) {
				policy.lay(one, &all)
				decided = append(decided, i)
				break
			}
		}
	}
	if all.Window != nil {
		window := all.Window.reconciled()
		all.Window = &window
	}
	r.Policies, r.Tie, r.DistinctPersonsMin = all.Policies, all.Tie, all.DistinctPersonsMin
	r.Recused, r.LateArrivalsVote = *all.Recused, *all.LateArrivalsVote
	slices.Sort(decided)
	return r, slices.Compact(decided)
}

func (r Rule) suiting(o Override) Override {
	if r.unservable() != "" {
		o.Deemed = nil
	}
	if r.tieMisfit(o.Tie) != nil {
		o.Tie = ""
	}
	if r.InPerson {
		o.Proxies = nil
	}
	return o
}

// reconciled mends what sets together came to that none of them says alone: of
// bounds that exclude each other the longer one stands, and nothing is extended
// without a bound.
func (w Window) reconciled() Window {
	if w.MostDays > 0 {
		w.MostDays = max(w.MostDays, w.LeastDays)
	} else {
		w.Extensions = 0
	}
	return w
}
