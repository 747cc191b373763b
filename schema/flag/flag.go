package flag

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Flag is a sign that somebody should look.
type Flag struct {
	Alert rule.Alert
	// Got is how many, Of of how many; of area in 0.01 m².
	Got, Of int64
	// Persons are those it is about, and Evidence what is to be looked at.
	Persons, Evidence []ident.ID
}

// finders look for what each alert is about. None needs to know whether the line
// is passed.
var finders = map[rule.AlertCode]func(Facts, rule.Alert) []Flag{
	rule.PapersAtOnce:     papersAtOnce,
	rule.BallotsAtOnce:    ballotsAtOnce,
	rule.SameReaders:      sameReaders,
	rule.OneAgent:         oneAgent,
	rule.LateProxies:      lateProxies,
	rule.AreasChanged:     areasChanged,
	rule.DeliveriesAtOnce: deliveriesAtOnce,
}

// Of are the signs in some facts, by the lines that the rules draw, in the order
// of these. There is none about a roll smaller than an alert asks for.
func Of(f Facts, alerts []rule.Alert) []Flag {
	var all []Flag
	for _, a := range alerts {
		find, known := finders[a.Code]
		if !known || f.Entries < a.Least {
			continue
		}
		for _, one := range find(f, a) {
			if a.Passed(one.Got, one.Of) {
				one.Alert = a
				all = append(all, one)
			}
		}
	}
	return all
}

// stamp is when somebody did something about a thing.
type stamp struct {
	id, by ident.ID
	at     time.Time
}

func inTime(a, b stamp) int { return a.at.Compare(b.at) }

// bursts finds for each person the most that they did within so many minutes.
func bursts(stamps []stamp, minutes int, of int64) []Flag {
	slices.SortStableFunc(stamps, inTime)
	by := map[ident.ID][]stamp{}
	var persons []ident.ID
	for _, s := range stamps {
		if s.by.IsZero() || s.at.IsZero() {
			continue
		}
		if by[s.by] == nil {
			persons = append(persons, s.by)
		}
		by[s.by] = append(by[s.by], s)
	}
	slices.SortFunc(persons, inOrder)
	var all []Flag
	for _, person := range persons {
		some := densest(by[person], time.Duration(minutes)*time.Minute)
		one := Flag{Got: int64(len(some)), Of: of, Persons: []ident.ID{person}}
		for _, s := range some {
			one.Evidence = append(one.Evidence, s.id)
		}
		all = append(all, one)
	}
	return all
}

// densest are the most of some stamps, in their order, that lie less than so long
// apart.
func densest(stamps []stamp, within time.Duration) []stamp {
	var best []stamp
	first := 0
	for last := range stamps {
		for stamps[last].at.Sub(stamps[first].at) >= within {
			first++
		}
		if some := stamps[first : last+1]; len(some) > len(best) {
			best = some
		}
	}
	return best
}

// papersAtOnce looks at each reader by themselves, and at the first and the second
// reading alike.
func papersAtOnce(f Facts, a rule.Alert) []Flag {
	var stamps []stamp
	for _, p := range f.Papers {
		stamps = append(stamps, stamp{p.ID, p.First, p.Entered}, stamp{p.ID, p.Second, p.Checked})
	}
	return bursts(stamps, a.Minutes, int64(len(f.Papers)))
}

// ballotsAtOnce looks at all that came in without paper, whoever cast them: a town
// may well vote on one evening, but hardly in one minute.
func ballotsAtOnce(f Facts, a rule.Alert) []Flag {
	stamps := make([]stamp, len(f.Ballots))
	for i, b := range f.Ballots {
		stamps[i] = stamp{id: b.ID, at: b.At}
	}
	slices.SortStableFunc(stamps, inTime)
	one := Flag{Of: int64(len(stamps))}
	for _, s := range densest(stamps, time.Duration(a.Minutes)*time.Minute) {
		one.Got++
		one.Evidence = append(one.Evidence, s.id)
	}
	return []Flag{one}
}

func deliveriesAtOnce(f Facts, a rule.Alert) []Flag {
	stamps := make([]stamp, len(f.Deliveries))
	for i, d := range f.Deliveries {
		stamps[i] = stamp{d.ID, d.By, d.At}
	}
	return bursts(stamps, a.Minutes, int64(len(f.Deliveries)))
}

// sameReaders looks at each pair of readers, whoever of them read first, among the
// papers that were read twice.
func sameReaders(f Facts, _ rule.Alert) []Flag {
	pairs := map[[2]ident.ID]*Flag{}
	read := int64(0)
	for _, p := range f.Papers {
		if p.First.IsZero() || p.Second.IsZero() {
			continue
		}
		read++
		pair := [2]ident.ID{p.First, p.Second}
		if inOrder(pair[0], pair[1]) > 0 {
			pair[0], pair[1] = pair[1], pair[0]
		}
		if pairs[pair] == nil {
			pairs[pair] = &Flag{Persons: pair[:]}
		}
		pairs[pair].Got++
		pairs[pair].Evidence = append(pairs[pair].Evidence, p.ID)
	}
	return sorted(pairs, read)
}

// oneAgent counts for each agent the places under which they voted for others, out
// of all under which somebody voted.
func oneAgent(f Facts, _ rule.Alert) []Flag {
	agents, seen := map[ident.ID]*Flag{}, map[[2]ident.ID]bool{}
	for _, c := range f.Cast {
		if seen[[2]ident.ID{c.Agent, c.Entry}] {
			continue
		}
		seen[[2]ident.ID{c.Agent, c.Entry}] = true
		if agents[c.Agent] == nil {
			agents[c.Agent] = &Flag{Persons: []ident.ID{c.Agent}}
		}
		one := agents[c.Agent]
		one.Got++
		if !c.Proxy.IsZero() && !slices.Contains(one.Evidence, c.Proxy) {
			one.Evidence = append(one.Evidence, c.Proxy)
		}
	}
	return sorted(agents, int64(f.Voted))
}

// lateProxies counts the authorities entered on the last days. While the end is not
// known no day is the last.
func lateProxies(f Facts, a rule.Alert) []Flag {
	if f.Ends.IsZero() {
		return nil
	}
	one := Flag{Of: int64(len(f.Proxies))}
	from := f.Ends.AddDays(1 - a.Days)
	for _, p := range f.Proxies {
		if !p.Granted.Before(from) {
			one.Got++
			one.Evidence = append(one.Evidence, p.ID)
		}
	}
	return []Flag{one}
}

// areasChanged sums up the units that were entered in the register, or passed to
// another owner, in the days up to the day on which the roll was frozen. That all
// were entered then is how a register begins.
func areasChanged(f Facts, a rule.Alert) []Flag {
	from := f.Frozen.AddDays(-a.Days)
	entered, passed := Flag{Of: int64(f.Area)}, Flag{Of: int64(f.Area)}
	counted := map[ident.ID]bool{}
	for _, c := range f.Changes {
		if c.On.Before(from) || c.On.After(f.Frozen) || counted[c.Unit] {
			continue
		}
		one := &passed
		if c.Registered {
			one = &entered
		}
		counted[c.Unit] = true
		one.Got += int64(c.Area)
		one.Evidence = append(one.Evidence, c.Unit)
	}
	if entered.Got < int64(f.Area) {
		passed.Got, passed.Evidence = passed.Got+entered.Got, append(entered.Evidence, passed.Evidence...)
	}
	return []Flag{passed}
}

// sorted are flags in the order of the persons they are about.
func sorted[K comparable](flags map[K]*Flag, of int64) []Flag {
	all := make([]Flag, 0, len(flags))
	for _, one := range flags {
		one.Of = of
		all = append(all, *one)
	}
	slices.SortFunc(all, func(a, b Flag) int { return slices.CompareFunc(a.Persons, b.Persons, inOrder) })
	return all
}

func inOrder(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// Sentence says what was found, that it may have an ordinary reason, and what to
// look at.
func (f Flag) Sentence() fault.Words {
	says := sentences[f.Alert.Code]
	fill := strings.NewReplacer("{got}", f.amount(f.Got), "{of}", f.amount(f.Of),
		"{minutes}", strconv.Itoa(f.Alert.Minutes), "{days}", strconv.Itoa(f.Alert.Days))
	return fault.Words{Chinese: fill.Replace(says.Chinese), English: fill.Replace(says.English)}
}

// amount is a number, and of area one with two decimals.
func (f Flag) amount(n int64) string {
	if f.Alert.Code != rule.AreasChanged {
		return strconv.FormatInt(n, 10)
	}
	return schema.FloorArea(n).String()
}
