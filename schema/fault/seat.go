package fault

// Refusals about who may sit where.
const (
	NotEligible     Code = "NOT_ELIGIBLE"
	Incompatible    Code = "INCOMPATIBLE"
	MissingFact     Code = "MISSING_FACT"
	OverlappingTerm Code = "OVERLAPPING_TERM"
	PostFull        Code = "POST_FULL"
	OutsideTerm     Code = "OUTSIDE_TERM"
	TermLength      Code = "TERM_LENGTH"
	SourceRequired  Code = "SOURCE_REQUIRED"
	SourceNotHeld   Code = "SOURCE_NOT_HELD"
	OutlastsSource  Code = "OUTLASTS_SOURCE"
	RuleRepeated    Code = "RULE_REPEATED"
	UnknownValue    Code = "UNKNOWN_VALUE"
)

// Refusals about adopting a set of rules.
const (
	RuleSetCodeDiffers Code = "RULE_SET_CODE_DIFFERS"
	RuleSetTaken       Code = "RULE_SET_TAKEN"
	RuleSetTooEarly    Code = "RULE_SET_TOO_EARLY"
)

var seatTexts = table{
	NotEligible:     {"不符合任职条件：{sentence}（依据：{source}）", "Not eligible: {sentence} (source: {source})"},
	Incompatible:    {"职务不相容：{sentence}（依据：{source}）", "Incompatible: {sentence} (source: {source})"},
	MissingFact:     {"缺少判断任职条件所需的信息（{fact}）：{sentence}（依据：{source}）", "A fact needed to judge eligibility is not recorded ({fact}): {sentence} (source: {source})"},
	OverlappingTerm: {"此人在同一职务上已有任期（{from} 至 {to}），任期不得重叠。", "The person already holds or is proposed for this post from {from} to {to}; terms in one post must not overlap."},
	PostFull:        {"该职务职数为 {capacity}，{day} 已满。", "The post has {capacity} seats, all taken on {day}."},
	OutsideTerm:     {"任职期间须在本届任期（{termFrom} 至 {termTo}）之内。", "The appointment must lie within the term of office ({termFrom} to {termTo})."},
	TermLength:      {"届期长度不符：{sentence}（依据：{source}）", "The term has the wrong length: {sentence} (source: {source})"},
	SourceRequired:  {"须写明此任职所依据的来源职务：{sentence}（依据：{source}）", "The membership this appointment rests on must be named: {sentence} (source: {source})"},
	SourceNotHeld:   {"此人在 {day} 并未担任所称的来源职务。", "The person does not hold the named source membership on {day}."},
	OutlastsSource:  {"此任职随来源职务终止，不得晚于 {until}。", "The appointment ends with the membership it rests on, so not later than {until}."},
	RuleRepeated:    {"规则代码「{rule}」在同一部分中重复。", "The rule code {rule} is used twice in one section."},
	UnknownValue:    {"「{value}」不在允许的取值之内：{allowed}。", "{value} is not one of: {allowed}."},

	RuleSetCodeDiffers: {"规则文本自称「{document}」，与所填代码「{code}」不一致。", "The document calls itself {document}, not {code}."},
	RuleSetTaken:       {"规则代码「{code}」已用于其他区域、其他组织或系统预置的规则。", "The code {code} belongs to the rules of another area or organization, or to those that come with the service."},
	RuleSetTooEarly:    {"现行第 {edition} 版自 {from} 起施行，新版须晚于该日施行。", "Edition {edition} is in force from {from}; a new one must begin later."},
}
