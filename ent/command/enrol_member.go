package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// EnrolMemberInput is who belongs to which organization without holding a post
// in it.
type EnrolMemberInput struct {
	ent.Order
	OrganizationID       ident.Organization
	PersonID             *ident.Person
	MemberOrganizationID *ident.Organization
	Kind                 schema.MembershipKind
	Basis                *string
	From                 *day.Date
	To                   *day.Date
}

// EnrolMemberPayload names the membership.
type EnrolMemberPayload struct {
	fault.Outcome
	MembershipID ident.ID
}

// EnrolMember records that somebody belongs to an organization without a post:
// as a Party member, volunteer, adviser … It takes effect at once.
func (d *Do) EnrolMember(ctx context.Context, in EnrolMemberInput) (*EnrolMemberPayload, error) {
	return work(ctx, d, "enrolMember", in, in.do)
}

// partyOrganizations are the kinds of organizations of the Party.
var partyOrganizations = []schema.OrganizationKind{
	schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindPartyCommittee,
	schema.OrganizationKindPartyGeneralBranch, schema.OrganizationKindPartyBranch,
	schema.OrganizationKindGridPartyBranch, schema.OrganizationKindPartyGroup,
	schema.OrganizationKindTemporaryPartyBranch, schema.OrganizationKindIndustryPartyCommittee,
	schema.OrganizationKindGrandPartyCommittee,
}

// The capacities in which a person, and an organization, belongs without a
// post, and those that there are in the Party only. Dual reporting is for both:
// employers' Party organizations report to the community as their members do.
var (
	personsBelongAs = []schema.MembershipKind{
		schema.MembershipKindPartyMember, schema.MembershipKindProbationaryMember, schema.MembershipKindActivist,
		schema.MembershipKindDualReporting, schema.MembershipKindVolunteer, schema.MembershipKindAdviser,
		schema.MembershipKindVeteran,
	}
	organizationsBelongAs = []schema.MembershipKind{
		schema.MembershipKindDualReporting, schema.MembershipKindAdviser, schema.MembershipKindOrganizationMember,
	}
	inPartyOnly = []schema.MembershipKind{
		schema.MembershipKindPartyMember, schema.MembershipKindProbationaryMember, schema.MembershipKindActivist,
		schema.MembershipKindDualReporting,
	}
)

func (in EnrolMemberInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EnrolMemberPayload], error) {
	from := orToday(in.From, tx)
	who, err := whoever(ctx, tx, ent.Share, in.PersonID, in.MemberOrganizationID, from, [2]string{"personId", "memberOrganizationId"})
	if err != nil {
		return nil, err
	}
	o, err := need(ctx, lockedOrganization(tx, ent.Update), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "enrolMember", o.ID)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(in.fits(who, o), existsOn(from, o.From, o.To, "organizationId"), span(from, in.To))...); err != nil {
		return nil, err
	}
	exists, err := in.same(tx, who).Where(overlapping(from, in.To)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindMembership)
	}
	row, err := tx.Membership.Create().SetNillableCommunityID(o.CommunityID).SetOrganizationID(o.ID).
		SetNillablePersonID(who.person).SetNillableMemberOrganizationID(who.organization).SetKind(in.Kind).
		SetMode(schema.MembershipModeEnrolled).SetStatus(schema.MembershipStatusEffective).SetNillableBasis(in.Basis).
		SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	in.seal(tx, who)
	return ent.Did(EnrolMemberPayload{MembershipID: row.ID}, grant, row.ID, o.CommunityID, map[string]any{
		"organization": o.ID, "kind": in.Kind, "from": from,
	}), nil
}

// fits refuses what does not go together: a post is given by appointment, only
// the Party has Party members, and nothing belongs to itself.
func (in EnrolMemberInput) fits(who somebody, o *db.Organization) []*fault.Fault {
	allowed := personsBelongAs
	if who.organization != nil {
		allowed = organizationsBelongAs
	}
	wrong := []*fault.Fault{
		fits(in.Kind, allowed, "kind"), differ(who.id(), o.ID, "memberOrganizationId"),
		optionalText("basis", in.Basis, textLimit),
	}
	if fits(in.Kind, inPartyOnly) == nil {
		wrong = append(wrong, fits(o.Kind, partyOrganizations, "organizationId"))
	}
	return wrong
}

// same looks for memberships in the same capacity that were not ended.
func (in EnrolMemberInput) same(tx *ent.Tx, who somebody) *db.MembershipQuery {
	q := tx.Membership.Query().Where(membership.OrganizationID(in.OrganizationID.ID), membership.KindEQ(in.Kind), membership.PostIDIsNil())
	if who.person != nil {
		return q.Where(membership.PersonID(*who.person))
	}
	return q.Where(membership.MemberOrganizationID(*who.organization))
}

// seal keeps out of the record who belongs: whether somebody is a Party member
// is nobody's business but the bodies' concerned.
func (in EnrolMemberInput) seal(tx *ent.Tx, who somebody) {
	tx.Seal("member", who.id().String())
	if in.Basis != nil {
		tx.Seal("basis", *in.Basis)
	}
}
