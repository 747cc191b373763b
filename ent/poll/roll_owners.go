package poll

import (
	"context"
	"slices"
	"strings"

	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/head"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// convening are the kinds of organizations that call the owners together.
var convening = []schema.OrganizationKind{
	schema.OrganizationKindOwnersAssembly, schema.OrganizationKindOwnersCommittee,
	schema.OrganizationKindInterimPropertyCommittee, schema.OrganizationKindPreparatoryGroup,
	schema.OrganizationKindRenewalGroup,
}

// nobodyKnown is how owners are called of whom nobody is on the register.
const nobodyKnown = "业主不详"

// ofOwners is the roll of an assembly of owners: an entry for each head, with
// the units it votes for.
func ofOwners(ctx context.Context, c *db.Client, m *db.Meeting, d Drawing) (Roll, error) {
	r := Roll{Basis: schema.RollBasisOwners}
	organization, err := c.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return r, err
	}
	if !slices.Contains(convening, organization.Kind) {
		return r, fault.New(fault.RollNotSupported, "organization", organization.Kind, "kind", m.Kind, "allowed", kinds(convening))
	}
	chain, err := rules.For(ctx, c, m.OrganizationID, d.On)
	if err != nil {
		return r, err
	}
	how := chain.Owners()
	e, err := estateOf(ctx, c, m.OrganizationID, d.On)
	if err != nil {
		return r, err
	}
	for i, id := range d.Scope {
		if e.areas[id] == nil {
			return r, fault.New(fault.RollScopeOutside).At("scopeAreaIds", i)
		}
	}
	carrying := e.only(func(u *db.Unit) bool { return carries(u, how) })
	voting := carrying.only(func(u *db.Unit) bool { return e.lies(u.AreaID, d.Scope) })
	heads, wrong := head.Count(voting.counted(), head.DevelopersOf(carrying.counted()), how)
	if wrong != nil {
		return r, wrong
	}
	r.Heads, r.Units, r.Area = len(heads), len(voting.units), voting.area()
	r.Entries, err = voting.entries(ctx, c, heads, d.On)
	return r, err
}

func kinds[K ~string](all []K) string {
	names := make([]string, len(all))
	for i, k := range all {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

// carries reports whether a unit carries votes. About parking spaces the bylaws
// decide, if they say anything; for everything else, and where they are silent,
// the register tells it of each unit.
func carries(u *db.Unit, how rule.Owners) bool {
	if u.Use == schema.UnitUseParking && how.ParkingCounts != nil {
		return *how.ParkingCounts
	}
	return u.CountsForVoting
}

// entries makes an entry of each head.
func (e estate) entries(ctx context.Context, c *db.Client, heads []head.Head, on day.Date) ([]Entry, error) {
	known, err := known(ctx, c, heads, on)
	if err != nil {
		return nil, err
	}
	byID := make(map[ident.ID]*db.Unit, len(e.units))
	for _, u := range e.units {
		byID[u.ID] = u
	}
	entries := make([]Entry, len(heads))
	for i, h := range heads {
		units := make([]*db.Unit, len(h.Units))
		for j, id := range h.Units {
			units[j] = byID[id]
			entries[i].Area += byID[id].ExclusiveArea
		}
		entries[i].Heads, entries[i].Units = 1, h.Units
		entries[i].Premises, entries[i].Building = premises(units, e.at), e.building(units)
		known.name(&entries[i], h)
	}
	return entries, nil
}

// building is the one in which all the units lie, or else the first one's.
func (e estate) building(units []*db.Unit) *ident.ID {
	return e.at[units[0].AreaID].building
}

// name says who an entry is and who may vote under it: the owner, the co-owners
// or the one they designated, or whoever acts for an organization.
func (k acquaintance) name(e *Entry, h head.Head) {
	names := make([]string, len(h.Owners))
	for i, id := range h.Owners {
		names[i] = k.names[id]
	}
	e.Label = strings.Join(names, "、")
	switch {
	case len(h.Owners) == 0:
		e.Label = nobodyKnown
		return
	case len(h.Owners) == 1 && h.Owners[0].Kind() == ident.KindPerson:
		e.Person = &h.Owners[0]
		return
	case len(h.Owners) == 1:
		e.Organization = &h.Owners[0]
	}
	for _, id := range h.Voters {
		if id.Kind() == ident.KindPerson {
			e.Delegates = append(e.Delegates, id)
		} else {
			e.Delegates = append(e.Delegates, k.leaders[id]...)
		}
	}
	e.Delegates = distinct(e.Delegates)
}

// Omitted is the entry of units that were left off a roll of owners: who owned
// them on the day on which it was drawn up, whatever the register says about
// whether they carry votes. It refuses with ROLL_SCOPE_OUTSIDE units that lie
// elsewhere, with SEVERAL_HEADS units that belonged to different owners, and with
// DEVELOPER_UNKNOWN.
func Omitted(ctx context.Context, c *db.Client, m *db.Meeting, r *db.Roll, units []ident.ID) (Entry, error) {
	chain, err := rules.For(ctx, c, m.OrganizationID, *r.DrawnOn)
	if err != nil {
		return Entry{}, err
	}
	scope, err := r.QueryScope().IDs(ctx)
	if err != nil {
		return Entry{}, err
	}
	e, err := estateOf(ctx, c, m.OrganizationID, *r.DrawnOn)
	if err != nil {
		return Entry{}, err
	}
	omitted := e.only(func(u *db.Unit) bool { return slices.Contains(units, u.ID) && e.lies(u.AreaID, scope) })
	if len(omitted.units) < len(units) {
		return Entry{}, fault.New(fault.RollScopeOutside)
	}
	heads, wrong := head.Count(omitted.counted(), head.DevelopersOf(e.counted()), chain.Owners())
	switch {
	case wrong != nil:
		return Entry{}, wrong
	case len(heads) != 1:
		return Entry{}, fault.New(fault.SeveralHeads, "day", *r.DrawnOn, "count", len(heads))
	}
	entries, err := omitted.entries(ctx, c, heads, *r.DrawnOn)
	if err != nil {
		return Entry{}, err
	}
	return entries[0], nil
}
