package tally_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/seat"
	"sifang/schema/tally"
)

// Elections, and the residents' representatives.
var electionRows = []scenario{
	{"26", scenario26},
	{"27", scenario27},
	{"28", scenario28},
	{"29", scenario29},
	{"29b", scenario29b},
	{"29c", scenario29c},
	{"29d", scenario29d},
	{"30", scenario30},
	{"30b", scenario30b},
}

// candidates stand with their votes: heads and area.
func candidates(votes ...tally.Weights) []tally.OptionFigures {
	var all []tally.OptionFigures
	for i, sum := range votes {
		all = append(all, tally.OptionFigures{Option: tally.Option{ID: "C" + strconv.Itoa(i+1)}, For: sum})
	}
	return all
}

// fates writes what became of candidates as "C1 ELECTED 1".
func fates(v tally.Verdict) []string {
	var all []string
	for _, c := range v.Choices {
		all = append(all, c.Option+" "+string(c.Outcome)+" "+strconv.Itoa(c.Rank))
	}
	return all
}

func expectFates(t *testing.T, v tally.Verdict, outcome schema.ElectionOutcome, want ...string) {
	t.Helper()
	if v.Election != outcome || !slices.Equal(fates(v), want) {
		t.Errorf("%s %q, want %s %q", v.Election, fates(v), outcome, want)
	}
}

// seven seats and two alternates, 240 of 300 owners, at most seven marks.
func sevenSeats(votes ...tally.Weights) tally.Figures {
	return tally.Figures{
		Kind: schema.VoteKindElection, Written: true, Noticed: true, Fill: 7, StandBy: 2,
		Shares: tally.Shares{Roll: w(300, 30_000_00), Valid: w(240, 24_000_00)}, Options: candidates(votes...),
	}
}

func lastSeat() tally.Figures {
	return sevenSeats(
		w(200, 20_000_00), w(190, 19_100_00), w(180, 18_200_00), w(170, 16_500_00), w(160, 16_800_00), w(155, 15_600_00),
		w(150, 15_000_00), w(150, 15_000_00), w(140, 11_900_00), w(130, 13_100_00), w(50, 5_000_00))
}

// C7 and C8 are equal in heads and area for the last seat. C4 is before C5,
// because heads rank first. C9 has the heads and not the area, and cannot stand
// by (Hangzhou art. 28).
func scenario26(t *testing.T) {
	r := preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU")
	v := judgeFigures(t, r, lastSeat())
	expectOutcome(t, v, tied)
	expectFates(t, v, schema.ElectionOutcomeTieBreakRequired,
		"C1 ELECTED 1", "C2 ELECTED 2", "C3 ELECTED 3", "C4 ELECTED 4", "C5 ELECTED 5", "C6 ELECTED 6",
		"C7 TIED 7", "C8 TIED 7", "C10 ALTERNATE 9", "C9 NOT_ELECTED 0", "C11 NOT_ELECTED 0")

	again := tally.Figures{
		Kind: schema.VoteKindElection, Written: true, Noticed: true, Fill: 1, StandBy: 1, TieBreak: true,
		Shares: tally.Shares{Roll: w(300, 30_000_00)},
	}
	t.Run("between the two", func(t *testing.T) {
		again.Options = candidates(w(110, 11_000_00), w(111, 10_000_00))
		v := judgeFigures(t, r, again)
		expectOutcome(t, v, adopted)
		expectFates(t, v, schema.ElectionOutcomeEstablished, "C2 ELECTED 1", "C1 ALTERNATE 2")
	})
	t.Run("tied again, and the seat stays vacant", func(t *testing.T) {
		again.Options = candidates(w(110, 11_000_00), w(110, 11_000_00))
		v := judgeFigures(t, r, again)
		expectFates(t, v, schema.ElectionOutcomeEstablishedWithVacancies, "C1 NOT_ELECTED 1", "C2 NOT_ELECTED 1")
	})
	t.Run("tied again, and voted on again", func(t *testing.T) {
		election := *r.Election
		election.SecondTie = rule.VoteAgain
		r.Election = &election
		v := judgeFigures(t, r, again)
		expectOutcome(t, v, tied)
		expectFates(t, v, schema.ElectionOutcomeTieBreakRequired, "C1 TIED 1", "C2 TIED 1")
	})
}

// Six of seven are more than half and at least five: the committee exists, and
// one seat is filled later (Hangzhou art. 27).
func scenario27(t *testing.T) {
	pass, fail := w(150, 15_000_00), w(120, 12_000_00)
	v := judgeFigures(t, preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU"), sevenSeats(pass, pass, pass, pass, pass, pass, fail, fail))
	expectOutcome(t, v, adopted)
	expectFates(t, v, schema.ElectionOutcomeEstablishedWithVacancies,
		"C1 ELECTED 1", "C2 ELECTED 1", "C3 ELECTED 1", "C4 ELECTED 1", "C5 ELECTED 1", "C6 ELECTED 1",
		"C7 NOT_ELECTED 0", "C8 NOT_ELECTED 0")
}

// Three are fewer than five: there is no committee, and nobody sits in it.
func scenario28(t *testing.T) {
	pass, fail := w(150, 15_000_00), w(120, 12_000_00)
	v := judgeFigures(t, preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU"), sevenSeats(pass, pass, pass, fail, fail, fail, fail, fail))
	expectOutcome(t, v, rejected)
	expectFates(t, v, schema.ElectionOutcomeNotEstablished,
		"C1 NOT_ELECTED 1", "C2 NOT_ELECTED 1", "C3 NOT_ELECTED 1", "C4 NOT_ELECTED 0", "C5 NOT_ELECTED 0",
		"C6 NOT_ELECTED 0", "C7 NOT_ELECTED 0", "C8 NOT_ELECTED 0")
}

// secret is an election on paper by so many, counted by hand.
func secret(voters int, written bool, sheet tally.Sheet, names string) tally.Count {
	c := committee(0, strings.Repeat(".", voters))
	c.Kind, c.Fill, c.Written = schema.VoteKindElection, 1, written
	for _, name := range names {
		c.Options = append(c.Options, tally.Option{ID: string(name)})
	}
	c.Sheets = []tally.Sheet{sheet}
	return c
}

func marks(papers ...int64) []tally.Marks {
	var all []tally.Marks
	for i, n := range papers {
		all = append(all, tally.Marks{Option: string(rune('A' + i)), Papers: n})
	}
	return all
}

// Of sixty representatives forty are two thirds, and the law asks for more
// (Residents' Committee Organic Law art. 19).
func scenario29(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES")
	v := judge(t, r, secret(60, false, tally.Sheet{Issued: 40, Returned: 40, Marks: marks(21, 19)}, "AB"))
	expectFates(t, v, schema.ElectionOutcomeNotQuorate, "A NOT_ELECTED 1", "B NOT_ELECTED 0")
	if v.Quorum.Needed != 41 || v.Quorum.Got != 40 {
		t.Errorf("%+v", v.Quorum)
	}
	v = judge(t, r, secret(60, false, tally.Sheet{Issued: 41, Returned: 41, Marks: marks(21, 20)}, "AB"))
	expectOutcome(t, v, adopted)
}

func scenario29b(t *testing.T) {
	v := judge(t, preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES"),
		secret(60, false, tally.Sheet{Issued: 41, Returned: 41, Marks: marks(21, 20)}, "AB"))
	expectFates(t, v, schema.ElectionOutcomeEstablished, "A ELECTED 1", "B NOT_ELECTED 0")
}

// A run-off takes the most votes, and a third of the papers cast, blank and
// spoilt ones among them.
func scenario29c(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE_RUN_OFF_BY_VOTERS")
	for _, c := range []struct {
		name    string
		sheet   tally.Sheet
		outcome schema.ElectionOutcome
		elected string
	}{
		{"16 of 45", tally.Sheet{Issued: 45, Returned: 45, Marks: marks(15, 14, 16)}, schema.ElectionOutcomeEstablished, "C"},
		{"three alike under the floor", tally.Sheet{Issued: 45, Returned: 45, Blank: 3, Marks: marks(14, 14, 14)}, schema.ElectionOutcomeNotEstablished, ""},
		{"first, and under the floor", tally.Sheet{Issued: 45, Returned: 45, Invalid: 6, Marks: marks(14, 13, 12)}, schema.ElectionOutcomeNotEstablished, ""},
		{"first at the floor", tally.Sheet{Issued: 45, Returned: 45, Invalid: 6, Marks: marks(15, 12, 12)}, schema.ElectionOutcomeEstablished, "A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := secret(80, true, c.sheet, "ABC")
			v := judge(t, r, count)
			elected := ""
			for _, one := range v.Choices {
				if one.Outcome == schema.CandidateOutcomeElected {
					elected += one.Option
				}
				if one.Approval.Whole != 45 || one.Approval.Needed != 15 {
					t.Errorf("%+v", one.Approval)
				}
			}
			if v.Election != c.outcome || elected != c.elected {
				t.Errorf("%s, elected %q", v.Election, elected)
			}
		})
	}
}

// A voter brings four proxies of whom three are lawful; a candidate brings one,
// which is not (art. 19).
func scenario29d(t *testing.T) {
	r := preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS")
	c := secret(9, true, tally.Sheet{}, "AB")
	c.Sheets = nil
	for i, invalid := range []schema.InvalidReason{"", "", "", schema.InvalidReasonProxyLimit, schema.InvalidReasonProxyBarred} {
		c.Ballots = append(c.Ballots, tally.Ballot{
			Entry: c.Roll[i].ID, Person: c.Roll[i].Voters[0].Person, Agent: "voter", Marks: []string{"A"}, Invalid: invalid,
		})
	}
	v := judge(t, r, c)
	if v.Invalid.Entries != 2 || v.Choices[0].For.Entries != 3 || v.Choices[0].Approval.Whole != 5 {
		t.Errorf("%+v, %+v", v.Invalid, v.Choices[0])
	}
	expectFates(t, v, schema.ElectionOutcomeEstablished, "A ELECTED 1", "B NOT_ELECTED 0")
}

// Four fifths of a representatives' meeting are representatives (art. 28).
func scenario30(t *testing.T) {
	law, err := seat.Load("national")
	if err != nil {
		t.Fatal(err)
	}
	meeting := seat.Body{Organization: seat.Organization{
		ID: ident.ID{15: 1}, Kind: schema.OrganizationKindRepresentativesMeeting,
	}}
	for representatives, want := range map[int]bool{40: true, 36: true, 35: false} {
		var holdings []seat.Holding
		for i := range 9 + representatives {
			h := seat.Holding{
				ID: ident.ID{14: 1, 15: byte(i)}, Member: ident.ID{14: 2, 15: byte(i)}, Organization: meeting.Organization,
				Post: seat.Post{Category: schema.PostCategoryRepresentative, SeatKind: schema.SeatKindElected, VotingRight: schema.VotingRightFull},
				Kind: schema.MembershipKindPostHolder, Mode: schema.MembershipModeElected, Status: schema.MembershipStatusEffective,
			}
			if i < 9 {
				h.Post.Category = schema.PostCategoryMember
			}
			h.Held.From = date(t, "2026-01-01")
			holdings = append(holdings, h)
		}
		found := seat.Composition(law.Rules, meeting, holdings, nil, date(t, "2026-06-01"))
		if len(found) != 1 || found[0].Met != want || found[0].Of != representatives {
			t.Errorf("%d representatives: %+v", representatives, found)
		}
	}
}

// 49 members of a representatives' meeting: 33 present are two thirds, and 17
// of them more than half (art. 29).
func scenario30b(t *testing.T) {
	r := preset(t, "REPRESENTATIVES_MEETING")
	for _, c := range []struct {
		inFavour, present int
		outcome           schema.VerdictOutcome
	}{{17, 33, adopted}, {16, 33, rejected}, {32, 32, nobody}} {
		word := strings.Repeat("F", c.inFavour) + strings.Repeat("B", c.present-c.inFavour) + strings.Repeat("-", 49-c.present)
		expectOutcome(t, judge(t, r, committee(0, word)), c.outcome)
	}
}
