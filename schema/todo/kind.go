package todo

import (
	"slices"

	"sifang/schema/fault"
)

// Kind is what is to be done.
type Kind string

// The kinds.
const (
	CastVote           Kind = "CAST_VOTE"           // a ballot of one's own
	CastForOthers      Kind = "CAST_FOR_OTHERS"     // ballots for those who authorised one
	Attend             Kind = "ATTEND"              // to come to a meeting
	SignMinutes        Kind = "SIGN_MINUTES"        // to sign minutes of a sitting one attended
	AnswerElection     Kind = "ANSWER_ELECTION"     // to say whether one takes the seat
	CompleteTask       Kind = "COMPLETE_TASK"       // a task of a resolution
	GiveOpinion        Kind = "GIVE_OPINION"        // a written opinion
	ReadPapers         Kind = "READ_PAPERS"         // the second reading of papers
	SettlePaper        Kind = "SETTLE_PAPER"        // a paper that was read in two ways
	SettleConflict     Kind = "SETTLE_CONFLICT"     // voters of one place who disagree
	ConfirmCount       Kind = "CONFIRM_COUNT"       // a count by hand
	ConfirmAmendment   Kind = "CONFIRM_AMENDMENT"   // a change of a roll
	AnswerObjection    Kind = "ANSWER_OBJECTION"    // an objection
	RuleOnRecusal      Kind = "RULE_ON_RECUSAL"     // whether somebody steps aside
	CallMeeting        Kind = "CALL_MEETING"        // a meeting that was drafted
	OpenMeeting        Kind = "OPEN_MEETING"        // a meeting whose time has come
	CloseMeeting       Kind = "CLOSE_MEETING"       // a meeting whose time is over
	DraftMinutes       Kind = "DRAFT_MINUTES"       // minutes that nobody wrote
	ApproveMinutes     Kind = "APPROVE_MINUTES"     // minutes that somebody else wrote
	CloseVote          Kind = "CLOSE_VOTE"          // a vote whose time is over, or that has none
	PostResult         Kind = "POST_RESULT"         // a result that is to be posted first
	FinalizeVote       Kind = "FINALIZE_VOTE"       // a result to which nothing is in the way
	IssueResolution    Kind = "ISSUE_RESOLUTION"    // what a vote adopted and nobody issued
	PostResolution     Kind = "POST_RESOLUTION"     // a resolution that nobody posted
	PostAppointment    Kind = "POST_APPOINTMENT"    // an appointment that is to be posted first
	ConfirmAppointment Kind = "CONFIRM_APPOINTMENT" // an appointment whose posting is over
	CheckPosting       Kind = "CHECK_POSTING"       // a posting to be looked after
	TakeStep           Kind = "TAKE_STEP"           // the next step of a procedure
	FileForRecord      Kind = "FILE_FOR_RECORD"     // a new term to be put on file
	AnswerFiling       Kind = "ANSWER_FILING"       // what was handed in to be put on file
	ConveneAsOrdered   Kind = "CONVENE_AS_ORDERED"  // a meeting that was ordered
	CorrectAsOrdered   Kind = "CORRECT_AS_ORDERED"  // what was ordered to be put right
	ConfirmCorrection  Kind = "CONFIRM_CORRECTION"  // an order whose time is over
	HandOver           Kind = "HAND_OVER"           // the handover at the end of a term
	ReceiveItems       Kind = "RECEIVE_ITEMS"       // what is handed over
	HoldMeeting        Kind = "HOLD_MEETING"        // the next regular meeting
	ConveneOnPetition  Kind = "CONVENE_ON_PETITION" // a petition signed by enough
	TakeUpProposal     Kind = "TAKE_UP_PROPOSAL"    // a proposal that waits
)

// meaning is the verb that does it, and the sentence that asks for it.
type meaning struct {
	kind Kind
	verb string
	says fault.Words
}

// meanings are in the order in which what is equally urgent is told: what only
// the reader can do, then what others wait for.
var meanings = []meaning{
	{CastVote, "castBallots", fault.Words{Chinese: "您尚未就「{name}」表决。", English: "You have not voted on “{name}”."}},
	{CastForOthers, "castBallots", fault.Words{Chinese: "受托就「{name}」代为表决，还有{count}人的票未投。", English: "Vote on “{name}” for those who authorised you: {count} still open."}},
	{Attend, "checkIn", fault.Words{Chinese: "出席会议「{name}」。", English: "Attend the meeting “{name}”."}},
	{SignMinutes, "signMinutes", fault.Words{Chinese: "在会议「{name}」的记录上签字。", English: "Sign the minutes of “{name}”."}},
	{AnswerElection, "acceptElection", fault.Words{Chinese: "您在「{name}」中当选，请答复是否就任。", English: "You were elected in “{name}”: say whether you take the seat."}},
	{CompleteTask, "completeTask", fault.Words{Chinese: "完成任务「{name}」。", English: "Complete the task “{name}”."}},
	{GiveOpinion, "giveOpinion", fault.Words{Chinese: "就「{name}」答复书面意见。", English: "Give a written opinion on “{name}”."}},
	{ReadPapers, "enterPaperBallot", fault.Words{Chinese: "会议「{name}」有{count}张纸质票待第二人录入。", English: "Papers of “{name}” wait for a second reader: {count}."}},
	{SettlePaper, "settlePaperBallot", fault.Words{Chinese: "会议「{of}」的{name}号纸质票两次录入不一致，须由第三人裁定。", English: "Paper {name} of “{of}” was read in two ways: a third person decides."}},
	{SettleConflict, "settleBallotConflict", fault.Words{Chinese: "表决「{name}」有{count}处共有人意见不一致，须处理。", English: "Co-owners disagree in “{name}”, at {count} places on the roll."}},
	{ConfirmCount, "confirmCount", fault.Words{Chinese: "表决「{name}」的计票单待第二人确认。", English: "The count of “{name}” waits for a second person."}},
	{ConfirmAmendment, "confirmRollAmendment", fault.Words{Chinese: "会议「{name}」的名册更正待第二人确认。", English: "A change of the roll of “{name}” waits for a second person."}},
	{AnswerObjection, "answerObjection", fault.Words{Chinese: "答复关于「{name}」的异议。", English: "Answer the objection about “{name}”."}},
	{RuleOnRecusal, "ruleOnRecusal", fault.Words{Chinese: "就议题「{name}」的回避要求作出决定。", English: "Rule on who is asked to step aside on “{name}”."}},
	{CallMeeting, "callMeeting", fault.Words{Chinese: "会议「{name}」已起草，尚未发出通知。", English: "“{name}” was drafted: call the meeting."}},
	{OpenMeeting, "openMeeting", fault.Words{Chinese: "会议「{name}」已到开始时间，请宣布开会。", English: "The time of “{name}” has come: open it."}},
	{CloseMeeting, "closeMeeting", fault.Words{Chinese: "会议「{name}」已过预定结束时间，请闭会或者休会。", English: "The time of “{name}” is over: close or adjourn it."}},
	{DraftMinutes, "draftMinutes", fault.Words{Chinese: "会议「{name}」尚无会议记录。", English: "There are no minutes of “{name}”."}},
	{ApproveMinutes, "approveMinutes", fault.Words{Chinese: "核准会议「{name}」的记录，或者更正。", English: "Approve the minutes of “{name}”, or correct them."}},
	{CloseVote, "closeVote", fault.Words{Chinese: "表决「{name}」待结束。", English: "The vote “{name}” waits to be closed."}},
	{PostResult, "publish", fault.Words{Chinese: "公示表决「{name}」的初步结果。", English: "Post the preliminary result of “{name}”."}},
	{FinalizeVote, "finalizeVote", fault.Words{Chinese: "确定表决「{name}」的结果。", English: "Make the result of “{name}” final."}},
	{IssueResolution, "issueResolution", fault.Words{Chinese: "「{name}」已表决通过，请作出决议。", English: "“{name}” was adopted: issue the resolution."}},
	{PostResolution, "publish", fault.Words{Chinese: "公布决议《{name}》。", English: "Post the resolution “{name}”."}},
	{PostAppointment, "publish", fault.Words{Chinese: "公示「{of}」的{name}拟任职。", English: "Post the appointment to “{name}” of “{of}”."}},
	{ConfirmAppointment, "confirmAppointment", fault.Words{Chinese: "确认「{of}」的{name}任职生效。", English: "Confirm the appointment to “{name}” of “{of}”."}},
	{CheckPosting, "recordPostingCheck", fault.Words{Chinese: "查看公示是否完好：{name}。", English: "Look whether the posting still hangs: {name}."}},
	{TakeStep, "completeStep", fault.Words{Chinese: "程序「{of}」的下一步：「{name}」。", English: "The next step of “{of}”: “{name}”."}},
	{FileForRecord, "fileForRecord", fault.Words{Chinese: "将「{name}」的换届结果报送备案。", English: "Put the new term of “{name}” on file."}},
	{AnswerFiling, "answerFiling", fault.Words{Chinese: "答复「{name}」报送的备案材料。", English: "Answer what “{name}” handed in to be put on file."}},
	{ConveneAsOrdered, "draftMeeting", fault.Words{Chinese: "「{name}」责令召集会议。", English: "“{name}” ordered that a meeting be called."}},
	{CorrectAsOrdered, "", fault.Words{Chinese: "「{name}」责令改正。", English: "“{name}” ordered that something be put right."}},
	{ConfirmCorrection, "confirmCorrection", fault.Words{Chinese: "责令「{name}」改正的期限已到，请核实是否改正。", English: "The time for “{name}” to put it right is over: see whether it did."}},
	{HandOver, "handOver", fault.Words{Chinese: "「{name}」届期结束，尚未开始移交。", English: "The term of “{name}” is over, and the handover was not begun."}},
	{ReceiveItems, "receiveHandoverItem", fault.Words{Chinese: "接收「{name}」移交的{count}项事项。", English: "Receive what “{name}” hands over: {count} items."}},
	{HoldMeeting, "draftMeeting", fault.Words{Chinese: "「{name}」应当召开下一次会议。", English: "“{name}” is to meet again."}},
	{ConveneOnPetition, "draftMeeting", fault.Words{Chinese: "联名提议「{name}」已达到法定要求，请召集会议。", English: "Enough signed the petition “{name}”: call the meeting."}},
	{TakeUpProposal, "acceptProposal", fault.Words{Chinese: "受理议案「{name}」，或者答复不予受理。", English: "Take the proposal “{name}” up, or decline it."}},
}

// Values lists every Kind.
func (Kind) Values() []string {
	all := make([]string, len(meanings))
	for i, m := range meanings {
		all[i] = string(m.kind)
	}
	return all
}

// Verb is the verb that does it, as the mutation is called; empty if none does.
func (k Kind) Verb() string { return meanings[k.place()].verb }

func (k Kind) place() int {
	return slices.IndexFunc(meanings, func(m meaning) bool { return m.kind == k })
}
