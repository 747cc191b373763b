package command

import (
	"cmp"
	"context"
	"encoding/json"
	"reflect"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// AmendRollInput is how a roll that was frozen is to be changed, and why.
type AmendRollInput struct {
	ent.Order
	RollID      ident.Roll
	Kind        schema.RollAmendmentKind
	EntryID     *ident.RollEntry
	UnitIDs     []ident.Unit
	PersonIDs   []ident.Person
	HouseholdID *ident.Household
	Label       *string
	Heads       *int
	Area        *schema.FloorArea
	Reason      string
	DocumentID  *ident.Document
}

// AmendRollPayload names the amendment proposed.
type AmendRollPayload struct {
	fault.Outcome
	AmendmentID ident.ID
}

// The bounds of what an amendment may say that an entry weighs. An entry without
// a head is that of a unit of somebody who stands on the roll already.
const (
	mostHeads     = 1000
	mostEntryArea = 10_000_000_000
)

// AmendRoll proposes to change a roll after it was frozen; nothing changes
// before another person confirms it.
func (d *Do) AmendRoll(ctx context.Context, in AmendRollInput) (*AmendRollPayload, error) {
	return work(ctx, d, "amendRoll", in, in.do)
}

func (in AmendRollInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AmendRollPayload], error) {
	r, m, grant, err := amending(ctx, tx, "amendRoll", in.RollID.ID, "rollId")
	if err != nil {
		return nil, err
	}
	if err := refuse(append(in.fields(r), text("reason", in.Reason, reasonLimit), given("label", in.Label, nameLimit),
		bounded(in.Heads, 0, mostHeads, "heads"), in.square())...); err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, r.CommunityID)
	if err != nil {
		return nil, err
	}
	change, err := in.change(ctx, tx, m, r, document)
	if err != nil {
		return nil, err
	}
	told, err := json.Marshal(change)
	if err != nil {
		return nil, err
	}
	create := tx.RollAmendment.Create().SetNillableCommunityID(r.CommunityID).SetRollID(r.ID).SetKind(in.Kind).
		SetStatus(schema.RollAmendmentStatusProposed).SetReason(in.Reason).SetChange(told).SetProposedAt(tx.Now).
		SetNillableEntryID(pointer(in.EntryID)).SetNillableDocumentID(document)
	if !tx.Viewer.Person.IsZero() {
		create.SetProposedByID(tx.Viewer.Person)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	tx.Seal("change", string(told))
	return ent.Did(AmendRollPayload{AmendmentID: row.ID}, grant, row.ID, r.CommunityID, amendmentFacts(row, change)), nil
}

// amendmentFacts is what the record tells about an amendment: numbers, and no
// names.
func amendmentFacts(a *db.RollAmendment, c poll.Change) map[string]any {
	facts := map[string]any{"roll": a.RollID, "kind": a.Kind, "entry": a.EntryID, "document": a.DocumentID}
	for name, line := range map[string]*poll.Line{"before": c.Before, "after": c.After} {
		if line != nil {
			facts[name] = map[string]any{
				"heads": line.Heads, "area": int64(line.Area), "households": line.Households, "units": line.Units,
			}
		}
	}
	return facts
}

// fields refuses an amendment that leaves out what it needs, or states what it
// does not take. Rolls of members and of parties are not amended.
func (in AmendRollInput) fields(r *db.Roll) []*fault.Fault {
	var basis schema.RollBasis
	if r.Basis != nil {
		basis = *r.Basis
	}
	takes, ok := amendments[basis][in.Kind]
	if !ok {
		how := bases[cmp.Or(basis, schema.RollBasisMembers)]
		return []*fault.Fault{fault.New(fault.RollNotAmendable, "basis", how).At("rollId")}
	}
	var faults []*fault.Fault
	for _, one := range in.stated() {
		switch needed := slices.Contains(takes.needs, one.field); {
		case needed && !one.stated:
			faults = append(faults, fault.New(fault.FieldNeeded, "kind", in.Kind, "field", one.field).At(one.field))
		case !needed && one.stated && !slices.Contains(takes.may, one.field):
			faults = append(faults, fault.New(fault.FieldUnused, "kind", in.Kind, "field", one.field).At(one.field))
		}
	}
	return faults
}

// amendments are what an amendment of a roll states, by what the roll is of.
var amendments = map[schema.RollBasis]map[schema.RollAmendmentKind]struct{ needs, may []string }{
	schema.RollBasisOwners: {
		schema.RollAmendmentKindAdd:     {needs: []string{"unitIds"}, may: []string{"personIds", "label", "heads", "area"}},
		schema.RollAmendmentKindRemove:  {needs: []string{"entryId"}},
		schema.RollAmendmentKindCorrect: {needs: []string{"entryId"}, may: []string{"personIds", "label", "heads", "area"}},
	},
	schema.RollBasisResidents: {
		schema.RollAmendmentKindAdd:     {needs: []string{"personIds"}},
		schema.RollAmendmentKindRemove:  {needs: []string{"entryId"}},
		schema.RollAmendmentKindCorrect: {needs: []string{"entryId", "label"}},
	},
	schema.RollBasisHouseholds: {
		schema.RollAmendmentKindAdd:     {needs: []string{"householdId", "personIds"}, may: []string{"label"}},
		schema.RollAmendmentKindRemove:  {needs: []string{"entryId"}},
		schema.RollAmendmentKindCorrect: {needs: []string{"entryId"}, may: []string{"personIds", "label"}},
	},
}

// statement tells whether a field of the input says something.
type statement struct {
	field  string
	stated bool
}

func (in AmendRollInput) stated() []statement {
	return []statement{
		{"entryId", in.EntryID != nil}, {"unitIds", len(in.UnitIDs) > 0}, {"personIds", len(in.PersonIDs) > 0},
		{"householdId", in.HouseholdID != nil}, {"label", in.Label != nil}, {"heads", in.Heads != nil}, {"area", in.Area != nil},
	}
}

func (in AmendRollInput) square() *fault.Fault {
	if in.Area == nil || *in.Area >= 0 && *in.Area <= mostEntryArea {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", schema.FloorArea(0), "most", schema.FloorArea(mostEntryArea)).At("area")
}

// change is what the amendment would do to the roll as it stands.
func (in AmendRollInput) change(ctx context.Context, tx *ent.Tx, m *db.Meeting, r *db.Roll, document *ident.ID) (poll.Change, error) {
	if in.Kind == schema.RollAmendmentKindAdd {
		entry, err := in.added(ctx, tx, m, r)
		if err != nil {
			return poll.Change{}, err
		}
		after := poll.LineFor(entry)
		return poll.Change{After: &after}, nil
	}
	e, err := standingEntry(ctx, tx, r, in.EntryID.ID, "entryId")
	if err != nil {
		return poll.Change{}, err
	}
	unproved, err := unproved(ctx, tx, e, document)
	if err != nil {
		return poll.Change{}, err
	}
	if err := refuse(unproved); err != nil {
		return poll.Change{}, err
	}
	before := poll.LineOf(e)
	change := poll.Change{Before: &before}
	if in.Kind == schema.RollAmendmentKindRemove {
		return change, nil
	}
	after, err := in.stating(ctx, tx, before)
	change.After = &after
	if err == nil && reflect.DeepEqual(before, after) {
		return change, fault.New(fault.NothingAmended).At("entryId")
	}
	return change, err
}

// stating is a line with what the input states about it.
func (in AmendRollInput) stating(ctx context.Context, tx *ent.Tx, l poll.Line) (poll.Line, error) {
	persons, err := in.persons(ctx, tx)
	if err != nil {
		return l, err
	}
	if len(persons) > 0 {
		l.Voters = nil
		for _, p := range persons {
			l.Voters = append(l.Voters, p.ID)
		}
		l.Voters = distinct(l.Voters)
	}
	if in.Label != nil {
		l.Label = *in.Label
	}
	if in.Heads != nil {
		l.Heads = *in.Heads
	}
	if in.Area != nil {
		l.Area = *in.Area
	}
	return l, nil
}

// persons reads those whom the input names, in its order.
func (in AmendRollInput) persons(ctx context.Context, tx *ent.Tx) ([]*db.Person, error) {
	ids := plain(in.PersonIDs)
	if len(ids) > listLimit {
		return nil, fault.New(fault.TooMany, "limit", listLimit, "count", len(ids)).At("personIds")
	}
	var rows []*db.Person
	for i, id := range ids {
		row, err := seenPerson(ctx, tx, tx.Person.Get, id, "personIds", i)
		if err != nil {
			return nil, err
		}
		if listedBefore(ids, i) {
			return nil, fault.New(fault.ListedTwice).At("personIds", i)
		}
		rows = append(rows, row)
	}
	return rows, nil
}
