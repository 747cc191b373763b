package tally_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Joint meetings of the parties of a linkage.
var linkageRows = []scenario{
	{"38", scenario38},
	{"38b", func(t *testing.T) {
		joint(t, preset(t, "JOINT_MAJORITY_OF_PARTIES"), "FFGG", judged{tied, 3, 2, 4})
		t.Run("without a policy", func(t *testing.T) { joint(t, preset(t, "JOINT_ALL_PARTIES"), "FFGG", judged{rejected, 4, 2, 4}) })
	}},
	{"38c", scenario38c},
	{"38d", scenario38d},
	{"38e", scenario38e},
	{"38f", func(t *testing.T) {
		r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
		joint(t, r, "FFF-", judged{adopted, 3, 3, 4})
		t.Run("of three", func(t *testing.T) { joint(t, r, "FFG", judged{adopted, 2, 2, 3}) })
		t.Run("of three, of whom one stays away", func(t *testing.T) { joint(t, r, "FF-", judged{nobody, 2, 2, 3}) })
	}},
}

// joint judges a linkage in which each letter is a party, once by the ballots of
// delegates and once as mere figures.
func joint(t *testing.T, r rule.Rule, word string, want judged) {
	t.Helper()
	expect(t, judge(t, r, linkage(word)), want)
	f := tally.Figures{Noticed: true}
	for i, letter := range word {
		f.Parties = append(f.Parties, tally.PartyFigures{Party: "party" + strconv.Itoa(i), Position: map[rune]schema.PartyPosition{
			'F': schema.PartyPositionFor, 'G': schema.PartyPositionAgainst, 'B': schema.PartyPositionAbstain,
			'-': schema.PartyPositionAbsent, 'R': schema.PartyPositionRecused, 'D': schema.PartyPositionDivided,
		}[letter]})
	}
	expect(t, judgeFigures(t, r, f), want)
}

// Three parties agree to repaint the parking lines, the fourth is absent and
// has three days from the notice of 1 June, until 4 June, 24:00.
func scenario38(t *testing.T) {
	notice, deadline := date(t, "2026-06-01").Start().Add(20*time.Hour), date(t, "2026-06-04").End()
	before, after := deadline.Add(-time.Second), deadline.Add(time.Hour)
	const absent = "party3"
	blocks, counted := preset(t, "JOINT_ALL_PARTIES"), preset(t, "JOINT_ALL_PARTIES_CONSENT")
	for _, c := range []struct {
		name    string
		rule    rule.Rule
		now     time.Time
		replies []tally.Reply
		outcome schema.VerdictOutcome
		answer  tally.Answer
	}{
		{"blocks, a second before", blocks, before, nil, pending, tally.Awaited},
		{"blocks, at the deadline", blocks, deadline, nil, rejected, tally.Silent},
		{"blocks, consents in time", blocks, before, []tally.Reply{{Party: absent, At: notice}}, adopted, tally.Consented},
		{"blocks, consents too late", blocks, after, []tally.Reply{{Party: absent, At: deadline}}, rejected, tally.Silent},
		{"counted, a second before", counted, before, nil, pending, tally.Awaited},
		{"counted, at the deadline", counted, deadline, nil, adopted, tally.Deemed},
		{"counted, objects in time", counted, before, []tally.Reply{{Party: absent, Objects: true, At: notice}}, rejected, tally.Objected},
		{"counted, objects too late", counted, after, []tally.Reply{{Party: absent, Objects: true, At: after}}, adopted, tally.Deemed},
		{"counted, thinks again", counted, after, []tally.Reply{
			{Party: absent, At: before}, {Party: absent, Objects: true, At: notice},
		}, adopted, tally.Consented},
		{"counted, says both at once", counted, after, []tally.Reply{
			{Party: absent, Objects: true, At: before}, {Party: absent, At: before},
		}, rejected, tally.Objected},
		{"counted, somebody else objects", counted, after, []tally.Reply{{Party: "party0", Objects: true, At: before}}, adopted, tally.Deemed},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := linkage("FFF-")
			count.Consent = tally.Consent{NoticedAt: notice, Deadline: deadline, Now: c.now, Replies: c.replies}
			v := judge(t, c.rule, count)
			expectOutcome(t, v, c.outcome)
			if v.Parties[3].Answer != c.answer || !slices.Contains(c.answer.Values(), string(v.Parties[3].Answer)) {
				t.Errorf("the answer is %s", v.Parties[3].Answer)
			}
			if v.Parties[3].Position != schema.PartyPositionAbsent || !v.ConsentDeadline.Equal(deadline) {
				t.Errorf("the absent party is %s until %s", v.Parties[3].Position, v.ConsentDeadline)
			}
		})
	}
	t.Run("never told", func(t *testing.T) {
		count := linkage("FFF-")
		count.Consent.Now = after
		if v := judge(t, counted, count); v.Outcome != pending || !v.ConsentDeadline.IsZero() {
			t.Errorf("%s until %s", v.Outcome, v.ConsentDeadline)
		}
	})
	t.Run("its consent could not help", func(t *testing.T) {
		expectOutcome(t, judge(t, counted, linkage("FFG-")), rejected)
	})
}

// A lobby rented to an advertiser is common property used for business, which
// the owners' assembly decides by a special majority (Civil Code art. 278, item
// 8). What a joint meeting says about it is a referral.
func scenario38c(t *testing.T) {
	national, ok := rule.PresetSet("NATIONAL")
	if !ok {
		t.Fatal("no national set")
	}
	chain := rule.Chain{national}
	m, ok := chain.Matter("COMMON_PARTS_BUSINESS")
	if !ok || m.Authority != schema.DecisionAuthorityOwnersAssembly || m.Class != rule.Special {
		t.Errorf("%+v", m)
	}
	refused := rule.OverrideAuthority(m.Authority, schema.DecisionAuthorityJointMeeting, "all four parties agree")
	if len(refused) != 1 || refused[0].Code != fault.AuthorityNotStricter {
		t.Errorf("%v", refused)
	}
}

// One person is branch secretary and chair of the owners' committee and sits
// for both; the residents' committee sends one, the property company nobody.
func scenario38d(t *testing.T) {
	c := linkage("FFF-")
	c.Roll[1].Voters[0].Person = c.Roll[0].Voters[0].Person
	c.Ballots[1].Person = c.Ballots[0].Person
	f := tally.Figures{Noticed: true, Parties: []tally.PartyFigures{
		{Party: "party0", Position: schema.PartyPositionFor, Delegate: "secretary"},
		{Party: "party1", Position: schema.PartyPositionFor},
		{Party: "party2", Position: schema.PartyPositionFor, Delegate: "secretary"},
		{Party: "party3", Position: schema.PartyPositionAbsent},
	}}
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	if v := judge(t, r, c); v.Outcome != adopted || v.Quorum.Got != 3 {
		t.Errorf("without a least number of persons: %s, %d parties", v.Outcome, v.Quorum.Got)
	}
	r.DistinctPersonsMin = 3
	for _, v := range []tally.Verdict{judge(t, r, c), judgeFigures(t, r, f)} {
		expectOutcome(t, v, nobody)
		parties, persons := v.Quorum.Parts[0], v.Quorum.Parts[1]
		if !parties.Met || persons.Got != 2 || persons.Needed != 3 || persons.Met {
			t.Errorf("parties %+v, persons %+v", parties, persons)
		}
		for i := range 3 {
			if v.Parties[i].Position != schema.PartyPositionFor {
				t.Errorf("party %d is %s", i, v.Parties[i].Position)
			}
		}
	}
}

// The project manager of the company steps aside from its own renewal, and what
// he casts all the same is set aside.
func scenario38e(t *testing.T) {
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	joint(t, r, "FFGR", judged{adopted, 2, 2, 3})
	c := linkage("FFGR")
	c.Ballots = append(c.Ballots, tally.Ballot{Entry: "entry3", Person: "delegate3", Choice: schema.BallotChoiceFor})
	v := judge(t, r, c)
	if v.Parties[3].Position != schema.PartyPositionRecused || whyAside(v)["delegate3"] != tally.WasRecused || v.Approval.Got != 2 {
		t.Errorf("%+v, %+v", v.Parties[3], v.SetAside)
	}
}
