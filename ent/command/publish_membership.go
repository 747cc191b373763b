package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/publication"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/mandate"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// publishMembership posts an appointment that was proposed, or that a post ended.
// From then on everybody sees it.
func (in PublishInput) publishMembership(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	m, err := lockedMembership(ctx, tx, *in.MembershipID)
	if err != nil {
		return nil, err
	}
	subject, err := ofMembership(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "publish", m.ID, subject)
	if err != nil {
		return nil, err
	}
	if err = refuse(appointed(m)); err != nil {
		return nil, err
	}
	if ranOut(m, tx) {
		m.Status = schema.MembershipStatusEnded
	}
	if stage.Membership.Final(m.Status) {
		return in.publishRemoval(ctx, tx, m, grant)
	}
	return in.publishAppointment(ctx, tx, m, grant)
}

// ranOut reports whether a membership that nobody ended came to its last day.
func ranOut(m *db.Membership, tx *ent.Tx) bool {
	_, wrong := stage.Membership.Next(stage.Clock, m.Status)
	return wrong == nil && membershipOver(m, tx.Today) != nil
}

// publishAppointment posts an appointment. One that is posted already is posted
// again, for as long again, where a rightful objection asks for a correction.
func (in PublishInput) publishAppointment(ctx context.Context, tx *ent.Tx, m *db.Membership, grant mandate.Grant) (*ent.Deed[PublishPayload], error) {
	owed, err := correctionOwed(ctx, tx, publication.MembershipID(m.ID), nil)
	if err != nil {
		return nil, err
	}
	status, wrong := membershipStep("publish", m, owed...)
	least, err := daysToPost(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindAppointment, m.OrganizationID, m.CommunityID, least)
	if err != nil {
		return nil, err
	}
	if err = refuse(wrong, few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetMembershipID(m.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).SetPublishedAt(tx.Now).Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, MembershipID: m.ID}, grant, m.ID, m.CommunityID, h.facts(posting.ID)), nil
}

// publishRemoval posts that a post ended.
func (in PublishInput) publishRemoval(ctx context.Context, tx *ent.Tx, m *db.Membership, grant mandate.Grant) (*ent.Deed[PublishPayload], error) {
	_, wrong := membershipStep("publish", m)
	h, few, err := in.hang(ctx, tx, schema.PublicationKindRemoval, m.OrganizationID, m.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	if err = refuse(wrong, few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetMembershipID(m.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, MembershipID: m.ID}, grant, m.ID, m.CommunityID, h.facts(posting.ID)), nil
}

// daysToPost is for how many days the rules of today ask that the appointment
// be posted.
func daysToPost(ctx context.Context, tx *ent.Tx, m *db.Membership) (int, error) {
	chain, err := rules.For(ctx, tx.Client, m.OrganizationID, tx.Today)
	if err != nil {
		return 0, err
	}
	holdings, err := seating.On(tx.Client, tx.Today).Holdings(ctx, membership.ID(m.ID))
	if err != nil {
		return 0, err
	}
	days := 0
	for _, one := range holdings {
		days = max(days, seat.PublicationDays(chain.Seats(), one))
	}
	return days, nil
}
