package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// EndMembershipInput is the membership that ends, when and on which ground, and
// the decision that it rests on where the rules ask for one.
type EndMembershipInput struct {
	ent.Order
	MembershipID ident.Membership
	Reason       schema.EndReason
	On           *day.Date
	VoteID       *ident.Vote
	ResolutionID *ident.Resolution
}

// EndMembershipPayload names the membership, and those that lapsed with it.
// Pending says that it is held on for now: it was noted that its holder resigned.
type EndMembershipPayload struct {
	fault.Outcome
	MembershipID ident.ID
	LapsedIDs    []ident.ID
	Pending      bool
}

// EndMembership ends a membership. What rests on it lapses on the same day:
// cross-appointments by engagement, dispatch, co-option or office, and what
// rests on those in turn. Whoever was elected stays.
//
// A resignation ends a post at once, when a meeting accepts it, or some time after
// notice, as the rules of the place say. Until then the post is held on.
func (d *Do) EndMembership(ctx context.Context, in EndMembershipInput) (*EndMembershipPayload, error) {
	return work(ctx, d, "endMembership", in, in.do)
}

func (in EndMembershipInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EndMembershipPayload], error) {
	m, grant, err := mayChange(ctx, tx, "endMembership", in.MembershipID)
	if err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	l, err := in.leaving(ctx, tx, m, on)
	if err != nil {
		return nil, err
	}
	var holds []stage.Guard
	if l.held(tx.Today) {
		holds = append(holds, stage.EndsLater)
	}
	status, wrong := membershipStep("endMembership", m, holds...)
	if err = refuse(wrong); err != nil {
		return nil, err
	}
	if err = refuse(membershipOver(m, on), membershipEnd(m, l.decided, on, tx.Today), l.wrong); err != nil {
		return nil, err
	}
	if err = l.write(ctx, tx, m, in.Reason, status, on); err != nil {
		return nil, err
	}
	payload := EndMembershipPayload{MembershipID: m.ID, Pending: l.held(tx.Today)}
	if !l.to.IsZero() {
		if payload.LapsedIDs, err = lapse(ctx, tx, m.ID, l.to); err != nil {
			return nil, err
		}
	}
	return ent.Did(payload, grant, m.ID, m.CommunityID, map[string]any{
		"on": on, "reason": in.Reason, "lapsed": payload.LapsedIDs, "pending": payload.Pending, "to": l.to.String(),
		"rule": l.rule.Code, "vote": in.VoteID, "resolution": in.ResolutionID,
	}), nil
}
