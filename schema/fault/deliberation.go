package fault

// Refusals about written opinions.
const (
	OpinionPending  Code = "OPINION_PENDING"
	OpinionGiven    Code = "OPINION_GIVEN"
	DeadlineTooSoon Code = "DEADLINE_TOO_SOON"
	NobodyToAsk     Code = "NOBODY_TO_ASK"
)

// Refusals about the floor and about stepping aside.
const (
	StepsAside Code = "STEPS_ASIDE"
	TurnsUsed  Code = "TURNS_USED"
	OutOfTurn  Code = "OUT_OF_TURN"
	FloorTaken Code = "FLOOR_TAKEN"
)

// Refusals about motions.
const (
	WithoutVote       Code = "WITHOUT_VOTE"
	OwnMotion         Code = "OWN_MOTION"
	AmendsAmendment   Code = "AMENDS_AMENDMENT"
	AmendmentsFirst   Code = "AMENDMENTS_FIRST"
	MotionOfOtherItem Code = "MOTION_OF_OTHER_ITEM"
	VoteOnAmendment   Code = "VOTE_ON_AMENDMENT"
)

// Refusals about minutes.
const (
	MinutesApproved Code = "MINUTES_APPROVED"
	MinutesReplaced Code = "MINUTES_REPLACED"
	OwnDraft        Code = "OWN_DRAFT"
	DidNotAttend    Code = "DID_NOT_ATTEND"
)

var deliberationTexts = table{
	OpinionPending:  {"尚待以下单位书面答复：{who}，期限至 {until}；期满之前不能开始表决。", "A written opinion is still waited for, until {until}, from: {who}. The vote cannot be opened before."},
	OpinionGiven:    {"该单位已于 {since} 答复；答复不再更改。", "The opinion was given at {since} and does not change any more."},
	DeadlineTooSoon: {"期限须晚于现在（{now}）。", "The deadline must lie after the present, {now}."},
	NobodyToAsk:     {"各方均已征求过意见，没有其他可以征求的一方。", "All parties were asked already; there is nobody else to ask."},

	StepsAside: {"此人对该议题须回避，不能就其发言、提出动议或者附议，也不能主持。", "The person has to step aside on this item: they neither speak, move or second on it nor preside over it."},
	TurnsUsed:  {"每人就同一议题最多发言 {most} 次，此人已发言 {had} 次。", "Everybody speaks on one item at most {most} times; this person has spoken {had} times."},
	OutOfTurn:  {"按顺序应由 {next} 发言（{why}）；由他人先发言的，主持人须说明理由。", "{next} is next ({why}); to give the floor to somebody else, whoever presides states a reason."},
	FloorTaken: {"{who} 正在发言，还有 {seconds} 秒；请待其发言结束。", "{who} is speaking and has {seconds} seconds left; their turn has to end first."},

	WithoutVote:       {"此人在本次会议没有表决权，不能提出动议或者附议。", "The person attends without a vote, and neither moves nor seconds."},
	OwnMotion:         {"动议不能由提出者本人附议。", "Nobody seconds their own motion."},
	AmendsAmendment:   {"修正案不能再提修正案；请直接对原动议另提修正案。", "An amendment is not amended; move another amendment to the motion itself."},
	AmendmentsFirst:   {"修正案须先行表决，后提出的先表决：{amendments}。", "Amendments are voted on first, the last one moved before the others: {amendments}."},
	MotionOfOtherItem: {"该动议属于另一议题。", "The motion is one on another item."},
	VoteOnAmendment:   {"该表决只决定修正案；决议须依据对动议本身的表决。", "That vote decides an amendment only; a resolution rests on the vote on the motion itself."},

	MinutesApproved: {"会议记录已经核准；需要更改的，请更正。", "The minutes are approved; what is wrong in them is corrected."},
	MinutesReplaced: {"该版会议记录已由第 {edition} 版取代，请以最新一版为准。", "That edition was replaced by edition {edition}; go on from the latest one."},
	OwnDraft:        {"会议记录须由主持人或者起草人以外的负责人、工作人员核准。", "Minutes are approved by whoever presided, or by an officer other than the one who wrote them."},
	DidNotAttend:    {"此人没有出席本次会议，不能签署会议记录。", "The person did not attend the meeting and does not sign its minutes."},
}
