package command_test

import (
	"slices"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

const (
	adopted    = schema.VerdictOutcomeAdopted
	rejected   = schema.VerdictOutcomeRejected
	tied       = schema.VerdictOutcomeTied
	notQuorate = schema.VerdictOutcomeNotQuorate
	awaiting   = schema.VerdictOutcomePendingConsent
)

// TestCommitteeVotes are votes of an owners' committee of seven, of which a
// quorum is more than half of all and so is a majority (Hangzhou art. 29,
// Shandong art. 32 with a quorum of two thirds).
func TestCommitteeVotes(t *testing.T) {
	eachCouncil(t, func(c *council) {
		for _, s := range []struct {
			name          string
			code          string
			filled, there int
			ballots       string
			want          schema.VerdictOutcome
			needed, got   int64
		}{
			{"31: three of seven are no majority of all", "OWNERS_COMMITTEE_HANGZHOU", 7, 4, "FFFG", rejected, 4, 3},
			{"31b: four of seven are", "OWNERS_COMMITTEE_HANGZHOU", 7, 5, "FFFFG", adopted, 4, 4},
			{"32: six incumbents, three against three", "OWNERS_COMMITTEE_HANGZHOU", 6, 6, "FFFGGG", tied, 4, 3},
			{"34: in Shandong four are no quorum", "OWNERS_COMMITTEE_SHANDONG", 7, 4, "FFFF", notQuorate, 4, 4},
		} {
			c.sub(s.name, func(c *council) {
				h, members := c.seated(s.filled, s.there)
				v := h.running(s.code)
				h.votes(v, members, s.ballots)
				judged := h.closed(v)
				is(c, "the outcome", judged.Outcome, s.want)
				is(c, "needed", judged.Approval.Needed, s.needed)
				is(c, "got", judged.Approval.Got, s.got)
				is(c, "all seats", judged.Approval.Whole, 7)
			})
		}
	})
}

// TestJointVotes are votes of four parties, sent one person each.
func TestJointVotes(t *testing.T) {
	everybody, noCompany := [4]bool{true, true, true, true}, [4]bool{true, true, true, false}
	eachCouncil(t, func(c *council) {
		for _, s := range []struct {
			name    string
			code    string
			there   [4]bool
			ballots string
			want    schema.VerdictOutcome
		}{
			{"all agree", "JOINT_ALL_PARTIES", everybody, "FFFF", adopted},
			{"38b: two against two", "JOINT_MAJORITY_OF_PARTIES", everybody, "FFGG", tied},
			{"38b: without a policy for ties", "JOINT_ALL_PARTIES", everybody, "FFGG", rejected},
			{"38f: three of four, one away", "JOINT_MAJORITY_OF_PARTIES", noCompany, "FFF-", adopted},
			{"there, and silent", "JOINT_ALL_PARTIES", everybody, "FFF-", rejected},
			{"two of four are no quorum of three", "JOINT_MAJORITY_OF_PARTIES", [4]bool{true, true}, "FF--", notQuorate},
		} {
			c.sub(s.name, func(c *council) {
				h := c.joined(s.code, c.leaders(), s.there)
				v := h.running("")
				h.votes(v, h.sent[:], s.ballots)
				if judged := h.closed(v); judged.Outcome != s.want {
					c.Errorf("judged %s, want %s: %s", judged.Outcome, s.want, judged.Explanation.English)
				}
			})
		}
	})
}

// TestAbsentParty is scenario 38: three parties are in favour, the fourth was
// called and is not there. It has three days from the close, until the third
// day, 24:00.
func TestAbsentParty(t *testing.T) {
	eachCouncil(t, func(c *council) {
		for _, s := range []struct {
			code  string
			after schema.VerdictOutcome
		}{{"JOINT_ALL_PARTIES", rejected}, {"JOINT_ALL_PARTIES_CONSENT", adopted}} {
			c.sub(s.code, func(c *council) {
				h := c.joined(s.code, c.leaders(), [4]bool{true, true, true, false})
				deadline := day.Of(c.clock.Now()).AddDays(3).End().UTC()
				v := h.running("")
				h.votes(v, h.sent[:], "FFF-")
				judged := h.closed(v)
				is(c, "at once", judged.Outcome, awaiting)
				is(c, "the absent party", judged.Parties[3].Position, schema.PartyPositionAbsent)
				is(c, "time to answer until", judged.ConsentDeadline.UTC(), deadline)
				final := command.FinalizeVoteInput{VoteID: v}
				h.clock.Set(deadline.Add(-time.Microsecond))
				refused(c, c.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
					{"before the time is over", h.officer, final, []fault.Code{fault.ConsentPending}, "voteId"},
				})
				h.clock.Set(deadline)
				miscounting := command.NewMiscounting(h.store)
				c.Cleanup(miscounting.Close)
				refused(c, miscounting.FinalizeVote, []refusal[command.FinalizeVoteInput]{
					{"while the counters differ", h.officer, final, []fault.Code{fault.RecountDiffers}, "voteId"},
				})
				p, err := c.do.FinalizeVote(h.officer, final)
				done(c.town, p, err)
				last := h.lastVerdict(v)
				is(c, "counted twice", *last.Recount, schema.RecountResultAgrees)
				is(c, "after the deadline", last.Outcome, s.after)
				is(c, "judged", last.JudgedAt.UTC(), deadline)
				is(c, "the vote", h.voteRow(v).Status, schema.VoteStatusFinal)
			})
		}
	})
}

// TestAbsentPartyLeavesTheBase is a linkage in which those who come decide.
func TestAbsentPartyLeavesTheBase(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_ALL_PARTIES", func(r *rule.Rule) {
			r.Parties.Absent, r.Parties.ConsentDays = schema.AbsentPartyPolicyLeavesBase, 0
		})
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, false})
		v := h.running("")
		h.votes(v, h.sent[:], "FFF-")
		judged := h.closed(v)
		is(c, "the outcome", judged.Outcome, adopted)
		is(c, "of", judged.Approval.Whole, 3)
	})
}

// TestBallotsOfOnePersonForTwoParties is scenario 38d: the secretary also sits
// for the owners' committee, the residents' committee sends one, the company
// nobody. Without a least number of persons three parties are a quorum.
func TestBallotsOfOnePersonForTwoParties(t *testing.T) {
	eachCouncil(t, func(c *council) {
		three := func(want schema.VerdictOutcome) {
			c.Helper()
			sent := [4]ident.ID{c.secretary, c.director, c.secretary, c.manager}
			h := c.joined("JOINT_MAJORITY_OF_PARTIES", sent, [4]bool{true, true, true, false})
			v := h.running("")
			h.votes(v, sent[:], "FFF-")
			judged := h.closed(v)
			is(c, "the outcome", judged.Outcome, want)
			positions := []schema.PartyPosition{}
			for _, p := range judged.Parties {
				positions = append(positions, p.Position)
			}
			if !slices.Equal(positions, []schema.PartyPosition{"FOR", "FOR", "FOR", "ABSENT"}) {
				c.Errorf("the parties stand %v", positions)
			}
		}
		three(adopted)
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) { r.DistinctPersonsMin = 3 })
		three(notQuorate)
	})
}

// TestMembersDecideForTheirParty is a linkage whose parties take the position
// of the majority of their members.
func TestMembersDecideForTheirParty(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) { r.Parties.Position = rule.MembersMajority })
		second, third := c.person("委员"), c.person("委员")
		c.seat(second, c.committee, schema.PostCategoryMember)
		c.seat(third, c.committee, schema.PostCategoryMember)
		h := c.joined("JOINT_MAJORITY_OF_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		h.comes(second, &h.parties[1])
		h.comes(third, &h.parties[1])
		v := h.running("")
		h.votes(v, []ident.ID{c.secretary, c.director, second, third, c.chair, c.manager}, "FFGGFF")
		judged := h.closed(v)
		is(c, "the residents' committee", judged.Parties[1].Position, schema.PartyPositionAgainst)
		is(c, "its members against", judged.Parties[1].Ballots.Against, 2)
		is(c, "the outcome", judged.Outcome, adopted)
	})
}
