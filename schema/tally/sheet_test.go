package tally_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// A count by hand comes to what single ballots come to that say the same,
// whichever entries they are from and however many sheets there are.
func TestHandCountIsLikeBallots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, named := drawHall(t)
		byHand := named
		byHand.Ballots = nil
		byHand.Sheets = sheets(t, named)
		want, got := mustJudge(t, r, named), mustJudge(t, r, byHand)
		want.SetAside, want.Buildings = nil, nil
		want.Explanation, got.Explanation = rule.Sentence{}, rule.Sentence{}
		want.Options, want.Invalid = countable(want.Options), weighed(want.Invalid)
		got.Options, got.Invalid = countable(got.Options), weighed(got.Invalid)
		for i := range want.Choices {
			want.Choices[i].For, got.Choices[i].For = weighed(want.Choices[i].For), weighed(got.Choices[i].For)
		}
		if !reflect.DeepEqual(want, got) {
			t.Fatalf("%+v\n%+v", want, got)
		}
	})
}

// drawHall is a vote of people who weigh one each, on one paper each.
func drawHall(t *rapid.T) (rule.Rule, tally.Count) {
	kind := pick(t, "vote", kinds...)
	r := rule.Rule{
		Code: "DRAWN", Version: "1", LateArrivalsVote: rapid.Bool().Draw(t, "late arrivals vote"),
		Recused: rule.Recused{InBase: rapid.Bool().Draw(t, "in base"), CountAsPresent: rapid.Bool().Draw(t, "as present")},
	}
	r.InvalidBallots = pick(t, "invalid", rule.Excluded, rule.TakePart)
	leaf := func(count rule.Counted, bases ...schema.Base) rule.Clause {
		return rule.Clause{Share: &rule.Share{
			Count: count, Measure: schema.MeasureHeads, Base: pick(t, "base", bases...), Compare: pick(t, "by", rule.MoreThan, rule.AtLeast),
			Fraction: pick(t, "fraction", rule.Fraction{Num: 1, Den: 2}, rule.Fraction{Num: 1, Den: 3}),
		}}
	}
	quorum := leaf(pick(t, "quorum of", rule.Present, rule.Participating), schema.BaseOnRoll)
	r.Quorum = &quorum
	r.Approval = leaf(rule.For, schema.BaseOnRoll, schema.BasePresent, schema.BaseParticipating, schema.BaseValid, schema.BasePapersCast)
	if kind == schema.VoteKindElection {
		r.Election = &rule.Election{Ranking: []schema.Measure{schema.MeasureHeads}, SecondTie: rule.LeaveVacant,
			Alternates: &rule.Alternates{MustQualify: rapid.Bool().Draw(t, "qualify")}}
	}
	c := tally.Count{Kind: kind, Written: rapid.Bool().Draw(t, "written")}
	drawOptions(t, r, &c)
	for i := range rapid.IntRange(2, 8).Draw(t, "entries") {
		id := "e" + strconv.Itoa(i)
		v := tally.Voter{Person: id, Recused: oneIn(t, 8, "recused"),
			Arrival: pick(t, "arrival", tally.AtOpening, tally.AtOpening, tally.Late, tally.Absent)}
		c.Roll = append(c.Roll, tally.Entry{ID: id, Voters: []tally.Voter{v}, Weights: tally.Weights{Heads: 1}})
		may := c.Written || v.Arrival == tally.AtOpening || v.Arrival == tally.Late && r.LateArrivalsVote
		if may && !v.Recused && !oneIn(t, 4, "silent") {
			c.Ballots = append(c.Ballots, lawfulBallot(t, c, r, id))
		}
	}
	return r, c
}

// lawfulBallot is one that counts, or that is spoilt.
func lawfulBallot(t *rapid.T, c tally.Count, r rule.Rule, id string) tally.Ballot {
	b := tally.Ballot{ID: id, Entry: id, Person: id}
	if oneIn(t, 6, "spoilt") {
		b.Invalid = pick(t, "why", schema.InvalidReasonBlank, schema.InvalidReasonAltered)
		return b
	}
	if len(c.Options) == 0 {
		b.Choice = rapid.SampledFrom(choices).Draw(t, "choice")
		return b
	}
	for _, i := range rapid.Permutation(indices(len(c.Options))).Draw(t, "order")[:rapid.IntRange(1, counter(r, c).marksAllowed()).Draw(t, "marks")] {
		b.Marks = append(b.Marks, c.Options[i].ID)
		if c.Options[i].None {
			b.Marks = []string{c.Options[i].ID}
			break
		}
	}
	return b
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// sheets count the ballots by hand, on one or two sheets.
func sheets(t *rapid.T, c tally.Count) []tally.Sheet {
	all := []tally.Sheet{{ID: "first"}, {ID: "second"}}
	for i := range all {
		for _, option := range c.Options {
			all[i].Marks = append(all[i].Marks, tally.Marks{Option: option.ID})
		}
	}
	for _, b := range c.Ballots {
		s := &all[rapid.IntRange(0, 1).Draw(t, "sheet")]
		s.Returned++
		switch {
		case b.Invalid == schema.InvalidReasonBlank:
			s.Blank++
		case b.Invalid != "":
			s.Invalid++
		case b.Choice == schema.BallotChoiceFor:
			s.For++
		case b.Choice == schema.BallotChoiceAgainst:
			s.Against++
		case b.Choice == schema.BallotChoiceAbstain:
			s.Abstain++
		}
		for k := range s.Marks {
			if b.Invalid == "" && strings.Contains(" "+strings.Join(b.Marks, " ")+" ", " "+s.Marks[k].Option+" ") {
				s.Marks[k].Papers++
			}
		}
	}
	for i := range all {
		all[i].Issued = all[i].Returned + 1 // one paper was kept, so that no sheet seems to count hands
	}
	return all
}

func weighed(s tally.Sum) tally.Sum {
	s.Weights = tally.Weights{Heads: s.Weights.Heads}
	return s
}

func countable(o tally.Options) tally.Options {
	return tally.Options{
		For: weighed(o.For), Against: weighed(o.Against), Abstain: weighed(o.Abstain),
		Divided: weighed(o.Divided), NotCast: weighed(o.NotCast),
	}
}

func TestShowOfHands(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE")
	c := committee(5, ".....")
	c.Sheets = []tally.Sheet{{ID: "hands", For: 3, Against: 1}}
	v := judge(t, r, c)
	expectOutcome(t, v, adopted)
	if v.Options.For.Entries != 3 || v.Options.NotCast.Entries != 1 || v.Options.NotCast.Weights.Seats != 1 {
		t.Errorf("%+v", v.Options)
	}
	if v.Buildings != nil || v.Deemed != nil {
		t.Errorf("hands tell no building and no silence: %+v", v)
	}
	c.Open = true
	c.Sheets[0] = tally.Sheet{ID: "hands", For: 2, Against: 1}
	if m := judge(t, r, c).Margins; !m.CanPass || !m.CanFail {
		t.Errorf("two hands may still rise: %+v", m)
	}
	c.Sheets[0] = tally.Sheet{ID: "hands", For: 2, Against: 3}
	if m := judge(t, r, c).Margins; m.CanPass {
		t.Errorf("no hand may still rise: %+v", m)
	}
}
