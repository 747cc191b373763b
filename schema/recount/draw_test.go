package recount_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/tally"
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
		r.Tie = one(t, "tie", "", "", rule.Escalate, rule.Retable)
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

var began = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// drawCount draws a count of at most seven entries and three parties.
func drawCount(t *rapid.T, r rule.Rule, k kindDrawn) tally.Count {
	c := tally.Count{
		Kind: k.kind, Written: rapid.Bool().Draw(t, "written"), Noticed: !rarely(t, "not noticed", 4),
		Chair: one(t, "chair", "", "v00", "v01"),
	}
	if k.kind == schema.VoteKindMotion && rapid.Bool().Draw(t, "kind left out") {
		c.Kind = ""
	}
	for _, code := range []string{"HEARD", "POSTED"} {
		if rapid.Bool().Draw(t, code+" is so") {
			c.Fulfilled = append(c.Fulfilled, code)
		}
	}
	if rarely(t, "flagged", 8) {
		c.Flags = append(c.Flags, schema.VerdictFlagProceduralDefect)
	}
	drawOptions(t, &c, k)
	if k.parties {
		for i := range rapid.IntRange(1, 3).Draw(t, "parties") {
			c.Parties = append(c.Parties, rule.Party{ID: fmt.Sprint("p", i), Groups: drawGroups(t)})
		}
	}
	var heads, seats int64
	for i := range rapid.IntRange(1, 7).Draw(t, "entries") {
		e := drawEntry(t, i, k, len(c.Parties))
		heads, seats = heads+e.Weights.Heads, seats+e.Weights.Seats
		c.Roll = append(c.Roll, e)
	}
	c.Incumbents = max(1, seats)
	c.Seats = c.Incumbents + rapid.Int64Range(0, 2).Draw(t, "vacancies")
	c.Due = max(1, heads) + rapid.Int64Range(0, 2).Draw(t, "more due")
	if k.byHand {
		c.Written = c.Written || rapid.Bool().Draw(t, "written by hand")
		drawSheets(t, &c)
	} else {
		drawBallots(t, &c)
	}
	drawConsent(t, &c)
	return c
}

func drawOptions(t *rapid.T, c *tally.Count, k kindDrawn) {
	if k.kind == schema.VoteKindMotion {
		return
	}
	n := rapid.IntRange(2, 5).Draw(t, "options")
	for i := range n {
		c.Options = append(c.Options, tally.Option{ID: string(rune('A' + i))})
	}
	if rapid.Bool().Draw(t, "none of them") {
		c.Options = append(c.Options, tally.Option{ID: "N", None: true})
	}
	c.MostMarks = rapid.IntRange(0, n).Draw(t, "most marks")
	if k.kind == schema.VoteKindElection {
		c.Fill, c.StandBy = rapid.IntRange(1, n-1).Draw(t, "fill"), rapid.IntRange(0, 2).Draw(t, "stand by")
		c.TieBreak = rarely(t, "tie break", 4)
	}
}

func drawGroups(t *rapid.T) []string {
	if rapid.Bool().Draw(t, "in the group") {
		return []string{"F", "G"}
	}
	return nil
}

func drawWeights(t *rapid.T, k kindDrawn) tally.Weights {
	w := tally.Weights{Heads: 1, Seats: 1, Households: 1, Weight: 1, Area: rapid.Int64Range(0, 3).Draw(t, "area") * 50}
	if !k.byHand && rarely(t, "uneven", 3) {
		w.Heads, w.Weight, w.Households = rapid.Int64Range(0, 2).Draw(t, "heads"), rapid.Int64Range(0, 9).Draw(t, "weight"), 2
	}
	return w
}

func drawEntry(t *rapid.T, i int, k kindDrawn, parties int) tally.Entry {
	e := tally.Entry{
		ID: fmt.Sprint("e", (i*5)%7), Weights: drawWeights(t, k), Groups: drawGroups(t),
		Building: one(t, "building", "", "1", "2"), Served: rapid.Bool().Draw(t, "served"),
	}
	if party := rapid.IntRange(0, max(0, parties)).Draw(t, "party"); party < parties {
		e.Party = fmt.Sprint("p", party)
	}
	for range one(t, "voters", 1, 1, 1, 1, 2, 2, 3, 0) {
		e.Voters = append(e.Voters, tally.Voter{
			// few persons, so that some of them stand in several entries
			Person:  fmt.Sprintf("v%d%d", len(e.Voters), rapid.IntRange(0, 3).Draw(t, "person")),
			Arrival: one(t, "arrival", tally.AtOpening, tally.AtOpening, tally.AtOpening, tally.Late, tally.Absent),
			Recused: rarely(t, "recused", 10),
		})
	}
	if rarely(t, "amended", 8) {
		before := drawWeights(t, k)
		amendment := one(t, "amendment", tally.Amendment{Added: true}, tally.Amendment{Removed: true}, tally.Amendment{Before: &before})
		e.Amended = &amendment
	}
	return e
}

// drawBallots casts some ballots for everybody, by all ways. Their identifiers
// tell them apart, unless they have neither these nor instants, as in counts
// that were stored long ago.
func drawBallots(t *rapid.T, c *tally.Count) {
	plain := rarely(t, "plain", 4)
	cast := func(entry, person string) {
		b := tally.Ballot{Entry: entry, Person: person}
		if !plain {
			b.ID = fmt.Sprint("b", (len(c.Ballots)*7)%31)
			b.At = began.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "at")) * time.Minute).In(one(t, "zone", time.UTC, time.FixedZone("", 8*3600)))
			b.Channel = one(t, "channel of the ballot", "", schema.BallotChannelOnline, schema.BallotChannelHall, schema.BallotChannelPaper)
			b.Agent = one(t, "agent", "", "", "a1")
			b.Invalid = one(t, "spoilt", "", "", "", "", schema.InvalidReasonBlank)
		}
		b.Choice, b.Marks = drawChoice(t, c)
		c.Ballots = append(c.Ballots, b)
		if rarely(t, "handed in twice", 12) {
			c.Ballots = append(c.Ballots, b)
		}
	}
	for _, e := range c.Roll {
		for _, v := range e.Voters {
			for range one(t, "ballots", 0, 0, 1, 1, 1, 1, 2, 3) {
				cast(e.ID, v.Person)
			}
		}
		if len(e.Voters) > 1 && rarely(t, "settled", 3) {
			c.Settled = append(c.Settled, tally.Settlement{Entry: e.ID, Person: rapid.SampledFrom(e.Voters).Draw(t, "speaker").Person})
		}
	}
	if rarely(t, "strangers", 8) {
		cast("e0", "stranger")
		cast("nowhere", "v00")
	}
	c.Ballots = rapid.Permutation(c.Ballots).Draw(t, "order")
}

func drawChoice(t *rapid.T, c *tally.Count) (schema.BallotChoice, []string) {
	if len(c.Options) == 0 {
		return one(t, "choice", schema.BallotChoiceFor, schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain, "MAYBE"), nil
	}
	var marks []string
	for range one(t, "marks", 1, 1, 1, 2, 2, 3, 0) {
		id := "?"
		if !rarely(t, "unknown", 20) {
			id = rapid.SampledFrom(c.Options).Draw(t, "mark").ID
		}
		marks = append(marks, id)
	}
	return "", marks
}

// drawSheets counts by hand what the roll can bring about, or sometimes not.
func drawSheets(t *rapid.T, c *tally.Count) {
	n := func(label string) int64 { return one[int64](t, label, 0, 0, 1, 1, 2) }
	for i := range one(t, "sheets", 1, 1, 1, 2) {
		s := tally.Sheet{ID: fmt.Sprint("s", i)}
		if len(c.Options) == 0 {
			s.For, s.Against, s.Abstain = n("for"), n("against"), n("abstain")
			s.Returned = s.For + s.Against + s.Abstain
		}
		for _, o := range c.Options {
			if rapid.Bool().Draw(t, "marked") {
				papers := n("papers")
				s.Marks = append(s.Marks, tally.Marks{Option: o.ID, Papers: papers})
				s.Returned += papers
			}
		}
		if rapid.Bool().Draw(t, "hands up") {
			s.Returned = 0
		} else {
			s.Blank, s.Invalid = n("blank"), n("invalid")
			s.Returned += s.Blank + s.Invalid
			s.Issued = s.Returned + n("kept")
		}
		c.Sheets = append(c.Sheets, s)
	}
}

func drawConsent(t *rapid.T, c *tally.Count) {
	c.Consent.Now = began.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "now")) * 24 * time.Hour)
	if rapid.Bool().Draw(t, "notice") {
		c.Consent.NoticedAt, c.Consent.Deadline = began, began.Add(3*24*time.Hour)
	}
	if len(c.Parties) == 0 {
		return
	}
	for range rapid.IntRange(0, 2).Draw(t, "replies") {
		c.Consent.Replies = append(c.Consent.Replies, tally.Reply{
			Party: rapid.SampledFrom(c.Parties).Draw(t, "of").ID, Objects: rapid.Bool().Draw(t, "objects"),
			At: began.Add(time.Duration(rapid.IntRange(0, 5).Draw(t, "replied")) * 24 * time.Hour),
		})
	}
}
