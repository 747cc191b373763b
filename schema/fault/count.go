package fault

// Refusals about options, candidates, hand counts and figures that are given to
// be counted.
const (
	CountUnknown          Code = "COUNT_UNKNOWN"
	CountNoElection       Code = "COUNT_NO_ELECTION"
	CountOptions          Code = "COUNT_OPTIONS"
	CountTooFewCandidates Code = "COUNT_TOO_FEW_CANDIDATES"
	CountSheetSum         Code = "COUNT_SHEET_SUM"
	CountSheetRoll        Code = "COUNT_SHEET_ROLL"
	CountSheetMeasure     Code = "COUNT_SHEET_MEASURE"
	CountSheetAndBallots  Code = "COUNT_SHEET_AND_BALLOTS"
	CountBallotUnknown    Code = "COUNT_BALLOT_UNKNOWN"
	CountFiguresSum       Code = "COUNT_FIGURES_SUM"
)

var countTexts = table{
	CountUnknown:          {"「{id}」不在名册或者选项之列。", "{id} stands neither on the roll nor among the options."},
	CountNoElection:       {"选举须依选举规则判定，其他表决不得依选举规则判定；本次为 {kind}。", "An election is judged by a rule for elections, and nothing else is; this is {kind}."},
	CountOptions:          {"{kind} 的选项数不符，现有 {count} 个：一般表决没有选项，选择至少两个选项，选举至少一名候选人，「以上都不选」至多一个。", "The options do not suit {kind}; there are {count}. A motion has none, a choice at least two, an election at least one candidate, and there is at most one option for none of them."},
	CountTooFewCandidates: {"应选 {seats} 席，候选人只有 {candidates} 名，不足以选举。", "There are {candidates} candidates for {seats} seats, which are too few for an election."},
	CountSheetSum:         {"计票单上的票数不合：各项票数与废票、空白票合计为 {sum}，而收回（或可计）的票为 {papers}。", "The count does not add up: it shows {sum}, and {papers} were returned or could be counted."},
	CountSheetRoll:        {"计票单所列 {papers} 票，多于有权表决的 {roll} 票。", "The count shows {papers} papers, but only {roll} could be cast."},
	CountSheetMeasure:     {"人工计票不能按 {measure} 计量：名册上每一项须恰好为一票，且不分组、不分方。", "A count by hand cannot be measured in {measure}: each entry of the roll must weigh exactly one, without groups and parties."},
	CountSheetAndBallots:  {"人工计票的表决不得同时录入逐张表决票。", "A vote that is counted by hand has no single ballots."},
	CountBallotUnknown:    {"没有编号为「{id}」的表决票。", "There is no ballot {id}."},
	CountFiguresSum:       {"「{part}」合计为 {sum}，多于其所属的 {whole}。", "{part} comes to {sum}, more than the {whole} that it is part of."},
}
