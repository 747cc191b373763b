package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/partydelegate"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// AuthorizeDelegateInput is who may speak and vote for which party of a
// linkage.
type AuthorizeDelegateInput struct {
	ent.Order
	PartyID  ident.LinkageParty
	PersonID ident.Person
	From     *day.Date
	To       *day.Date
}

// AuthorizeDelegatePayload names the authorisation given.
type AuthorizeDelegatePayload struct {
	fault.Outcome
	DelegateID ident.ID
}

// AuthorizeDelegate lets one of its people speak and vote for a party. Only the
// party itself, or what it stands under, can do so.
func (d *Do) AuthorizeDelegate(ctx context.Context, in AuthorizeDelegateInput) (*AuthorizeDelegatePayload, error) {
	return work(ctx, d, "authorizeDelegate", in, in.do)
}

func (in AuthorizeDelegateInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AuthorizeDelegatePayload], error) {
	from := orToday(in.From, tx)
	if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.PersonID.ID, "personId"); err != nil {
		return nil, err
	}
	party, err := need(ctx, lockedParty(tx, ent.Update), in.PartyID.ID, "partyId")
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, party.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "authorizeDelegate", party.ID, subject)
	if err != nil {
		return nil, err
	}
	stranger, err := in.stranger(ctx, tx, party, from)
	if err != nil {
		return nil, err
	}
	if err := refuse(existsOn(from, party.From, party.To, "partyId"), span(from, in.To), stranger); err != nil {
		return nil, err
	}
	exists, err := tx.PartyDelegate.Query().Where(partydelegate.PartyID(party.ID), partydelegate.PersonID(in.PersonID.ID),
		overlapping(from, in.To)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindPartyDelegate)
	}
	row, err := tx.PartyDelegate.Create().SetNillableCommunityID(party.CommunityID).SetPartyID(party.ID).
		SetPersonID(in.PersonID.ID).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("person", in.PersonID.String())
	return ent.Did(AuthorizeDelegatePayload{DelegateID: row.ID}, grant, row.ID, party.CommunityID, map[string]any{
		"party": party.ID, "from": from,
	}), nil
}

// stranger refuses somebody who does not belong to the party on the day, with
// a post or without.
func (in AuthorizeDelegateInput) stranger(ctx context.Context, tx *ent.Tx, party *db.LinkageParty, on day.Date) (*fault.Fault, error) {
	rows, err := tx.Membership.Query().
		Where(membership.OrganizationID(party.OrganizationID), membership.PersonID(in.PersonID.ID)).All(ctx)
	belongs := slices.ContainsFunc(rows, func(m *db.Membership) bool {
		return seat.Effective(seat.Holding{Status: m.Status, Held: spanOf(m.From, m.To)}, on)
	})
	if err != nil || belongs {
		return nil, err
	}
	return fault.New(fault.NotAMember, "day", on).At("personId"), nil
}
