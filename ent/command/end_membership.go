package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// EndMembershipInput is the membership that ends, when and on which ground.
type EndMembershipInput struct {
	ent.Order
	MembershipID ident.Membership
	Reason       schema.EndReason
	On           *day.Date
}

// EndMembershipPayload names the membership, and those that lapsed with it.
type EndMembershipPayload struct {
	fault.Outcome
	MembershipID ident.ID
	LapsedIDs    []ident.ID
}

// EndMembership ends a membership. What rests on it lapses on the same day:
// cross-appointments by engagement, dispatch, co-option or office, and what
// rests on those in turn. Whoever was elected stays.
func (d *Do) EndMembership(ctx context.Context, in EndMembershipInput) (*EndMembershipPayload, error) {
	return work(ctx, d, "endMembership", in, in.do)
}

func (in EndMembershipInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EndMembershipPayload], error) {
	m, grant, err := mayChange(ctx, tx, "endMembership", in.MembershipID)
	if err != nil {
		return nil, err
	}
	status, wrong := membershipStep("endMembership", m)
	if err = refuse(wrong); err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	if err = refuse(membershipOver(m, on), membershipEnd(m, on, tx.Today)); err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).SetTo(on).SetEndReason(in.Reason).Exec(ctx); err != nil {
		return nil, err
	}
	lapsed, err := lapse(ctx, tx, m.ID, on)
	if err != nil {
		return nil, err
	}
	return ent.Did(EndMembershipPayload{MembershipID: m.ID, LapsedIDs: lapsed}, grant, m.ID, m.CommunityID, map[string]any{
		"on": on, "reason": in.Reason, "lapsed": lapsed,
	}), nil
}
