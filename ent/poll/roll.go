package poll

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Roll is who may vote in a meeting, before it is frozen.
type Roll struct {
	Basis   schema.RollBasis
	DrawnOn day.Date
	// Scope are the buildings and entrances whose owners alone decide; none if all
	// do.
	Scope []ident.ID
	// Seats are those of the body, or the voting parties of the linkage;
	// Incumbents are those that are filled. Owners and residents have neither.
	Seats, Incumbents int
	// Totals were counted apart from the entries, which have to add up to them.
	Totals
	Entries []Entry
	// Unhoused residents have a vote and belong to no household, so they stand on
	// no roll of households.
	Unhoused int
}

// Entry is one place on a roll: a member of the body; a party with those who
// may cast its ballot; a member of a party; the owners of units; a resident; or
// a household. Where nobody is known who may vote, there is an entry without
// anybody, because it weighs all the same.
type Entry struct {
	// Label is under which name it stands there, Premises under which numbers it
	// is published without names.
	Label, Premises string
	Groups          []string
	// Person votes in their own right; Delegates for whoever stands there.
	Person                                   *ident.ID
	Delegates                                []ident.ID
	Party, Organization, Household, Building *ident.ID
	Units                                    []ident.ID
	Heads, Seats, Households                 int
	Area                                     schema.FloorArea
}

// Totals are what the entries of a roll weigh together.
type Totals struct {
	Units, Heads, Households int
	Area                     schema.FloorArea
}

func (t Totals) String() string {
	return fmt.Sprintf("%d/%d/%d/%s", t.Units, t.Heads, t.Households, t.Area)
}

// Drawing says how a roll is to be drawn up.
type Drawing struct {
	// On is the day whose facts it shows.
	On day.Date
	// Position is how the parties of a linkage come to theirs.
	Position rule.Position
	// Basis is RESIDENTS or HOUSEHOLDS, in a meeting of residents.
	Basis schema.RollBasis
	// Scope are the buildings and entrances whose owners alone decide, in an
	// assembly of owners; all do if there are none.
	Scope []ident.ID
}

// Draw draws up the roll of a meeting. It refuses with ROLL_EMPTY if nobody
// could vote, with ROLL_TOTALS if the entries do not add up, and for an assembly
// of owners with ROLL_NOT_SUPPORTED, ROLL_SCOPE_OUTSIDE and DEVELOPER_UNKNOWN.
func Draw(ctx context.Context, c *db.Client, m *db.Meeting, d Drawing) (Roll, error) {
	r, err := draw(ctx, c, m, d)
	if err != nil {
		return r, err
	}
	r.DrawnOn, r.Scope = d.On, d.Scope
	if wrong := r.unsound(); wrong != nil {
		return r, wrong
	}
	return r, nil
}

func draw(ctx context.Context, c *db.Client, m *db.Meeting, d Drawing) (Roll, error) {
	switch {
	case m.LinkageID != nil:
		return ofLinkage(ctx, c, m, d)
	case m.Kind == schema.MeetingKindAssembly:
		return ofOwners(ctx, c, m, d)
	case m.Kind == schema.MeetingKindResidents && d.Basis == schema.RollBasisHouseholds:
		return ofHouseholds(ctx, c, m, d.On)
	case m.Kind == schema.MeetingKindResidents:
		return ofResidents(ctx, c, m, d.On)
	default:
		return ofBody(ctx, c, m, d.On)
	}
}

// Basis is who stands on the roll that a rule needs in a meeting of the kind: a
// meeting of residents votes by heads, or by households if its rule counts
// these.
func Basis(m *db.Meeting, r rule.Rule) schema.RollBasis {
	households := func(leaf rule.Clause) bool { return leaf.Measure() == schema.MeasureHouseholds }
	switch {
	case m.LinkageID != nil:
		return schema.RollBasisParties
	case m.Kind == schema.MeetingKindAssembly:
		return schema.RollBasisOwners
	case m.Kind == schema.MeetingKindResidents && slices.ContainsFunc(r.Leaves(), households):
		return schema.RollBasisHouseholds
	case m.Kind == schema.MeetingKindResidents:
		return schema.RollBasisResidents
	default:
		return schema.RollBasisMembers
	}
}

// unsound refuses a roll on which nobody could vote, and one whose entries do
// not add up to what was counted apart from them.
func (r Roll) unsound() *fault.Fault {
	votes := func(e Entry) bool { return e.Person != nil || len(e.Delegates) > 0 }
	if !slices.ContainsFunc(r.Entries, votes) {
		return fault.New(fault.RollEmpty)
	}
	if sum := r.sum(); sum != r.Totals {
		return fault.New(fault.RollTotals, "entries", sum, "totals", r.Totals)
	}
	return nil
}

func (r Roll) sum() Totals {
	var t Totals
	for _, e := range r.Entries {
		t.Units += len(e.Units)
		t.Heads += e.Heads
		t.Area += e.Area
		t.Households += e.Households
	}
	return t
}
