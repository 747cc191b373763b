package rule

import (
	"slices"

	"sifang/schema/fault"
)

// Alert says from when on something about a vote is unusual enough for somebody to
// look. No law draws such a line: it is what a place agreed on or what is
// customary. What is beyond it proves nothing.
type Alert struct {
	Code AlertCode `json:"code" rule:"required"`
	// Least is how many places the roll has at least: on a small one everything is
	// unusual, and everybody is known.
	Least int `json:"least,omitempty"`
	// Count is how many are still usual, and Share which part of all of them; where
	// both are stated, both are passed before somebody is told. Zero says nothing.
	Count int       `json:"count,omitempty"`
	Share *Fraction `json:"share,omitempty"`
	// Minutes and Days are the time within which they come together.
	Minutes int `json:"minutes,omitempty"`
	Days    int `json:"days,omitempty"`
	// Off turns off what a more general set looks at.
	Off    bool    `json:"off,omitempty"`
	Source *Source `json:"source,omitempty"`
}

// AlertCode is what is looked at.
type AlertCode string

// What is looked at.
const (
	// PapersAtOnce: papers that one person entered within some minutes.
	PapersAtOnce AlertCode = "PAPERS_AT_ONCE"
	// BallotsAtOnce: ballots that came in without paper within some minutes, whoever
	// cast them.
	BallotsAtOnce AlertCode = "BALLOTS_AT_ONCE"
	// SameReaders: papers that the same two persons read.
	SameReaders AlertCode = "SAME_READERS"
	// OneAgent: ballots that one person cast for others.
	OneAgent AlertCode = "ONE_AGENT"
	// LateProxies: authorities entered on the last days of the vote.
	LateProxies AlertCode = "LATE_PROXIES"
	// AreasChanged: exclusive area that was registered, or passed to others, shortly
	// before the roll was frozen.
	AreasChanged AlertCode = "AREAS_CHANGED"
	// DeliveriesAtOnce: papers that one person brought to doors within some minutes.
	DeliveriesAtOnce AlertCode = "DELIVERIES_AT_ONCE"
)

// Values lists every AlertCode.
func (AlertCode) Values() []string {
	return []string{"PAPERS_AT_ONCE", "BALLOTS_AT_ONCE", "SAME_READERS", "ONE_AGENT", "LATE_PROXIES", "AREAS_CHANGED", "DELIVERIES_AT_ONCE"}
}

// The greatest numbers that an alert may state.
const (
	maxAlertCount   = 1_000_000
	maxAlertMinutes = 24 * 60
)

// asks are what each alert has to state beside the size of the roll.
var asks = map[AlertCode]struct{ count, share, minutes, days bool }{
	PapersAtOnce:     {count: true, minutes: true},
	BallotsAtOnce:    {count: true, share: true, minutes: true},
	SameReaders:      {count: true, share: true},
	OneAgent:         {count: true, share: true},
	LateProxies:      {count: true, share: true, days: true},
	AreasChanged:     {share: true, days: true},
	DeliveriesAtOnce: {count: true, minutes: true},
}

// Passed reports whether so many, out of all there are, are beyond the line.
func (a Alert) Passed(got, whole int64) bool {
	return (a.Count == 0 || got > int64(a.Count)) && (a.Share == nil || !a.Share.kept(got, whole))
}

// Alerts are what is looked at, each as the most specific set says, with its
// source, in the order of their codes.
func (c Chain) Alerts() []Alert {
	var all []Alert
	for _, code := range (AlertCode("")).Values() {
		for _, set := range slices.Backward(c) {
			i := slices.IndexFunc(set.Alerts, func(a Alert) bool { return string(a.Code) == code })
			if i < 0 {
				continue
			}
			one := set.Alerts[i]
			if one.Source == nil {
				one.Source = &set.Source
			}
			if !one.Off {
				all = append(all, one)
			}
			break
		}
	}
	return all
}

func (c *checker) alerts(alerts []Alert) {
	seen := map[string]bool{}
	for i, a := range alerts {
		at := []any{"alerts", i}
		c.once(seen, string(a.Code), at)
		if a.Source != nil {
			c.source(*a.Source, step(at, "source"))
		}
		c.within(a.Least, maxAlertCount, step(at, "least"))
		c.within(a.Count, maxAlertCount, step(at, "count"))
		c.within(a.Minutes, maxAlertMinutes, step(at, "minutes"))
		c.within(a.Days, maxPeriodDays, step(at, "days"))
		if a.Share != nil && !a.Share.bounds() {
			c.refuse(step(at, "share"), fault.New(fault.RuleFraction, "num", a.Share.Num, "den", a.Share.Den, "most", maxDen))
		}
		if !a.Off {
			c.stated(a, at)
		}
	}
}

// stated refuses an alert that leaves open what it has to state.
func (c *checker) stated(a Alert, at []any) {
	must := asks[a.Code]
	for _, one := range []struct {
		name    string
		missing bool
	}{
		{"least", a.Least == 0}, {"count", must.count && a.Count == 0}, {"share", must.share && a.Share == nil},
		{"minutes", must.minutes && a.Minutes == 0}, {"days", must.days && a.Days == 0},
	} {
		if one.missing {
			c.refuse(step(at, one.name), fault.New(fault.RuleFieldMissing, "field", one.name))
		}
	}
}
