package minutes

import (
	"fmt"
	"strings"
	"time"

	"sifang/schema"
	"sifang/schema/day"
)

// Draft words a record. The same record always gives the same text.
func Draft(r Record) string {
	var d draft
	d.line("会议记录")
	d.line("")
	d.heading(r)
	d.attendance(r)
	for _, item := range r.Items {
		d.item(item)
	}
	if len(r.Items) == 0 {
		d.line("")
		d.line("本次会议没有议题。")
	}
	return d.String()
}

type draft struct{ strings.Builder }

func (d *draft) line(format string, values ...any) {
	fmt.Fprintf(d, format, values...)
	d.WriteByte('\n')
}

// told writes a line only if there is something to tell.
func (d *draft) told(label, what string) {
	if what != "" {
		d.line("%s：%s", label, what)
	}
}

func (d *draft) heading(r Record) {
	d.told("名称", r.Title)
	convener := r.Convener
	if r.Linkage != "" {
		convener = r.Linkage + "（" + r.Convener + "召集）"
	}
	d.told("召集", convener)
	d.line("类型：%s（%s）", term(r.Kind), term(r.Form))
	d.told("召集依据", term(r.Under))
	d.told("地点", r.Venue)
	switch {
	case r.Form == schema.MeetingFormWritten:
		d.line("时间：%s至%s", moment(r.Starts), moment(r.Ends))
	case r.Opened.IsZero():
		d.line("时间：定于%s，尚未开会", moment(r.Starts))
	case r.Closed.IsZero():
		d.line("时间：%s开会，尚未闭会", moment(r.Opened))
	default:
		d.line("时间：%s开会，%s闭会", moment(r.Opened), since(r.Closed, r.Opened))
	}
	d.told("主持", r.Chair)
}

func (d *draft) attendance(r Record) {
	if r.Form == schema.MeetingFormWritten {
		return
	}
	d.line("")
	d.line("出席：")
	for _, a := range r.Attendees {
		d.line("- %s", a.words(r.Opened))
	}
	switch o := r.Others; {
	case o.Voting > 0 && o.Observing > 0:
		d.line("- 另有有表决权的 %d 人出席，%d 人列席", o.Voting, o.Observing)
	case o.Voting > 0:
		d.line("- 另有有表决权的 %d 人出席", o.Voting)
	case o.Observing > 0:
		d.line("- 另有 %d 人列席", o.Observing)
	case len(r.Attendees) == 0:
		d.line("- 没有签到记录")
	}
	if len(r.Quorum) > 0 {
		d.line("法定人数（%s）：%s", moment(r.QuorumAt), strings.Join(r.Quorum, ""))
	}
}

func (a Attendee) words(opened time.Time) string {
	about := []string{}
	if a.For != "" {
		about = append(about, "代表"+a.For)
	}
	if !a.Votes {
		about = append(about, "列席")
	}
	text := a.Name
	if len(about) > 0 {
		text += "（" + strings.Join(about, "，") + "）"
	}
	stays := make([]string, len(a.Stays))
	for i, s := range a.Stays {
		stays[i] = since(s.From, opened) + "至" + until(s.To, opened)
		if s.Remote {
			stays[i] += "（线上）"
		}
	}
	return text + "：" + strings.Join(stays, "、")
}

func until(t, opened time.Time) string {
	if t.IsZero() {
		return "会议结束"
	}
	return since(t, opened)
}

// since is an instant as a clock shows it, with the day if it is another one
// than that of the other instant.
func since(t, other time.Time) string {
	if day.Of(t) == day.Of(other) {
		return clock(t)
	}
	return moment(t)
}

// moment is an instant in the civil time of China.
func moment(t time.Time) string {
	return day.Of(t).Start().Format("2006年1月2日") + clock(t)
}

func clock(t time.Time) string { return t.In(day.Of(t).Start().Location()).Format("15:04") }

// term is a word of the API in Chinese.
func term(word any) string {
	said, _ := schema.Term(word)
	return said
}
