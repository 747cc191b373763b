package fault

// Refusals that any verb may answer.
const (
	NotMandated         Code = "NOT_MANDATED"
	NotFound            Code = "NOT_FOUND"
	WrongState          Code = "WRONG_STATE"
	RequestIDReused     Code = "REQUEST_ID_REUSED"
	VersionConflict     Code = "VERSION_CONFLICT"
	AlreadyExists       Code = "ALREADY_EXISTS"
	Blank               Code = "BLANK"
	TooLong             Code = "TOO_LONG"
	TooMany             Code = "TOO_MANY"
	OutOfRange          Code = "OUT_OF_RANGE"
	EndsBeforeItStarts  Code = "ENDS_BEFORE_IT_STARTS"
	ControlCharacter    Code = "CONTROL_CHARACTER"
	InvalidCode         Code = "INVALID_CODE"
	AcknowledgementReqd Code = "ACKNOWLEDGEMENT_REQUIRED"
)

var requestTexts = table{
	NotMandated:         {"您无权办理此事项：「{verb}」须由{grounds}办理。", "You are not entitled to {verb}: it takes {grounds}."},
	NotFound:            {"找不到所指的{kind}，或您无权查看。", "The {kind} does not exist, or you may not see it."},
	WrongState:          {"当前状态为「{state}」，不能「{verb}」；须处于以下状态之一：{allowed}。", "{verb} is not possible in state {state}; it is possible in: {allowed}."},
	RequestIDReused:     {"该请求编号已用于另一内容的请求，未作任何处理。", "This requestId was used before with another input; nothing was done."},
	VersionConflict:     {"内容已被他人修改：您依据的是第 {expected} 版，现为第 {current} 版。", "Somebody else changed this meanwhile: you edited version {expected}, it is now version {current}."},
	AlreadyExists:       {"相同的{kind}已经存在。", "Such a {kind} exists already."},
	Blank:               {"此项不能为空。", "This must not be blank."},
	TooLong:             {"此项最多 {limit} 个字符，现有 {length} 个。", "This may have at most {limit} characters; it has {length}."},
	TooMany:             {"此项最多 {limit} 条，现有 {count} 条。", "At most {limit} are allowed here; there are {count}."},
	OutOfRange:          {"此项须在 {least} 与 {most} 之间。", "This must lie between {least} and {most}."},
	EndsBeforeItStarts:  {"结束时间（{to}）不得早于或等于开始时间（{from}）。", "The end ({to}) must lie after the start ({from})."},
	ControlCharacter:    {"此项含有不可显示的控制字符。", "This contains a control character."},
	InvalidCode:         {"代码「{code}」格式不正确。", "The code {code} is malformed."},
	AcknowledgementReqd: {"存在须确认的提示：{warnings}。请确认后重新提交。", "There are warnings to acknowledge first: {warnings}."},
}
