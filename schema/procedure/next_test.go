package procedure_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/procedure"
)

func on(month time.Month, n int) day.Date {
	d, _ := day.New(2026, month, n)
	return d
}

func preset(t interface{ Fatalf(string, ...any) }, code string) procedure.Procedure {
	p, ok := procedure.Preset(code)
	if !ok {
		t.Fatalf("no preset %s", code)
	}
	return p
}

func done(codes ...string) []procedure.Done {
	var all []procedure.Done
	for i, code := range codes {
		all = append(all, procedure.Done{Step: code, On: on(6, 1+i)})
	}
	return all
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		procedure string
		done      []string
		next      string
	}{
		{"FOUR_MEETINGS_COMMUNITY", nil, "PARTY_PROPOSAL"},
		{"FOUR_MEETINGS_COMMUNITY", []string{"PARTY_PROPOSAL"}, "COMMITTEES_DISCUSS"},
		{"FOUR_MEETINGS_COMMUNITY", []string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS"}, "PARTY_MEETING"},
		{"FOUR_MEETINGS_VILLAGE", []string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS", "PARTY_MEETING"}, "REPRESENTATIVES_DECIDE"},
		// A consultation may come before the representatives meet, or not.
		{"REPRESENTATIVES_MEETING", nil, "PARTY_DISCUSSION CONSULTATION"},
		{"REPRESENTATIVES_MEETING", []string{"PARTY_DISCUSSION"}, "CONSULTATION DECISION"},
		{"REPRESENTATIVES_MEETING", []string{"CONSULTATION"}, "PARTY_DISCUSSION"},
		{"REPRESENTATIVES_MEETING", []string{"PARTY_DISCUSSION", "DECISION"}, "DISCLOSURE"},
		// Two things at once.
		{"OWNERS_COMMITTEE_ELECTION", []string{"PREPARATORY_GROUP"}, "DOCUMENTS CANDIDATES"},
		{"TERM_RENEWAL", []string{"RENEWAL_GROUP", "CANDIDATES", "ELECTION"}, "RESULT HANDOVER"},
		{"REPRESENTATIVES_MEETING", []string{"PARTY_DISCUSSION", "DECISION", "DISCLOSURE"}, ""},
	} {
		p := preset(t, c.procedure)
		var next []string
		for _, s := range p.Next(done(c.done...), procedure.Facts{Started: on(6, 1), Today: on(6, 1)}) {
			next = append(next, s.Step.Code)
		}
		if got := strings.Join(next, " "); got != c.next {
			t.Errorf("%s after %v: %q, want %q", c.procedure, c.done, got, c.next)
		}
		if p.Completed(done(c.done...)) != (c.next == "") {
			t.Errorf("%s after %v: completed %v", c.procedure, c.done, c.next != "")
		}
	}
}

func TestTake(t *testing.T) {
	for _, c := range []struct {
		name        string
		take, taken []string
		code        fault.Code
		text        string
	}{
		{"the first", []string{"PARTY_PROPOSAL"}, nil, "", ""},
		// The representatives may not decide before the Party members have.
		{
			"the fourth before the third", []string{"REPRESENTATIVES_DECIDE"}, []string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS"}, fault.StepNotDue,
			"The step “The residents' representatives decide” is not due yet: “The Party members deliberate” has to be done first.",
		},
		{
			"the third at once", []string{"PARTY_MEETING"}, nil, fault.StepNotDue,
			"The step “The Party members deliberate” is not due yet: “The Party organization proposes”, “The Party organization and the residents' committee discuss” has to be done first.",
		},
		{"the first two at once", []string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS"}, nil, "", ""},
		{"in the other order", []string{"COMMITTEES_DISCUSS", "PARTY_PROPOSAL"}, nil, "", ""},
		{
			"the next two at once", []string{"COMMITTEES_DISCUSS", "PARTY_MEETING"}, []string{"PARTY_PROPOSAL"}, fault.StepsNotMergeable,
			"The procedure does not let the step “The Party organization and the residents' committee discuss” be taken at once with the others named.",
		},
		{"one of them twice", []string{"PARTY_PROPOSAL", "PARTY_PROPOSAL"}, nil, fault.ListedTwice, ""},
		{"again", []string{"PARTY_PROPOSAL"}, []string{"PARTY_PROPOSAL"}, fault.StepDone, ""},
		{"a step of another procedure", []string{"HANDOVER"}, nil, fault.StepUnknown, ""},
	} {
		refused := preset(t, "FOUR_MEETINGS_COMMUNITY").Take(c.take, done(c.taken...))
		switch {
		case refused == nil && c.code != "", refused != nil && refused.Code != c.code:
			t.Errorf("%s: %v, want %q", c.name, refused, c.code)
		case c.text != "" && refused.Text(fault.English) != c.text:
			t.Errorf("%s: %s", c.name, refused.Text(fault.English))
		}
	}
	if refused := preset(t, "REPRESENTATIVES_MEETING").Take([]string{"CONSULTATION"}, done("PARTY_DISCUSSION", "DECISION")); refused == nil || refused.Code != fault.StepDone {
		t.Errorf("what was left out was taken later: %v", refused)
	}
}

// A matter is tabled only where its turn has come.
func TestAdmits(t *testing.T) {
	first := []string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS"}
	for _, c := range []struct {
		name  string
		kind  schema.MeetingKind
		of    schema.OrganizationKind
		taken []string
		code  fault.Code
	}{
		{"the branch proposes", schema.MeetingKindPartyBranch, schema.OrganizationKindPartyBranch, nil, ""},
		{"the two committees meet at once", schema.MeetingKindCommittee, schema.OrganizationKindResidentsCommittee, nil, ""},
		{"the representatives meet first", schema.MeetingKindRepresentatives, schema.OrganizationKindRepresentativesMeeting, nil, fault.StepNotDue},
		{"before the members", schema.MeetingKindRepresentatives, schema.OrganizationKindRepresentativesMeeting, first, fault.StepNotDue},
		{"after the members", schema.MeetingKindRepresentatives, schema.OrganizationKindRepresentativesMeeting, append(first, "PARTY_MEETING"), ""},
		{"once more", schema.MeetingKindPartyBranch, schema.OrganizationKindPartyBranch, append(first, "PARTY_MEETING"), ""},
		{"a meeting that is no part of it", schema.MeetingKindCommittee, schema.OrganizationKindOwnersCommittee, nil, ""},
	} {
		refused := preset(t, "FOUR_MEETINGS_COMMUNITY").Admits(c.kind, c.of, done(c.taken...))
		if refused == nil && c.code != "" || refused != nil && refused.Code != c.code {
			t.Errorf("%s: %v", c.name, refused)
		}
	}
}

// Deadlines as the articles give them, the day of the event not counted (Civil
// Code art. 201), and a last day on a day of rest moved (art. 203).
func TestUntil(t *testing.T) {
	rest := day.Calendar{Weekends: true}
	for _, c := range []struct {
		procedure, step string
		taken           []procedure.Done
		until           string
		today           day.Date
		overdue         bool
	}{
		// Property Management Regulation art. 16: 30 days from 1 June are over on 1 July.
		{"TERM_RENEWAL", "FILING", []procedure.Done{{"ELECTION", on(6, 1)}}, "2026-07-01", on(7, 1), false},
		{"TERM_RENEWAL", "FILING", []procedure.Done{{"ELECTION", on(6, 1)}}, "2026-07-01", on(7, 2), true},
		// 30 days from 4 June end on Saturday 4 July, and so on Monday 6 July.
		{"TERM_RENEWAL", "FILING", []procedure.Done{{"ELECTION", on(6, 4)}}, "2026-07-06", on(7, 6), false},
		// Beijing art. 42: seven days from Monday 1 June.
		{"OWNERS_COMMITTEE_ELECTION_BEIJING", "FIRST_MEETING", []procedure.Done{{"ELECTION", on(6, 1)}}, "2026-06-08", on(6, 9), true},
		// Sixty days from 1 June: Friday 31 July.
		{"OWNERS_COMMITTEE_ELECTION_BEIJING", "ELECTION", []procedure.Done{{"PREPARATORY_GROUP", on(6, 1)}}, "2026-07-31", on(7, 31), false},
		// The same day (Residents' Committee Organic Law art. 19).
		{"RESIDENTS_COMMITTEE_ELECTION", "RESULT", []procedure.Done{{"ELECTION", on(6, 1)}}, "2026-06-01", on(6, 2), true},
		// Art. 25: ten days from 1 June are over on Thursday 11 June.
		{"RESIDENTS_COMMITTEE_ELECTION", "HANDOVER", []procedure.Done{{"ELECTION", on(6, 1)}}, "2026-06-11", on(6, 11), false},
		// Nothing to count from, nothing to count, and nothing overdue that is done.
		{"TERM_RENEWAL", "FILING", nil, "", on(12, 1), false},
		{"FOUR_MEETINGS_VILLAGE", "PARTY_MEETING", nil, "", on(12, 1), false},
		{"TERM_RENEWAL", "FILING", []procedure.Done{{"ELECTION", on(6, 1)}, {"FILING", on(9, 1)}}, "2026-07-01", on(9, 2), false},
	} {
		all := preset(t, c.procedure).Progress(c.taken, procedure.Facts{Started: on(6, 1), Today: c.today, Rest: rest})
		i := slices.IndexFunc(all, func(s procedure.Standing) bool { return s.Step.Code == c.step })
		got := ""
		if !all[i].Until.IsZero() {
			got = all[i].Until.String()
		}
		if got != c.until || all[i].Overdue != c.overdue {
			t.Errorf("%s of %s on %s: until %q, overdue %v", c.step, c.procedure, c.today, got, all[i].Overdue)
		}
	}
}

// No order in which people try to take steps ever skips one, steps taken at once
// count as done together, and until all is done something is due.
func TestNothingIsEverSkipped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := preset(t, rapid.SampledFrom(procedure.Codes()).Draw(t, "procedure"))
		var taken []procedure.Done
		for i := range 60 {
			try := rapid.SliceOfNDistinct(rapid.SampledFrom(p.Codes()), 1, 2, rapid.ID).Draw(t, "steps")
			if p.Take(try, taken) != nil {
				continue
			}
			for _, code := range try {
				s, _ := p.Step(code)
				for _, before := range s.After {
					b, _ := p.Step(before)
					if !b.Optional && !slices.Contains(try, before) && !slices.ContainsFunc(taken, func(d procedure.Done) bool { return d.Step == before }) {
						t.Fatalf("%s was taken before %s", code, before)
					}
				}
			}
			for _, code := range try {
				taken = append(taken, procedure.Done{Step: code, On: on(6, 1).AddDays(i)})
			}
		}
		f := procedure.Facts{Started: on(6, 1), Today: on(6, 1)}
		if next := p.Next(taken, f); len(next) == 0 && !p.Completed(taken) {
			t.Fatalf("after %v nothing is due, and it is not completed", taken)
		}
		for _, one := range p.Progress(taken, f) {
			if (one.State == schema.StepStateBlocked) != (len(one.Missing) > 0) {
				t.Fatalf("%s is %s and waits for %d", one.Step.Code, one.State, len(one.Missing))
			}
		}
	})
}

// Whoever always takes what is due first comes to the end.
func TestEveryProcedureEnds(t *testing.T) {
	for _, p := range procedure.Presets() {
		var taken []procedure.Done
		for range p.Steps {
			next := p.Next(taken, procedure.Facts{})
			if len(next) == 0 {
				break
			}
			if refused := p.Take([]string{next[0].Step.Code}, taken); refused != nil {
				t.Fatalf("%s: %v", p.Code, refused)
			}
			taken = append(taken, procedure.Done{Step: next[0].Step.Code})
		}
		if !p.Completed(taken) {
			t.Errorf("%s came no further than %v", p.Code, taken)
		}
	}
}

func TestHeads(t *testing.T) {
	heads := preset(t, "FOUR_MEETINGS_COMMUNITY").Heads([]string{"PARTY_PROPOSAL", "COMMITTEES_DISCUSS"})
	if len(heads) != 2 || !slices.Contains(heads[0], schema.OrganizationKindPartyBranch) ||
		!slices.Equal(heads[1], []schema.OrganizationKind{schema.OrganizationKindResidentsCommittee}) {
		t.Errorf("heads %v", heads)
	}
}
