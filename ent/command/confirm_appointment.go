package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// ConfirmAppointmentInput is the appointment that is to take effect.
type ConfirmAppointmentInput struct {
	ent.Order
	MembershipID ident.Membership
}

// ConfirmAppointmentPayload names the appointment.
type ConfirmAppointmentPayload struct {
	fault.Outcome
	MembershipID ident.ID
}

// ConfirmAppointment lets an appointment take effect once it was posted long
// enough, or again once the ground of its suspension is gone. Every rule is
// asked again, because facts and rules may have changed meanwhile.
func (d *Do) ConfirmAppointment(ctx context.Context, in ConfirmAppointmentInput) (*ConfirmAppointmentPayload, error) {
	return work(ctx, d, "confirmAppointment", in, in.do)
}

func (in ConfirmAppointmentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmAppointmentPayload], error) {
	m, err := need(ctx, tx.Membership.Get, in.MembershipID.ID, "membershipId")
	if err != nil {
		return nil, err
	}
	if m.PersonID != nil {
		if err = lockedPeople(ctx, tx, *m.PersonID); err != nil {
			return nil, err
		}
	}
	if m, err = lockedMembership(ctx, tx, in.MembershipID); err != nil {
		return nil, err
	}
	subject, err := ofMembership(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "confirmAppointment", m.ID, subject)
	if err != nil {
		return nil, err
	}
	if err = refuse(appointed(m)); err != nil {
		return nil, err
	}
	on := judgedOn(m, tx.Today)
	if _, err = lockedPost(ctx, tx, *m.PostID, on, "membershipId"); err != nil {
		return nil, err
	}
	status, err := in.judge(ctx, tx, m, on)
	if err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(ConfirmAppointmentPayload{MembershipID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"from": m.From, "was": m.Status,
	}), nil
}

// judgedOn is the day whose facts decide: the first on which the appointment
// can still be held. One that is entered when it is already over is judged by
// its own first day.
func judgedOn(m *db.Membership, today day.Date) day.Date {
	if m.To != nil && !today.Before(*m.To) {
		return m.From
	}
	return day.Latest(m.From, today)
}

// judge tells into which state the appointment comes, or why it cannot.
func (in ConfirmAppointmentInput) judge(ctx context.Context, tx *ent.Tx, m *db.Membership, on day.Date) (schema.MembershipStatus, error) {
	h, err := heard(ctx, tx, *m.PersonID, m.OrganizationID, m.OnBehalfOfID, on)
	if err != nil {
		return "", err
	}
	target := h.holding(m.ID)
	days := seat.PublicationDays(h.rules, target)
	if m.Status == schema.MembershipStatusProposed && days > 0 {
		return "", fault.New(fault.NotYetPosted, "days", days).At("membershipId")
	}
	var holds []stage.Guard
	switch m.Status {
	case schema.MembershipStatusProposed:
		holds = append(holds, stage.PublicationNotNeeded)
	case schema.MembershipStatusSuspended:
		holds = append(holds, stage.SuspensionLifted)
	}
	status, wrong := membershipStep("confirmAppointment", m, holds...)
	if wrong != nil {
		return "", wrong
	}
	target.Held.From = on
	refused := h.judge(target)
	if m.Status == schema.MembershipStatusPublicized {
		var posted *fault.Fault
		if posted, err = stillPosted(ctx, tx, m); err != nil {
			return "", err
		}
		if posted != nil {
			refused = append(fault.Faults{posted}, refused...)
		}
	}
	for _, one := range refused {
		one.Field = []string{"membershipId"}
	}
	return status, refused.Err()
}
