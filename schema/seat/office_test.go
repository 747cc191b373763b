package seat

import (
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

const (
	ownersBody    = schema.OrganizationKindOwnersCommittee
	residentsBody = schema.OrganizationKindResidentsCommittee
)

// lawOf is what holds in a place: the nation's rules, and those of its city.
func lawOf(t *testing.T, city string) Rules {
	t.Helper()
	if city == "" {
		return preset(t, "national")
	}
	return preset(t, "national", city)
}

func TestTermStandsWhereItsDatesPutIt(t *testing.T) {
	for name, c := range map[string]struct {
		to, caretaker, next, on string
		written                 schema.TermState
		want                    schema.TermState
	}{
		"in office":                        {"2026-06-01", "", "", "2026-05-31", schema.TermStateCurrent, schema.TermStateCurrent},
		"run out, nobody after":            {"2026-06-01", "", "", "2026-06-01", schema.TermStateCurrent, schema.TermStateCaretaker},
		"the group was formed":             {"2026-06-01", "2026-02-01", "", "2026-02-01", schema.TermStateCaretaker, schema.TermStateCaretaker},
		"the day before":                   {"2026-06-01", "2026-02-01", "", "2026-01-31", schema.TermStateCaretaker, schema.TermStateCurrent},
		"the next one began":               {"2026-06-01", "2026-02-01", "2026-06-01", "2026-06-01", schema.TermStateCaretaker, schema.TermStateEnded},
		"the next one began late":          {"2026-06-01", "", "2026-08-01", "2026-07-31", schema.TermStateCurrent, schema.TermStateCaretaker},
		"the day before it was dissolved":  {"2026-06-01", "", "", "2026-05-31", schema.TermStateEnded, schema.TermStateCurrent},
		"dissolved, without another":       {"2026-06-01", "", "", "2026-06-01", schema.TermStateEnded, schema.TermStateEnded},
		"without an end":                   {"", "", "", "2036-06-01", schema.TermStateCurrent, schema.TermStateCurrent},
		"without an end, the group formed": {"", "2026-02-01", "", "2026-06-01", schema.TermStateCaretaker, schema.TermStateCaretaker},
	} {
		term := Office{
			Held: day.Span{From: date(t, "2021-06-01"), To: date(t, c.to)}, Caretaker: date(t, c.caretaker),
			Next: date(t, c.next), Written: c.written,
		}
		if got := term.On(date(t, c.on)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// A term until 1 June 2026 is over with the last of May.
func TestRenewalIsDue(t *testing.T) {
	for city, c := range map[string]struct{ to, want, article string }{
		"beijing":  {"2026-06-01", "2025-11-30", "49"}, // six months before: 1 December, so before it
		"shanghai": {"2026-06-01", "2025-12-31", "28"}, // five months before: 1 January
		"hangzhou": {"2026-06-01", "2026-02-28", "33"}, // three months before: 1 March
		"shandong": {"2026-06-01", "2026-03-02", "33"}, // 90 days before: 31 (May) + 30 (April) + 29 of March, so 3 March
		"zhoushan": {"2026-05-31", "2026-03-30", "26"}, // two months before: 31 March
		"henan":    {"2026-06-01", "", ""},             // says nothing
	} {
		rule, due, ok := RenewalDue(lawOf(t, city), ownersBody, date(t, c.to))
		if ok != (c.want != "") || due != date(t, c.want) || rule.Source.Article != c.article {
			t.Errorf("%s: %s by art. %s, want %s by art. %s", city, due, rule.Source.Article, c.want, c.article)
		}
	}
	if _, _, ok := RenewalDue(lawOf(t, "beijing"), ownersBody, day.Date{}); ok {
		t.Error("a term without an end is due")
	}
	if _, _, ok := RenewalDue(lawOf(t, "beijing"), residentsBody, date(t, "2026-06-01")); ok {
		t.Error("the rule about owners' committees binds a residents' committee")
	}
}

// Half is not less than half; alternates who can move up count.
func TestReelectionIsDueBelowHalf(t *testing.T) {
	for name, c := range map[string]struct {
		city   string
		filled Filled
		want   string
	}{
		"all of seven":                {"beijing", Filled{7, 7, 0}, ""},
		"four of seven":               {"beijing", Filled{7, 4, 0}, ""},
		"three of seven":              {"beijing", Filled{7, 3, 0}, "48"},
		"three and one who moves up":  {"beijing", Filled{7, 3, 1}, ""},
		"two and one who moves up":    {"shanghai", Filled{7, 2, 1}, "32"},
		"half of six":                 {"shanghai", Filled{6, 3, 0}, ""},
		"alternates beyond the seats": {"shanghai", Filled{5, 0, 9}, ""},
		"no seats":                    {"shanghai", Filled{}, ""},
		"where no rule says so":       {"hangzhou", Filled{7, 1, 0}, ""},
	} {
		rule, due := Reelection(lawOf(t, c.city), ownersBody, c.filled)
		if due != (c.want != "") || rule.Source.Article != c.want {
			t.Errorf("%s: %v by art. %q, want art. %q", name, due, rule.Source.Article, c.want)
		}
	}
}

func TestCaretakerIsForbiddenWhatARuleNames(t *testing.T) {
	for _, matter := range []string{"PROPERTY_COMPANY_SELECTION", "SERVICE_TERMS", "MAINTENANCE_FUND_USE", "REBUILDING"} {
		refused := CaretakerForbids(lawOf(t, "shanghai"), ownersBody, matter)
		if refused == nil || refused.Code != fault.CaretakerForbids {
			t.Errorf("%s: %v", matter, refused)
		}
	}
	for name, refused := range map[string]*fault.Fault{
		"the election":       CaretakerForbids(lawOf(t, "shanghai"), ownersBody, "OWNERS_COMMITTEE_ELECTION"),
		"without a matter":   CaretakerForbids(lawOf(t, "shanghai"), ownersBody, ""),
		"another body":       CaretakerForbids(lawOf(t, "shanghai"), residentsBody, "REBUILDING"),
		"where no rule says": CaretakerForbids(lawOf(t, "beijing"), ownersBody, "REBUILDING"),
	} {
		if refused != nil {
			t.Errorf("%s: %v", name, refused)
		}
	}
}

// 2026-06-01 is a Monday.
func TestFilingIsDue(t *testing.T) {
	weekends := day.Calendar{Weekends: true}
	for name, c := range map[string]struct {
		city        string
		of          Filed
		on          string
		rest        day.Calendar
		due, answer string // of what was handed in on the last day
		article     string
	}{
		"the nation: 30 days":                    {"", FiledTerm, "2026-06-01", day.Calendar{}, "2026-07-01", "", "16"},
		"a last day that is a Saturday moves":    {"", FiledTerm, "2026-06-04", weekends, "2026-07-06", "", "16"},
		"Beijing: five working days":             {"beijing", FiledTerm, "2026-06-01", weekends, "2026-07-01", "2026-07-08", "43"},
		"five working days over a holiday":       {"beijing", FiledTerm, "2026-06-01", day.Calendar{Weekends: true, Holidays: []day.Date{date(t, "2026-07-02")}}, "2026-07-01", "2026-07-09", "43"},
		"five working days with one worked":      {"beijing", FiledTerm, "2026-06-01", day.Calendar{Weekends: true, Workdays: []day.Date{date(t, "2026-07-04")}}, "2026-07-01", "2026-07-07", "43"},
		"Beijing: a change":                      {"beijing", FiledChange, "2026-01-31", day.Calendar{}, "2026-03-02", "", "50"},
		"Shanghai: 20 days":                      {"shanghai", FiledTerm, "2026-06-01", day.Calendar{}, "2026-07-01", "2026-07-21", "29、34"},
		"Shanghai: a change":                     {"shanghai", FiledChange, "2026-06-01", day.Calendar{}, "2026-07-01", "2026-07-21", "33、34"},
		"Shandong: ten days":                     {"shandong", FiledTerm, "2026-06-01", day.Calendar{}, "2026-07-01", "2026-07-11", "31"},
		"Shandong: ten days, until after Sunday": {"shandong", FiledTerm, "2026-06-02", weekends, "2026-07-02", "2026-07-13", "31"},
		"Henan: through February of a leap year": {"henan", FiledTerm, "2028-02-01", day.Calendar{}, "2028-03-02", "", "29"},
		"Hangzhou adds nothing to the nation":    {"hangzhou", FiledTerm, "2026-12-15", day.Calendar{}, "2027-01-14", "", "16"},
	} {
		rule, ok := FilingOf(lawOf(t, c.city), ownersBody, c.of)
		due := rule.Due(date(t, c.on), c.rest)
		if !ok || due != date(t, c.due) || rule.Source.Article != c.article {
			t.Errorf("%s: %s by art. %s, want %s by art. %s", name, due, rule.Source.Article, c.due, c.article)
		}
		if answer := rule.AnswerDue(due, c.rest); answer != date(t, c.answer) {
			t.Errorf("%s: answered by %s, want %s", name, answer, c.answer)
		}
	}
	if _, ok := FilingOf(lawOf(t, "beijing"), ownersBody, FiledResolution); ok {
		t.Error("there is a rule about resolutions")
	}
}

func TestHandoverIsDue(t *testing.T) {
	term := Office{
		Held: day.Span{From: date(t, "2021-06-01"), To: date(t, "2026-06-01")}, Caretaker: date(t, "2026-02-10"), Next: date(t, "2026-07-01"),
	}
	waiting := term
	waiting.Caretaker, waiting.Next = day.Date{}, day.Date{}
	open := waiting
	open.Held.To = day.Date{}
	for name, c := range map[string]struct {
		city, want, article string
		kind                schema.OrganizationKind
		term                Office
	}{
		"Hangzhou: ten days after the end":                    {"hangzhou", "2026-06-11", "34", ownersBody, term},
		"Zhoushan: the same":                                  {"zhoushan", "2026-06-11", "26", ownersBody, term},
		"Shanghai: ten days after the group was formed":       {"shanghai", "2026-02-20", "29", ownersBody, term},
		"Shanghai: no group, so after the end":                {"shanghai", "2026-06-11", "29", ownersBody, waiting},
		"Henan: ten days after the change-over":               {"henan", "2026-07-11", "33", ownersBody, term},
		"residents: ten days after the new committee came":    {"", "2026-07-11", "25", residentsBody, term},
		"residents: none came, so after the end":              {"", "2026-06-11", "25", residentsBody, waiting},
		"a term without an end, and nothing that followed it": {"hangzhou", "", "34", ownersBody, open},
		"where no rule says":                                  {"shandong", "", "", ownersBody, term},
	} {
		rule, due, ok := HandoverDue(lawOf(t, c.city), c.kind, c.term, day.Calendar{})
		if ok != (c.want != "") || due != date(t, c.want) || rule.Source.Article != c.article {
			t.Errorf("%s: %s by art. %s, want %s by art. %s", name, due, rule.Source.Article, c.want, c.article)
		}
	}
}

func TestDepartureIsDue(t *testing.T) {
	for city, want := range map[string]string{"hangzhou": "2026-06-08", "henan": "2026-06-04", "shanghai": "2026-06-11", "beijing": ""} {
		if _, due, ok := DepartureDue(lawOf(t, city), ownersBody, date(t, "2026-06-01"), day.Calendar{}); ok != (want != "") || due != date(t, want) {
			t.Errorf("%s: %s, want %s", city, due, want)
		}
	}
}

// The four ways in which a resignation ends a post, and two for incapacity.
func TestEndingTakesTheWayOfThePlace(t *testing.T) {
	bylaws := lawOf(t, "zhoushan")
	bylaws.Ending[len(bylaws.Ending)-1].Off = false // the rules of procedure say so
	for name, c := range map[string]struct {
		rules  Rules
		kind   schema.OrganizationKind
		post   schema.PostCategory
		reason schema.EndReason
		way    Way
		until  string // noticed on 2026-01-31
	}{
		"Beijing":                    {lawOf(t, "beijing"), ownersBody, schema.PostCategoryMember, schema.EndReasonResigned, AtOnce, "2026-01-31"},
		"Shanghai":                   {lawOf(t, "shanghai"), ownersBody, schema.PostCategoryChair, schema.EndReasonResigned, AtOnce, "2026-01-31"},
		"Hangzhou":                   {lawOf(t, "hangzhou"), ownersBody, schema.PostCategoryAlternate, schema.EndReasonResigned, AtOnce, "2026-01-31"},
		"Shandong":                   {lawOf(t, "shandong"), ownersBody, schema.PostCategoryMember, schema.EndReasonResigned, ByDecision, ""},
		"Zhoushan, where they say":   {bylaws, ownersBody, schema.PostCategoryMember, schema.EndReasonResigned, AfterNotice, "2026-03-01"}, // until 28 February
		"Zhoushan, where they don't": {lawOf(t, "zhoushan"), ownersBody, schema.PostCategoryMember, schema.EndReasonResigned, "", "2026-01-31"},
		"residents":                  {lawOf(t, ""), residentsBody, schema.PostCategoryChair, schema.EndReasonResigned, ByDecision, ""},
		"a worker of the residents":  {lawOf(t, ""), residentsBody, schema.PostCategoryCommunityWorker, schema.EndReasonResigned, "", "2026-01-31"},
		"incapable in Beijing":       {lawOf(t, "beijing"), ownersBody, schema.PostCategoryMember, schema.EndReasonIncapacity, AtOnce, "2026-01-31"},
		"incapable in Shanghai":      {lawOf(t, "shanghai"), ownersBody, schema.PostCategoryMember, schema.EndReasonIncapacity, ByDecision, ""},
		"incapable, residents":       {lawOf(t, ""), residentsBody, schema.PostCategoryMember, schema.EndReasonIncapacity, AtOnce, "2026-01-31"},
	} {
		rule, ok := EndingOf(c.rules, c.kind, c.post, c.reason)
		if ok != (c.way != "") || rule.Way != c.way || rule.Until(date(t, "2026-01-31")) != date(t, c.until) {
			t.Errorf("%s: %s until %s, want %s until %s", name, rule.Way, rule.Until(date(t, "2026-01-31")), c.way, c.until)
		}
	}
}

func TestNextMeetingIsDue(t *testing.T) {
	const assembly, representatives = schema.OrganizationKindOwnersAssembly, schema.OrganizationKindRepresentativesMeeting
	for name, c := range map[string]struct {
		city          string
		kind          schema.OrganizationKind
		last          string
		want, article string
	}{
		"Beijing: two months after the last":          {"beijing", ownersBody, "2026-03-10", "2026-05-10", "45"},
		"two months after the last of December":       {"shanghai", ownersBody, "2025-12-31", "2026-02-28", "26"},
		"the assembly: some day of the next year":     {"beijing", assembly, "2025-03-10", "2026-12-31", "35"},
		"the assembly in Shandong":                    {"shandong", assembly, "2026-12-31", "2027-12-31", "28"},
		"the representatives: the next half of 2026":  {"", representatives, "2026-06-30", "2026-12-31", "28"},
		"the representatives: the first half of 2027": {"", representatives, "2026-07-01", "2027-06-30", "28"},
		"the Party branch: the next quarter":          {"", schema.OrganizationKindPartyBranch, "2026-11-22", "2027-03-31", "11"},
		"where no rule says":                          {"hangzhou", ownersBody, "2026-03-10", "", ""},
	} {
		rule, due, ok := NextMeeting(lawOf(t, c.city), c.kind, date(t, c.last))
		if ok != (c.want != "") || due != date(t, c.want) || rule.Source.Article != c.article {
			t.Errorf("%s: %s by art. %s, want %s by art. %s", name, due, rule.Source.Article, c.want, c.article)
		}
	}
	years := Interval{Every: day.Period{Years: 2}, Calendar: true}
	if due := years.Due(date(t, "2025-05-05")); due != date(t, "2027-12-31") { // 2024 and 2025 are one part
		t.Errorf("every two years: %s", due)
	}
}
