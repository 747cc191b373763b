package fault

// Refusals about what becomes of resolutions.
const (
	NotItsOwn         Code = "NOT_ITS_OWN"
	NothingToAwait    Code = "NOTHING_TO_AWAIT"
	DayTooEarly       Code = "DAY_TOO_EARLY"
	NothingStayed     Code = "NOTHING_STAYED"
	NotOverturnable   Code = "NOT_OVERTURNABLE"
	NotOverIt         Code = "NOT_OVER_IT"
	OrderOnly         Code = "ORDER_ONLY"
	OwnDecisionNeeded Code = "OWN_DECISION_NEEDED"
	NotItsResolution  Code = "NOT_ITS_RESOLUTION"
	NotAnOrder        Code = "NOT_AN_ORDER"
)

var resolutionTexts = table{
	NotItsOwn:         {"只能取代或者修改本组织自己的决定；此决议由「{body}」作出，类型为「{kind}」。", "A body replaces or changes only decisions of its own; this one is of {body}, and its kind is {kind}."},
	NothingToAwait:    {"该决议没有待成就的生效条件。", "The resolution waits for no condition."},
	DayTooEarly:       {"此日期不得早于 {least}。", "This must not be before {least}."},
	NothingStayed:     {"该争议没有正在生效的暂缓执行。", "No stay of this challenge is in effect."},
	NotOverturnable:   {"只能推翻同一争议中尚未被推翻的驳回、撤销或者部分撤销的裁判；恢复效力须推翻撤销或者部分撤销的裁判。", "Only a ruling on the same challenge that dismissed it or struck the resolution down, and that still stands, can be overturned; for the resolution to come back, one that struck it down."},
	NotOverIt:         {"按照现行规则，「{by}」不能对「{over}」采取「{measure}」。", "Under the rules in force {by} cannot take this measure over {over}: {measure}."},
	OrderOnly:         {"「{by}」不能撤销「{over}」的决定，只能责令改正（{basis}）。", "{by} cannot revoke decisions of {over}; it can only order to correct them ({basis})."},
	OwnDecisionNeeded: {"「{by}」须以本组织已公示且有效的决定撤销，请填写该决定。", "{by} revokes by a decision of its own, posted and standing; name it."},
	NotItsResolution:  {"该决议不是「{body}」作出的。", "The resolution is not one of {body}."},
	NotAnOrder:        {"「{kind}」不是责令改正，无须确认改正。", "{kind} is no order to correct; there is nothing to confirm."},
}
