package minutes

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

func (d *draft) item(i Item) {
	d.line("")
	d.line("议题%d：%s", i.Position, i.Title)
	d.told("回避", aside(i.Aside))
	for _, o := range i.Opinions {
		d.line("书面意见：%s", o.words())
	}
	for _, s := range i.Speeches {
		d.line("发言：%s", s.words())
	}
	for _, m := range i.Motions {
		d.motion(m)
	}
	for _, v := range i.Votes {
		d.vote(v)
	}
	disposition := term(i.Disposition)
	if i.Note != "" {
		disposition += "（" + i.Note + "）"
	}
	d.line("处理结果：%s", disposition)
	for _, r := range i.Resolutions {
		d.line("决议：〔%d〕%d号 %s（%s）", r.Year, r.Serial, r.Title, term(r.Kind))
		d.quote(r.Text)
	}
}

// aside names who stepped aside, and counts the others.
func aside(who []string) string {
	named := slices.DeleteFunc(slices.Clone(who), func(name string) bool { return name == "" })
	if others := len(who) - len(named); others > 0 {
		named = append(named, fmt.Sprintf("未列名的 %d 人", others))
	}
	return strings.Join(named, "、")
}

func (o Opinion) words() string {
	if o.Given.IsZero() {
		return fmt.Sprintf("%s（答复期限%s）：未答复", o.Of, moment(o.Due))
	}
	late := ""
	if !o.Given.Before(o.Due) {
		late = "，逾期"
	}
	return fmt.Sprintf("%s（%s答复%s）：%s。%s", o.Of, moment(o.Given), late, term(o.Stance), o.Text)
}

func (s Speech) words() string {
	about := term(s.Side)
	if s.For != "" {
		about = s.For + "，" + about
	}
	took := "发言中"
	if s.Took > 0 {
		took = "用时" + span(s.Took)
	}
	return somebody(s.Who) + "（" + about + "），" + took
}

// span is a length of time in whole seconds.
func span(t time.Duration) string {
	minutes, seconds := int(t/time.Minute), int(t%time.Minute/time.Second)
	switch {
	case minutes == 0:
		return fmt.Sprintf("%d秒", seconds)
	case seconds == 0:
		return fmt.Sprintf("%d分钟", minutes)
	default:
		return fmt.Sprintf("%d分%d秒", minutes, seconds)
	}
}

// somebody is a name, or that the minutes name nobody.
func somebody(name string) string {
	if name == "" {
		return "一名与会人员"
	}
	return name
}

func (d *draft) motion(m Motion) {
	what := fmt.Sprintf("动议%d", m.Number)
	if m.Amends > 0 {
		what += fmt.Sprintf("（对动议%d的修正案）", m.Amends)
	}
	seconded := "，无人附议"
	if m.Seconded {
		seconded = "，" + somebody(m.Seconder) + "附议"
	}
	d.line("%s：%s提出%s；%s", what, somebody(m.Mover), seconded, term(m.Status))
	d.quote(m.Text)
	if m.Reads != "" {
		d.line("动议%d修正后的文本：", m.Number)
		d.quote(m.Reads)
	}
}

func (d *draft) vote(v Vote) {
	about := ""
	if v.Motion > 0 {
		about = fmt.Sprintf("（动议%d）", v.Motion)
	}
	d.line("表决%s：%s", about, v.Question)
	switch {
	case v.Opened.IsZero():
		d.line("  %s，没有进行", term(v.Status))
		return
	case v.Closed.IsZero():
		d.line("  %s，%s开始，尚未结束", term(v.Method), moment(v.Opened))
	default:
		d.line("  %s，%s开始，%s结束", term(v.Method), moment(v.Opened), since(v.Closed, v.Opened))
	}
	for _, sentence := range v.Verdict {
		d.line("  %s", sentence)
	}
}

// quote writes a text line by line, set in.
func (d *draft) quote(text string) {
	for line := range strings.Lines(text) {
		d.line("  %s", strings.TrimRight(line, "\n"))
	}
}
