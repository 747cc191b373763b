package tally_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// lines writes an explanation as indented lines.
func lines(s rule.Sentence, lang fault.Language, indent string) string {
	text := indent + s.In(lang) + "\n"
	for _, part := range s.Parts {
		text += lines(part, lang, indent+"  ")
	}
	return text
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestExplanations compares what verdicts say with a page that is there to be
// read.
func TestExplanations(t *testing.T) {
	const golden = "testdata/explanations.md"
	page := "# What verdicts say\n"
	for _, one := range told(t) {
		page += "\n## " + one.name + "\n\n" +
			lines(one.verdict.Explanation, fault.Chinese, "") + "\n" + lines(one.verdict.Explanation, fault.English, "")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if page != string(want) {
		t.Errorf("verdicts say something else; if that is meant, run go test ./schema/tally -update and review %s:\n%s", golden, page)
	}
}

// story is a verdict to be told.
type story struct {
	name    string
	verdict tally.Verdict
}

func told(t *testing.T) []story {
	t.Helper()
	ordinary, committees := preset(t, "OWNERS_ORDINARY"), preset(t, "OWNERS_COMMITTEE_BEIJING")
	return []story{
		{"Adopted", judgeFigures(t, ordinary, tally.Figures{
			Shares:  tally.Shares{Roll: each(300), For: each(130), Against: each(60), Abstain: each(20), Invalid: each(5)},
			Written: true, Noticed: true,
		})},
		{"Rejected on area alone", judge(t, ordinary, owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_00))},
		{"Not quorate, though silence counts", judgeFigures(t, deeming(ordinary), silent(each(30), each(15), each(5), each(16)))},
		{"Adopted by silence, on a special matter", judgeFigures(t, deeming(preset(t, "OWNERS_SPECIAL")), minhang)},
		{"Silence without a majority", judgeFigures(t, deeming(ordinary), silent(w(30, 2_400_00), w(20, 2_900_00), each(0), w(20, 2_000_00)))},
		{"Not on the agenda", judge(t, ordinary, unannounced())},
		{"Online and on paper, and a couple that differs", judge(t, online(t), differing(bothChannels()))},
		{"An objection vote", judgeFigures(t, preset(t, "OBJECTION_VOTE_HENAN"), tally.Figures{
			Shares: tally.Shares{Roll: w(90, 9_000_00), Against: w(31, 2_900_00)}, Written: true, Noticed: true,
		})},
		{"A recall without a hearing", judgeFigures(t, preset(t, "OWNERS_COMMITTEE_RECALL"), tally.Figures{
			Shares: tally.Shares{Roll: each(300), For: each(120), Against: each(100)}, Written: true, Noticed: true,
		})},
		{"A committee that goes on", judge(t, committees, open(committee(7, "FFFG.--")))},
		{"A casting vote", judge(t, casting(committees), chaired(committee(7, "FFFGGG")))},
		{"A casting vote in vain", judge(t, casting(committees), chaired(committee(7, "FFGGBBB")))},
		{"A party is awaited", judge(t, preset(t, "JOINT_ALL_PARTIES_CONSENT"), awaiting(t))},
		{"A tie of parties", judge(t, preset(t, "JOINT_MAJORITY_OF_PARTIES"), linkage("FFGGR"))},
		{"Three companies and none of them", judgeFigures(t, ordinary, companies())},
		{"A tie for the last seat", judgeFigures(t, preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU"), lastSeat())},
		{"An election counted by hand", judge(t, preset(t, "RESIDENTS_COMMITTEE_RUN_OFF_BY_VOTERS"),
			secret(80, true, tally.Sheet{Issued: 46, Returned: 45, Blank: 2, Invalid: 1, Marks: marks(15, 11, 16)}, "ABC"))},
		{"A corrected roll", judge(t, ordinary, corrected())},
	}
}

func open(c tally.Count) tally.Count {
	c.Open = true
	return c
}

func casting(r rule.Rule) rule.Rule {
	r.Tie = rule.CastingVote
	return r
}

func chaired(c tally.Count) tally.Count {
	c.Chair = "m0"
	return c
}

func online(t *testing.T) rule.Rule {
	r := preset(t, "OWNERS_SPECIAL")
	r.ChannelPrecedence = rule.OnlinePrevails
	return r
}

func unannounced() tally.Count {
	c := owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01)
	c.Noticed = false
	return c
}

// differing adds a flat whose two owners disagree, and a ballot of a stranger.
func differing(c tally.Count) tally.Count {
	c.Roll = append(c.Roll, tally.Entry{ID: "couple", Weights: each(1), Voters: []tally.Voter{{Person: "husband"}, {Person: "wife"}}})
	c.Ballots = append(c.Ballots,
		tally.Ballot{Entry: "couple", Person: "husband", Choice: schema.BallotChoiceFor},
		tally.Ballot{Entry: "couple", Person: "wife", Choice: schema.BallotChoiceAgainst},
		tally.Ballot{Entry: "couple", Person: "tenant", Choice: schema.BallotChoiceAgainst})
	return c
}

func awaiting(t *testing.T) tally.Count {
	c, first := linkage("FFF-"), date(t, "2026-06-01")
	c.Consent = tally.Consent{NoticedAt: first.Start(), Deadline: first.AddDays(3).End(), Now: first.Start()}
	return c
}

// corrected is a vote carried by a flat whose area was corrected upwards.
func corrected() tally.Count {
	c := owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01)
	before := c.Roll[0].Weights
	before.Area--
	c.Roll[0].Amended = &tally.Amendment{Before: &before}
	return c
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
