package force

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
)

// Facts are what is known of a resolution. Periods are half-open, and a zero day
// is one that is not known or not set.
type Facts struct {
	Kind     schema.ResolutionKind
	Adopted  day.Date
	Posted   day.Date
	From, To day.Date // first day in force, and first day no longer in force
	Effects  []Effect
}

// Effect keeps a resolution from holding for a time. STAYED, REVOKED,
// REVOKED_IN_PART and SUPERSEDED say what it is then, and PUBLISHED that its
// condition has not come about.
type Effect struct {
	Status   schema.ResolutionStatus
	From, To day.Date
}

// on reports whether the effect lasts on the day. One that ends where it begins
// never does: what it came from was overturned.
func (e Effect) on(d day.Date) bool {
	return e.From.Compare(d) <= 0 && (e.To.IsZero() || d.Before(e.To))
}

// Suspending are the effects under which nothing of a resolution is in force.
var Suspending = []schema.ResolutionStatus{
	schema.ResolutionStatusPublished, schema.ResolutionStatusStayed,
	schema.ResolutionStatusSuperseded, schema.ResolutionStatusRevoked,
}

// On is where the resolution stood on the day. It reports false before the day
// on which it was adopted.
//
// REVOKED goes before all else, for what was revoked never held; only what was
// over before the day from which it is revoked did. What is over by its own terms
// is EXPIRED, whatever else befell it. STAYED and REVOKED_IN_PART show once it is
// posted, and a stay hides that a part is gone, since nothing is carried out.
func (f Facts) On(d day.Date) (schema.ResolutionStatus, bool) {
	if d.Before(f.Adopted) {
		return "", false
	}
	base := f.byDate(d)
	switch {
	case f.has(d, schema.ResolutionStatusRevoked) && (base != schema.ResolutionStatusExpired || f.has(f.To.AddDays(-1), schema.ResolutionStatusRevoked)):
		return schema.ResolutionStatusRevoked, true
	case base == schema.ResolutionStatusExpired:
		return base, true
	case f.has(d, schema.ResolutionStatusSuperseded):
		return schema.ResolutionStatusSuperseded, true
	case base == schema.ResolutionStatusAdopted:
		return base, true
	case f.has(d, schema.ResolutionStatusStayed):
		return schema.ResolutionStatusStayed, true
	case f.has(d, schema.ResolutionStatusRevokedInPart):
		return schema.ResolutionStatusRevokedInPart, true
	case f.has(d, schema.ResolutionStatusPublished):
		return schema.ResolutionStatusPublished, true
	default:
		return base, true
	}
}

// InForce reports whether the resolution was in force on the day, in whole or in
// part.
func (f Facts) InForce(d day.Date) bool {
	return !d.Before(f.Adopted) && f.byDate(d) == schema.ResolutionStatusInForce &&
		!slices.ContainsFunc(f.Effects, func(e Effect) bool { return slices.Contains(Suspending, e.Status) && e.on(d) })
}

// has reports whether an effect of the status lasts on the day.
func (f Facts) has(d day.Date, status schema.ResolutionStatus) bool {
	return slices.ContainsFunc(f.Effects, func(e Effect) bool { return e.Status == status && e.on(d) })
}

// byDate is where the dates alone put it. Only a decision is ever in force, and
// nothing that was not posted.
func (f Facts) byDate(d day.Date) schema.ResolutionStatus {
	switch {
	case f.Posted.IsZero() || d.Before(f.Posted):
		return schema.ResolutionStatusAdopted
	case f.Kind != schema.ResolutionKindDecision:
		return schema.ResolutionStatusPublished
	case !f.To.IsZero() && f.To.Compare(d) <= 0:
		return schema.ResolutionStatusExpired
	case !f.From.IsZero() && f.From.Compare(d) <= 0:
		return schema.ResolutionStatusInForce
	default:
		return schema.ResolutionStatusPublished
	}
}

// Begins is the first day on which the resolution takes effect, whatever befalls
// it later: once it was posted, its first day has come, and its condition came
// about. It reports false while that is not known, and if it never did because it
// was revoked before.
func (f Facts) Begins() (day.Date, bool) {
	begins := f.From
	if f.Kind != schema.ResolutionKindDecision || f.Posted.IsZero() || begins.IsZero() {
		return day.Date{}, false
	}
	for _, e := range f.Effects {
		switch {
		case e.Status != schema.ResolutionStatusPublished:
		case e.To.IsZero():
			return day.Date{}, false
		default:
			begins = day.Latest(begins, e.To)
		}
	}
	if f.has(begins, schema.ResolutionStatusRevoked) {
		return day.Date{}, false
	}
	return begins, true
}

// Falls is the first day on which it is struck down as a whole by something that
// still stands. It reports false if nothing does.
func (f Facts) Falls() (day.Date, bool) {
	var first day.Date
	for _, e := range f.Effects {
		if e.Status == schema.ResolutionStatusRevoked && e.To.IsZero() && (first.IsZero() || e.From.Before(first)) {
			first = e.From
		}
	}
	return first, !first.IsZero()
}
