package fault

// Refusals about proposals.
const (
	OnlyForOneself  Code = "ONLY_FOR_ONESELF"
	AlreadyOnAgenda Code = "ALREADY_ON_AGENDA"
)

// Refusals about preparing and running a meeting.
const (
	NotTheConvener    Code = "NOT_THE_CONVENER"
	MeetingIsOver     Code = "MEETING_IS_OVER"
	NothingToAnnounce Code = "NOTHING_TO_ANNOUNCE"
	TooEarly          Code = "TOO_EARLY"
	VoteStillOpen     Code = "VOTE_STILL_OPEN"
	VoteHeld          Code = "VOTE_HELD"
	ItemsPending      Code = "ITEMS_PENDING"
	ReferredToItself  Code = "REFERRED_TO_ITSELF"
	OtherBody         Code = "OTHER_BODY"
)

// Refusals about attendance.
const (
	NoSitting        Code = "NO_SITTING"
	ModeNotOffered   Code = "MODE_NOT_OFFERED"
	PartyNotExpected Code = "PARTY_NOT_EXPECTED"
	NotForTheParty   Code = "NOT_FOR_THE_PARTY"
	NotAdmitted      Code = "NOT_ADMITTED"
	AlreadyCheckedIn Code = "ALREADY_CHECKED_IN"
	NotCheckedIn     Code = "NOT_CHECKED_IN"
)

var meetingTexts = table{
	OnlyForOneself:  {"您只能以本人名义提出议案；代他人或者代单位提出，须由该单位或者社区的负责人、工作人员登记。", "You can propose in your own name only; for somebody else or for an organization, an officer of it or of the community records the proposal."},
	AlreadyOnAgenda: {"该议案已列入另一次会议（{meeting}）的议程，尚未处理。", "The proposal stands on the agenda of another meeting ({meeting}), where it is still pending."},

	NotTheConvener:    {"该组织不是此联动的召集方；可以召集的有：{conveners}。", "The organization does not convene the meetings of this linkage; these do: {conveners}."},
	MeetingIsOver:     {"会议结束时间（{endsAt}）已经过去，请先改期。", "The end of the meeting ({endsAt}) has passed; set a later time first."},
	NothingToAnnounce: {"自上次通知以来没有任何变更，无须再次通知。", "Nothing has changed since the last notice, so there is nothing to announce."},
	TooEarly:          {"会议定于 {startsAt} 开始，现在还不能开会；如需提前，请先变更通知。", "The meeting begins at {startsAt} and cannot be opened before; to begin earlier, amend its notice first."},
	VoteStillOpen:     {"表决（{votes}）尚未结束，请先结束表决。", "A vote is still open ({votes}); close it first."},
	VoteHeld:          {"此议题的表决（{votes}）已有结果，应据此作出决议，不能再作其他处理。", "The vote on this item ({votes}) has a result; issue the resolution on it instead."},
	ItemsPending:      {"尚有未处理的议题：{items}。请逐项处理，或者选择全部结转下次会议。", "Items are still pending: {items}. Settle each of them, or ask for all of them to be carried over."},
	ReferredToItself:  {"此议题本来就由本次会议的组织（{authority}）决定，不能转交给自己。", "The body that meets ({authority}) is the one to decide; it cannot refer the item to itself."},
	OtherBody:         {"只能结转到同一组织或者同一联动的会议。", "An item is carried over only to a meeting of the same body or linkage."},

	NoSitting:        {"书面会议没有签到。", "A written meeting has no attendance."},
	ModeNotOffered:   {"本次会议的形式为「{form}」，不能以「{mode}」的方式出席。", "The meeting is held in the form {form}, which nobody attends in the mode {mode}."},
	PartyNotExpected: {"该方不属于召开本次会议的联动。", "The party is not one of the linkage that meets."},
	NotForTheParty:   {"此人在 {day} 既不是该方授权的代表，也不属于该方。", "On {day} the person is neither an authorised delegate of the party nor belongs to it."},
	NotAdmitted:      {"您不属于参加本次会议的任何一方；列席须由会议的工作人员或者主持人登记。", "You belong to none of those who meet; guests are checked in by the officers of the meeting or by whoever presides."},
	AlreadyCheckedIn: {"此人已于 {since} 签到，尚未签退。", "The person checked in at {since} and has not checked out."},
	NotCheckedIn:     {"此人没有签到，或者已经签退。", "The person has not checked in, or has checked out again."},
}
