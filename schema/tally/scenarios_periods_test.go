package tally_test

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/notice"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Agenda, notice, windows and time limits.
var periodRows = []scenario{
	{"17", scenario17},
	{"18", scenario18},
	{"19", scenario19},
	{"19b", scenario19b},
	{"19c", scenario19c},
	{"25", scenario25},
}

// An item that somebody raises at the assembly is void, whatever the hands say;
// one added in time by an amended notice is lawful.
func scenario17(t *testing.T) {
	r := preset(t, "OWNERS_ORDINARY")
	f := tally.Figures{Shares: tally.Shares{Roll: each(300), For: each(270), Against: each(30)}}
	expectOutcome(t, judgeFigures(t, r, f), void)
	f.Noticed = true
	expectOutcome(t, judgeFigures(t, r, f), adopted)
}

// Fifteen days from posting to sitting are fourteen clear days. The assembly is
// held all the same, and what it decides carries the flag.
func scenario18(t *testing.T) {
	call := notice.Call{Posted: date(t, "2026-06-01"), Held: date(t, "2026-06-16"), Items: 1, Chair: true, Venue: true}
	call.Periods = rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}
	if given, earliest := call.Given(), call.Earliest(); given != 14 || earliest != date(t, "2026-06-17") {
		t.Errorf("%d clear days, safe from %s", given, earliest)
	}
	if !slices.Contains(call.Warnings(), schema.WarningCodeNoticeTooShort) {
		t.Errorf("%v", call.Warnings())
	}
	call.Periods.NoticeMethod = rule.DateDifference
	if given := call.Given(); given != 15 || len(call.Warnings()) != 0 {
		t.Errorf("%d days, %v", given, call.Warnings())
	}
	c := owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01)
	c.Flags = []schema.VerdictFlag{schema.VerdictFlagProceduralDefect}
	v := judge(t, preset(t, "OWNERS_ORDINARY"), c)
	expectOutcome(t, v, adopted)
	expectFlags(t, v, schema.VerdictFlagProceduralDefect)
}

// assembly is the rule by which an assembly selects a company in a city.
func assembly(t *testing.T, city string) rule.Rule {
	t.Helper()
	var chain rule.Chain
	for _, code := range []string{"NATIONAL", city} {
		set, ok := rule.PresetSet(code)
		if !ok {
			t.Fatalf("no set %s", code)
		}
		chain = append(chain, set)
	}
	r, ok := chain.Voting(schema.OrganizationKindOwnersAssembly, "PROPERTY_COMPANY_SELECTION")
	if !ok {
		t.Fatalf("no rule in %s", city)
	}
	return r
}

// window is what Hangzhou lets a vote of owners be open (art. 20).
func window(t *testing.T) rule.Window {
	t.Helper()
	r := assembly(t, "HANGZHOU")
	if r.Window == nil {
		t.Fatalf("no window in %s", r.Code)
	}
	return *r.Window
}

// On day 28 of 30 too few had voted; the window was extended before it closed.
func scenario19(t *testing.T) {
	if most := window(t).MostDays; 30+15 > most {
		t.Errorf("45 days are more than %d", most)
	}
	r := preset(t, "OWNERS_ORDINARY")
	open := owners(300, 30_000_00, 180, 18_000_00, 110, 11_000_00)
	open.Open = true
	v := judge(t, r, open)
	expectOutcome(t, v, nobody)
	if !v.Margins.CanPass || v.Quorum.Parts[1].Missing != 20 {
		t.Errorf("%+v, %+v", v.Margins, v.Quorum.Parts[1])
	}
	expect(t, judge(t, r, owners(300, 30_000_00, 205, 20_800_00, 120, 12_000_00)), judged{adopted, 103, 120, 205})
}

// A second extension is refused where the vote is closed; what stands then is
// the first close.
func scenario19b(t *testing.T) {
	v := judge(t, preset(t, "OWNERS_ORDINARY"), owners(300, 30_000_00, 180, 18_000_00, 110, 11_000_00))
	expectOutcome(t, v, nobody)
	if v.Margins.CanPass || !v.Margins.CanFail {
		t.Errorf("%+v", v.Margins)
	}
}

// Sixty days are the most, extensions included.
func scenario19c(t *testing.T) {
	if bounds := window(t); bounds.MostDays != 60 || bounds.LeastDays != 5 || bounds.MostDays >= 60+15 {
		t.Errorf("%+v", bounds)
	}
}

// An owner has one year to go to court, from the day the decision became known
// (Interpretation on the ownership of buildings, art. 12; Civil Code arts. 202
// and 203). A year from 29 February ends on the 28th.
func scenario25(t *testing.T) {
	for learned, last := range map[string]string{"2026-03-10": "2027-03-10", "2024-02-29": "2025-02-28"} {
		end := day.PeriodEnd(date(t, learned), day.Period{Years: 1}, day.Calendar{})
		if end != date(t, last) {
			t.Errorf("learned on %s: %s", learned, end)
		}
		if at := day.Deadline(date(t, learned).Start(), day.Period{Years: 1}, day.Calendar{}); !at.Equal(date(t, last).AddDays(1).Start()) {
			t.Errorf("until %s", at)
		}
	}
}
