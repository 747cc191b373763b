package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/person"
	"sifang/ent/db/rollentry"
	"sifang/ent/power"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// entitled asks the mandate. For a party its delegates speak, and those who lead
// its organization; otherwise everybody objects for themselves whom the matter
// concerns. It also answers why the party has no say in the vote, if it has none.
func (in FileObjectionInput) entitled(ctx context.Context, tx *ent.Tx, about contested) (*fault.Fault, mandate.Grant, error) {
	if in.PartyID != nil {
		return in.forParty(ctx, tx, about)
	}
	var s mandate.Subject
	concerned, err := about.concerns(ctx, tx, tx.Viewer.Person)
	if err != nil {
		return nil, mandate.Grant{}, err
	}
	if concerned {
		s.Persons = []ident.ID{tx.Viewer.Person}
	}
	grant, err := may(ctx, tx, "fileObjection", about.subject, s)
	return nil, grant, err
}

// forParty asks the mandate of a party, and refuses with PARTY_NOT_EXPECTED one
// of another linkage.
func (in FileObjectionInput) forParty(ctx context.Context, tx *ent.Tx, about contested) (*fault.Fault, mandate.Grant, error) {
	var none mandate.Grant
	party, err := need(ctx, tx.LinkageParty.Get, in.PartyID.ID, "partyId")
	if err != nil {
		return nil, none, err
	}
	today := tx.Today
	sent, err := tx.PartyDelegate.Query().Where(partydelegate.PartyID(party.ID), partydelegate.FromLTE(today),
		partydelegate.Or(partydelegate.ToIsNil(), partydelegate.ToGT(today))).All(ctx)
	if err != nil {
		return nil, none, err
	}
	s := mandate.Subject{Organizations: []ident.ID{party.OrganizationID}}
	for _, one := range sent {
		s.Persons = append(s.Persons, one.PersonID)
	}
	grant, err := may(ctx, tx, "fileObjection", about.subject, s)
	if about.meeting.LinkageID == nil || *about.meeting.LinkageID != party.LinkageID {
		return fault.New(fault.PartyNotExpected).At("partyId"), grant, err
	}
	return nil, grant, err
}

// concerns reports whether the matter concerns somebody: they stand on the roll,
// or sit in one of the bodies that met; or it is something they can see, or a
// roll on which they miss themselves, in the community that they belong to.
func (c contested) concerns(ctx context.Context, tx *ent.Tx, who ident.ID) (bool, error) {
	if who.IsZero() {
		return false, nil
	}
	if c.roll != nil {
		listed, err := tx.RollEntry.Query().Where(rollentry.RollID(*c.roll),
			rollentry.Or(rollentry.PersonID(who), rollentry.HasDelegatesWith(person.ID(who)))).Exist(ctx)
		if listed || err != nil {
			return listed, err
		}
	}
	sits, err := c.sits(ctx, tx, who)
	if sits || err != nil {
		return sits, err
	}
	if c.vote != nil || c.resolution != nil {
		if seen, err := tx.Sees(ctx, c.subject); !seen || err != nil {
			return false, err
		}
	}
	return power.Belongs(ctx, tx.Client, tx.Today, who, c.community)
}
