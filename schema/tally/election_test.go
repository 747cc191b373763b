package tally_test

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Twenty papers for some seats, of which more than ten are enough. The letters
// are candidates with their votes; N is for none of them.
func TestElections(t *testing.T) {
	base := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS")
	with := func(by func(*rule.Rule, *rule.Election)) rule.Rule {
		r, e := base, *base.Election
		r.Election = &e
		by(&r, &e)
		return r
	}
	standing := func(perSeat int, qualify bool) rule.Rule {
		return with(func(_ *rule.Rule, e *rule.Election) {
			e.Alternates = &rule.Alternates{MostPerSeat: perSeat, MustQualify: qualify}
		})
	}
	for _, c := range []struct {
		name          string
		rule          rule.Rule
		fill, standBy int
		votes         []int64
		outcome       schema.ElectionOutcome
		want          string
	}{
		{"two seats", base, 2, 0, []int64{12, 14, 5}, "ESTABLISHED", "B ELECTED 1, A ELECTED 2, C NOT_ELECTED 0"},
		{"one is left open", base, 2, 0, []int64{12, 9, 5}, "ESTABLISHED_WITH_VACANCIES", "A ELECTED 1, B NOT_ELECTED 0, C NOT_ELECTED 0"},
		{"nobody", base, 2, 0, []int64{9, 9, 5}, "NOT_ESTABLISHED", "A NOT_ELECTED 0, B NOT_ELECTED 0, C NOT_ELECTED 0"},
		{"a tie that does not matter", base, 2, 0, []int64{12, 12, 5}, "ESTABLISHED", "A ELECTED 1, B ELECTED 1, C NOT_ELECTED 0"},
		{"three for two seats", base, 2, 0, []int64{12, 12, 12}, "TIE_BREAK_REQUIRED", "A TIED 1, B TIED 1, C TIED 1"},
		{"two for the second seat", base, 2, 0, []int64{12, 11, 11}, "TIE_BREAK_REQUIRED", "A ELECTED 1, B TIED 2, C TIED 2"},
		{"nobody stands by without a rule", base, 1, 2, []int64{14, 12, 11}, "ESTABLISHED", "A ELECTED 1, B NOT_ELECTED 2, C NOT_ELECTED 3"},
		{"alternates must reach the approval", standing(0, true), 1, 2, []int64{14, 12, 5}, "ESTABLISHED", "A ELECTED 1, B ALTERNATE 2, C NOT_ELECTED 0"},
		{"alternates need not", standing(0, false), 1, 2, []int64{14, 4, 5, 3}, "ESTABLISHED", "A ELECTED 1, C ALTERNATE 0, B ALTERNATE 0, D NOT_ELECTED 0"},
		{"no more alternates than seats", standing(1, false), 1, 3, []int64{14, 4, 5, 3}, "ESTABLISHED", "A ELECTED 1, C ALTERNATE 0, B NOT_ELECTED 0, D NOT_ELECTED 0"},
		{"equals for one place stay out", standing(0, false), 1, 1, []int64{14, 5, 5, 3}, "ESTABLISHED", "A ELECTED 1, B NOT_ELECTED 0, C NOT_ELECTED 0, D NOT_ELECTED 0"},
		{"a place is kept for who loses the tie", standing(0, true), 1, 2, []int64{14, 14, 13, 12}, "TIE_BREAK_REQUIRED", "A TIED 1, B TIED 1, C ALTERNATE 3, D NOT_ELECTED 4"},
		{"all places are kept", standing(0, true), 1, 2, []int64{14, 14, 14, 12}, "TIE_BREAK_REQUIRED", "A TIED 1, B TIED 1, C TIED 1, D NOT_ELECTED 4"},
		{"too few for the body", with(func(_ *rule.Rule, e *rule.Election) { e.LeastSeats = 3 }), 4, 0, []int64{14, 14, 9, 9, 9}, "NOT_ESTABLISHED",
			"A NOT_ELECTED 1, B NOT_ELECTED 1, C NOT_ELECTED 0, D NOT_ELECTED 0, E NOT_ELECTED 0"},
		{"half is not more than half", with(func(_ *rule.Rule, e *rule.Election) {
			e.LeastShare = &rule.Portion{Compare: rule.MoreThan, Fraction: rule.Fraction{Num: 1, Den: 2}}
		}), 2, 0, []int64{14, 9, 9}, "NOT_ESTABLISHED", "A NOT_ELECTED 1, B NOT_ELECTED 0, C NOT_ELECTED 0"},
		{"half is at least half", with(func(_ *rule.Rule, e *rule.Election) {
			e.LeastShare = &rule.Portion{Compare: rule.AtLeast, Fraction: rule.Fraction{Num: 1, Den: 2}}
		}), 2, 0, []int64{14, 9, 9}, "ESTABLISHED_WITH_VACANCIES", "A ELECTED 1, B NOT_ELECTED 0, C NOT_ELECTED 0"},
		{"a condition is lacking", with(func(r *rule.Rule, _ *rule.Election) {
			r.Conditions = []rule.Condition{{Code: "OVERSEEN", Lacking: rule.Blocks}}
		}), 1, 0, []int64{14, 9}, "NOT_ESTABLISHED", "A NOT_ELECTED 1, B NOT_ELECTED 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := secret(30, true, tally.Sheet{Issued: 20, Returned: 20, Marks: marks(c.votes...)}, "ABCDE"[:len(c.votes)])
			count.Fill, count.StandBy, count.MostMarks = c.fill, c.standBy, len(c.votes)
			if c.fill < len(c.votes) {
				c.rule.Election = unbound(c.rule.Election)
			}
			v := judge(t, c.rule, count)
			if got := strings.Join(fates(v), ", "); v.Election != c.outcome || got != c.want {
				t.Errorf("%s: %s", v.Election, got)
			}
		})
	}
}

// unbound lets papers mark more candidates than there are seats.
func unbound(e *rule.Election) *rule.Election {
	free := *e
	free.MarksAtMostSeats = false
	return &free
}

// None of them wins nothing, however many choose it, and counts as a paper.
func TestNoneOfThem(t *testing.T) {
	f := tally.Figures{
		Kind: schema.VoteKindElection, Written: true, Fill: 1, Shares: tally.Shares{Roll: each(30)},
		Options: append(candidates(each(8), each(2)), tally.OptionFigures{Option: tally.Option{ID: "none", None: true}, For: each(10)}),
	}
	v := judgeFigures(t, preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS"), f)
	expectFates(t, v, schema.ElectionOutcomeNotEstablished, "C1 NOT_ELECTED 0", "C2 NOT_ELECTED 0", "none NOT_ELECTED 0")
	if v.Approval.Whole != 20 || v.Approval.Got != 8 || v.Options.Against.Weights != each(10) {
		t.Errorf("%+v, %+v", v.Approval, v.Options)
	}
}

// A rule that bounds marks by seats makes papers with more of them invalid,
// whatever the vote says.
func TestMarksAtMostSeats(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS")
	count := secret(3, true, tally.Sheet{}, "ABC")
	count.Sheets, count.MostMarks = nil, 3
	count.Ballots = []tally.Ballot{{Entry: "entry0", Person: "m0", Marks: []string{"A", "B"}}, {Entry: "entry1", Person: "m1", Marks: []string{"A"}}}
	v := judge(t, r, count)
	if whyAside(v)["m0"] != tally.TooManyMarks || v.Choices[0].For.Entries != 1 {
		t.Errorf("%+v, %+v", v.SetAside, v.Choices)
	}
	r.Election = unbound(r.Election)
	if v := judge(t, r, count); len(v.SetAside) != 0 || v.Choices[0].For.Entries != 2 {
		t.Errorf("%+v, %+v", v.SetAside, v.Choices)
	}
}

// Where each paper chooses one and a third is enough, two may reach it: the
// first one leads, and two that lead alike are tied.
func TestChoiceByAThird(t *testing.T) {
	r := approval(preset(t, "RESIDENTS_COMMITTEE"), schema.BasePresent, rule.AtLeast)
	r.Approval.Share.Fraction = rule.Fraction{Num: 1, Den: 3}
	for votes, want := range map[[3]int64]string{
		{5, 4, 3}: "A ELECTED 1, B ELECTED 2, C NOT_ELECTED 0",
		{5, 5, 2}: "A TIED 1, B TIED 1, C NOT_ELECTED 0",
		{4, 4, 4}: "A TIED 1, B TIED 1, C TIED 1",
		{6, 3, 3}: "A ELECTED 1, B NOT_ELECTED 0, C NOT_ELECTED 0",
	} {
		count := committee(12, strings.Repeat(".", 12))
		count.Kind, count.Options = schema.VoteKindChoice, []tally.Option{{ID: "A"}, {ID: "B"}, {ID: "C"}}
		count.Sheets = []tally.Sheet{{Marks: marks(votes[:]...)}}
		v := judge(t, r, count)
		outcome := adopted
		if strings.Contains(want, "TIED") {
			outcome = tied
		}
		if got := strings.Join(fates(v), ", "); v.Outcome != outcome || got != want {
			t.Errorf("%v: %s %s", votes, v.Outcome, got)
		}
	}
}

// Parties choose as their delegates do, or as most of their members do.
func TestPartiesChoose(t *testing.T) {
	options := []tally.OptionFigures{{Option: tally.Option{ID: "A"}}, {Option: tally.Option{ID: "B"}}}
	f := tally.Figures{Kind: schema.VoteKindChoice, Noticed: true, Options: options}
	for i, mark := range []string{"A", "A", "B"} {
		f.Parties = append(f.Parties, tally.PartyFigures{Party: string(rune('p' + i)), Position: schema.PartyPositionFor, Marks: []string{mark}})
	}
	v := judgeFigures(t, preset(t, "JOINT_MAJORITY_OF_PARTIES"), f)
	if v.Outcome != adopted || strings.Join(fates(v), ", ") != "A ELECTED 1, B NOT_ELECTED 0" || v.Approval.Got != 2 || v.Approval.Whole != 3 {
		t.Errorf("%s %q %+v", v.Outcome, fates(v), v.Approval)
	}
	c := members("AAB", "B", "B")
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	r.Parties = &rule.Parties{Position: rule.MembersMajority, Absent: schema.AbsentPartyPolicyBlocks}
	c.Kind, c.Options, c.Ballots = schema.VoteKindChoice, []tally.Option{{ID: "A"}, {ID: "B"}}, nil
	for i, mark := range "AABBB" {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: c.Roll[i].ID, Person: c.Roll[i].Voters[0].Person, Marks: []string{string(mark)}})
	}
	if v := judge(t, r, c); v.Outcome != adopted || v.Choices[0].Option != "B" || v.Choices[0].Approval.Got != 2 || v.Choices[1].Approval.Got != 1 {
		t.Errorf("%s %q %+v", v.Outcome, fates(v), v.Choices)
	}
}
