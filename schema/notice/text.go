package notice

import (
	"fmt"
	"strings"
	"time"

	"sifang/schema"
	"sifang/schema/day"
)

// Posting is what a notice tells. It names bodies and no persons: a posting is
// read by everybody, and who presides is in the meeting itself.
type Posting struct {
	Kind         schema.MeetingKind
	Form         schema.MeetingForm
	Title        string
	Convener     string // the organization that meets or convenes
	Linkage      string // the linkage that meets, or nothing
	Starts, Ends time.Time
	Venue        string // or nothing
	Items        []Item
	Posted       day.Date
}

// Item is one line of the agenda.
type Item struct {
	Position  int
	Title     string
	Authority schema.DecisionAuthority
	New       bool // an earlier notice did not name it
	Votes     []Vote
}

// Calling words the first notice of a meeting, in Chinese, the language in
// which notices are posted.
func (p Posting) Calling() string { return p.word("会议通知", "") }

// Amending words a notice that replaces an earlier one; changed names what
// changed besides new items.
func (p Posting) Amending(changed ...Change) string {
	words := make([]string, len(changed))
	for i, one := range changed {
		words[i] = changes[one]
	}
	note := ""
	if len(words) > 0 {
		note = "本通知变更：" + strings.Join(words, "、") + "\n"
	}
	return p.word("会议变更通知", note)
}

// Cancelling words the notice that a meeting is called off.
func (p Posting) Cancelling(reason string) string {
	return fmt.Sprintf("会议取消通知\n\n%s原定于%s召开的「%s」取消。\n原因：%s\n\n发布日期：%s\n",
		p.convener(), moment(p.Starts), p.Title, reason, date(p.Posted))
}

// Change is something about a meeting that an amended notice changes.
type Change int

// The changes.
const (
	Time Change = iota
	Venue
	Form
	Chair
)

var changes = map[Change]string{Time: "会议时间", Venue: "会议地点", Form: "会议形式", Chair: "主持人"}

func (p Posting) word(heading, note string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n名称：%s\n召集：%s\n类型：%s（%s）\n时间：%s\n地点：%s\n%s议题：",
		heading, p.Title, p.convener(), kinds[p.Kind], forms[p.Form], p.window(), orLater(p.Venue), note)
	if len(p.Items) == 0 {
		b.WriteString(orLater("") + "\n")
	} else {
		b.WriteString("\n")
	}
	for _, item := range p.Items {
		mark := ""
		if item.New {
			mark = "（新增）"
		}
		fmt.Fprintf(&b, "%d. %s%s——决定权：%s\n", item.Position, item.Title, mark, authorities[item.Authority])
		for _, v := range item.Votes {
			b.WriteString(v.line())
		}
	}
	fmt.Fprintf(&b, "\n发布日期：%s\n", date(p.Posted))
	return b.String()
}

func (p Posting) convener() string {
	if p.Linkage == "" {
		return p.Convener
	}
	return p.Linkage + "（" + p.Convener + "召集）"
}

// window is when the meeting is held, in the civil time of China.
func (p Posting) window() string {
	until := end(p.Ends)
	if day.Of(p.Starts) == day.Of(p.Ends) {
		until = clock(p.Ends)
	}
	return moment(p.Starts) + "至" + until
}

func moment(t time.Time) string { return date(day.Of(t)) + clock(t) }

func clock(t time.Time) string { return t.In(day.Of(t).Start().Location()).Format("15:04") }

func date(d day.Date) string {
	return d.Start().Format("2006年1月2日") + "（星期" + weekdays[d.Weekday()] + "）"
}

func orLater(text string) string {
	if text == "" {
		return "另行通知"
	}
	return text
}

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

var kinds = map[schema.MeetingKind]string{
	schema.MeetingKindJoint: "联席会议", schema.MeetingKindAssembly: "业主大会会议",
	schema.MeetingKindCommittee: "委员会会议", schema.MeetingKindPartyBranch: "党员大会",
	schema.MeetingKindResidents: "居民会议", schema.MeetingKindRepresentatives: "居民代表会议",
	schema.MeetingKindConsultation: "协商会", schema.MeetingKindHearing: "听证会",
}

var forms = map[schema.MeetingForm]string{
	schema.MeetingFormInPerson: "现场会议", schema.MeetingFormRemote: "线上会议",
	schema.MeetingFormHybrid: "线上线下结合", schema.MeetingFormWritten: "书面征求意见",
}

var authorities = map[schema.DecisionAuthority]string{
	schema.DecisionAuthorityJointMeeting: "联席会议", schema.DecisionAuthorityOwnersAssembly: "业主大会",
	schema.DecisionAuthorityOwnersCommittee: "业主委员会", schema.DecisionAuthorityResidentsMeeting: "居民会议",
	schema.DecisionAuthorityRepresentativesMeeting: "居民代表会议", schema.DecisionAuthorityResidentsCommittee: "居民委员会",
	schema.DecisionAuthorityPartyOrganization: "党组织", schema.DecisionAuthorityInterestedOwners: "全体有利害关系的业主",
	schema.DecisionAuthorityStreet: "街道（乡镇）",
}

// Authority is a decision authority in Chinese, as a notice writes it.
func Authority(a schema.DecisionAuthority) string { return authorities[a] }
