package command

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// deciding are the outcomes that decide a challenge one way or the other, and
// that a later ruling may overturn.
var deciding = []schema.RulingOutcome{
	schema.RulingOutcomeDismissed, schema.RulingOutcomeRevoked, schema.RulingOutcomeRevokedInPart,
}

// strikes reports whether a ruling strikes the resolution down, as a whole or in
// part.
func strikes(outcome schema.RulingOutcome) bool {
	return outcome == schema.RulingOutcomeRevoked || outcome == schema.RulingOutcomeRevokedInPart
}

// open refuses a ruling on a challenge that is over, unless it overturns an
// earlier one.
func (r ruling) open() *fault.Fault {
	switch {
	case r.challenge.Status == schema.ChallengeStatusPending,
		r.challenge.Status == schema.ChallengeStatusDecided && r.overturned != nil,
		r.Outcome == schema.RulingOutcomeOverturned && r.overturned == nil: // refused for that
		return nil
	}
	return fault.New(fault.AlreadyRuled, "state", r.challenge.Status).At("challengeId")
}

// overturns checks that the ruling names another one where it overturns it, and
// only there: one on the same challenge that decided it and still stands.
func (r ruling) overturns() *fault.Fault {
	needed := r.Outcome == schema.RulingOutcomeOverturned
	switch {
	case r.overturned == nil && needed:
		return fault.New(fault.FieldNeeded, "kind", r.Outcome, "field", "overturnsId").At("overturnsId")
	case r.overturned == nil:
		return nil
	case !needed && !slices.Contains(deciding, r.Outcome):
		return fault.New(fault.FieldUnused, "kind", r.Outcome, "field", "overturnsId").At("overturnsId")
	case r.overturned.ChallengeID != r.challenge.ID, !slices.Contains(deciding, r.overturned.Outcome), r.past,
		needed && !strikes(r.overturned.Outcome):
		return fault.New(fault.NotOverturnable).At("overturnsId")
	default:
		return nil
	}
}

// dated checks from when the ruling shows: not before the resolution was adopted,
// and only where it shows at all.
func (r ruling) dated() *fault.Fault {
	switch {
	case r.EffectFrom == nil:
		return nil
	case r.Outcome == schema.RulingOutcomeDismissed, r.Outcome == schema.RulingOutcomeWithdrawn:
		return fault.New(fault.FieldUnused, "kind", r.Outcome, "field", "effectFrom").At("effectFrom")
	default:
		return between(*r.EffectFrom, day.Of(r.resolution.AdoptedAt), day.Date{}, "effectFrom")
	}
}

// lifts refuses to lift what does not last.
func (r ruling) lifts() *fault.Fault {
	if r.Outcome != schema.RulingOutcomeStayLifted || len(r.stays) > 0 {
		return nil
	}
	return fault.New(fault.NothingStayed).At("challengeId")
}
