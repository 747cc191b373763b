package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// TransferOwnershipInput is which ownership passes to whom, and on which day.
type TransferOwnershipInput struct {
	ent.Order
	OwnershipID     ident.Ownership
	PersonID        *ident.Person
	OrganizationID  *ident.Organization
	DesignatedVoter bool
	On              *day.Date
}

// TransferOwnershipPayload names the ownership that ended and the one that
// took its place.
type TransferOwnershipPayload struct {
	fault.Outcome
	EndedID     ident.ID
	OwnershipID ident.ID
}

// TransferOwnership records that a unit, or a share in it, changed hands: one
// ownership ends on the day, another begins. If the new owner had a share
// before, both shares become one ownership, so that nobody counts twice.
func (d *Do) TransferOwnership(ctx context.Context, in TransferOwnershipInput) (*TransferOwnershipPayload, error) {
	return work(ctx, d, "transferOwnership", in, in.do)
}

func (in TransferOwnershipInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[TransferOwnershipPayload], error) {
	on := orToday(in.On, tx)
	before, err := in.lock(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "transferOwnership", before.ID, inCommunity(before.CommunityID))
	if err != nil {
		return nil, err
	}
	who, err := whoever(ctx, tx, ent.Share, in.PersonID, in.OrganizationID, on, owner)
	if err != nil {
		return nil, err
	}
	others, err := tx.Ownership.Query().
		Where(ownership.UnitID(before.UnitID), ownership.IDNEQ(before.ID), overlapping(on, nil)).All(ctx)
	if err != nil {
		return nil, err
	}
	own, others := ownShare(who, on, others)
	if err := refuse(transferable(before, on), toOneself(who, before), ownsAlready(who, others), designated(in.DesignatedVoter, others)); err != nil {
		return nil, err
	}
	after := tx.Ownership.Create().SetNillableCommunityID(before.CommunityID).SetUnitID(before.UnitID).
		SetNillablePersonID(who.person).SetNillableOrganizationID(who.organization).
		SetDesignatedVoter(in.DesignatedVoter).SetFrom(on)
	if err := tx.Ownership.UpdateOneID(before.ID).SetTo(on).Exec(ctx); err != nil {
		return nil, err
	}
	if own != nil {
		if err := tx.Ownership.UpdateOneID(own.ID).SetTo(on).Exec(ctx); err != nil {
			return nil, err
		}
		after.SetDesignatedVoter(in.DesignatedVoter || own.DesignatedVoter).SetNillableTo(own.To)
	}
	row, err := after.Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("owner", who.id().String())
	return ent.Did(TransferOwnershipPayload{EndedID: before.ID, OwnershipID: row.ID}, grant, row.ID, before.CommunityID, map[string]any{
		"unit": before.UnitID, "ended": before.ID, "designatedVoter": row.DesignatedVoter, "on": on,
	}), nil
}

// lock locks the unit and reads the ownership again, because whoever held the
// lock may have ended it.
func (in TransferOwnershipInput) lock(ctx context.Context, tx *ent.Tx) (*db.Ownership, error) {
	before, err := need(ctx, tx.Ownership.Get, in.OwnershipID.ID, "ownershipId")
	if err != nil {
		return nil, err
	}
	if _, err := lockedUnit(tx, ent.Update)(ctx, before.UnitID); err != nil {
		return nil, err
	}
	return tx.Ownership.Get(ctx, before.ID)
}

// ownShare takes out of the co-owners' shares the one that the new owner
// already has when the other one is added.
func ownShare(who somebody, on day.Date, others []*db.Ownership) (*db.Ownership, []*db.Ownership) {
	i := slices.IndexFunc(others, func(o *db.Ownership) bool {
		return who.is(o.PersonID, o.OrganizationID) && o.From.Compare(on) < 0
	})
	if i < 0 {
		return nil, others
	}
	return others[i], slices.Delete(slices.Clone(others), i, i+1)
}

// transferable refuses to end what ended before the day, or began on it or later.
func transferable(o *db.Ownership, on day.Date) *fault.Fault {
	switch {
	case o.To != nil && o.To.Compare(on) <= 0:
		return fault.New(fault.AlreadyEnded, "to", *o.To).At("ownershipId")
	case on.Compare(o.From) <= 0:
		return fault.New(fault.EndsBeforeItStarts, "from", o.From, "to", on).At("on")
	}
	return nil
}

// toOneself refuses a transfer to whoever has it already.
func toOneself(who somebody, before *db.Ownership) *fault.Fault {
	if who.is(before.PersonID, before.OrganizationID) {
		return fault.New(fault.SameThing).At("ownershipId")
	}
	return nil
}
