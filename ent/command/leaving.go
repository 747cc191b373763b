package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/seat"
)

// leaving is how somebody leaves a post: by which rule, if any says so, on which
// day it was decided, if that is needed, and the first day without the post, if
// that is known.
type leaving struct {
	rule    seat.Ending
	noticed bool // there is nothing but a notice of resignation so far
	decided day.Date
	to      day.Date
	wrong   *fault.Fault
}

// held reports whether the post is held on for now.
func (l leaving) held(today day.Date) bool { return l.to.IsZero() || l.to.After(today) }

// leaving looks up what the rules of the place ask for, and whether it is there.
func (in EndMembershipInput) leaving(ctx context.Context, tx *ent.Tx, m *db.Membership, on day.Date) (leaving, error) {
	var l leaving
	var err error
	if l.rule, err = in.rule(ctx, tx, m, on); err != nil {
		return l, err
	}
	named := in.VoteID != nil || in.ResolutionID != nil
	// Of a resignation at least notice can be taken before it is decided on.
	l.noticed = !named && in.Reason == schema.EndReasonResigned && (l.rule.Way == seat.ByDecision || l.rule.Way == seat.AfterNotice)
	switch {
	case l.rule.Way == seat.ByDecision && named:
		l.to = on
		l.decided, l.wrong, err = in.decision(ctx, tx, m, l.rule)
		return l, err
	case named:
		l.wrong = fault.New(fault.FieldUnused, "kind", in.Reason, "field", in.deciding()).At(in.deciding())
	case l.noticed && m.NoticedOn != nil:
		l.wrong = fault.New(fault.NoticeGiven, "on", *m.NoticedOn).At("membershipId")
	case l.rule.Way == seat.ByDecision && !l.noticed:
		l.wrong = l.rule.NeedsDecision().At("voteId")
	}
	l.to = l.rule.Until(on)
	return l, nil
}

// rule is the rule about how the ground ends the post. Who belongs without a post
// leaves without one.
func (in EndMembershipInput) rule(ctx context.Context, tx *ent.Tx, m *db.Membership, on day.Date) (seat.Ending, error) {
	if m.PostID == nil {
		return seat.Ending{}, nil
	}
	post, err := tx.Post.Get(ctx, *m.PostID)
	if err != nil {
		return seat.Ending{}, err
	}
	o, err := tx.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return seat.Ending{}, err
	}
	chain, err := rules.For(ctx, tx.Client, o.ID, on)
	if err != nil {
		return seat.Ending{}, err
	}
	rule, _ := seat.EndingOf(chain.Seats(), o.Kind, post.Category, in.Reason)
	return rule, nil
}

// write ends the membership, or notes that notice was given, and until when the
// post is held on if that is known. A post that ends earlier by itself ends then.
func (l leaving) write(ctx context.Context, tx *ent.Tx, m *db.Membership, reason schema.EndReason, status schema.MembershipStatus, on day.Date) error {
	u := tx.Membership.UpdateOneID(m.ID).SetStatus(status)
	if l.noticed {
		u.SetNoticedOn(on)
	}
	if !l.to.IsZero() && (m.To == nil || l.to.Before(*m.To)) {
		u.SetTo(l.to).SetEndReason(reason)
	}
	return u.Exec(ctx)
}
