package command

import (
	"context"
	"strings"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// DraftMeetingInput is a meeting to be prepared.
type DraftMeetingInput struct {
	ent.Order
	Kind           schema.MeetingKind
	Form           schema.MeetingForm
	Title          string
	Venue          *string
	StartsAt       time.Time
	EndsAt         time.Time
	ConvenedUnder  schema.ConvenedUnder
	OrganizationID ident.Organization
	LinkageID      *ident.Linkage
	OrganizerID    *ident.Organization
	ChairID        *ident.Person
	PetitionID     *ident.Proposal
	OrderID        *ident.OversightAction
}

// DraftMeetingPayload names the meeting drafted.
type DraftMeetingPayload struct {
	fault.Outcome
	MeetingID ident.ID
}

// DraftMeeting begins to prepare a meeting. Nobody outside of the community's
// offices sees it before it is called.
func (d *Do) DraftMeeting(ctx context.Context, in DraftMeetingInput) (*DraftMeetingPayload, error) {
	return work(ctx, d, "draftMeeting", in, in.do)
}

func (in DraftMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DraftMeetingPayload], error) {
	if in.ChairID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.ChairID.ID, "chairId"); err != nil {
			return nil, err
		}
	}
	convener, organizer, err := in.organizations(ctx, tx)
	if err != nil {
		return nil, err
	}
	order, err := in.ordered(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := in.mandated(ctx, tx, convener, order)
	if err != nil {
		return nil, err
	}
	unlinked, err := in.linked(ctx, tx)
	if err != nil {
		return nil, err
	}
	ungrounded, err := in.grounds(ctx, tx, convener, order)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Meeting.Next("draftMeeting", "")
	if err := refuse(wrong, text("title", in.Title, nameLimit), given("venue", in.Venue, nameLimit),
		lasts(in.StartsAt, in.EndsAt), unlinked, ungrounded,
		existsOn(tx.Today, convener.From, convener.To, "organizationId"), gone(tx, in.OrganizerID, organizer)); err != nil {
		return nil, err
	}
	row, err := tx.Meeting.Create().SetNillableCommunityID(convener.CommunityID).SetKind(in.Kind).SetForm(in.Form).
		SetTitle(in.Title).SetNillableVenue(in.Venue).SetStartsAt(in.StartsAt).SetEndsAt(in.EndsAt).SetStatus(status).
		SetConvenedUnder(in.ConvenedUnder).SetOrganizationID(convener.ID).SetNillableLinkageID(pointer(in.LinkageID)).
		SetNillableOrganizerID(pointer(in.OrganizerID)).SetNillableChairID(pointer(in.ChairID)).
		SetNillablePetitionID(pointer(in.PetitionID)).SetNillableOrderID(pointer(in.OrderID)).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(DraftMeetingPayload{MeetingID: row.ID}, grant, row.ID, convener.CommunityID, map[string]any{
		"kind": in.Kind, "form": in.Form, "organization": in.OrganizationID, "linkage": in.LinkageID,
		"startsAt": in.StartsAt.UTC(), "endsAt": in.EndsAt.UTC(), "convenedUnder": in.ConvenedUnder,
		"petition": in.PetitionID, "order": in.OrderID,
	}), nil
}

// organizations locks whoever convenes the meeting and whoever organizes it,
// which is the same where nobody else is named.
func (in DraftMeetingInput) organizations(ctx context.Context, tx *ent.Tx) (*db.Organization, *db.Organization, error) {
	ids := []ident.ID{in.OrganizationID.ID}
	if in.OrganizerID != nil {
		ids = append(ids, in.OrganizerID.ID)
	}
	rows, err := lockedOrganizations(ctx, tx, ent.Share, ids...)
	if err != nil {
		return nil, nil, err
	}
	for i, field := range []string{"organizationId", "organizerId"}[:len(ids)] {
		if rows[ids[i]] == nil {
			return nil, nil, fault.New(fault.NotFound, "kind", ident.KindOrganization).At(field)
		}
	}
	return rows[ids[0]], rows[ids[len(ids)-1]], nil
}

// gone refuses an organizer, if one is named, that does not exist today.
func gone(tx *ent.Tx, named *ident.Organization, organizer *db.Organization) *fault.Fault {
	if named == nil {
		return nil
	}
	return existsOn(tx.Today, organizer.From, organizer.To, "organizerId")
}

// linked refuses a joint meeting without a linkage, a linkage of any other
// meeting, and a meeting of a linkage by an organization that does not convene
// it: the party that convenes does, or, where none is said to, one that leads.
func (in DraftMeetingInput) linked(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	joint := in.Kind == schema.MeetingKindJoint
	switch {
	case joint && in.LinkageID == nil:
		return fault.New(fault.FieldNeeded, "kind", in.Kind, "field", "linkageId").At("linkageId"), nil
	case !joint && in.LinkageID != nil:
		return fault.New(fault.FieldUnused, "kind", in.Kind, "field", "linkageId").At("linkageId"), nil
	case !joint:
		return nil, nil
	}
	row, err := need(ctx, lockedLinkage(tx, ent.Share), in.LinkageID.ID, "linkageId")
	if err != nil {
		return nil, err
	}
	if gone := existsOn(tx.Today, row.From, row.To, "linkageId"); gone != nil {
		return gone, nil
	}
	today := tx.Today
	parties, err := tx.LinkageParty.Query().Where(linkageparty.LinkageID(row.ID),
		linkageparty.FromLTE(today), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(today))).
		WithOrganization().Order(linkageparty.ByPosition()).All(ctx)
	return in.notConvening(conveners(parties)), err
}

// conveners are the parties that call the meetings of a linkage.
func conveners(parties []*db.LinkageParty) []*db.LinkageParty {
	for _, role := range []schema.LinkageRole{schema.LinkageRoleConvenes, schema.LinkageRoleLeads} {
		var found []*db.LinkageParty
		for _, p := range parties {
			if p.Role == role {
				found = append(found, p)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func (in DraftMeetingInput) notConvening(conveners []*db.LinkageParty) *fault.Fault {
	names := make([]string, len(conveners))
	for i, p := range conveners {
		if p.OrganizationID == in.OrganizationID.ID {
			return nil
		}
		names[i] = p.Edges.Organization.Name
	}
	return fault.New(fault.NotTheConvener, "conveners", strings.Join(names, "、")).At("organizationId")
}
