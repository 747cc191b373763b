package plan

import (
	"fmt"

	"sifang/schema/rule"
)

// Sentence says what is to be done until when, and why then.
func (s Step) Sentence() rule.Text {
	said := sentences[s.Code]
	zh := fmt.Sprintf("最迟%s：%s", s.Latest, said.Chinese)
	en := fmt.Sprintf("By %s: %s", s.Latest, said.English)
	if why, ok := reasons[s.Code]; ok && s.Days > 0 {
		zh += fmt.Sprintf(why.Chinese, s.Days)
		en += fmt.Sprintf(why.English, s.Days)
	}
	zh, en = zh+"。", en+"."
	if s.Late {
		zh, en = zh+"已逾期。", en+" That day is over."
	}
	return rule.Text{Chinese: zh, English: en}
}

var sentences = map[Code]rule.Text{
	Ready:          {Chinese: "议案受理并列入议程，需要联名的已达到人数", English: "the proposal is taken up and on the agenda, signed by enough if it takes a petition"},
	Announced:      {Chinese: "发布会议通知和议程", English: "the meeting is announced with its agenda"},
	Listed:         {Chinese: "冻结名册", English: "the roll is frozen"},
	Opened:         {Chinese: "开会并开始表决", English: "the meeting is held and the vote opened"},
	Served:         {Chinese: "表决票和议题送达每一位有表决权的人", English: "the papers have reached everybody who may vote"},
	Closed:         {Chinese: "结束表决并计票", English: "the vote is closed and counted"},
	ResultPosted:   {Chinese: "公示初步结果", English: "the preliminary result is posted"},
	Final:          {Chinese: "异议期满，确定结果", English: "the time for objections is over and the result final"},
	DecisionPosted: {Chinese: "公布决定", English: "the decision is posted"},
	Settled:        {Chinese: "事项办结", English: "the matter is settled"},
}

var reasons = map[Code]rule.Text{
	Announced:      {Chinese: "（会前至少%d日）", English: " (%d days before the meeting at least)"},
	Opened:         {Chinese: "（表决至少持续%d日）", English: " (it is open for %d days at least)"},
	ResultPosted:   {Chinese: "（公示至少%d日）", English: " (it hangs for %d days at least)"},
	DecisionPosted: {Chinese: "（公示至少%d日）", English: " (it hangs for %d days at least)"},
}
