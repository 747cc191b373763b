package fault

// Refusals about drawing up a roll.
const (
	DeveloperUnknown  Code = "DEVELOPER_UNKNOWN"
	RollDayAhead      Code = "ROLL_DAY_AHEAD"
	RollScopeOutside  Code = "ROLL_SCOPE_OUTSIDE"
	RollTotals        Code = "ROLL_TOTALS"
	SoleOwner         Code = "SOLE_OWNER"
	DesignatedAlready Code = "DESIGNATED_ALREADY"
	ConsentMissing    Code = "CONSENT_MISSING"
)

// Refusals about proving that ballots were served.
const (
	SeveralRolls          Code = "SEVERAL_ROLLS"
	DeliveredAhead        Code = "DELIVERED_AHEAD"
	DeliveredBeforeNotice Code = "DELIVERED_BEFORE_NOTICE"
	EntryStruck           Code = "ENTRY_STRUCK"
)

// Refusals about amending a roll that was frozen.
const (
	RollNotAmendable Code = "ROLL_NOT_AMENDABLE"
	NothingAmended   Code = "NOTHING_AMENDED"
	UnitOnRoll       Code = "UNIT_ON_ROLL"
	VoterOnRoll      Code = "VOTER_ON_ROLL"
	SeveralHeads     Code = "SEVERAL_HEADS"
	BallotCast       Code = "BALLOT_CAST"
	EntryChanged     Code = "ENTRY_CHANGED"
)

// rollTexts are the refusals about rolls, deliveries and amendments.
var rollTexts = table{
	DeveloperUnknown:  {"有 {count} 个专有部分尚未出售或者尚未交付，而不知由哪个建设单位持有：{units}。请先登记未出售部分的建设单位为业主。", "{count} units are not sold or not handed over, and it is not known which developer holds them: {units}. Register the developer as owner of what is unsold first."},
	RollDayAhead:      {"基准日 {day} 尚未到来，不能据以编制名册。", "The day {day} has not come yet, so no roll can show who owns what on it."},
	RollScopeOutside:  {"所指之处不在本次会议名册所及的区域之内。", "This does not lie within the area for which the roll of the meeting is drawn up."},
	RollTotals:        {"名册各条目的合计（{entries}）与总数（{totals}）不符，不能冻结。", "The entries of the roll add up to {entries} and not to its totals, {totals}, so it cannot be frozen."},
	SoleOwner:         {"该专有部分只有一位业主，无须推选表决代表人。", "The unit has one owner only, who votes for it anyway."},
	DesignatedAlready: {"此人已是该专有部分的表决代表人。", "This owner votes for the unit already."},
	ConsentMissing:    {"共有人自行推选表决代表人，须附其他共有人的书面同意。", "A co-owner who names the voter of a unit needs the written consent of the others, as a document."},

	SeveralRolls:          {"一次只能登记同一名册的送达。", "All entries must be of one roll."},
	DeliveredAhead:        {"送达时间 {at} 尚未到来。", "The time of delivery, {at}, has not come yet."},
	DeliveredBeforeNotice: {"送达时间不得早于会议通知的时间（{noticedAt}）。", "The ballot cannot have been delivered before the meeting was announced, at {noticedAt}."},
	EntryStruck:           {"名册第 {position} 号已被剔除。", "Entry {position} was taken off the roll."},

	RollNotAmendable: {"以{basis}为依据的名册不能更正：谁有表决权取决于任职，请更正任职登记。", "A roll of {basis} is not amended: who votes follows from the posts held, so correct these."},
	NothingAmended:   {"没有写明任何与名册现状不同的内容。", "Nothing is stated that differs from what stands on the roll."},
	UnitOnRoll:       {"该专有部分已列入名册第 {position} 号。", "The unit stands on the roll already, under entry {position}."},
	VoterOnRoll:      {"已列入名册第 {position} 号。", "This stands on the roll already, as entry {position}."},
	SeveralHeads:     {"所列专有部分在 {day} 分属 {count} 个业主，须分别补列。", "On {day} these units belonged to {count} different owners; add them one by one."},
	BallotCast:       {"名册第 {position} 号已经投票，对其更正或者剔除须附证明材料。", "A ballot was cast under entry {position}; to change it or to take it off the roll takes a document that proves why."},
	EntryChanged:     {"提出更正之后，名册第 {position} 号已另有更正；请否决本件，重新提出。", "Entry {position} was amended otherwise since this was proposed; turn this one down and propose it anew."},
}
