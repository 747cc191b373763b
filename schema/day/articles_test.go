package day

import (
	"testing"
	"time"
)

// example is a period counted by hand: what is not a day of rest in its reason is
// a day on which people work.
type example struct {
	start, want, why string
}

func counted(t *testing.T, length Period, examples []example) {
	t.Helper()
	rest, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range examples {
		if got := PeriodEnd(must(t, one.start), length, rest).String(); got != one.want {
			t.Errorf("%+v from %s: %s, want %s (%s)", length, one.start, got, one.want, one.why)
		}
	}
}

// Civil Code art. 201: the day on which something happens is not counted. Art.
// 203: a last day of rest moves on. Thirty days are those within which an election
// is put on file (Regulation on property management art. 16; Beijing arts. 43 and
// 50; Shanghai arts. 33 and 34; Shandong art. 31).
func TestThirtyDaysForFiling(t *testing.T) {
	counted(t, Period{Days: 30}, []example{
		{"2026-11-30", "2026-12-30", "art. 201: 31 days of which the first is not counted"},
		{"2024-01-30", "2024-02-29", "2 days of January and 28 of February leave the 29th uncounted: 1+29"},
		{"2025-12-31", "2026-01-30", "the whole of it in January"},
		{"2026-01-15", "2026-02-14", "a Saturday, but worked before Spring Festival"},
		{"2026-01-21", "2026-02-24", "20 February lies in Spring Festival, 15 to 23 February"},
		{"2026-03-05", "2026-04-07", "4 April is Qingming, off until Monday the 6th"},
		{"2026-04-02", "2026-05-06", "2 May lies in Labour Day, 1 to 5 May"},
		{"2026-05-20", "2026-06-22", "19 June is Dragon Boat, off until Sunday the 21st"},
		{"2026-08-27", "2026-09-28", "26 September lies in Mid-Autumn, 25 to 27 September"},
		{"2026-09-01", "2026-10-08", "1 October lies in National Day, 1 to 7 October"},
		{"2026-09-07", "2026-10-08", "its last day, 7 October"},
		{"2024-01-11", "2024-02-18", "10 to 17 February 2024 off, and Sunday the 18th worked"},
		{"2026-12-02", "2027-01-04", "1 January 2027, a holiday by the law itself, and then a weekend"},
	})
}

// Civil Code art. 280 with art. 12 of the Interpretation on the ownership of
// buildings: an owner goes to court within a year of knowing of the decision.
// Arts. 202 and 203 end it.
func TestAYearToGoToCourt(t *testing.T) {
	counted(t, Period{Years: 1}, []example{
		{"2025-03-10", "2026-03-10", "the corresponding day, a Tuesday"},
		{"2024-12-31", "2025-12-31", "the corresponding day, a Wednesday"},
		{"2024-02-29", "2025-02-28", "art. 202: no 29 February in 2025, so the month's last day"},
		{"2025-02-28", "2026-02-28", "the corresponding day, a Saturday that is worked"},
		{"2027-02-28", "2028-02-28", "the corresponding day, although February 2028 has a 29th"},
		{"2025-06-20", "2026-06-22", "Saturday 20 June lies in Dragon Boat, then a Sunday"},
		{"2025-10-03", "2026-10-08", "3 October lies in National Day, 1 to 7 October"},
		{"2025-02-18", "2026-02-24", "18 February lies in Spring Festival, 15 to 23 February"},
		{"2025-01-01", "2026-01-04", "1 to 3 January off, and Sunday the 4th worked"},
		{"2024-10-04", "2025-10-09", "1 to 8 October 2025 off, with Mid-Autumn in it"},
		{"2025-05-09", "2026-05-09", "a Saturday worked after Labour Day"},
		{"2025-04-26", "2026-04-27", "an ordinary Sunday"},
		{"2026-10-01", "2027-10-04", "1 to 3 October 2027 by the law itself; the 2nd and 3rd are a weekend too"},
	})
}

// Civil Code art. 202: a period in months ends on the corresponding day, or on
// the month's last.
func TestMonthEnds(t *testing.T) {
	for _, one := range []struct {
		start  string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-01-30", 1, "2026-02-28"},
		{"2026-01-29", 1, "2026-02-28"}, {"2026-01-28", 1, "2026-02-28"}, {"2026-02-28", 1, "2026-03-28"},
		{"2026-03-31", 1, "2026-04-30"}, {"2026-03-31", 2, "2026-05-31"}, {"2026-10-31", 4, "2027-02-28"},
		{"2026-08-31", 18, "2028-02-29"}, {"2026-12-31", 6, "2027-06-30"}, {"2026-05-31", 12, "2027-05-31"},
	} {
		if got := PeriodEnd(must(t, one.start), Period{Months: one.months}, Calendar{}).String(); got != one.want {
			t.Errorf("%d months from %s: %s, want %s", one.months, one.start, got, one.want)
		}
	}
}

// Ten working days are those for which an interim property committee of Beijing
// posts what it decided (Beijing art. 57).
func TestTenWorkingDays(t *testing.T) {
	counted(t, Period{WorkingDays: 10}, []example{
		{"2026-03-02", "2026-03-16", "two weeks of five days"},
		{"2026-03-06", "2026-03-20", "from a Friday: the same"},
		{"2026-03-07", "2026-03-20", "from a Saturday, which is not counted: Monday is the first"},
		{"2026-09-24", "2026-10-15", "28 to 30 September, 8 and 9 October, Saturday the 10th worked, 12 to 15 October"},
		{"2026-09-30", "2026-10-20", "8, 9, 10, 12 to 16, 19 and 20 October"},
		{"2026-02-13", "2026-03-05", "14, 24 to 28 February with both Saturdays worked, 2 to 5 March"},
		{"2026-04-30", "2026-05-18", "6 to 9 May with the Saturday, 11 to 15, and 18 May"},
		{"2026-06-18", "2026-07-03", "22 to 26 June, 29 June to 3 July"},
		{"2026-09-18", "2026-10-09", "Sunday the 20th worked, 21 to 24, 28 to 30 September, 8 and 9 October: with the 20th ten"},
		{"2025-12-31", "2026-01-15", "Sunday 4 January worked, 5 to 9, 12 to 15 January"},
		{"2026-12-28", "2027-01-12", "29 to 31 December, 4 to 8, 11 and 12 January; nothing was announced for 2027"},
	})
}

// Civil Code art. 203 II: at 24:00, or when business stops.
func TestClosingHours(t *testing.T) {
	utc := func(text string) time.Time {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for _, one := range []struct {
		closing Closing
		last    string
		want    string // eight hours earlier than in China
	}{
		{"", "2026-03-12", "2026-03-12T16:00:00Z"}, {"", "2026-12-31", "2026-12-31T16:00:00Z"},
		{"17:30", "2026-03-12", "2026-03-12T09:30:00Z"}, {"17:00", "2026-03-12", "2026-03-12T09:00:00Z"},
		{"18:00", "2026-10-10", "2026-10-10T10:00:00Z"}, {"12:00", "2026-02-14", "2026-02-14T04:00:00Z"},
		{"09:00", "2026-01-04", "2026-01-04T01:00:00Z"}, {"07:59", "2026-01-04", "2026-01-03T23:59:00Z"},
		{"23:59", "2024-02-29", "2024-02-29T15:59:00Z"}, {"20:30", "2025-09-28", "2025-09-28T12:30:00Z"},
		{"24:00", "2026-03-12", "2026-03-12T16:00:00Z"}, {"5 pm", "2026-03-12", "2026-03-12T16:00:00Z"},
	} {
		if got := one.closing.Of(must(t, one.last)); !got.Equal(utc(one.want)) {
			t.Errorf("%s closes at %q: %s, want %s", one.last, one.closing, got.UTC(), one.want)
		}
	}
	for closing, valid := range map[Closing]bool{"": true, "17:30": true, "7:30": false, "24:00": false, "17:30:00": false, "noon": false} {
		if closing.Valid() != valid {
			t.Errorf("%q is valid: %v", closing, closing.Valid())
		}
	}
}
