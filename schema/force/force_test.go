package force_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/force"
)

func date(t interface{ Fatal(...any) }, text string) day.Date {
	if text == "" {
		return day.Date{}
	}
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const (
	posted     = schema.ResolutionStatusPublished
	inForce    = schema.ResolutionStatusInForce
	stayed     = schema.ResolutionStatusStayed
	superseded = schema.ResolutionStatusSuperseded
	revoked    = schema.ResolutionStatusRevoked
	inPart     = schema.ResolutionStatusRevokedInPart
	expired    = schema.ResolutionStatusExpired
	adopted    = schema.ResolutionStatusAdopted
)

// What was adopted on 1 June 2026, posted on 2 June for seven days, is in force
// from 10 June until the end of the year.
func TestOn(t *testing.T) {
	type effect struct {
		status   schema.ResolutionStatus
		from, to string
	}
	for _, c := range []struct {
		name    string
		on      string
		effects []effect
		want    schema.ResolutionStatus
		inForce bool
	}{
		{"before it was adopted", "2026-05-31", nil, "", false},
		{"on the day of its adoption", "2026-06-01", nil, adopted, false},
		{"when it was posted", "2026-06-02", nil, posted, false},
		{"the last day before its first", "2026-06-09", nil, posted, false},
		{"its first day", "2026-06-10", nil, inForce, true},
		{"its last day", "2026-12-31", nil, inForce, true},
		{"the day after", "2027-01-01", nil, expired, false},
		{"revoked from its first day", "2026-06-10", []effect{{revoked, "2026-06-01", ""}}, revoked, false},
		{"revoked, and its time is over", "2027-01-01", []effect{{revoked, "2026-06-01", ""}}, revoked, false},
		{"revoked from the day on which it was over", "2027-01-01", []effect{{revoked, "2027-01-01", ""}}, expired, false},
		{"its time is over, and the revocation overturned from then", "2027-01-01", []effect{{revoked, "2026-06-01", "2027-01-01"}}, expired, false},
		{"before the day from which it was revoked", "2026-08-14", []effect{{revoked, "2026-08-15", ""}}, inForce, true},
		{"from that day", "2026-08-15", []effect{{revoked, "2026-08-15", ""}}, revoked, false},
		{"revoked, and that overturned", "2026-08-15", []effect{{revoked, "2026-06-01", "2026-06-01"}}, inForce, true},
		{"revoked until it was overturned from a day", "2026-08-15", []effect{{revoked, "2026-06-01", "2026-08-15"}}, inForce, true},
		{"stayed", "2026-07-01", []effect{{stayed, "2026-07-01", ""}}, stayed, false},
		{"no longer stayed", "2026-08-01", []effect{{stayed, "2026-07-01", "2026-08-01"}}, inForce, true},
		{"one of two stays is over", "2026-08-01", []effect{{stayed, "2026-07-01", "2026-08-01"}, {stayed, "2026-07-15", ""}}, stayed, false},
		{"stayed before it was posted", "2026-06-01", []effect{{stayed, "2026-06-01", ""}}, adopted, false},
		{"revoked in part", "2026-07-01", []effect{{inPart, "2026-06-01", ""}}, inPart, true},
		{"in part, before its first day", "2026-06-05", []effect{{inPart, "2026-06-01", ""}}, inPart, false},
		{"in part, and the rest stayed", "2026-07-01", []effect{{inPart, "2026-06-01", ""}, {stayed, "2026-07-01", ""}}, stayed, false},
		{"in part, and then as a whole", "2026-07-01", []effect{{inPart, "2026-06-01", ""}, {revoked, "2026-06-01", ""}}, revoked, false},
		{"replaced", "2026-09-01", []effect{{superseded, "2026-09-01", ""}}, superseded, false},
		{"replaced, and its time is over", "2027-01-01", []effect{{superseded, "2026-09-01", ""}}, expired, false},
		{"its condition is open", "2026-06-10", []effect{{posted, "2026-06-01", ""}}, posted, false},
		{"its condition came about", "2026-07-01", []effect{{posted, "2026-06-01", "2026-07-01"}}, inForce, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := force.Facts{
				Kind: schema.ResolutionKindDecision, Adopted: date(t, "2026-06-01"), Posted: date(t, "2026-06-02"),
				From: date(t, "2026-06-10"), To: date(t, "2027-01-01"),
			}
			for _, e := range c.effects {
				f.Effects = append(f.Effects, force.Effect{Status: e.status, From: date(t, e.from), To: date(t, e.to)})
			}
			got, _ := f.On(date(t, c.on))
			if got != c.want || f.InForce(date(t, c.on)) != c.inForce {
				t.Errorf("%s, in force: %v; want %s, %v", got, f.InForce(date(t, c.on)), c.want, c.inForce)
			}
		})
	}
}

// What does not decide is posted, and never in force; what was not posted is
// neither.
func TestOnlyWhatDecidesAndIsPosted(t *testing.T) {
	f := force.Facts{Kind: schema.ResolutionKindRecommendation, Adopted: date(t, "2026-06-01"), Posted: date(t, "2026-06-02")}
	if got, _ := f.On(date(t, "2030-01-01")); got != posted || f.InForce(date(t, "2030-01-01")) {
		t.Errorf("a recommendation is %s", got)
	}
	f = force.Facts{Kind: schema.ResolutionKindDecision, Adopted: date(t, "2026-06-01"), From: date(t, "2026-06-10")}
	if got, _ := f.On(date(t, "2026-07-01")); got != adopted || f.InForce(date(t, "2026-07-01")) {
		t.Errorf("what was never posted is %s", got)
	}
}

func TestBeginsAndFalls(t *testing.T) {
	for _, c := range []struct {
		name          string
		effects       []force.Effect
		begins, falls string
	}{
		{"nothing befell it", nil, "2026-06-10", ""},
		{"its condition is open", []force.Effect{{Status: posted, From: date(t, "2026-06-01")}}, "", ""},
		{"it came about later", []force.Effect{{Status: posted, From: date(t, "2026-06-01"), To: date(t, "2026-07-01")}}, "2026-07-01", ""},
		{"it came about before", []force.Effect{{Status: posted, From: date(t, "2026-06-01"), To: date(t, "2026-06-03")}}, "2026-06-10", ""},
		{"it never held", []force.Effect{{Status: revoked, From: date(t, "2026-06-01")}}, "", "2026-06-01"},
		{"it held for a while", []force.Effect{{Status: revoked, From: date(t, "2026-08-01")}}, "2026-06-10", "2026-08-01"},
		{"and holds again", []force.Effect{{Status: revoked, From: date(t, "2026-06-01"), To: date(t, "2026-06-01")}}, "2026-06-10", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := force.Facts{
				Kind: schema.ResolutionKindDecision, Adopted: date(t, "2026-06-01"), Posted: date(t, "2026-06-02"),
				From: date(t, "2026-06-10"), Effects: c.effects,
			}
			begins, _ := f.Begins()
			falls, _ := f.Falls()
			if begins.String() != c.begins || falls.String() != c.falls {
				t.Errorf("begins %s, falls %s; want %s, %s", begins, falls, c.begins, c.falls)
			}
		})
	}
}

// anything draws a posted decision with whatever befell it.
func anything(t *rapid.T) force.Facts {
	start := date(t, "2026-01-01")
	at := func(label string) day.Date { return start.AddDays(rapid.IntRange(0, 200).Draw(t, label)) }
	f := force.Facts{Kind: schema.ResolutionKindDecision, Adopted: start, Posted: at("posted")}
	f.From = f.Posted.AddDays(rapid.IntRange(1, 30).Draw(t, "from"))
	statuses := append(slices.Clone(force.Suspending), inPart)
	for range rapid.IntRange(0, 5).Draw(t, "effects") {
		e := force.Effect{Status: rapid.SampledFrom(statuses).Draw(t, "status"), From: at("begins")}
		if rapid.Bool().Draw(t, "ends") {
			e.To = e.From.AddDays(rapid.IntRange(0, 60).Draw(t, "length"))
		}
		f.Effects = append(f.Effects, e)
	}
	return f
}

// The order in which effects were entered says nothing; what ended where it
// began, nothing either; and one more effect never brings a resolution into force.
func TestEffectsOnlyTakeAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anything(t)
		d := f.Adopted.AddDays(rapid.IntRange(0, 300).Draw(t, "day"))
		status, known := f.On(d)
		if !known {
			t.Fatal("not known after it was adopted")
		}
		holds := f.InForce(d)
		if status == inForce && !holds || holds && status != inForce && status != inPart {
			t.Fatalf("%s, in force: %v", status, holds)
		}
		turned := f
		turned.Effects = slices.Clone(f.Effects)
		slices.Reverse(turned.Effects)
		turned.Effects = append(turned.Effects, force.Effect{Status: revoked, From: f.Adopted, To: f.Adopted})
		if again, _ := turned.On(d); again != status || turned.InForce(d) != f.InForce(d) {
			t.Fatalf("%s in one order, %s in the other", status, again)
		}
		more := f
		more.Effects = append(slices.Clone(f.Effects), anything(t).Effects...)
		if more.InForce(d) && !f.InForce(d) {
			t.Fatal("one more effect brought it into force")
		}
	})
}
