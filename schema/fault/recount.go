package fault

// Refusals about the file of a vote that is to be counted once more, and what
// a recount finds to differ.
const (
	RecountTooLarge      Code = "RECOUNT_TOO_LARGE"
	RecountUnreadable    Code = "RECOUNT_UNREADABLE"
	RecountTooDeep       Code = "RECOUNT_TOO_DEEP"
	RecountFormat        Code = "RECOUNT_FORMAT"
	RecountFieldUnknown  Code = "RECOUNT_FIELD_UNKNOWN"
	RecountFieldRepeated Code = "RECOUNT_FIELD_REPEATED"
	RecountFieldMissing  Code = "RECOUNT_FIELD_MISSING"
	RecountTypeMismatch  Code = "RECOUNT_TYPE_MISMATCH"
	RecountContradiction Code = "RECOUNT_CONTRADICTION"
	RecountDifference    Code = "RECOUNT_DIFFERENCE"
)

var recountTexts = table{
	RecountTooLarge:      {"此项最大 {limit} 字节，现有 {length} 字节。", "This may have at most {limit} bytes; it has {length}."},
	RecountUnreadable:    {"表决文件不是有效的 UTF-8 编码 JSON（第 {offset} 字节处）。", "The file of the vote is not JSON in UTF-8, from byte {offset} on."},
	RecountTooDeep:       {"嵌套过深：至多 {limit} 层。", "This is nested too deeply: at most {limit} levels."},
	RecountFormat:        {"不能识别格式「{format}」；可以识别的格式：{known}。", "The format {format} is not known; the known one is {known}."},
	RecountFieldUnknown:  {"不认识项目「{field}」，故不能复核。", "The field {field} is not known, so the vote cannot be recounted."},
	RecountFieldRepeated: {"项目「{field}」在同一处出现了两次。", "The field {field} appears twice in one place."},
	RecountFieldMissing:  {"缺少项目「{field}」。", "The field {field} is missing."},
	RecountTypeMismatch:  {"此项的类型须为 {expected}。", "This must be of type {expected}."},
	RecountContradiction: {"文件内容互相矛盾，不能复核：{why}。", "What the file says contradicts itself, so the vote cannot be recounted: {why}."},
	RecountDifference:    {"复核与表决结果不符（{place}）：表决结果记载为 {verdict}，复核得出 {recount}。", "The recount differs from the verdict at {place}: the verdict says {verdict}, the recount found {recount}."},
}
