package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// DeclineAppointmentInput is the appointment that is not taken up.
type DeclineAppointmentInput struct {
	ent.Order
	MembershipID ident.Membership
}

// DeclineAppointmentPayload names the appointment.
type DeclineAppointmentPayload struct {
	fault.Outcome
	MembershipID ident.ID
}

// DeclineAppointment says that an appointment is not taken up. It never took
// effect, and its seat is free again.
func (d *Do) DeclineAppointment(ctx context.Context, in DeclineAppointmentInput) (*DeclineAppointmentPayload, error) {
	return work(ctx, d, "declineAppointment", in, in.do)
}

func (in DeclineAppointmentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DeclineAppointmentPayload], error) {
	m, grant, err := mayChange(ctx, tx, "declineAppointment", in.MembershipID)
	if err != nil {
		return nil, err
	}
	status, wrong := membershipStep("declineAppointment", m)
	if err = refuse(wrong); err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(DeclineAppointmentPayload{MembershipID: m.ID}, grant, m.ID, m.CommunityID, nil), nil
}
