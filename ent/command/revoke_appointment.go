package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RevokeAppointmentInput is the appointment that is revoked, when and why.
type RevokeAppointmentInput struct {
	ent.Order
	MembershipID ident.Membership
	On           *day.Date
	Reason       string
}

// RevokeAppointmentPayload names the appointment, and those that lapsed with
// it.
type RevokeAppointmentPayload struct {
	fault.Outcome
	MembershipID ident.ID
	LapsedIDs    []ident.ID
}

// RevokeAppointment takes an appointment back, whether it took effect or not.
// What rests on it lapses as with EndMembership.
func (d *Do) RevokeAppointment(ctx context.Context, in RevokeAppointmentInput) (*RevokeAppointmentPayload, error) {
	return work(ctx, d, "revokeAppointment", in, in.do)
}

func (in RevokeAppointmentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RevokeAppointmentPayload], error) {
	m, grant, err := mayChange(ctx, tx, "revokeAppointment", in.MembershipID)
	if err != nil {
		return nil, err
	}
	if err = refuse(appointed(m)); err != nil {
		return nil, err
	}
	status, wrong := membershipStep("revokeAppointment", m)
	if err = refuse(wrong); err != nil {
		return nil, err
	}
	on, err := in.day(tx, m)
	if err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).SetTo(on).Exec(ctx); err != nil {
		return nil, err
	}
	lapsed, err := lapse(ctx, tx, m.ID, on)
	if err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(RevokeAppointmentPayload{MembershipID: m.ID, LapsedIDs: lapsed}, grant, m.ID, m.CommunityID, map[string]any{
		"on": on, "lapsed": lapsed,
	}), nil
}

// day is the first day on which the appointment is no longer held: its own
// first day, if it never took effect.
func (in RevokeAppointmentInput) day(tx *ent.Tx, m *db.Membership) (day.Date, error) {
	why := text("reason", in.Reason, textLimit)
	if m.Status == schema.MembershipStatusProposed || m.Status == schema.MembershipStatusPublicized {
		return m.From, refuse(why)
	}
	on := orToday(in.On, tx)
	return on, refuse(why, membershipOver(m, on), membershipEnd(m, day.Date{}, on, tx.Today))
}
