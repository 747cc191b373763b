package tally_test

import (
	"strconv"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
)

var choices = []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}

func oneIn(t *rapid.T, n int, label string) bool { return rapid.IntRange(1, n).Draw(t, label) == 1 }

func pick[T any](t *rapid.T, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(t, label)
}

// drawRule makes any rule for a kind of vote that Parse accepts, from small
// fractions.
func drawRule(t *rapid.T, kind schema.VoteKind) rule.Rule {
	d := drawer{t, kind, kind != schema.VoteKindElection && oneIn(t, 3, "of owners")}
	r := rule.Rule{
		Code: "DRAWN", Version: "1",
		Approval:            d.clause(rule.For, 2),
		LateArrivalsVote:    rapid.Bool().Draw(t, "late arrivals vote"),
		AgendaMustBeNoticed: oneIn(t, 10, "agenda"),
		DistinctPersonsMin:  pick(t, "persons", 0, 0, 0, 2),
		Recused:             rule.Recused{InBase: rapid.Bool().Draw(t, "in base"), CountAsPresent: rapid.Bool().Draw(t, "as present")},
		Class:               pick(t, "class", "", rule.Ordinary, rule.Special, rule.Unanimous),
	}
	if oneIn(t, 2, "quorum") {
		of := pick(t, "quorum of", rule.Present, rule.Participating)
		if d.owners {
			of = rule.Participating
		}
		quorum := d.clause(of, 1)
		r.Quorum = &quorum
	}
	if r.CountsParties() {
		r.Parties = drawParties(t)
	}
	if kind == schema.VoteKindElection {
		r.Election = drawElection(t)
	} else {
		r.Tie = pick(t, "tie", "", rule.Escalate, rule.Retable, rule.CastingVote)
		if r.Tie == rule.CastingVote && r.CountsParties() {
			r.Tie = rule.Escalate
		}
	}
	drawPolicies(t, &r)
	return r
}

func drawPolicies(t *rapid.T, r *rule.Rule) {
	r.InvalidBallots = pick(t, "invalid", "", rule.Excluded, rule.TakePart)
	r.ChannelPrecedence = pick(t, "channel", "", rule.FirstPrevails, rule.OnlinePrevails, rule.PaperPrevails)
	r.Recast = pick(t, "recast", "", rule.Never, rule.Never, rule.UntilClose)
	if r.Election == nil && silenceSuits(*r) && !oneIn(t, 3, "not deemed") {
		r.Deemed = &rule.Deemed{
			Direction:          pick(t, "direction", rule.FollowMajority, rule.FollowMajority, rule.DeemedAbstain),
			CountsTowardQuorum: rapid.Bool().Draw(t, "toward quorum"),
			Basis:              rule.Text{Chinese: "管理规约第八条", English: "article 8 of the covenant"},
		}
	}
	for i := range pick(t, "conditions", 0, 0, 0, 1, 2) {
		r.Conditions = append(r.Conditions, rule.Condition{
			Code: "C" + strconv.Itoa(i), Lacking: pick(t, "lacking", rule.Blocks, rule.Flags),
			Title: rule.Text{Chinese: "听取本人陈述", English: "the person concerned was heard"},
		})
	}
	if oneIn(t, 10, "conflict") {
		r.Conflicts = []rule.Conflict{{
			Source: rule.Source{Title: "中华人民共和国民法典", Article: "278"},
			Note:   rule.Text{Chinese: "业主共同决定事项须有人参与表决。", English: "Owners' decisions take participants."},
		}}
	}
}

func silenceSuits(r rule.Rule) bool {
	for _, leaf := range r.Leaves() {
		if leaf.Measure() == schema.MeasureParties || leaf.Measure() == schema.MeasureSeats ||
			leaf.Count() == rule.Present || leaf.Base() == schema.BasePresent {
			return false
		}
	}
	return true
}

func drawElection(t *rapid.T) *rule.Election {
	e := &rule.Election{
		Ranking: pick(t, "ranking", []schema.Measure{schema.MeasureHeads}, []schema.Measure{schema.MeasureHeads, schema.MeasureArea},
			[]schema.Measure{schema.MeasureArea}),
		SecondTie:               pick(t, "second tie", rule.LeaveVacant, rule.VoteAgain),
		MarksAtMostSeats:        rapid.Bool().Draw(t, "marks at most seats"),
		MoreCandidatesThanSeats: rapid.Bool().Draw(t, "more candidates"),
		LeastSeats:              pick(t, "least", 0, 0, 1, 2, 3),
	}
	if oneIn(t, 2, "share") {
		e.LeastShare = &rule.Portion{Compare: pick(t, "by", rule.MoreThan, rule.AtLeast), Fraction: rule.Fraction{Num: 1, Den: 2}}
	}
	if oneIn(t, 2, "alternates") {
		e.Alternates = &rule.Alternates{MostPerSeat: pick(t, "per seat", 0, 0, 1), MustQualify: rapid.Bool().Draw(t, "qualify")}
	}
	return e
}

func drawParties(t *rapid.T) *rule.Parties {
	p := &rule.Parties{
		Position: pick(t, "position", rule.Delegate, rule.MembersMajority),
		Absent: pick(t, "absent", schema.AbsentPartyPolicyBlocks, schema.AbsentPartyPolicyLeavesBase,
			schema.AbsentPartyPolicyCountedAsConsentAfterNotice),
	}
	switch p.Absent {
	case schema.AbsentPartyPolicyBlocks:
		p.ConsentDays = rapid.IntRange(0, 1).Draw(t, "days")
	case schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		p.ConsentDays = 3
	}
	return p
}

// drawer draws the clauses of a rule for a kind of vote.
type drawer struct {
	*rapid.T
	kind schema.VoteKind
	// owners decide by heads and land, and in no room.
	owners bool
}

func (d drawer) clause(count rule.Counted, depth int) rule.Clause {
	if d.owners && count == rule.For && oneIn(d.T, 2, "heads and land") {
		return rule.Clause{All: []rule.Clause{d.of(count, schema.MeasureArea), d.of(count, schema.MeasureHeads)}}
	}
	kind := rapid.IntRange(0, 9).Draw(d.T, "kind")
	if depth == 0 || kind < 6 {
		return d.leaf(count)
	}
	parts := make([]rule.Clause, rapid.IntRange(1, 3).Draw(d.T, "parts"))
	for i := range parts {
		parts[i] = d.clause(count, depth-1)
	}
	switch kind {
	case 6, 7:
		return rule.Clause{All: parts}
	case 8:
		return rule.Clause{Any: parts}
	default:
		return rule.Clause{KOf: &rule.KOf{K: rapid.IntRange(1, len(parts)).Draw(d.T, "k"), Of: parts}}
	}
}

func (d drawer) leaf(count rule.Counted) rule.Clause {
	measures := []schema.Measure{schema.MeasureHeads, schema.MeasureArea, schema.MeasureHeads, schema.MeasureSeats}
	switch {
	case d.owners:
		measures = measures[:2]
	case d.kind != schema.VoteKindElection:
		measures = append(measures, schema.MeasureParties, schema.MeasureParties)
	}
	return d.of(count, pick(d.T, "measure", measures...))
}

func (d drawer) of(count rule.Counted, measure schema.Measure) rule.Clause {
	limit := count == rule.For && d.kind != schema.VoteKindElection && oneIn(d.T, 8, "limit")
	if !limit && oneIn(d.T, 10, "number") {
		return rule.Clause{Number: &rule.Number{Count: count, Measure: measure, Least: rapid.Int64Range(1, 3).Draw(d.T, "least"), Among: d.among()}}
	}
	base := pick(d.T, "base", d.bases(count, measure, limit)...)
	var among *rule.Group
	if measure == schema.MeasureParties || base != schema.BaseAllSeats && base != schema.BaseIncumbents && base != schema.BaseDue {
		among = d.among()
	}
	if limit {
		return rule.Clause{Limit: &rule.Limit{Count: rule.Against, Measure: measure, Base: base, Among: among,
			Fraction: pick(d.T, "fraction", rule.Fraction{Num: 0, Den: 1}, rule.Fraction{Num: 1, Den: 3}, rule.Fraction{Num: 1, Den: 2})}}
	}
	s := rule.Share{
		Count: count, Measure: measure, Base: base, Compare: rule.AtLeast, Among: among,
		Fraction: pick(d.T, "fraction", rule.Fraction{Num: 1, Den: 2}, rule.Fraction{Num: 2, Den: 3}, rule.Fraction{Num: 3, Den: 4},
			rule.Fraction{Num: 1, Den: 3}, rule.Fraction{Num: 1, Den: 1}),
	}
	if s.Fraction.Num < s.Fraction.Den && rapid.Bool().Draw(d.T, "strict") {
		s.Compare = rule.MoreThan
	}
	return rule.Clause{Share: &s}
}

func (d drawer) bases(count rule.Counted, measure schema.Measure, limit bool) []schema.Base {
	bases := []schema.Base{schema.BaseOnRoll}
	switch measure {
	case schema.MeasureParties:
		bases = []schema.Base{schema.BaseAllSeats}
	case schema.MeasureSeats:
		bases = append(bases, schema.BaseAllSeats, schema.BaseIncumbents)
	case schema.MeasureHeads:
		bases = append(bases, schema.BaseDue)
	}
	if count == rule.For {
		bases = append(bases, schema.BaseParticipating)
		if !d.owners {
			bases = append(bases, schema.BasePresent)
		}
		if measure != schema.MeasureParties {
			bases = append(bases, schema.BaseValid)
			if !limit {
				bases = append(bases, schema.BasePapersCast)
			}
		}
		if !limit && d.kind != schema.VoteKindElection {
			bases = append(bases, schema.BaseCastForOrAgainst)
		}
	}
	return bases
}

func (d drawer) among() *rule.Group {
	if !oneIn(d.T, 8, "among") {
		return nil
	}
	return &rule.Group{Code: "G", Title: rule.Text{Chinese: "业主成员", English: "the owners among them"}}
}
