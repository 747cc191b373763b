package view

import (
	"cmp"
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// windowRules are what the announced times of a vote, and the objections to its
// result, say to its verbs. Unnoticed is what the notice says to opening it.
func (l voteLaw) windowRules(ctx context.Context, v *db.Vote, r rule.Rule, unnoticed *fault.Fault) (map[string]*fault.Fault, error) {
	early, err := poll.BeforeClose(ctx, l.client, v, l.now)
	pending, differing := judgedSo(l.judged[v.ID])
	if unsettled := l.unsettled[v.ID]; len(unsettled) > 0 {
		pending = unsettled[0]
	}
	_, confirmed := poll.Lacking(v, r)
	return map[string]*fault.Fault{
		"openVote": cmp.Or(unnoticed, poll.BeforeOpening(v, l.now)), "closeVote": early, "extendVote": notExtended(v, r, l.now),
		"confirmCondition": confirmed, "publish": differing, "finalizeVote": cmp.Or(pending, differing),
	}, err
}

// judgedSo refuses to make final what absent parties may still change
// (CONSENT_PENDING), and to let anything rest on a verdict on which the two
// counters differ (RECOUNT_DIFFERS).
func judgedSo(judged poll.Judgment) (pending, differing *fault.Fault) {
	if judged.Outcome == schema.VerdictOutcomePendingConsent {
		pending = fault.New(fault.ConsentPending, "until", judged.ConsentDeadline)
	}
	if judged.Recount != nil && *judged.Recount == schema.RecountResultDiffers {
		differing = fault.New(fault.RecountDiffers)
	}
	return pending, differing
}

// notExtended is why the close of an open vote can be put off to no time at all.
func notExtended(v *db.Vote, r rule.Rule, now time.Time) *fault.Fault {
	switch {
	case v.Status != schema.VoteStatusOpen:
		return nil // which its life says
	case v.ClosesAt == nil:
		return fault.New(fault.NoTimeAnnounced)
	}
	soonest := window.Extension{
		Window: window.Window{Opens: *v.OpenedAt, Closes: *v.ClosesAt}, Used: v.Extensions,
		To: v.ClosesAt.Add(time.Microsecond), Now: now,
	}
	if faults := soonest.Unlawful(r.Window); len(faults) > 0 {
		return faults[0]
	}
	return nil
}
