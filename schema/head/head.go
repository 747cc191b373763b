package head

import (
	"bytes"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Unit is a unit that carries votes.
type Unit struct {
	ID ident.ID
	// Name is how a refusal calls it, such as its building and number.
	Name   string
	Status schema.DeliveryStatus
	// Owners are those on the register; none if nobody is known.
	Owners []Owner
}

// Owner is a person or an organization that owns a unit, alone or with others.
type Owner struct {
	ID ident.ID
	// Designated says that the co-owners chose this one to vote for the unit.
	Designated bool
}

// Head is what counts as one head.
type Head struct {
	// Owners are who it is, in the order of their identifiers: one owner, those
	// who own together, or nobody if nobody is known.
	Owners []ident.ID
	// Voters are those among them who may vote: the ones designated, if any is.
	Voters []ident.ID
	// Units are those it votes for, in the order in which they were given.
	Units []ident.ID
}

// Count puts each unit under the head that votes for it. The heads come in the
// order of their first units, and who they are does not depend on that order.
//
// A unit that is not delivered counts with the developer, whoever bought it. A
// unit of which no owner is known is a head of its own, for which nobody can
// vote. Where co-owned units are merged (MergeCoOwned), one goes to the head of
// whoever of its owners also owns a unit alone; if several do, to that of the
// designated one; and if none of these is designated it stays a head of its own.
//
// It refuses with DEVELOPER_UNKNOWN, naming the units that are unsold or not
// delivered and of which nobody knows who holds them.
func Count(units []Unit, developers Developers, how rule.Owners) ([]Head, *fault.Fault) {
	c := counter{developers: developers, how: how, alone: alone(units, developers)}
	var heads []*tallied
	found := map[string]*tallied{}
	for _, u := range units {
		name, owners := c.headOf(u)
		h := found[name]
		if h == nil {
			h = &tallied{owners: owners}
			found[name], heads = h, append(heads, h)
		}
		h.take(u)
	}
	if len(c.unheld) > 0 {
		return nil, fault.New(fault.DeveloperUnknown, "count", len(c.unheld), "units", list(c.unheld))
	}
	counted := make([]Head, len(heads))
	for i, h := range heads {
		counted[i] = Head{Owners: h.owners, Voters: h.voters(), Units: h.units}
	}
	return counted, nil
}

// counter decides under which head a unit counts.
type counter struct {
	developers Developers
	how        rule.Owners
	alone      map[ident.ID]bool // those who own a unit alone
	unheld     []string          // units without a developer
}

// headOf is the name of the head under which a unit counts, and who that is.
func (c *counter) headOf(u Unit) (string, []ident.ID) {
	owners := u.owners()
	switch {
	case u.Status != schema.DeliveryStatusDelivered:
		developer, known := c.developers.of(owners)
		if !known {
			c.unheld = append(c.unheld, u.Name)
		}
		return together(developer), developer
	case len(owners) == 0, c.how.Heads == rule.PerUnit:
		return "unit " + u.ID.String(), owners
	}
	if sole, ok := c.merged(u); ok {
		owners = []ident.ID{sole}
	}
	return together(owners), owners
}

// merged is the owner under whose head a unit counts that belongs to several.
func (c *counter) merged(u Unit) (ident.ID, bool) {
	if c.how.MergeCoOwned == nil || !*c.how.MergeCoOwned || len(u.Owners) < 2 {
		return ident.Nil, false
	}
	var able, chosen []ident.ID
	for _, o := range u.Owners {
		if !c.alone[o.ID] {
			continue
		}
		able = append(able, o.ID)
		if o.Designated {
			chosen = append(chosen, o.ID)
		}
	}
	if len(able) > 1 {
		able = chosen
	}
	if len(able) != 1 {
		return ident.Nil, false
	}
	return able[0], true
}

// alone are those who have a head of their own: who owns a delivered unit and
// nobody beside them, and a developer.
func alone(units []Unit, developers Developers) map[ident.ID]bool {
	found := map[ident.ID]bool{}
	for _, u := range units {
		if u.Status == schema.DeliveryStatusDelivered && len(u.Owners) == 1 {
			found[u.Owners[0].ID] = true
		}
	}
	for _, owners := range developers {
		if len(owners) == 1 {
			found[owners[0]] = true
		}
	}
	return found
}

// tallied is a head while its units are gathered.
type tallied struct {
	owners, units, designated []ident.ID
}

func (t *tallied) take(u Unit) {
	t.units = append(t.units, u.ID)
	// Who was chosen for a unit of others speaks for those others only.
	if !slices.Equal(u.owners(), t.owners) {
		return
	}
	for _, o := range u.Owners {
		if o.Designated {
			t.designated = append(t.designated, o.ID)
		}
	}
}

func (t *tallied) voters() []ident.ID {
	if len(t.designated) > 0 {
		return distinct(t.designated)
	}
	return t.owners
}

// owners are the unit's owners in the order of their identifiers.
func (u Unit) owners() []ident.ID {
	ids := make([]ident.ID, len(u.Owners))
	for i, o := range u.Owners {
		ids[i] = o.ID
	}
	return distinct(ids)
}

// together is the name of those who own together.
func together(owners []ident.ID) string {
	var b strings.Builder
	b.WriteString("owners")
	for _, id := range owners {
		b.WriteByte(' ')
		b.WriteString(id.String())
	}
	return b.String()
}

// listed is how many units a refusal names.
const listed = 20

// list names units, and no more than a reader can look up.
func list(names []string) string {
	if len(names) > listed {
		return strings.Join(names[:listed], "、") + "……"
	}
	return strings.Join(names, "、")
}

// distinct sorts identifiers and names each once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
