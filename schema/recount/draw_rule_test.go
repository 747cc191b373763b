package recount_test

import (
	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
)

// one draws one of some values.
func one[T any](t *rapid.T, label string, from ...T) T { return rapid.SampledFrom(from).Draw(t, label) }

// rarely is true once in so many.
func rarely(t *rapid.T, label string, times int) bool {
	return rapid.IntRange(1, times).Draw(t, label) == 1
}

func text2(zh, en string) rule.Text { return rule.Text{Chinese: zh, English: en} }

// kindDrawn is what is voted on: a motion of people or of parties, options,
// candidates, and whether hands are counted instead of ballots.
type kindDrawn struct {
	kind    schema.VoteKind
	parties bool
	byHand  bool
}

func drawKind(t *rapid.T) kindDrawn {
	k := kindDrawn{kind: one(t, "kind", schema.VoteKindMotion, schema.VoteKindMotion, schema.VoteKindChoice, schema.VoteKindElection)}
	k.byHand = rarely(t, "by hand", 6)
	k.parties = !k.byHand && k.kind != schema.VoteKindElection && rarely(t, "parties", 3)
	return k
}

// drawRule draws a rule that suits the kind, from small fractions.
func drawRule(t *rapid.T, k kindDrawn) rule.Rule {
	r := rule.Rule{
		Code: "DRAWN", Version: "1", Title: text2("x", "x"), ValidFrom: day.Of(began),
		Source:              rule.Source{Title: "x", Jurisdiction: "x", Text: "x"},
		Class:               one(t, "class", "", rule.Ordinary, rule.Special),
		AgendaMustBeNoticed: rarely(t, "agenda", 8), LateArrivalsVote: rapid.Bool().Draw(t, "late"),
		Recused:            rule.Recused{InBase: rapid.Bool().Draw(t, "in base"), CountAsPresent: rapid.Bool().Draw(t, "as present")},
		DistinctPersonsMin: one(t, "persons", 0, 0, 0, 2),
	}
	if rarely(t, "conflict", 8) {
		r.Conflicts = []rule.Conflict{{Source: r.Source, Note: r.Title}}
	}
	for _, code := range []string{"HEARD", "POSTED"} {
		if rarely(t, code, 6) {
			r.Conditions = append(r.Conditions, rule.Condition{Code: code, Title: r.Title, Lacking: one(t, "lacking", rule.Blocks, rule.Flags)})
		}
	}
	d := drawer{k, false}
	if rarely(t, "quorum", 3) {
		d.quorum = true
		quorum := d.clause(t, 1)
		r.Quorum, d.quorum = &quorum, false
	}
	r.Approval = d.clause(t, 2)
	if k.kind == schema.VoteKindElection {
		r.Election = d.election(t)
	} else {
		r.Tie = one(t, "tie", "", "", rule.Escalate, rule.Retable, rule.CastingVote)
		if r.Tie == rule.CastingVote && r.CountsParties() {
			r.Tie = rule.Retable // a linkage has no chair with a voice of their own
		}
	}
	if r.CountsParties() {
		r.Parties = drawParties(t)
	}
	drawPolicies(t, &r)
	return r
}

func drawParties(t *rapid.T) *rule.Parties {
	p := &rule.Parties{
		Position: one(t, "position", rule.Delegate, rule.MembersMajority),
		Absent: one(t, "absent", schema.AbsentPartyPolicyBlocks, schema.AbsentPartyPolicyLeavesBase,
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

func drawPolicies(t *rapid.T, r *rule.Rule) {
	r.InvalidBallots = one(t, "invalid", "", rule.Excluded, rule.TakePart)
	r.ChannelPrecedence = one(t, "channel", "", rule.FirstPrevails, rule.OnlinePrevails, rule.PaperPrevails)
	r.Recast = one(t, "recast", "", rule.Never, rule.UntilClose)
	if !rapid.Bool().Draw(t, "deemed") {
		return
	}
	r.Deemed = &rule.Deemed{
		Basis: r.Title, Direction: one(t, "direction", rule.FollowMajority, rule.FollowMajority, rule.DeemedAbstain),
		CountsTowardQuorum: rapid.Bool().Draw(t, "toward quorum"),
	}
	if len(r.Validate()) > 0 {
		r.Deemed = nil // the rule is not one for those who are served
	}
}

var fractions = []rule.Fraction{
	{Num: 1, Den: 2}, {Num: 1, Den: 2}, {Num: 1, Den: 3}, {Num: 1, Den: 4}, {Num: 2, Den: 3}, {Num: 3, Den: 4}, {Num: 1, Den: 1},
}

// drawer draws the clauses of a rule.
type drawer struct {
	kindDrawn
	quorum bool
}

func (d drawer) clause(t *rapid.T, depth int) rule.Clause {
	form := rapid.IntRange(0, 9).Draw(t, "form")
	if depth == 0 || form < 6 {
		return d.leaf(t)
	}
	parts := make([]rule.Clause, rapid.IntRange(1, 3).Draw(t, "parts"))
	for i := range parts {
		parts[i] = d.clause(t, depth-1)
	}
	switch form {
	case 6, 7:
		return rule.Clause{All: parts}
	case 8:
		return rule.Clause{Any: parts}
	default:
		return rule.Clause{KOf: &rule.KOf{K: rapid.IntRange(1, len(parts)).Draw(t, "k"), Of: parts}}
	}
}

func (d drawer) measure(t *rapid.T) schema.Measure {
	all := []schema.Measure{schema.MeasureHeads, schema.MeasureHeads, schema.MeasureSeats, schema.MeasureHouseholds, schema.MeasureWeight}
	if !d.byHand {
		all = append(all, schema.MeasureArea, schema.MeasureArea)
	}
	if d.parties {
		all = append(all, schema.MeasureParties, schema.MeasureParties, schema.MeasureParties)
	}
	return rapid.SampledFrom(all).Draw(t, "measure")
}

func (d drawer) leaf(t *rapid.T) rule.Clause {
	measure := d.measure(t)
	count := rule.For
	if d.quorum {
		count = one(t, "counted", rule.Present, rule.Participating)
	}
	limit := !d.quorum && d.kind != schema.VoteKindElection && rarely(t, "limit", 5)
	base := rapid.SampledFrom(d.bases(measure, limit)).Draw(t, "base")
	among := d.among(t, measure, base)
	if rarely(t, "number", 10) {
		return rule.Clause{Number: &rule.Number{Count: count, Measure: measure, Least: rapid.Int64Range(1, 3).Draw(t, "least"), Among: d.among(t, measure, "")}}
	}
	fraction := one(t, "fraction", fractions...)
	if limit {
		fraction = one(t, "limit of", fraction, rule.Fraction{Num: 0, Den: 1})
		if fraction.Num == fraction.Den {
			fraction.Num = 0
		}
		return rule.Clause{Limit: &rule.Limit{Count: rule.Against, Measure: measure, Base: base, Fraction: fraction, Among: among}}
	}
	s := rule.Share{Count: count, Measure: measure, Base: base, Compare: rule.AtLeast, Fraction: fraction, Among: among}
	if fraction.Num < fraction.Den && rapid.Bool().Draw(t, "strict") {
		s.Compare = rule.MoreThan
	}
	return rule.Clause{Share: &s}
}

func (d drawer) bases(measure schema.Measure, limit bool) []schema.Base {
	bases := []schema.Base{schema.BaseOnRoll}
	switch measure {
	case schema.MeasureParties:
		bases = []schema.Base{schema.BaseAllSeats}
	case schema.MeasureSeats:
		bases = append(bases, schema.BaseAllSeats, schema.BaseIncumbents)
	case schema.MeasureHeads:
		bases = append(bases, schema.BaseDue)
	}
	if d.quorum {
		return bases
	}
	bases = append(bases, schema.BasePresent, schema.BaseParticipating, schema.BaseParticipating)
	if measure != schema.MeasureParties {
		bases = append(bases, schema.BaseValid)
	}
	if !limit && d.kind != schema.VoteKindElection {
		bases = append(bases, schema.BaseCastForOrAgainst)
	}
	if !limit && measure != schema.MeasureParties {
		bases = append(bases, schema.BasePapersCast)
	}
	return bases
}

func (d drawer) among(t *rapid.T, measure schema.Measure, base schema.Base) *rule.Group {
	stated := base == schema.BaseAllSeats || base == schema.BaseIncumbents || base == schema.BaseDue
	if d.byHand || stated && measure != schema.MeasureParties || !rarely(t, "among", 6) {
		return nil
	}
	return &rule.Group{Code: "G", Title: text2("x", "x")}
}

func (d drawer) election(t *rapid.T) *rule.Election {
	e := &rule.Election{
		SecondTie:        one(t, "second tie", rule.LeaveVacant, rule.VoteAgain),
		MarksAtMostSeats: rapid.Bool().Draw(t, "marks at most seats"), MoreCandidatesThanSeats: rapid.Bool().Draw(t, "more candidates"),
		LeastSeats: rapid.IntRange(0, 2).Draw(t, "least seats"),
	}
	e.Ranking = append(e.Ranking, schema.MeasureHeads)
	if !d.byHand && rapid.Bool().Draw(t, "area ranks") {
		e.Ranking = append(e.Ranking, schema.MeasureArea)
	}
	if rapid.Bool().Draw(t, "least share") {
		e.LeastShare = &rule.Portion{Compare: one(t, "compare", rule.MoreThan, rule.AtLeast), Fraction: rule.Fraction{Num: 1, Den: 2}}
	}
	if rapid.Bool().Draw(t, "alternates") {
		e.Alternates = &rule.Alternates{MostPerSeat: rapid.IntRange(0, 2).Draw(t, "per seat"), MustQualify: rapid.Bool().Draw(t, "must qualify")}
	}
	return e
}
