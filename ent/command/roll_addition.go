package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/person"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// added is the entry that an amendment adds to a roll.
func (in AmendRollInput) added(ctx context.Context, tx *ent.Tx, m *db.Meeting, r *db.Roll) (poll.Entry, error) {
	var entry poll.Entry
	var err error
	switch *r.Basis {
	case schema.RollBasisOwners:
		entry, err = in.addedUnits(ctx, tx, m, r)
	case schema.RollBasisHouseholds:
		entry, err = in.addedHousehold(ctx, tx, r)
	default:
		entry, err = in.addedResident(ctx, tx)
	}
	if err != nil {
		return entry, err
	}
	line, err := in.stating(ctx, tx, poll.LineFor(entry))
	if err != nil {
		return entry, err
	}
	double, err := enlistedAlready(ctx, tx, r, line.Entry())
	if err != nil {
		return entry, err
	}
	return line.Entry(), refuse(double)
}

// addedUnits is the entry of units that were left off. Who votes for them and
// what they weigh follows from the register, unless the input states otherwise.
func (in AmendRollInput) addedUnits(ctx context.Context, tx *ent.Tx, m *db.Meeting, r *db.Roll) (poll.Entry, error) {
	ids := plain(in.UnitIDs)
	if len(ids) > listLimit {
		return poll.Entry{}, fault.New(fault.TooMany, "limit", listLimit, "count", len(ids)).At("unitIds")
	}
	known, err := tx.Unit.Query().Where(unit.IDIn(ids...)).IDs(ctx)
	if err != nil {
		return poll.Entry{}, err
	}
	for i, id := range ids {
		switch {
		case !slices.Contains(known, id):
			return poll.Entry{}, fault.New(fault.NotFound, "kind", ident.KindUnit).At("unitIds", i)
		case listedBefore(ids, i):
			return poll.Entry{}, fault.New(fault.ListedTwice).At("unitIds", i)
		}
	}
	entry, err := poll.Omitted(ctx, tx.Client, m, r, ids)
	if faults, refused := fault.Of(err); refused {
		return entry, at(faults[0], "unitIds")
	}
	return entry, err
}

// addedHousehold is the entry of a household, with those of it who vote.
func (in AmendRollInput) addedHousehold(ctx context.Context, tx *ent.Tx, r *db.Roll) (poll.Entry, error) {
	h, err := need(ctx, tx.Household.Get, in.HouseholdID.ID, "householdId")
	if err != nil {
		return poll.Entry{}, err
	}
	if apart(h.CommunityID, r.CommunityID) {
		return poll.Entry{}, fault.New(fault.OutsideCommunity, "kind", ident.KindHousehold).At("householdId")
	}
	return poll.Entry{Label: h.Label, Household: &h.ID, Heads: 1, Households: 1}, nil
}

// addedResident is the entry of one resident.
func (in AmendRollInput) addedResident(ctx context.Context, tx *ent.Tx) (poll.Entry, error) {
	if n := len(in.PersonIDs); n > 1 {
		return poll.Entry{}, fault.New(fault.TooMany, "limit", 1, "count", n).At("personIds")
	}
	rows, err := in.persons(ctx, tx)
	if err != nil {
		return poll.Entry{}, err
	}
	return poll.Entry{Label: rows[0].Name, Person: &rows[0].ID, Heads: 1}, nil
}

// enlistedAlready refuses to add what stands on the roll: one of the units, the
// household, or the resident.
func enlistedAlready(ctx context.Context, tx *ent.Tx, r *db.Roll, e poll.Entry) (*fault.Fault, error) {
	query := tx.RollEntry.Query().Where(rollentry.RollID(r.ID), rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)))
	code, field := fault.VoterOnRoll, "personIds"
	switch *r.Basis {
	case schema.RollBasisOwners:
		query.Where(rollentry.HasUnitsWith(unit.IDIn(e.Units...)))
		code, field = fault.UnitOnRoll, "unitIds"
	case schema.RollBasisHouseholds:
		query.Where(rollentry.HouseholdID(*e.Household))
		field = "householdId"
	default:
		query.Where(rollentry.Or(rollentry.PersonID(*e.Person), rollentry.HasDelegatesWith(person.ID(*e.Person))))
	}
	there, err := query.Order(rollentry.ByPosition()).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(code, "position", there.Position).At(field), nil
}
