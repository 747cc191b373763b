package command_test

import (
	"testing"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// of300 are 300 owners with 30,000 m², of whom 240 with 24,000 m² vote for
// eleven candidates, with at most seven marks each. Their marks come to
// 200/20,000 heads and m², 190/19,100, 180/18,200, 170/16,500, 160/16,800,
// 155/15,600, 150/15,000, 150/15,000, 140/11,900, 130/13,100 and 50/5,000.
var of300 = []bloc{
	{25, 60_00, []int{1, 3, 4, 5, 6, 9, 11}},
	{20, 80_00, []int{1, 3, 4, 5, 6, 9, 10}},
	{10, 40_00, []int{2, 3, 4, 5, 6, 9, 10}},
	{10, 200_00, []int{2, 3, 4, 5, 8, 9, 10}},
	{20, 80_00, []int{2, 4, 5, 7, 8, 9, 10}},
	{40, 105_00, []int{1, 2, 5, 7, 8, 9, 10}},
	{15, 40_00, []int{1, 2, 3, 7, 8, 9, 10}},
	{15, 180_00, []int{1, 2, 3, 6, 7, 8, 10}},
	{50, 78_00, []int{1, 2, 3, 4, 6, 7, 8}},
	{10, 200_00, []int{1, 2, 3, 4, 5, 6, 7}},
	{20, 85_00, []int{1, 2, 3, 4, 5, 6, 11}},
	{5, 360_00, []int{1, 3, 4, 5, 6, 11}},
	{60, 100_00, nil},
}

// TestElectionOfACommittee is scenario 26: seven seats, two who may stand by. Six
// are elected, two are tied for the seventh seat, and are voted on among
// themselves. Whoever loses that stands by before the tenth; the ninth has the
// heads and not the area, and the eleventh neither.
func TestElectionOfACommittee(t *testing.T) {
	eachContest(t, func(e *contest) {
		e.posts(15, 7)
		in := e.electing(seven)
		in.Alternates, in.NoneOption = new(2), true
		v := e.drafts(in)
		names := e.run(v, 11)
		candidates := func(c *db.Client) counted { return c.Candidate.Query() }
		e.seen(candidates, 0, 11)
		e.lists(v)
		e.seen(candidates, 11, 11)
		row := e.candidate(names[0])
		is(e.council, "on the list", row.Status, schema.CandidateStatusListed)
		is(e.council, "listed", row.ListedAt.UTC(), e.clock.Now())
		if _, err := row.QueryPerson().Only(e.visitor); err != nil {
			t.Errorf("a visitor cannot see who stands: %v", err)
		}
		e.convenes()
		e.votedBy(of300...)
		first := e.judged(v, of300...)
		is(e.council, "the election", first.Election, schema.ElectionOutcomeTieBreakRequired)
		is(e.council, "the vote", first.Outcome, schema.VerdictOutcomeTied)
		e.outcomes(v, first, "EEEEEETT-A-")
		for i, want := range []struct{ heads, area int64 }{
			{200, 20_000_00}, {190, 19_100_00}, {180, 18_200_00}, {170, 16_500_00}, {160, 16_800_00}, {155, 15_600_00},
			{150, 15_000_00}, {150, 15_000_00},
		} {
			is(e.council, "heads", first.Choices[i].For.Weights.Heads, want.heads)
			is(e.council, "area", first.Choices[i].For.Weights.Area, want.area)
		}
		is(e.council, "the fourth is ranked by heads", first.Choices[3].Rank, 4)
		if again := e.lastVerdict(v); again.Recount == nil || *again.Recount != schema.RecountResultAgrees {
			t.Errorf("the counters differ: %v", again.Differences)
		}

		e.takes(names[3])
		e.leaves(names[3])
		shut(e, e.do.AcceptElection,
			refusal[command.AcceptElectionInput]{"before the tie is broken", e.officer, accepting(names[9]), only(fault.TieNotBroken), "candidateId"},
		)
		among := e.drafts(e.breaking(v))
		tie := e.voteRow(among)
		is(e.council, "seats left", *tie.Seats, 1)
		is(e.council, "one of them will stand by", *tie.Alternates, 1)
		is(e.council, "under the same rule", string(tie.Rule), string(e.voteRow(v).Rule))
		is(e.council, "for the same post", *tie.PostID, e.post.ID)
		second := e.judged(among, bloc{110, 0, []int{1}}, bloc{120, 0, []int{2}})
		is(e.council, "on the same roll", *e.voteRow(among).RollID, *e.voteRow(v).RollID)
		is(e.council, "the tie", second.Election, schema.ElectionOutcomeEstablished)
		e.outcomes(among, second, "AE")

		for _, id := range append(names[:3:3], names[4:6]...) {
			e.takes(id)
		}
		losers := e.paper(among)
		e.takes(ident.Candidate{ID: losers[1].ID})
		seats, err := e.store.Read().Membership.Query().Count(e.visitor)
		e.must(err)
		is(e.council, "seats that everybody sees", seats, seven)
		shut(e, e.do.AcceptElection,
			refusal[command.AcceptElectionInput]{"the tied, by the vote that ended in the tie", e.officer, accepting(names[6]), only(fault.NotElected), "candidateId"},
			refusal[command.AcceptElectionInput]{"who has only the heads", e.officer, accepting(names[8]), only(fault.NotElected), "candidateId"},
			refusal[command.AcceptElectionInput]{"before the loser of the tie", e.officer, accepting(names[9]), only(fault.AlternateAhead), "candidateId"},
		)
		e.takes(ident.Candidate{ID: losers[0].ID})
		e.leaves(names[0])
		e.takes(names[9])
	})
}

// breaking is the vote among those who were tied in an election.
func (e *contest) breaking(v ident.Vote) command.DraftVoteInput {
	return command.DraftVoteInput{
		AgendaItemID: e.item, Question: "同票者另行选举", Kind: schema.VoteKindElection, TieBreakOfID: &v,
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}
}

// of30 are thirty owners with flats of one size, in two blocs.
func of30(first, second []int) []bloc { return []bloc{{20, 100_00, first}, {10, 100_00, second}} }

// TestElectionsWithVacancies are scenarios 27 and 28: of seven seats six are
// filled, and of seven only three, which is fewer than the five that make a
// committee (Hangzhou art. 27).
func TestElectionsWithVacancies(t *testing.T) {
	for name, c := range map[string]struct {
		majority []int
		outcomes string
		election schema.ElectionOutcome
		vote     schema.VerdictOutcome
	}{
		"27: six of seven":   {[]int{1, 2, 3, 4, 5, 6}, "EEEEEE-", schema.ElectionOutcomeEstablishedWithVacancies, adopted},
		"28: three of seven": {[]int{1, 2, 3}, "-------", schema.ElectionOutcomeNotEstablished, rejected},
	} {
		t.Run(name, func(t *testing.T) {
			eachContest(t, func(e *contest) {
				v := e.drafts(e.electing(seven))
				names := e.run(v, seven)
				e.convenes()
				blocs := of30(c.majority, []int{7})
				e.votedBy(blocs...)
				judged := e.judged(v, blocs...)
				is(e.council, "the election", judged.Election, c.election)
				is(e.council, "the vote", judged.Outcome, c.vote)
				e.outcomes(v, judged, c.outcomes)
				shut(e, e.do.AcceptElection,
					refusal[command.AcceptElectionInput]{"the seventh", e.officer, accepting(names[6]), only(fault.NotElected), "candidateId"})
			})
		})
	}
}

// threeForTwo elects the first of three for two seats, and ties the others.
var threeForTwo = []bloc{{11, 100_00, []int{1, 2}}, {11, 100_00, []int{1, 3}}, {8, 100_00, []int{2, 3}}}

// tied is an election of two that left the second and the third of three tied.
func (e *contest) tied(code string) ident.Vote {
	e.Helper()
	in := e.electing(2)
	in.RuleCode = &code
	v := e.drafts(in)
	e.run(v, 3)
	e.convenes()
	e.votedBy(threeForTwo...)
	judged := e.judged(v, threeForTwo...)
	e.outcomes(v, judged, "ETT")
	return v
}

// evenly are the same thirty, half of them for each of two.
var evenly = []bloc{{15, 0, []int{1}}, {15, 0, []int{2}}}

// TestSecondTie is a tie that is not broken when it is voted on: the seat stays
// vacant, and nobody of those tied has it.
func TestSecondTie(t *testing.T) {
	eachContest(t, func(e *contest) {
		v := e.tied("OWNERS_COMMITTEE_ELECTION")
		among := e.drafts(e.breaking(v))
		judged := e.judged(among, evenly...)
		is(e.council, "the tie", judged.Election, schema.ElectionOutcomeEstablishedWithVacancies)
		e.outcomes(among, judged, "--")
		shut(e, e.do.AcceptElection, refusal[command.AcceptElectionInput]{
			"who was tied twice", e.officer, accepting(ident.Candidate{ID: e.paper(among)[0].ID}), only(fault.NotElected), "candidateId",
		})
		shut(e, e.do.DraftVote,
			refusal[command.DraftVoteInput]{"the tie a third time", e.officer, e.breaking(v), only(fault.TieBreakExists), "tieBreakOfId"},
			refusal[command.DraftVoteInput]{"what was not tied", e.officer, e.breaking(among), only(fault.NoTie), "tieBreakOfId"},
		)
		e.takes(ident.Candidate{ID: e.paper(v)[0].ID})
	})
}

// TestTieBrokenTooSoon is a tie that was broken before the election itself is
// final: an objection to that may still change who was tied.
func TestTieBrokenTooSoon(t *testing.T) {
	eachContest(t, func(e *contest) {
		in := e.electing(2)
		in.RuleCode = new("OWNERS_COMMITTEE_ELECTION")
		v := e.drafts(in)
		e.run(v, 3)
		e.convenes()
		e.votedBy(threeForTwo...)
		e.opens(v)
		e.cast(v, threeForTwo...)
		e.outcomes(v, e.closed(v), "ETT")
		among := e.drafts(e.breaking(v))
		e.outcomes(among, e.judged(among, bloc{20, 0, []int{1}}, bloc{10, 0, []int{2}}), "E-")
		winner := ident.Candidate{ID: e.paper(among)[0].ID}
		shut(e, e.do.AcceptElection,
			refusal[command.AcceptElectionInput]{"who won the tie", e.officer, accepting(winner), only(fault.WrongState), "candidateId"},
			refusal[command.AcceptElectionInput]{"who won it, declining", e.officer, declining(winner), only(fault.WrongState), "candidateId"},
		)
		e.final(v)
		e.takes(winner)
	})
}

// TestTieUntilSomebodyLeads is a tie under bylaws that have those tied voted on
// until one of them leads.
func TestTieUntilSomebodyLeads(t *testing.T) {
	eachContest(t, func(e *contest) {
		e.agrees("OWNERS_COMMITTEE_ELECTION", func(r *rule.Rule) { r.Election.SecondTie = rule.VoteAgain })
		second := e.drafts(e.breaking(e.tied("OWNERS_COMMITTEE_ELECTION")))
		e.outcomes(second, e.judged(second, evenly...), "TT")
		third := e.drafts(e.breaking(second))
		e.outcomes(third, e.judged(third, bloc{14, 0, []int{1}}, bloc{16, 0, []int{2}}), "-E")
		e.takes(ident.Candidate{ID: e.paper(third)[1].ID})
	})
}

// TestTieBreakWithoutQuorum is a vote among those tied in which too few took
// part. It may be held again.
func TestTieBreakWithoutQuorum(t *testing.T) {
	eachContest(t, func(e *contest) {
		v := e.tied("OWNERS_COMMITTEE_ELECTION")
		few := e.drafts(e.breaking(v))
		is(e.council, "the vote", e.judged(few, bloc{3, 0, []int{1}}).Outcome, notQuorate)
		void := e.drafts(e.breaking(v))
		voided, err := e.do.VoidVote(e.officer, command.VoidVoteInput{VoteID: void, Reason: "时间有误"})
		done(e.town, voided, err)
		again := e.drafts(e.breaking(v))
		shut(e, e.do.NominateCandidate, refusal[command.NominateCandidateInput]{"who was not tied", e.officer, e.nominating(again, e.owner("他人")), only(fault.TieBreakHasCandidates), "voteId"})
		shut(e, e.do.DraftVote, refusal[command.DraftVoteInput]{"while it is prepared", e.officer, e.breaking(v), only(fault.TieBreakExists), "tieBreakOfId"})
		e.outcomes(again, e.judged(again, bloc{20, 0, []int{1}}, bloc{10, 0, []int{2}}), "E-")
		e.takes(ident.Candidate{ID: e.paper(again)[0].ID})
	})
}
