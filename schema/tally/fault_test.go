package tally_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// refusals writes refusals as their place and code, and looks at their words.
func refusals(t *testing.T, err error) []string {
	t.Helper()
	faults, _ := fault.Of(err)
	var all []string
	for _, one := range faults {
		all = append(all, strings.Join(one.Field, ".")+" "+string(one.Code))
		if words := one.Text(fault.Chinese) + one.Text(fault.English); words == "" || strings.ContainsAny(words, "{}") {
			t.Errorf("%s says %q", one.Code, words)
		}
	}
	return all
}

// doubtful is a count that Judge refuses.
type doubtful struct {
	name  string
	rule  rule.Rule
	count tally.Count
	want  []string
}

func expectRefusals(t *testing.T, all []doubtful) {
	t.Helper()
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			_, err := tally.Judge(c.rule, c.count)
			if got := refusals(t, err); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func change(c tally.Count, by func(*tally.Count)) tally.Count {
	c.Roll = slices.Clone(c.Roll)
	by(&c)
	return c
}

func TestWhatCannotBeJudged(t *testing.T) {
	beijing, all := preset(t, "OWNERS_COMMITTEE_BEIJING"), preset(t, "JOINT_ALL_PARTIES")
	some := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	expectRefusals(t, []doubtful{
		{"no seats", beijing, committee(0, "FF"), []string{" COUNT_BASE_MISSING"}},
		{"fewer seats than members", beijing, committee(2, "FFF"), []string{" COUNT_BASE_TOO_SMALL"}},
		{"no members due", preset(t, "PARTY_BRANCH"), tally.Count{}, []string{" COUNT_BASE_MISSING"}},
		{"no parties", all, tally.Count{}, []string{"parties COUNT_BASE_MISSING"}},
		{"a party twice", all, change(linkage("FFF"), func(c *tally.Count) { c.Parties[2].ID = "party0" }), []string{
			"parties.2.id COUNT_REPEATED", "roll.2.party COUNT_PARTY_UNKNOWN",
		}},
		{"an entry twice", beijing, change(committee(7, "FF"), func(c *tally.Count) { c.Roll[1].ID = "entry0" }), []string{"roll.1.id COUNT_REPEATED"}},
		{"negative weight", beijing, change(committee(7, "FF"), func(c *tally.Count) { c.Roll[1].Weights.Area = -1 }), []string{"roll.1.weights COUNT_WEIGHT"}},
		{"negative weight before", beijing, change(committee(7, "FF"), func(c *tally.Count) {
			c.Roll[1].Amended = &tally.Amendment{Before: &tally.Weights{Seats: -1}}
		}), []string{"roll.1.weights COUNT_WEIGHT"}},
		{"too much together", beijing, change(committee(7, "FF"), func(c *tally.Count) {
			c.Roll[0].Weights.Area, c.Roll[1].Weights.Area = rule.MaxWhole, 1
		}), []string{"roll.1.weights COUNT_WEIGHT"}},
		{"a deadline without a notice", all, change(linkage("FFF-"), func(c *tally.Count) { c.Consent.Deadline = some }), []string{"consent.deadline COUNT_NOTICE_MISSING"}},
		{"a deadline before the notice", all, change(linkage("FFF-"), func(c *tally.Count) {
			c.Consent.Deadline, c.Consent.NoticedAt = some, some
		}), []string{"consent.deadline COUNT_NOTICE_MISSING"}},
		{"settled for nobody", beijing, change(committee(7, "FF"), func(c *tally.Count) {
			c.Settled = []tally.Settlement{{Entry: "entry9", Person: "m0"}, {Entry: "entry0", Person: "m1"}, {Entry: "entry0", Person: "m0"}}
		}), []string{"settled.0.entry COUNT_UNKNOWN", "settled.1.person COUNT_UNKNOWN", "settled.2.entry COUNT_REPEATED"}},
		{"a voter twice", beijing, change(committee(7, "FF"), func(c *tally.Count) { c.Roll[1].Voters = append(c.Roll[1].Voters, c.Roll[1].Voters[0]) }), []string{
			"roll.1.voters.1.person COUNT_REPEATED",
		}},
	})
}

func TestOptionsThatCannotBeJudged(t *testing.T) {
	ordinary, election := preset(t, "OWNERS_ORDINARY"), preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU")
	more := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS")
	options := func(kind schema.VoteKind, ids ...string) tally.Count {
		c := tally.Count{Kind: kind, Written: true, Noticed: true, Fill: 2}
		if kind != schema.VoteKindElection {
			c.Fill = 0
		}
		for _, id := range ids {
			c.Options = append(c.Options, tally.Option{ID: id, None: strings.HasPrefix(id, "none")})
		}
		return c
	}
	expectRefusals(t, []doubtful{
		{"no kind of vote", ordinary, options("LOTTERY", "a", "b"), []string{"kind COUNT_OPTIONS"}},
		{"a motion with options", ordinary, options(schema.VoteKindMotion, "a", "b"), []string{"options COUNT_OPTIONS"}},
		{"options without a kind", ordinary, options("", "a", "b"), []string{"options COUNT_OPTIONS"}},
		{"a choice without options", ordinary, options(schema.VoteKindChoice), []string{"options COUNT_OPTIONS"}},
		{"a choice of one", ordinary, options(schema.VoteKindChoice, "a"), []string{"options COUNT_OPTIONS"}},
		{"only none of them", ordinary, options(schema.VoteKindChoice, "none"), []string{"options COUNT_OPTIONS"}},
		{"none of them twice", ordinary, options(schema.VoteKindChoice, "a", "none", "none 2"), []string{"options COUNT_OPTIONS"}},
		{"one option twice", ordinary, options(schema.VoteKindChoice, "a", "b", "a"), []string{"options.2.id COUNT_REPEATED"}},
		{"more marks than options", ordinary, change(options(schema.VoteKindChoice, "a", "b"), func(c *tally.Count) { c.MostMarks = 3 }), []string{"mostMarks OUT_OF_RANGE"}},
		{"an election under another rule", ordinary, options(schema.VoteKindElection, "a", "b", "c"), []string{"kind COUNT_NO_ELECTION"}},
		{"a motion under a rule for elections", election, options(schema.VoteKindMotion), []string{"kind COUNT_NO_ELECTION"}},
		{"no seats", election, change(options(schema.VoteKindElection, "a", "b", "c"), func(c *tally.Count) { c.Fill = 0 }), []string{"fill OUT_OF_RANGE"}},
		{"fewer than no alternates", election, change(options(schema.VoteKindElection, "a", "b", "c"), func(c *tally.Count) { c.StandBy = -1 }), []string{"standBy OUT_OF_RANGE"}},
		{"fewer candidates than seats", election, options(schema.VoteKindElection, "a", "none"), []string{"options COUNT_TOO_FEW_CANDIDATES"}},
		{"as many candidates as seats", election, options(schema.VoteKindElection, "a", "b"), nil},
		{"as many, where there must be more", more, options(schema.VoteKindElection, "a", "b", "none"), []string{"options COUNT_TOO_FEW_CANDIDATES"}},
		{"as many, after a tie", more, change(options(schema.VoteKindElection, "a", "b"), func(c *tally.Count) { c.TieBreak = true }), nil},
	})
}

func TestSheetsThatCannotBeJudged(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE")
	sheet := func(s tally.Sheet) tally.Count {
		c := committee(5, "...--")
		c.Sheets = []tally.Sheet{s}
		return c
	}
	elected := func(s tally.Sheet) tally.Count {
		c := secret(9, true, s, "ABC")
		c.Fill = 2
		c.Options = append(c.Options, tally.Option{ID: "D", None: true})
		return c
	}
	election := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS")
	expectRefusals(t, []doubtful{
		{"a sum that is too small", r, sheet(tally.Sheet{Issued: 3, Returned: 3, For: 2}), []string{"sheets.0.returned COUNT_SHEET_SUM"}},
		{"a sum that is too large", r, sheet(tally.Sheet{Issued: 3, Returned: 2, For: 2, Blank: 1}), []string{"sheets.0.returned COUNT_SHEET_SUM"}},
		{"more returned than issued", r, sheet(tally.Sheet{Issued: 2, Returned: 3, For: 3}), []string{"sheets.0.issued COUNT_SHEET_SUM"}},
		{"less than nothing", r, sheet(tally.Sheet{Issued: 3, Returned: 3, For: 4, Against: -1}), []string{"sheets.0.against OUT_OF_RANGE"}},
		{"more than are there", r, sheet(tally.Sheet{For: 3, Against: 1}), []string{"sheets.0.returned COUNT_SHEET_ROLL"}},
		{"more on two sheets", r, change(sheet(tally.Sheet{For: 2}), func(c *tally.Count) { c.Sheets = append(c.Sheets, tally.Sheet{Against: 2}) }), []string{"sheets.1.returned COUNT_SHEET_ROLL"}},
		{"with ballots", r, change(committee(5, "FFF--"), func(c *tally.Count) { c.Sheets = []tally.Sheet{{For: 3}} }), []string{"sheets COUNT_SHEET_AND_BALLOTS"}},
		{"of land", preset(t, "OWNERS_ORDINARY"), sheet(tally.Sheet{For: 3}), []string{"sheets COUNT_SHEET_MEASURE"}},
		{"of parties", preset(t, "JOINT_ALL_PARTIES"), change(linkage("..."), func(c *tally.Count) { c.Sheets = []tally.Sheet{{For: 3}} }), []string{"sheets COUNT_SHEET_MEASURE"}},
		{"of a member with two votes", r, change(sheet(tally.Sheet{For: 3}), func(c *tally.Count) { c.Roll[1].Weights.Seats = 2 }), []string{" COUNT_BASE_TOO_SMALL", "sheets COUNT_SHEET_MEASURE"}},
		{"of a group", among(r), sheet(tally.Sheet{For: 3}), []string{"sheets COUNT_SHEET_MEASURE"}},
		{"marks on a motion", r, sheet(tally.Sheet{Marks: marks(3)}), []string{"sheets.0.marks.0.option COUNT_UNKNOWN"}},
		{"a candidate who does not stand", election, elected(tally.Sheet{Issued: 9, Returned: 9, Marks: marks(1, 1, 1, 1, 1)}), []string{"sheets.0.marks.4.option COUNT_UNKNOWN"}},
		{"a candidate twice", election, elected(tally.Sheet{Issued: 9, Returned: 9, Marks: append(marks(1, 1), marks(1)...)}), []string{"sheets.0.marks.2.option COUNT_REPEATED"}},
		{"fewer than no marks", election, elected(tally.Sheet{Issued: 9, Returned: 9, Marks: marks(1, -1)}), []string{"sheets.0.marks.1.papers OUT_OF_RANGE"}},
		{"more marks for one than papers", election, elected(tally.Sheet{Issued: 9, Returned: 9, Blank: 2, Marks: marks(8)}), []string{"sheets.0.marks COUNT_SHEET_SUM"}},
		{"more marks than papers can have", election, elected(tally.Sheet{Issued: 9, Returned: 9, Marks: marks(7, 6, 6)}), []string{"sheets.0.marks COUNT_SHEET_SUM"}},
		{"more marks than those not for none", election, elected(tally.Sheet{Issued: 9, Returned: 9, Marks: marks(7, 6, 0, 3)}), []string{"sheets.0.marks COUNT_SHEET_SUM"}},
		{"hands for several", election, elected(tally.Sheet{Marks: marks(5, 3)}), []string{"sheets.0.returned COUNT_SHEET_SUM"}},
		{"for and against candidates", election, elected(tally.Sheet{Issued: 9, Returned: 9, For: 9}), []string{"sheets.0.for OUT_OF_RANGE"}},
		{"lawful", election, elected(tally.Sheet{Issued: 9, Returned: 9, Blank: 1, Marks: marks(5, 4, 1, 2)}), nil},
	})
}

// among asks more than half of a group to agree.
func among(r rule.Rule) rule.Rule {
	share := *r.Approval.Share
	share.Base, share.Measure = schema.BaseOnRoll, schema.MeasureHeads
	share.Among = &rule.Group{Code: "OWNER"}
	r.Approval = rule.Clause{Share: &share}
	return r
}

func TestDecisiveNeedsKnownBallots(t *testing.T) {
	c := committee(7, "FFFF---")
	for i := range c.Ballots {
		c.Ballots[i].ID = c.Ballots[i].Person
	}
	r := preset(t, "OWNERS_COMMITTEE_BEIJING")
	_, err := tally.Decisive(r, c, []string{"m0", "nobody", ""})
	if got := refusals(t, err); !slices.Equal(got, []string{"disputed.1 COUNT_BALLOT_UNKNOWN", "disputed.2 COUNT_BALLOT_UNKNOWN"}) {
		t.Errorf("%q", got)
	}
	c.Seats = 0
	if _, err := tally.Decisive(r, c, nil); !slices.Equal(refusals(t, err), []string{" COUNT_BASE_MISSING"}) {
		t.Errorf("%v", err)
	}
}
