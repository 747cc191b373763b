package command

import (
	"context"
	"reflect"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ConfirmRollAmendmentInput is an amendment of a roll, and whether it is to be
// carried out.
type ConfirmRollAmendmentInput struct {
	ent.Order
	AmendmentID ident.RollAmendment
	Confirm     bool
}

// ConfirmRollAmendmentPayload names the amendment decided on.
type ConfirmRollAmendmentPayload struct {
	fault.Outcome
	AmendmentID ident.ID
}

// ConfirmRollAmendment carries an amendment of a roll out, or turns it down. It
// takes another person than the one who proposed it. The roll keeps its totals
// and its fingerprint as they were frozen; a verdict is shown on either.
func (d *Do) ConfirmRollAmendment(ctx context.Context, in ConfirmRollAmendmentInput) (*ConfirmRollAmendmentPayload, error) {
	return work(ctx, d, "confirmRollAmendment", in, in.do)
}

func (in ConfirmRollAmendmentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmRollAmendmentPayload], error) {
	a, err := need(ctx, tx.RollAmendment.Get, in.AmendmentID.ID, "amendmentId")
	if err != nil {
		return nil, err
	}
	r, _, grant, err := amending(ctx, tx, "confirmRollAmendment", a.RollID, "amendmentId")
	if err != nil {
		return nil, err
	}
	// Whoever held the meeting may have decided on it.
	if a, err = tx.RollAmendment.Get(ctx, a.ID); err != nil {
		return nil, err
	}
	if err := refuse(undecided(a), another(tx, a)); err != nil {
		return nil, err
	}
	change, err := poll.ChangeOf(a)
	if err != nil {
		return nil, err
	}
	update := tx.RollAmendment.UpdateOneID(a.ID).SetStatus(schema.RollAmendmentStatusDeclined).SetDecidedAt(tx.Now)
	if !tx.Viewer.Person.IsZero() {
		update.SetDecidedByID(tx.Viewer.Person)
	}
	if in.Confirm {
		entry, err := carryOut(ctx, tx, r, a, change)
		if err != nil {
			return nil, err
		}
		update.SetStatus(schema.RollAmendmentStatusConfirmed).SetEntryID(entry)
	}
	row, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	facts := amendmentFacts(row, change)
	facts["confirmed"] = in.Confirm
	return ent.Did(ConfirmRollAmendmentPayload{AmendmentID: a.ID}, grant, a.ID, a.CommunityID, facts), nil
}

// undecided refuses an amendment that was confirmed or turned down.
func undecided(a *db.RollAmendment) *fault.Fault {
	if a.Status == schema.RollAmendmentStatusProposed {
		return nil
	}
	return fault.New(fault.WrongState, "verb", "confirmRollAmendment", "state", a.Status,
		"allowed", schema.RollAmendmentStatusProposed).At("amendmentId")
}

// another refuses whoever proposed it.
func another(tx *ent.Tx, a *db.RollAmendment) *fault.Fault {
	if a.ProposedByID == nil || *a.ProposedByID != tx.Viewer.Person {
		return nil
	}
	return fault.New(fault.SamePerson).At("amendmentId")
}

// carryOut does to the roll what the amendment says, if the roll still is as it
// was when that was proposed, and answers which entry it concerned.
func carryOut(ctx context.Context, tx *ent.Tx, r *db.Roll, a *db.RollAmendment, c poll.Change) (ident.ID, error) {
	if a.Kind == schema.RollAmendmentKindAdd {
		return addEntry(ctx, tx, r, a, c.After.Entry())
	}
	e, err := standingEntry(ctx, tx, r, *a.EntryID, "amendmentId")
	if err != nil {
		return ident.Nil, err
	}
	if now := poll.LineOf(e); !reflect.DeepEqual(now, *c.Before) {
		return ident.Nil, fault.New(fault.EntryChanged, "position", e.Position).At("amendmentId")
	}
	unproved, err := unproved(ctx, tx, e, a.DocumentID)
	if err != nil {
		return ident.Nil, err
	}
	if unproved != nil {
		unproved.Field = []string{"amendmentId"}
		return ident.Nil, unproved
	}
	after := c.After
	if after == nil {
		after = c.Before
	}
	// All who may vote are named from now on, whether that changed or not.
	update := tx.RollEntry.UpdateOneID(e.ID).SetAmendedByID(a.ID).ClearDelegates().AddDelegateIDs(after.Voters...)
	if c.After == nil {
		update.SetStruck(true)
	} else {
		update.SetLabel(after.Label).SetHeads(after.Heads).SetArea(after.Area)
	}
	return e.ID, update.Exec(ctx)
}

// addEntry writes a new entry behind the last one.
func addEntry(ctx context.Context, tx *ent.Tx, r *db.Roll, a *db.RollAmendment, e poll.Entry) (ident.ID, error) {
	double, err := enlistedAlready(ctx, tx, r, e)
	if err != nil {
		return ident.Nil, err
	}
	if double != nil {
		double.Field = []string{"amendmentId"}
		return ident.Nil, double
	}
	last, err := tx.RollEntry.Query().Where(rollentry.RollID(r.ID)).Order(db.Desc(rollentry.FieldPosition)).First(ctx)
	if err != nil {
		return ident.Nil, err
	}
	stood := poll.Stood{ID: ident.New(ident.KindRollEntry, tx.Now), Position: last.Position + 1, Entry: e}
	if err := entryRow(tx, r, stood).SetAmendedByID(a.ID).AddUnitIDs(e.Units...).Exec(ctx); err != nil {
		return ident.Nil, err
	}
	return stood.ID, nil
}
