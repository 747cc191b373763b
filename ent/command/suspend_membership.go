package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// SuspendMembershipInput is the membership that is suspended, and why.
type SuspendMembershipInput struct {
	ent.Order
	MembershipID ident.Membership
	Reason       string
}

// SuspendMembershipPayload names the membership.
type SuspendMembershipPayload struct {
	fault.Outcome
	MembershipID ident.ID
}

// SuspendMembership suspends a membership from today. The seat is kept, gives
// no vote meanwhile, and is taken up again by ConfirmAppointment.
func (d *Do) SuspendMembership(ctx context.Context, in SuspendMembershipInput) (*SuspendMembershipPayload, error) {
	return work(ctx, d, "suspendMembership", in, in.do)
}

func (in SuspendMembershipInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SuspendMembershipPayload], error) {
	m, grant, err := mayChange(ctx, tx, "suspendMembership", in.MembershipID)
	if err != nil {
		return nil, err
	}
	status, wrong := membershipStep("suspendMembership", m)
	if err = refuse(wrong, membershipOver(m, tx.Today), text("reason", in.Reason, textLimit)); err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).Exec(ctx); err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(SuspendMembershipPayload{MembershipID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{"on": tx.Today}), nil
}
