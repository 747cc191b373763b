package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
)

// restsOnSource reports whether a seat filled by this act is held only on the
// strength of another one. Whoever was elected has a mandate of their own and
// stays until one of the statutory grounds of that seat arises.
func restsOnSource(mode schema.MembershipMode) bool {
	return slices.Contains([]schema.MembershipMode{
		schema.MembershipModeEngaged, schema.MembershipModeDispatched,
		schema.MembershipModeCoOpted, schema.MembershipModeExOfficio,
	}, mode)
}

// Lapses tells on which day a holding ends because the membership it rests on
// was no longer held from sourceEndedOn. It reports false for a holding that
// rests on nothing, was elected, or is over by then, and while the source goes
// on (the zero Date).
func Lapses(h Holding, sourceEndedOn day.Date) (day.Date, bool) {
	if sourceEndedOn.IsZero() || h.Source.IsZero() || !restsOnSource(h.Mode) {
		return day.Date{}, false
	}
	switch h.Status {
	case schema.MembershipStatusProposed, schema.MembershipStatusPublicized,
		schema.MembershipStatusEffective, schema.MembershipStatusSuspended:
	default:
		return day.Date{}, false
	}
	if !h.Held.To.IsZero() && !sourceEndedOn.Before(h.Held.To) {
		return day.Date{}, false
	}
	return day.Latest(sourceEndedOn, h.Held.From), true
}

// Until is the first day on which the holding can no longer be held: the
// earliest of its own end, the end of its term and, if it rests on the source,
// the end of that one. It is the zero Date if nothing bounds it.
func Until(h, source Holding) day.Date {
	until := day.Earliest(h.Held.To, h.Term.To)
	if !restsOnSource(h.Mode) {
		return until
	}
	return day.Earliest(until, ends(source))
}

// ends is the day on which a holding ends by itself.
func ends(h Holding) day.Date { return day.Earliest(h.Held.To, h.Term.To) }
