package notice_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/notice"
	"sifang/schema/rule"
)

func on(t *testing.T, text string) day.Date {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWarnings(t *testing.T) {
	fifteen := rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}
	difference := rule.Periods{NoticeDays: 15, NoticeMethod: rule.DateDifference}
	short, agenda := schema.WarningCodeNoticeTooShort, schema.WarningCodeNoAgenda
	chair, venue := schema.WarningCodeNoChair, schema.WarningCodeNoVenue
	for name, c := range map[string]struct {
		held    string
		periods rule.Periods
		form    schema.MeetingForm
		bare    bool // neither agenda nor chair nor venue
		want    []schema.WarningCode
	}{
		"fifteen days between the dates are fourteen clear ones": {"2026-06-16", fifteen, schema.MeetingFormInPerson, false, []schema.WarningCode{short}},
		"a day later the clear days are full":                    {"2026-06-17", fifteen, schema.MeetingFormInPerson, false, nil},
		"the day of the meeting counts where the rule says so":   {"2026-06-16", difference, schema.MeetingFormInPerson, false, nil},
		"no rule asks for a period":                              {"2026-06-01", rule.Periods{}, schema.MeetingFormInPerson, false, nil},
		"nothing is named":                                       {"2026-06-02", fifteen, schema.MeetingFormHybrid, true, []schema.WarningCode{short, agenda, chair, venue}},
		"a remote meeting needs no place":                        {"2026-07-01", fifteen, schema.MeetingFormRemote, true, []schema.WarningCode{agenda, chair}},
		"a written one needs nobody to preside either":           {"2026-07-01", fifteen, schema.MeetingFormWritten, true, []schema.WarningCode{agenda}},
	} {
		t.Run(name, func(t *testing.T) {
			call := notice.Call{
				Posted: on(t, "2026-06-01"), Held: on(t, c.held), Form: c.form, Periods: c.periods,
				Items: 1, Chair: true, Venue: true,
			}
			if c.bare {
				call.Items, call.Chair, call.Venue = 0, false, false
			}
			if got := call.Warnings(); !slices.Equal(got, c.want) {
				t.Errorf("warned of %v, want %v", got, c.want)
			}
		})
	}
}

// TestEarliest holds the answer to "when at the earliest?" against the warning
// itself: from that day on there is none, and on the day before there is.
func TestEarliest(t *testing.T) {
	posted := on(t, "2026-06-01")
	rapid.Check(t, func(t *rapid.T) {
		call := notice.Call{
			Posted: posted, Form: schema.MeetingFormRemote, Items: 1, Chair: true,
			Periods: rule.Periods{
				NoticeDays:   rapid.IntRange(1, 60).Draw(t, "days"),
				NoticeMethod: rapid.SampledFrom([]rule.NoticeMethod{rule.ClearDays, rule.DateDifference}).Draw(t, "method"),
			},
		}
		call.Held = call.Earliest()
		if got := call.Warnings(); len(got) > 0 {
			t.Fatalf("on the earliest day %v it warns of %v", call.Held, got)
		}
		call.Held = call.Held.AddDays(-1)
		if got := call.Warnings(); len(got) != 1 || got[0] != schema.WarningCodeNoticeTooShort {
			t.Fatalf("the day before, %v, it warns of %v", call.Held, got)
		}
	})
}

func TestSubject(t *testing.T) {
	for name, c := range map[string]struct {
		kind  schema.MeetingKind
		under schema.ConvenedUnder
		of    schema.OrganizationKind
		want  string
	}{
		"an ordinary assembly":  {schema.MeetingKindAssembly, schema.ConvenedUnderRegular, schema.OrganizationKindOwnersAssembly, ""},
		"one asked for":         {schema.MeetingKindAssembly, schema.ConvenedUnderPetition, schema.OrganizationKindOwnersAssembly, "EXTRAORDINARY"},
		"a committee":           {schema.MeetingKindCommittee, schema.ConvenedUnderRegular, schema.OrganizationKindOwnersCommittee, "OWNERS_COMMITTEE"},
		"a committee in a rush": {schema.MeetingKindCommittee, schema.ConvenedUnderEmergency, schema.OrganizationKindOwnersCommittee, "OWNERS_COMMITTEE"},
	} {
		if got := notice.Subject(c.kind, c.under, c.of); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestUnacknowledged(t *testing.T) {
	short, venue := schema.WarningCodeNoticeTooShort, schema.WarningCodeNoVenue
	warnings := []schema.WarningCode{short, venue}
	if got := notice.Unacknowledged(warnings, []schema.WarningCode{venue}); !slices.Equal(got, []schema.WarningCode{short}) {
		t.Errorf("left %v, want %v", got, short)
	}
	if got := notice.Unacknowledged(warnings, []schema.WarningCode{venue, short}); len(got) > 0 {
		t.Errorf("left %v, want nothing", got)
	}
	if warnings[0] != short || warnings[1] != venue {
		t.Errorf("the warnings themselves became %v", warnings)
	}
}

func TestStanding(t *testing.T) {
	late := []schema.WarningCode{schema.WarningCodeNoticeTooShort}
	both := []schema.WarningCode{schema.WarningCodeNoticeTooShort, schema.WarningCodeNoVenue}
	for name, c := range map[string]struct {
		before, amendment []schema.WarningCode
		moved             bool
		want              []schema.WarningCode
	}{
		"a place named in time leaves the first notice late":  {both, nil, false, late},
		"a later day, announced in time, mends it":            {both, nil, true, nil},
		"a further item that comes too late says it but once": {late, late, false, late},
		"what was in time and is amended too late":            {nil, late, false, late},
	} {
		if got := notice.Standing(c.before, c.amendment, c.moved); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
