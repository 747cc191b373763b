package tally_test

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Committees and Party branches.
var committeeRows = []scenario{
	{"31", sits("OWNERS_COMMITTEE_HANGZHOU", 7, "FFFG---", judged{rejected, 4, 3, 7})},
	{"31b", sits("OWNERS_COMMITTEE_HANGZHOU", 7, "FFFFG--", judged{adopted, 4, 4, 7})},
	{"32", scenario32},
	{"33", scenario33},
	{"33b", scenario33b},
	{"34", func(t *testing.T) {
		t.Run("Shandong", sits("OWNERS_COMMITTEE_SHANDONG", 7, "FFFF---", judged{nobody, 4, 4, 7}))
		t.Run("Shandong, one more", sits("OWNERS_COMMITTEE_SHANDONG", 7, "FFFFG--", judged{adopted, 4, 4, 7}))
		t.Run("Beijing", sits("OWNERS_COMMITTEE_BEIJING", 7, "FFFF---", judged{adopted, 4, 4, 7}))
	}},
	{"35", scenario35},
	{"36", func(t *testing.T) { interim(t, "FF---", "FFFF", judged{nobody, 5, 6, 9}) }},
	{"36b", func(t *testing.T) {
		interim(t, "FFF--", "FF--", judged{adopted, 5, 5, 9})
		t.Run("one fewer", func(t *testing.T) { interim(t, "FFG--", "FF--", judged{rejected, 5, 4, 9}) })
	}},
	{"37", func(t *testing.T) {
		t.Run("half of them came", branch("PARTY_BRANCH", 46, 23, 23, judged{rejected, 24, 23, 46}))
		t.Run("one more", branch("PARTY_BRANCH", 46, 25, 24, judged{adopted, 24, 24, 46}))
		t.Run("fewer than half", branch("PARTY_BRANCH", 46, 22, 22, judged{nobody, 24, 22, 46}))
	}},
	{"37b", scenario37b},
}

// sits judges a sitting in which each letter is a seat that is filled, once by
// its ballots and once as mere figures.
func sits(code string, seats int64, word string, want judged) func(*testing.T) {
	return func(t *testing.T) { sitting(t, preset(t, code), seats, word, want) }
}

func sitting(t *testing.T, r rule.Rule, seats int64, word string, want judged) {
	t.Helper()
	expect(t, judge(t, r, committee(seats, word)), want)
	expect(t, judgeFigures(t, r, figuresOf(seats, word)), want)
}

func figuresOf(seats int64, word string) tally.Figures {
	n := func(letters string) tally.Weights {
		sum := int64(0)
		for _, letter := range letters {
			sum += int64(strings.Count(word, string(letter)))
		}
		return tally.Weights{Heads: sum, Seats: sum}
	}
	return tally.Figures{
		Seats: seats, Incumbents: int64(len(word)), Due: int64(len(word)), Noticed: true,
		Shares: tally.Shares{
			Roll: n("FGB.-R"), Present: n("FGB."), For: n("F"), Against: n("G"), Abstain: n("B"), Recused: n("R"),
		},
	}
}

// approval replaces what an approval asks for, as a bylaw may.
func approval(r rule.Rule, base schema.Base, by rule.Comparison) rule.Rule {
	share := *r.Approval.Share
	share.Base, share.Compare = base, by
	r.Approval = rule.Clause{Share: &share}
	return r
}

// Three against three, with one of seven seats vacant.
func scenario32(t *testing.T) {
	r := preset(t, "OWNERS_COMMITTEE_HANGZHOU")
	sitting(t, r, 7, "FFFGGG", judged{tied, 4, 3, 7})
	t.Run("of the incumbents", func(t *testing.T) {
		sitting(t, approval(r, schema.BaseIncumbents, rule.MoreThan), 7, "FFFGGG", judged{tied, 4, 3, 6})
	})
	t.Run("half is enough", func(t *testing.T) {
		sitting(t, approval(r, schema.BaseIncumbents, rule.AtLeast), 7, "FFFGGG", judged{adopted, 3, 3, 6})
	})
	t.Run("Zhoushan, of six seats", sits("OWNERS_COMMITTEE_ZHOUSHAN", 6, "FFFGGG", judged{adopted, 3, 3, 6}))
	casting := r
	casting.Tie = rule.CastingVote
	for _, c := range []struct {
		name, word, chair string
		seats             int64
		want              judged
	}{
		{"the chair is for", "FFFGGG", "m0", 7, judged{adopted, 4, 3, 7}},
		{"the chair is against", "FFFGGG", "m5", 7, judged{rejected, 4, 3, 7}},
		{"the chair abstains", "FFFGGGB", "m6", 7, judged{tied, 4, 3, 7}},
		{"the chair has no ballot", "FFFGGG", "m9", 7, judged{tied, 4, 3, 7}},
		{"no chair", "FFFGGG", "", 7, judged{tied, 4, 3, 7}},
		{"one voice more would not be enough", "FFGGBBB", "m0", 7, judged{rejected, 4, 2, 7}},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := committee(c.seats, c.word)
			count.Chair = c.chair
			expect(t, judge(t, casting, count), c.want)
		})
	}
	t.Run("a chair in figures", func(t *testing.T) {
		f := figuresOf(7, "FFFGGG")
		f.Chair = schema.BallotChoiceFor
		expectOutcome(t, judgeFigures(t, casting, f), adopted)
	})
}

// Two of five have relatives at the company. The law counts all members; bylaws
// may leave out who stepped aside.
func scenario33(t *testing.T) {
	r := preset(t, "OWNERS_COMMITTEE_BEIJING")
	sitting(t, r, 5, "FFGRR", judged{rejected, 3, 2, 5})
	t.Run("the recused are left out", func(t *testing.T) {
		r.Recused.InBase = false
		sitting(t, r, 5, "FFGRR", judged{adopted, 2, 2, 3})
	})
}

// Three of five stepped aside: the two others make no quorum, and could not
// reach three if they did.
func scenario33b(t *testing.T) {
	r := preset(t, "OWNERS_COMMITTEE_BEIJING")
	sitting(t, r, 5, "FFRRR", judged{nobody, 3, 2, 5})
	t.Run("even if the recused made a quorum", func(t *testing.T) {
		r.Recused.CountAsPresent = true
		sitting(t, r, 5, "FFRRR", judged{rejected, 3, 2, 5})
		open := committee(5, "FFRRR")
		open.Open = true
		if v := judge(t, r, open); v.Margins.CanPass {
			t.Errorf("%+v", v.Margins)
		}
	})
	t.Run("even if the recused were left out", func(t *testing.T) {
		r := preset(t, "OWNERS_COMMITTEE_BEIJING")
		r.Recused.InBase = false
		sitting(t, r, 5, "FFRRR", judged{nobody, 2, 2, 2})
	})
}

// An alternate may attend and has no vote until seated (Hangzhou art. 28).
func scenario35(t *testing.T) {
	c := committee(7, "FFFG---")
	c.Ballots = append(c.Ballots, tally.Ballot{Entry: "entry4", Person: "alternate", Choice: schema.BallotChoiceFor})
	v := judge(t, preset(t, "OWNERS_COMMITTEE_HANGZHOU"), c)
	expect(t, v, judged{rejected, 4, 3, 7})
	if why := whyAside(v); len(why) != 1 || why["alternate"] != tally.NotOnRoll {
		t.Errorf("set aside: %+v", v.SetAside)
	}
}

// interim is an interim committee of members who represent owners and others,
// which asks for more than half of either (Beijing art. 57).
func interim(t *testing.T, ownerMembers, others string, want judged) {
	t.Helper()
	r := preset(t, "INTERIM_PROPERTY_COMMITTEE_BEIJING")
	word := ownerMembers + others
	c := committee(int64(len(word)), word)
	for i := range ownerMembers {
		c.Roll[i].Groups = []string{"OWNER"}
	}
	expect(t, judge(t, r, c), want)
	f := figuresOf(int64(len(word)), word)
	f.Groups = []tally.GroupFigures{{Code: "OWNER", Shares: figuresOf(0, ownerMembers).Shares}}
	expect(t, judgeFigures(t, r, f), want)
}

// branch is a meeting of so many Party members with a vote.
func branch(code string, due, present, inFavour int, want judged) func(*testing.T) {
	word := strings.Repeat("F", inFavour) + strings.Repeat("G", present-inFavour) + strings.Repeat("-", due-present)
	return sits(code, 0, word, want)
}

// The Party branch regulation counts who was due; a local procedure may count
// who came, which is flagged.
func scenario37b(t *testing.T) {
	t.Run("of those due", branch("FOUR_MEETINGS_PARTY_MEETING", 45, 30, 16, judged{rejected, 23, 16, 45}))
	t.Run("23 of those due", branch("FOUR_MEETINGS_PARTY_MEETING", 45, 30, 23, judged{adopted, 23, 23, 45}))
	t.Run("more than half of those present", branch("FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY", 45, 30, 16, judged{adopted, 16, 16, 30}))
	t.Run("half of those present", branch("FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF", 45, 30, 15, judged{adopted, 15, 15, 30}))
	t.Run("half is not more than half", branch("FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY", 45, 30, 15, judged{rejected, 16, 15, 30}))
	t.Run("not held", branch("FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF", 45, 29, 29, judged{nobody, 15, 29, 29}))
	v := judgeFigures(t, preset(t, "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF"), figuresOf(0, strings.Repeat("F", 16)+strings.Repeat("G", 14)+strings.Repeat("-", 15)))
	expectFlags(t, v, schema.VerdictFlagRuleConflict)
}
