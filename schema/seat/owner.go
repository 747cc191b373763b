package seat

import (
	"sifang/schema/day"
	"sifang/schema/ident"
)

// ForOwners are the members of a body who hold a statutory seat there for the
// owners on the day: who own something in its areas, or were sent by an
// organization that does. Whom another body sent sits for that body, whatever
// they own.
func ForOwners(body Organization, holdings []Holding, people []Candidate, on day.Date) map[ident.ID]bool {
	v := view{organization: body, holdings: holdings, people: people, on: on}
	found := map[ident.ID]bool{}
	for _, h := range v.seats(Description{}) {
		who := v.person(h.Member)
		theirs := who.OwnsIn
		if !h.OnBehalfOf.ID.IsZero() {
			theirs = who.AuthorizedIn
		}
		if intersect(theirs, body.Areas) {
			found[h.Member] = true
		}
	}
	return found
}
