package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/membership"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// DissolveOrganizationInput is which organization is dissolved, and on which
// day.
type DissolveOrganizationInput struct {
	ent.Order
	OrganizationID ident.Organization
	On             *day.Date
}

// DissolveOrganizationPayload names the organization dissolved.
type DissolveOrganizationPayload struct {
	fault.Outcome
	OrganizationID ident.ID
}

// DissolveOrganization ends an organization on a day, and with it its vacant
// posts, its terms, coverage, relations and assignments, and the belonging of
// those who hold no post in it. What is decided by others comes first: nobody
// may hold a post in it any more, and it must have left its linkages.
func (d *Do) DissolveOrganization(ctx context.Context, in DissolveOrganizationInput) (*DissolveOrganizationPayload, error) {
	return work(ctx, d, "dissolveOrganization", in, in.do)
}

func (in DissolveOrganizationInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DissolveOrganizationPayload], error) {
	o, err := need(ctx, lockedOrganization(tx, ent.Update), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "dissolveOrganization", o.ID)
	if err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	if o.To != nil {
		return nil, fault.New(fault.AlreadyEnded, "to", *o.To).At("organizationId")
	}
	held, err := in.held(ctx, tx, on)
	if err != nil {
		return nil, err
	}
	linked, err := in.linked(ctx, tx, on)
	if err != nil {
		return nil, err
	}
	early := span(o.From, &on)
	if early != nil {
		early.Field = []string{"on"}
	}
	if err := refuse(early, held, linked); err != nil {
		return nil, err
	}
	if err := (ending{tx: tx, organization: o.ID, on: on}).all(ctx); err != nil {
		return nil, err
	}
	err = tx.Organization.UpdateOneID(o.ID).SetTo(on).Exec(ctx)
	return ent.Did(DissolveOrganizationPayload{OrganizationID: o.ID}, grant, o.ID, o.CommunityID, map[string]any{"on": on}), err
}

// endedStates are those in which an appointment has ended; Membership.To then
// tells on which day.
var endedStates = []schema.MembershipStatus{
	schema.MembershipStatusEnded, schema.MembershipStatusLapsed, schema.MembershipStatusRevoked,
}

// held counts appointments, proposed ones too, that reach beyond the day.
func (in DissolveOrganizationInput) held(ctx context.Context, tx *ent.Tx, on day.Date) (*fault.Fault, error) {
	count, err := tx.Membership.Query().Where(
		membership.OrganizationID(in.OrganizationID.ID), membership.PostIDNotNil(),
		membership.StatusNEQ(schema.MembershipStatusDeclined),
		membership.Or(membership.ToGT(on), membership.And(membership.ToIsNil(), membership.StatusNotIn(endedStates...))),
	).Count(ctx)
	if err != nil || count == 0 {
		return nil, err
	}
	return fault.New(fault.PostsStillHeld, "count", count, "day", on).At("organizationId"), nil
}

// linked counts linkages in which it takes part beyond the day.
func (in DissolveOrganizationInput) linked(ctx context.Context, tx *ent.Tx, on day.Date) (*fault.Fault, error) {
	count, err := tx.LinkageParty.Query().Where(
		linkageparty.OrganizationID(in.OrganizationID.ID), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(on)),
	).Count(ctx)
	if err != nil || count == 0 {
		return nil, err
	}
	return fault.New(fault.StillLinked, "count", count, "day", on).At("organizationId"), nil
}
