package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema/day"
	"sifang/schema/plan"
	"sifang/schema/rule"
)

func on(t interface{ Fatal(...any) }, text string) day.Date {
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// nationalDay is a holiday of a week, with the weekends worked in exchange.
func nationalDay(t *testing.T) day.Calendar {
	c := day.Calendar{Weekends: true, Workdays: []day.Date{on(t, "2026-09-20"), on(t, "2026-10-10")}}
	for i := range 7 {
		c.Holidays = append(c.Holidays, on(t, "2026-10-01").AddDays(i))
	}
	return c
}

// TestWorkedExamples are counted by hand. Each lists the last days from the notice
// to the day on which all is settled, and the first day possible from 1 June 2026.
func TestWorkedExamples(t *testing.T) {
	clear15 := rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}
	for name, c := range map[string]struct {
		by      string
		periods rule.Periods
		window  *rule.Window
		rest    bool
		want    string
		first   string
	}{
		"an assembly: 15 clear days (Property Management Regulation art. 14)": {"2026-07-31", clear15, nil, false,
			"READY 07-15, ANNOUNCED 07-15, LISTED 07-31, OPENED 07-31, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-17"},
		"15 days where the day of the meeting counts": {"2026-07-31", rule.Periods{NoticeDays: 15, NoticeMethod: rule.DateDifference}, nil, false,
			"READY 07-16, ANNOUNCED 07-16, LISTED 07-31, OPENED 07-31, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-16"},
		"a residents' meeting: 10 clear days, posted 15 (Residents' Committee Organic Law)": {"2026-07-31",
			rule.Periods{NoticeDays: 10, NoticeMethod: rule.ClearDays, PublicationDays: 15}, nil, false,
			"READY 07-05, ANNOUNCED 07-05, LISTED 07-16, OPENED 07-16, CLOSED 07-16, DECISION_POSTED 07-16, SETTLED 07-31", "06-27"},
		"representatives: no notice, posted 15": {"2026-07-31", rule.Periods{PublicationDays: 15}, nil, false,
			"READY 07-16, ANNOUNCED 07-16, LISTED 07-16, OPENED 07-16, CLOSED 07-16, DECISION_POSTED 07-16, SETTLED 07-31", "06-16"},
		"Hangzhou: open 5 to 60 days": {"2026-07-31", clear15, &rule.Window{LeastDays: 5, MostDays: 60}, false,
			"READY 07-10, ANNOUNCED 07-10, LISTED 07-26, OPENED 07-26, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-22"},
		"Hangzhou, out of the ordinary: 7 clear days": {"2026-07-31", rule.Periods{NoticeDays: 7, NoticeMethod: rule.ClearDays},
			&rule.Window{LeastDays: 5, MostDays: 60}, false,
			"READY 07-18, ANNOUNCED 07-18, LISTED 07-26, OPENED 07-26, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-14"},
		"Qingyuan: a preliminary result for 15 days, the decision for 15 more": {"2026-07-31",
			rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays, PublishWithinDays: 7, PublicationDays: 15}, &rule.Window{PreliminaryDays: 15}, false,
			"READY 06-14, ANNOUNCED 06-14, LISTED 06-30, OPENED 06-30, CLOSED 06-30, RESULT_POSTED 06-30, FINAL 07-16, DECISION_POSTED 07-16, SETTLED 07-31",
			"07-18"},
		"a joint meeting: 3 clear days by custom": {"2026-07-31", rule.Periods{NoticeDays: 3, NoticeMethod: rule.ClearDays}, nil, false,
			"READY 07-27, ANNOUNCED 07-27, LISTED 07-31, OPENED 07-31, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-05"},
		"a branch meeting: no period at all": {"2026-07-31", rule.Periods{}, nil, false,
			"READY 07-31, ANNOUNCED 07-31, LISTED 07-31, OPENED 07-31, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31", "06-01"},
		"a posting that would end in the week of the National Day (Civil Code art. 203)": {"2026-10-07",
			rule.Periods{PublicationDays: 15}, nil, true,
			"READY 09-15, ANNOUNCED 09-15, LISTED 09-15, OPENED 09-15, CLOSED 09-15, DECISION_POSTED 09-15, SETTLED 10-07", "06-16"},
		"a posting that ends on a Saturday that is worked": {"2026-10-10", rule.Periods{PublicationDays: 7}, nil, true,
			"READY 10-03, ANNOUNCED 10-03, LISTED 10-03, OPENED 10-03, CLOSED 10-03, DECISION_POSTED 10-03, SETTLED 10-10", "06-08"},
		"a notice is not moved by days of rest": {"2026-10-03", clear15, nil, true,
			"READY 09-17, ANNOUNCED 09-17, LISTED 10-03, OPENED 10-03, CLOSED 10-03, DECISION_POSTED 10-03, SETTLED 10-03", "06-17"},
	} {
		t.Run(name, func(t *testing.T) {
			asked := plan.Case{By: on(t, c.by), Today: on(t, "2026-06-01"), Periods: c.periods, Window: c.window}
			if c.rest {
				asked.Rest = nationalDay(t)
			}
			p := plan.Of(asked)
			if got := days(p); got != c.want {
				t.Errorf("planned\n%s, want\n%s", got, c.want)
			}
			if got := p.Earliest.String()[5:]; got != c.first {
				t.Errorf("the first day is %s, want %s", got, c.first)
			}
			if p.TooLate() {
				t.Error("too late")
			}
		})
	}
}

func days(p plan.Plan) string {
	var all []string
	for _, s := range p.Steps {
		all = append(all, fmt.Sprintf("%s %s", s.Code, s.Latest.String()[5:]))
	}
	return strings.Join(all, ", ")
}

func TestTooLate(t *testing.T) {
	p := plan.Of(plan.Case{
		By: on(t, "2026-07-31"), Today: on(t, "2026-07-16"), Periods: rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays},
	})
	if !p.TooLate() || p.Earliest != on(t, "2026-08-01") {
		t.Errorf("too late: %v; the first day is %s", p.TooLate(), p.Earliest)
	}
	said := p.Steps[1].Sentence()
	if said.English != "By 2026-07-15: the meeting is announced with its agenda (15 days before the meeting at least). That day is over." ||
		said.Chinese != "最迟2026-07-15：发布会议通知和议程（会前至少15日）。已逾期。" {
		t.Errorf("said %q and %q", said.English, said.Chinese)
	}
}

// TestPlanHolds begins on the last days of plans: nobody who keeps them is late,
// and who could be done by the day is not told that it is too late.
func TestPlanHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(0, 20)
		c := plan.Case{
			Today: on(t, "2026-09-01").AddDays(number.Draw(t, "today")),
			Periods: rule.Periods{
				NoticeDays: number.Draw(t, "notice"), PublicationDays: number.Draw(t, "posted"),
				NoticeMethod: rapid.SampledFrom([]rule.NoticeMethod{rule.ClearDays, rule.DateDifference}).Draw(t, "method"),
			},
			Window: &rule.Window{LeastDays: number.Draw(t, "open"), PreliminaryDays: number.Draw(t, "preliminary")},
			Rest:   day.Calendar{Weekends: rapid.Bool().Draw(t, "weekends")},
		}
		c.By = c.Today.AddDays(rapid.IntRange(0, 120).Draw(t, "by"))
		p := plan.Of(c)
		if !slices.IsSortedFunc(p.Steps, func(a, b plan.Step) int { return a.Latest.Compare(b.Latest) }) {
			t.Fatalf("out of order: %s", days(p))
		}
		if p.TooLate() == !p.Earliest.After(c.By) {
			t.Fatalf("too late is %v for %s, and the first day is %s: %s", p.TooLate(), c.By, p.Earliest, days(p))
		}
	})
}

// TestInWriting: papers are brought round until the vote is closed.
func TestInWriting(t *testing.T) {
	p := plan.Of(plan.Case{By: on(t, "2026-07-31"), Today: on(t, "2026-06-01"), Written: true, Window: &rule.Window{LeastDays: 5}})
	want := "READY 07-26, ANNOUNCED 07-26, LISTED 07-26, OPENED 07-26, SERVED 07-31, CLOSED 07-31, DECISION_POSTED 07-31, SETTLED 07-31"
	if got := days(p); got != want {
		t.Errorf("planned\n%s, want\n%s", got, want)
	}
}

func TestEveryStepHasASentence(t *testing.T) {
	for _, code := range plan.Code("").Values() {
		said := plan.Step{Code: plan.Code(code)}.Sentence()
		if strings.Contains(said.Chinese, "：。") || strings.Contains(said.English, ": .") {
			t.Errorf("%s says %q and %q", code, said.Chinese, said.English)
		}
	}
}
