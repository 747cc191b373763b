package fault

// Refusals about what a decision rule says beside its shares and numbers.
const (
	RuleLimitFraction   Code = "RULE_LIMIT_FRACTION"
	RuleLimitInQuorum   Code = "RULE_LIMIT_IN_QUORUM"
	RuleTooManyParties  Code = "RULE_TOO_MANY_PARTIES"
	RuleListedTwice     Code = "RULE_LISTED_TWICE"
	RuleRankingEmpty    Code = "RULE_RANKING_EMPTY"
	RuleRankingMeasure  Code = "RULE_RANKING_MEASURE"
	RuleElectionAgainst Code = "RULE_ELECTION_AGAINST"
	RuleElectionParties Code = "RULE_ELECTION_PARTIES"
	RuleElectionTie     Code = "RULE_ELECTION_TIE"
	RuleCastingVote     Code = "RULE_CASTING_VOTE"
	RuleDeemedMisfit    Code = "RULE_DEEMED_MISFIT"
	RuleInPerson        Code = "RULE_IN_PERSON"
	RuleWindow          Code = "RULE_WINDOW"
	RuleWindowUnbounded Code = "RULE_WINDOW_UNBOUNDED"
	RuleClassDiffers    Code = "RULE_CLASS_DIFFERS"
	RuleOverrideEmpty   Code = "RULE_OVERRIDE_EMPTY"
	RuleOwnersEmpty     Code = "RULE_OWNERS_EMPTY"
	RuleDebateEmpty     Code = "RULE_DEBATE_EMPTY"
	RuleDivision        Code = "RULE_DIVISION"
	RulePetitionMeasure Code = "RULE_PETITION_MEASURE"
)

var ruleTexts = table{
	RuleLimitFraction:   {"{num}/{den} 不是可用的上限：须不小于零而小于一，分母至多为 {most}。", "{num}/{den} is not a usable limit: it must be at least zero and less than one, with a denominator of at most {most}."},
	RuleLimitInQuorum:   {"法定人数不能写成反对的上限：上限只能用作通过条件。", "A quorum cannot be a limit on voices against: only an approval can."},
	RuleTooManyParties:  {"要求 {least} 方，而联动至多有 {most} 方。", "{least} parties are required, but a linkage has at most {most}."},
	RuleListedTwice:     {"「{value}」列出了两次。", "{value} is listed twice."},
	RuleRankingEmpty:    {"选举须写明候选人按什么排列名次。", "An election must say by what the candidates are ranked."},
	RuleRankingMeasure:  {"候选人不能按 {measure} 排列名次：名册上没有这个数目。", "Candidates cannot be ranked by {measure}: no roll tells it."},
	RuleElectionAgainst: {"选举中选民只圈选候选人，没有反对票，不能以 {what} 为条件。", "In an election candidates are marked, and nobody is against: {what} cannot be asked for."},
	RuleElectionParties: {"选举不能以方计数。", "An election cannot count parties."},
	RuleElectionTie:     {"选举中票数相等的处理由 secondTie 规定，不能另写 {tie}。", "What equal votes lead to in an election is said by secondTie; {tie} cannot stand beside it."},
	RuleCastingVote:     {"以方计数时，主席没有决定性一票。", "Where parties are counted, no chair has a casting vote."},
	RuleDeemedMisfit:    {"规则涉及 {what} 时，不能把未投票视为投票：只有送达表决票的议案表决才可以。", "Silence cannot be counted in a rule about {what}: only in votes on motions for which ballots are served."},
	RuleInPerson:        {"规则要求本人投票，不能同时规定委托投票。", "The rule has everybody vote in person, so it cannot say who may vote for whom."},
	RuleWindow:          {"投票期限至少 {least} 日，却至多 {most} 日。", "The vote is open for at least {least} days and at most {most}."},
	RuleWindowUnbounded: {"允许延长投票的，须写明连同延长至多多少日。", "Where a vote may be extended, the most days it may last in all must be stated."},
	RulePetitionMeasure: {"联名不能按 {measure} 计算：签名的只有人数，业主另有面积。", "A petition cannot be measured in {measure}: signatures are heads, and those of owners area as well."},
	RuleClassDiffers:    {"此处选定的是 {class} 事项的规则，而该规则是为 {own} 事项制定的。", "A rule for {class} matters is chosen here, but this one is made for {own} matters."},
	RuleOverrideEmpty:   {"此处没有改变任何规定。", "Nothing is changed here."},
	RuleDebateEmpty:     {"此处没有说明发言的时间或者次数。", "Nothing is said here about how long or how often somebody may speak."},
	RuleOwnersEmpty:     {"此处没有说明业主如何计数。", "Nothing is said here about how owners are counted."},
	RuleDivision:        {"「{code}」不是六位行政区划代码。", "{code} is not a six-digit code of an administrative division."},
}
