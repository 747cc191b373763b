package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/meeting"
	"sifang/ent/db/ownership"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// DesignateVoterInput is which of the co-owners of a unit votes for it.
type DesignateVoterInput struct {
	ent.Order
	OwnershipID ident.Ownership
	DocumentID  *ident.Document
}

// DesignateVoterPayload names the ownership of whoever votes for the unit.
type DesignateVoterPayload struct {
	fault.Outcome
	OwnershipID ident.ID
}

// DesignateVoter records whom the co-owners of a unit chose to vote for it. They
// have one head together, and without such a choice any of them may vote.
func (d *Do) DesignateVoter(ctx context.Context, in DesignateVoterInput) (*DesignateVoterPayload, error) {
	return work(ctx, d, "designateVoter", in, in.do)
}

func (in DesignateVoterInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DesignateVoterPayload], error) {
	chosen, owners, err := in.lock(ctx, tx)
	if err != nil {
		return nil, err
	}
	subject := inCommunity(chosen.CommunityID)
	for _, o := range owners {
		if o.PersonID != nil {
			subject.Persons = append(subject.Persons, *o.PersonID)
		}
	}
	grant, err := may(ctx, tx, "designateVoter", chosen.ID, subject)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, chosen.CommunityID)
	if err != nil {
		return nil, err
	}
	if err := in.checks(ctx, tx, chosen, owners); err != nil {
		return nil, err
	}
	for _, o := range owners {
		if o.DesignatedVoter != (o.ID == chosen.ID) {
			if err := tx.Ownership.UpdateOneID(o.ID).SetDesignatedVoter(o.ID == chosen.ID).Exec(ctx); err != nil {
				return nil, err
			}
		}
	}
	return ent.Did(DesignateVoterPayload{OwnershipID: chosen.ID}, grant, chosen.ID, chosen.CommunityID, map[string]any{
		"unit": chosen.UnitID, "document": document,
	}), nil
}

// lock locks the unit, and then reads who owns it today: whoever held the lock
// may have changed that.
func (in DesignateVoterInput) lock(ctx context.Context, tx *ent.Tx) (*db.Ownership, []*db.Ownership, error) {
	named, err := need(ctx, tx.Ownership.Get, in.OwnershipID.ID, "ownershipId")
	if err != nil {
		return nil, nil, err
	}
	if _, err := lockedUnit(tx, ent.Update)(ctx, named.UnitID); err != nil {
		return nil, nil, err
	}
	owners, err := tx.Ownership.Query().Where(ownership.UnitID(named.UnitID), ownership.FromLTE(tx.Today),
		ownership.Or(ownership.ToIsNil(), ownership.ToGT(tx.Today))).Order(ownership.ByID()).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	if i := slices.IndexFunc(owners, func(o *db.Ownership) bool { return o.ID == named.ID }); i >= 0 {
		return owners[i], owners, nil
	}
	chosen, err := tx.Ownership.Get(ctx, named.ID)
	return chosen, owners, err
}

// checks refuses an ownership that does not hold today, a unit with one owner, a
// choice that was made already, a co-owner who brings no consent of the others,
// and one that comes too late: the roll of a meeting in which the unit votes is
// frozen.
func (in DesignateVoterInput) checks(ctx context.Context, tx *ent.Tx, chosen *db.Ownership, owners []*db.Ownership) error {
	var single, unchanged, alone *fault.Fault
	if len(owners) < 2 {
		single = fault.New(fault.SoleOwner).At("ownershipId")
	}
	if chosen.DesignatedVoter {
		unchanged = fault.New(fault.DesignatedAlready).At("ownershipId")
	}
	// Who may enter an ownership keeps the register, and looks at the consent of
	// the others there.
	_, outsider := mandate.Ask("registerOwnership", tx.Viewer, inCommunity(chosen.CommunityID))
	if outsider != nil && in.DocumentID == nil {
		alone = fault.New(fault.ConsentMissing).At("documentId")
	}
	frozen, err := in.frozen(ctx, tx, chosen.UnitID)
	if err != nil {
		return err
	}
	return refuse(existsOn(tx.Today, chosen.From, chosen.To, "ownershipId"), single, unchanged, alone, frozen)
}

// frozen refuses to choose for a unit that stands on the roll of a meeting that
// is not over: there it takes an amendment.
func (in DesignateVoterInput) frozen(ctx context.Context, tx *ent.Tx, id ident.ID) (*fault.Fault, error) {
	standing := rollentry.And(rollentry.HasUnitsWith(unit.ID(id)), rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)))
	row, err := tx.Roll.Query().Where(roll.HasEntriesWith(standing), roll.HasMeetingWith(
		meeting.StatusNotIn(schema.MeetingStatusClosed, schema.MeetingStatusCancelled))).Order(roll.ByFrozenAt()).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.RollFrozen, "since", row.FrozenAt).At("ownershipId"), nil
}
