package fault

// Refusals about how long a vote is open, objections and recusals.
const (
	AlreadyRuled Code = "ALREADY_RULED"
	OwnCase      Code = "OWN_CASE"
)

var windowTexts = table{
	AlreadyRuled: {"该回避申请已有结论：{state}。", "This was settled already: {state}."},
	OwnCase:      {"不能决定与本人有关的事项，请由他人决定。", "Nobody decides in their own case; somebody else has to."},
}
