package window_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// hangzhou is a vote of 5 to 60 days, put off at most once.
var hangzhou = &rule.Window{LeastDays: 5, MostDays: 60, Extensions: 1}

// june is an instant in China, in June 2026 or after.
func june(dayOfMonth, hour int) time.Time {
	return time.Date(2026, 6, dayOfMonth, hour, 0, 0, 0, time.FixedZone("", 8*60*60))
}

func code(f *fault.Fault) fault.Code {
	if f == nil {
		return ""
	}
	return f.Code
}

func TestOutside(t *testing.T) {
	for name, c := range map[string]struct {
		closes time.Time
		bounds *rule.Window
		days   int
		want   fault.Code
	}{
		"no bounds":                          {june(1, 10), nil, 0, ""},
		"bounds that bound nothing":          {june(1, 10), &rule.Window{Extensions: 1}, 0, ""},
		"over before it begins":              {june(1, 9), nil, 0, fault.EndsBeforeItStarts},
		"four days":                          {june(5, 23), hangzhou, 4, fault.WindowTooShort},
		"the fourth day at 24:00":            {june(6, 0), hangzhou, 4, fault.WindowTooShort},
		"on the fifth day":                   {june(6, 18), hangzhou, 5, ""},
		"the fifth day at 24:00":             {june(7, 0), hangzhou, 5, ""},
		"the sixtieth day at 24:00":          {june(62, 0), hangzhou, 60, ""},
		"a moment more":                      {june(62, 0).Add(time.Microsecond), hangzhou, 61, fault.WindowTooLong},
		"as long as one likes, with a least": {june(300, 0), &rule.Window{LeastDays: 5}, 298, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := window.Window{Opens: june(1, 9), Closes: c.closes}
			if got := code(w.Outside(c.bounds)); got != c.want {
				t.Errorf("refused with %q, want %q", got, c.want)
			}
			if w.Closes.After(w.Opens) && w.Days() != c.days {
				t.Errorf("open for %d days, want %d", w.Days(), c.days)
			}
		})
	}
}

// TestDaysAreThoseOfTheCalendar holds the count against a walk from day to day:
// the vote is open on some instant of each of them.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opens := june(1, 0).Add(time.Duration(rapid.Int64Range(0, int64(24*time.Hour-1)).Draw(t, "opens")))
		open := time.Duration(rapid.Int64Range(1, int64(100*24*time.Hour)).Draw(t, "open"))
		w := window.Window{Opens: opens, Closes: opens.Add(open)}
		days := 0
		for d := day.Of(opens).AddDays(1); d.Start().Before(w.Closes); d = d.AddDays(1) {
			days++
		}
		if w.Days() != days {
			t.Fatalf("from %s to %s there are %d days, not %d", w.Opens, w.Closes, days, w.Days())
		}
	})
}

func TestPlan(t *testing.T) {
	at := func(dayOfMonth int) *time.Time { return new(june(dayOfMonth, 9)) }
	for name, c := range map[string]struct {
		opens, closes         *time.Time
		wantOpens, wantCloses fault.Code
	}{
		"nothing announced":                             {nil, nil, "", ""},
		"opening before the meeting":                    {at(7), at(20), fault.OpensTooEarly, ""},
		"opening with the meeting":                      {at(8), nil, "", ""},
		"closing before it opens":                       {at(10), at(9), "", fault.EndsBeforeItStarts},
		"closing before the meeting":                    {nil, at(7), "", fault.EndsBeforeItStarts},
		"too short":                                     {at(10), at(14), "", fault.WindowTooShort},
		"too short, whenever it opens":                  {nil, at(12), "", fault.WindowTooShort},
		"too long":                                      {at(10), at(71), "", fault.WindowTooLong},
		"too long, unless it opens later than it may":   {nil, at(71), "", ""},
		"as long as it may be, from day to day at nine": {at(10), at(70), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			opens, closes := window.Plan{Opens: c.opens, Closes: c.closes, Earliest: june(8, 9)}.Unlawful(hangzhou)
			if code(opens) != c.wantOpens || code(closes) != c.wantCloses {
				t.Errorf("refused with %q and %q, want %q and %q", code(opens), code(closes), c.wantOpens, c.wantCloses)
			}
		})
	}
}

func TestExtension(t *testing.T) {
	month := window.Window{Opens: june(1, 9), Closes: june(31, 9)}
	for name, c := range map[string]struct {
		now, to time.Time
		used    int
		bounds  *rule.Window
		want    []fault.Code
	}{
		"19: from 30 days to 45":          {june(29, 9), june(46, 9), 0, hangzhou, nil},
		"19b: a second time":              {june(29, 9), june(46, 9), 1, hangzhou, []fault.Code{fault.ExtensionLimit}},
		"19c: over sixty days":            {june(29, 9), june(76, 9), 0, hangzhou, []fault.Code{fault.WindowTooLong}},
		"where the rule knows no bounds":  {june(29, 9), june(46, 9), 0, nil, []fault.Code{fault.ExtensionLimit}},
		"when the close has come":         {june(31, 9), june(46, 9), 0, hangzhou, []fault.Code{fault.TimeIsUp}},
		"to an earlier time":              {june(29, 9), june(30, 9), 0, hangzhou, []fault.Code{fault.NotLater}},
		"to the same":                     {june(29, 9), june(31, 9), 0, hangzhou, []fault.Code{fault.NotLater}},
		"everything at once":              {june(32, 9), june(30, 9), 1, hangzhou, []fault.Code{fault.TimeIsUp, fault.NotLater, fault.ExtensionLimit}},
		"for longer, but still too short": {june(29, 9), june(32, 9), 0, &rule.Window{LeastDays: 50, MostDays: 60, Extensions: 1}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []fault.Code
			for _, f := range (window.Extension{Window: month, Used: c.used, To: c.to, Now: c.now}).Unlawful(c.bounds) {
				got = append(got, f.Code)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("refused with %v, want %v", got, c.want)
			}
		})
	}
}

// TestExtensionsStayWithinTheBounds puts a vote off as often as it lets itself
// be, wherever to.
func TestExtensionsStayWithinTheBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bounds := &rule.Window{
			MostDays: rapid.IntRange(1, 90).Draw(t, "most"), Extensions: rapid.IntRange(0, 4).Draw(t, "extensions"),
		}
		e := window.Extension{Window: window.Window{Opens: june(1, 9), Closes: june(2, 9)}, Now: june(1, 10)}
		for range rapid.IntRange(0, 8).Draw(t, "tries") {
			e.To = e.Opens.Add(time.Duration(rapid.IntRange(0, 100*24).Draw(t, "hours")) * time.Hour)
			if len(e.Unlawful(bounds)) == 0 {
				e.Closes, e.Used = e.To, e.Used+1
			}
		}
		if e.Used > bounds.Extensions || e.Days() > max(1, bounds.MostDays) || e.Closes.Before(june(2, 9)) {
			t.Fatalf("put off %d times to %s, which is %d days, under %+v", e.Used, e.Closes, e.Days(), *bounds)
		}
	})
}

func TestBounded(t *testing.T) {
	for bounds, want := range map[*rule.Window]bool{
		nil: false, {PreliminaryDays: 15}: false, {LeastDays: 1}: true, {MostDays: 1}: true,
	} {
		if window.Bounded(bounds) != want {
			t.Errorf("%+v bounds a vote: %v", bounds, !want)
		}
	}
}

func TestResult(t *testing.T) {
	asks := &rule.Window{PreliminaryDays: 15}
	until, _ := day.Parse("2026-06-16")
	closed, preliminary, final := schema.VoteStatusClosed, schema.VoteStatusPreliminary, schema.VoteStatusFinal
	for name, c := range map[string]struct {
		result window.Result
		bounds *rule.Window
		today  day.Date
		want   []fault.Code
		late   bool
	}{
		"closed, and nothing is asked":       {window.Result{Status: closed}, nil, until, nil, false},
		"closed, and to be posted":           {window.Result{Status: closed}, asks, until, []fault.Code{fault.PreliminaryNeeded}, false},
		"posted, on the last day":            {window.Result{Status: preliminary, Until: until}, asks, until, []fault.Code{fault.ObjectionsPending}, false},
		"posted, on the day after":           {window.Result{Status: preliminary, Until: until}, asks, until.AddDays(1), nil, true},
		"posted, though nothing asks for it": {window.Result{Status: preliminary, Until: until}, nil, until, []fault.Code{fault.ObjectionsPending}, false},
		"objected to": {window.Result{Status: preliminary, Until: until, Unanswered: 2}, asks, until,
			[]fault.Code{fault.ObjectionsPending, fault.ObjectionsUnanswered}, false},
		"objected to before it was posted": {window.Result{Status: closed, Unanswered: 1}, nil, until, []fault.Code{fault.ObjectionsUnanswered}, false},
		"final, and objected to":           {window.Result{Status: final, Until: until, Unanswered: 1}, asks, until, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			var got []fault.Code
			for _, f := range c.result.Open(c.bounds, c.today) {
				got = append(got, f.Code)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("open for %v, want %v", got, c.want)
			}
			if c.result.Late(c.today) != c.late {
				t.Errorf("an objection is late: %v", !c.late)
			}
		})
	}
}
