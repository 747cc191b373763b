package schema

// OpinionStance is how a written opinion stands to a proposal.
type OpinionStance string

// The values of OpinionStance; the API describes each.
const (
	OpinionStanceSupports    OpinionStance = "SUPPORTS"
	OpinionStanceConditional OpinionStance = "CONDITIONAL"
	OpinionStanceOpposes     OpinionStance = "OPPOSES"
	OpinionStanceNoComment   OpinionStance = "NO_COMMENT"
)

// Values lists every OpinionStance, in the order of the API.
func (OpinionStance) Values() []string {
	return []string{
		"SUPPORTS", "CONDITIONAL", "OPPOSES", "NO_COMMENT",
	}
}

// SpeechSide is for which side somebody speaks.
type SpeechSide string

// The values of SpeechSide; the API describes each.
const (
	SpeechSideFor     SpeechSide = "FOR"
	SpeechSideAgainst SpeechSide = "AGAINST"
	SpeechSideNeutral SpeechSide = "NEUTRAL"
)

// Values lists every SpeechSide, in the order of the API.
func (SpeechSide) Values() []string {
	return []string{
		"FOR", "AGAINST", "NEUTRAL",
	}
}

// SpeechStatus is where a turn at the floor stands.
type SpeechStatus string

// The values of SpeechStatus; the API describes each.
const (
	SpeechStatusRequested SpeechStatus = "REQUESTED"
	SpeechStatusSpeaking  SpeechStatus = "SPEAKING"
	SpeechStatusEnded     SpeechStatus = "ENDED"
	SpeechStatusWithdrawn SpeechStatus = "WITHDRAWN"
)

// Values lists every SpeechStatus, in the order of the API.
func (SpeechStatus) Values() []string {
	return []string{
		"REQUESTED", "SPEAKING", "ENDED", "WITHDRAWN",
	}
}

// MotionStatus is where a motion stands.
type MotionStatus string

// The values of MotionStatus; the API describes each.
const (
	MotionStatusMoved     MotionStatus = "MOVED"
	MotionStatusSeconded  MotionStatus = "SECONDED"
	MotionStatusAdopted   MotionStatus = "ADOPTED"
	MotionStatusRejected  MotionStatus = "REJECTED"
	MotionStatusWithdrawn MotionStatus = "WITHDRAWN"
	MotionStatusLapsed    MotionStatus = "LAPSED"
)

// Values lists every MotionStatus, in the order of the API.
func (MotionStatus) Values() []string {
	return []string{
		"MOVED", "SECONDED", "ADOPTED", "REJECTED", "WITHDRAWN", "LAPSED",
	}
}

// MinutesStatus is where an edition of the minutes stands.
type MinutesStatus string

// The values of MinutesStatus; the API describes each.
const (
	MinutesStatusDraft      MinutesStatus = "DRAFT"
	MinutesStatusApproved   MinutesStatus = "APPROVED"
	MinutesStatusSuperseded MinutesStatus = "SUPERSEDED"
)

// Values lists every MinutesStatus, in the order of the API.
func (MinutesStatus) Values() []string {
	return []string{
		"DRAFT", "APPROVED", "SUPERSEDED",
	}
}
