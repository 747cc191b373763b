package todo_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/mandate"
	"sifang/schema/todo"
)

var now = time.Date(2026, 6, 10, 4, 0, 0, 0, time.UTC) // noon in China

func on(t *testing.T, text string) day.Date {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every kind is asked for in both languages without a gap, and its verb is a verb
// of the API.
func TestEveryKindIsSaid(t *testing.T) {
	known := map[string]bool{"": true}
	for _, verb := range mandate.Verbs() {
		known[verb] = true
	}
	for _, word := range todo.Kind("").Values() {
		kind := todo.Kind(word)
		said := todo.Thing{Kind: kind, Name: "名称", Of: "会议", Count: 3}.Sentence(now)
		if !known[kind.Verb()] {
			t.Errorf("%s: %q is no verb", kind, kind.Verb())
		}
		for _, text := range []string{said.Chinese, said.English} {
			if text == "" || strings.ContainsAny(text, "{}") || !strings.Contains(text, "名称") {
				t.Errorf("%s: %q", kind, text)
			}
		}
	}
}

// The API describes every kind, in the same order.
func TestKindsOfTheAPI(t *testing.T) {
	sdl, err := os.ReadFile("../viewer.graphql")
	if err != nil {
		t.Fatal(err)
	}
	_, enum, _ := strings.Cut(string(sdl), "enum TodoKind {")
	var described []string
	for line := range strings.Lines(enum) {
		if word := strings.TrimSpace(line); word != "" && word != "}" && !strings.HasPrefix(word, `"`) {
			described = append(described, word)
		}
	}
	if !slices.Equal(described, todo.Kind("").Values()) {
		t.Errorf("described are %q", described)
	}
}

func TestSentence(t *testing.T) {
	for _, c := range []struct {
		thing  todo.Thing
		zh, en string
	}{
		{
			todo.Thing{Kind: todo.CastVote, Name: "更换物业", Until: now.Add(2 * time.Hour)},
			"您尚未就「更换物业」表决。期限2026-06-10 14:00。", "You have not voted on “更换物业”. It is due by 2026-06-10 14:00.",
		},
		{
			todo.Thing{Kind: todo.AnswerObjection, Name: "更换物业", DueOn: on(t, "2026-06-09")},
			"答复关于「更换物业」的异议。期限2026-06-09，已逾期。", "Answer the objection about “更换物业”. It was due by 2026-06-09.",
		},
		{
			todo.Thing{Kind: todo.ReadPapers, Name: "业主大会", Count: 12},
			"会议「业主大会」有12张纸质票待第二人录入。", "Papers of “业主大会” wait for a second reader: 12.",
		},
		{
			todo.Thing{
				Kind: todo.TakeStep, Title: fault.Words{Chinese: "公示", English: "Posting"},
				OfTitle: fault.Words{Chinese: "四议两公开", English: "Four deliberations"},
			},
			"程序「四议两公开」的下一步：「公示」。", "The next step of “Four deliberations”: “Posting”.",
		},
	} {
		if said := c.thing.Sentence(now); said.Chinese != c.zh || said.English != c.en {
			t.Errorf("%s: %q %q", c.thing.Kind, said.Chinese, said.English)
		}
	}
}

// What is due on a day is in time until that day is over in China, and what is due
// at an instant at that instant.
func TestOverdue(t *testing.T) {
	midnight := on(t, "2026-06-10").End()
	for _, c := range []struct {
		thing todo.Thing
		at    time.Time
		late  bool
	}{
		{todo.Thing{}, now, false},
		{todo.Thing{DueOn: on(t, "2026-06-10")}, midnight.Add(-time.Second), false},
		{todo.Thing{DueOn: on(t, "2026-06-10")}, midnight, true},
		{todo.Thing{Until: now}, now, false},
		{todo.Thing{Until: now}, now.Add(time.Microsecond), true},
		{todo.Thing{Until: now, DueOn: on(t, "2026-07-01")}, now.Add(time.Hour), true},
	} {
		if got := c.thing.Overdue(c.at); got != c.late {
			t.Errorf("%+v at %s: %t", c.thing, c.at, got)
		}
	}
}

// In a sorted list nothing overdue comes behind what is not, nothing without an
// end before what has one, and no later end before an earlier one.
func TestSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		things := rapid.SliceOf(rapid.Custom(func(t *rapid.T) todo.Thing {
			one := todo.Thing{Kind: todo.Kind(rapid.SampledFrom(todo.Kind("").Values()).Draw(t, "kind"))}
			at := now.Add(time.Duration(rapid.IntRange(-100, 100).Draw(t, "hours")) * time.Hour)
			switch rapid.IntRange(0, 2).Draw(t, "end") {
			case 1:
				one.DueOn = day.Of(at)
			case 2:
				one.Until = at
			}
			return one
		})).Draw(t, "things")
		todo.Sort(now, things, func(one todo.Thing) todo.Thing { return one })
		for i := 1; i < len(things); i++ {
			a, b := things[i-1], things[i]
			switch {
			case b.Overdue(now) && !a.Overdue(now):
				t.Fatalf("%+v before the overdue %+v", a, b)
			case a.Day().IsZero() && !b.Day().IsZero():
				t.Fatalf("%+v before %+v, which has an end", a, b)
			case a.Overdue(now) == b.Overdue(now) && !b.Day().IsZero() && a.Day().After(b.Day()):
				t.Fatalf("%+v before %+v", a, b)
			}
		}
	})
}
