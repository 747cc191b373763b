package fault

// Refusals about what is posted, about objections to it, and about days of rest.
const (
	DaysMisplaced      Code = "DAYS_MISPLACED"
	NotApproved        Code = "NOT_APPROVED"
	NothingToPost      Code = "NOTHING_TO_POST"
	RuleClosing        Code = "RULE_CLOSING"
	CheckedBeforePost  Code = "CHECKED_BEFORE_POSTED"
	CheckedAhead       Code = "CHECKED_AHEAD"
	PostingInterrupted Code = "POSTING_INTERRUPTED"
	ObjectionElsewhere Code = "OBJECTION_ELSEWHERE"
)

var postingTexts = table{
	DaysMisplaced: {"以下日期有误：{days}。日期应在 {year} 年内且不重复，调休上班日应为星期六或者星期日。", "These days cannot be right: {days}. Each lies in {year} and is named once, and a day worked in exchange is a Saturday or Sunday."},
	NotApproved:   {"会议记录尚未核准，不能公示。", "The minutes were not approved yet and cannot be posted."},
	NothingToPost: {"没有可以公示的内容。", "There is nothing to post."},
	RuleClosing:   {"「{closesAt}」不是 24 小时制的时刻，如 17:30。", "{closesAt} is not a time of day such as 17:30."},

	CheckedBeforePost: {"公示于 {postedAt} 张贴，巡查时间不能早于此。", "It was posted at {postedAt}; nobody can have looked for it before."},
	CheckedAhead:      {"巡查时间 {at} 尚未到。", "The look at {at} lies ahead."},

	PostingInterrupted: {"公示于 {goneAt} 被发现缺失，须恢复公示并补足天数。", "It was found gone at {goneAt}; it has to be put up again and hang for the days that are missing."},
	ObjectionElsewhere: {"对{kind}的异议请填写 {field}。", "An objection to {kind} is filed with {field}."},
}
