package tally_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

func TestVerdictIsStoredWithoutLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = rapid.Bool().Draw(t, "open")
		before := mustJudge(t, r, c)
		data, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		var after tally.Verdict
		if err := json.Unmarshal(data, &after); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("%+v\n%+v\n%s", before, after, data)
		}
	})
}

// lines writes an explanation as indented lines.
func lines(s rule.Sentence, lang fault.Language, indent string) string {
	text := indent + s.In(lang) + "\n"
	for _, part := range s.Parts {
		text += lines(part, lang, indent+"  ")
	}
	return text
}

func TestExplanations(t *testing.T) {
	first, _ := day.Parse("2026-06-01")
	waiting := linkage("FFF-")
	waiting.Consent = tally.Consent{NoticedAt: first.Start(), Deadline: first.AddDays(3).End(), Now: first.Start()}
	open := committee(7, "FFFG.--")
	open.Open = true
	unannounced := owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01)
	unannounced.Noticed = false
	for _, c := range []struct {
		name   string
		rule   rule.Rule
		count  tally.Count
		zh, en string
	}{
		{
			"a committee that goes on", preset(t, "OWNERS_COMMITTEE_BEIJING"), open,
			`表决结果：未通过。
  法定人数已达到。
    全体席位共7席，须有过半数到会，即至少4席；现有5席，已满足。
  同意未达到规则的要求。
    全体席位共7席，须有过半数同意，即至少4席；现有3席，未满足。
  表决尚未结束，结果仍可能改变。
`, `Result: rejected.
  There was a quorum.
    More than half of the 7 seats there are in all must be present, which takes at least 4; 5 are, so this is met.
  The approval did not reach what the rule asks for.
    More than half of the 7 seats there are in all must be in favour, which takes at least 4; 3 are, so this is not met.
  Voting goes on, and the outcome is still open.
`,
		},
		{
			"a party is awaited", preset(t, "JOINT_ALL_PARTIES_CONSENT"), waiting,
			`表决结果：待缺席方表示意见。
  法定人数已达到。
    参加表决的各方共4方，须有过半数到会，即至少3方；现有3方，已满足。
  同意未达到规则的要求。
    参加表决的各方共4方，须全部同意；现同意的有3方，未满足。
  有1方缺席，可在2026年6月4日24时前表示意见；期满未提出异议的，视为同意。
`, `Result: waiting for the parties that were absent.
  There was a quorum.
    More than half of the 4 parties that vote must be present, which takes at least 3; 3 are, so this is met.
  The approval did not reach what the rule asks for.
    All of the 4 parties that vote must be in favour; 3 are, so this is not met.
  Absent, with time to answer until the end of 4 June 2026: 1 party; silence until then counts as consent.
`,
		},
		{
			"a tie", preset(t, "JOINT_MAJORITY_OF_PARTIES"), linkage("FFGGR"),
			`表决结果：票数相等，未通过。
  法定人数已达到。
    参加表决的各方共5方，须有四分之三以上到会，即至少4方；现有4方，已满足。
  同意未达到规则的要求。
    参加表决的各方共4方，须有过半数同意，即至少3方；现有2方，未满足。
  有1方因回避未表决，不计入总方数。
  同意与反对相等，主持人没有决定权，应提请上级协调。
`, `Result: tied, not adopted.
  There was a quorum.
    At least three quarters of the 5 parties that vote must be present, which takes at least 4; 4 are, so this is met.
  The approval did not reach what the rule asks for.
    More than half of the 4 parties that vote must be in favour, which takes at least 3; 2 are, so this is not met.
  Stepped aside and left out of the count: 1 party.
  As many were against as in favour; the chair has no casting vote, and the matter goes to the next higher body.
`,
		},
		{
			"not on the agenda", preset(t, "OWNERS_ORDINARY"), unannounced,
			`表决结果：无效。
  该事项未列入公布的议程，而规则要求只能表决已公布的事项。
  法定人数已达到。
    以下各项须全部满足，已满足。
      名册所列共30000.00平方米，须有三分之二以上参与表决，即至少20000.00平方米；现有20000.00平方米，已满足。
      名册所列共300人，须有三分之二以上参与表决，即至少200人；现有200人，已满足。
  同意已达到规则的要求。
    以下各项须全部满足，已满足。
      参与表决的共20000.00平方米，须有过半数同意，即至少10000.01平方米；现有10000.01平方米，已满足。
      参与表决的共200人，须有过半数同意，即至少101人；现有101人，已满足。
`, `Result: void.
  The item was not on the published agenda, and the rule admits no other items.
  There was a quorum.
    All of the following are required: this is met.
      At least two thirds of the 30000.00 square metres on the roll must take part, which takes at least 20000.00; 20000.00 do, so this is met.
      At least two thirds of the 300 people on the roll must take part, which takes at least 200; 200 do, so this is met.
  The approval reached what the rule asks for.
    All of the following are required: this is met.
      More than half of the 20000.00 square metres that took part must be in favour, which takes at least 10000.01; 10000.01 are, so this is met.
      More than half of the 200 people that took part must be in favour, which takes at least 101; 101 are, so this is met.
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := judge(t, c.rule, c.count)
			if got := lines(v.Explanation, fault.Chinese, ""); got != c.zh {
				t.Errorf("got\n%s", got)
			}
			if got := lines(v.Explanation, fault.English, ""); got != c.en {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// Every sentence of every verdict is said in both languages, without signs and
// without leftovers of formatting.
func TestExplanationsAreReadable(t *testing.T) {
	signs := regexp.MustCompile(`[<>=≥≤/%×+*{}\[\]!]`)
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = rapid.Bool().Draw(t, "open")
		v := mustJudge(t, r, c)
		for _, lang := range []fault.Language{fault.Chinese, fault.English} {
			text := lines(v.Explanation, lang, "")
			if signs.MatchString(text) {
				t.Fatal(text)
			}
			for line := range strings.Lines(text) {
				if line = strings.TrimSpace(line); !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "。") {
					t.Fatalf("%q is no sentence", line)
				}
			}
		}
		if v.Explanation.Met != (v.Outcome == adopted) {
			t.Fatal("the explanation disagrees with the outcome")
		}
	})
}

func TestFlags(t *testing.T) {
	c := owners(100, 10_000_00, 0, 0, 0, 0)
	c.Roll, c.Ballots = nil, nil
	group(&c, 40, 2_400_00, schema.BallotChoiceFor)
	group(&c, 30, 4_900_00, schema.BallotChoiceAgainst)
	c.Flags = []schema.VerdictFlag{schema.VerdictFlagRuleConflict, schema.VerdictFlagProceduralDefect, schema.VerdictFlagRuleConflict}
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	want := []schema.VerdictFlag{schema.VerdictFlagProceduralDefect, schema.VerdictFlagRuleConflict, schema.VerdictFlagSplitMajority}
	if !slices.Equal(v.Flags, want) {
		t.Errorf("%v", v.Flags)
	}
	if got := judge(t, preset(t, "OWNERS_COMMITTEE_BEIJING"), committee(7, "FFFG---")).Flags; got != nil {
		t.Errorf("flags out of nothing: %v", got)
	}
}

func TestWhatCannotBeJudged(t *testing.T) {
	beijing, joint := preset(t, "OWNERS_COMMITTEE_BEIJING"), preset(t, "JOINT_ALL_PARTIES")
	some := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	change := func(c tally.Count, by func(*tally.Count)) tally.Count { by(&c); return c }
	for _, c := range []struct {
		name  string
		rule  rule.Rule
		count tally.Count
		want  []string
	}{
		{"no seats", beijing, committee(0, "FF"), []string{" COUNT_BASE_MISSING"}},
		{"fewer seats than members", beijing, committee(2, "FFF"), []string{" COUNT_BASE_TOO_SMALL"}},
		{"no members due", preset(t, "PARTY_BRANCH"), tally.Count{}, []string{" COUNT_BASE_MISSING"}},
		{"no parties", joint, tally.Count{}, []string{"parties COUNT_BASE_MISSING"}},
		{"a party twice", joint, change(linkage("FFF"), func(c *tally.Count) { c.Parties[2].ID = "party0" }), []string{
			"parties.2.id COUNT_REPEATED", "roll.2.party COUNT_PARTY_UNKNOWN",
		}},
		{"an entry twice", beijing, change(committee(7, "FF"), func(c *tally.Count) { c.Roll[1].ID = "entry0" }), []string{"roll.1.id COUNT_REPEATED"}},
		{"negative weight", beijing, change(committee(7, "FF"), func(c *tally.Count) { c.Roll[1].Weights.Area = -1 }), []string{"roll.1.weights COUNT_WEIGHT"}},
		{"too much together", beijing, change(committee(7, "FF"), func(c *tally.Count) {
			c.Roll[0].Weights.Area, c.Roll[1].Weights.Area = rule.MaxWhole, 1
		}), []string{"roll.1.weights COUNT_WEIGHT"}},
		{"a deadline without a notice", joint, change(linkage("FFF-"), func(c *tally.Count) { c.Consent.Deadline = some }), []string{"consent.deadline COUNT_NOTICE_MISSING"}},
		{"a deadline before the notice", joint, change(linkage("FFF-"), func(c *tally.Count) {
			c.Consent.Deadline, c.Consent.NoticedAt = some, some
		}), []string{"consent.deadline COUNT_NOTICE_MISSING"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := tally.Judge(c.rule, c.count)
			faults, _ := fault.Of(err)
			var got []string
			for _, one := range faults {
				got = append(got, strings.Join(one.Field, ".")+" "+string(one.Code))
				if strings.ContainsAny(one.Text(fault.Chinese)+one.Text(fault.English), "{}") {
					t.Errorf("%s", one.Text(fault.English))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestMarginsWhileVotingGoesOn(t *testing.T) {
	for _, c := range []struct {
		word             string
		canPass, canFail bool
	}{
		{"FFFG.--", true, true},
		{"FFF----", false, true}, // no quorum, and nobody may come any more
		{"FFFF.--", true, false},
		{"FFFGGG.", true, true},
		{"FFGGGG.", false, true},
		{".......", true, true},
	} {
		count := committee(7, c.word)
		count.Open = true
		m := judge(t, preset(t, "OWNERS_COMMITTEE_BEIJING"), count).Margins
		if m.CanPass != c.canPass || m.CanFail != c.canFail {
			t.Errorf("%s: %+v", c.word, m)
		}
	}
}

// Somebody who stepped aside and stays away does not weigh on those present, and
// somebody who comes does: both are still possible.
func TestMarginsKnowThatTheRecusedMayCome(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE")
	r.Quorum, r.LateArrivalsVote = nil, true
	count := committee(5, "-r")
	count.Open = true
	if m := judge(t, r, count).Margins; !m.CanPass || !m.CanFail {
		t.Errorf("one who may come, one recused who may stay away: %+v", m)
	}
	count = committee(5, "Fr")
	count.Open = true
	if v := judge(t, r, count); v.Outcome != adopted || !v.Margins.CanFail {
		t.Errorf("%s, and the recused may still come: %+v", v.Outcome, v.Margins)
	}
}

func TestWeightsByMeasure(t *testing.T) {
	w := tally.Weights{Heads: 1, Area: 2, Seats: 3, Households: 4, Weight: 5}
	for measure, want := range map[schema.Measure]int64{
		schema.MeasureHeads: 1, schema.MeasureArea: 2, schema.MeasureSeats: 3,
		schema.MeasureHouseholds: 4, schema.MeasureWeight: 5, schema.MeasureParties: 0,
	} {
		if got := w.Of(measure); got != want {
			t.Errorf("%s: %d", measure, got)
		}
	}
}
