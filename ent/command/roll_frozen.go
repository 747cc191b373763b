package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// rollOf is the roll of a meeting, nil while it is not frozen.
func rollOf(ctx context.Context, tx *ent.Tx, m *db.Meeting) (*db.Roll, error) {
	frozen, err := tx.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return frozen, err
}

// rollFor is the roll of the meeting, frozen now if it was not. A roll that was
// drawn up for another kind of rule is refused with ROLL_MISMATCH.
func rollFor(ctx context.Context, tx *ent.Tx, m *db.Meeting, r rule.Rule) (*db.Roll, error) {
	frozen, err := rollOf(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	drawing := poll.Drawing{On: tx.Today, Basis: poll.Basis(m, r)}
	if r.Parties != nil {
		drawing.Position = r.Parties.Position
	}
	if frozen == nil {
		row, _, err := freeze(ctx, tx, m, drawing)
		return row, err
	}
	if m.LinkageID == nil {
		if frozen.Basis != nil && *frozen.Basis != drawing.Basis {
			return nil, mismatch(r, bases[drawing.Basis])
		}
		return frozen, nil
	}
	members, err := tx.RollEntry.Query().Where(rollentry.RollID(frozen.ID), rollentry.PersonIDNotNil()).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if members == (drawing.Position == rule.Delegate) {
		return nil, mismatch(r, positions[drawing.Position])
	}
	return frozen, nil
}

func mismatch(r rule.Rule, how fault.Words) *fault.Fault {
	return fault.New(fault.RollMismatch, "rule", r.Code, "how", how).At("voteId")
}

// bases and positions say who stands on a roll.
var (
	bases = map[schema.RollBasis]fault.Words{
		schema.RollBasisMembers:    {Chinese: "组织的成员", English: "the members of the body"},
		schema.RollBasisParties:    {Chinese: "联动各方", English: "the parties of the linkage"},
		schema.RollBasisOwners:     {Chinese: "业主", English: "the owners"},
		schema.RollBasisResidents:  {Chinese: "有选举权的居民", English: "the residents with a vote"},
		schema.RollBasisHouseholds: {Chinese: "户", English: "the households"},
	}
	positions = map[rule.Position]fault.Words{
		rule.Delegate:        {Chinese: "各方的授权代表", English: "the delegates of the parties"},
		rule.MembersMajority: {Chinese: "各方的成员", English: "the members of the parties"},
	}
)

// freeze draws up the roll of a meeting, which is locked, and writes it down. It
// answers what the record tells about it, and refuses what poll.Draw refuses.
func freeze(ctx context.Context, tx *ent.Tx, m *db.Meeting, d poll.Drawing) (*db.Roll, map[string]any, error) {
	drawn, err := poll.Draw(ctx, tx.Client, m, d)
	if err != nil {
		return nil, nil, err
	}
	stood := make([]poll.Stood, len(drawn.Entries))
	for i, e := range drawn.Entries {
		stood[i] = poll.Stood{ID: ident.New(ident.KindRollEntry, tx.Now), Position: i + 1, Entry: e}
	}
	hash, err := poll.Fingerprint(m.ID, drawn, stood)
	if err != nil {
		return nil, nil, err
	}
	frozen, err := tx.Roll.Create().SetNillableCommunityID(m.CommunityID).SetMeetingID(m.ID).SetFrozenAt(tx.Now).
		SetSeats(drawn.Seats).SetIncumbents(drawn.Incumbents).SetHash(hash).SetBasis(drawn.Basis).SetDrawnOn(drawn.DrawnOn).
		SetUnits(drawn.Units).SetHeads(drawn.Heads).SetArea(drawn.Area).SetHouseholds(drawn.Households).
		AddScopeIDs(drawn.Scope...).Save(ctx)
	if err != nil {
		return nil, nil, err
	}
	facts := map[string]any{
		"meeting": m.ID, "basis": drawn.Basis, "drawnOn": drawn.DrawnOn, "entries": len(stood), "seats": drawn.Seats,
		"incumbents": drawn.Incumbents, "units": drawn.Units, "heads": drawn.Heads, "area": int64(drawn.Area),
		"households": drawn.Households, "hash": hash,
	}
	if len(drawn.Scope) > 0 {
		facts["scope"] = drawn.Scope
	}
	if drawn.Unhoused > 0 {
		facts["residentsWithoutHousehold"] = drawn.Unhoused
	}
	return frozen, facts, enlist(ctx, tx, frozen, stood)
}

// enlist writes the entries of a roll, and which units they vote for.
func enlist(ctx context.Context, tx *ent.Tx, r *db.Roll, entries []poll.Stood) error {
	err := inRows(entries, func(e poll.Stood) *db.RollEntryCreate { return entryRow(tx, r, e) },
		func(rows []*db.RollEntryCreate) error { return tx.RollEntry.CreateBulk(rows...).Exec(ctx) })
	if err != nil {
		return err
	}
	var pairs [][2]ident.ID
	for _, e := range entries {
		for _, unit := range e.Units {
			pairs = append(pairs, [2]ident.ID{e.ID, unit})
		}
	}
	return joined(ctx, tx, rollentry.UnitsTable, rollentry.UnitsPrimaryKey, pairs)
}

// entryRow is an entry without its units.
func entryRow(tx *ent.Tx, r *db.Roll, e poll.Stood) *db.RollEntryCreate {
	row := tx.RollEntry.Create().SetID(e.ID).SetNillableCommunityID(r.CommunityID).SetRollID(r.ID).SetPosition(e.Position).
		SetLabel(e.Label).SetHeads(e.Heads).SetSeats(e.Seats).SetHouseholds(e.Households).SetArea(e.Area).
		SetNillablePersonID(e.Person).SetNillablePartyID(e.Party).SetNillableOrganizationID(e.Organization).
		SetNillableHouseholdID(e.Household).SetNillableBuildingID(e.Building).AddDelegateIDs(e.Delegates...)
	if e.Premises != "" {
		row.SetPremises(e.Premises)
	}
	if len(e.Groups) > 0 {
		row.SetGroups(e.Groups)
	}
	return row
}

// joined writes rows of a table that joins two others. The developer of an
// estate may stand for more units than one statement has room for, and the
// client writes all that belong to one row in one.
func joined(ctx context.Context, tx *ent.Tx, table string, columns []string, pairs [][2]ident.ID) error {
	for some := range slices.Chunk(pairs, rowsAtOnce) {
		var statement strings.Builder
		fmt.Fprintf(&statement, `INSERT INTO %q (%q, %q) VALUES `, table, columns[0], columns[1])
		values := make([]any, 0, 2*len(some))
		for i, pair := range some {
			if i > 0 {
				statement.WriteString(", ")
			}
			fmt.Fprintf(&statement, "($%d, $%d)", 2*i+1, 2*i+2)
			values = append(values, pair[0], pair[1])
		}
		if _, err := tx.ExecContext(ctx, statement.String(), values...); err != nil {
			return err
		}
	}
	return nil
}

// plain are typed identifiers without their type.
func plain[T interface{ Plain() ident.ID }](typed []T) []ident.ID {
	ids := make([]ident.ID, len(typed))
	for i, one := range typed {
		ids[i] = one.Plain()
	}
	return ids
}

// listedBefore reports whether the identifier at a place stands before it, too.
func listedBefore(ids []ident.ID, i int) bool { return slices.Index(ids, ids[i]) < i }
