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

// Refusals about preparing and opening a vote.
const (
	RuleDoesNotFit        Code = "RULE_DOES_NOT_FIT"
	RuleNeeded            Code = "RULE_NEEDED"
	MethodNotSupported    Code = "METHOD_NOT_SUPPORTED"
	SecretNotSupported    Code = "SECRET_NOT_SUPPORTED"
	RevoteOfOtherProposal Code = "REVOTE_OF_OTHER_PROPOSAL"
	NotNoticed            Code = "NOT_NOTICED"
	RollNotSupported      Code = "ROLL_NOT_SUPPORTED"
	RollEmpty             Code = "ROLL_EMPTY"
	RollFrozen            Code = "ROLL_FROZEN"
	RollMismatch          Code = "ROLL_MISMATCH"
)

// Refusals about casting ballots.
const (
	VoteNotOpen       Code = "VOTE_NOT_OPEN"
	NotOnRoll         Code = "NOT_ON_ROLL"
	EntryNeeded       Code = "ENTRY_NEEDED"
	NotPresent        Code = "NOT_PRESENT"
	AlreadyVoted      Code = "ALREADY_VOTED"
	UnknownCondition  Code = "UNKNOWN_CONDITION"
	NothingToConfirm  Code = "NOTHING_TO_CONFIRM"
	OneMeetingAtATime Code = "ONE_MEETING_AT_A_TIME"
)

// Refusals about what follows from a vote.
const (
	ConsentPending   Code = "CONSENT_PENDING"
	RecountDiffers   Code = "RECOUNT_DIFFERS"
	NotAdopted       Code = "NOT_ADOPTED"
	VoteNeeded       Code = "VOTE_NEEDED"
	VoteOfOtherItem  Code = "VOTE_OF_OTHER_ITEM"
	NotTheAuthority  Code = "NOT_THE_AUTHORITY"
	EffectiveTooSoon Code = "EFFECTIVE_TOO_SOON"
	ResolutionIssued Code = "RESOLUTION_ISSUED"
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
	AuthorityNotStricter: {"该事项依规则由{from}决定，不能改由{to}决定：只能改为更严格的决定机关。", "The rules give this matter to {from}; it cannot be given to {to}, because only a stricter authority may take its place."},

	CountBaseMissing:   {"规则以「{base}」为基数，但未提供其数目。", "The rule measures against {base}, but their number was not given."},
	CountBaseTooSmall:  {"「{base}」为 {given}，少于名册所列的 {roll}。", "{base} is {given}, fewer than the {roll} on the roll."},
	CountRepeated:      {"「{id}」重复出现。", "{id} appears twice."},
	CountPartyUnknown:  {"「{party}」不是参加表决的一方。", "{party} is not one of the voting parties."},
	CountWeight:        {"票权不得为负，合计不得超过 {most}。", "Weights must not be negative, and their sum not above {most}."},
	CountNoticeMissing: {"缺席方的期限须与通知时间一并提供，且须晚于通知时间。", "The deadline of absent parties comes with the time of their notice, and lies after it."},
	QuorumNotByPresent: {"该法定人数以 {count}（{measure}）计，仅凭出席记录无法判定。", "This quorum counts {count} in {measure}, which attendance alone cannot tell."},

	RuleDoesNotFit:        {"规则 {code} 不能用于本次会议：{why}。", "The rule {code} cannot be used in this meeting: {why}."},
	RuleNeeded:            {"现行规则没有规定此类会议如何表决，请指明规则代码。", "The rules in force do not say how this meeting votes; name a rule by its code."},
	MethodNotSupported:    {"本次表决以 {method} 方式进行，以计票单记录结果，不能逐票投票。", "This vote is held by {method} and counted on a sheet; no ballots are cast one by one."},
	SecretNotSupported:    {"本服务目前还不能保证线上无记名表决的秘密；无记名表决请用纸票进行，再以计票单录入。", "This service cannot keep a ballot secret that is cast in it; hold a secret vote on paper and enter the count."},
	RevoteOfOtherProposal: {"所指的原表决不是就同一议案进行的。", "The vote to be repeated was not on the same proposal."},
	NotNoticed:            {"该议题未列入会议通知；规则 {rule} 只允许表决已通知的议题。", "The item was in no notice of the meeting, and the rule {rule} admits no vote on such items."},
	RollNotSupported:      {"{organization} 召集的 {kind} 会议没有可以编制的名册：业主由下列组织召集：{allowed}。", "There is no roll for a meeting of kind {kind} that {organization} convenes: owners are called together by one of {allowed}."},
	RollEmpty:             {"名册上没有任何人可以表决：请先登记任职、授权代表、业主或者居民。", "Nobody could vote: there are no members with a vote, no authorised delegates, no owners and no residents."},
	RollFrozen:            {"名册已于 {since} 冻结。", "The roll was frozen at {since}."},
	RollMismatch:          {"本次会议的名册已按另一种方式编制，规则 {rule} 须以{how}为名册。", "The roll of the meeting was drawn up in another way than the rule {rule} needs, which is by {how}."},

	VoteNotOpen:       {"表决不在进行中：当前状态为「{state}」。", "The vote is not open: it is {state}."},
	NotOnRoll:         {"您不在本次表决的名册上。", "You are not on the roll of this vote."},
	EntryNeeded:       {"您在名册上有 {count} 个席位，请指明以哪一个表决。", "You have {count} places on the roll; say under which one you vote."},
	NotPresent:        {"您不能参加本次表决：{why}。", "You cannot take part in this vote: {why}."},
	AlreadyVoted:      {"此席位已于 {at} 投票，不能再投。", "This place on the roll voted already, at {at}."},
	UnknownCondition:  {"「{code}」不是本次表决有待确认的条件；有待确认的是：{known}。", "{code} is no condition of this vote that is still to be confirmed; those are: {known}."},
	NothingToConfirm:  {"本次表决没有有待确认的条件。", "There is no condition of this vote that is still to be confirmed."},
	OneMeetingAtATime: {"一张表决票上的各项表决须属于同一次会议。", "All motions on one paper belong to one meeting."},

	ConsentPending:   {"缺席方可在 {until} 之前表示意见，此前不能定案。", "Absent parties have time to answer until {until}; the vote cannot become final before."},
	RecountDiffers:   {"两套计票程序的结果不一致，查明之前不能公布，也不能据以作出决议。", "The two counters came to different results; nothing is published and nothing can rest on the vote before that is settled."},
	NotAdopted:       {"该表决未通过（{outcome}），不能据以作出决议。", "The vote did not adopt anything ({outcome}), so no resolution can rest on it."},
	VoteNeeded:       {"决定须以已通过的表决为依据。", "A decision rests on a vote that adopted it."},
	VoteOfOtherItem:  {"所指的表决不是就该议题进行的。", "The vote was not on this agenda item."},
	NotTheAuthority:  {"该事项由{authority}决定，本次会议只能提出建议或者转交，不能作出决定。", "This matter is decided by {authority}; the meeting can recommend or refer it, but not decide."},
	ResolutionIssued: {"已据此表决作出决议，不能再宣布该表决无效。", "A resolution rests on the vote already, so it can no longer be declared void."},
	EffectiveTooSoon: {"决议不能早于 {earliest} 生效。", "The resolution cannot come into force before {earliest}."},
}
