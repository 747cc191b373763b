package notice_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/notice"
	"sifang/schema/rule"
)

// How many days lie between a notice and its meeting, neither of them counted:
// fifteen before an assembly of owners (regulation on property management, art.
// 14; Beijing art. 35), ten before a meeting of residents (law on residents'
// committees, art. 26), seven before an extraordinary assembly in Hangzhou (art.
// 19), three before a joint meeting, by custom. Each line was counted on a
// calendar. The days of rest among them change nothing: nobody has to act on the
// last of them (Civil Code art. 203 ends periods, and these end with the meeting).
func TestClearDaysByArticle(t *testing.T) {
	for _, c := range []struct {
		city     string
		kind     schema.MeetingKind
		subject  string
		posted   string
		earliest string
		why      string
	}{
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-06-01", "2026-06-17", "2 to 16 June"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-01-31", "2026-02-16", "1 to 15 February"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-02-15", "2026-03-03", "16 February to 2 March: 13 days and 2"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2024-02-15", "2024-03-02", "16 February to 1 March: 14 days in a leap year, and 1"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-12-20", "2027-01-05", "21 December to 4 January: 11 days and 4"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-09-20", "2026-10-06", "21 September to 5 October: 10 days and 5, National Day among them"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-04-30", "2026-05-16", "1 to 15 May"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-03-16", "2026-04-01", "17 to 31 March"},
		{"BEIJING", schema.MeetingKindAssembly, "", "2026-03-17", "2026-04-02", "18 March to 1 April: 14 days and 1"},
		{"HANGZHOU", schema.MeetingKindAssembly, "", "2026-06-15", "2026-07-01", "16 to 30 June"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-06-01", "2026-06-12", "2 to 11 June"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-02-18", "2026-03-01", "19 to 28 February"},
		{"BEIJING", schema.MeetingKindResidents, "", "2024-02-18", "2024-02-29", "19 to 28 February of a leap year"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-02-19", "2026-03-02", "20 February to 1 March: 9 days and 1"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-12-31", "2027-01-11", "1 to 10 January"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-12-21", "2027-01-01", "22 to 31 December"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-04-25", "2026-05-06", "26 April to 5 May: 5 days and 5"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-09-27", "2026-10-08", "28 September to 7 October: 3 days and 7"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-07-31", "2026-08-11", "1 to 10 August"},
		{"BEIJING", schema.MeetingKindResidents, "", "2026-11-30", "2026-12-11", "1 to 10 December"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-06-01", "2026-06-09", "2 to 8 June"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-02-21", "2026-03-01", "22 to 28 February"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2024-02-21", "2024-02-29", "22 to 28 February of a leap year"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-12-28", "2027-01-05", "29 December to 4 January: 3 days and 4"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-04-30", "2026-05-08", "1 to 7 May"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-09-30", "2026-10-08", "1 to 7 October"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-10-31", "2026-11-08", "1 to 7 November"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-03-24", "2026-04-01", "25 to 31 March"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-03-25", "2026-04-02", "26 March to 1 April: 6 days and 1"},
		{"HANGZHOU", schema.MeetingKindAssembly, notice.Extraordinary, "2026-08-28", "2026-09-05", "29 August to 4 September: 3 days and 4"},
		{"PRACTICE", schema.MeetingKindJoint, "", "2026-06-01", "2026-06-05", "2 to 4 June"},
	} {
		call := notice.Call{Posted: on(t, c.posted), Periods: stated(t, c.city, c.kind, c.subject)}
		if got := call.Earliest(); got.String() != c.earliest {
			t.Errorf("%s %s %s posted on %s: from %s, want %s (%s)", c.city, c.kind, c.subject, c.posted, got, c.earliest, c.why)
		}
	}
}

// stated are the periods by the sets that come with the service.
func stated(t *testing.T, city string, kind schema.MeetingKind, subject string) rule.Periods {
	t.Helper()
	var chain rule.Chain
	for _, code := range []string{"NATIONAL", city} {
		set, ok := rule.PresetSet(code)
		if !ok {
			t.Fatalf("no set %s", code)
		}
		chain = append(chain, set)
	}
	periods, ok := chain.Periods(kind, subject)
	if !ok {
		t.Fatalf("nothing is stated about %s in %s", kind, city)
	}
	return periods
}
