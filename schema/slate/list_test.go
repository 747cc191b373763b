package slate

import (
	"testing"

	"sifang/schema/day"
	"sifang/schema/rule"
)

// A list that is posted on 1 June: in Hangzhou fifteen days before the election
// and for at least seven (art. 26), in Qingyuan fifteen days before (art. 19).
func TestListOpens(t *testing.T) {
	hangzhou := rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays, PublicationDays: 7}
	for name, c := range map[string]struct {
		periods rule.Periods
		until   string
		want    string
	}{
		"Hangzhou":                        {hangzhou, "2026-06-08", "2026-06-17"},
		"Hangzhou, by the calendar":       {rule.Periods{NoticeDays: 15, NoticeMethod: rule.DateDifference, PublicationDays: 7}, "2026-06-08", "2026-06-16"},
		"posted for longer":               {hangzhou, "2026-06-20", "2026-06-21"},
		"Qingyuan":                        {rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}, "2026-06-01", "2026-06-17"},
		"only for how long it must hang":  {rule.Periods{PublicationDays: 7}, "2026-06-08", "2026-06-09"},
		"no period at all, the next day":  {rule.Periods{}, "2026-06-01", "2026-06-02"},
		"counted in a way nobody defined": {rule.Periods{NoticeDays: 1}, "2026-06-01", "2026-06-03"},
	} {
		t.Run(name, func(t *testing.T) {
			listed, _ := day.Parse("2026-06-01")
			until, _ := day.Parse(c.until)
			if got := (Posting{Listed: listed, Until: until}).Opens(c.periods); got.String() != c.want {
				t.Errorf("opens on %s, want %s", got, c.want)
			}
			asked := Posted(listed, c.periods, day.Calendar{})
			if asked.Until.After(until) {
				t.Errorf("asked for until %s, posted until %s", asked.Until, until)
			}
		})
	}
}
