package fault

// Refusals about terms of office, what is put on file, what is handed over, and
// how posts end.
const (
	CaretakerForbids    Code = "CARETAKER_FORBIDS"
	DecisionNeeded      Code = "DECISION_NEEDED"
	DecisionUnfit       Code = "DECISION_UNFIT"
	NoticeGiven         Code = "NOTICE_GIVEN"
	OfOtherOrganization Code = "OF_OTHER_ORGANIZATION"
	AlreadyFiled        Code = "ALREADY_FILED"
	StillHeld           Code = "STILL_HELD"
	HandoverRunning     Code = "HANDOVER_RUNNING"
	AlreadyReceived     Code = "ALREADY_RECEIVED"
	DeadlineNeeded      Code = "DEADLINE_NEEDED"
	DeadlineSet         Code = "DEADLINE_SET"
	NumberUnused        Code = "NUMBER_UNUSED"
)

var termTexts = table{
	CaretakerForbids:    {"换届过渡期间不得就此事项（{matter}）组织表决：{sentence}（依据：{source}）", "While the body only acts as caretaker, this matter ({matter}) may not be brought to a vote: {sentence} (source: {source})"},
	DecisionNeeded:      {"此任职的终止须有{meetings}的决定，请写明该决定：{sentence}（依据：{source}）", "The post ends only by a decision ({meetings}), which must be named: {sentence} (source: {source})"},
	DecisionUnfit:       {"所称的决定不能作为依据：须为本社区{meetings}的生效决定或者已通过的最终表决。", "The decision named does not do: it takes a decision that stands, or a final vote that was adopted, of the same community ({meetings})."},
	NoticeGiven:         {"已于 {on} 提出辞职，尚未生效。", "Notice of resignation was given on {on}, and has not taken effect yet."},
	OfOtherOrganization: {"该{kind}不属于此组织。", "The {kind} does not belong to this organization."},
	AlreadyFiled:        {"已于 {on} 向该机关报送备案，尚未退回。", "It was handed in to this authority on {on}, and not handed back."},
	StillHeld:           {"此任职尚未终止，不能办理离任移交。", "The post is still held: there is nothing to hand over yet."},
	HandoverRunning:     {"已于 {on} 启动移交。", "The handover was begun on {on} already."},
	AlreadyReceived:     {"已于 {at} 接收。", "It was received already, at {at}."},
	DeadlineNeeded:      {"现行规则未规定期限，须写明 {fields}。", "No rule in force sets a deadline; give {fields}."},
	NumberUnused:        {"退回补正的材料没有备案号。", "What is handed back gets no number."},
	DeadlineSet:         {"期限已由规则确定为 {dueOn}，不得另填：{sentence}（依据：{source}）", "The deadline is set by a rule, {dueOn}: {sentence} (source: {source})"},
}
