package stage

// Guard is a condition under which a step is lawful. The rule that judges the
// case decides whether it holds; the command passes on those that do.
type Guard string

// The conditions.
const (
	NoticeNotNeeded      Guard = "NOTICE_NOT_NEEDED"
	AgendaOpen           Guard = "AGENDA_OPEN"
	ReceivedInTime       Guard = "RECEIVED_IN_TIME"
	Decides              Guard = "DECIDES"
	Recommends           Guard = "RECOMMENDS"
	Refers               Guard = "REFERS"
	MotionRejected       Guard = "MOTION_REJECTED"
	PublicationNotNeeded Guard = "PUBLICATION_NOT_NEEDED"
	StaysEffect          Guard = "STAYS_EFFECT"
	StayLifted           Guard = "STAY_LIFTED"
	RuledVoid            Guard = "RULED_VOID"
	RuledVoidInPart      Guard = "RULED_VOID_IN_PART"
	RulingOverturned     Guard = "RULING_OVERTURNED"
	InPart               Guard = "IN_PART"
	ReplacementFell      Guard = "REPLACEMENT_FELL"
	Begun                Guard = "BEGUN"
	SuspensionLifted     Guard = "SUSPENSION_LIFTED"
	Survives             Guard = "SURVIVES"
	NextMeetingNamed     Guard = "NEXT_MEETING_NAMED"
	ToCandidate          Guard = "TO_CANDIDATE"
	ResultReopened       Guard = "RESULT_REOPENED"
	VotedAgain           Guard = "VOTED_AGAIN"
	ListsCandidates      Guard = "LISTS_CANDIDATES"
	SeatTaken            Guard = "SEAT_TAKEN"
	CorrectionOwed       Guard = "CORRECTION_OWED"
	EffectChanged        Guard = "EFFECT_CHANGED"
	EndsLater            Guard = "ENDS_LATER"
	HandedBack           Guard = "HANDED_BACK"
	MotionAdopted        Guard = "MOTION_ADOPTED"
	Corrected            Guard = "CORRECTED"
	LastStep             Guard = "LAST_STEP"
)

// guards explains each condition on the printed page, in its order there.
var guards = []struct {
	guard   Guard
	meaning string
}{
	{NoticeNotNeeded, "the rule of the vote does not ask that it was announced in the notice"},
	{AgendaOpen, "the rule lets the meeting take up what its notice did not name"},
	{ReceivedInTime, "the paper was handed in before the vote was closed"},
	{Decides, "the body has the authority to decide: the resolution is a decision"},
	{Recommends, "the resolution is a recommendation to the body that decides"},
	{Refers, "the resolution refers the matter to the body that decides"},
	{MotionRejected, "the verdict is final and the motion was not adopted"},
	{PublicationNotNeeded, "the rule asks for no publication"},
	{StaysEffect, "the court or the authority stays the resolution"},
	{StayLifted, "the stay is lifted, and the resolution stands"},
	{RuledVoid, "the resolution is struck down as a whole"},
	{RuledVoidInPart, "a part of the resolution is struck down"},
	{RulingOverturned, "the ruling that struck it down is overturned"},
	{InPart, "only a part is revoked"},
	{ReplacementFell, "what took its place was struck down"},
	{Begun, "something was reported of the task before it was stopped"},
	{SuspensionLifted, "the ground of the suspension is gone"},
	{Survives, "it is the proposal into which the others are merged"},
	{NextMeetingNamed, "the item is carried over to a meeting that is already being prepared"},
	{ToCandidate, "the objection is to a candidate, and not to the result"},
	{ResultReopened, "the objection is upheld, and the result that was posted is corrected or came out otherwise"},
	{VotedAgain, "the objection is upheld, and the vote has to be held again"},
	{ListsCandidates, "the vote is an election, and what is posted is the list of its candidates"},
	{MotionAdopted, "the verdict is final and the motion was adopted"},
	{Corrected, "what is approved is a later edition"},
	{SeatTaken, "who was elected takes the seat, and does not decline it"},
	{CorrectionOwed, "an objection to what is posted was upheld, and it was not posted again since"},
	{EffectChanged, "it was stayed, revoked or brought back since it was last posted"},
	{EndsLater, "the post is held on until its resignation is accepted, or its notice has run"},
	{HandedBack, "the authority hands it back to be completed"},
	{LastStep, "with it every step that must be taken was taken"},
}
