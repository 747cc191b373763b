package fault

// Refusals about what a vote offers, and about candidates.
const (
	VoteKindMismatch Code = "VOTE_KIND_MISMATCH"
	TooFewOptions    Code = "TOO_FEW_OPTIONS"
)

var electionTexts = table{
	VoteKindMismatch: {"表决类型为 {kind}，与此处所填内容或者规则不符：选举须用选举规则，只有选择类表决有选项，只有选举有名额。", "A vote of the kind {kind} does not go with what is stated here: an election takes a rule for elections, only a choice has options, and only an election has seats."},
	TooFewOptions:    {"至少须有 {least} 个选项。", "There must be at least {least} options to choose from."},
}
