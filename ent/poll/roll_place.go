package poll

import (
	"cmp"
	"slices"
	"strings"

	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
)

// place is where a unit lies.
type place struct {
	// path are the names of the areas in which it lies, from the outside in and
	// without that of the estate.
	path []string
	// building is the building it lies in or, where it lies in none, the entrance.
	building *ident.ID
}

// places are where the units of each area lie.
func (g ground) places() map[ident.ID]place {
	all := make(map[ident.ID]place, len(g.areas))
	for id := range g.areas {
		var p place
		var kind schema.AreaKind
		for _, a := range g.up(id) {
			if slices.Contains(g.bases, a.ID) && a.Kind != schema.AreaKindBuilding && a.Kind != schema.AreaKindEntrance {
				break
			}
			p.path = append(p.path, a.Name)
			if a.Kind == schema.AreaKindBuilding && kind != a.Kind || a.Kind == schema.AreaKindEntrance && kind == "" {
				p.building, kind = &a.ID, a.Kind
			}
		}
		slices.Reverse(p.path)
		all[id] = p
	}
	return all
}

// inPlace orders units as somebody would walk through the estate: by building,
// by entrance, by number.
func inPlace(a, b *db.Unit, at map[ident.ID]place) int {
	return cmp.Or(slices.CompareFunc(at[a.AreaID].path, at[b.AreaID].path, natural),
		natural(a.Number, b.Number), slices.Compare(a.ID[:], b.ID[:]))
}

// natural compares names as people number things: 2 comes before 10.
func natural(a, b string) int {
	letter := cmp.Compare(a, b)
	for a != "" && b != "" {
		x, y := leadingNumber(a), leadingNumber(b)
		if x == "" || y == "" {
			if a[0] != b[0] {
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		m, n := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		if order := cmp.Or(cmp.Compare(len(m), len(n)), cmp.Compare(m, n)); order != 0 {
			return order
		}
		a, b = a[len(x):], b[len(y):]
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), letter)
}

func leadingNumber(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		return text
	}
	return text[:end]
}

// premises tells units by building and number, each building once:
// 3号楼 1单元 101、102；车位 12. The units come in their places.
func premises(units []*db.Unit, at map[ident.ID]place) string {
	var b strings.Builder
	for i, u := range units {
		switch {
		case i > 0 && u.AreaID == units[i-1].AreaID:
			b.WriteString("、")
		default:
			if i > 0 {
				b.WriteString("；")
			}
			for _, name := range at[u.AreaID].path {
				b.WriteString(name)
				b.WriteByte(' ')
			}
		}
		b.WriteString(u.Number)
	}
	return b.String()
}
