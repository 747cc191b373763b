package notice

import (
	"fmt"
	"time"

	"sifang/schema/day"
)

// Vote is a vote on an item of the agenda, with the times at which it opens and
// closes. What is nil is not announced.
type Vote struct {
	Question      string
	Opens, Closes *time.Time
}

// line words a vote of which a time is announced, and nothing for any other:
// what is voted on follows from the agenda.
func (v Vote) line() string {
	when := ""
	switch {
	case v.Opens != nil && v.Closes != nil:
		when = moment(*v.Opens) + "至" + end(*v.Closes)
	case v.Opens != nil:
		when = moment(*v.Opens) + "开始"
	case v.Closes != nil:
		when = end(*v.Closes) + "截止"
	default:
		return ""
	}
	return fmt.Sprintf("   表决：%s（%s）\n", v.Question, when)
}

// end words the instant at which something is over: midnight is 24:00 of the
// day that ends with it.
func end(t time.Time) string {
	last := day.Of(t.Add(-time.Nanosecond))
	if last.End().Equal(t) {
		return date(last) + "24:00"
	}
	return moment(t)
}

// Extension is the close of a vote put off.
type Extension struct {
	Question string
	From, To time.Time // the close announced before, and the one that holds now
	Reason   string
	Posted   day.Date
}

// Text words the posting of it.
func (e Extension) Text() string {
	return fmt.Sprintf("表决延期公告\n\n表决事项：%s\n原定截止时间：%s\n延期至：%s\n原因：%s\n\n发布日期：%s\n",
		e.Question, end(e.From), end(e.To), e.Reason, date(e.Posted))
}
