package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db/agendaitem"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ownersVote is a vote of owners in writing, open for thirty days from now.
type ownersVote struct {
	*hall
	owners []ident.ID
	vote   ident.Vote
}

// eachOwnersVote runs the test with an estate of 300 owners and 30,000 square
// metres. Its bylaws let a vote be put off once, to sixty days at most.
func eachOwnersVote(t *testing.T, test func(o *ownersVote)) {
	t.Helper()
	eachAssembly(t, func(a *assembly) {
		lots := a.flats(300, ident.Nil, 100_00)
		lots[204].area = 400_00 // so that the first 205 hold 20,800 square metres
		for i := range lots[205:213] {
			lots[205+i].area = 62_50
		}
		a.builds(lots...)
		a.bylaws(`"voting": [{"organization": "OWNERS_COMMITTEE", "override": {"window": {"leastDays": 5, "mostDays": 60, "extensions": 1}}}]`)
		o := &ownersVote{hall: &hall{council: a.council, officer: a.asChair, sitting: a.sitting}}
		for _, l := range lots {
			o.owners = append(o.owners, l.owners...)
		}
		item, err := a.store.Read().AgendaItem.Query().Where(agendaitem.MeetingID(a.sitting.ID)).Only(a.visitor)
		a.must(err)
		o.item = ident.AgendaItem{ID: item.ID}
		a.clock.Set(a.meeting(a.sitting).StartsAt)
		opened, err := a.do.OpenMeeting(o.officer, command.OpenMeetingInput{MeetingID: a.sitting})
		done(a.town, opened, err)
		o.vote = o.drafted("OWNERS_ORDINARY")
		p, err := a.do.OpenVote(o.officer, command.OpenVoteInput{VoteID: o.vote, ClosesAt: o.days(30)})
		done(a.town, p, err)
		test(o)
	})
}

// cast casts the ballots of some owners, all alike.
func (o *ownersVote) cast(choice schema.BallotChoice, owners ...ident.ID) {
	o.Helper()
	for _, err := range atOnce(len(owners), func(i int) error {
		_, err := o.do.CastBallots(o.as(owners[i]), oneBallot(o.vote, choice))
		return err
	}) {
		o.must(err)
	}
}

// TestScenario19 is a vote of thirty days that has no quorum two days before its
// end, and is put off by fifteen. The roll stays as it is.
func TestScenario19(t *testing.T) {
	eachOwnersVote(t, func(o *ownersVote) {
		o.clock.Pass(28 * oneDay)
		o.cast(schema.BallotChoiceFor, o.owners[:120]...)
		o.cast(schema.BallotChoiceAgainst, o.owners[120:180]...)
		closes := o.voteRow(o.vote).ClosesAt.AddDate(0, 0, 15)
		o.extended(o.vote, closes)
		denied(o.hall, o.do.ExtendVote, []refusal[command.ExtendVoteInput]{
			{"19b: a second time", o.officer, o.extension(o.vote, closes.AddDate(0, 0, 1)), []fault.Code{fault.ExtensionLimit}, "closesAt"},
		})
		o.cast(schema.BallotChoiceAgainst, o.owners[180:205]...)
		o.clock.Set(closes.Add(time.Hour))
		judged := o.closed(o.vote)
		is(o.council, "the outcome", judged.Outcome, adopted)
		is(o.council, "heads in favour", judged.Options.For.Weights.Heads, 120)
		is(o.council, "area in favour", judged.Options.For.Weights.Area, 12_000_00)
		is(o.council, "heads against", judged.Options.Against.Weights.Heads, 85)
		is(o.council, "area against", judged.Options.Against.Weights.Area, 8_800_00)
		is(o.council, "on the roll", len(o.entries(o.vote)), 300)
		is(o.council, "closed", *o.voteRow(o.vote).ClosedAt, closes)
	})
}

// TestScenario19b is the same vote when nobody comes any more: the close to which
// it was put off stands, and the matter is voted on anew.
func TestScenario19b(t *testing.T) {
	eachOwnersVote(t, func(o *ownersVote) {
		o.cast(schema.BallotChoiceFor, o.owners[:180]...)
		o.extended(o.vote, *o.days(45))
		o.clock.Pass(46 * oneDay)
		is(o.council, "the outcome", o.closed(o.vote).Outcome, notQuorate)
		final, err := o.do.FinalizeVote(o.officer, command.FinalizeVoteInput{VoteID: o.vote})
		done(o.town, final, err)
		again, err := o.do.DraftVote(o.officer, o.motion(func(in *command.DraftVoteInput) {
			in.RuleCode, in.RevoteOfID = new("OWNERS_ORDINARY"), &o.vote
		}))
		is(o.council, "what it repeats", *o.voteRow(ident.Vote{ID: done(o.town, again, err).VoteID}).RevoteOfID, o.vote.ID)
	})
}
