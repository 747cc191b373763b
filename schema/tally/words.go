package tally

import (
	"sifang/schema"
	"sifang/schema/rule"
)

// What explanations say that has no number in it, and the sentences into which
// numbers are put.

var outcomes = map[schema.VerdictOutcome]rule.Text{
	schema.VerdictOutcomeAdopted:        {Chinese: "表决结果：通过。", English: "Result: adopted."},
	schema.VerdictOutcomeRejected:       {Chinese: "表决结果：未通过。", English: "Result: rejected."},
	schema.VerdictOutcomeTied:           {Chinese: "表决结果：票数相等，未通过。", English: "Result: tied, not adopted."},
	schema.VerdictOutcomeNotQuorate:     {Chinese: "表决结果：未达到法定人数，不能作出决定。", English: "Result: no quorum, so nothing was decided."},
	schema.VerdictOutcomePendingConsent: {Chinese: "表决结果：待缺席方表示意见。", English: "Result: waiting for the parties that were absent."},
	schema.VerdictOutcomeVoid:           {Chinese: "表决结果：无效。", English: "Result: void."},
}

// choiceOutcomes and electionTexts are told instead where a vote was on options.
var choiceOutcomes = map[schema.VerdictOutcome]rule.Text{
	schema.VerdictOutcomeAdopted:  {Chinese: "表决结果：有选项获得通过。", English: "Result: an option was adopted."},
	schema.VerdictOutcomeRejected: {Chinese: "表决结果：没有选项获得通过。", English: "Result: no option was adopted."},
	schema.VerdictOutcomeTied:     {Chinese: "表决结果：领先的选项得票相等，没有选定。", English: "Result: the leading options are equal, so none was chosen."},
}

var electionTexts = map[schema.ElectionOutcome]rule.Text{
	schema.ElectionOutcomeEstablished:              {Chinese: "选举结果：应选席位全部选出。", English: "Result: every seat was filled."},
	schema.ElectionOutcomeEstablishedWithVacancies: {Chinese: "选举结果：选举有效，尚有席位空缺，须另行补选。", English: "Result: the election is valid; some seats stay vacant and are filled by another election."},
	schema.ElectionOutcomeNotEstablished:           {Chinese: "选举结果：选举未成立。", English: "Result: the election failed."},
	schema.ElectionOutcomeTieBreakRequired:         {Chinese: "选举结果：有候选人在最后的席位上得票相等，须就这些候选人再次投票。", English: "Result: candidates are equal at the last seats, and are voted on again among themselves."},
}

// results are outcomes inside of a sentence.
var results = map[schema.VerdictOutcome]rule.Text{
	schema.VerdictOutcomeAdopted:        {Chinese: "通过", English: "adopted"},
	schema.VerdictOutcomeRejected:       {Chinese: "未通过", English: "rejected"},
	schema.VerdictOutcomeTied:           {Chinese: "票数相等，未通过", English: "tied, not adopted"},
	schema.VerdictOutcomeNotQuorate:     {Chinese: "未达到法定人数，不能作出决定", English: "no quorum, so nothing decided"},
	schema.VerdictOutcomePendingConsent: {Chinese: "待缺席方表示意见", English: "waiting for the parties that were absent"},
	schema.VerdictOutcomeVoid:           {Chinese: "无效", English: "void"},
}

var ties = map[rule.TiePolicy]rule.Text{
	rule.Escalate: {Chinese: "同意与反对相等，主持人没有决定权，应提请上级协调。",
		English: "As many were against as in favour; the chair has no casting vote, and the matter goes to the next higher body."},
	rule.Retable: {Chinese: "同意与反对相等，主持人没有决定权，可修改后重新提出。",
		English: "As many were against as in favour; the chair has no casting vote, and the motion may come back with changes."},
}

// castings tell how a chair with a casting vote decided a tie.
var castings = map[schema.BallotChoice]rule.Text{
	schema.BallotChoiceFor:     {Chinese: "同意与反对相等，依规则由主持人决定；主持人同意。", English: "As many were against as in favour; the rule lets the chair decide, who was in favour."},
	schema.BallotChoiceAgainst: {Chinese: "同意与反对相等，依规则由主持人决定；主持人反对。", English: "As many were against as in favour; the rule lets the chair decide, who was against."},
	schema.BallotChoiceAbstain: {Chinese: "同意与反对相等，依规则由主持人决定，而主持人弃权。", English: "As many were against as in favour; the rule lets the chair decide, who abstained."},
	"":                         {Chinese: "同意与反对相等，依规则由主持人决定，而主持人没有有效的表决票。", English: "As many were against as in favour; the rule lets the chair decide, who has no valid ballot."},
}

var castingInVain = rule.Text{
	Chinese: "同意与反对相等，主持人同意；但即使再加一票，也达不到规则的要求。",
	English: "As many were against as in favour, and the chair was in favour; but one voice more would still not be enough for the rule.",
}

var deemedAs = map[schema.BallotChoice]rule.Text{
	schema.BallotChoiceFor:     {Chinese: "随已表决的多数计为同意", English: "follow the majority of those who voted, and count as in favour"},
	schema.BallotChoiceAgainst: {Chinese: "随已表决的多数计为反对", English: "follow the majority of those who voted, and count as against"},
	schema.BallotChoiceAbstain: {Chinese: "计为弃权", English: "count as abstaining"},
}

var deemedWithoutMajority = rule.Text{
	Chinese: "应随已表决的多数；因没有一致的多数，计为弃权",
	English: "would follow the majority of those who voted; as there is none, or not the same one in everything that counts, they count as abstaining",
}

// asideOrder is the order in which reasons are told. Spoilt papers are told by
// what they weigh.
var asideOrder = []Reason{Superseded, Conflicting, NotOnRoll, WasRecused, NotPresent, NotAChoice}

var asideTexts = map[Reason]rule.Text{
	Superseded:  {Chinese: "有%d张票未计，因为同一表决权另有一张优先的票。", English: "Not counted, because another ballot for the same vote goes before: %s."},
	Conflicting: {Chinese: "有%d张票未计，因为同一表决权投了不同意见，又没有确认以哪一张为准。", English: "Not counted, because one vote was used in two ways and nobody settled which counts: %s."},
	NotOnRoll:   {Chinese: "有%d张票未计，因为投票人对该表决权无权表决。", English: "Not counted, because the person has no such vote: %s."},
	WasRecused:  {Chinese: "有%d张票未计，因为投票人应当回避。", English: "Not counted, because the person had to step aside: %s."},
	NotPresent:  {Chinese: "有%d张票未计，因为投票人未到会或者到会过迟。", English: "Not counted, because the person was absent or came too late: %s."},
	NotAChoice:  {Chinese: "有%d张票未计，因为票上没有作出可以计算的选择。", English: "Not counted, because it makes no choice that could be counted: %s."},
}

var candidateOutcomes = map[schema.CandidateOutcome]rule.Text{
	schema.CandidateOutcomeElected:    {Chinese: "当选", English: "elected"},
	schema.CandidateOutcomeTied:       {Chinese: "得票相等，待再次投票", English: "tied, to be voted on again"},
	schema.CandidateOutcomeAlternate:  {Chinese: "候补", English: "stands by as an alternate"},
	schema.CandidateOutcomeNotElected: {Chinese: "未当选", English: "not elected"},
}

var optionOutcomes = map[schema.CandidateOutcome]rule.Text{
	schema.CandidateOutcomeElected:    {Chinese: "通过", English: "adopted"},
	schema.CandidateOutcomeTied:       {Chinese: "得票相等，没有选定", English: "tied, not chosen"},
	schema.CandidateOutcomeNotElected: {Chinese: "未通过", English: "not adopted"},
}

var units = map[schema.Measure]struct{ zh, one, many string }{
	schema.MeasureHeads:      {"人", "person", "people"},
	schema.MeasureArea:       {"平方米", "square metres", "square metres"},
	schema.MeasureSeats:      {"席", "seat", "seats"},
	schema.MeasureHouseholds: {"户", "household", "households"},
	schema.MeasureWeight:     {"票权", "weighted vote", "weighted votes"},
}
