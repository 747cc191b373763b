package fault

// Refusals about territory, people and organizations.
const (
	SameThing      Code = "SAME_THING"
	OneOfNeeded    Code = "ONE_OF_NEEDED"
	UnknownPost    Code = "UNKNOWN_POST"
	AlreadyEnded   Code = "ALREADY_ENDED"
	NotInForce     Code = "NOT_IN_FORCE"
	WrongKind      Code = "WRONG_KIND"
	UnknownRule    Code = "UNKNOWN_RULE"
	NotAMember     Code = "NOT_A_MEMBER"
	NotYetPosted   Code = "NOT_YET_POSTED"
	StillPosted    Code = "STILL_POSTED"
	UnknownSubject Code = "UNKNOWN_SUBJECT"
)

var registerTexts = table{
	SameThing:      {"不能与自身建立关系。", "A thing cannot stand in this relation to itself."},
	OneOfNeeded:    {"{fields} 中须且只须填写一项。", "Give exactly one of: {fields}."},
	UnknownPost:    {"该组织没有这一职务,或该职务在 {from} 尚未设立、已经撤销。", "The organization has no such post, or it does not exist on {from}."},
	AlreadyEnded:   {"已于 {to} 终止。", "It ended already on {to}."},
	NotInForce:     {"在 {day} 无效。", "It is not in force on {day}."},
	WrongKind:      {"{kind} 不适用于此:须为 {allowed}。", "{kind} does not fit here: it takes {allowed}."},
	UnknownRule:    {"没有代码为「{code}」的规则;现有:{known}。", "There is no rule {code}; there are: {known}."},
	NotAMember:     {"此人在 {day} 不属于该组织。", "The person does not belong to the organization on {day}."},
	NotYetPosted:   {"须先公示满 {days} 日。", "It must be published first, for {days} days."},
	StillPosted:    {"公示期至 {until} 届满,此前不得办理。", "Its publication runs until {until}; it cannot be done before that is over."},
	UnknownSubject: {"此类对象不能公示。", "Such a thing cannot be published."},
}
