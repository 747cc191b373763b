package seat

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Ending says how a ground ends a post. Where no rule says anything, a post ends
// on the day on which its ground arises.
type Ending struct {
	Head
	For    Place            `json:"for,omitzero"`
	Reason schema.EndReason `json:"reason,omitempty"`
	Way    Way              `json:"way,omitempty"`
	// DecidedBy are the meetings that decide, for BY_DECISION.
	DecidedBy []schema.MeetingKind `json:"decidedBy,omitempty"`
	// Notice is how long the post is held on, for AFTER_NOTICE.
	Notice day.Period `json:"notice,omitzero"`
}

// Way is how a ground ends a post.
type Way string

// The ways.
const (
	// AtOnce: on the day on which the ground arises.
	AtOnce Way = "AT_ONCE"
	// ByDecision: only when a meeting decides or accepts it.
	ByDecision Way = "BY_DECISION"
	// AfterNotice: some time after notice was given.
	AfterNotice Way = "AFTER_NOTICE"
)

// Values lists every Way.
func (Way) Values() []string { return []string{"AT_ONCE", "BY_DECISION", "AFTER_NOTICE"} }

func (e Ending) check(f *findings) {
	f.place(e.For, "for")
	words(f, []schema.EndReason{e.Reason}, "reason")
	words(f, []Way{e.Way}, "way")
	words(f, e.DecidedBy, "decidedBy")
	switch e.Way {
	case ByDecision:
		f.some(len(e.DecidedBy), "decidedBy")
	case AfterNotice:
		f.length(e.Notice, "notice")
	}
}

// EndingOf is the rule about how the ground ends a post of this category in an
// organization of this kind. It reports false if there is none.
func EndingOf(rules Rules, kind schema.OrganizationKind, post schema.PostCategory, reason schema.EndReason) (Ending, bool) {
	place := Holding{Organization: Organization{Kind: kind}, Post: Post{Category: post}}
	for _, rule := range inForce(rules.Ending) {
		if rule.Reason == reason && rule.For.matches(place) {
			return rule, true
		}
	}
	return Ending{}, false
}

// Until is the first day on which the post is no longer held, of which notice was
// given on a day: at once, or after the time that the rule sets (Civil Code art.
// 201, 202: the day of notice is not counted). What a decision ends has none.
func (e Ending) Until(noticed day.Date) day.Date {
	switch e.Way {
	case ByDecision:
		return day.Date{}
	case AfterNotice:
		return day.PeriodEnd(noticed, e.Notice, day.Calendar{}).AddDays(1)
	default:
		return noticed
	}
}

// NeedsDecision refuses, with DECISION_NEEDED, to end a post without the decision
// that the rule asks for.
func (e Ending) NeedsDecision() *fault.Fault {
	return e.refuse(fault.DecisionNeeded, "meetings", slices.Clone(e.DecidedBy))
}
