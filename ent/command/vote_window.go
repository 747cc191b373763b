package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// planned refuses to announce times at which the vote could not be opened or
// closed, or between which it would be open for too short or too long. It
// refuses with OPENS_TOO_EARLY, ENDS_BEFORE_IT_STARTS, WINDOW_TOO_SHORT and
// WINDOW_TOO_LONG.
func (in DraftVoteInput) planned(m *db.Meeting, r rule.Rule, now time.Time) (opens, closes *fault.Fault) {
	plan := window.Plan{Opens: in.OpensAt, Closes: in.ClosesAt, Earliest: now}
	if m.StartsAt.After(now) {
		plan.Earliest = m.StartsAt
	}
	opens, closes = plan.Unlawful(r.Window)
	return at(opens, "opensAt"), at(closes, "closesAt")
}

// closes is when the vote will close if it is opened now; nil if whoever
// directs it closes it. What was announced is not taken back: it may be opened
// and closed later than was said, but not before.
//
// It refuses with OPENS_LATER, NO_TIME_ANNOUNCED, CLOSE_NEEDED, CLOSE_ANNOUNCED,
// ENDS_BEFORE_IT_STARTS, WINDOW_TOO_SHORT and WINDOW_TOO_LONG.
func (in OpenVoteInput) closes(tx *ent.Tx, p polled, r rule.Rule) (*time.Time, error) {
	v := p.vote
	if err := refuse(at(byItself(tx, v.OpensAt), "voteId"), at(poll.BeforeOpening(v, tx.Now), "voteId")); err != nil {
		return nil, err
	}
	closes := v.ClosesAt
	if in.ClosesAt != nil {
		closes = in.ClosesAt
	}
	var wrong *fault.Fault
	switch {
	case closes == nil && p.meeting.Form == schema.MeetingFormWritten && window.Bounded(r.Window):
		wrong = fault.New(fault.CloseNeeded)
	case closes == nil:
		return nil, nil
	case v.Status == schema.VoteStatusNoticed && v.ClosesAt != nil && closes.Before(*v.ClosesAt):
		wrong = fault.New(fault.CloseAnnounced, "closesAt", *v.ClosesAt)
	default:
		wrong = window.Window{Opens: tx.Now, Closes: *closes}.Outside(r.Window)
	}
	return closes, refuse(at(wrong, "closesAt"))
}

// early refuses to close a vote before its time (CLOSES_LATER). The service
// itself only does what was announced (NO_TIME_ANNOUNCED), and when it was.
func (p polled) early(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	if never := byItself(tx, p.vote.ClosesAt); never != nil {
		return never.At("voteId"), nil
	}
	if tx.Viewer.Clock && !poll.CloseDue(p.vote, tx.Now) {
		return fault.New(fault.ClosesLater, "closesAt", *p.vote.ClosesAt).At("voteId"), nil
	}
	wrong, err := poll.BeforeClose(ctx, tx.Client, p.vote, tx.Now)
	return at(wrong, "voteId"), err
}

// byItself refuses what would happen by itself though no time was announced.
func byItself(tx *ent.Tx, announced *time.Time) *fault.Fault {
	if !tx.Viewer.Clock || announced != nil {
		return nil
	}
	return fault.New(fault.NoTimeAnnounced)
}

// inUTC is an instant as the record tells it, or nothing.
func inUTC(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.UTC()
}
