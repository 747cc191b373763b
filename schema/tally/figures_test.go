package tally_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// A verdict on figures shows those figures again, to the last option.
func TestFiguresAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRule(t, pick(t, "vote", kinds...))
		f := drawFigures(t, r)
		c, err := f.Count(r)
		if err != nil {
			t.Fatal(err)
		}
		c.Seats, c.Incumbents, c.Due = 10_000, 10_000, 10_000
		v := mustJudge(t, r, c)
		for _, one := range v.SetAside {
			if one.Reason != tally.Spoilt {
				t.Fatalf("%+v", one)
			}
		}
		if r.Election == nil && len(f.Options) == 0 {
			if v.Options.For.Weights != f.For || v.Options.Against.Weights != f.Against || v.Options.Abstain.Weights != f.Abstain {
				t.Fatalf("%+v", v.Options)
			}
			if v.Deemed != nil && v.Deemed.Served.Weights != f.ServedSilent {
				t.Fatalf("%+v", v.Deemed)
			}
		}
		if sum := total(v.Options.For.Weights, v.Options.Against.Weights, v.Options.Abstain.Weights, v.Options.NotCast.Weights); sum != f.Roll {
			t.Fatalf("%+v of %+v", sum, f.Roll)
		}
		if v.Invalid.Weights != f.Invalid {
			t.Fatalf("%+v", v.Invalid)
		}
		for _, one := range f.Options {
			at := slices.IndexFunc(v.Choices, func(c tally.Choice) bool { return c.Option == one.ID })
			if got := v.Choices[at].For.Weights; got != one.For {
				t.Fatalf("%s: %+v, not %+v", one.ID, got, one.For)
			}
		}
		if cast := total(v.Options.For.Weights, v.Options.Against.Weights); len(f.Options) > 0 && cast != f.Valid {
			t.Fatalf("%+v valid papers, not %+v", cast, f.Valid)
		}
	})
}

func total(all ...tally.Weights) tally.Weights {
	var sum tally.Weights
	for _, one := range all {
		sum.Heads, sum.Area, sum.Seats = sum.Heads+one.Heads, sum.Area+one.Area, sum.Seats+one.Seats
		sum.Households, sum.Weight = sum.Households+one.Households, sum.Weight+one.Weight
	}
	return sum
}

func drawFigures(t *rapid.T, r rule.Rule) tally.Figures {
	weights := func(label string) tally.Weights {
		n := rapid.Int64Range(0, 20).Draw(t, label)
		return tally.Weights{Heads: n, Seats: n, Area: rapid.Int64Range(0, 2000).Draw(t, label+" area")}
	}
	f := tally.Figures{Written: rapid.Bool().Draw(t, "written"), Noticed: true}
	f.Invalid, f.ServedSilent, f.Recused = weights("invalid"), weights("served"), weights("recused")
	rest := weights("rest")
	if r.Election == nil && rapid.Bool().Draw(t, "motion") {
		f.For, f.Against, f.Abstain = weights("for"), weights("against"), weights("abstain")
		f.Roll = total(f.For, f.Against, f.Abstain, f.Invalid, f.ServedSilent, f.Recused, rest)
	} else {
		drawPapers(t, r, &f)
		f.Roll = total(f.Valid, f.Invalid, f.ServedSilent, f.Recused, rest)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "parties") {
		f.Parties = append(f.Parties, tally.PartyFigures{
			Party: string(rune('a' + i)), Position: pick(t, "position", schema.PartyPositionAbsent, schema.PartyPositionRecused),
		})
	}
	if r.CountsParties() {
		f.Parties = append(f.Parties, tally.PartyFigures{Party: "last", Position: schema.PartyPositionAbsent})
	}
	return f
}

// drawPapers draws papers and counts their marks, so that there are such papers.
func drawPapers(t *rapid.T, r rule.Rule, f *tally.Figures) {
	c := tally.Count{Kind: schema.VoteKindChoice}
	if r.Election != nil {
		c.Kind = schema.VoteKindElection
	}
	drawOptions(t, r, &c)
	f.Kind, f.MostMarks, f.Fill, f.StandBy, f.TieBreak = c.Kind, c.MostMarks, c.Fill, c.StandBy, c.TieBreak
	for _, option := range c.Options {
		f.Options = append(f.Options, tally.OptionFigures{Option: option})
	}
	for range rapid.IntRange(1, 8).Draw(t, "papers") {
		paper := tally.Weights{Heads: 1, Seats: 1, Area: rapid.Int64Range(0, 300).Draw(t, "area")}
		f.Valid = total(f.Valid, paper)
		b := tally.Ballot{}
		for b.Invalid = "again"; b.Invalid != ""; {
			b = lawfulBallot(t, c, r, "paper")
		}
		for _, mark := range b.Marks {
			at := slices.IndexFunc(f.Options, func(o tally.OptionFigures) bool { return o.ID == mark })
			f.Options[at].For = total(f.Options[at].For, paper)
		}
	}
}

func TestFiguresThatDoNotAddUp(t *testing.T) {
	ordinary, election := preset(t, "OWNERS_ORDINARY"), preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU")
	option := func(id string, n int64) tally.OptionFigures {
		return tally.OptionFigures{Option: tally.Option{ID: id, None: id == "none"}, For: each(n)}
	}
	choice := func(valid int64, marks int, options ...tally.OptionFigures) tally.Figures {
		return tally.Figures{Kind: schema.VoteKindChoice, MostMarks: marks, Shares: tally.Shares{Valid: each(valid)}, Options: options}
	}
	for _, c := range []struct {
		name    string
		rule    rule.Rule
		figures tally.Figures
		want    []string
	}{
		{"more than on the roll", ordinary, tally.Figures{Shares: tally.Shares{Roll: each(10), For: each(6), Against: each(5)}}, []string{"roll COUNT_FIGURES_SUM"}},
		{"more land than on the roll", ordinary, tally.Figures{Shares: tally.Shares{Roll: each(10), For: w(5, 1000_01)}}, []string{"roll COUNT_FIGURES_SUM"}},
		{"more silent than on the roll", ordinary, tally.Figures{Shares: tally.Shares{Roll: each(10), For: each(6), ServedSilent: each(3), Unserved: each(2)}}, []string{"roll COUNT_FIGURES_SUM"}},
		{"more votes than people", ordinary, tally.Figures{Shares: tally.Shares{Present: each(5), For: each(6)}}, []string{"present COUNT_FIGURES_SUM"}},
		{"less than nothing", ordinary, tally.Figures{Shares: tally.Shares{For: each(-1)}}, []string{"for COUNT_WEIGHT"}},
		{"more in a group than in all", ordinary, tally.Figures{
			Shares: tally.Shares{For: each(2), Against: each(4)}, Groups: []tally.GroupFigures{{Code: "OWNER", Shares: tally.Shares{For: each(3)}}},
		}, []string{"groups.0.for COUNT_FIGURES_SUM"}},
		{"marks on a motion", ordinary, tally.Figures{Shares: tally.Shares{Valid: each(5)}}, []string{"valid COUNT_FIGURES_SUM"}},
		{"a choice for and against", ordinary, func() tally.Figures {
			f := choice(3, 1, option("a", 2), option("b", 1))
			f.For = each(1)
			return f
		}(), []string{"for COUNT_FIGURES_SUM"}},
		{"groups of a choice", ordinary, func() tally.Figures {
			f := choice(3, 1, option("a", 2), option("b", 1))
			f.Groups = []tally.GroupFigures{{Code: "OWNER"}}
			return f
		}(), []string{"groups COUNT_OPTIONS"}},
		{"more for one than papers", ordinary, choice(3, 2, option("a", 4), option("b", 1)), []string{"options.0.for COUNT_FIGURES_SUM", "options.0.for COUNT_FIGURES_SUM"}},
		{"more for one than papers not for none", ordinary, choice(3, 2, option("a", 3), option("none", 1)), []string{"options.0.for COUNT_FIGURES_SUM", "options.0.for COUNT_FIGURES_SUM"}},
		{"more marks than papers have", ordinary, choice(3, 1, option("a", 2), option("b", 2)), []string{"options COUNT_FIGURES_SUM", "options COUNT_FIGURES_SUM"}},
		{"papers that mark nothing", election, tally.Figures{
			Kind: schema.VoteKindElection, Fill: 2, Shares: tally.Shares{Valid: each(9)}, Options: []tally.OptionFigures{option("a", 4), option("b", 4)},
		}, []string{"valid COUNT_FIGURES_SUM", "valid COUNT_FIGURES_SUM"}},
		{"lawful", ordinary, choice(3, 2, option("a", 3), option("b", 2), option("none", 0)), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.figures.Count(c.rule)
			if got := refusals(t, err); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

// Figures travel as JSON and come back unchanged.
func TestFiguresAreText(t *testing.T) {
	f := lastSeat()
	f.Parties = []tally.PartyFigures{{Party: "p", Position: schema.PartyPositionDivided, Delegate: "d"}}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var back tally.Figures
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(f, back) {
		t.Errorf("%v: %s", err, data)
	}
}

// A divided party has two delegates who differ, and one who is silent in the
// room stands for one.
func TestPartiesInFigures(t *testing.T) {
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	var f tally.Figures
	want := []schema.PartyPosition{
		schema.PartyPositionFor, schema.PartyPositionAgainst, schema.PartyPositionAbstain,
		schema.PartyPositionDivided, schema.PartyPositionRecused, schema.PartyPositionAbsent,
	}
	for i, position := range want {
		f.Parties = append(f.Parties, tally.PartyFigures{Party: string(rune('a' + i)), Position: position})
	}
	v := judgeFigures(t, r, f)
	for i, s := range v.Parties {
		if s.Position != want[i] {
			t.Errorf("%s, want %s", s.Position, want[i])
		}
	}
}
