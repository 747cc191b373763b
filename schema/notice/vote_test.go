package notice_test

import (
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/notice"
)

// at is an instant of June 2026 in UTC, eight hours behind China.
func at(dayOfMonth, hour int) *time.Time {
	return new(time.Date(2026, 6, dayOfMonth, hour, 0, 0, 0, time.UTC))
}

// The notice of a written meeting says for how long opinions are collected, and
// when each vote on it opens and closes.
func TestNoticeTellsWhenVotesOpenAndClose(t *testing.T) {
	p := posting(t)
	p.Form = schema.MeetingFormWritten
	p.Ends = time.Date(2026, 7, 8, 16, 0, 0, 0, time.UTC)
	p.Items[0].Votes = []notice.Vote{
		{Question: "是否同意？", Opens: at(9, 1), Closes: at(24, 16)},
		{Question: "没有时间的表决"},
	}
	p.Items[1].Votes = []notice.Vote{{Question: "何时开始？", Opens: at(9, 1)}, {Question: "何时截止？", Closes: at(24, 10)}}
	text := p.Calling()
	for _, line := range []string{
		"时间：2026年6月8日（星期一）19:00至2026年7月8日（星期三）24:00\n",
		"1. 重划停车线——决定权：联席会议\n   表决：是否同意？（2026年6月9日（星期二）09:00至2026年6月24日（星期三）24:00）\n2. ",
		"   表决：何时开始？（2026年6月9日（星期二）09:00开始）\n   表决：何时截止？（2026年6月24日（星期三）18:00截止）\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("the notice does not say\n%s\nbut\n%s", line, text)
		}
	}
}

func TestExtensionText(t *testing.T) {
	const want = `表决延期公告

表决事项：是否同意？
原定截止时间：2026年6月24日（星期三）24:00
延期至：2026年6月30日（星期二）18:00
原因：回收不足

发布日期：2026年6月20日（星期六）
`
	said := notice.Extension{Question: "是否同意？", From: *at(24, 16), To: *at(30, 10), Reason: "回收不足", Posted: on(t, "2026-06-20")}
	if got := said.Text(); got != want {
		t.Errorf("worded\n%s\nwant\n%s", got, want)
	}
}
