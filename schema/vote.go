package schema

// Measure says what a clause counts.
type Measure string

// The values of Measure; the API describes each.
const (
	MeasureHeads      Measure = "HEADS"
	MeasureArea       Measure = "AREA"
	MeasureParties    Measure = "PARTIES"
	MeasureSeats      Measure = "SEATS"
	MeasureHouseholds Measure = "HOUSEHOLDS"
	MeasureWeight     Measure = "WEIGHT"
)

// Values lists every Measure, in the order of the API.
func (Measure) Values() []string {
	return []string{
		"HEADS", "AREA", "PARTIES", "SEATS", "HOUSEHOLDS", "WEIGHT",
	}
}

// Base says what a clause measures against.
type Base string

// The values of Base; the API describes each.
const (
	BaseOnRoll           Base = "ON_ROLL"
	BaseParticipating    Base = "PARTICIPATING"
	BasePresent          Base = "PRESENT"
	BaseValid            Base = "VALID"
	BaseCastForOrAgainst Base = "CAST_FOR_OR_AGAINST"
	BasePapersCast       Base = "PAPERS_CAST"
	BaseAllSeats         Base = "ALL_SEATS"
	BaseIncumbents       Base = "INCUMBENTS"
	BaseDue              Base = "DUE"
)

// Values lists every Base, in the order of the API.
func (Base) Values() []string {
	return []string{
		"ON_ROLL", "PARTICIPATING", "PRESENT", "VALID", "CAST_FOR_OR_AGAINST", "PAPERS_CAST",
		"ALL_SEATS", "INCUMBENTS", "DUE",
	}
}

// AbsentPartyPolicy says what the absence of a party means.
type AbsentPartyPolicy string

// The values of AbsentPartyPolicy; the API describes each.
const (
	AbsentPartyPolicyBlocks                      AbsentPartyPolicy = "BLOCKS"
	AbsentPartyPolicyLeavesBase                  AbsentPartyPolicy = "LEAVES_BASE"
	AbsentPartyPolicyCountedAsConsentAfterNotice AbsentPartyPolicy = "COUNTED_AS_CONSENT_AFTER_NOTICE"
)

// Values lists every AbsentPartyPolicy, in the order of the API.
func (AbsentPartyPolicy) Values() []string {
	return []string{
		"BLOCKS", "LEAVES_BASE", "COUNTED_AS_CONSENT_AFTER_NOTICE",
	}
}

// PartyPosition is how a party of a linkage stands to a motion.
type PartyPosition string

// The values of PartyPosition; the API describes each.
const (
	PartyPositionFor     PartyPosition = "FOR"
	PartyPositionAgainst PartyPosition = "AGAINST"
	PartyPositionAbstain PartyPosition = "ABSTAIN"
	PartyPositionDivided PartyPosition = "DIVIDED"
	PartyPositionRecused PartyPosition = "RECUSED"
	PartyPositionAbsent  PartyPosition = "ABSENT"
)

// Values lists every PartyPosition, in the order of the API.
func (PartyPosition) Values() []string {
	return []string{
		"FOR", "AGAINST", "ABSTAIN", "DIVIDED", "RECUSED", "ABSENT",
	}
}

// BallotChoice is what a voter chose.
type BallotChoice string

// The values of BallotChoice; the API describes each.
const (
	BallotChoiceFor     BallotChoice = "FOR"
	BallotChoiceAgainst BallotChoice = "AGAINST"
	BallotChoiceAbstain BallotChoice = "ABSTAIN"
)

// Values lists every BallotChoice, in the order of the API.
func (BallotChoice) Values() []string {
	return []string{
		"FOR", "AGAINST", "ABSTAIN",
	}
}

// VoteMethod says how votes are given.
type VoteMethod string

// The values of VoteMethod; the API describes each.
const (
	VoteMethodNamed       VoteMethod = "NAMED"
	VoteMethodShowOfHands VoteMethod = "SHOW_OF_HANDS"
	VoteMethodSecretPaper VoteMethod = "SECRET_PAPER"
)

// Values lists every VoteMethod, in the order of the API.
func (VoteMethod) Values() []string {
	return []string{
		"NAMED", "SHOW_OF_HANDS", "SECRET_PAPER",
	}
}

// BallotVisibility says who may learn a voter's choice.
type BallotVisibility string

// The values of BallotVisibility; the API describes each.
const (
	BallotVisibilityOpen     BallotVisibility = "OPEN"
	BallotVisibilitySemiOpen BallotVisibility = "SEMI_OPEN"
	BallotVisibilitySecret   BallotVisibility = "SECRET"
)

// Values lists every BallotVisibility, in the order of the API.
func (BallotVisibility) Values() []string {
	return []string{
		"OPEN", "SEMI_OPEN", "SECRET",
	}
}

// VoteStatus is where a vote stands.
type VoteStatus string

// The values of VoteStatus; the API describes each.
const (
	VoteStatusDraft       VoteStatus = "DRAFT"
	VoteStatusNoticed     VoteStatus = "NOTICED"
	VoteStatusOpen        VoteStatus = "OPEN"
	VoteStatusClosed      VoteStatus = "CLOSED"
	VoteStatusPreliminary VoteStatus = "PRELIMINARY"
	VoteStatusFinal       VoteStatus = "FINAL"
	VoteStatusVoid        VoteStatus = "VOID"
)

// Values lists every VoteStatus, in the order of the API.
func (VoteStatus) Values() []string {
	return []string{
		"DRAFT", "NOTICED", "OPEN", "CLOSED", "PRELIMINARY", "FINAL",
		"VOID",
	}
}

// BallotChannel is the way a ballot came in.
type BallotChannel string

// The values of BallotChannel; the API describes each.
const (
	BallotChannelOnline BallotChannel = "ONLINE"
	BallotChannelHall   BallotChannel = "HALL"
	BallotChannelPaper  BallotChannel = "PAPER"
)

// Values lists every BallotChannel, in the order of the API.
func (BallotChannel) Values() []string {
	return []string{
		"ONLINE", "HALL", "PAPER",
	}
}

// BallotStatus says whether a stored ballot counts.
type BallotStatus string

// The values of BallotStatus; the API describes each.
const (
	BallotStatusValid      BallotStatus = "VALID"
	BallotStatusSuperseded BallotStatus = "SUPERSEDED"
	BallotStatusConflicted BallotStatus = "CONFLICTED"
	BallotStatusInvalid    BallotStatus = "INVALID"
)

// Values lists every BallotStatus, in the order of the API.
func (BallotStatus) Values() []string {
	return []string{
		"VALID", "SUPERSEDED", "CONFLICTED", "INVALID",
	}
}

// VerdictOutcome is what a vote came to.
type VerdictOutcome string

// The values of VerdictOutcome; the API describes each.
const (
	VerdictOutcomeAdopted        VerdictOutcome = "ADOPTED"
	VerdictOutcomeRejected       VerdictOutcome = "REJECTED"
	VerdictOutcomeTied           VerdictOutcome = "TIED"
	VerdictOutcomeNotQuorate     VerdictOutcome = "NOT_QUORATE"
	VerdictOutcomePendingConsent VerdictOutcome = "PENDING_CONSENT"
	VerdictOutcomeVoid           VerdictOutcome = "VOID"
)

// Values lists every VerdictOutcome, in the order of the API.
func (VerdictOutcome) Values() []string {
	return []string{
		"ADOPTED", "REJECTED", "TIED", "NOT_QUORATE", "PENDING_CONSENT", "VOID",
	}
}

// VerdictFlag marks what a reader of a verdict must know beside its outcome.
type VerdictFlag string

// The values of VerdictFlag; the API describes each.
const (
	VerdictFlagNeedsReview      VerdictFlag = "NEEDS_REVIEW"
	VerdictFlagSplitMajority    VerdictFlag = "SPLIT_MAJORITY"
	VerdictFlagDeemedDecisive   VerdictFlag = "DEEMED_DECISIVE"
	VerdictFlagProceduralDefect VerdictFlag = "PROCEDURAL_DEFECT"
	VerdictFlagRuleConflict     VerdictFlag = "RULE_CONFLICT"
)

// Values lists every VerdictFlag, in the order of the API.
func (VerdictFlag) Values() []string {
	return []string{
		"NEEDS_REVIEW", "SPLIT_MAJORITY", "DEEMED_DECISIVE", "PROCEDURAL_DEFECT", "RULE_CONFLICT",
	}
}

// VoteKind is what a vote decides.
type VoteKind string

// The values of VoteKind; the API describes each.
const (
	VoteKindMotion   VoteKind = "MOTION"
	VoteKindChoice   VoteKind = "CHOICE"
	VoteKindElection VoteKind = "ELECTION"
)

// Values lists every VoteKind, in the order of the API.
func (VoteKind) Values() []string {
	return []string{
		"MOTION", "CHOICE", "ELECTION",
	}
}

// ElectionOutcome is what an election came to.
type ElectionOutcome string

// The values of ElectionOutcome; the API describes each.
const (
	ElectionOutcomeEstablished              ElectionOutcome = "ESTABLISHED"
	ElectionOutcomeEstablishedWithVacancies ElectionOutcome = "ESTABLISHED_WITH_VACANCIES"
	ElectionOutcomeNotEstablished           ElectionOutcome = "NOT_ESTABLISHED"
	ElectionOutcomeTieBreakRequired         ElectionOutcome = "TIE_BREAK_REQUIRED"
	ElectionOutcomeNotQuorate               ElectionOutcome = "NOT_QUORATE"
)

// Values lists every ElectionOutcome, in the order of the API.
func (ElectionOutcome) Values() []string {
	return []string{
		"ESTABLISHED", "ESTABLISHED_WITH_VACANCIES", "NOT_ESTABLISHED", "TIE_BREAK_REQUIRED", "NOT_QUORATE",
	}
}

// CandidateOutcome is what became of a candidate, or of an option.
type CandidateOutcome string

// The values of CandidateOutcome; the API describes each.
const (
	CandidateOutcomeElected    CandidateOutcome = "ELECTED"
	CandidateOutcomeAlternate  CandidateOutcome = "ALTERNATE"
	CandidateOutcomeTied       CandidateOutcome = "TIED"
	CandidateOutcomeNotElected CandidateOutcome = "NOT_ELECTED"
)

// Values lists every CandidateOutcome, in the order of the API.
func (CandidateOutcome) Values() []string {
	return []string{
		"ELECTED", "ALTERNATE", "TIED", "NOT_ELECTED",
	}
}

// InvalidReason says why a stored ballot does not count.
type InvalidReason string

// The values of InvalidReason; the API describes each.
const (
	InvalidReasonBlank           InvalidReason = "BLANK"
	InvalidReasonTooManyMarks    InvalidReason = "TOO_MANY_MARKS"
	InvalidReasonIllegible       InvalidReason = "ILLEGIBLE"
	InvalidReasonAltered         InvalidReason = "ALTERED"
	InvalidReasonNotSigned       InvalidReason = "NOT_SIGNED"
	InvalidReasonIdentityUnclear InvalidReason = "IDENTITY_UNCLEAR"
	InvalidReasonProxyInvalid    InvalidReason = "PROXY_INVALID"
	InvalidReasonProxyLimit      InvalidReason = "PROXY_LIMIT"
	InvalidReasonProxyBarred     InvalidReason = "PROXY_BARRED"
	InvalidReasonOther           InvalidReason = "OTHER"
)

// Values lists every InvalidReason, in the order of the API.
func (InvalidReason) Values() []string {
	return []string{
		"BLANK", "TOO_MANY_MARKS", "ILLEGIBLE", "ALTERED", "NOT_SIGNED", "IDENTITY_UNCLEAR",
		"PROXY_INVALID", "PROXY_LIMIT", "PROXY_BARRED", "OTHER",
	}
}
