package poll

import (
	"slices"
	"testing"
	"time"

	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// epoch is when the things of these tests were made.
var epoch = time.UnixMilli(0)

func TestNatural(t *testing.T) {
	want := []string{"", "1", "1-2", "1-10", "02", "2", "10", "A2", "A10", "车位2", "车位10"}
	for i, a := range want {
		for j, b := range want {
			order := natural(a, b)
			if (i < j) != (order < 0) || (i == j) != (order == 0) {
				t.Errorf("%q against %q is %d", a, b, order)
			}
		}
	}
}

// tract is a ground of areas, each named with its kind and below the one before
// it.
func tract(kinds ...schema.AreaKind) (ground, []ident.ID) {
	g := ground{areas: map[ident.ID]*db.Area{}}
	var ids []ident.ID
	for _, kind := range kinds {
		a := &db.Area{ID: ident.New(ident.KindArea, epoch), Kind: kind, Name: string(kind)}
		if len(ids) > 0 {
			a.ParentID = &ids[len(ids)-1]
		}
		g.areas[a.ID] = a
		ids = append(ids[:len(ids):len(ids)], a.ID)
	}
	g.bases = ids[:1]
	return g, ids
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		kinds    []schema.AreaKind
		path     []string
		building int // the place of the one it is counted under; -1 if none
	}{
		{[]schema.AreaKind{"ESTATE"}, nil, -1},
		{[]schema.AreaKind{"ESTATE", "BUILDING"}, []string{"BUILDING"}, 1},
		{[]schema.AreaKind{"ESTATE", "BUILDING", "ENTRANCE"}, []string{"BUILDING", "ENTRANCE"}, 1},
		{[]schema.AreaKind{"ESTATE", "ENTRANCE"}, []string{"ENTRANCE"}, 1},
		{[]schema.AreaKind{"ESTATE", "BUILDING", "BUILDING"}, []string{"BUILDING", "BUILDING"}, 2},
		{[]schema.AreaKind{"BUILDING", "ENTRANCE"}, []string{"BUILDING", "ENTRANCE"}, 0},
		{[]schema.AreaKind{"ESTATE", "COURTYARD"}, []string{"COURTYARD"}, -1},
	} {
		g, ids := tract(c.kinds...)
		p := g.places()[ids[len(ids)-1]]
		if !slices.Equal(p.path, c.path) {
			t.Errorf("%v: the path is %v", c.kinds, p.path)
		}
		switch {
		case c.building < 0 && p.building != nil, c.building >= 0 && (p.building == nil || *p.building != ids[c.building]):
			t.Errorf("%v: counted under %v", c.kinds, p.building)
		}
	}
}

func TestUnsound(t *testing.T) {
	someone := ident.New(ident.KindPerson, epoch)
	whole := func() Roll {
		return Roll{
			Totals: Totals{Units: 2, Heads: 2, Area: 300, Households: 1},
			Entries: []Entry{
				{Person: &someone, Units: make([]ident.ID, 1), Heads: 1, Area: 100},
				{Units: make([]ident.ID, 1), Heads: 1, Area: 200, Households: 1},
			},
		}
	}
	for name, c := range map[string]struct {
		change func(*Roll)
		want   fault.Code
	}{
		"sound":                 {func(*Roll) {}, ""},
		"a unit is missing":     {func(r *Roll) { r.Entries[0].Units = nil }, fault.RollTotals},
		"a head too many":       {func(r *Roll) { r.Entries[0].Heads = 2 }, fault.RollTotals},
		"a hundredth of m²":     {func(r *Roll) { r.Entries[1].Area++ }, fault.RollTotals},
		"a household":           {func(r *Roll) { r.Households = 0 }, fault.RollTotals},
		"nobody may vote":       {func(r *Roll) { r.Entries[0].Person = nil }, fault.RollEmpty},
		"somebody else may":     {func(r *Roll) { r.Entries[0].Person, r.Entries[1].Delegates = nil, []ident.ID{someone} }, ""},
		"there are no entries":  {func(r *Roll) { r.Entries = nil }, fault.RollEmpty},
		"the totals are others": {func(r *Roll) { r.Totals = Totals{} }, fault.RollTotals},
	} {
		r := whole()
		c.change(&r)
		switch wrong := r.unsound(); {
		case wrong == nil && c.want != "", wrong != nil && wrong.Code != c.want:
			t.Errorf("%s: refused with %v, want %q", name, wrong, c.want)
		}
	}
}
