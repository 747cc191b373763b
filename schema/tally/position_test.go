package tally_test

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// members is a joint meeting in which each word is a party and each letter one
// of its members, with an entry of his own.
func members(words ...string) tally.Count {
	var c tally.Count
	for i, word := range words {
		party := "party" + string(rune('0'+i))
		c.Parties = append(c.Parties, rule.Party{ID: party})
		for j, letter := range word {
			add(&c, party, party+" member "+string(rune('0'+j)), letter)
		}
	}
	return c
}

func TestPositions(t *testing.T) {
	delegate := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	byMembers := delegate
	byMembers.Parties = &rule.Parties{Position: rule.MembersMajority, Absent: schema.AbsentPartyPolicyBlocks}
	for _, c := range []struct {
		name, word string
		rule       rule.Rule
		want       schema.PartyPosition
	}{
		{"delegate in favour", "F", delegate, schema.PartyPositionFor},
		{"delegate abstains", "B", delegate, schema.PartyPositionAbstain},
		{"delegate is there and silent", ".", delegate, schema.PartyPositionAbstain},
		{"delegate is absent", "-", delegate, schema.PartyPositionAbsent},
		{"no delegate was named", "", delegate, schema.PartyPositionAbsent},
		{"delegate is recused", "R", delegate, schema.PartyPositionRecused},
		{"delegate is recused and absent", "r", delegate, schema.PartyPositionRecused},
		{"one delegate is recused, the other votes", "RG", delegate, schema.PartyPositionAgainst},
		{"one delegate is recused, the other is absent", "R-", delegate, schema.PartyPositionRecused},
		{"neither came, one is recused", "r-", delegate, schema.PartyPositionAbsent},
		{"delegates differ", "FG", delegate, schema.PartyPositionDivided},
		{"delegates agree", "FF", delegate, schema.PartyPositionFor},
		{"majority of members", "FFG", byMembers, schema.PartyPositionFor},
		{"abstainers weigh", "FFBB", byMembers, schema.PartyPositionDivided},
		{"majority abstains", "FBB", byMembers, schema.PartyPositionAbstain},
		{"evenly split", "FFGG", byMembers, schema.PartyPositionDivided},
		{"the silent do not weigh", "F..", byMembers, schema.PartyPositionFor},
		{"the recused do not weigh", "GRR", byMembers, schema.PartyPositionAgainst},
		{"nobody came", "---", byMembers, schema.PartyPositionAbsent},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := judge(t, c.rule, members(c.word, "F", "F"))
			if got := v.Parties[0].Position; got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// A party entry may hold all its members: each of their ballots counts for the
// position, and the entry votes as its majority does.
func TestMembersInOneEntry(t *testing.T) {
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	r.Parties = &rule.Parties{Position: rule.MembersMajority, Absent: schema.AbsentPartyPolicyBlocks}
	c := linkage("FFG")
	c.Roll[2].Voters = append(c.Roll[2].Voters, tally.Voter{Person: "second", Arrival: tally.AtOpening}, tally.Voter{Person: "third", Arrival: tally.AtOpening})
	for _, person := range []string{"second", "third"} {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: "entry2", Person: person, Choice: schema.BallotChoiceFor})
	}
	v := judge(t, r, c)
	if v.Parties[2].Position != schema.PartyPositionFor || v.Parties[2].Ballots != (tally.Ballots{For: 2, Against: 1}) {
		t.Errorf("%+v", v.Parties[2])
	}
	if v.Options.For.Entries != 3 || len(v.SetAside) != 0 {
		t.Errorf("%+v, %+v", v.Options, v.SetAside)
	}
}

// The absent, the recused and the base.
func TestWhoIsInTheBase(t *testing.T) {
	all := preset(t, "JOINT_ALL_PARTIES")
	leaves := all
	leaves.Parties = &rule.Parties{Position: rule.Delegate, Absent: schema.AbsentPartyPolicyLeavesBase}
	atOnce := all
	atOnce.Parties = &rule.Parties{Position: rule.Delegate, Absent: schema.AbsentPartyPolicyBlocks}
	inBase := all
	inBase.Recused.InBase = true
	asPresent := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	asPresent.Recused.CountAsPresent = true
	late := preset(t, "OWNERS_COMMITTEE_BEIJING")
	late.LateArrivalsVote = true
	for _, c := range []struct {
		name        string
		rule        rule.Rule
		count       tally.Count
		outcome     schema.VerdictOutcome
		whole, here int64 // of the approval; present for the quorum
	}{
		{"the absent party blocks at once", atOnce, linkage("FFF-"), rejected, 4, 3},
		{"the absent party leaves the base", leaves, linkage("FFF-"), adopted, 3, 3},
		{"but not the base of the quorum", leaves, linkage("FF--"), nobody, 2, 2},
		{"the recused party leaves the base", all, linkage("FFFR"), adopted, 3, 3},
		{"the recused party is not asked again", all, linkage("FFFr"), adopted, 3, 3},
		{"the recused party blocks", inBase, linkage("FFFR"), rejected, 4, 3},
		{"the recused party makes no quorum", preset(t, "JOINT_MAJORITY_OF_PARTIES"), linkage("FFR-"), nobody, 3, 2},
		{"unless the rule says so", asPresent, linkage("FFR-"), adopted, 3, 3},
		{"latecomers do not vote", preset(t, "OWNERS_COMMITTEE_BEIJING"), committee(7, "FFFlLLL"), nobody, 7, 3},
		{"unless the rule says so, and then are present", late, committee(7, "FFFlLLL"), adopted, 7, 7},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := judge(t, c.rule, c.count)
			if v.Outcome != c.outcome || v.Approval.Whole != c.whole || v.Quorum.Got != c.here {
				t.Errorf("%s, base %d, present %d", v.Outcome, v.Approval.Whole, v.Quorum.Got)
			}
		})
	}
}

func TestBallotsThatDoNotCount(t *testing.T) {
	c := committee(5, "FF-RL")
	c.Roll = append(c.Roll, tally.Entry{ID: "flat", Voters: []tally.Voter{
		{Person: "husband", Arrival: tally.AtOpening}, {Person: "wife", Arrival: tally.AtOpening},
	}})
	add := func(entry, person string, choice schema.BallotChoice) {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: entry, Person: person, Choice: choice})
	}
	add("entry0", "m0", schema.BallotChoiceFor) // the same ballot again
	add("entry1", "m1", schema.BallotChoiceAgainst)
	add("entry2", "m2", schema.BallotChoiceFor)
	add("entry3", "m3", schema.BallotChoiceFor)
	add("entry4", "m4", schema.BallotChoiceFor)
	add("entry0", "m1", schema.BallotChoiceFor)
	add("nowhere", "m1", schema.BallotChoiceFor)
	add("flat", "husband", schema.BallotChoiceFor)
	add("flat", "wife", schema.BallotChoiceAgainst)
	add("flat", "wife", "MAYBE")
	v := judge(t, preset(t, "OWNERS_COMMITTEE_BEIJING"), c)
	var got []string
	for _, one := range v.SetAside {
		if !slices.Contains(one.Reason.Values(), string(one.Reason)) {
			t.Errorf("%s is no reason", one.Reason)
		}
		got = append(got, one.Entry+" "+one.Person+" "+string(one.Reason))
	}
	want := []string{
		"entry0 m1 NOT_ON_ROLL", "entry1 m1 CONFLICTED", "entry1 m1 CONFLICTED", "entry2 m2 NOT_PRESENT",
		"entry3 m3 RECUSED", "entry4 m4 NOT_PRESENT", "flat husband CONFLICTED", "flat wife CONFLICTED",
		"flat wife NOT_A_CHOICE", "nowhere m1 NOT_ON_ROLL",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if v.Options.For.Entries != 1 || v.Options.Against.Entries != 0 || v.Options.NotCast.Entries != 5 {
		t.Errorf("%+v", v.Options)
	}
}
