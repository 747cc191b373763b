package command_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Where the rules ask for a list of the candidates, it hangs for its days before
// the election, fifteen clear days ahead, and whoever is on it may be objected to.
func TestListOfCandidates(t *testing.T) {
	eachCouncil(t, func(c *council) {
		e := newContest(c)
		e.posts(15, 7)
		v := e.drafts(e.electing(2))
		shut(e, c.do.Publish, refusal[command.PublishInput]{"before the meeting is called", e.officer, listing(v),
			only(fault.MeetingNotCalled, fault.NoCandidatesToPost), "voteId"})
		e.called()
		names := e.run(v, 3)
		c.clock.Pass(9 * oneDay)
		few := listing(v)
		few.MinimumDays = new(6)
		shut(e, c.do.Publish,
			refusal[command.PublishInput]{"for fewer days", e.officer, few, only(fault.OutOfRange), "minimumDays"},
			refusal[command.PublishInput]{"by a neighbour", e.as(e.owner("邻居")), listing(v), only(fault.NotMandated), ""},
		)
		e.lists(v)
		posted := e.posting(v)
		is(c, "what was posted", posted.Kind, schema.PublicationKindCandidates)
		is(c, "for", posted.MinimumDays, 7)
		is(c, "until", posted.Until.String(), "2026-06-17")
		is(c, "the vote", e.voteRow(v).Status, schema.VoteStatusNoticed)
		shut(e, c.do.Publish, refusal[command.PublishInput]{"nobody new", e.officer, listing(v), only(fault.NoCandidatesToPost), "voteId"})
		late := e.run(v, 1)[0]

		e.convenes()
		open := command.OpenVoteInput{VoteID: v}
		_, err := c.do.OpenVote(e.officer, open)
		refusedWith(t, err, fault.CandidatesNotPosted)
		if faults, _ := fault.Of(err); !strings.Contains(faults[0].Text(fault.English), "for 4 of them") {
			t.Errorf("the refusal says %s", faults[0].Text(fault.English))
		}
		e.may(e.officer, v, "openVote", fault.CandidatesNotPosted)
		withdrawn, err := c.do.WithdrawCandidacy(e.officer, command.WithdrawCandidacyInput{CandidateID: late})
		done(c.town, withdrawn, err)
		struck, kept := e.objectsTo(names[2]), e.objectsTo(names[0])
		begins := on("2026-06-25").End() // the last of fifteen days between
		c.clock.Set(begins.Add(-time.Microsecond))
		shut(e, c.do.OpenVote, refusal[command.OpenVoteInput]{"too soon, with objections to candidates", e.officer, open, only(fault.CandidatesNotPosted, fault.ObjectionsUnanswered), "voteId"})
		c.clock.Set(begins)
		shut(e, c.do.OpenVote, refusal[command.OpenVoteInput]{"with objections to candidates", e.officer, open, only(fault.ObjectionsUnanswered), "voteId"})
		e.answers(e.officer, upholding(struck, schema.ObjectionRemedyCorrection))
		e.answers(e.officer, dismissing(kept))
		is(c, "objected to with reason", e.candidate(names[2]).Status, schema.CandidateStatusStruck)
		e.votedBy(of30([]int{1, 2}, nil)...)
		e.opens(v)
		_, err = c.do.CastBallots(e.as(e.voters[0]), marked(v, names[2].ID))
		refusedWith(t, err, fault.NoLongerStands)
	})
}

// objectsTo files an objection of a neighbour to a candidate.
func (e *contest) objectsTo(id ident.Candidate) ident.Objection {
	e.Helper()
	p, err := e.do.FileObjection(e.as(e.person("居民")), command.FileObjectionInput{CandidateID: &id, Text: "拖欠物业费。"})
	return ident.Objection{ID: done(e.town, p, err).ObjectionID}
}

// posts lets the bylaws ask that candidates be posted so many days before the
// election, and for so many.
func (e *contest) posts(before, long int) {
	e.Helper()
	(&assembly{council: e.council}).bylaws(fmt.Sprintf(
		`"periods": [{"meeting": "ASSEMBLY", "subject": "CANDIDATES", "noticeDays": %d, "noticeMethod": "CLEAR_DAYS", "publicationDays": %d}]`,
		before, long))
}

func listing(v ident.Vote) command.PublishInput {
	return command.PublishInput{VoteID: &v, Place: "小区公告栏", Text: "候选人名单"}
}

// lists posts the candidates.
func (e *contest) lists(v ident.Vote) {
	e.Helper()
	p, err := e.do.Publish(e.officer, listing(v))
	done(e.town, p, err)
}
