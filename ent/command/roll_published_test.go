package command_test

import (
	"encoding/json"
	"strings"
	"testing"

	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/ident"
)

// posted is what a visitor reads of the roll of a meeting.
func (a *assembly) posted(m ident.Meeting, first, after *int) *view.PublishedRoll {
	a.Helper()
	p, err := view.MeetingPublishedRoll(a.visitor, a.store, m.ID, first, after)
	a.must(err)
	return p
}

// Everybody reads which units vote and with what area, and nobody reads whose
// they are.
func TestPublishedRoll(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(5, a.entrances[0], 8_888)...)
		a.builds(lot{in: a.second, number: "101", owners: a.people(2)})
		if a.posted(a.sitting, nil, nil) != nil {
			a.Error("a roll was published before it was frozen")
		}
		r := a.frozen(a.freezing())
		p := a.posted(a.sitting, nil, nil)
		is(a.council, "entries", len(p.Entries), 6)
		is(a.council, "further ones", p.HasNextPage, false)
		is(a.council, "totals", p.Frozen, view.RollTotals{Units: 6, Heads: 6, Area: 54_440})
		is(a.council, "numbers", *p.Entries[5].Premises, "2号楼 101")
		is(a.council, "the building", p.Entries[5].Building.ID, a.second)
		is(a.council, "the fingerprint", p.Hash, r.Hash)
		text, err := json.Marshal(p)
		a.must(err)
		if strings.Contains(string(text), "业主") {
			a.Errorf("a name is published: %s", text)
		}
		page := a.posted(a.sitting, new(2), new(3))
		is(a.council, "a page", len(page.Entries), 2)
		is(a.council, "begins", page.Entries[0].Position, 4)
		is(a.council, "goes on", page.HasNextPage, true)
		for _, size := range []int{-1, 0} {
			is(a.council, "no entries", len(a.posted(a.sitting, &size, nil).Entries), 0)
		}
		if p.Amended != nil {
			a.Errorf("totals of no amendment: %+v", p.Amended)
		}
		a.amends(a.striking(r, 1))
		p = a.posted(a.sitting, new(5_000), nil)
		is(a.council, "totals as frozen", p.Frozen.Heads, 6)
		is(a.council, "totals as amended", *p.Amended, view.RollTotals{Units: 5, Heads: 5, Area: 45_552})
		is(a.council, "struck", p.Entries[0].Struck && p.Entries[0].Amended, true)
		is(a.council, "the next", p.Entries[1].Struck || p.Entries[1].Amended, false)
	})
}

// What a draft prepares is nobody's business, and members have no premises.
func TestPublishedRollOfOthers(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		draft := a.draft(a.written())
		if _, err := view.MeetingPublishedRoll(a.visitor, a.store, draft.ID, nil, nil); err == nil {
			a.Error("a visitor reads a draft")
		}
		p, err := view.MeetingPublishedRoll(a.asChair, a.store, draft.ID, nil, nil)
		if p != nil || err != nil {
			a.Errorf("the roll of a draft is %+v, %v", p, err)
		}
		a.neighbours()
		m := a.resident(schema.MeetingKindResidents)
		a.draws(m, "")
		p = a.posted(m, nil, nil)
		is(a.council, "residents", len(p.Entries), 4)
		for _, e := range p.Entries {
			is(a.council, "premises of residents", e.Premises, nil)
			is(a.council, "heads", e.Heads, 1)
		}
	})
}
