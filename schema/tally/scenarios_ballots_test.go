package tally_test

import (
	"maps"
	"strconv"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Papers and who may hand them in. Whether a proxy is lawful is found when a
// ballot is cast; here come ballots that were found to be so, or not.
var ballotRows = []scenario{
	{"7", scenario7},
	{"11", scenario11},
	{"12", scenario12},
	{"12b", proxies(map[string]schema.InvalidReason{
		"U1": schema.InvalidReasonProxyInvalid, "U2": schema.InvalidReasonProxyInvalid, "U3": schema.InvalidReasonProxyBarred,
	})},
	{"12c", scenario12c},
	{"12d", proxies(map[string]schema.InvalidReason{
		"U1": schema.InvalidReasonProxyInvalid, "U2": schema.InvalidReasonProxyInvalid,
		"U3": schema.InvalidReasonProxyInvalid, "U4": schema.InvalidReasonProxyInvalid,
	})},
	{"12e", proxies(map[string]schema.InvalidReason{"U1": schema.InvalidReasonProxyInvalid})},
	{"16", scenario16},
	{"16b", scenario16b},
	{"43", scenario43},
}

// A couple uses the one vote of its flat in two ways, which leaves the vote one
// short of the quorum.
func scenario7(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	nine := time.Date(2026, 6, 1, 1, 0, 0, 0, time.UTC)
	flat := func(voters ...string) tally.Count {
		c := tally.Count{Written: true, Noticed: true}
		group(&c, 66, 6_600_00, schema.BallotChoiceFor)
		group(&c, 33, 3_300_00, "")
		e := tally.Entry{ID: "flat", Weights: each(1)}
		for _, who := range voters {
			e.Voters = append(e.Voters, tally.Voter{Person: who})
		}
		c.Roll = append(c.Roll, e)
		c.Ballots = append(c.Ballots,
			tally.Ballot{Entry: "flat", Person: "husband", Choice: schema.BallotChoiceFor, At: nine},
			tally.Ballot{Entry: "flat", Person: "wife", Choice: schema.BallotChoiceAgainst, Channel: schema.BallotChannelPaper, At: nine.Add(time.Hour)})
		return c
	}
	for _, c := range []struct {
		name          string
		count         tally.Count
		settled       string
		outcome       schema.VerdictOutcome
		husband, wife tally.Reason
	}{
		{"unsettled", flat("husband", "wife"), "", nobody, tally.Conflicting, tally.Conflicting},
		{"settled on the wife", flat("husband", "wife"), "wife", adopted, tally.Superseded, ""},
		{"the husband was named before", flat("husband"), "", adopted, "", tally.NotOnRoll},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.settled != "" {
				c.count.Settled = []tally.Settlement{{Entry: "flat", Person: c.settled}}
			}
			v := judge(t, r, c.count)
			expectOutcome(t, v, c.outcome)
			if why := whyAside(v); why["husband"] != c.husband || why["wife"] != c.wife {
				t.Errorf("%v", why)
			}
		})
	}
}

// 205 papers of 300 came back, seven of them spoilt.
func scenario11(t *testing.T) {
	f := tally.Figures{
		Shares:  tally.Shares{Roll: each(300), For: each(104), Against: each(80), Abstain: each(14), Invalid: each(7)},
		Written: true, Noticed: true,
	}
	excluded := preset(t, "OWNERS_ORDINARY")
	v := judgeFigures(t, excluded, f)
	expect(t, v, judged{nobody, 100, 104, 198})
	if v.Invalid.Weights != each(7) || readAs(t, v, tally.InvalidTakingPart) != adopted {
		t.Errorf("%+v, %+v", v.Invalid, v.Otherwise)
	}
	takingPart := excluded
	takingPart.InvalidBallots = rule.TakePart
	v = judgeFigures(t, takingPart, f)
	expect(t, v, judged{adopted, 103, 104, 205})
	if readAs(t, v, tally.InvalidExcluded) != nobody {
		t.Errorf("%+v", v.Otherwise)
	}
}

// An agent votes for others, and for himself.
func proxies(invalid map[string]schema.InvalidReason) func(*testing.T) {
	return func(t *testing.T) {
		c := tally.Count{Written: true, Noticed: true}
		for _, who := range []string{"T", "U1", "U2", "U3", "U4"} {
			c.Roll = append(c.Roll, tally.Entry{ID: "flat of " + who, Weights: each(1), Voters: []tally.Voter{{Person: who}}})
			b := tally.Ballot{Entry: "flat of " + who, Person: who, Choice: schema.BallotChoiceFor, Agent: "T", Invalid: invalid[who]}
			if who == "T" {
				b.Agent = ""
			}
			c.Ballots = append(c.Ballots, b)
		}
		v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
		want := map[string]tally.Reason{}
		for who := range invalid {
			want[who] = tally.Spoilt
		}
		if !maps.Equal(whyAside(v), want) || v.Invalid.Entries != int64(len(invalid)) || v.Options.For.Entries != int64(5-len(invalid)) {
			t.Errorf("%v, %+v, %+v", whyAside(v), v.Invalid, v.Options)
		}
		for _, one := range v.SetAside {
			if one.Invalid != invalid[one.Person] {
				t.Errorf("%s: %s", one.Person, one.Invalid)
			}
		}
	}
}

// Three principals are lawful and the fourth is not (Weifang art. 32); the
// agent's own vote is another matter.
func scenario12(t *testing.T) {
	proxies(map[string]schema.InvalidReason{"U4": schema.InvalidReasonProxyLimit})(t)
	if limits := assembly(t, "WEIFANG").Proxies; limits == nil || limits.MostPrincipals != 3 || !limits.AgentOnRoll {
		t.Errorf("%+v", limits)
	}
}

// Whoever votes in person is not voted for, whatever came first.
func scenario12c(t *testing.T) {
	at := time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	for _, precedence := range []rule.ChannelPrecedence{"", rule.PaperPrevails, rule.OnlinePrevails} {
		c := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{{ID: "flat", Weights: each(1), Voters: []tally.Voter{{Person: "owner"}}}}}
		c.Ballots = []tally.Ballot{
			{ID: "1", Entry: "flat", Person: "owner", Agent: "T", Choice: schema.BallotChoiceFor, Channel: schema.BallotChannelPaper, At: at},
			{ID: "2", Entry: "flat", Person: "owner", Choice: schema.BallotChoiceAgainst, At: at.Add(time.Hour)},
		}
		r := preset(t, "OWNERS_ORDINARY")
		r.ChannelPrecedence = precedence
		v := judge(t, r, c)
		if v.Options.Against.Entries != 1 || len(v.SetAside) != 1 || v.SetAside[0].Agent != "T" || v.SetAside[0].Reason != tally.Superseded {
			t.Errorf("%+v, %+v", v.Options, v.SetAside)
		}
	}
}

// online and on paper: 170 and 80 papers came in, fifteen flats sent both.
func bothChannels() tally.Count {
	c := tally.Count{Written: true, Noticed: true}
	at := time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	flats := func(n int, online, paper schema.BallotChoice) {
		for range n {
			id := "flat" + strconv.Itoa(len(c.Roll))
			c.Roll = append(c.Roll, tally.Entry{ID: id, Weights: each(1), Voters: []tally.Voter{{Person: id}}})
			for channel, choice := range map[schema.BallotChannel]schema.BallotChoice{
				schema.BallotChannelOnline: online, schema.BallotChannelPaper: paper,
			} {
				if choice != "" {
					c.Ballots = append(c.Ballots, tally.Ballot{ID: id + string(channel), Entry: id, Person: id, Choice: choice, Channel: channel, At: at})
				}
			}
		}
	}
	flats(117, schema.BallotChoiceFor, "")
	flats(38, schema.BallotChoiceAgainst, "")
	flats(47, "", schema.BallotChoiceFor)
	flats(18, "", schema.BallotChoiceAgainst)
	flats(12, schema.BallotChoiceAgainst, schema.BallotChoiceFor)
	flats(3, schema.BallotChoiceFor, schema.BallotChoiceFor)
	flats(65, "", "")
	return c
}

func scenario16(t *testing.T) {
	r := preset(t, "OWNERS_SPECIAL")
	r.ChannelPrecedence = rule.OnlinePrevails
	v := judge(t, r, bothChannels())
	expect(t, v, judged{rejected, 177, 167, 235})
	expectSuperseded(t, v, 15)
}

func scenario16b(t *testing.T) {
	r := preset(t, "OWNERS_SPECIAL")
	r.ChannelPrecedence = rule.PaperPrevails
	v := judge(t, r, bothChannels())
	expect(t, v, judged{adopted, 177, 179, 235})
	expectSuperseded(t, v, 15)
}

func expectSuperseded(t *testing.T, v tally.Verdict, n int) {
	t.Helper()
	for _, one := range v.SetAside {
		if one.Reason != tally.Superseded {
			t.Errorf("%+v", one)
		}
	}
	if len(v.SetAside) != n {
		t.Errorf("%d papers gave way", len(v.SetAside))
	}
}

// Twelve signatures are disputed; without them there is no quorum.
func scenario43(t *testing.T) {
	c := owners(300, 30_000_00, 205, 20_500_00, 110, 11_000_00)
	var disputed []string
	for i := range c.Ballots {
		c.Ballots[i].ID = "ballot" + strconv.Itoa(i)
		if c.Ballots[i].Choice == schema.BallotChoiceFor && len(disputed) < 12 {
			disputed = append(disputed, c.Ballots[i].ID)
		}
	}
	r := preset(t, "OWNERS_ORDINARY")
	got, err := tally.Decisive(r, c, disputed)
	if want := (tally.Decision{AsJudged: adopted, Excluded: nobody, Flipped: rejected}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = tally.Decisive(r, c, disputed[:5])
	if want := (tally.Decision{AsJudged: adopted, Excluded: adopted, Flipped: adopted, Stands: true}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}
