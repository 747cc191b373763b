package fault

// Refusals about documents that hold decision rules, and about matters.
const (
	RuleUnreadable       Code = "RULE_UNREADABLE"
	RuleTooDeep          Code = "RULE_TOO_DEEP"
	RuleFieldUnknown     Code = "RULE_FIELD_UNKNOWN"
	RuleFieldRepeated    Code = "RULE_FIELD_REPEATED"
	RuleFieldMissing     Code = "RULE_FIELD_MISSING"
	RuleTypeMismatch     Code = "RULE_TYPE_MISMATCH"
	RuleNotSupported     Code = "RULE_NOT_SUPPORTED"
	RuleFraction         Code = "RULE_FRACTION"
	RuleClauseNotSingle  Code = "RULE_CLAUSE_NOT_SINGLE"
	RuleCombinationEmpty Code = "RULE_COMBINATION_EMPTY"
	RuleTooManyRequired  Code = "RULE_TOO_MANY_REQUIRED"
	RuleNeverMet         Code = "RULE_NEVER_MET"
	RuleBaseMismatch     Code = "RULE_BASE_MISMATCH"
	RuleCountMismatch    Code = "RULE_COUNT_MISMATCH"
	RuleGroupMismatch    Code = "RULE_GROUP_MISMATCH"
	RulePartiesMissing   Code = "RULE_PARTIES_MISSING"
	RulePartiesUnused    Code = "RULE_PARTIES_UNUSED"
	RuleConsentDays      Code = "RULE_CONSENT_DAYS"
	RuleSetChoice        Code = "RULE_SET_CHOICE"
	RuleSetKeyRepeated   Code = "RULE_SET_KEY_REPEATED"
	RuleSetPeriodsEmpty  Code = "RULE_SET_PERIODS_EMPTY"
	PresetUnknown        Code = "PRESET_UNKNOWN"
	MatterUnknown        Code = "MATTER_UNKNOWN"
	AuthorityNotStricter Code = "AUTHORITY_NOT_STRICTER"
)

// Refusals about what is given to be counted.
const (
	CountBaseMissing   Code = "COUNT_BASE_MISSING"
	CountBaseTooSmall  Code = "COUNT_BASE_TOO_SMALL"
	CountRepeated      Code = "COUNT_REPEATED"
	CountPartyUnknown  Code = "COUNT_PARTY_UNKNOWN"
	CountWeight        Code = "COUNT_WEIGHT"
	CountNoticeMissing Code = "COUNT_NOTICE_MISSING"
	QuorumNotByPresent Code = "QUORUM_NOT_BY_PRESENCE"
)

var voteTexts = table{
	RuleUnreadable:       {"规则文件不是有效的 JSON 文本。", "The document is not valid JSON text."},
	RuleTooDeep:          {"规则文件嵌套过深，最多 {limit} 层。", "The document is nested too deeply; {limit} levels are allowed."},
	RuleFieldUnknown:     {"规则文件中没有「{field}」这一项。", "There is no field {field} here."},
	RuleFieldRepeated:    {"「{field}」一项重复出现。", "The field {field} appears twice."},
	RuleFieldMissing:     {"缺少必填项「{field}」。", "The field {field} is required."},
	RuleTypeMismatch:     {"此项的类型须为 {expected}。", "This must be of type {expected}."},
	RuleNotSupported:     {"本服务目前还不能按「{feature}」判定表决，该规则不能采用。", "This service cannot judge votes by {feature} yet, so the rule cannot be adopted."},
	RuleFraction:         {"{num}/{den} 不是可用的比例：须大于零，至多为一，分母至多为 {most}。", "{num}/{den} is not a usable fraction: it must be above zero and at most one, with a denominator of at most {most}."},
	RuleClauseNotSingle:  {"每个条件须且只须写明一种：{allowed}。", "A condition must be exactly one of: {allowed}."},
	RuleCombinationEmpty: {"组合条件中没有任何条件。", "The combination holds no condition."},
	RuleTooManyRequired:  {"要求满足 {k} 项，而所列条件共 {n} 项；须在 1 与该数之间。", "{k} conditions are required, but {n} are listed; the number must lie between 1 and that."},
	RuleNeverMet:         {"此条件永远不可能满足。", "This condition can never be met."},
	RuleBaseMismatch:     {"以 {measure} 计量时不能以 {base} 为基数。", "What is measured in {measure} cannot have the base {base}."},
	RuleCountMismatch:    {"此处不能统计 {count}，只能统计：{allowed}。", "{count} cannot be counted here, only: {allowed}."},
	RuleGroupMismatch:    {"限定于部分成员时，{base} 的人数无从得知；请以名册为基数。", "How many of a group make up {base} is not known; measure the group against the roll."},
	RulePartiesMissing:   {"规则以方计数，却未规定各方如何表态、缺席如何处理。", "The rule counts parties but does not say how they take positions and what absence means."},
	RulePartiesUnused:    {"规则规定了各方如何表态，却没有任何条件以方计数。", "The rule says how parties take positions, but no condition counts parties."},
	RuleConsentDays:      {"缺席处理方式为 {policy} 时，表示意见的期限须在 {least} 至 {most} 日之间。", "Under {policy} an absent party's time to answer must be {least} to {most} days."},
	RuleSetChoice:        {"须且只须写明其中一项：{allowed}。", "Exactly one of these is required: {allowed}."},
	RuleSetKeyRepeated:   {"「{key}」在同一规则集中规定了两次。", "The set says two things about {key}."},
	RuleSetPeriodsEmpty:  {"此处没有规定任何期限。", "No period is stated here."},
	PresetUnknown:        {"没有代码为「{code}」的预置规则。", "There is no preset rule {code}."},
	MatterUnknown:        {"各级规则集中均无事项「{code}」。", "No set of rules knows the matter {code}."},
	AuthorityNotStricter: {"该事项依规则由 {from} 决定，不能改由 {to} 决定：只能改为更严格的决定机关。", "The rules give this matter to {from}; it cannot be given to {to}, because only a stricter authority may take its place."},

	CountBaseMissing:   {"规则以 {base} 为基数，但未提供其数目。", "The rule measures against {base}, but their number was not given."},
	CountBaseTooSmall:  {"{base} 为 {given}，少于名册所列的 {roll}。", "{base} is {given}, fewer than the {roll} on the roll."},
	CountRepeated:      {"「{id}」重复出现。", "{id} appears twice."},
	CountPartyUnknown:  {"「{party}」不是参加表决的一方。", "{party} is not one of the voting parties."},
	CountWeight:        {"票权不得为负，合计不得超过 {most}。", "Weights must not be negative, and their sum not above {most}."},
	CountNoticeMissing: {"缺席方的期限须与通知时间一并提供，且须晚于通知时间。", "The deadline of absent parties comes with the time of their notice, and lies after it."},
	QuorumNotByPresent: {"该法定人数以 {count}（{measure}）计，仅凭出席记录无法判定。", "This quorum counts {count} in {measure}, which attendance alone cannot tell."},
}
