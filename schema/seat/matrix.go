package seat

import (
	"bytes"
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Cell holds the cross-appointments from one party of a linkage to another.
type Cell struct {
	From, To  Organization
	Direction schema.CrossAppointmentDirection
	// Holdings are the seats in To that rest on a seat in From, or were won by
	// somebody who names one there.
	Holdings []Holding
}

// Matrix lists the cross-appointments effective on the day among the parties
// of a linkage: one cell for each ordered pair of parties, also an empty one,
// in the order of the parties. A cross-appointment is a holding whose source
// is held in another organization; the sources must be among the holdings.
// Whoever was elected and stays when the source has ended sits in one body
// only, and is no longer listed.
func Matrix(parties []Organization, holdings []Holding, on day.Date) []Cell {
	organization := map[ident.ID]ident.ID{}
	for _, h := range holdings {
		if Effective(h, on) {
			organization[h.ID] = h.Organization.ID
		}
	}
	var cells []Cell
	for _, from := range parties {
		for _, to := range parties {
			if from.ID == to.ID {
				continue
			}
			cell := Cell{From: from, To: to, Direction: Direction(from.Kind, to.Kind)}
			for _, h := range holdings {
				source, known := organization[h.Source]
				if known && source == from.ID && h.Organization.ID == to.ID && Effective(h, on) {
					cell.Holdings = append(cell.Holdings, h)
				}
			}
			cells = append(cells, cell)
		}
	}
	return cells
}

// ConcurrentHead is somebody who heads several organizations at once (一肩挑).
type ConcurrentHead struct {
	Member ident.ID
	// Holdings are the posts at the head, in the order of the organizations.
	Holdings []Holding
}

// ConcurrentHeads lists who, on the day, heads two or more of the
// organizations: as secretary, as chair or as project manager.
func ConcurrentHeads(organizations []Organization, holdings []Holding, on day.Date) []ConcurrentHead {
	posts := []schema.PostCategory{
		schema.PostCategorySecretary, schema.PostCategoryChair, schema.PostCategoryProjectManager,
	}
	heading := map[ident.ID][]Holding{}
	for _, o := range organizations {
		for _, h := range holdings {
			if h.Organization.ID == o.ID && slices.Contains(posts, h.Post.Category) && Effective(h, on) {
				heading[h.Member] = append(heading[h.Member], h)
			}
		}
	}
	var heads []ConcurrentHead
	for member, held := range heading {
		if headed := organizationsOf(held); len(headed) > 1 {
			heads = append(heads, ConcurrentHead{Member: member, Holdings: held})
		}
	}
	slices.SortFunc(heads, func(a, b ConcurrentHead) int { return bytes.Compare(a.Member[:], b.Member[:]) })
	return heads
}

func organizationsOf(holdings []Holding) []ident.ID {
	var all []ident.ID
	for _, h := range holdings {
		if !slices.Contains(all, h.Organization.ID) {
			all = append(all, h.Organization.ID)
		}
	}
	return all
}
