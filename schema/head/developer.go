package head

import (
	"sifang/schema"
	"sifang/schema/ident"
)

// Developers are those who hold what is not sold yet: as a rule one
// organization, and several together or side by side where several built.
type Developers map[string][]ident.ID

// DevelopersOf are the organizations that own the units of an estate that are
// not sold. All units of the estate belong here, also where only some of them
// vote: an entrance without an unsold flat has the same developer as the next.
func DevelopersOf(units []Unit) Developers {
	found := Developers{}
	for _, u := range units {
		if owners := u.owners(); u.Status == schema.DeliveryStatusUnsold && organizations(owners) {
			found[together(owners)] = owners
		}
	}
	return found
}

// of is the developer who holds a unit with these owners: one of its owners'
// name if they are a developer, else the only developer there is.
func (d Developers) of(owners []ident.ID) ([]ident.ID, bool) {
	if developer, ok := d[together(owners)]; ok {
		return developer, true
	}
	if len(d) != 1 {
		return nil, false
	}
	for _, developer := range d {
		return developer, true
	}
	return nil, false
}

// organizations reports whether all are organizations, and there are any.
func organizations(owners []ident.ID) bool {
	for _, id := range owners {
		if id.Kind() != ident.KindOrganization {
			return false
		}
	}
	return len(owners) > 0
}
