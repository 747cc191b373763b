package command_test

import (
	"context"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// secretContest is a contest held by secret papers, which two persons count.
type secretContest struct {
	*contest
	second context.Context
}

// eachReturn runs the test with a meeting of sixty residents' representatives in
// session, who elect members of their committee by secret papers.
func eachReturn(t *testing.T, test func(e *secretContest)) {
	t.Helper()
	eachCouncil(t, func(c *council) {
		e := &secretContest{contest: &contest{hall: &hall{council: c, officer: c.asDirector}, basis: schema.RollBasisMembers}}
		e.post = e.posted(c.committee, schema.SeatKindElected)
		body := c.organization(schema.OrganizationKindRepresentativesMeeting, "居民代表会议", ident.Nil, c.community)
		c.seat(c.director, body, schema.PostCategoryChair)
		in := c.session()
		in.Kind, in.OrganizationID, in.ChairID = schema.MeetingKindRepresentatives, ident.Organization{ID: body}, person(c.director)
		p, err := c.do.DraftMeeting(e.officer, in)
		e.sitting = ident.Meeting{ID: done(c.town, p, err).MeetingID}
		item, err := c.do.AddAgendaItem(e.officer, command.AddAgendaItemInput{
			MeetingID: e.sitting, ProposalID: c.proposal("选举居民委员会", "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES"),
		})
		e.item = ident.AgendaItem{ID: done(c.town, item, err).AgendaItemID}
		e.second = c.officer("复核员", body, schema.PostCategoryClerk)
		e.called()
		e.convenes()
		e.votedBy(bloc{60, 0, nil})
		e.come()
		test(e)
	})
}

// come checks in all who are on the roll.
func (e *secretContest) come() {
	e.Helper()
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		there := make([]*db.AttendanceCreate, len(e.voters))
		for i, voter := range e.voters {
			there[i] = tx.Attendance.Create().SetCommunityID(e.community).SetMode(schema.AttendanceModeInPerson).
				SetArrivedAt(tx.Now).SetVotes(true).SetMeetingID(e.sitting.ID).SetPersonID(voter)
		}
		return e.sitting.ID, tx.Attendance.CreateBulk(there...).Exec(ctx)
	})
}

// secretly is an election of so many, by secret papers.
func (e *secretContest) secretly(seats int, code string) ident.Vote {
	e.Helper()
	in := e.electing(seats)
	in.Question, in.RuleCode = "选举居民委员会委员", nil
	if code != "" {
		in.RuleCode = &code
	}
	in.Method, in.Visibility = schema.VoteMethodSecretPaper, schema.BallotVisibilitySecret
	return e.drafts(in)
}

// counts opens an election, enters how many papers came back and how many of them
// marked each candidate, and closes it.
func (e *secretContest) counts(v ident.Vote, back, spoilt int, papers ...int) tally.Verdict {
	e.Helper()
	e.opens(v)
	figures := command.CountInput{Issued: 60, Returned: back, Invalid: spoilt}
	for i, n := range papers {
		figures.Marks = append(figures.Marks, command.MarkCountInput{OptionID: e.paper(v)[i].ID, Papers: n})
	}
	entered, err := e.do.EnterCount(e.officer, counting(v, figures, e.person("计票人"), e.person("计票人"), e.person("监票人")))
	sheet := ident.CountSheet{ID: done(e.town, entered, err).CountSheetID}
	confirmed, err := e.do.ConfirmCount(e.second, command.ConfirmCountInput{CountSheetID: sheet, CountInput: figures})
	done(e.town, confirmed, err)
	return e.closed(v)
}

// TestRepresentativesElect is scenario 29: of sixty representatives more than
// forty have to take part, and more than half of those have to be in favour.
func TestRepresentativesElect(t *testing.T) {
	eachReturn(t, func(e *secretContest) {
		few := e.secretly(1, "")
		e.run(few, 2)
		is(e.council, "the rule", e.voteRow(few).RuleCode, "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES")
		is(e.council, "40 of 60", e.counts(few, 40, 0, 21, 19).Election, schema.ElectionOutcomeNotQuorate)
		enough := e.secretly(1, "")
		e.run(enough, 2)
		judged := e.counts(enough, 41, 0, 21, 20)
		is(e.council, "29b: 41 of 60", judged.Election, schema.ElectionOutcomeEstablished)
		e.outcomes(enough, judged, "E-")
		posted, err := e.do.Publish(e.officer, e.publishing(enough))
		done(e.town, posted, err)
		e.clock.Set(e.voteRow(enough).ObjectionsUntil.End())
		e.final(enough)
		seat := e.takes(ident.Candidate{ID: e.paper(enough)[0].ID})
		is(e.council, "posted with the result, the seat", seat.Status, schema.MembershipStatusEffective)
	})
}

// TestRunOff is scenario 29c: a seat that was left open goes to whoever has the
// most votes, and a third of the papers at least.
func TestRunOff(t *testing.T) {
	const runOff = "RESIDENTS_COMMITTEE_RUN_OFF_BY_REPRESENTATIVES"
	eachReturn(t, func(e *secretContest) {
		early := e.secretly(1, runOff)
		e.run(early, 2)
		if judged := e.counts(early, 45, 0, 30, 15); !slices.Contains(judged.Flags, schema.VerdictFlagProceduralDefect) {
			t.Errorf("before anything was left open: %v", judged.Flags)
		}
		first := e.secretly(2, "")
		e.run(first, 3)
		judged := e.counts(first, 45, 0, 30, 22, 20)
		is(e.council, "the first vote", judged.Election, schema.ElectionOutcomeEstablishedWithVacancies)
		e.outcomes(first, judged, "E--")
		e.final(first)
		for _, c := range []struct {
			spoilt int
			papers []int
			want   string
		}{
			{0, []int{15, 14, 16}, "--E"},
			{3, []int{14, 14, 14}, "---"},
			{6, []int{14, 13, 12}, "---"},
		} {
			v := e.secretly(1, runOff)
			e.run(v, 3)
			judged := e.counts(v, 45, c.spoilt, c.papers...)
			e.outcomes(v, judged, c.want)
			is(e.council, "conditions fulfilled", slices.Contains(e.voteRow(v).Fulfilled, "SEATS_LEFT_OPEN"), true)
			is(e.council, "flags", len(judged.Flags), 0)
		}
	})
}
