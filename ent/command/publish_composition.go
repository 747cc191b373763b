package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/membership"
	"sifang/schema"
)

// publishComposition posts who sits in an organization today. Everybody reads it
// in the organization itself; what hangs says where and for how long.
func (in PublishInput) publishComposition(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	o, err := need(ctx, lockedOrganization(tx, ent.Share), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "publish", o.ID)
	if err != nil {
		return nil, err
	}
	sit, err := tx.Membership.Query().Where(membership.OrganizationID(o.ID), membership.PostIDNotNil(),
		membership.StatusIn(schema.MembershipStatusEffective, schema.MembershipStatusSuspended), membership.FromLTE(tx.Today),
		membership.Or(membership.ToIsNil(), membership.ToGT(tx.Today))).IDs(ctx)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindComposition, o.ID, o.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	if err = refuse(existsOn(tx.Today, o.From, o.To, "organizationId"), nothingToPost(len(sit) > 0, "organizationId"),
		few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetOrganizationID(o.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID}, grant, o.ID, o.CommunityID,
		h.facts(posting.ID, map[string]any{"memberships": sit})), nil
}
