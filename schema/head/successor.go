package head

import (
	"slices"

	"sifang/schema/ident"
)

// Successors are the persons who took over all units of a head: who owned them
// before, by unit, and who does now. They own each of the units and owned none
// before, and nobody who owned one before owns it still. If any of them is
// designated for a unit, only those designated succeed.
func Successors(units []ident.ID, before, after map[ident.ID][]Owner) []ident.ID {
	var common, designated []ident.ID
	for i, unit := range units {
		var owners []ident.ID
		for _, o := range after[unit] {
			if slices.ContainsFunc(before[unit], func(former Owner) bool { return former.ID == o.ID }) {
				return nil
			}
			if o.ID.Kind() == ident.KindPerson {
				owners = append(owners, o.ID)
			}
			if o.Designated {
				designated = append(designated, o.ID)
			}
		}
		if i > 0 {
			owners = slices.DeleteFunc(owners, func(id ident.ID) bool { return !slices.Contains(common, id) })
		}
		common = owners
	}
	if len(designated) > 0 {
		common = slices.DeleteFunc(common, func(id ident.ID) bool { return !slices.Contains(designated, id) })
	}
	return distinct(common)
}
