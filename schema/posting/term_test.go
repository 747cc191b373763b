package posting_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/posting"
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

func rest(t *testing.T) day.Calendar {
	t.Helper()
	c, err := day.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// laws are what the sets that come with the service say, the nation's first.
func laws(t *testing.T, city string, kind schema.PublicationKind, of schema.OrganizationKind) []rule.Posting {
	t.Helper()
	var chain rule.Chain
	for _, code := range []string{"NATIONAL", city} {
		set, ok := rule.PresetSet(code)
		if !ok {
			t.Fatalf("no set %s", code)
		}
		chain = append(chain, set)
	}
	return chain.Postings(kind, of)
}

const (
	resolution  = schema.PublicationKindResolution
	composition = schema.PublicationKindComposition
	roll        = schema.PublicationKindRoll

	residents = schema.OrganizationKindResidentsMeeting
	committee = schema.OrganizationKindOwnersCommittee
	interim   = schema.OrganizationKindInterimPropertyCommittee
)

// The day of posting is not counted (Civil Code art. 201); a last day of rest
// moves on (art. 203). Each line was counted on a calendar.
func TestHowLongItHangs(t *testing.T) {
	const (
		rcl34 = "《中华人民共和国城市居民委员会组织法》第34条"
		hz30  = "《杭州市物业管理条例》第30条"
		hz39  = "《杭州市物业管理条例》第39条"
		bj57  = "《北京市物业管理条例》第57条"
		qy26  = "《清远市住宅小区物业管理条例》第26条"
		qy31  = "《清远市住宅小区物业管理条例》第31条"
	)
	for _, c := range []struct {
		city, posted string
		kind         schema.PublicationKind
		of           schema.OrganizationKind
		wanted, days int
		until, basis string
		why          string
	}{
		{"HANGZHOU", "2026-03-02", resolution, residents, 0, 15, "2026-03-17", rcl34, "2+15, a Tuesday"},
		{"HANGZHOU", "2026-03-06", resolution, residents, 0, 15, "2026-03-23", rcl34, "6+15 is Saturday the 21st: Monday"},
		{"BEIJING", "2026-09-18", resolution, residents, 0, 15, "2026-10-08", rcl34, "3 October lies in National Day, until the 7th"},
		{"HANGZHOU", "2026-02-05", composition, committee, 0, 15, "2026-02-24", hz30, "20 February lies in Spring Festival, until the 23rd"},
		{"HANGZHOU", "2026-01-30", composition, committee, 0, 15, "2026-02-14", hz30, "a Saturday worked before Spring Festival"},
		{"HANGZHOU", "2026-06-04", resolution, committee, 0, 15, "2026-06-22", hz30, "19 June is Dragon Boat, off until Sunday the 21st"},
		{"HANGZHOU", "2026-06-01", composition, interim, 0, 7, "2026-06-08", hz39, "1+7, a Monday"},
		{"HANGZHOU", "2026-06-01", composition, interim, 10, 10, "2026-06-11", hz39, "longer than the law asks"},
		{"HANGZHOU", "2026-06-01", composition, interim, 3, 7, "2026-06-08", hz39, "never shorter"},
		{"BEIJING", "2026-03-02", resolution, interim, 0, 14, "2026-03-16", bj57, "ten working days are two weeks"},
		{"BEIJING", "2026-09-24", resolution, interim, 0, 21, "2026-10-15", bj57, "28 to 30 September, 8 to 10 and 12 to 15 October are worked"},
		{"BEIJING", "2026-03-02", resolution, interim, 20, 20, "2026-03-23", bj57, "20 days end on Sunday the 22nd: Monday"},
		{"QINGYUAN", "2026-04-20", composition, interim, 0, 15, "2026-05-06", qy26, "5 May is the last day of Labour Day"},
		{"QINGYUAN", "2026-03-24", resolution, interim, 0, 10, "2026-04-03", qy31, "24+10 in a month of 31 days, a Friday"},
		{"QINGYUAN", "2026-03-25", resolution, interim, 0, 10, "2026-04-07", qy31, "4 April is Qingming, off until Monday the 6th"},
		{"SHANGHAI", "2026-03-06", resolution, committee, 0, 0, "2026-03-06", "", "no provision says how long"},
		{"SHANGHAI", "2026-03-07", resolution, committee, 0, 0, "2026-03-07", "", "nor does it move from a Saturday"},
		{"SHANGHAI", "2026-03-06", resolution, committee, 1, 1, "2026-03-09", "", "a day on a Saturday: Monday"},
		{"HANGZHOU", "2026-12-17", resolution, residents, 0, 15, "2027-01-04", rcl34, "1 January by the law itself, then a weekend"},
	} {
		got := posting.Of(on(t, c.posted), c.wanted, laws(t, c.city, c.kind, c.of), rest(t))
		if got.Days != c.days || got.Until != on(t, c.until) || got.Basis != c.basis {
			t.Errorf("%s of %s in %s posted on %s (%s): %d days until %s by %s", c.kind, c.of, c.city, c.posted, c.why, got.Days, got.Until, got.Basis)
		}
		if want := c.until[:4] == "2027"; got.Provisional != want {
			t.Errorf("until %s is provisional: %v", got.Until, got.Provisional)
		}
	}
}

// Five days to object to a list of voters, and three to decide (law on residents'
// committees, art. 17); objections to an interim committee while it hangs
// (Qingyuan arts. 26 and 31).
func TestUntilWhenToObject(t *testing.T) {
	for _, c := range []struct {
		city, posted string
		kind         schema.PublicationKind
		of           schema.OrganizationKind
		until, why   string
	}{
		{"BEIJING", "2026-03-02", roll, residents, "2026-03-09", "2+5 is Saturday the 7th: Monday"},
		{"BEIJING", "2026-03-04", roll, residents, "2026-03-09", "4+5, a Monday"},
		{"BEIJING", "2026-02-09", roll, residents, "2026-02-14", "a Saturday that is worked"},
		{"BEIJING", "2026-02-10", roll, residents, "2026-02-24", "15 February begins Spring Festival, until the 23rd"},
		{"BEIJING", "2026-09-26", roll, residents, "2026-10-08", "1 October begins National Day, until the 7th"},
		{"BEIJING", "2026-10-05", roll, residents, "2026-10-10", "a Saturday that is worked"},
		{"BEIJING", "2026-02-23", roll, residents, "2026-02-28", "a Saturday that is worked, the month's last"},
		{"HANGZHOU", "2024-02-24", roll, residents, "2024-02-29", "24+5 in a leap year, a Thursday"},
		{"BEIJING", "2025-12-30", roll, residents, "2026-01-04", "a Sunday that is worked after New Year"},
		{"QINGYUAN", "2026-04-20", composition, interim, "2026-05-06", "5 May is the last day of Labour Day"},
		{"QINGYUAN", "2026-03-24", resolution, interim, "2026-04-03", "24+10 in a month of 31 days"},
		{"QINGYUAN", "2026-06-10", resolution, interim, "2026-06-22", "20 June lies in Dragon Boat, until Sunday the 21st"},
		{"BEIJING", "2026-03-02", roll, schema.OrganizationKindOwnersAssembly, "", "that law is about residents"},
	} {
		got := posting.Of(on(t, c.posted), 0, laws(t, c.city, c.kind, c.of), rest(t)).ObjectionsUntil
		if got.String() != c.until {
			t.Errorf("%s of %s in %s posted on %s: until %s, want %s (%s)", c.kind, c.of, c.city, c.posted, got, c.until, c.why)
		}
	}
}

// The law on residents' committees, art. 17: within three days of the objection.
func TestUntilWhenToAnswer(t *testing.T) {
	stated := laws(t, "BEIJING", roll, residents)
	for filed, want := range map[string]string{
		"2026-03-02": "2026-03-05", // a Thursday
		"2026-03-04": "2026-03-09", // Saturday the 7th: Monday
		"2026-03-05": "2026-03-09", // a Sunday: Monday
		"2026-03-06": "2026-03-09", // a Monday
		"2026-02-11": "2026-02-14", // a Saturday that is worked
		"2026-02-12": "2026-02-24", // 15 February: Spring Festival until the 23rd
		"2026-02-25": "2026-02-28", // a Saturday that is worked
		"2026-02-26": "2026-03-02", // 1 March, a Sunday
		"2026-10-01": "2026-10-08", // 4 October: National Day until the 7th
		"2026-10-07": "2026-10-10", // a Saturday that is worked
		"2026-12-30": "2027-01-04", // 2 January 2027, a Saturday
	} {
		if got := posting.AnswerDue(on(t, filed), stated, rest(t)); got.String() != want {
			t.Errorf("filed on %s: answered by %s, want %s", filed, got, want)
		}
	}
	sooner := append(stated, rule.Posting{AnswerDays: 2}, rule.Posting{AnswerDays: 9})
	if got := posting.AnswerDue(on(t, "2026-03-02"), sooner, rest(t)); got.String() != "2026-03-04" {
		t.Errorf("the earliest is %s", got)
	}
	if got := posting.AnswerDue(on(t, "2026-03-02"), nil, rest(t)); !got.IsZero() {
		t.Errorf("nobody says when, and it is due on %s", got)
	}
}

func TestClosing(t *testing.T) {
	stated := []rule.Posting{{ClosesAt: "17:00"}, {}, {ClosesAt: "17:30"}, {}}
	if got := posting.Closing(stated); got != "17:30" {
		t.Errorf("closes at %q", got)
	}
	if got := posting.Closing(nil); got != "" {
		t.Errorf("closes at %q", got)
	}
}
