package tally_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Owners' decisions under Civil Code art. 278; areas in 0.01 m².
var ownersRows = []scenario{
	{"1a", ofOwners("OWNERS_ORDINARY", w(300, 30_000_00), w(200, 20_000_00), w(101, 10_000_01), judged{adopted, 101, 101, 200})},
	{"1b", ofOwners("OWNERS_ORDINARY", w(300, 30_000_00), w(200, 20_000_00), w(100, 10_000_00), judged{rejected, 101, 100, 200})},
	{"1c", ofOwners("OWNERS_ORDINARY", w(300, 30_000_00), w(200, 20_000_00), w(101, 10_000_00), judged{rejected, 101, 101, 200})},
	{"2", ofOwners("OWNERS_ORDINARY", w(300, 30_000_00), w(199, 25_000_00), w(150, 20_000_00), judged{nobody, 100, 150, 199})},
	{"3a", ofOwners("OWNERS_ORDINARY", w(301, 100_000_00), w(200, 80_000_00), w(200, 80_000_00), judged{nobody, 101, 200, 200})},
	{"3b", ofOwners("OWNERS_ORDINARY", w(301, 100_000_00), w(201, 66_666_67), w(180, 60_000_00), judged{adopted, 101, 180, 201})},
	{"3c", ofOwners("OWNERS_ORDINARY", w(301, 100_000_00), w(201, 66_666_66), w(180, 60_000_00), judged{nobody, 101, 180, 201})},
	{"4", ofOwners("OWNERS_ORDINARY", w(120, 20_000_00), w(118, 12_000_00), w(110, 11_000_00), judged{nobody, 60, 110, 118})},
	{"5a", ofOwners("OWNERS_SPECIAL", w(300, 30_000_00), w(200, 20_000_00), w(150, 15_000_00), judged{adopted, 150, 150, 200})},
	{"5b", ofOwners("OWNERS_SPECIAL", w(300, 30_000_00), w(200, 20_000_00), w(149, 15_000_00), judged{rejected, 150, 149, 200})},
	{"5c", ofOwners("OWNERS_SPECIAL", w(300, 30_000_00), w(200, 20_000_00), w(150, 14_999_99), judged{rejected, 150, 150, 200})},
	{"6", func(t *testing.T) {
		t.Run("use", ofOwners("OWNERS_ORDINARY", w(300, 30_000_00), w(200, 20_000_00), w(130, 13_000_00), judged{adopted, 101, 130, 200}))
		t.Run("raise", ofOwners("OWNERS_SPECIAL", w(300, 30_000_00), w(200, 20_000_00), w(130, 13_000_00), judged{rejected, 150, 130, 200}))
	}},
	{"6b", scenario6b},
	{"8a", scenario8a},
	{"8b", scenario8b},
	{"8c", scenario8c},
	{"9a", ofOwners("OWNERS_ORDINARY", w(101, 13_000_00), w(68, 6_800_00), w(60, 6_000_00), judged{nobody, 35, 60, 68})},
	{"9b", ofOwners("OWNERS_ORDINARY", w(101, 13_000_00), w(68, 9_700_00), w(60, 6_000_00), judged{adopted, 35, 60, 68})},
	{"10", scenario10},
	{"20", scenario20},
	{"21", func(t *testing.T) {
		t.Run("eight of twelve", ofOwners("OWNERS_SPECIAL", w(12, 1_200_00), w(8, 800_00), w(6, 600_00), judged{adopted, 6, 6, 8}))
		t.Run("seven", ofOwners("OWNERS_SPECIAL", w(12, 1_200_00), w(7, 700_00), w(6, 600_00), judged{nobody, 6, 6, 7}))
	}},
	{"22", scenario22},
	{"23", scenario23},
	{"24", scenario24},
}

// ofOwners judges a written vote of so many on the roll, of whom some took part
// and some were in favour; the others who took part were against. It is judged
// twice: with an entry for each owner, and as mere figures.
func ofOwners(code string, all, part, inFavour tally.Weights, want judged) func(*testing.T) {
	return func(t *testing.T) {
		r := preset(t, code)
		expect(t, judge(t, r, owners(all.Heads, all.Area, part.Heads, part.Area, inFavour.Heads, inFavour.Area)), want)
		against := w(part.Heads-inFavour.Heads, part.Area-inFavour.Area)
		f := tally.Figures{Shares: tally.Shares{Roll: all, For: inFavour, Against: against}, Written: true, Noticed: true}
		expect(t, judgeFigures(t, r, f), want)
	}
}

// Three companies, no plurality winner; then a second vote between the first of
// them and none.
func scenario6b(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	f := companies()
	v := judgeFigures(t, r, f)
	expect(t, v, judged{rejected, 101, 90, 200})
	for i, want := range []string{"X", "Y", "none"} {
		if c := v.Choices[i]; c.Option != want || c.Outcome != schema.CandidateOutcomeNotElected || c.Rank != 0 {
			t.Errorf("%d: %+v", i, c)
		}
	}
	t.Run("between X and none", func(t *testing.T) {
		f.Options = []tally.OptionFigures{{Option: f.Options[0].Option, For: each(101)}, {Option: f.Options[2].Option, For: each(99)}}
		v := judgeFigures(t, r, f)
		expect(t, v, judged{adopted, 101, 101, 200})
		if v.Choices[0].Option != "X" || v.Choices[0].Outcome != schema.CandidateOutcomeElected || v.Choices[0].Rank != 1 {
			t.Errorf("%+v", v.Choices)
		}
	})
}

func companies() tally.Figures {
	return tally.Figures{
		Kind: schema.VoteKindChoice, Shares: tally.Shares{Roll: each(300)}, Written: true, Noticed: true,
		Options: []tally.OptionFigures{
			{Option: tally.Option{ID: "X"}, For: each(90)}, {Option: tally.Option{ID: "Y"}, For: each(70)},
			{Option: tally.Option{ID: "none", None: true, Name: "None of them"}, For: each(40)},
		},
	}
}

// An owner of ten flats is one head (Supreme People's Court on the ownership of
// buildings, art. 9) and votes with the area of all.
func scenario8a(t *testing.T) {
	c := tally.Count{Written: true, Noticed: true}
	group(&c, 60, 5_400_00, schema.BallotChoiceFor)
	group(&c, 1, 900_00, schema.BallotChoiceAgainst)
	group(&c, 30, 2_700_00, "")
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	expect(t, v, judged{adopted, 31, 60, 61})
	if area := v.Approval.Parts[0]; area.Got != 5_400_00 || area.Whole != 6_300_00 {
		t.Errorf("area: %+v", area)
	}
}

func scenario8b(t *testing.T) {
	ofOwners("OWNERS_ORDINARY", w(91, 9_000_00), w(58, 6_030_00), w(40, 3_600_00), judged{nobody, 30, 40, 58})(t)
	// counted by flats, as some do, it would pass
	ofOwners("OWNERS_ORDINARY", w(100, 9_000_00), w(67, 6_030_00), w(40, 3_600_00), judged{adopted, 34, 40, 67})(t)
}

// A flat that a couple owns together is one head, and one that the husband owns
// alone another; a bylaw may merge them, and the roll has one entry then.
func scenario8c(t *testing.T) {
	c := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{
		{ID: "flat 1", Weights: each(1), Voters: []tally.Voter{{Person: "husband"}, {Person: "wife"}}},
		{ID: "flat 2", Weights: each(1), Voters: []tally.Voter{{Person: "husband"}}},
	}, Ballots: []tally.Ballot{
		{Entry: "flat 1", Person: "wife", Choice: schema.BallotChoiceAgainst},
		{Entry: "flat 2", Person: "husband", Choice: schema.BallotChoiceFor},
	}}
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	if v.Options.For.Weights != each(1) || v.Options.Against.Weights != each(1) {
		t.Errorf("%+v", v.Options)
	}
	merged := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{
		{ID: "flats 1 and 2", Weights: w(1, 200_00), Voters: []tally.Voter{{Person: "husband"}, {Person: "wife"}}},
	}, Ballots: []tally.Ballot{{Entry: "flats 1 and 2", Person: "husband", Choice: schema.BallotChoiceFor}}}
	if v := judge(t, preset(t, "OWNERS_ORDINARY"), merged); v.Options.For.Weights != w(1, 200_00) {
		t.Errorf("merged: %+v", v.Options)
	}
}

// Who abstains takes part: more than twice as many for as against are not enough.
func scenario10(t *testing.T) {
	f := tally.Figures{
		Shares:  tally.Shares{Roll: each(300), For: each(99), Against: each(40), Abstain: each(61)},
		Written: true, Noticed: true,
	}
	v := judgeFigures(t, preset(t, "OWNERS_ORDINARY"), f)
	expect(t, v, judged{rejected, 101, 99, 200})
	expectFlags(t, v)
	if v.Options.Abstain.Weights != each(61) {
		t.Errorf("%+v", v.Options)
	}
}

// The flat was sold while the vote was open. The seller stood on the roll; the
// buyer votes only if the roll was amended, which it is if the seller had not
// voted.
func scenario20(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	sold := func(voter string) tally.Count {
		c := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{
			{ID: "flat", Weights: each(1), Voters: []tally.Voter{{Person: voter}}},
		}}
		c.Ballots = []tally.Ballot{{Entry: "flat", Person: "buyer", Choice: schema.BallotChoiceAgainst}}
		return c
	}
	before := sold("seller")
	before.Ballots = append(before.Ballots, tally.Ballot{Entry: "flat", Person: "seller", Choice: schema.BallotChoiceFor})
	if v := judge(t, r, before); v.Options.For.Entries != 1 || whyAside(v)["buyer"] != tally.NotOnRoll {
		t.Errorf("the seller voted: %+v, %+v", v.Options, v.SetAside)
	}
	if v := judge(t, r, sold("buyer")); v.Options.Against.Entries != 1 || len(v.SetAside) != 0 {
		t.Errorf("the buyer votes: %+v, %+v", v.Options, v.SetAside)
	}
}

// Objectors may be a third of the heads and of the land (Henan art. 66); that
// silence passes contradicts the Civil Code, and is said.
func scenario22(t *testing.T) {
	r := preset(t, "OBJECTION_VOTE_HENAN")
	for _, c := range []struct {
		name      string
		objectors tally.Weights
		outcome   schema.VerdictOutcome
	}{
		{"a third of the heads", w(30, 2_900_00), adopted},
		{"one more", w(31, 2_900_00), rejected},
		{"a third of the land", w(30, 3_000_00), adopted},
		{"one hundredth of a square metre more", w(30, 3_000_01), rejected},
		{"nobody objects", tally.Weights{}, adopted},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := tally.Figures{Shares: tally.Shares{Roll: w(90, 9_000_00), Against: c.objectors}, Written: true, Noticed: true}
			v := judgeFigures(t, r, f)
			expectOutcome(t, v, c.outcome)
			expectFlags(t, v, schema.VerdictFlagRuleConflict)
		})
	}
}

// A shop in a flat takes the consent of all other owners of the building (Civil
// Code art. 279). One refusal is enough, and silence is no consent.
func scenario23(t *testing.T) {
	t.Run("one refuses", ofOwners("INTERESTED_OWNERS", w(48, 4_800_00), w(48, 4_800_00), w(47, 4_700_00), judged{rejected, 48, 47, 48}))
	t.Run("one is silent", ofOwners("INTERESTED_OWNERS", w(48, 4_800_00), w(47, 4_700_00), w(47, 4_700_00), judged{rejected, 48, 47, 48}))
	t.Run("all consent", ofOwners("INTERESTED_OWNERS", w(48, 4_800_00), w(48, 4_800_00), w(48, 4_800_00), judged{adopted, 48, 48, 48}))
}

// A fifth of the owners may ask for an assembly (Property Management Regulation
// art. 13; the guiding rules ask for a fifth of the land as well). Then the
// owners decide, and the member concerned is heard first.
func scenario24(t *testing.T) {
	fifth := func(measure schema.Measure) rule.Clause {
		return rule.Clause{Share: &rule.Share{
			Count: rule.For, Measure: measure, Base: schema.BaseOnRoll, Compare: rule.AtLeast, Fraction: rule.Fraction{Num: 1, Den: 5},
		}}
	}
	petition := rule.Rule{Code: "PETITION", Version: "1", Approval: rule.Clause{All: []rule.Clause{
		fifth(schema.MeasureHeads), fifth(schema.MeasureArea),
	}}}
	for signatures, want := range map[int64]schema.VerdictOutcome{60: adopted, 59: rejected} {
		f := tally.Figures{Shares: tally.Shares{Roll: each(300), For: each(signatures)}, Written: true}
		expectOutcome(t, judgeFigures(t, petition, f), want)
	}
	recall := preset(t, "OWNERS_COMMITTEE_RECALL")
	f := tally.Figures{Shares: tally.Shares{Roll: each(300), For: each(120), Against: each(100)}, Written: true, Noticed: true}
	v := judgeFigures(t, recall, f)
	expect(t, v, judged{adopted, 111, 120, 220})
	expectFlags(t, v, schema.VerdictFlagProceduralDefect)
	f.Fulfilled = []string{"ACCUSED_HEARD"}
	expectFlags(t, judgeFigures(t, recall, f))
}
