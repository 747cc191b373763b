package todo

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sifang/schema/day"
	"sifang/schema/fault"
)

// Thing is one thing to be done.
type Thing struct {
	Kind Kind
	// Name is the title, question or body that it is about, Of where that
	// belongs, such as the meeting of a paper.
	Name, Of string
	// Title and OfTitle are the same where they are said in both languages, such as
	// the step of a procedure and the procedure.
	Title, OfTitle fault.Words
	// Count is how many things it stands for; 0 for a single one.
	Count int
	Since time.Time
	// DueOn is the last day on which it is in time, and Until the last instant
	// where a time of day is set. Both are zero where no end is set.
	DueOn day.Date
	Until time.Time
}

// Number is how many things it stands for, at least one.
func (t Thing) Number() int { return max(t.Count, 1) }

// Day is the last day on which it is in time; zero if none is set.
func (t Thing) Day() day.Date {
	if !t.DueOn.IsZero() || t.Until.IsZero() {
		return t.DueOn
	}
	return day.Of(t.Until)
}

// end is the first instant at which it is late; zero if there is none.
func (t Thing) end() time.Time {
	switch {
	case !t.Until.IsZero():
		return t.Until
	case !t.DueOn.IsZero():
		return t.DueOn.End()
	default:
		return time.Time{}
	}
}

// Overdue reports whether its time is over. What is due at an instant is in time
// at that instant, and what is due on a day until the end of that day.
func (t Thing) Overdue(now time.Time) bool {
	end := t.end()
	switch {
	case end.IsZero():
		return false
	case t.Until.IsZero():
		return !now.Before(end)
	default:
		return now.After(end)
	}
}

// Sort puts things in the order of their urgency: the overdue first, each by its
// end; what has none last, the oldest first. What is equally urgent comes in the
// order of the kinds.
func Sort[T any](now time.Time, things []T, of func(T) Thing) {
	slices.SortStableFunc(things, func(a, b T) int { return compare(now, of(a), of(b)) })
}

func compare(now time.Time, a, b Thing) int {
	return cmp.Or(
		last(!a.Overdue(now), !b.Overdue(now)),
		last(a.end().IsZero(), b.end().IsZero()),
		a.Day().Compare(b.Day()),
		a.end().Compare(b.end()),
		cmp.Compare(a.Kind.place(), b.Kind.place()),
		a.Since.Compare(b.Since),
	)
}

// last orders what is so behind what is not.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// Sentence says what is to be done and, if an end is set, until when.
func (t Thing) Sentence(now time.Time) fault.Words {
	says := meanings[t.Kind.place()].says
	zh, en := t.fill(says.Chinese, t.Title.Chinese, t.OfTitle.Chinese), t.fill(says.English, t.Title.English, t.OfTitle.English)
	end := t.when()
	switch {
	case end == "":
	case t.Overdue(now):
		zh, en = zh+"期限"+end+"，已逾期。", en+" It was due by "+end+"."
	default:
		zh, en = zh+"期限"+end+"。", en+" It is due by "+end+"."
	}
	return fault.Words{Chinese: zh, English: en}
}

// when is the end as people write it in China: the day, and the time of day where
// one is set.
func (t Thing) when() string {
	switch {
	case !t.Until.IsZero():
		on := day.Of(t.Until)
		return on.String() + " " + t.Until.In(on.Start().Location()).Format("15:04")
	case !t.DueOn.IsZero():
		return t.DueOn.String()
	default:
		return ""
	}
}

func (t Thing) fill(sentence, title, ofTitle string) string {
	return strings.NewReplacer("{name}", cmp.Or(title, t.Name), "{of}", cmp.Or(ofTitle, t.Of),
		"{count}", strconv.Itoa(t.Number())).Replace(sentence)
}
