package rule

import (
	"slices"

	"sifang/schema"
)

// Conflicts tell where the rule asks for less than a law that leaves no room
// below, each with the law's source. A clause of the law is kept if whoever meets
// the rule surely meets it too; what cannot be shown to be as strict is a
// conflict, and the note says so. What laws leave to bylaws is none: how invalid
// papers, silence and recusal are treated, and what a tie leads to.
func Conflicts(law, own Rule) []Conflict {
	c := contest{source: law.Source, proof: proof{}}
	c.quorum(law, own)
	c.clauses(&law.Approval, &own.Approval)
	c.procedure(law, own)
	c.election(law.Election, own.Election)
	c.conditions(law.Conditions, own.Conditions)
	c.silence(law.Class, own.Deemed)
	c.agents(law, own)
	return c.found
}

// contest gathers the contradictions to one source.
type contest struct {
	source Source
	proof  proof
	found  []Conflict
}

func (c *contest) add(zh, en string) {
	c.found = append(c.found, Conflict{Source: c.source, Note: Text{Chinese: zh, English: en}})
}

func (c *contest) quorum(law, own Rule) {
	if law.Quorum != nil {
		c.clauses(law.Quorum, own.Quorum)
	}
	if own.DistinctPersonsMin < law.DistinctPersonsMin {
		c.add("该规定要求到会的不同自然人达到一定人数，本规则要求的人数较少。",
			"The law asks for a number of different people in the room, and this rule for fewer.")
	}
}

// clauses takes the law's clause apart as far as all of its parts are required,
// so that each note names the one that is not kept.
func (c *contest) clauses(law, own *Clause) {
	if len(law.All) > 0 {
		for i := range law.All {
			c.clauses(&law.All[i], own)
		}
		return
	}
	if own != nil && c.proof.implies(own, law) {
		return
	}
	asked := law.requirement()
	zh, en := "该规定要求："+asked.Chinese+"；", "The law asks that "+asked.English+"; "
	if laxer, ok := laxest(own, law); ok {
		said := laxer.requirement()
		c.add(zh+"本规则只要求："+said.Chinese+"。", en+"this rule only that "+said.English+".")
		return
	}
	c.add(zh+"本规则没有可以证明同样严格的条件。", en+"nothing in this rule is shown to be as strict.")
}

// laxest is the leaf of the rule that counts the same as the law's out of the
// same base, and asks for less.
func laxest(own, law *Clause) (Clause, bool) {
	if own == nil {
		return Clause{}, false
	}
	for _, leaf := range own.Leaves() {
		if leaf.alike(*law) && leaf.Base() == law.Base() && !leaf.leafImplies(*law) {
			return leaf, true
		}
	}
	return Clause{}, false
}

func (c *contest) procedure(law, own Rule) {
	if law.AgendaMustBeNoticed && !own.AgendaMustBeNoticed {
		c.add("该规定不允许表决未公示的议题，本规则允许。",
			"The law admits no vote on an item that was not noticed, and this rule does.")
	}
	if law.Visibility == schema.BallotVisibilitySecret && own.Visibility != law.Visibility {
		c.add("该规定要求无记名投票，本规则没有要求。", "The law asks for a secret ballot, and this rule does not.")
	}
}

func (c *contest) election(law, own *Election) {
	if law == nil {
		return
	}
	if own == nil {
		c.add("该规定适用于选举，本规则不是选举规则。", "The law is about an election, and this rule is not.")
		return
	}
	if law.MoreCandidatesThanSeats && !own.MoreCandidatesThanSeats {
		c.add("该规定要求差额选举，本规则没有要求。", "The law asks for more candidates than seats, and this rule does not.")
	}
	if own.LeastSeats < law.LeastSeats || law.LeastShare != nil && !own.LeastShare.asMuch(*law.LeastShare) {
		c.add("该规定要求的最低当选人数，本规则没有达到。", "The law asks for a least number of seats to be filled, and this rule for fewer.")
	}
	if law.Alternates != nil && own.Alternates != nil && !own.Alternates.within(*law.Alternates) {
		c.add("该规定对候补成员的限制，本规则没有遵守。", "The law bounds who stands by and how many, and this rule goes beyond.")
	}
}

func (p *Portion) asMuch(law Portion) bool { return p != nil && p.asMuchAs(law) }

func (a Alternates) within(law Alternates) bool {
	tooMany := law.MostPerSeat > 0 && (a.MostPerSeat == 0 || a.MostPerSeat > law.MostPerSeat)
	return !tooMany && (a.MustQualify || !law.MustQualify)
}

// conditions compares those of the law itself. One that cites another text is no
// demand of this one.
func (c *contest) conditions(law, own []Condition) {
	for _, asked := range law {
		elsewhere := asked.Source != nil && asked.Source.Title != c.source.Title
		kept := elsewhere || slices.ContainsFunc(own, func(one Condition) bool {
			return one.Code == asked.Code && (one.Lacking == Blocks || asked.Lacking == Flags)
		})
		if !kept {
			c.add("该规定的条件「"+asked.Title.Chinese+"」，本规则没有同样要求。",
				"The law's condition “"+asked.Title.English+"” is not asked for in the same way.")
		}
	}
}

// silence is no consent where everybody concerned must consent (Civil Code
// art. 279).
func (c *contest) silence(class Class, own *Deemed) {
	if class == Unanimous && own != nil {
		c.add("该规定要求一致同意，未表示意见不能视为同意，本规则却将其计入。",
			"The law asks for everybody's consent, and silence is none; this rule counts it.")
	}
}

// agents compares who may vote for whom. A law that says nothing about proxies
// leaves them to bylaws.
func (c *contest) agents(law, own Rule) {
	switch {
	case law.InPerson && own.Proxies != nil:
		c.add("该规定不实行委托投票，本规则允许委托。", "The law admits no proxies, and this rule does.")
	case law.Proxies != nil && own.Proxies != nil:
		c.proxies(*law.Proxies, *own.Proxies)
	}
}

func (c *contest) proxies(law, own Proxies) {
	if law.MostPrincipals > 0 && (own.MostPrincipals == 0 || own.MostPrincipals > law.MostPrincipals) {
		c.add("该规定限制每人接受委托的人数，本规则允许更多。",
			"The law bounds for how many others one may vote, and this rule admits more.")
	}
	if law.AgentOnRoll && !own.AgentOnRoll {
		c.add("该规定要求受托人本人有表决权，本规则没有要求。",
			"The law asks that an agent may vote in person, and this rule does not.")
	}
	for _, group := range law.Barred {
		if !slices.Contains(own.Barred, group) {
			c.add("该规定禁止接受委托的人员，本规则没有禁止。", "The law bars some people as agents, and this rule does not.")
			return
		}
	}
}
