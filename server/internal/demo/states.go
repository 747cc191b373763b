package demo

import (
	"fmt"
	"slices"
	"strings"

	"sifang/server/internal/explorer"
)

// State is a difficult state of a matter, at which the story of an invented
// estate ends.
type State struct {
	Name             string
	Chinese, English string // what to look at
	As               string // the role, in English, of whoever asks the query
	Query            string // shows the state
	tell             func(*teller)
}

// The roles that ask about several states.
const (
	committeeChair  = "Chair of the owners' committee"
	branchSecretary = "Secretary of the Party branch"
)

// states are those there are, in the order in which they are listed.
var states = []State{
	{
		Name:    "written-vote-open",
		Chinese: "业主大会书面征求意见正在进行：一张选票三项议题，部分单元已送达，线上和纸质选票都有，有共有人推选的表决代表和一份委托",
		English: "An owners' assembly in writing is under way: one paper with three motions, some entrances served and some not, votes online and on paper, co-owners with a designated voter, a proxy",
		As:      committeeChair,
		Query:   writtenVoteOpen, tell: (*teller).writtenVoteOpen,
	},
	{
		Name:    "called-too-late",
		Chinese: "召集过晚：业主大会的通知离开始只有六天，法定十五日；召集人已被提醒并坚持召集，提醒随会议保留",
		English: "Called too late: the notice of an owners' assembly hangs out for six days and not fifteen; whoever called it was warned and did so all the same",
		As:      committeeChair,
		Query:   calledTooLate, tell: (*teller).calledTooLate,
	},
	{
		Name:    "no-quorum",
		Chinese: "未达法定人数：人数过了三分之二，面积没有，最大业主没有参与；不是未通过，可以再次表决",
		English: "No quorum: two thirds of the heads took part and not of the area, since the largest owner stayed away; that is not a rejection, and may be voted on again",
		As:      committeeChair,
		Query:   noQuorum, tell: (*teller).noQuorum,
	},
	{
		Name:    "tie",
		Chinese: "联席会议四方二比二",
		English: "A joint meeting of four parties is divided two to two",
		As:      branchSecretary,
		Query:   tie, tell: (*teller).tie,
	},
	{
		Name:    "pending-consent",
		Chinese: "须各方同意：一方依法通知而缺席，尚在表示意见的期限内",
		English: "All parties must consent: one was duly called and absent, and still has time to object",
		As:      branchSecretary,
		Query:   pendingConsent, tell: (*teller).pendingConsent,
	},
	{
		Name:    "heads-yes-area-no",
		Chinese: "人数过半而面积未过半：议案被否决，已召集再次表决",
		English: "Adopted by heads and lost by area: the motion is rejected, and called again",
		As:      committeeChair,
		Query:   headsYesAreaNo, tell: (*teller).headsYesAreaNo,
	},
	{
		Name:    "preliminary-with-objections",
		Chinese: "结果公示期内有异议：一件已答复，一件待答复，结果不能确认",
		English: "A preliminary result with objections: one is answered, one waits, and the result cannot be final",
		As:      committeeChair,
		Query:   preliminaryWithObjections, tell: (*teller).preliminaryWithObjections,
	},
	{
		Name:    "recount-differs",
		Chinese: "复核后结果不同：漏计的两张选票补录，原公示未通过，现为通过，须重新公示",
		English: "Counted again it comes out otherwise: two papers had been left out, what was posted as rejected is adopted, and has to be posted anew",
		As:      committeeChair,
		Query:   recountDiffers, tell: (*teller).recountDiffers,
	},
	{
		Name:    "paper-conflict",
		Chinese: "两名秘书对一张纸质选票的录入不一致，须第三人裁定",
		English: "Two clerks read a paper differently; a third person has to settle it",
		As:      committeeChair,
		Query:   paperConflict, tell: (*teller).paperConflict,
	},
	{
		Name:    "reserved-matter-referred",
		Chinese: "应由业主共同决定的事项：联席会议只能提请业主大会决定",
		English: "A matter reserved to the owners: the joint meeting can only refer it to their assembly",
		As:      branchSecretary,
		Query:   reservedMatterReferred, tell: (*teller).reservedMatterReferred,
	},
	{
		Name:    "revoked-by-court",
		Chinese: "法院撤销业主大会决定：决定自始无效，任务停止，议案待重新决定",
		English: "A court revoked a decision of the owners: it never held, its task stops, the matter is to be decided anew",
		As:      committeeChair,
		Query:   challenged, tell: (*teller).revokedByCourt,
	},
	{
		Name:    "stayed-by-court",
		Chinese: "法院受理后暂缓执行：决定和任务停下，等待裁判",
		English: "A court stayed a decision of the owners: it rests with its task until the court has ruled",
		As:      committeeChair,
		Query:   challenged, tell: (*teller).stayedByCourt,
	},
	{
		Name:    "resolution-overdue",
		Chinese: "决议逾期未落实：任务逾期，评议进行中",
		English: "A resolution is not carried out in time: tasks are overdue, owners evaluate it",
		As:      committeeChair,
		Query:   resolutionOverdue, tell: (*teller).resolutionOverdue,
	},
	{
		Name:    "election-tie",
		Chinese: "业委会选举并列：最后一席两名候选人人数和面积都相同，须在两人之间另行投票",
		English: "An election of the owners' committee is tied: two are equal in heads and area for the last seat, and it is voted again between them",
		As:      committeeChair,
		Query:   electionTie, tell: (*teller).electionTie,
	},
	{
		Name:    "petition-gathering",
		Chinese: "联名提议召开临时业主大会：须百分之二十以上的业主即八人，已有七人（共有一套住宅的两人都联名，只计一人）",
		English: "A petition for an owners' assembly: a fifth are eight owners, seven have signed; co-owners who both signed count once",
		As:      petitioner,
		Query:   petitionGathering, tell: (*teller).petitionGathering,
	},
	{
		Name:    "caretaker",
		Chinese: "业委会任期届满、留守履职：换届启动过晚，移交已开始但逾期未完成",
		English: "An owners' committee as caretaker: its term is over, the change-over began late, the handover is under way and overdue",
		As:      committeeChair,
		Query:   caretaker, tell: (*teller).caretaker,
	},
	{
		Name:    "four-deliberations",
		Chinese: "四议两公开进行到一半：已提议、已商议，党员大会已通知，居民代表会议尚不能表决",
		English: "Four deliberations and two disclosures, half way: proposed and discussed, the Party members are called, the representatives may not vote yet",
		As:      communitySecretary,
		Query:   fourDeliberations, tell: (*teller).fourDeliberations,
	},
}

// States are the states that the demo can tell.
func States() []State { return slices.Clone(states) }

// Named is the state with a name; an unknown one is refused with all names.
func Named(name string) (State, error) {
	var names []string
	for _, s := range states {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return State{}, fmt.Errorf("the demo knows no state %q; it knows %s", name, strings.Join(names, ", "))
}

// Example is the query that shows the state, in a story that was told.
func (s State) Example(told Told) explorer.Example {
	return explorer.Example{
		Title: explorer.Label{Chinese: s.Chinese, English: s.English}, Query: s.Query, Variables: told.Variables[s.Name],
	}
}
