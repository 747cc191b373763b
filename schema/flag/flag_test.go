package flag_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema/day"
	"sifang/schema/flag"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

var (
	morning    = time.Date(2026, 6, 10, 1, 0, 0, 0, time.UTC)
	on         = day.Of(morning)
	unverified = rule.Source{Title: "通行做法"}
)

// id is a thing by its number.
func id(n int) ident.ID { return ident.ID{15: byte(n), 14: byte(n >> 8)} }

// lines are those that come with the service.
func lines(t interface{ Fatal(...any) }) []rule.Alert {
	practice, ok := rule.PresetSet("PRACTICE")
	if !ok {
		t.Fatal("no common practice")
	}
	return rule.Chain{practice}.Alerts()
}

// papers are n papers, one every so often, read by the persons 1 and 2.
func papers(n int, every time.Duration) []flag.Paper {
	all := make([]flag.Paper, n)
	for i := range all {
		at := morning.Add(time.Duration(i) * every)
		all[i] = flag.Paper{ID: id(100 + i), First: id(1), Second: id(2), Entered: at, Checked: at.Add(24 * time.Hour)}
	}
	return all
}

// ballots are n ballots, one every so often, and as many over days.
func ballots(n, slow int, every time.Duration) []flag.Ballot {
	var all []flag.Ballot
	for i := range n {
		all = append(all, flag.Ballot{ID: id(1000 + i), At: morning.Add(time.Duration(i) * every)})
	}
	for i := range slow {
		all = append(all, flag.Ballot{ID: id(2000 + i), At: morning.Add(time.Duration(i+1) * time.Hour)})
	}
	return all
}

func casts(agent, n int) []flag.Cast {
	all := make([]flag.Cast, n)
	for i := range all {
		all[i] = flag.Cast{Entry: id(300 + 100*agent + i), Agent: id(agent), Proxy: id(500 + i)}
	}
	return all
}

func proxies(late, early int) []flag.Proxy {
	var all []flag.Proxy
	for i := range late + early {
		one := flag.Proxy{ID: id(500 + i), Granted: on}
		if i >= late {
			one.Granted = on.AddDays(-1)
		}
		all = append(all, one)
	}
	return all
}

func deliveries(n int, every time.Duration) []flag.Delivery {
	all := make([]flag.Delivery, n)
	for i := range all {
		all[i] = flag.Delivery{ID: id(700 + i), By: id(1), At: morning.Add(time.Duration(i) * every)}
	}
	return all
}

func changes(units, days int, registered bool) []flag.Change {
	all := make([]flag.Change, units)
	for i := range all {
		all[i] = flag.Change{Unit: id(900 + i), Area: 100_00, Registered: registered, On: on.AddDays(-days)}
	}
	return all
}

// Each sign is raised beyond its line and not on it.
func TestOf(t *testing.T) {
	second := time.Second
	for _, c := range []struct {
		name  string
		facts flag.Facts
		want  string
	}{
		{"nothing", flag.Facts{}, ""},
		{"ten papers in a minute", flag.Facts{Papers: papers(10, second)}, ""},
		{"eleven papers in a minute, by each of two readers", flag.Facts{Papers: papers(11, second)}, "PAPERS_AT_ONCE 11/11, PAPERS_AT_ONCE 11/11"},
		{"eleven papers over a minute", flag.Facts{Papers: papers(11, 6*second)}, ""},
		{"twenty ballots in a minute", flag.Facts{Ballots: ballots(20, 0, time.Second)}, ""},
		{"twenty-one ballots in a minute", flag.Facts{Ballots: ballots(21, 0, time.Second)}, "BALLOTS_AT_ONCE 21/21"},
		{"twenty-one ballots over a minute", flag.Facts{Ballots: ballots(21, 0, 3*time.Second)}, ""},
		{"a quarter of all in a minute", flag.Facts{Ballots: ballots(25, 75, time.Second)}, ""},
		{"more than a quarter", flag.Facts{Ballots: ballots(26, 75, time.Second)}, "BALLOTS_AT_ONCE 26/101"},
		{"fifty papers of one pair", flag.Facts{Papers: papers(50, time.Hour)}, ""},
		{"fifty-one papers of one pair", flag.Facts{Papers: papers(51, time.Hour)}, "SAME_READERS 51/51"},
		{"fifty-four of sixty, which is nine tenths", flag.Facts{Papers: append(papers(54, time.Hour), others(6)...)}, ""},
		{"fifty-five of sixty", flag.Facts{Papers: append(papers(55, time.Hour), others(5)...)}, "SAME_READERS 55/60"},
		{"an agent of three", flag.Facts{Voted: 10, Cast: casts(1, 3)}, ""},
		{"an agent of four in forty", flag.Facts{Voted: 40, Cast: casts(1, 4)}, ""},
		{"an agent of four in thirty-nine", flag.Facts{Voted: 39, Cast: casts(1, 4)}, "ONE_AGENT 4/39"},
		{"an agent who casts anew", flag.Facts{Voted: 39, Cast: append(casts(1, 3), casts(1, 3)...)}, ""},
		{"two agents", flag.Facts{Voted: 30, Cast: append(casts(1, 4), casts(2, 5)...)}, "ONE_AGENT 4/30, ONE_AGENT 5/30"},
		{"six authorities of twelve on the last day", flag.Facts{Ends: on, Proxies: proxies(6, 6)}, ""},
		{"seven authorities of twelve on the last day", flag.Facts{Ends: on, Proxies: proxies(7, 5)}, "LATE_PROXIES 7/12"},
		{"and no end is known", flag.Facts{Proxies: proxies(7, 5)}, ""},
		{"five authorities, all on the last day", flag.Facts{Ends: on, Proxies: proxies(5, 0)}, ""},
		{"a hundredth of the area", flag.Facts{Area: 10_000_00, Changes: changes(1, 5, false)}, ""},
		{"more than that", flag.Facts{Area: 9_999_00, Changes: changes(1, 30, false)}, "AREAS_CHANGED 10000/999900"},
		{"a day earlier", flag.Facts{Area: 9_999_00, Changes: changes(1, 31, false)}, ""},
		{"newly registered", flag.Facts{Area: 9_999_00, Changes: changes(2, 5, true)}, "AREAS_CHANGED 20000/999900"},
		{"as all are when a register begins", flag.Facts{Area: 1_000_00, Changes: changes(10, 5, true)}, ""},
		{"sixty doors in an hour", flag.Facts{Deliveries: deliveries(60, second)}, ""},
		{"sixty-one doors in an hour", flag.Facts{Deliveries: deliveries(61, second)}, "DELIVERIES_AT_ONCE 61/61"},
		{"sixty-one doors over an hour", flag.Facts{Deliveries: deliveries(61, time.Minute)}, ""},
	} {
		c.facts.Entries, c.facts.Frozen = 20, on
		if got := told(flag.Of(c.facts, lines(t))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		c.facts.Entries = 19
		if got := told(flag.Of(c.facts, lines(t))); got != "" {
			t.Errorf("%s, of a small roll: %q", c.name, got)
		}
	}
}

// others are papers that other pairs read.
func others(n int) []flag.Paper {
	all := papers(n, time.Hour)
	for i := range all {
		all[i].ID, all[i].Second = id(200+i), id(3)
	}
	return all
}

func told(flags []flag.Flag) string {
	var all []string
	for _, f := range flags {
		all = append(all, fmt.Sprintf("%s %d/%d", f.Alert.Code, f.Got, f.Of))
	}
	return strings.Join(all, ", ")
}

// Every sign says in both languages that it may have an ordinary reason, and what
// to look at, without a gap.
func TestSentence(t *testing.T) {
	for _, a := range lines(t) {
		said := flag.Flag{Alert: a, Got: 12, Of: 34}.Sentence()
		for text, reason := range map[string]string{said.Chinese: "可能有正常原因", said.English: "which may have an ordinary reason"} {
			if !strings.Contains(text, reason) || strings.ContainsAny(text, "{}") || !strings.Contains(text, "12") {
				t.Errorf("%s: %q", a.Code, text)
			}
		}
		if a.Source.Verified() {
			t.Errorf("%s claims to rest on a text of law", a.Code)
		}
	}
}

// What one person does within a time raises a sign all the more if they do more in
// it, and none about a roll that is too small.
func TestMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		moments := rapid.SliceOfN(rapid.IntRange(0, 600), 0, 40).Draw(t, "seconds")
		more := rapid.SliceOfN(rapid.IntRange(0, 600), 0, 10).Draw(t, "more")
		alert := rule.Alert{Code: rule.DeliveriesAtOnce, Least: 5, Count: rapid.IntRange(1, 10).Draw(t, "count"), Minutes: 2, Source: &unverified}
		some, all := flag.Facts{Entries: 5}, flag.Facts{Entries: 5}
		for i, at := range append(moments, more...) {
			d := flag.Delivery{ID: id(i), By: id(1), At: morning.Add(time.Duration(at) * time.Second)}
			if i < len(moments) {
				some.Deliveries = append(some.Deliveries, d)
			}
			all.Deliveries = append(all.Deliveries, d)
		}
		before, after := flag.Of(some, []rule.Alert{alert}), flag.Of(all, []rule.Alert{alert})
		if len(before) > len(after) || len(before) == 1 && before[0].Got > after[0].Got {
			t.Fatalf("%s became %s", told(before), told(after))
		}
		all.Entries = 4
		if small := flag.Of(all, []rule.Alert{alert}); len(small) > 0 {
			t.Fatalf("a small roll: %s", told(small))
		}
	})
}
