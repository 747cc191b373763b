package tally_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

const (
	adopted  = schema.VerdictOutcomeAdopted
	rejected = schema.VerdictOutcomeRejected
	tied     = schema.VerdictOutcomeTied
	nobody   = schema.VerdictOutcomeNotQuorate
	pending  = schema.VerdictOutcomePendingConsent
	void     = schema.VerdictOutcomeVoid
)

// approval replaces what an approval asks for, as a bylaw may.
func approval(r rule.Rule, base schema.Base, by rule.Comparison) rule.Rule {
	share := *r.Approval.Share
	share.Base, share.Compare = base, by
	r.Approval = rule.Clause{Share: &share}
	return r
}

// TestScenarios are votes with worked numbers, each under the article that
// decides it.
func TestScenarios(t *testing.T) {
	hangzhou := preset(t, "OWNERS_COMMITTEE_HANGZHOU")
	beijing := preset(t, "OWNERS_COMMITTEE_BEIJING")
	shandong := preset(t, "OWNERS_COMMITTEE_SHANDONG")
	interim := preset(t, "INTERIM_PROPERTY_COMMITTEE_BEIJING")
	branch := preset(t, "PARTY_BRANCH")
	majority := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	excluding := hangzhou
	excluding.Recused.InBase = false
	attendees := approval(branch, schema.BasePresent, rule.AtLeast)

	for _, c := range []struct {
		name    string
		rule    rule.Rule
		count   tally.Count
		outcome schema.VerdictOutcome
		// what the approval needed and what there was
		needed, got int64
	}{
		{"31", hangzhou, committee(7, "FFFG---"), rejected, 4, 3},
		{"31b", hangzhou, committee(7, "FFFFG--"), adopted, 4, 4},
		{"32", hangzhou, committee(7, "FFFGGG"), tied, 4, 3},
		{"32 incumbents", approval(hangzhou, schema.BaseIncumbents, rule.MoreThan), committee(7, "FFFGGG"), tied, 4, 3},
		{"32 half is enough", approval(hangzhou, schema.BaseIncumbents, rule.AtLeast), committee(7, "FFFGGG"), adopted, 3, 3},
		{"33", beijing, committee(5, "FFGRR"), rejected, 3, 2},
		{"33 recused excluded", excluding, committee(5, "FFGRR"), adopted, 2, 2},
		{"33b", beijing, committee(5, "FFRRR"), nobody, 3, 2},
		{"33b recused excluded", excluding, committee(5, "FFRRR"), nobody, 2, 2},
		{"34", shandong, committee(7, "FFFF---"), nobody, 4, 4},
		{"34 in Beijing", beijing, committee(7, "FFFF---"), adopted, 4, 4},
		{"34 with one more", shandong, committee(7, "FFFFG--"), adopted, 4, 4},
		{"36", interim, mixed("FF---", "FFFF"), nobody, 5, 6},
		{"36b", interim, mixed("FFF--", "FF--"), adopted, 5, 5},
		{"36b one fewer", interim, mixed("FFG--", "FF--"), rejected, 5, 4},
		{"37", branch, committee(0, strings.Repeat("F", 23)+strings.Repeat("-", 23)), rejected, 24, 23},
		{"37 one more", branch, committee(0, strings.Repeat("F", 24)+"G"+strings.Repeat("-", 21)), adopted, 24, 24},
		{"37 too few", branch, committee(0, strings.Repeat("F", 22)+strings.Repeat("-", 24)), nobody, 24, 22},
		{"37b", branch, committee(0, strings.Repeat("F", 16)+strings.Repeat("G", 14)+strings.Repeat("-", 15)), rejected, 23, 16},
		{"37b half of those present", attendees, committee(0, strings.Repeat("F", 15)+strings.Repeat("G", 15)+strings.Repeat("-", 15)), adopted, 15, 15},
		{"38b", majority, linkage("FFGG"), tied, 3, 2},
		{"38b without a policy", preset(t, "JOINT_ALL_PARTIES"), linkage("FFGG"), rejected, 4, 2},
		{"38e", majority, linkage("FFGR"), adopted, 2, 2},
		{"38f", majority, linkage("FFF-"), adopted, 3, 3},
		{"38f three parties", majority, linkage("FFG"), adopted, 2, 2},
		{"38f three parties of whom one stays away", majority, linkage("FF-"), nobody, 2, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := judge(t, c.rule, c.count)
			if v.Outcome != c.outcome {
				t.Errorf("%s, want %s: %s", v.Outcome, c.outcome, v.Explanation.English)
			}
			if v.Approval.Needed != c.needed || v.Approval.Got != c.got {
				t.Errorf("needed %d and got %d, want %d and %d", v.Approval.Needed, v.Approval.Got, c.needed, c.got)
			}
			if v.Margins.CanPass != (c.outcome == adopted) || v.Margins.CanFail != (c.outcome != adopted) {
				t.Errorf("closed, and yet %+v", v.Margins)
			}
		})
	}
	t.Run("35", scenario35)
	t.Run("38", scenario38)
	t.Run("38d", scenario38d)
}

// mixed is an interim committee of members who represent owners and others.
func mixed(ownerMembers, others string) tally.Count {
	c := committee(int64(len(ownerMembers)+len(others)), ownerMembers+others)
	for i := range ownerMembers {
		c.Roll[i].Groups = []string{"OWNER"}
	}
	return c
}

// An alternate may attend and has no vote until seated (Hangzhou art. 28).
func scenario35(t *testing.T) {
	c := committee(7, "FFFG---")
	c.Ballots = append(c.Ballots, tally.Ballot{Entry: "entry4", Person: "alternate", Choice: schema.BallotChoiceFor})
	v := judge(t, preset(t, "OWNERS_COMMITTEE_HANGZHOU"), c)
	if v.Outcome != rejected || v.Approval.Got != 3 {
		t.Errorf("%s with %d", v.Outcome, v.Approval.Got)
	}
	if len(v.SetAside) != 1 || v.SetAside[0].Reason != tally.NotOnRoll || v.SetAside[0].Person != "alternate" {
		t.Errorf("set aside: %+v", v.SetAside)
	}
}

// Three parties agree to repaint the parking lines, the fourth is absent and
// has three days from the notice of 1 June, until 4 June, 24:00.
func scenario38(t *testing.T) {
	first, _ := day.Parse("2026-06-01")
	last, _ := day.Parse("2026-06-04")
	notice, deadline := first.Start().Add(20*time.Hour), last.End()
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
			if v.Outcome != c.outcome || v.Parties[3].Answer != c.answer {
				t.Errorf("%s, %s", v.Outcome, v.Parties[3].Answer)
			}
			if !slices.Contains(c.answer.Values(), string(v.Parties[3].Answer)) {
				t.Errorf("%s is no answer", v.Parties[3].Answer)
			}
			if v.Parties[3].Position != schema.PartyPositionAbsent {
				t.Errorf("the absent party is %s", v.Parties[3].Position)
			}
			if !v.ConsentDeadline.Equal(deadline) {
				t.Errorf("deadline %s", v.ConsentDeadline)
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
		if v := judge(t, counted, linkage("FFG-")); v.Outcome != rejected {
			t.Errorf("%s", v.Outcome)
		}
	})
}

// One person is branch secretary and chair of the owners' committee and sits
// for both; the residents' committee sends one, the property company nobody.
func scenario38d(t *testing.T) {
	c := linkage("FFF-")
	c.Roll[1].Voters[0].Person = c.Roll[0].Voters[0].Person
	c.Ballots[1].Person = c.Ballots[0].Person
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	if v := judge(t, r, c); v.Outcome != adopted || v.Quorum.Got != 3 {
		t.Errorf("without a least number of persons: %s, %d parties", v.Outcome, v.Quorum.Got)
	}
	r.DistinctPersonsMin = 3
	v := judge(t, r, c)
	if v.Outcome != nobody {
		t.Fatalf("%s", v.Outcome)
	}
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

// Owners' decisions under Civil Code art. 278; areas in 0.01 m².
func TestOwnersDecisions(t *testing.T) {
	ordinary, special := preset(t, "OWNERS_ORDINARY"), preset(t, "OWNERS_SPECIAL")
	for _, c := range []struct {
		name    string
		rule    rule.Rule
		count   tally.Count
		outcome schema.VerdictOutcome
	}{
		{"1a", ordinary, owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01), adopted},
		{"1b", ordinary, owners(300, 30_000_00, 200, 20_000_00, 100, 10_000_00), rejected},
		{"1c", ordinary, owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_00), rejected},
		{"2", ordinary, owners(300, 30_000_00, 199, 25_000_00, 150, 20_000_00), nobody},
		{"3a", ordinary, owners(301, 100_000_00, 200, 80_000_00, 200, 80_000_00), nobody},
		{"3b", ordinary, owners(301, 100_000_00, 201, 66_666_67, 180, 60_000_00), adopted},
		{"3c", ordinary, owners(301, 100_000_00, 201, 66_666_66, 180, 60_000_00), nobody},
		{"4", ordinary, owners(120, 20_000_00, 118, 12_000_00, 110, 11_000_00), nobody},
		{"5a", special, owners(300, 30_000_00, 200, 20_000_00, 150, 15_000_00), adopted},
		{"5b", special, owners(300, 30_000_00, 200, 20_000_00, 149, 15_000_00), rejected},
		{"5c", special, owners(300, 30_000_00, 200, 20_000_00, 150, 14_999_99), rejected},
		{"6 use", ordinary, owners(300, 30_000_00, 200, 20_000_00, 130, 13_000_00), adopted},
		{"6 raise", special, owners(300, 30_000_00, 200, 20_000_00, 130, 13_000_00), rejected},
		{"10", ordinary, owners(300, 30_000_00, 200, 20_000_00, 99, 9_900_00), rejected},
		{"13", ordinary, owners(1291, 129_100_00, 703, 70_300_00, 417, 41_700_00), nobody},
		{"21", ordinary, owners(12, 1_200_00, 8, 800_00, 6, 600_00), adopted},
		{"21 one fewer", ordinary, owners(12, 1_200_00, 7, 700_00, 6, 600_00), nobody},
		{"23", preset(t, "INTERESTED_OWNERS"), owners(48, 4_800_00, 48, 4_800_00, 47, 4_700_00), rejected},
		{"23 all", preset(t, "INTERESTED_OWNERS"), owners(48, 4_800_00, 48, 4_800_00, 48, 4_800_00), adopted},
	} {
		t.Run(c.name, func(t *testing.T) {
			if v := judge(t, c.rule, c.count); v.Outcome != c.outcome {
				t.Errorf("%s, want %s: %+v", v.Outcome, c.outcome, v.Options)
			}
		})
	}
}

// 49 members of a representatives' meeting: 33 present are two thirds, and 17
// of them more than half (Residents' Committee Organic Law art. 29).
func TestRepresentativesMeeting(t *testing.T) {
	r := preset(t, "REPRESENTATIVES_MEETING")
	for _, c := range []struct {
		inFavour, present int
		outcome           schema.VerdictOutcome
	}{{17, 33, adopted}, {16, 33, rejected}, {32, 32, nobody}} {
		word := strings.Repeat("F", c.inFavour) + strings.Repeat("B", c.present-c.inFavour) + strings.Repeat("-", 49-c.present)
		if v := judge(t, r, committee(0, word)); v.Outcome != c.outcome {
			t.Errorf("%d of %d: %s", c.inFavour, c.present, v.Outcome)
		}
	}
}
