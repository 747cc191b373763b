package notice_test

import (
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/notice"
)

func posting(t *testing.T) notice.Posting {
	t.Helper()
	return notice.Posting{
		Kind: schema.MeetingKindJoint, Form: schema.MeetingFormInPerson, Title: "六月联席会议",
		Convener: "新塘里社区党委", Linkage: "翡翠苑四方联动",
		Starts: time.Date(2026, 6, 8, 11, 0, 0, 0, time.UTC), Ends: time.Date(2026, 6, 8, 13, 0, 0, 0, time.UTC),
		Venue: "社区议事厅", Posted: on(t, "2026-06-01"),
		Items: []notice.Item{
			{Position: 1, Title: "重划停车线", Authority: schema.DecisionAuthorityJointMeeting},
			{Position: 2, Title: "大堂出租广告位", Authority: schema.DecisionAuthorityOwnersAssembly, New: true},
		},
	}
}

func TestTexts(t *testing.T) {
	bare := posting(t)
	bare.Linkage, bare.Venue, bare.Items = "", "", nil
	bare.Ends = bare.Ends.AddDate(0, 0, 1)
	for name, c := range map[string]struct{ got, want string }{
		"calling without place and agenda, over two days": {bare.Calling(), `会议通知

名称：六月联席会议
召集：新塘里社区党委
类型：联席会议（现场会议）
时间：2026年6月8日（星期一）19:00至2026年6月9日（星期二）21:00
地点：另行通知
议题：另行通知

发布日期：2026年6月1日（星期一）
`},
		"amending": {posting(t).Amending(notice.Time, notice.Venue), `会议变更通知

名称：六月联席会议
召集：翡翠苑四方联动（新塘里社区党委召集）
类型：联席会议（现场会议）
时间：2026年6月8日（星期一）19:00至21:00
地点：社区议事厅
本通知变更：会议时间、会议地点
议题：
1. 重划停车线——决定权：联席会议
2. 大堂出租广告位（新增）——决定权：业主大会

发布日期：2026年6月1日（星期一）
`},
		"cancelling": {posting(t).Cancelling("台风"), `会议取消通知

翡翠苑四方联动（新塘里社区党委召集）原定于2026年6月8日（星期一）19:00召开的「六月联席会议」取消。
原因：台风

发布日期：2026年6月1日（星期一）
`},
	} {
		t.Run(name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("worded\n%s\nwant\n%s", c.got, c.want)
			}
		})
	}
}

// TestEveryWordIsWorded keeps the tables of words as long as the enumerations.
func TestEveryWordIsWorded(t *testing.T) {
	for _, word := range schema.MeetingKind("").Values() {
		p := posting(t)
		p.Kind = schema.MeetingKind(word)
		if strings.Contains(p.Calling(), "类型：（") {
			t.Errorf("the kind %s is not worded", word)
		}
	}
	for _, word := range schema.MeetingForm("").Values() {
		p := posting(t)
		p.Form = schema.MeetingForm(word)
		if strings.Contains(p.Calling(), "（）") {
			t.Errorf("the form %s is not worded", word)
		}
	}
	for _, word := range schema.DecisionAuthority("").Values() {
		if notice.Authority(schema.DecisionAuthority(word)) == "" {
			t.Errorf("the authority %s is not worded", word)
		}
	}
}
