package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/poll"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// FreezeRollInput is a meeting whose roll is to be frozen, and how it is to be
// drawn up.
type FreezeRollInput struct {
	ent.Order
	MeetingID    ident.Meeting
	ScopeAreaIDs []ident.Area
	On           *day.Date
	Basis        *schema.RollBasis
}

// FreezeRollPayload names the roll.
type FreezeRollPayload struct {
	fault.Outcome
	RollID ident.ID
}

// FreezeRoll settles who may vote in a meeting, for all its votes. OpenVote
// does it, too, if nobody did before.
func (d *Do) FreezeRoll(ctx context.Context, in FreezeRollInput) (*FreezeRollPayload, error) {
	return work(ctx, d, "freezeRoll", in, in.do)
}

func (in FreezeRollInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FreezeRollPayload], error) {
	m, _, grant, err := directed(ctx, tx, "freezeRoll", in.MeetingID)
	if err != nil {
		return nil, err
	}
	frozen, err := rollOf(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if frozen != nil {
		return nil, fault.New(fault.RollFrozen, "since", frozen.FrozenAt).At("meetingId")
	}
	if err := refuse(in.ahead(tx), in.basis(m), in.scoped(m)); err != nil {
		return nil, err
	}
	if err := in.buildings(ctx, tx); err != nil {
		return nil, err
	}
	drawing, err := in.drawing(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	row, facts, err := freeze(ctx, tx, m, drawing)
	if err != nil {
		return nil, err
	}
	return ent.Did(FreezeRollPayload{RollID: row.ID}, grant, row.ID, m.CommunityID, facts), nil
}

// ahead refuses a day that is still to come.
func (in FreezeRollInput) ahead(tx *ent.Tx) *fault.Fault {
	if in.On == nil || !in.On.After(tx.Today) {
		return nil
	}
	return fault.New(fault.RollDayAhead, "day", *in.On).At("on")
}

// basis refuses to choose who stands on a roll where the kind of meeting tells:
// only a meeting of residents votes by heads or by households.
func (in FreezeRollInput) basis(m *db.Meeting) *fault.Fault {
	switch {
	case in.Basis == nil:
		return nil
	case m.Kind != schema.MeetingKindResidents:
		return fault.New(fault.FieldUnused, "kind", m.Kind, "field", "basis").At("basis")
	default:
		return fits(*in.Basis, []schema.RollBasis{schema.RollBasisResidents, schema.RollBasisHouseholds}, "basis")
	}
}

// scoped refuses to narrow down who votes in a meeting that is not one of
// owners.
func (in FreezeRollInput) scoped(m *db.Meeting) *fault.Fault {
	switch n := len(in.ScopeAreaIDs); {
	case n > 0 && m.Kind != schema.MeetingKindAssembly:
		return fault.New(fault.FieldUnused, "kind", m.Kind, "field", "scopeAreaIds").At("scopeAreaIds")
	case n > listLimit:
		return fault.New(fault.TooMany, "limit", listLimit, "count", n).At("scopeAreaIds")
	default:
		return nil
	}
}

// buildings refuses every place in the scope that names no building and no
// entrance, or one named before.
func (in FreezeRollInput) buildings(ctx context.Context, tx *ent.Tx) error {
	ids := plain(in.ScopeAreaIDs)
	rows, err := tx.Area.Query().Where(area.IDIn(ids...)).All(ctx)
	if err != nil {
		return err
	}
	kinds := make(map[ident.ID]schema.AreaKind, len(rows))
	for _, row := range rows {
		kinds[row.ID] = row.Kind
	}
	var faults fault.Faults
	for i, id := range ids {
		kind, known := kinds[id]
		var wrong *fault.Fault
		switch {
		case !known:
			wrong = fault.New(fault.NotFound, "kind", ident.KindArea).At("scopeAreaIds", i)
		case listedBefore(ids, i):
			wrong = fault.New(fault.ListedTwice).At("scopeAreaIds", i)
		default:
			wrong = fits(kind, []schema.AreaKind{schema.AreaKindBuilding, schema.AreaKindEntrance}, "scopeAreaIds", i)
		}
		if wrong != nil {
			faults = append(faults, wrong)
		}
	}
	return faults.Err()
}

// drawing says how the roll is to be drawn up: as asked, and otherwise as the
// rule of the meeting needs it.
func (in FreezeRollInput) drawing(ctx context.Context, tx *ent.Tx, m *db.Meeting) (poll.Drawing, error) {
	d := poll.Drawing{On: orToday(in.On, tx), Scope: plain(in.ScopeAreaIDs)}
	r, ok, err := sitting.Rule(ctx, tx.Client, m, d.On)
	if err != nil {
		return d, err
	}
	if m.LinkageID != nil && (!ok || r.Parties == nil) {
		return d, fault.New(fault.RuleNeeded).At("meetingId")
	}
	if r.Parties != nil {
		d.Position = r.Parties.Position
	}
	d.Basis = poll.Basis(m, r)
	if in.Basis != nil {
		d.Basis = *in.Basis
	}
	return d, nil
}
