package fault

// Refusals about what a vote offers.
const (
	VoteKindMismatch Code = "VOTE_KIND_MISMATCH"
	TooFewOptions    Code = "TOO_FEW_OPTIONS"
	PostElsewhere    Code = "POST_ELSEWHERE"
)

// Refusals about a vote among those who were tied.
const (
	NoTie                 Code = "NO_TIE"
	TieBreakExists        Code = "TIE_BREAK_EXISTS"
	TieBreakOfOtherItem   Code = "TIE_BREAK_OF_OTHER_ITEM"
	TieBreakHasCandidates Code = "TIE_BREAK_HAS_CANDIDATES"
)

// Refusals about candidates, and about the list of them.
const (
	NotAnElection       Code = "NOT_AN_ELECTION"
	MeetingNotCalled    Code = "MEETING_NOT_CALLED"
	NoCandidatesToPost  Code = "NO_CANDIDATES_TO_POST"
	CandidatesNotPosted Code = "CANDIDATES_NOT_POSTED"
)

// Refusals about taking a seat after an election.
const (
	NotElected      Code = "NOT_ELECTED"
	ObjectionUpheld Code = "OBJECTION_UPHELD"
	NoSeatFree      Code = "NO_SEAT_FREE"
	AlternateAhead  Code = "ALTERNATE_AHEAD"
	AlternatesEqual Code = "ALTERNATES_EQUAL"
	TieNotBroken    Code = "TIE_NOT_BROKEN"
	SeatedTooSoon   Code = "SEATED_TOO_SOON"
)

var electionTexts = table{
	VoteKindMismatch: {"表决类型为 {kind}，与此处所填内容或者规则不符：选举须用选举规则，只有选择类表决有选项，只有选举有名额和职务。", "A vote of the kind {kind} does not go with what is stated here: an election takes a rule for elections, only a choice has options, and only an election has seats and a post."},
	TooFewOptions:    {"至少须有 {least} 个选项。", "There must be at least {least} options to choose from."},
	PostElsewhere:    {"该职务属于另一社区的组织，不能由本次会议选举。", "The post belongs to an organization of another community, and this meeting cannot fill it."},

	NoTie:                 {"该选举没有须另行表决的同票候选人，当前为 {state}。", "That election left no tie to be broken: it is {state}."},
	TieBreakExists:        {"同票的候选人已另行表决（{vote}）；其结果仍为同票的，应就该次表决再行表决。", "A vote among those tied was called already ({vote}); if it ended in a tie again, break that one."},
	TieBreakOfOtherItem:   {"决胜表决须在原选举的议题下进行。", "A tie is broken on the agenda item of the election itself."},
	TieBreakHasCandidates: {"决胜表决只在同票的候选人之间进行，不能另行提名。", "A tie is broken among those who were tied; nobody else is nominated."},

	NotAnElection:       {"该表决不是选举，没有候选人。", "This vote is no election, so it has no candidates."},
	MeetingNotCalled:    {"会议尚未通知：候选人名单须在会议通知之后公布，否则无从知道选举在何时、何地进行。", "The meeting was not called yet: the list of candidates is posted once everybody can know when and where the election is."},
	NoCandidatesToPost:  {"没有尚未公布的候选人。", "There is no candidate who is not on the posted list already."},
	CandidatesNotPosted: {"规则要求选举前公布候选人名单，尚有 {count} 名候选人未公布或者公布未满期限；最早可于 {earliest} 开始表决。", "The rules ask that the list of candidates be posted before the election; for {count} of them that was not done, or not for long enough. The vote can be opened on {earliest} at the earliest."},

	NotElected:      {"该候选人未当选：{outcome}。", "The candidate was not elected: {outcome}."},
	ObjectionUpheld: {"对该候选人的异议成立，不能就任。", "An objection to the candidate was upheld, so the seat cannot be taken."},
	NoSeatFree:      {"没有空缺的名额，候补人选尚不能递补。", "No seat is free, so no alternate moves up."},
	AlternateAhead:  {"空缺 {free} 个名额，而得票更多的候补人选还有 {count} 名，须依次递补。", "{free} seats are free and {count} alternates with more votes come first."},
	AlternatesEqual: {"得票相同的候补人选有 {count} 名，多于空缺的名额；由该组织决定先后，再由工作人员办理。", "{count} alternates have the same number of votes and there is not a seat for each; the body decides who comes first, and an officer enters it."},
	TieNotBroken:    {"同票的候选人尚未决出，落选者先于其他候补人选递补，请待决胜表决有最终结果。", "A tie is not broken yet, and those who lose it come before all other alternates; wait for the final result of that vote."},
	SeatedTooSoon:   {"任职不能早于选举结束之日（{earliest}）。", "The seat cannot be taken before the election was over, on {earliest}."},
}
