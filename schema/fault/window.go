package fault

// Refusals about deciding what somebody else asked for: recusals, objections.
const (
	AlreadyRuled Code = "ALREADY_RULED"
	OwnCase      Code = "OWN_CASE"
)

// Refusals about when a vote is opened and closed.
const (
	WindowTooShort  Code = "WINDOW_TOO_SHORT"
	WindowTooLong   Code = "WINDOW_TOO_LONG"
	OpensTooEarly   Code = "OPENS_TOO_EARLY"
	OpensLater      Code = "OPENS_LATER"
	ClosesLater     Code = "CLOSES_LATER"
	CloseNeeded     Code = "CLOSE_NEEDED"
	CloseAnnounced  Code = "CLOSE_ANNOUNCED"
	NoTimeAnnounced Code = "NO_TIME_ANNOUNCED"
	TimeIsUp        Code = "TIME_IS_UP"
	NotLater        Code = "NOT_LATER"
	ExtensionLimit  Code = "EXTENSION_LIMIT"
)

// Refusals about results that are not final, and about objections.
const (
	PreliminaryNeeded    Code = "PRELIMINARY_NEEDED"
	ObjectionsPending    Code = "OBJECTIONS_PENDING"
	ObjectionsUnanswered Code = "OBJECTIONS_UNANSWERED"
	PartyNotAbsent       Code = "PARTY_NOT_ABSENT"
	RemedyNotPossible    Code = "REMEDY_NOT_POSSIBLE"
)

var windowTexts = table{
	AlreadyRuled: {"此事已有结论：{state}。", "This was settled already: {state}."},
	OwnCase:      {"不能决定与本人有关的事项，请由他人决定。", "Nobody decides in their own case; somebody else has to."},

	WindowTooShort:  {"表决期限为 {days} 日，规则要求不少于 {least} 日。", "The vote would be open for {days} days; its rule asks for at least {least}."},
	WindowTooLong:   {"表决期限为 {days} 日，规则要求不超过 {most} 日（含延期）。", "The vote would be open for {days} days; its rule allows at most {most}, with all extensions."},
	OpensTooEarly:   {"最早可于 {earliest} 开始表决。", "The vote cannot be opened before {earliest}."},
	OpensLater:      {"已公布于 {opensAt} 开始表决，不能提前。", "The vote was announced to open at {opensAt}, and not before."},
	ClosesLater:     {"已公布于 {closesAt} 截止，不能提前结束：除非名册上的全部席位都已投票且不能再改。", "The vote was announced to close at {closesAt}; it ends before only when every place on the roll has voted and none can change its ballot."},
	CloseNeeded:     {"规则限定了表决期限，书面表决须公布截止时间。", "The rule bounds how long the vote is open, so in a written meeting its close has to be announced."},
	CloseAnnounced:  {"已公布于 {closesAt} 截止，不能改为更早的时间。", "The close was announced for {closesAt}; it cannot be an earlier one."},
	NoTimeAnnounced: {"没有公布过时间。", "No time was announced for this."},
	TimeIsUp:        {"表决已于 {closesAt} 截止。", "The time of the vote was over at {closesAt}."},
	NotLater:        {"延期须晚于原定的截止时间（{closesAt}）。", "The close can only be put off to a time after {closesAt}."},
	ExtensionLimit:  {"规则允许延期 {most} 次，已延期 {used} 次。", "The rule allows the close to be put off {most} times; it was put off {used} times."},

	PreliminaryNeeded:    {"规则要求先公示表决结果 {days} 日，听取异议。", "The rule asks that the result be posted first and be open to objections for {days} days."},
	ObjectionsPending:    {"{until} 24时之前可以提出异议，此前结果不是最终结果。", "Objections may be filed until the end of {until}; the result is not final before."},
	ObjectionsUnanswered: {"尚有 {count} 件异议没有答复。", "There are {count} objections without an answer."},
	PartyNotAbsent:       {"该方已经参加表决（{position}），不能再以缺席方的名义提出异议。", "The party took part in the vote ({position}), so it cannot object as one that was absent."},
	RemedyNotPossible:    {"此处不能采取 {remedy}，可以采取：{allowed}。{instead}", "{remedy} is not possible here; possible are: {allowed}.{instead}"},
}
