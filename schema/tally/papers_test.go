package tally_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// slip writes a ballot as words: who, what, when, and how it came. An agent's
// has his name after a slash, a spoilt one says why.
func slip(words string) tally.Ballot {
	at := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	f := strings.Fields(words)
	b := tally.Ballot{Entry: "flat", ID: f[0]}
	b.Person, b.Agent, _ = strings.Cut(f[1], "/")
	for _, word := range f[2:] {
		switch {
		case slices.Contains(schema.BallotChoice("").Values(), word):
			b.Choice = schema.BallotChoice(word)
		case slices.Contains(schema.BallotChannel("").Values(), word):
			b.Channel = schema.BallotChannel(word)
		case slices.Contains(schema.InvalidReason("").Values(), word):
			b.Invalid = schema.InvalidReason(word)
		case strings.HasSuffix(word, "h"):
			d, _ := time.ParseDuration(word)
			b.At = at.Add(d)
		default:
			b.Marks = append(b.Marks, word)
		}
	}
	return b
}

// Of several ballots of a flat one counts, or none; the others say why not.
func TestWhichBallotCounts(t *testing.T) {
	rules := func(channel rule.ChannelPrecedence, recast rule.Recast) rule.Rule {
		r := preset(t, "OWNERS_ORDINARY")
		r.ChannelPrecedence, r.Recast = channel, recast
		return r
	}
	plain, again := rules("", ""), rules("", rule.UntilClose)
	for _, c := range []struct {
		name    string
		rule    rule.Rule
		ballots string
		counts  schema.BallotChoice
		aside   string
	}{
		{"one", plain, "1 wife FOR", "FOR", ""},
		{"the first of two", plain, "1 wife FOR 2h; 2 wife AGAINST 1h", "AGAINST", "1 SUPERSEDED"},
		{"the last of two", again, "1 wife FOR 2h; 2 wife AGAINST 1h", "FOR", "2 SUPERSEDED"},
		{"at one instant the lower number", plain, "2 wife FOR 1h; 1 wife AGAINST 1h", "AGAINST", "2 SUPERSEDED"},
		{"at one instant the higher number", again, "2 wife FOR 1h; 1 wife AGAINST 1h", "FOR", "1 SUPERSEDED"},
		{"the same paper twice", plain, "1 wife FOR 1h; 1 wife FOR 1h", "FOR", ""},
		{"one number for two papers", plain, "1 wife FOR 1h; 1 wife AGAINST 1h", "", "1 CONFLICTED, 1 CONFLICTED"},
		{"the channel that was first", plain, "1 wife FOR 2h PAPER; 2 wife AGAINST 1h ONLINE", "AGAINST", "1 SUPERSEDED"},
		{"the last on the channel that was first", again, "1 wife FOR 1h; 2 wife FOR 2h PAPER; 3 wife AGAINST 3h", "AGAINST", "1 SUPERSEDED, 2 SUPERSEDED"},
		{"online before paper", rules(rule.OnlinePrevails, ""), "1 wife FOR 1h HALL; 2 wife AGAINST 2h", "AGAINST", "1 SUPERSEDED"},
		{"paper before online", rules(rule.PaperPrevails, ""), "1 wife FOR 1h; 2 wife AGAINST 2h HALL", "AGAINST", "1 SUPERSEDED"},
		{"no paper to go before", rules(rule.PaperPrevails, ""), "1 wife FOR 1h", "FOR", ""},
		{"oneself before an agent", rules(rule.PaperPrevails, ""), "1 wife/son FOR 1h PAPER; 2 wife AGAINST 2h ONLINE", "AGAINST", "1 SUPERSEDED"},
		{"an agent alone", plain, "1 wife/son FOR", "FOR", ""},
		{"a spoilt paper never goes before", rules(rule.PaperPrevails, ""), "1 wife ILLEGIBLE 1h PAPER; 2 wife AGAINST 2h", "AGAINST", "1 SPOILT"},
		{"a spoilt paper alone", plain, "1 wife ILLEGIBLE FOR", "", "1 SPOILT"},
		{"nothing said", plain, "1 wife", "", "1 NOT_A_CHOICE"},
		{"two who agree", plain, "1 wife FOR; 2 husband FOR", "FOR", ""},
		{"two who differ", plain, "1 wife FOR; 2 husband AGAINST", "", "1 CONFLICTED, 2 CONFLICTED"},
		{"two who differ, one on a spoilt paper", plain, "1 wife FOR; 2 husband AGAINST BLANK", "FOR", "2 SPOILT"},
		{"somebody else", plain, "1 tenant FOR", "", "1 NOT_ON_ROLL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{
				{ID: "flat", Weights: each(1), Voters: []tally.Voter{{Person: "wife"}, {Person: "husband"}}},
			}}
			for words := range strings.SplitSeq(c.ballots, "; ") {
				count.Ballots = append(count.Ballots, slip(words))
			}
			v := judge(t, c.rule, count)
			counts := schema.BallotChoice("")
			for choice, sum := range map[schema.BallotChoice]tally.Sum{"FOR": v.Options.For, "AGAINST": v.Options.Against, "ABSTAIN": v.Options.Abstain} {
				if sum.Entries == 1 {
					counts = choice
				}
			}
			var aside []string
			for _, one := range v.SetAside {
				aside = append(aside, one.ID+" "+string(one.Reason))
			}
			slices.Sort(aside)
			if counts != c.counts || strings.Join(aside, ", ") != c.aside {
				t.Errorf("%q counts, set aside: %q", counts, aside)
			}
		})
	}
}

// Marks are lawful if each names an option once, and none of them stands alone.
func TestWhichMarksCount(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	for marks, want := range map[string]tally.Reason{
		"a": "", "a b": "", "none": "", "": tally.NotAChoice, "c": tally.NotAChoice, "a a": tally.NotAChoice,
		"a none": tally.NotAChoice, "a b d": tally.TooManyMarks, "a b c": tally.NotAChoice,
	} {
		count := tally.Count{
			Kind: schema.VoteKindChoice, MostMarks: 2, Written: true, Noticed: true,
			Options: []tally.Option{{ID: "a"}, {ID: "b"}, {ID: "d"}, {ID: "none", None: true}},
			Roll:    []tally.Entry{{ID: "flat", Weights: each(1), Voters: []tally.Voter{{Person: "wife"}}}},
			Ballots: []tally.Ballot{slip("1 wife " + marks)},
		}
		v := judge(t, r, count)
		if why := whyAside(v)["wife"]; why != want {
			t.Errorf("%q: %s", marks, why)
		}
		if spoilt := want == tally.TooManyMarks; (v.Invalid.Entries == 1) != spoilt {
			t.Errorf("%q: %d spoilt papers", marks, v.Invalid.Entries)
		}
		if cast := v.Options.For.Entries + v.Options.Against.Entries; (cast == 1) != (want == "") {
			t.Errorf("%q: %+v", marks, v.Options)
		}
	}
}

// Entries stand under their building in the order of the roll, and those without
// one under none.
func TestBuildings(t *testing.T) {
	c := owners(6, 600_00, 4, 400_00, 3, 300_00)
	if v := judge(t, preset(t, "OWNERS_ORDINARY"), c); v.Buildings != nil {
		t.Errorf("%+v", v.Buildings)
	}
	for i, building := range []string{"B", "A", "B", "", "A", "B"} {
		c.Roll[i].Building = building
	}
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	var got []string
	for _, b := range v.Buildings {
		got = append(got, b.Building+strings.Repeat("F", int(b.Options.For.Entries))+
			strings.Repeat("G", int(b.Options.Against.Entries))+strings.Repeat("-", int(b.Options.NotCast.Entries)))
	}
	if want := []string{"BFF-", "AF-", "G"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Who was struck off the roll does not count, who was added does, and the roll
// as it was frozen is shown beside.
func TestAmendedRoll(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	c := owners(6, 600_00, 4, 400_00, 3, 300_00)
	c.Roll[0].Amended = &tally.Amendment{Removed: true}
	c.Roll[1].Amended = &tally.Amendment{Added: true}
	c.Roll[2].Amended = &tally.Amendment{Before: &tally.Weights{Heads: 1, Area: 1}}
	v := judge(t, r, c)
	if v.Options.For.Weights != each(2) || v.Quorum.Parts[1].Whole != 5 || v.Quorum.Parts[0].Whole != 500_00 {
		t.Errorf("%+v, %+v", v.Options, v.Quorum)
	}
	if len(v.SetAside) != 1 || v.SetAside[0].Reason != tally.NotOnRoll || v.SetAside[0].Entry != "unit0" {
		t.Errorf("%+v", v.SetAside)
	}
	frozen := v.Otherwise[0]
	if frozen.Reading != tally.AsFrozen || frozen.Quorum.Parts[1].Whole != 5 || frozen.Quorum.Parts[0].Whole != 400_01 || frozen.Approval.Parts[0].Got != 100_01 {
		t.Errorf("%+v", frozen)
	}
}
