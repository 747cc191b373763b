package fault

// Refusals about territory, people and organizations.
const (
	SameThing    Code = "SAME_THING"
	OneOfNeeded  Code = "ONE_OF_NEEDED"
	UnknownPost  Code = "UNKNOWN_POST"
	AlreadyEnded Code = "ALREADY_ENDED"
	NotInForce   Code = "NOT_IN_FORCE"
	WrongKind    Code = "WRONG_KIND"
	UnknownRule  Code = "UNKNOWN_RULE"
	NotAMember   Code = "NOT_A_MEMBER"
	NotYetPosted Code = "NOT_YET_POSTED"
	StillPosted  Code = "STILL_POSTED"

	WrongLevel       Code = "WRONG_LEVEL"
	ParentNeeded     Code = "PARENT_NEEDED"
	OutsideCommunity Code = "OUTSIDE_COMMUNITY"
	ListedTwice      Code = "LISTED_TWICE"
	FieldNeeded      Code = "FIELD_NEEDED"
	FieldUnused      Code = "FIELD_UNUSED"
	VoterDesignated  Code = "VOTER_ALREADY_DESIGNATED"
	TermsOverlap     Code = "TERMS_OVERLAP"
	PostsStillHeld   Code = "POSTS_STILL_HELD"
	StillLinked      Code = "STILL_LINKED"
	NoConvener       Code = "NO_CONVENER"
	NobodyVotes      Code = "NOBODY_VOTES"
)

var registerTexts = table{
	SameThing:    {"不能与自身建立关系。", "A thing cannot stand in this relation to itself."},
	OneOfNeeded:  {"{fields} 中须且只须填写一项。", "Give exactly one of: {fields}."},
	UnknownPost:  {"该组织没有这一职务，或该职务在 {from} 尚未设立、已经撤销。", "The organization has no such post, or it does not exist on {from}."},
	AlreadyEnded: {"已于 {to} 终止。", "It ended already on {to}."},
	NotInForce:   {"在 {day} 无效。", "It is not in force on {day}."},
	WrongKind:    {"「{kind}」不适用于此：须为{allowed}。", "{kind} does not fit here: it takes {allowed}."},
	UnknownRule:  {"没有代码为「{code}」的规则；现有：{known}。", "There is no rule {code}; there are: {known}."},
	NotAMember:   {"此人在 {day} 不属于该组织。", "The person does not belong to the organization on {day}."},
	NotYetPosted: {"须先公示满 {days} 日。", "It must be published first, for {days} days."},
	StillPosted:  {"公示期至 {until} 届满，此前不得办理。", "Its publication runs until {until}; it cannot be done before that is over."},

	WrongLevel:       {"「{kind}」不能设在「{parent}」之下；可设于：{allowed}。", "{kind} cannot stand under {parent}; it may stand under: {allowed}."},
	ParentNeeded:     {"「{kind}」须写明上级组织：{allowed}。", "{kind} needs a parent: {allowed}."},
	OutsideCommunity: {"该{kind}属于另一社区。", "The {kind} belongs to another community."},
	ListedTwice:      {"列表中重复出现。", "It is listed twice."},
	FieldNeeded:      {"「{kind}」须填写 {field}。", "{kind} needs {field}."},
	FieldUnused:      {"「{kind}」不得填写 {field}。", "{kind} takes no {field}."},
	VoterDesignated:  {"该专有部分在 {from} 至 {to} 期间已有表决代表人。", "Another owner of the unit votes for it from {from} to {to}."},
	TermsOverlap:     {"第 {number} 届任期为 {from} 至 {to}，各届不得重叠。", "Term no. {number} runs from {from} to {to}; terms of an organization do not overlap."},
	PostsStillHeld:   {"{day} 之后仍有 {count} 项任职，须先终止。", "{count} appointments to its posts reach beyond {day}; end them first."},
	StillLinked:      {"{day} 之后仍参与 {count} 项联动，须先退出。", "It still takes part in {count} linkages after {day}; leave them first."},
	NoConvener:       {"联动须有且只有一方召集：或恰有一方为召集（CONVENES），或无召集方而恰有一方为牵头（LEADS）。现有召集 {convenes} 方、牵头 {leads} 方。", "Exactly one party convenes a linkage: one that CONVENES, or, without any, exactly one that LEADS. There are {convenes} that convene and {leads} that lead."},
	NobodyVotes:      {"联动各方中至少一方须有表决权。", "At least one party of a linkage must have a vote."},
}
