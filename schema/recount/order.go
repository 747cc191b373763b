package recount

import (
	"cmp"
	"slices"
	"strings"
)

// named is an element of a list by its name and its place.
type named struct {
	name string
	at   int
}

// order is a list sorted by name. What is looked up by name is found in it.
type order []named

// sorted sorts the elements of a list of that length by name.
func sorted(length int, name func(i int) string) order {
	all := make(order, length)
	for i := range all {
		all[i] = named{name(i), i}
	}
	slices.SortFunc(all, func(a, b named) int {
		if by := strings.Compare(a.name, b.name); by != 0 {
			return by
		}
		return cmp.Compare(a.at, b.at)
	})
	return all
}

// alike is how many in front have the same name.
func (o order) alike() int {
	n := 1
	for n < len(o) && o[n].name == o[0].name {
		n++
	}
	return n
}

// repeated finds an element whose name an earlier one has.
func (o order) repeated() (int, bool) {
	for k := 1; k < len(o); k++ {
		if o[k].name == o[k-1].name {
			return o[k].at, true
		}
	}
	return 0, false
}

// find is the place of the element of that name.
func (o order) find(name string) (int, bool) {
	k, ok := slices.BinarySearchFunc(o, name, func(n named, name string) int { return strings.Compare(n.name, name) })
	if !ok {
		return 0, false
	}
	return o[k].at, true
}
