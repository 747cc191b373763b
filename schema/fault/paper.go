package fault

// Refusals about what a ballot says, and about ballots that disagree.
const (
	NotAnOption     Code = "NOT_AN_OPTION"
	NoLongerStands  Code = "NO_LONGER_STANDS"
	NoneStandsAlone Code = "NONE_STANDS_ALONE"
	TooManyMarks    Code = "TOO_MANY_MARKS"
	Recused         Code = "RECUSED"
	VoterNotOfEntry Code = "VOTER_NOT_OF_ENTRY"
	NotInConflict   Code = "NOT_IN_CONFLICT"
)

// Refusals about papers. A verb that takes two persons refuses the same one with
// SAME_PERSON.
const (
	SamePerson       Code = "SAME_PERSON"
	EntryOfOtherRoll Code = "ENTRY_OF_OTHER_ROLL"
	PaperDiffers     Code = "PAPER_DIFFERS"
	LatePaper        Code = "LATE_PAPER"
	EarlyPaper       Code = "EARLY_PAPER"
	ReceivedLater    Code = "RECEIVED_LATER"
)

// Refusals about counts by hand.
const (
	NotCountedByHand   Code = "NOT_COUNTED_BY_HAND"
	CountDiffers       Code = "COUNT_DIFFERS"
	CountersNeeded     Code = "COUNTERS_NEEDED"
	CounterIsCandidate Code = "COUNTER_IS_CANDIDATE"
)

// paperTexts are the refusals about papers, ballots in conflict and counts by hand.
var paperTexts = table{
	NotAnOption:     {"所选的不是本次表决的选项或者候选人。", "This is neither an option nor a candidate of the vote."},
	NoLongerStands:  {"该候选人已退出或者已被除名，不能再选。", "The candidate has withdrawn or was struck off the list, and cannot be marked."},
	NoneStandsAlone: {"选了「以上皆不选」的，不能再选其他。", "Whoever chooses none of the others cannot choose one of them as well."},
	TooManyMarks:    {"最多可选 {limit} 项，现选了 {count} 项。", "At most {limit} may be marked; there are {count}."},
	Recused:         {"此人对该议题须回避，不能表决，也不能代他人表决。", "The person has to step aside on this item, and votes neither for themselves nor for others."},
	VoterNotOfEntry: {"此人不能以该席位表决。", "The person may not vote for this place on the roll."},
	NotInConflict:   {"此人在该席位上没有与他人相冲突的表决票，无须确认。", "The person has no ballot for this place on the roll that disagrees with another one, so there is nothing to settle."},

	SamePerson:       {"须由另一人办理：同一人不能既录入又复核。", "It takes another person: nobody checks what they entered themselves."},
	EntryOfOtherRoll: {"该席位不在本次会议的名册上。", "This place stands on the roll of another meeting."},
	PaperDiffers:     {"与首次录入的 {field} 不一致。请核对票号和所填内容；首次录入有误的，请在票号后加注重新录入。", "The first entry of this number has another {field}. Check the number and what was typed; if the first entry was wrong, enter the paper anew under its number with a suffix."},
	LatePaper:        {"此票于 {received} 收到，表决已于 {closed} 截止。", "The paper came in at {received}, after the vote was closed at {closed}."},
	EarlyPaper:       {"此票于 {received} 收到，而表决于 {opened} 才开始。", "The paper came in at {received}, before the vote was opened at {opened}."},
	ReceivedLater:    {"收票时间不能晚于现在（{now}）。", "It cannot have come in after now, {now}."},

	NotCountedByHand:   {"本次表决以 {method} 方式进行，逐票记录，没有计票单。", "This vote is held by {method}: ballots are recorded one by one, and there is no count by hand."},
	CountDiffers:       {"与录入的计票单不一致，请核对原件。", "This differs from the count that was entered; check it against the paper."},
	CountersNeeded:     {"至少须有 {least} 人。", "There must be at least {least}."},
	CounterIsCandidate: {"候选人不得计票、监票。", "A candidate neither counts nor watches the count."},
}
