package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// listLimit is how many things one list of an input may name.
const listLimit = 200

// fits refuses a kind that does not belong where it was named.
func fits[K ~string](kind K, allowed []K, field ...any) *fault.Fault {
	if slices.Contains(allowed, kind) {
		return nil
	}
	return fault.New(fault.WrongKind, "kind", kind, "allowed", allowed).At(field...)
}

// seenPerson is the person that an input field names. Somebody whom the viewer
// may not see is refused like somebody who does not exist: being named would
// make the person known to the viewer's community.
func seenPerson(ctx context.Context, tx *ent.Tx, get func(context.Context, ident.ID) (*db.Person, error), id ident.ID, field ...any) (*db.Person, error) {
	p, err := need(ctx, get, id, field...)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, id, field...); err != nil {
		return nil, err
	}
	return p, nil
}

// known refuses a thing that the viewer may not see like one that does not exist.
func known(ctx context.Context, tx *ent.Tx, id ident.ID, field ...any) error {
	seen, err := tx.Sees(ctx, id)
	if err != nil || seen {
		return err
	}
	return fault.New(fault.NotFound, "kind", id.Kind()).At(field...)
}

// somebody is a person or an organization, exactly one of them.
type somebody struct {
	person, organization *ident.ID
	// community is where the organization belongs; nil for a person.
	community *ident.ID
}

// whoever reads the person or organization that one of two input fields names
// and locks it. The organization must exist on the day.
func whoever(ctx context.Context, tx *ent.Tx, l lock, p *ident.Person, o *ident.Organization, on day.Date, fields [2]string) (somebody, error) {
	var who somebody
	switch {
	case (p == nil) == (o == nil):
		return who, fault.New(fault.OneOfNeeded, "fields", fields[0]+", "+fields[1]).At(fields[0])
	case p != nil:
		_, err := seenPerson(ctx, tx, lockedPerson(tx, l), p.ID, fields[0])
		who.person = pointer(p)
		return who, err
	}
	row, err := need(ctx, lockedOrganization(tx, l), o.ID, fields[1])
	if err != nil {
		return who, err
	}
	if gone := existsOn(on, row.From, row.To, fields[1]); gone != nil {
		return who, gone
	}
	who.organization, who.community = pointer(o), row.CommunityID
	return who, nil
}

// id is the person's or the organization's.
func (s somebody) id() ident.ID {
	if s.person != nil {
		return *s.person
	}
	return *s.organization
}

// is reports whether a row that names a person or an organization names this
// one.
func (s somebody) is(person, organization *ident.ID) bool {
	same := func(a, b *ident.ID) bool { return a != nil && b != nil && *a == *b }
	return same(s.person, person) || same(s.organization, organization)
}

// listedAreas reads the areas that the input field areaIds lists, in its order.
// It refuses a list that is empty or too long, and every place in it that names
// no area, one named before, or one that does not exist on the day.
func listedAreas(ctx context.Context, tx *ent.Tx, ids []ident.Area, on day.Date) ([]*db.Area, error) {
	switch {
	case len(ids) == 0:
		return nil, fault.New(fault.Blank).At("areaIds")
	case len(ids) > listLimit:
		return nil, fault.New(fault.TooMany, "limit", listLimit, "count", len(ids)).At("areaIds")
	}
	plain := make([]ident.ID, len(ids))
	for i, id := range ids {
		plain[i] = id.ID
	}
	rows, err := tx.Area.Query().Where(area.IDIn(plain...)).All(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]*db.Area, len(rows))
	for _, a := range rows {
		found[a.ID] = a
	}
	listed, faults := make([]*db.Area, len(ids)), fault.Faults{}
	for i, id := range plain {
		a, ok := found[id]
		listed[i] = a
		switch {
		case !ok:
			faults = append(faults, fault.New(fault.NotFound, "kind", ident.KindArea).At("areaIds", i))
		case slices.Index(plain, id) < i:
			faults = append(faults, fault.New(fault.ListedTwice).At("areaIds", i))
		case !within(on, a.From, a.To):
			faults = append(faults, existsOn(on, a.From, a.To, "areaIds", i))
		}
	}
	return listed, faults.Err()
}

// mayInAll asks the mandate for every area. Officers tells whose officers may
// act there.
func mayInAll(ctx context.Context, tx *ent.Tx, verb string, areas []*db.Area, officers func(*db.Area) []ident.ID) (mandate.Grant, error) {
	var grant mandate.Grant
	for _, a := range areas {
		s := inCommunity(a.CommunityID)
		s.Organizations = officers(a)
		given, err := may(ctx, tx, verb, ident.Nil, s)
		if err != nil {
			return grant, err
		}
		grant = given
	}
	return grant, nil
}

// commonCommunity is the community in which all the areas lie, or none.
func commonCommunity(areas []*db.Area) *ident.ID {
	first := areas[0].CommunityID
	if slices.ContainsFunc(areas, func(a *db.Area) bool { return !alike(a.CommunityID, first) }) {
		return nil
	}
	return first
}

// alike reports whether two things belong to the same community, or both to
// none.
func alike(a, b *ident.ID) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// apart reports whether two things belong to different communities. What
// belongs to none goes with everything.
func apart(a, b *ident.ID) bool { return a != nil && b != nil && *a != *b }

// many refuses a list that names nothing, or more than one input may name.
func many(n int, field string) *fault.Fault {
	switch {
	case n == 0:
		return fault.New(fault.Blank).At(field)
	case n > listLimit:
		return fault.New(fault.TooMany, "limit", listLimit, "count", n).At(field)
	default:
		return nil
	}
}
